"""A workout as a row of stretches, repeats unrolled: the shape that most players and head units want."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from longgame.kernel.sport import Sport
from longgame.plan.circuits import turns
from longgame.plan.gather import Task
from longgame.plan.interop.carried import Losses
from longgame.plan.interop.codes import InteropCode
from longgame.plan.model import Effort, Group, GroupKind, Sets
from longgame.plan.planned import StepRole
from longgame.plan.written import Aim, AimKind, Clause, Feel, FeelAim, Range, Remark, ZoneAim

_INTENSITY = (AimKind.POWER, AimKind.SHARE, AimKind.HEART_RATE, AimKind.PACE, AimKind.SPEED, AimKind.RPE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One effort: how long or how far, at which aim, with which cadence, and what else is said about it."""

    size: Range | None
    sport: Sport | None
    aim: Aim | ZoneAim | None
    cadence: Range | None
    role: StepRole | None
    feel: Feel | None
    remark: str | None
    written: str


def stretches_of(tasks: Iterable[Task], losses: Losses, sport: Sport | None = None) -> Iterator[Stretch]:
    """All efforts in the order they are done; sets of exercises have no place among them and are told as lost."""
    for task in tasks:
        step = task.step
        if isinstance(step, Effort):
            sport = step.sport or sport
            yield _stretch(step, task, sport, losses)
        elif isinstance(step, Sets):
            losses.add(InteropCode.NOT_CARRIED_OUT, f"{task.written}: sets of an exercise have no place here")
        else:
            yield from _rounds(step, task, losses, sport)


def _rounds(group: Group, task: Task, losses: Losses, sport: Sport | None) -> Iterator[Stretch]:
    if group.kind not in (GroupKind.REPEAT, GroupKind.FOR_TIME):
        losses.add(InteropCode.NOT_CARRIED_OUT, f"{task.written}: a circuit by the clock has no place here")
        return
    most, certain = turns(group)
    if most != certain:
        losses.add(InteropCode.APPROXIMATED, f"{task.written}: {most} rounds are written out, {certain} are enough")
    rest = next((one.range for one in task.clauses if isinstance(one, Aim) and one.kind is AimKind.REST), None)
    for turn in range(1, most + 1):
        yield from stretches_of(task.inner, losses, sport)
        if rest is not None and turn < most:
            yield Stretch(rest, sport, None, None, StepRole.EASY, Feel.EASY, None, "rest")


def _stretch(step: Effort, task: Task, sport: Sport | None, losses: Losses) -> Stretch:
    aims = [
        one for one in task.clauses if isinstance(one, ZoneAim) or (isinstance(one, Aim) and one.kind in _INTENSITY)
    ]
    cadence = next((one.range for one in task.clauses if isinstance(one, Aim) and one.kind is AimKind.CADENCE), None)
    chosen = min(aims, key=_preference, default=None)
    for clause in task.clauses:
        if not _is_carried(clause, chosen):
            losses.add(InteropCode.NOT_CARRIED_OUT, f"{task.written}: only one aim at a time can be carried")
    feel = next((one.feel for one in task.clauses if isinstance(one, FeelAim)), None)
    remark = next((one.text for one in task.clauses if isinstance(one, Remark)), None)
    return Stretch(step.size, sport, chosen, cadence, step.role, feel, remark, task.written)


def _is_intensity(aim: Aim | ZoneAim) -> bool:
    return isinstance(aim, ZoneAim) or aim.kind in _INTENSITY


def _preference(aim: Aim | ZoneAim) -> int:
    """Power before pace before heart rate before effort: what a machine can hold comes first."""
    order = (AimKind.POWER, AimKind.SHARE, AimKind.PACE, AimKind.SPEED, AimKind.HEART_RATE, AimKind.RPE)
    return order.index(aim.kind) if aim.kind in order else len(order)


def _is_carried(clause: Clause, chosen: Aim | ZoneAim | None) -> bool:
    if clause is chosen or isinstance(clause, FeelAim | Remark):
        return True
    return isinstance(clause, Aim) and clause.kind in (AimKind.CADENCE, AimKind.REST)
