"""Numbers with their units: the one place where 4..6, 2:30, <= 140 bpm and 4:55..5:05 /km are read and written."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from longgame.kernel.units import Dimension, Unit
from longgame.plan.language.codes import PlanCode
from longgame.plan.language.faults import Fault
from longgame.plan.language.vocabulary import SCALES
from longgame.plan.wording.values import write_range
from longgame.plan.written import Mark, Range, Scale

NUMBER = r"[+-]?\d+(?:\.\d+)?"
CLOCK = r"\d+:\d\d(?::\d\d)?"
VALUE = rf"(?:{CLOCK}|{NUMBER})"
UNITS = "(?:" + "|".join(sorted((re.escape(symbol) for symbol in SCALES), key=len, reverse=True)) + r")(?![\w/])"
RANGE = (
    rf"(?:(?P<hours>\d+)\s*h\s*(?P<minutes>\d+)\s*min(?!\w)"
    rf"|(?:(?P<cmp><=|>=|<|>)\s*(?P<only>{VALUE})"
    rf"|(?P<low>{VALUE})?\s*(?P<low_unit>{UNITS})?\s*\.\.\s*(?P<high>{VALUE})?"
    rf"|(?P<point>{VALUE}))(?:\s*(?P<unit>{UNITS}))?)"
)
RANGE_AT = re.compile(RANGE)
HUGE = re.compile(r"\d{10}")
"""A number too long to be meant; a line that holds one is not read at all."""


@lru_cache(maxsize=8192)
def number(text: str) -> Decimal:
    """The number of `text`: digits as they are, a clock in seconds."""
    if ":" not in text:
        return Decimal(text)
    total = 0
    for field in text.split(":"):
        total = total * 60 + int(field)
    return Decimal(total)


def read_range(match: re.Match[str], faults: list[Fault], base: int = 0) -> Range:
    """The range of a match of `RANGE`; faults get places counted from `base`. Never raises on a match."""
    if match["hours"] is not None:
        minutes = Decimal(match["hours"]) * 60 + Decimal(match["minutes"])
        return Range(minutes, minutes, Unit.MINUTE)
    scale = _scale(match)
    if match["cmp"] is not None:
        only = number(match["only"])
        return Range(only, None, scale) if match["cmp"] in (">=", ">") else Range(None, only, scale)
    if match["point"] is not None:
        point = number(match["point"])
        return Range(point, point, scale)
    low = number(match["low"]) if match["low"] else None
    high = number(match["high"]) if match["high"] else None
    if low is not None and high is not None and match["low_unit"]:
        low, high, scale = _aligned(low, SCALES[match["low_unit"]], high, scale)
    if low is None and high is None:
        start, stop = base + match.start(), base + match.end()
        faults.append(Fault(PlanCode.PART_MISSING, start, stop, "an interval without numbers", "write 4..6"))
    if low is not None and high is not None and low > high:
        low, high = high, low
        faults.append(_upside_down(match, Range(low, high, scale), base))
    return Range(low, high, scale)


def _scale(match: re.Match[str]) -> Scale:
    unit = match["unit"] or match["low_unit"]
    scale: Scale = SCALES[unit] if unit else Mark.COUNT
    digits = match["only"] or match["point"] or match["high"] or match["low"] or ""
    if scale is Mark.COUNT and ":" in digits:
        return Mark.CLOCK
    return scale


def _aligned(low: Decimal, own: Scale, high: Decimal, scale: Scale) -> tuple[Decimal, Decimal, Scale]:
    """Two sides in units of their own, told in the finer one: 40 min .. 1 h is 40..60 min."""
    if own is scale or not isinstance(own, Unit):
        return low, high, scale
    if scale is Mark.CLOCK and own.dimension is Dimension.TIME:
        return low * own.factor, high, scale
    if not isinstance(scale, Unit) or own.dimension is not scale.dimension:
        return low, high, scale
    if own.factor < scale.factor:
        return low, high * scale.factor / own.factor, own
    return low * own.factor / scale.factor, high, scale


def _upside_down(match: re.Match[str], right: Range, base: int) -> Fault:
    message = f"bounds upside down: upper {_one(right.low, right.scale)} is below lower {_one(right.high, right.scale)}"
    start, stop = base + match.start(), base + match.end()
    return Fault(PlanCode.UPSIDE_DOWN, start, stop, message, f"write {write_range(right)}")


def _one(value: Decimal | None, scale: Scale) -> str:
    return write_range(Range(value, value, scale))
