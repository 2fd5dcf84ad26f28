"""What a test would find: how well the capacity is known beforehand, and how likely its target is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from longgame.growth.lifts import lift_track
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import LiftSession, Track, chance_of_effort, level_on
from longgame.measure.strength.formulas import one_rep_max
from longgame.plan.planned import PlannedSession, SetsStep, StepRole
from longgame.purpose.bounds import Quantity

LEAST_SESSIONS = 4
LOOK_AHEAD_WEEKS = 26
EVEN = 0.5
INFORMATIVE_SD = 0.02


@dataclass(frozen=True, slots=True)
class Prospect:
    """One test's capacity before it: its standard deviation as a share, and the probability of the target, if any.

    `uncertain_from` is the first day on which the capacity will again be known to no better than 2 % if nothing more is
    logged; `within_reach_from` the first on which the target has an even chance if things go on as they do. Both are
    None where that lies beyond half a year.
    """

    about: str
    sd: float
    target: str | None = None
    chance: float | None = None
    uncertain_from: date | None = None
    within_reach_from: date | None = None


@dataclass(frozen=True, slots=True)
class Tested:
    """What a planned test asks of a lift: the exercise and, where load and reps are written, the one-rep maximum."""

    exercise: str
    target_kg: float | None
    written: str


def tested_lift(planned: PlannedSession) -> Tested | None:
    """The lift that a planned session tests: its heaviest work step, else its first; None when it lifts nothing."""
    steps = [step for step in planned.steps if isinstance(step, SetsStep) and step.role is StepRole.WORK]
    found = [Tested(step.exercise, _target_kg(step), step.written) for step in steps]
    return max(found, key=lambda one: one.target_kg or 0.0, default=None)


def _target_kg(step: SetsStep) -> float | None:
    loads = [t.bounds.interval for t in step.targets if t.bounds and t.bounds.quantity is Quantity.LOAD]
    load = next((one.floor if one.floor is not None else one.ceiling for one in loads), None)
    reps = None if step.reps is None else step.reps.floor if step.reps.floor is not None else step.reps.ceiling
    if load is None or not reps:
        return None
    target = one_rep_max(load, reps)
    return None if isinstance(target, Unknown) else target


def lift_prospect(days: tuple[LiftSession, ...], tested: Tested, on: date) -> Prospect | None:
    """What the log of a lift says of its test on day `on`; None while it says too little."""
    track = lift_track(days)
    if isinstance(track, Unknown) or track.state.count < LEAST_SESSIONS:
        return None
    return prospect(track, tested, on)


def prospect(track: Track, tested: Tested, on: date) -> Prospect:
    """How well a capacity is known on day `on`, and how likely one maximal effort reaches the target."""
    target = tested.target_kg

    def chance(day: date) -> float:
        return 0.0 if target is None else chance_of_effort(track, target, float(day.toordinal()))

    def sd(day: date) -> float:
        return level_on(track, float(day.toordinal())).sd

    return Prospect(
        about=tested.exercise,
        sd=sd(on),
        target=None if target is None else tested.written,
        chance=None if target is None else chance(on),
        uncertain_from=_first_week(on, lambda day: sd(day) >= INFORMATIVE_SD),
        within_reach_from=None if target is None else _first_week(on, lambda day: chance(day) >= EVEN),
    )


def _first_week(on: date, holds: Callable[[date], bool]) -> date | None:
    days = (on + timedelta(weeks=n) for n in range(1, LOOK_AHEAD_WEEKS + 1))
    return next((day for day in days if holds(day)), None)
