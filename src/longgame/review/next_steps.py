"""What follows from a review: one step, at most two, each with its reason. Never a make-up, never more."""

from __future__ import annotations

from collections.abc import Sequence

from longgame.review.model import CriterionResult, Manner, NextStep, Verdict
from longgame.review.seen import Seen

GO_ON = NextStep("Go on as planned.", "The session did what it was for; nothing needs to change.")
REPAIRS = {
    Manner.BEYOND: "Keep the next session inside its bounds; its ceiling is part of the plan.",
    Manner.SHORT: "Go on with the next session as planned; nothing needs to be made up.",
    Manner.DIFFERENT: "Next time lay out the steps before starting, so that the session can be the planned one.",
}
RECORDS = {
    "session_rpe": "Say how hard it felt when you close the session.",
    "ease": "Wear a heart-rate strap, or note your first threshold.",
    "rir": "Note the reps in reserve of your last set of each exercise.",
    "clean_share": "Tap form, or count clean reps, while you log.",
    "earned": "Keep logging: the conditions of a test day are read from the weeks before it.",
}


def next_steps(
    seen: Seen, verdict: Verdict, manner: Manner | None, criteria: Sequence[CriterionResult]
) -> tuple[NextStep, ...]:
    """What to do next and why."""
    if verdict is Verdict.CANNOT_TELL:
        return _record_more(criteria)
    if verdict is Verdict.SERVED:
        return (GO_ON,)
    after = seen.case.reflection.after
    worst = max((row for row in criteria if row.score is not None), key=lambda row: row.weight * (1 - (row.score or 0)))
    text = REPAIRS.get(manner, REPAIRS[Manner.SHORT]) if manner is not None else REPAIRS[Manner.SHORT]
    steps = [NextStep(text, worst.evidence.sentence)]
    if after is not None and after.pain is not None and after.pain >= PAIN_TO_MENTION:
        steps.append(NextStep("Let the pain settle before loading it again.", f"You noted pain {after.pain} of 10."))
    return tuple(steps)


PAIN_TO_MENTION = 4


def _record_more(criteria: Sequence[CriterionResult]) -> tuple[NextStep, ...]:
    missing = [row for row in criteria if row.score is None and row.name in RECORDS]
    best = max(missing, key=lambda row: row.weight, default=None)
    if best is None:
        return (NextStep("Record the next one a little more fully.", "Too little was there to judge by."),)
    return (NextStep(RECORDS[best.name], f"Not assessed: {best.not_assessed}."),)


def unplanned_next() -> tuple[NextStep, ...]:
    """After a session nobody planned."""
    return (
        NextStep("Name what the next one is for before you start.", "A session without a purpose cannot serve one."),
    )
