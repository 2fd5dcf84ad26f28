"""Deloads: what a lighter week takes back from sets, load and time."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from longgame.plan.model import Deload, Effort, Group, Measure, SetPart, Step
from longgame.plan.timeline import Stretch
from longgame.plan.written import Aim, AimKind, Clause, Mark, Placed, Range


def lightened(step: Step, stretch: Stretch, week: int) -> Step:
    """The step as it is in week `week` of its block: unchanged unless the block takes that week back."""
    for child in stretch.entry.children:
        if isinstance(child.content, Deload) and child.content.weeks.contains(week):
            return _lighter(step, child.content)
    return step


def _lighter(step: Step, deload: Deload) -> Step:
    if isinstance(step, Effort):
        return step if step.size is None else replace(step, size=_scaled(step.size, deload.time))
    if isinstance(step, Group):
        items = tuple(_lighter(item, deload) for item in step.items)
        count = step.count if step.count is None else _whole(step.count, deload.sets)
        return replace(step, items=items, count=count, time=step.time and _scaled(step.time, deload.time))
    parts = tuple(_lighter_part(part, deload) for part in step.parts)
    return replace(step, parts=parts, clauses=_lighter_loads(step.clauses, deload.load))


def _lighter_part(part: SetPart, deload: Deload) -> SetPart:
    sets = part.sets if part.sets is None else _whole(part.sets, deload.sets)
    load = None if part.load is None else _lighter_loads((part.load,), deload.load)[0]
    amount = part.amount
    if amount is not None and part.measure is not Measure.REPS:
        amount = _scaled(amount, deload.time)
    return replace(part, sets=sets, load=load, amount=amount)


def _lighter_loads(clauses: tuple[Placed, ...], share: Range | None) -> tuple[Placed, ...]:
    return tuple((start, stop, _lighter_load(clause, share)) for start, stop, clause in clauses)


def _lighter_load(clause: Clause, share: Range | None) -> Clause:
    if isinstance(clause, Aim) and clause.kind in (AimKind.LOAD, AimKind.SHARE):
        return replace(clause, range=_scaled(clause.range, share))
    return clause


def _share(share: Range | None) -> tuple[Decimal, Decimal] | None:
    if share is None or share.scale is not Mark.PERCENT:
        return None
    low = share.low if share.low is not None else share.high
    high = share.high if share.high is not None else share.low
    return (low / 100, high / 100) if low is not None and high is not None else None


def _scaled(value: Range, share: Range | None) -> Range:
    """`value` times a share, the floor with the lower side and the ceiling with the upper, to two decimals."""
    factors = _share(share)
    if factors is None:
        return value
    low, high = (
        None if side is None else (side * factor).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
        for side, factor in zip((value.low, value.high), factors, strict=True)
    )
    return Range(low, high, value.scale)


def _whole(value: Range, share: Range | None) -> Range:
    """Like `_scaled`, for counts: to the nearest whole number, and never below one."""
    scaled = _scaled(value, share)
    low, high = (
        None if side is None else max(Decimal(1), side.quantize(Decimal(1), ROUND_HALF_UP))
        for side in (scaled.low, scaled.high)
    )
    return Range(low, high, value.scale)
