"""The four questions that a session ends with, each answered from evidence with its doubt, or asked instead.

Was I challenged appropriately? Did I improve a skill? Did I refine a movement? Am I a step closer to my goal? No answer
is a score, and none enters one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import sqrt

from longgame.record.sets import Form
from longgame.review.case import Case
from longgame.review.model import CriterionResult, Review, Verdict

CHALLENGE = ("session_rpe", "rir", "ease", "work_in_band", "rep_targets", "load")
"""Criteria that tell whether the challenge fitted, the most direct first."""
Z_90 = 1.6449
"""The normal quantile that leaves 5 % on each side."""
LEAST_REPS = 8
"""With fewer counted reps a share of clean ones says next to nothing."""


class Question(Enum):
    """The four questions, as they are asked."""

    CHALLENGED = "Was I challenged appropriately?"
    SKILL = "Did I improve a skill?"
    MOVEMENT = "Did I refine a movement?"
    CLOSER = "Am I a step closer to my goal?"


class Known(Enum):
    """Where an answer comes from."""

    EVIDENCE = "evidence"
    OWN_WORD = "own word"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with what can be said to it; where nothing can, `says` asks the athlete."""

    question: Question
    known: Known
    says: str


def four_questions(case: Case, review: Review) -> tuple[Answer, ...]:
    """All four, in their order; none where nothing was done."""
    if case.session is None:
        return ()
    return (_challenged(case, review), _skill(case), _movement(case), _closer(case, review))


def _challenged(case: Case, review: Review) -> Answer:
    rows = {row.name: row for row in review.criteria if row.score is not None}
    row = next((rows[name] for name in CHALLENGE if name in rows), None)
    if row is not None:
        return Answer(Question.CHALLENGED, Known.EVIDENCE, f"{_fitted(row)} {row.evidence.sentence}")
    after = case.reflection.after
    if after is not None and after.challenge is not None:
        return Answer(Question.CHALLENGED, Known.OWN_WORD, f"You called the challenge {after.challenge} of 10.")
    if case.judged is None and after is not None and after.effort is not None:
        says = f"You called the effort {after.effort:g} of 10. Was that what the day called for?"
        return _asked(Question.CHALLENGED, says)
    return _asked(Question.CHALLENGED, "Nothing recorded tells. How hard was it, and was that what the day called for?")


def _fitted(row: CriterionResult) -> str:
    if row.score == 1:
        return "Yes, as meant:"
    excess = 0.0 if row.value is None else row.bounds.interval.excess(row.value)
    nearly = (row.score or 0) >= 0.5
    if row.name == "session_rpe" and excess:
        return f"{'A little' if nearly else 'Clearly'} {'more' if excess > 0 else 'less'} than meant:"
    return "Nearly:" if nearly else "Not as meant:"


def _skill(case: Case) -> Answer:
    """Clean reps against the athlete's own usual, with the interval that so few reps allow."""
    counted = _counted(case)
    usual = case.history.usual_clean_share
    if counted is not None and counted[1] >= LEAST_REPS and usual is not None:
        clean, total = counted
        low, high = _interval(clean, total)
        told = f"{clean} of {total} reps clean ({low:.0%} to {high:.0%} by chance alone), your usual is {usual:.0%}."
        word = "Likely yes:" if low > usual else "Likely not today:" if high < usual else "Cannot be told apart:"
        return Answer(Question.SKILL, Known.EVIDENCE, f"{word} {told}")
    after = case.reflection.after
    if after is not None and (after.learned or after.built):
        return Answer(Question.SKILL, Known.OWN_WORD, "You noted what it built or taught; no count of reps tells more.")
    return _asked(Question.SKILL, "One session seldom shows it. What do you know or do better now than this morning?")


def _movement(case: Case) -> Answer:
    """How form went from the first half of the rated sets to the second, or the word for the whole session."""
    forms = [one.form for one in case.session.sets if one.form is not None] if case.session is not None else []
    if len(forms) >= 2:
        half = len(forms) // 2
        first, second = (sum(form is Form.CLEAN for form in part) / len(part) for part in (forms[:half], forms[half:]))
        word = _went(first, second)
        told = f"{first:.0%} of the first sets and {second:.0%} of the last were clean."
        return Answer(Question.MOVEMENT, Known.EVIDENCE, f"{word} {told} {len(forms)} sets are few to judge by.")
    after = case.reflection.after
    if after is not None and after.form is not None:
        return Answer(Question.MOVEMENT, Known.OWN_WORD, f"You called the form of the whole {after.form.value}.")
    return _asked(Question.MOVEMENT, "Form was not rated. Which part of the movement felt different today?")


def _went(first: float, second: float) -> str:
    if second > first:
        return "It came together:"
    if second < first:
        return "It went the other way:"
    return "It held:" if first > 0 else "Not today:"


def _closer(case: Case, review: Review) -> Answer:
    plan = case.judged
    if plan is None or not plan.why:
        return _asked(Question.CLOSER, "Nothing ties this session to a goal that can be seen. What was it for?")
    goal = plan.why[-1].text.removesuffix(".")
    if review.verdict is Verdict.CANNOT_TELL:
        return _asked(Question.CLOSER, f"Too little was recorded to tell. Did it bring you closer to “{goal}”?")
    if review.verdict is Verdict.SERVED:
        says = f"Yes, by the work that leads there: it served its purpose on the way to “{goal}”. One session does not"
        return Answer(Question.CLOSER, Known.EVIDENCE, f"{says} move a measure by itself; how-far tells over weeks.")
    part = "in part" if review.verdict is Verdict.PARTLY_SERVED else "not by what the day was for"
    says = f"By this session {part}, on the way to “{goal}”. The way is made of many; the next one counts as much."
    return Answer(Question.CLOSER, Known.EVIDENCE, says)


def _counted(case: Case) -> tuple[int, int] | None:
    sets = [one for one in case.session.sets if one.clean_reps is not None and one.reps] if case.session else []
    return (sum(one.clean_reps or 0 for one in sets), sum(one.reps or 0 for one in sets)) if sets else None


def _interval(clean: int, total: int) -> tuple[float, float]:
    """Wilson's 90 % interval of a share (Wilson 1927)."""
    share = clean / total
    middle = (share + Z_90**2 / (2 * total)) / (1 + Z_90**2 / total)
    half = Z_90 * sqrt(share * (1 - share) / total + Z_90**2 / (4 * total**2)) / (1 + Z_90**2 / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def _asked(question: Question, says: str) -> Answer:
    return Answer(question, Known.ASKED, says)
