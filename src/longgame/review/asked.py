"""What the plan itself asks for, which stands above every default of a rubric."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from longgame.kernel.interval import Interval
from longgame.plan.planned import EffortStep, PlannedSession, StepRole, Target
from longgame.purpose.bounds import Bounds, Quantity

POINT = 0.01
"""Bounds narrower than this share of their middle were written as a single number."""


def bound_on(targets: Iterable[Target], quantity: Quantity) -> Interval | None:
    """The first resolved bounds on `quantity` among `targets`."""
    for target in targets:
        if target.bounds is not None and target.bounds.quantity is quantity:
            return target.bounds.interval
    return None


def is_point(interval: Interval) -> bool:
    """Whether the interval is a single number, as in "5 km" or "60 kg"."""
    floor, ceiling = interval.floor, interval.ceiling
    return floor is not None and ceiling is not None and ceiling - floor <= POINT * abs(ceiling + floor) / 2


def asked_of_session(plan: PlannedSession, quantity: Quantity) -> Interval | None:
    """The session's own bounds on `quantity`, else those that all its work steps share."""
    own = bound_on(plan.targets, quantity)
    if own is not None:
        return own
    shared = [bound_on(step.targets, quantity) for step in plan.steps if step.role is StepRole.WORK]
    return shared[0] if shared and all(interval == shared[0] for interval in shared) else None


def total_asked(plan: PlannedSession) -> Bounds | None:
    """How long or how far the whole session was meant to be; None when the steps do not add up to that."""
    for quantity in (Quantity.DURATION, Quantity.DISTANCE):
        own = bound_on(plan.targets, quantity)
        if own is not None:
            return Bounds(quantity, own)
    if not plan.steps or not all(isinstance(step, EffortStep) for step in plan.steps):
        return None
    return _sum([step for step in plan.steps if isinstance(step, EffortStep)])


def _sum(steps: Sequence[EffortStep]) -> Bounds | None:
    sizes = [step.size for step in steps if step.size is not None]
    kinds = {size.quantity for size in sizes}
    if len(kinds) != 1:
        return None
    open_end = len(sizes) < len(steps) or any(size.interval.ceiling is None for size in sizes)
    stops = any(step.until is not None for step in steps)
    due = [step.size for step in steps if step.size is not None and not step.optional]
    floor = sum(size.interval.floor or 0.0 for size in due)
    ceiling = None if open_end else sum(size.interval.ceiling or 0.0 for size in sizes)
    if ceiling is not None:
        floor = min(floor, ceiling)
    return Bounds(sizes[0].quantity, Interval(None if stops else floor, ceiling))


def planned_seconds(step: EffortStep) -> float | None:
    """Seconds the step asks for at least; None where it is open or given as a distance."""
    if step.size is None or step.size.quantity is not Quantity.DURATION:
        return None
    return step.size.interval.floor if step.size.interval.floor is not None else step.size.interval.ceiling
