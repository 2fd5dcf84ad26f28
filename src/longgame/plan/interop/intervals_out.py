"""Sessions as workout text for intervals.icu; steps that it has no words for are told, sets of lifts stand as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from longgame.kernel.units import Dimension, Unit
from longgame.plan.anchors import Anchors
from longgame.plan.calendar import Unfolded
from longgame.plan.gather import Task
from longgame.plan.interop.carried import Exported, Losses, file_name
from longgame.plan.interop.codes import InteropCode
from longgame.plan.interop.flat import Stretch, stretches_of
from longgame.plan.interop.folding import fold
from longgame.plan.interop.shares import seconds_of
from longgame.plan.model import Sets
from longgame.plan.planned import StepRole
from longgame.plan.wording.values import digits, plain
from longgame.plan.written import Aim, AimKind, Base, Mark, ZoneAim

_HEADS = {StepRole.WARM_UP: "Warmup", StepRole.COOL_DOWN: "Cooldown"}
_DISTANCES = {Unit.KILOMETRE: "km", Unit.METRE: "mtr", Unit.MILE: "mi", Unit.YARD: "yrd"}


@dataclass(frozen=True, slots=True)
class _Row:
    """One line, under the heading that its role gives it."""

    head: str
    text: str


def write_intervals(unfolded: Unfolded, anchors: Anchors) -> Exported:
    """A session as text to be put into a workout on intervals.icu. Zones and shares go out as they are written; that
    site works them out with the settings it has."""
    losses = Losses()
    session = unfolded.session
    rows = [_row(one, anchors, losses) for one in stretches_of(_going(unfolded.tasks), losses)]
    lifting = _lifting(unfolded.tasks, losses)
    lines = [*session.notes, *lifting, *_blocks([row for row in rows if row is not None])]
    return Exported(f"{file_name(session.title)}.txt", ("\n".join(lines).strip() + "\n").encode("utf-8"), losses.told())


def _going(tasks: Iterable[Task]) -> list[Task]:
    return [task for task in tasks if not isinstance(task.step, Sets)]


def _lifting(tasks: Iterable[Task], losses: Losses) -> Iterator[str]:
    for task in tasks:
        if isinstance(task.step, Sets):
            losses.add(InteropCode.APPROXIMATED, f"{task.written}: sets stand as words, no step guides through them")
            yield task.written


def _blocks(rows: list[_Row]) -> Iterator[str]:
    head = ""
    open_repeat = False
    for count, block in fold(rows):
        if count > 1:
            yield from ("", f"{count}x", *(row.text for row in block), "")
            head, open_repeat = "", True
            continue
        for row in block:
            if row.head != head:
                yield from ("", row.head) if row.head else ("",) if not open_repeat else ()
                head = row.head
            open_repeat = False
            yield row.text


def _row(stretch: Stretch, anchors: Anchors, losses: Losses) -> _Row | None:
    size = _size(stretch, anchors, losses)
    if size is None:
        return None
    cue = " / ".join(word for word in (stretch.remark, stretch.feel.value if stretch.feel else None) if word)
    words = ["-", cue, size, _aim(stretch, anchors, losses), _cadence(stretch)]
    return _Row(_HEADS.get(stretch.role, "") if stretch.role else "", " ".join(word for word in words if word))


def _size(stretch: Stretch, anchors: Anchors, losses: Losses) -> str | None:
    size = stretch.size
    if size is not None and size.is_distance and size.is_point and size.low is not None:
        unit = size.scale if isinstance(size.scale, Unit) else Unit.METRE
        if unit in _DISTANCES:
            return f"{plain(size.low)}{_DISTANCES[unit]}"
    seconds = seconds_of(stretch, anchors, losses)
    return None if seconds is None else _clock(seconds)


def _clock(seconds: Decimal) -> str:
    whole = int(seconds.quantize(Decimal(1)))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return "".join(f"{count}{unit}" for count, unit in ((hours, "h"), (minutes, "m"), (rest, "s")) if count)


def _cadence(stretch: Stretch) -> str:
    cadence = stretch.cadence
    if cadence is None:
        return ""
    low, high = cadence.low or cadence.high, cadence.high or cadence.low
    return f"{_between(plain(low or Decimal(0)), plain(high or Decimal(0)))}rpm"


def _between(low: str, high: str) -> str:
    return low if low == high else f"{low}-{high}"


def _aim(stretch: Stretch, anchors: Anchors, losses: Losses) -> str:
    aim = stretch.aim
    if aim is None:
        return ""
    if isinstance(aim, ZoneAim):
        zones = f"Z{aim.low}" + (f"-Z{aim.high}" if aim.high != aim.low else "")
        word = {AimKind.HEART_RATE: " HR", AimKind.PACE: " Pace", AimKind.SPEED: " Pace"}
        return zones + (word.get(aim.kind, "") if aim.kind else "")
    words = _written(aim, anchors)
    if words is None:
        losses.add(InteropCode.NOT_CARRIED_OUT, f"{stretch.written}: this aim cannot be told here")
    return words or ""


def _written(aim: Aim, anchors: Anchors) -> str | None:
    """An aim in the site's words; None where it has none."""
    scale = aim.range.scale
    ramp = "ramp " if aim.to is not None else ""
    if scale is Mark.PERCENT:
        word = _share_word(aim)
        return None if word is None else f"{ramp}{_ends(aim)}%{word}"
    if scale is Unit.WATT:
        return f"{ramp}{_ends(aim)}w"
    if isinstance(scale, Unit) and scale.dimension is Dimension.PACE:
        return f"{ramp}{_ends(aim)}{scale.symbol} Pace"
    if scale is Unit.BEAT_PER_MINUTE and anchors.threshold_hr_bpm and aim.range.low and aim.range.high:
        low, high = (round(float(end) / anchors.threshold_hr_bpm * 100) for end in (aim.range.low, aim.range.high))
        return f"{_between(str(low), str(high))}% LTHR"
    return None


def _share_word(aim: Aim) -> str | None:
    """What follows a percentage: nothing for power, the name of what it is a share of for others."""
    if aim.of is not None:
        return None
    if aim.kind is AimKind.HEART_RATE:
        return " HR" if aim.base is Base.MAX else " LTHR"
    if aim.kind in (AimKind.PACE, AimKind.SPEED):
        return " Pace"
    return "" if aim.kind in (AimKind.SHARE, AimKind.POWER) else None


def _ends(aim: Aim) -> str:
    """Both ends of an aim, or of a ramp; an open side is left to the other."""
    first, last = aim.range, aim.to or aim.range
    end = last.high or last.low if aim.to is None else last.low or last.high
    return _between(digits(first.low or first.high, first.scale), digits(end, last.scale))
