"""How numbers with their units are written: 4..6, 2:30, <= 140 bpm, 4:55..5:05 /km."""

from __future__ import annotations

from decimal import Decimal

from longgame.kernel.units import Dimension, Unit
from longgame.plan.written import Mark, Range, Scale


def write_range(value: Range) -> str:
    """The range in canonical text."""
    suffix = _suffix(value.scale)
    if value.low is None and value.high is None:
        return ".." + suffix
    if value.low is None:
        return f"<= {digits(value.high, value.scale)}{suffix}"
    if value.high is None:
        return f">= {digits(value.low, value.scale)}{suffix}"
    if value.is_point:
        return digits(value.low, value.scale) + suffix
    return f"{digits(value.low, value.scale)}..{digits(value.high, value.scale)}{suffix}"


def _suffix(scale: Scale) -> str:
    if isinstance(scale, Unit):
        return " " + scale.symbol
    return {Mark.PERCENT: "%", Mark.CALORIE: " cal"}.get(scale, "")


def digits(value: Decimal | None, scale: Scale) -> str:
    """One side of a range without its unit; nothing for an open side."""
    if value is None:
        return ""
    if scale is Mark.CLOCK or (isinstance(scale, Unit) and scale.dimension is Dimension.PACE):
        return clock(value)
    return plain(value)


def plain(value: Decimal) -> str:
    """A number without needless zeros, never in exponent form."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def clock(seconds: Decimal) -> str:
    """Seconds as m:ss or h:mm:ss; a fraction of a second is kept by writing plain seconds."""
    if seconds != int(seconds) or seconds < 0:
        return plain(seconds)
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes_left = divmod(minutes, 60)
    return f"{hours}:{minutes_left:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
