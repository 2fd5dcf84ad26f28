"""Strength sessions as Liftoscript: one day, an exercise a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from longgame.kernel.units import Dimension, Unit
from longgame.plan.anchors import Anchors
from longgame.plan.calendar import Unfolded
from longgame.plan.gather import Task
from longgame.plan.interop.carried import Exported, Losses, file_name
from longgame.plan.interop.codes import InteropCode
from longgame.plan.model import Effort, Group, GroupKind, Measure, SetPart, Sets
from longgame.plan.planned import SetScheme, StepRole
from longgame.plan.wording.clauses import write_clause
from longgame.plan.wording.values import plain
from longgame.plan.written import Aim, AimKind, Base, Clause, Mark, Progress, Range, Trigger


def write_liftoscript(unfolded: Unfolded, _anchors: Anchors) -> Exported:
    """A session as a day of a Liftosaur program; efforts and circuits have no place there and are told."""
    losses = Losses()
    lines = [f"## {' '.join(unfolded.session.title.split())}", *_lines(unfolded.tasks, losses)]
    data = ("\n".join(lines) + "\n").encode("utf-8")
    return Exported(f"{file_name(unfolded.session.title)}.liftoscript", data, losses.told())


def _lines(tasks: Iterable[Task], losses: Losses) -> Iterator[str]:
    warm_ups: dict[str, str] = {}
    for task in tasks:
        step = task.step
        if isinstance(step, Group) and step.kind is GroupKind.SUPERSET and step.count is None:
            losses.add(
                InteropCode.APPROXIMATED, f"{task.written}: the exercises of a superset stand one after the other"
            )
            yield from _lines(task.inner, losses)
        elif isinstance(step, Effort | Group):
            losses.add(InteropCode.NOT_CARRIED_OUT, f"{task.written}: only sets of exercises have a place here")
        elif step.role is StepRole.WARM_UP:
            warm_ups[step.exercise] = ", ".join(_part(part, task, losses) for part in step.parts)
        else:
            yield _exercise(step, task, warm_ups.pop(step.exercise, None), losses)
    for name in warm_ups:
        losses.add(InteropCode.NOT_CARRIED_OUT, f"warm up {name}: there is no work after it")


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
        if not isinstance(clause, Progress) and not _is_carried(clause):
            losses.add(InteropCode.NOT_CARRIED_OUT, f"{task.written}: {write_clause(clause)} has no place here")
    return " / ".join(section for section in sections if section)


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
    if part.measure is not Measure.REPS or part.scheme is SetScheme.CLUSTER:
        losses.add(InteropCode.NOT_CARRIED_OUT, f"{task.written}: only reps can be told here")
    amount = part.amount
    if amount is None:
        return "1+"
    low, high = amount.low or amount.high or Decimal(1), amount.high or amount.low or Decimal(1)
    if part.scheme is SetScheme.AMRAP:
        return f"{plain(low)}+"
    return plain(low) if low == high else f"{plain(low)}-{plain(high)}"


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
