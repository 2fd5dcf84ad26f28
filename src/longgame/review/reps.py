"""The repetitions of a session: each work stretch with its mean output, or each timed set with its speed."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.kernel.spans import SampleSpan, SetSpan
from longgame.plan.planned import EffortStep
from longgame.purpose.bounds import Quantity
from longgame.review.output import mean_in
from longgame.review.seen import Seen, is_work

SETTLED = {Quantity.POWER: 0.0, Quantity.SPEED: 0.0, Quantity.HEART_RATE: 0.5}
"""Share of a repetition left out at its start: heart rate is read only in the second half."""


@dataclass(frozen=True, slots=True)
class Rep:
    """One repetition: its place in the row from 1, what it was done at, and where. `step` is None for a set."""

    number: int
    value: float
    quantity: Quantity
    seen_at: SampleSpan | SetSpan
    step: EffortStep | None = None


def reps_in(seen: Seen, quantity: Quantity) -> tuple[Rep, ...]:
    """Every work stretch that was done, with its mean in one channel."""
    reps = []
    for number, stretch in enumerate(seen.work_stretches, start=1):
        if stretch.seen_at is None or not stretch.reached:
            continue
        value = mean_in(seen.channels, quantity, stretch.seen_at, SETTLED.get(quantity, 0.0))
        if value is not None:
            reps.append(Rep(number, value, quantity, stretch.seen_at, stretch.step))
    return tuple(reps)


def owed_reps(seen: Seen) -> int:
    """How many repetitions were to be done and were not: left out, jogged, or sets missing from the log."""
    if seen.work_stretches:
        return sum(stretch.owed for stretch in seen.work_stretches)
    steps = seen.sets.steps if seen.sets is not None else ()
    return sum(seen.sets.missing_of(s) for s in steps if seen.sets is not None and is_work(s) and s.until is None)


def fast_reps(seen: Seen) -> tuple[Rep, ...]:
    """The repetitions by power, else by speed, else the timed sets of known distance or count."""
    for quantity in (Quantity.POWER, Quantity.SPEED):
        reps = reps_in(seen, quantity)
        if reps:
            return reps
    timed = []
    for position, done in enumerate(seen.session.sets, start=1):
        amount = done.distance_m if done.distance_m is not None else done.reps
        if amount and done.duration_s:
            timed.append(Rep(position, amount / done.duration_s, Quantity.SPEED, SetSpan(position, position)))
    return tuple(timed)


def left_out(seen: Seen) -> bool:
    """Whether repetitions were planned, could have been seen in power or speed, and none was done."""
    measured = any(seen.channels.get(quantity) is not None for quantity in (Quantity.POWER, Quantity.SPEED))
    return bool(seen.work_stretches) and measured and not any(stretch.done for stretch in seen.work_stretches)
