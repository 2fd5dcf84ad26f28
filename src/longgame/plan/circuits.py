"""Groups told apart: how often their steps come round, what the clock does meanwhile, what holds for all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from longgame.kernel.interval import Interval
from longgame.kernel.units import Unit
from longgame.plan.gather import Task
from longgame.plan.model import Effort, Group, GroupKind, Measure, SetPart, Sets
from longgame.plan.planned import Circuit, CircuitKind
from longgame.plan.written import Aim, AimKind, Cap, Clause, Feel, FeelAim, Progress, Range, Remark

_KINDS = {
    GroupKind.EMOM: CircuitKind.EMOM,
    GroupKind.AMRAP: CircuitKind.AMRAP,
    GroupKind.FOR_TIME: CircuitKind.FOR_TIME,
    GroupKind.TABATA: CircuitKind.TABATA,
}
TABATA_ON = Range(Decimal(20), Decimal(20), Unit.SECOND)
TABATA_OFF = Range(Decimal(10), Decimal(10), Unit.SECOND)
"""Twenty seconds on and ten off, eight times: the protocol of Tabata et al. 1996, Med Sci Sports Exerc 28(10)."""


def circuit_of(group: Group, clauses: Iterable[Clause], number: int) -> Circuit | None:
    """The timed circuit that a group is, None for plain repeats and supersets."""
    kind = _KINDS.get(group.kind)
    if kind is None:
        return None
    cap = next((clause.time.interval.ceiling for clause in clauses if isinstance(clause, Cap)), None)
    time = None if group.time is None else group.time.interval
    period = None if group.period is None else group.period.interval.floor
    total, certain = turns(group)
    rounds = Interval(1.0, None) if kind is CircuitKind.AMRAP else Interval(float(certain), float(total))
    return Circuit(number, kind, rounds, period, time, cap)


def turns(group: Group) -> tuple[int, int]:
    """How often the group comes round at most, and for certain."""
    if group.scheme:
        return len(group.scheme), len(group.scheme)
    if group.kind is GroupKind.EMOM and group.time is not None and group.period is not None:
        period = group.period.interval.floor or 60.0
        longest = group.time.interval.ceiling or group.time.interval.floor or period
        shortest = group.time.interval.floor or longest
        return max(1, math.floor(longest / period)), max(1, math.floor(shortest / period))
    if group.count is None:
        return 1, 1
    certain = int(group.count.low or 1)
    return int(group.count.high or certain), certain


def held_inside(task: Task) -> tuple[Clause, ...]:
    """What a group asks of each step in it: its aims, except the cap and the rest between unrolled rounds."""
    unrolled = any(not isinstance(inner.step, Sets) for inner in task.inner)
    return tuple(
        clause
        for clause in task.clauses
        if not isinstance(clause, Cap | Progress | Remark)
        and not (unrolled and isinstance(clause, Aim) and clause.kind is AimKind.REST)
    )


def rest_between(task: Task) -> Task | None:
    """The pause between the rounds of an unrolled group, as a task of its own."""
    for clause in task.clauses:
        if isinstance(clause, Aim) and clause.kind is AimKind.REST:
            step = Effort(clause.range, None, ((0, 0, FeelAim(Feel.EASY)),))
            return Task(step, (FeelAim(Feel.EASY),), task.span)
    return None


def with_reps(inner: tuple[Task, ...], scheme: tuple[int, ...], turn: int) -> tuple[Task, ...]:
    """The tasks of one turn of a scheme such as 21-15-9, each exercise with that turn's reps."""
    if not scheme:
        return inner
    reps = Range(Decimal(scheme[turn - 1]), Decimal(scheme[turn - 1]))
    return tuple(
        replace(task, step=replace(task.step, parts=(SetPart(None, reps),)))
        if isinstance(task.step, Sets) and task.step.parts[0].amount is None
        else task
        for task in inner
    )


def tabata_turn(task: Task) -> Task:
    """One exercise or effort of a Tabata: work for twenty seconds, then ten off."""
    clauses = (*task.clauses, Aim(AimKind.REST, TABATA_OFF))
    if isinstance(task.step, Sets):
        return replace(task, step=replace(task.step, parts=(SetPart(None, TABATA_ON, Measure.HOLD),)), clauses=clauses)
    if isinstance(task.step, Effort):
        return replace(task, step=replace(task.step, size=TABATA_ON), clauses=clauses)
    return task
