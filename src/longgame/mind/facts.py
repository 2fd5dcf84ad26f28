"""One concrete fact from the athlete's own journal, chosen for a thought, and true to its uncertainty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from longgame.mind.noticing.wording import words_of
from longgame.mind.patterns import Pattern


class About(Enum):
    """What a fact is about."""

    PROGRESS = "progress"
    FIRST_TIME = "first time"
    PROMISES = "promises kept"
    SERVED = "purpose served"
    LOW_DAYS = "low days"
    WAY_BACK = "way back"
    REST = "rest kept"
    EASY_AND_HARD = "easy and hard days"
    FORETOLD = "foretold and come"


@dataclass(frozen=True, slots=True)
class OwnFact:
    """A fact as a sentence. `known` is False where the honest sentence is that it cannot be told yet.

    `subject` names the exercise or sport it is about, `since` the day it looks back to, `telling` how much it says
    (0 to 1: a probability, or a share of promises), for choosing between facts of one kind.
    """

    about: About
    says: str
    known: bool = True
    subject: str | None = None
    since: date | None = None
    telling: float = 0.5


RELEVANCE: tuple[tuple[Pattern, tuple[About, ...]], ...] = (
    (Pattern.COMPARISON, (About.PROGRESS, About.FIRST_TIME, About.PROMISES, About.SERVED)),
    (Pattern.SELF_CRITICISM, (About.SERVED, About.PROMISES, About.PROGRESS, About.LOW_DAYS)),
    (Pattern.DOUBT, (About.PROMISES, About.FIRST_TIME, About.PROGRESS, About.SERVED)),
    (Pattern.ALL_OR_NOTHING, (About.WAY_BACK, About.LOW_DAYS, About.PROMISES, About.SERVED)),
    (Pattern.CATASTROPHISING, (About.FORETOLD, About.WAY_BACK, About.PROGRESS, About.PROMISES)),
    (Pattern.PRESSURE, (About.REST, About.EASY_AND_HARD, About.PROMISES, About.PROGRESS)),
    (Pattern.FATIGUE, (About.LOW_DAYS, About.REST, About.EASY_AND_HARD, About.PROMISES)),
    (Pattern.PRIDE, (About.FIRST_TIME, About.PROGRESS, About.SERVED)),
    (Pattern.GRATITUDE, (About.PROMISES,)),
    (Pattern.LEARNING, (About.PROGRESS, About.SERVED)),
)
"""Which facts speak to which pattern, the most fitting first. Our choice; no study compared them."""

LOW_DAY: tuple[About, ...] = (About.LOW_DAYS, About.WAY_BACK, About.PROMISES, About.PROGRESS)
"""What speaks to a day that was called low before the start."""
SAME_SUBJECT = 2


def fact_for(
    pattern: Pattern, facts: Sequence[OwnFact], thought: str = "", trained: Sequence[str] = ()
) -> OwnFact | None:
    """The fact for a thought: of the kind that fits, about what was named or trained if there is such a fact.

    Where no fitting fact is known, the fitting "not yet knowable" is told; None when there is nothing at all.
    """
    return most_fitting(dict(RELEVANCE)[pattern], facts, thought, trained)


def most_fitting(
    order: Sequence[About], facts: Sequence[OwnFact], thought: str = "", trained: Sequence[str] = ()
) -> OwnFact | None:
    """The first fitting fact of this order of kinds; what is known goes before what is not."""
    fitting = [one for one in facts if one.about in order]
    spoken = frozenset(words_of(thought))
    done = frozenset(word for name in trained for word in words_of(name))
    return min(fitting, key=lambda one: _rank(one, order, spoken, done), default=None)


def _rank(
    fact: OwnFact, order: Sequence[About], spoken: frozenset[str], done: frozenset[str]
) -> tuple[bool, int, float, str]:
    subject = frozenset(words_of(fact.subject or ""))
    nearer = SAME_SUBJECT * bool(subject & spoken) + bool(subject & done)
    return (not fact.known, order.index(fact.about) - nearer, -fact.telling, fact.says)
