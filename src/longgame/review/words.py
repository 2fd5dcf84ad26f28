"""The verdict as two sentences a beginner understands; what stands behind them is in the criteria."""

from __future__ import annotations

from collections.abc import Sequence

from longgame.plan.planned import PlannedSession
from longgame.purpose.rubric import Rubric
from longgame.review.model import CriterionResult, Manner, Verdict

OPENING = {
    Verdict.SERVED: "This session served its purpose",
    Verdict.PARTLY_SERVED: "This session partly served its purpose",
    Verdict.NOT_SERVED: "This session did not serve its purpose",
}
MANNER = {
    Manner.WITHIN: "it stayed within what the day called for",
    Manner.BEYOND: "it went beyond what the day called for",
    Manner.SHORT: "it was less than the day called for",
    Manner.DIFFERENT: "it was something other than the day called for",
    Manner.ADAPTED: "it kept to what you set yourself before starting",
}


def sentences(
    plan: PlannedSession, rubric: Rubric, verdict: Verdict, manner: Manner | None, criteria: Sequence[CriterionResult]
) -> tuple[str, str]:
    """What came out, and the one thing that decided it."""
    if verdict is Verdict.CANNOT_TELL or manner is None:
        missing = next((row for row in criteria if row.score is None and row.key), None)
        reason = missing.not_assessed if missing is not None else "too little of the evidence was recorded"
        return (f"Whether {_named(plan)} served its purpose cannot be told.", f"The reason: {reason}.")
    yet = verdict is Verdict.SERVED and manner not in (Manner.WITHIN, Manner.ADAPTED)
    said = f"{OPENING[verdict]}{', though' if yet else ':'} {MANNER[manner]}."
    return (said, _deciding(rubric, verdict, criteria))


def _named(plan: PlannedSession) -> str:
    return f"“{plan.title}”" if plan.title else "this session"


def _deciding(rubric: Rubric, verdict: Verdict, criteria: Sequence[CriterionResult]) -> str:
    assessed = [row for row in criteria if row.score is not None]
    if verdict is Verdict.SERVED:
        best = max(assessed, key=lambda row: (row.key, row.contribution))
        return f"What it was for: {_lowered(rubric.says)} {best.evidence.sentence}"
    worst = max(assessed, key=lambda row: row.weight * (1 - (row.score or 0)))
    return f"What cost most, “{_lowered(worst.title)}”: {worst.evidence.sentence}"


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def rest_kept() -> tuple[str, str]:
    """A rest day on which nothing was done."""
    return ("Rest was kept.", "Nothing was planned and nothing was done, which is what this day was for.")


def missed(plan: PlannedSession) -> tuple[str, str]:
    """A planned session that did not happen: said once, without weight."""
    return (f"{_named(plan)} did not happen.", "Nothing needs to be made up; the plan goes on from today.")


def excused(plan: PlannedSession, why: str) -> tuple[str, str]:
    """A planned session on a day on which nothing was due."""
    return (f"{_named(plan)} was not due.", f"You were {why}, so this day counts neither for nor against you.")


def unplanned() -> tuple[str, str]:
    """A session nobody planned: no purpose was named, so none can be judged."""
    return ("Nothing was planned for this session.", "Without a purpose named beforehand there is none to judge it by.")
