"""Aims: the clauses that bound something, by its word (hr 130..140 bpm) or by @ and a unit (@ 4:55..5:05 /km)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from longgame.kernel.units import Dimension, Unit
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault
from longgame.plan.language.values import RANGE, RANGE_AT, read_range
from longgame.plan.wording.values import write_range
from longgame.plan.written import Aim, AimKind, Base, Clause, LoadBase, Mark, Range, RelativeLoad, Scale, ZoneAim

_ZONE = re.compile(r"(?:(?P<word>hr|power|pace|speed|@)\s*)?z(?P<low>\d)(?:\s*\.\.\s*z?(?P<high>\d))?$")
_RELATIVE = re.compile(rf"@\s*(?P<base>last|bodyweight|bw)\b\s*(?P<sign>[+-−])?\s*(?P<change>{RANGE})?$")
_OF = re.compile(r"\s*of\s+(?P<base>.+)$")
_TO = re.compile(r"\s*to\s+")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What one kind of aim accepts: dimensions of units, percent or not, bare counts within limits."""

    dimensions: tuple[Dimension, ...]
    percent: bool
    example: str
    assumed: Scale
    top: Decimal | None = None


_KINDS = {
    AimKind.HEART_RATE: _Kind((Dimension.HEART_RATE,), True, "hr 130..140 bpm", Unit.BEAT_PER_MINUTE),
    AimKind.POWER: _Kind((Dimension.POWER,), True, "power 200..220 W", Unit.WATT),
    AimKind.PACE: _Kind((Dimension.PACE,), True, "pace 4:55..5:05 /km", Unit.SECOND_PER_KILOMETRE),
    AimKind.SPEED: _Kind((Dimension.SPEED,), True, "speed 11..12 km/h", Unit.KILOMETRE_PER_HOUR),
    AimKind.RPE: _Kind((), False, "rpe 2..3", Mark.COUNT, Decimal(10)),
    AimKind.RIR: _Kind((), False, "rir 2..3", Mark.COUNT, Decimal(20)),
    AimKind.CADENCE: _Kind((Dimension.CADENCE,), False, "cadence 85..95 rpm", Unit.REVOLUTION_PER_MINUTE),
    AimKind.GRADE: _Kind((), True, "grade 4..6%", Mark.PERCENT, Decimal(60)),
    AimKind.REST: _Kind((Dimension.TIME,), False, "rest 2:30", Unit.SECOND),
    AimKind.CLEAN: _Kind((), True, "clean 60..90%", Mark.PERCENT, Decimal(100)),
    AimKind.TIME: _Kind((Dimension.TIME,), False, "in 24:00..25:00", Unit.MINUTE),
}

_BY_DIMENSION = {
    Dimension.MASS: AimKind.LOAD,
    Dimension.POWER: AimKind.POWER,
    Dimension.PACE: AimKind.PACE,
    Dimension.SPEED: AimKind.SPEED,
    Dimension.HEART_RATE: AimKind.HEART_RATE,
    Dimension.CADENCE: AimKind.CADENCE,
}

_BASES = {
    "threshold": Base.THRESHOLD,
    "max": Base.MAX,
    "e1rm": Base.E1RM,
    "1rm": Base.E1RM,
    "bodyweight": Base.BODYWEIGHT,
}


def read_zone(text: str, faults: list[Fault]) -> Clause | None:
    """A bare zone or stretch of zones: z1, z1..z2."""
    match = _ZONE.fullmatch(text)
    if match is None:
        faults.append(Fault(PlanCode.NOT_UNDERSTOOD, 0, len(text), f"'{text}' is not understood", "write z1 or z1..z2"))
        return None
    low, high = int(match["low"]), int(match["high"] or match["low"])
    if low > high:
        message = f"bounds upside down: upper z{high} is below lower z{low}"
        faults.append(Fault(PlanCode.UPSIDE_DOWN, 0, len(text), message, f"write z{high}..z{low}"))
        low, high = high, low
    word = match["word"]
    kind = AimKind(word) if word and word != "@" else None
    return ZoneAim(kind, low, high, at=word == "@")


def read_aim(text: str, faults: list[Fault]) -> Clause | None:
    """An aim that begins with its word."""
    if _ZONE.fullmatch(text):
        return read_zone(text, faults)
    word = text.split(maxsplit=1)[0]
    kind = AimKind(word)
    aim = _value(text, len(word), kind, faults)
    return None if aim is None else _checked(aim, text, faults)


def read_at(text: str, faults: list[Fault]) -> Clause | None:
    """An aim that begins with @: its unit tells what it is about."""
    if "z" in text and _ZONE.fullmatch(text):
        return read_zone(text, faults)
    relative = _RELATIVE.fullmatch(text) if "last" in text or "b" in text else None
    if relative is not None:
        return _relative(relative, faults)
    aim = _value(text, 1, None, faults)
    if aim is None:
        return None
    if isinstance(aim.range.scale, Unit) and aim.kind is not AimKind.SHARE:
        return _checked(aim, text, faults)
    if aim.range.scale is not Mark.PERCENT:
        hint = "write @ 60..65 kg, @ 80%, @ 4:55..5:05 /km or @ 250 W"
        faults.append(Fault(PlanCode.UNIT_MISSING, 0, len(text), "the number after @ needs its unit", hint))
        return None
    return aim


def _relative(match: re.Match[str], faults: list[Fault]) -> RelativeLoad:
    base = LoadBase.LAST if match["base"] == "last" else LoadBase.BODYWEIGHT
    if match["change"] is None:
        return RelativeLoad(base)
    inner = RANGE_AT.match(match.string, match.start("change"))
    change = read_range(inner, faults) if inner else None
    if change is not None and match["sign"] in ("-", "−"):
        low = None if change.high is None else -change.high
        change = Range(low, None if change.low is None else -change.low, change.scale)
    if change is not None and change.scale is Mark.COUNT:
        hint = f"write @ {base.value} +2.5 kg"
        faults.append(Fault(PlanCode.UNIT_MISSING, 0, len(match.string), "a load needs its unit", hint))
        return RelativeLoad(base)
    return RelativeLoad(base, change)


def _value(text: str, start: int, kind: AimKind | None, faults: list[Fault]) -> Aim | None:
    """Range, then `to` another one, then `of` a base, up to the end of `text`. Behind @, the unit tells the kind."""
    begin = start + len(text[start:]) - len(text[start:].lstrip())
    match = RANGE_AT.match(text, begin)
    if match is None:
        _no_number(text, kind, faults)
        return None
    first = read_range(match, faults)
    stop = match.end()
    if stop == len(text):
        return Aim(kind or _kind_by_unit(first.scale), first, at=kind is None)
    second = None
    if to := _TO.match(text, stop):
        inner = RANGE_AT.match(text, to.end())
        if inner is None:
            _no_number(text, kind, faults)
            return None
        second = read_range(inner, faults)
        first = _ramp(first, second)
        stop = inner.end()
    aim = Aim(kind or _kind_by_unit(first.scale), first, to=second, at=kind is None)
    if of := _OF.match(text, stop):
        return _based(aim, of, faults)
    if text[stop:].strip():
        rest = text[stop:].strip()
        begin = text.index(rest, stop)
        hint = f"write {_KINDS[kind].example}" if kind in _KINDS else "write @ 60..65 kg"
        faults.append(Fault(PlanCode.NOT_UNDERSTOOD, begin, len(text), f"'{rest}' is not understood", hint))
    return aim


def _kind_by_unit(scale: Scale) -> AimKind:
    return _BY_DIMENSION.get(scale.dimension, AimKind.SHARE) if isinstance(scale, Unit) else AimKind.SHARE


def _ramp(first: Range, second: Range) -> Range:
    """The first range of a ramp, in the second one's unit where it has none of its own."""
    plain = first.scale is Mark.COUNT and second.scale is not Mark.COUNT
    clock = first.scale is Mark.CLOCK and isinstance(second.scale, Unit)
    return replace(first, scale=second.scale) if plain or clock else first


def _no_number(text: str, kind: AimKind | None, faults: list[Fault]) -> None:
    example = _KINDS[kind].example if kind in _KINDS else "@ 60..65 kg"
    message = f"'{text}' has no number that can be read"
    faults.append(Fault(PlanCode.PART_MISSING, 0, len(text), message, f"write {example}"))


def _based(aim: Aim, of: re.Match[str], faults: list[Fault]) -> Aim:
    word = " ".join(of["base"].split())
    for name, base in _BASES.items():
        if word == name or word.startswith(name + " "):
            return replace(aim, base=base)
    amount = RANGE_AT.fullmatch(word)
    if amount is not None:
        value = read_range(amount, faults, of.start("base"))
        if isinstance(value.scale, Unit):
            return replace(aim, of=value)
    message = f"'{word}' is nothing to take a percentage of"
    hint = "write 80% of max, 95% of threshold, 75% of e1rm, 50% of bodyweight or 80% of 140 kg"
    faults.append(Fault(PlanCode.NOT_UNDERSTOOD, of.start("base"), of.end(), message, hint))
    return aim


def _checked(aim: Aim, text: str, faults: list[Fault]) -> Aim:
    """The aim with its unit put right, and a fault where unit or size cannot be."""
    kind = _KINDS.get(aim.kind)
    if kind is None:
        return aim
    scale = aim.range.scale
    if scale is Mark.COUNT and kind.assumed is not Mark.COUNT:
        right = replace(aim, range=replace(aim.range, scale=kind.assumed))
        hint = f"write {aim.kind.value} {write_range(right.range)}"
        faults.append(Fault(PlanCode.UNIT_MISSING, 0, len(text), f"{aim.kind.value} needs its unit", hint))
        return right
    if not _fits(scale, kind):
        message = f"{write_range(aim.range)} is no {aim.kind.value}"
        faults.append(Fault(PlanCode.UNIT_MISFIT, 0, len(text), message, f"write {kind.example}"))
    elif _outside(aim.range, kind):
        message = f"{aim.kind.value} {write_range(aim.range)} is out of range"
        faults.append(Fault(PlanCode.OUT_OF_RANGE, 0, len(text), message, f"write {kind.example}"))
    return aim


def _fits(scale: Scale, kind: _Kind) -> bool:
    if isinstance(scale, Unit):
        return scale.dimension in kind.dimensions
    if scale is Mark.PERCENT:
        return kind.percent
    return Dimension.TIME in kind.dimensions if scale is Mark.CLOCK else not kind.dimensions and not kind.percent


def _outside(value: Range, kind: _Kind) -> bool:
    ends = [abs(end) for end in (value.low, value.high) if end is not None]
    if isinstance(value.scale, Unit) and value.scale.dimension is Dimension.PACE:
        return any(end < 30 for end in ends)
    return kind.top is not None and any(end > kind.top for end in ends)
