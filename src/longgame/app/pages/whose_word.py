"""Whose word the bounds of a criterion are: the plan's own, or a default, which a person is told."""

from __future__ import annotations

from longgame.plan.planned import PlannedSession, SetsStep
from longgame.purpose.bounds import Quantity
from longgame.review.asked import total_asked
from longgame.review.model import CriterionResult


def whose_bounds(plan: PlannedSession | None, row: CriterionResult) -> str:
    """Whose word the bounds are: what the plan wrote is no default, only how the score falls beside it is."""
    if plan is None:
        return row.basis.value
    targets = [*plan.targets, *(target for step in plan.steps for target in step.targets)]
    written = {(one.bounds.quantity, one.bounds.interval) for one in targets if one.bounds is not None}
    written |= {
        (Quantity.REPS, step.reps) for step in plan.steps if isinstance(step, SetsStep) and step.reps is not None
    }
    total = total_asked(plan)
    if (row.bounds.quantity, row.bounds.interval) in written or row.bounds == total:
        return f"the plan's own; the fall beside it: {row.basis.value}"
    if row.name == "duration" and total is not None and row.bounds.quantity is total.quantity:
        return f"the plan's length; its margin: {row.basis.value}"
    return row.basis.value
