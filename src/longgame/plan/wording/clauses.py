"""How each clause is written."""

from __future__ import annotations

from collections.abc import Callable

from longgame.plan.wording.values import plain, write_range
from longgame.plan.written import (
    Aim,
    AimKind,
    Base,
    Cap,
    Clause,
    DropSets,
    EachSide,
    FeelAim,
    Mark,
    Progress,
    Range,
    RelativeLoad,
    Remark,
    Tempo,
    Trigger,
    Until,
    ZoneAim,
)


def write_clause(clause: Clause) -> str:
    """The clause in canonical text."""
    return _WRITERS[type(clause)](clause)


def _aim(aim: Aim) -> str:
    word = "@" if aim.at or aim.kind in (AimKind.SHARE, AimKind.LOAD) else aim.kind.value
    text = f"{word} {_ramp(aim.range, aim.to)}"
    if aim.of is not None:
        return f"{text} of {write_range(aim.of)}"
    return f"{text} of {aim.base.value}" if aim.base is not Base.OWN else text


def _ramp(start: Range, end: Range | None) -> str:
    return write_range(start) if end is None else f"{write_range(start)} to {write_range(end)}"


def _zone(aim: ZoneAim) -> str:
    zones = f"z{aim.low}" if aim.low == aim.high else f"z{aim.low}..z{aim.high}"
    if aim.at:
        return f"@ {zones}"
    return zones if aim.kind is None else f"{aim.kind.value} {zones}"


def _relative(load: RelativeLoad) -> str:
    if load.change is None:
        return f"@ {load.base.value}"
    return f"@ {load.base.value} {signed(load.change)}"


def signed(change: Range) -> str:
    """A change with its sign: +2.5 kg, -20..-10 kg."""
    negative = change.high is not None and change.high <= 0 and not (change.low == change.high == 0)
    if not negative:
        return "+" + write_range(change)
    low = None if change.high is None else -change.high
    high = None if change.low is None else -change.low
    return "-" + write_range(Range(low, high, change.scale))


def _progress(rule: Progress) -> str:
    text = f"{'regress' if rule.regress else 'progress'} {_change(rule.by, rule.noun, sign=True)}"
    if rule.trigger in (Trigger.WEEK, Trigger.SESSION):
        text += f" every {rule.trigger.value}" if rule.times == 1 else f" every {rule.times} {rule.trigger.value}s"
    else:
        times = {1: "", 2: " twice"}.get(rule.times, f" {rule.times} times")
        text += f" when {rule.trigger.value}{times}"
    if rule.up_to is not None:
        text += f" {'down' if rule.regress else 'up'} to {_change(rule.up_to, rule.noun, sign=False)}"
    return text


def _change(by: Range, noun: str, sign: bool) -> str:
    if by.scale is not Mark.COUNT:
        return signed(by) if sign else write_range(by)
    count = by.low if by.low is not None else by.high
    if count is None:
        return ""
    many = "" if abs(count) == 1 else "s"
    return f"{'+' if sign and count > 0 else ''}{plain(count)} {noun}{many}"


_WRITERS: dict[type, Callable[..., str]] = {
    Aim: _aim,
    ZoneAim: _zone,
    RelativeLoad: _relative,
    FeelAim: lambda clause: clause.feel.value,
    Tempo: lambda clause: "tempo " + "-".join(clause.counts),
    Until: lambda clause: f"until {clause.words}",
    Remark: lambda clause: f'note "{clause.text}"',
    EachSide: lambda _clause: "each side",
    DropSets: lambda clause: f"drop {clause.count} x {write_range(clause.share)}",
    Cap: lambda clause: f"cap {write_range(clause.time)}",
    Progress: _progress,
}
