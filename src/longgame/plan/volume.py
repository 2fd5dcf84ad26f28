"""How much a planned session asks for: time, distance, hard sets, as far as its steps tell."""

from __future__ import annotations

from collections.abc import Iterable

from longgame.kernel.interval import Interval
from longgame.kernel.sport import Sport
from longgame.plan.planned import EffortStep, PlannedSession, PlannedStep, SetScheme, SetsStep, StepRole, Target
from longgame.purpose.bounds import Quantity

SECONDS_PER_REP = 3.0
"""A rep at an unhurried tempo; a convention, used where no tempo is written."""

REST_S = 90.0
"""Rest between sets where the plan writes none; a convention."""

EASY_SPEED_M_S = {Sport.RUN: 2.8, Sport.RIDE: 7.0, Sport.SWIM: 0.9, Sport.ROW: 3.8, Sport.WALK: 1.4, Sport.HIKE: 1.1}
"""How fast distances are covered where the plan bounds no speed; conventions, good to a third at best."""


def duration_s(session: PlannedSession) -> Interval:
    """How long the session takes [s], from its own bounds where it has them, else summed over its steps.

    Distances are turned into time by the speed the plan asks for, else by a convention for the sport. An open step
    counts nothing.
    """
    whole = _bounded(session.targets, Quantity.DURATION)
    if whole is not None:
        return whole
    spans = [_step_s(step) for step in session.steps]
    return Interval(sum(span[0] for span in spans), sum(span[1] for span in spans))


def distance_m(session: PlannedSession, sport: Sport) -> float | None:
    """The longest distance [m] the session asks for in `sport`; None when a step of it is told in time only."""
    steps = [step for step in session.steps if isinstance(step, EffortStep) and step.sport is sport]
    if not steps or any(step.size is None or step.size.quantity is not Quantity.DISTANCE for step in steps):
        return None
    return sum(step.size.interval.ceiling or 0.0 for step in steps if step.size is not None)


def sets_to_failure(session: PlannedSession) -> dict[str, float]:
    """How many sets, by exercise, the plan itself sends to failure: sets of as many reps as possible, or RIR 0."""
    found: dict[str, float] = {}
    for step in session.steps:
        if isinstance(step, SetsStep) and step.role is StepRole.WORK and _fails(step):
            found[step.exercise] = found.get(step.exercise, 0.0) + (step.sets.floor or 1.0)
    return found


def _fails(step: SetsStep) -> bool:
    if step.circuit is not None:
        return False
    rir, rpe = _bounded(step.targets, Quantity.RIR), _bounded(step.targets, Quantity.RPE)
    if rir is not None or rpe is not None:
        return (rir is not None and rir.ceiling == 0) or (rpe is not None and rpe.floor == 10)
    return step.scheme is SetScheme.AMRAP


def _bounded(targets: Iterable[Target], quantity: Quantity) -> Interval | None:
    found = (target.bounds for target in targets)
    return next((bounds.interval for bounds in found if bounds is not None and bounds.quantity is quantity), None)


def _step_s(step: PlannedStep) -> tuple[float, float]:
    if isinstance(step, SetsStep):
        return _sets_s(step)
    if step.size is None:
        return 0.0, 0.0
    low, high = step.size.interval.floor, step.size.interval.ceiling
    low, high = (high or 0.0) if low is None else low, (low or 0.0) if high is None else high
    if step.size.quantity is Quantity.DURATION:
        return (0.0 if step.optional else low), high
    usual = EASY_SPEED_M_S.get(step.sport or Sport.RUN, 2.8)
    speed = _bounded(step.targets, Quantity.SPEED) or Interval(usual, usual)
    fastest, slowest = speed.ceiling or speed.floor or usual, speed.floor or speed.ceiling or usual
    return (0.0 if step.optional else low / fastest), high / slowest


def _sets_s(step: SetsStep) -> tuple[float, float]:
    if step.circuit is not None and step.circuit.time_s is not None:
        return 0.0, 0.0
    rest = _bounded(step.targets, Quantity.REST) or Interval(REST_S, REST_S)
    work = step.hold_s or Interval(SECONDS_PER_REP * _reps(step, 0), SECONDS_PER_REP * _reps(step, 1))
    few = step.sets.floor or step.sets.ceiling or 1.0
    many = step.sets.ceiling or few
    return few * ((work.floor or 0.0) + (rest.floor or 0.0)), many * ((work.ceiling or 0.0) + (rest.ceiling or 0.0))


def _reps(step: SetsStep, side: int) -> float:
    if step.reps is None:
        return 10.0
    ends = (step.reps.floor, step.reps.ceiling)
    return ends[side] or ends[1 - side] or 10.0
