"""Meeting a thought.

Its pattern named, the question turned round, and one fact of one's own beside it. Leaving it at that is fine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from longgame.kernel.ids import stable_id
from longgame.mind.facts import OwnFact, fact_for
from longgame.mind.harm import WHERE_HELP_IS, Help, help_for, is_near_harm
from longgame.mind.noticing.learning import NOTHING_LEARNED, Learned
from longgame.mind.noticing.recognise import Noticed
from longgame.mind.patterns import Pattern

QUESTIONS: tuple[tuple[Pattern, tuple[str, ...]], ...] = (
    (
        Pattern.COMPARISON,
        (
            "Instead of “what am I missing?”: what are you learning here that is yours to keep?",
            "If nobody else were in the room, how would you tell that this session served its purpose?",
            "What does today's plan ask of you, and of nobody else?",
        ),
    ),
    (
        Pattern.SELF_CRITICISM,
        (
            (
                "Instead of “what is wrong with me?”: which one thing, in plain words, would you do differently on the "
                "next rep?"
            ),
            "What would you say to a training friend who had exactly this set?",
            "What happened, said without an adjective?",
        ),
    ),
    (
        Pattern.DOUBT,
        (
            "Instead of “do I belong here?”: what did you come here to practise today?",
            "Which of the things you do here today could only be done by somebody who trains?",
            "Who decides what this session is for?",
        ),
    ),
    (
        Pattern.ALL_OR_NOTHING,
        (
            "Instead of “is it ruined?”: what is the smallest part of today that still serves its purpose?",
            "Between all of it and none of it, what would a third of it be?",
            "If this week were looked at from a year ahead, what would still count in it?",
        ),
    ),
    (
        Pattern.CATASTROPHISING,
        (
            "Instead of “what if it goes wrong?”: what is the next thing that is in your hands?",
            "What do you know, and what are you foretelling?",
            "If a part of it did go wrong, what would you do in the first five minutes?",
        ),
    ),
    (
        Pattern.PRESSURE,
        (
            "Instead of “what must I prove?”: what is today meant to build?",
            "What would the plan say if it could not be hurried?",
            "Which of these musts did you choose, and which came from outside?",
        ),
    ),
    (
        Pattern.FATIGUE,
        (
            "Instead of “why am I so tired?”: what does this tiredness ask for, less today or earlier to bed?",
            "Would the floor of today's bounds be enough to serve its purpose?",
            "Is it the legs, the head or the night? Each has another answer.",
        ),
    ),
    (
        Pattern.PRIDE,
        ("What did you do that made this go well, and where do you meet that again?",),
    ),
    (
        Pattern.GRATITUDE,
        ("Whom could you tell?",),
    ),
    (
        Pattern.LEARNING,
        ("Where would you like to meet this again: as a cue in the plan, or on a note before the next session?",),
    ),
)
"""Questions for each pattern. They ask; they do not cheer up, and they do not contradict."""
LEAVE_IT = "You can answer it, or simply leave it at having noticed."


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is said back to a thought. With `help` nothing else is said: no pattern, no question, no fact.

    `beside` says where help is, beside the answer to a thought that may be about more than training.
    """

    noticed: tuple[Noticed, ...]
    question: str | None
    fact: OwnFact | None
    help: Help | None = None
    beside: str | None = None

    @property
    def pattern(self) -> Pattern | None:
        """The surest pattern, if any was recognised."""
        return self.noticed[0].pattern if self.noticed else None

    @property
    def says(self) -> tuple[str, ...]:
        """The answer as lines."""
        if self.help is not None:
            return (self.help.says, *self.help.places)
        beside = () if self.beside is None else (self.beside,)
        if self.pattern is None or self.question is None:
            return ("Kept. No pattern that is known here; your words stay as they are.", *beside)
        words = "”, “".join(one.words for one in self.noticed[0].evidence[:3])
        named = f"{self.pattern.says.capitalize()}" + (f", by the words “{words}”." if words else ".")
        lines = [named, self.question]
        if self.fact is not None:
            lines.append(f"From your own journal: {self.fact.says}")
        if self.pattern.is_turned_round:
            lines.append(LEAVE_IT)
        return (*lines, *beside)


def meet(
    thought: str, facts: Sequence[OwnFact], trained: Sequence[str] = (), learned: Learned = NOTHING_LEARNED
) -> Meeting:
    """The answer to a thought; the same thought is always answered with the same question."""
    help_first = help_for(thought)
    if help_first is not None:
        return Meeting((), None, None, help_first)
    noticed = learned.patterns_in(thought)
    return met_with(thought, noticed, facts, trained)


def met_with(
    thought: str, noticed: tuple[Noticed, ...], facts: Sequence[OwnFact], trained: Sequence[str] = ()
) -> Meeting:
    """The answer to a thought whose patterns are known already, as when the athlete named them."""
    beside = WHERE_HELP_IS if is_near_harm(thought) else None
    if not noticed:
        return Meeting((), None, None, beside=beside)
    pattern = noticed[0].pattern
    fact = fact_for(pattern, facts, thought, trained)
    return Meeting(noticed, question_for(pattern, thought), fact, beside=beside)


def question_for(pattern: Pattern, thought: str) -> str:
    """One of the pattern's questions, decided by the thought's words alone."""
    questions = dict(QUESTIONS)[pattern]
    return questions[int(stable_id("question", thought), 16) % len(questions)]
