"""Strength sessions as Liftoscript: one day, an exercise a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from string import ascii_uppercase

from longgame.kernel.units import Dimension, Unit
from longgame.plan.anchors import Anchors
from longgame.plan.calendar import Unfolded
from longgame.plan.gather import Task
from longgame.plan.interop.carried import Exported, Losses, file_name
from longgame.plan.interop.codes import InteropCode
from longgame.plan.interop.notes import BETWEEN
from longgame.plan.model import Effort, Group, GroupKind, Measure, SetPart, Sets
from longgame.plan.planned import SetScheme, StepRole
from longgame.plan.wording.clauses import write_clause
from longgame.plan.wording.values import plain
from longgame.plan.written import (
    Aim,
    AimKind,
    Base,
    Clause,
    DropSets,
    EachSide,
    Mark,
    Progress,
    Range,
    Remark,
    Tempo,
    Trigger,
    Until,
)


def write_liftoscript(unfolded: Unfolded, _anchors: Anchors) -> Exported:
    """A session as a day of a Liftosaur program; efforts and circuits have no place there and are told."""
    losses = Losses()
    lines = [f"## {' '.join(unfolded.session.title.split())}", *_lines(unfolded.tasks, losses, iter(ascii_uppercase))]
    data = ("\n".join(lines) + "\n").encode("utf-8")
    return Exported(f"{file_name(unfolded.session.title)}.liftoscript", data, losses.told())


def _lines(tasks: Iterable[Task], losses: Losses, labels: Iterator[str]) -> Iterator[str]:
    warm_ups: dict[str, str] = {}
    for task in tasks:
        step = task.step
        if isinstance(step, Group) and step.kind is GroupKind.SUPERSET and all(map(_is_sets, task.inner)):
            label = next(labels)
            inner = [_in_turn(one, step.count, task.clauses) for one in task.inner]
            yield from (f"{line} / superset: {label}" for line in _lines(inner, losses, labels))
        elif isinstance(step, Effort | Group):
            losses.add(InteropCode.NOT_CARRIED_OUT, f"{task.written}: only sets of exercises have a place here")
        elif step.role is StepRole.WARM_UP:
            warm_ups[step.exercise] = ", ".join(_part(part, task, losses) for part in step.parts)
        else:
            line = _exercise(step, task, warm_ups.pop(step.exercise, None), losses)
            remark = BETWEEN.join(_remarks(step, task))
            yield f"// {remark}\n{line}" if remark else line
    for name in warm_ups:
        losses.add(InteropCode.NOT_CARRIED_OUT, f"warm up {name}: there is no work after it")


def _is_sets(task: Task) -> bool:
    return isinstance(task.step, Sets)


def _in_turn(task: Task, rounds: Range | None, clauses: tuple[Clause, ...]) -> Task:
    """Sets of a superset with its rounds as their number, and what is said of the whole said of each."""
    step = task.step
    if not isinstance(step, Sets):
        return task
    own = {_about(one) for one in task.clauses}
    more = tuple(one for one in clauses if _about(one) not in own)
    parts = tuple(replace(part, sets=part.sets or rounds) for part in step.parts)
    return replace(task, step=replace(step, parts=parts), clauses=(*task.clauses, *more))


def _about(clause: Clause) -> object:
    return clause.kind if isinstance(clause, Aim) else type(clause)


def _exercise(step: Sets, task: Task, warm_up: str | None, losses: Losses) -> str:
    sections = [
        " ".join(step.exercise.replace("/", "-").split()),
        ", ".join(_part(p, task, losses) for p in step.parts),
    ]
    if warm_up:
        sections.append(f"warmup: {warm_up}")
    rules = [one for one in task.clauses if isinstance(one, Progress)]
    if rules:
        sections.append(f"progress: {_progress(rules)}") if _linear(rules) else _lost(task, rules, losses)
    for clause in task.clauses:
        if not isinstance(clause, Progress) and not _is_carried(clause) and not _is_remarked(clause):
            losses.add(InteropCode.NOT_CARRIED_OUT, f"{task.written}: {write_clause(clause)} has no place here")
    return " / ".join(section for section in sections if section)


def _remarks(step: Sets, task: Task) -> Iterator[str]:
    """What has no place in the line, as words of plan text in the comment above it."""
    for part in step.parts:
        if part.scheme is SetScheme.CLUSTER and len(step.parts) == 1:
            yield f"{'+'.join(map(str, part.cluster))} reps"
    yield from (write_clause(clause) for clause in task.clauses if _is_remarked(clause))


def _is_remarked(clause: Clause) -> bool:
    if isinstance(clause, Tempo | EachSide | DropSets | Until | Remark):
        return True
    return isinstance(clause, Aim) and clause.kind in (AimKind.RIR, AimKind.CLEAN)


def _is_carried(clause: Clause) -> bool:
    if not isinstance(clause, Aim) or clause.to is not None or clause.of is not None:
        return False
    return clause.kind in (AimKind.RPE, AimKind.REST, AimKind.LOAD) or _is_share(clause)


def _is_share(clause: Aim) -> bool:
    return clause.kind is AimKind.SHARE and clause.base in (Base.OWN, Base.E1RM)


def _part(part: SetPart, task: Task, losses: Losses) -> str:
    count = part.sets or Range(Decimal(1), Decimal(1))
    if not count.is_point:
        losses.add(InteropCode.APPROXIMATED, f"{task.written}: the higher number of sets is written")
    clauses = [*([part.load[2]] if part.load else []), *task.clauses]
    aims = [one for one in clauses if isinstance(one, Aim) and _is_carried(one)]
    words = [f"{plain(count.high or count.low or Decimal(1))}x{_amount(part, task, losses)}"]
    return " ".join([*words, *(_word(aim, task, losses) for aim in aims)])


def _amount(part: SetPart, task: Task, losses: Losses) -> str:
    if part.measure is not Measure.REPS or (part.scheme is SetScheme.CLUSTER and not _alone(task)):
        losses.add(InteropCode.NOT_CARRIED_OUT, f"{task.written}: only reps can be told here")
    amount = part.amount
    if amount is None:
        return "1+"
    low, high = amount.low or amount.high or Decimal(1), amount.high or amount.low or Decimal(1)
    if part.scheme is SetScheme.AMRAP:
        return f"{plain(low)}+"
    return plain(low) if low == high else f"{plain(low)}-{plain(high)}"


def _alone(task: Task) -> bool:
    return isinstance(task.step, Sets) and len(task.step.parts) == 1


def _word(aim: Aim, task: Task, losses: Losses) -> str:
    value = aim.range
    middle = _middle(value)
    if not value.is_point:
        losses.add(InteropCode.APPROXIMATED, f"{task.written}: {write_clause(aim)} became its middle")
    if aim.kind is AimKind.RPE:
        return f"@{plain(middle)}"
    if aim.kind is AimKind.REST:
        seconds = middle if value.scale is Mark.CLOCK else middle * _factor(value)
        return f"{plain(seconds.quantize(Decimal(1)))}s"
    unit = value.scale.symbol if isinstance(value.scale, Unit) else "%"
    return f"{plain(middle.normalize())}{unit}"


def _middle(value: Range) -> Decimal:
    ends = [end for end in (value.low, value.high) if end is not None]
    return sum(ends, Decimal(0)) / max(1, len(ends))


def _factor(value: Range) -> Decimal:
    return value.scale.factor if isinstance(value.scale, Unit) else Decimal(1)


def _linear(rules: list[Progress]) -> bool:
    """Whether rules come to Liftosaur's linear progression: a load up when served, a load down when not."""
    triggers = {rule.trigger for rule in rules}
    return triggers <= {Trigger.SERVED, Trigger.NOT_SERVED} and Trigger.SERVED in triggers and all(map(_is_load, rules))


def _is_load(rule: Progress) -> bool:
    scale = rule.by.scale
    return rule.up_to is None and (
        scale is Mark.PERCENT or (isinstance(scale, Unit) and scale.dimension is Dimension.MASS)
    )


def _lost(task: Task, rules: list[Progress], losses: Losses) -> None:
    for rule in rules:
        losses.add(InteropCode.NOT_CARRIED_OUT, f"{task.written}: {write_clause(rule)} has no place here")


def _progress(rules: list[Progress]) -> str:
    up = next(rule for rule in rules if rule.trigger is Trigger.SERVED)
    down = next((rule for rule in rules if rule.trigger is Trigger.NOT_SERVED), None)
    if down is None:
        return f"lp({_change(up)})" if up.times == 1 else f"lp({_change(up)}, {up.times})"
    return f"lp({_change(up)}, {up.times}, 0, {_change(down)}, {down.times}, 0)"


def _change(rule: Progress) -> str:
    amount = abs(rule.by.low or Decimal(0))
    return f"{plain(amount)}{rule.by.scale.symbol if isinstance(rule.by.scale, Unit) else '%'}"
