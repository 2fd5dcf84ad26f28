"""Dates and times as exports write them; the order of day and month is decided once per file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from enum import Enum
from functools import lru_cache

from longgame.intake.moments import in_a_life
from longgame.intake.tables.months import bare_word, month_of


class DayOrder(Enum):
    """What the first number of an all-numeric date with its year last is."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as read, with its time and offset where they were written."""

    day: date
    time: time | None = None
    offset: timezone | None = None

    def at(self, zone: tzinfo) -> datetime:
        """The moment for somebody living in `zone`; noon of their day where no time was written."""
        if self.time is None:
            return datetime.combine(self.day, time(12), zone)
        return datetime.combine(self.day, self.time, self.offset or zone)


_ISO = re.compile(
    r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?"
    r"\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?(?:\s*([ap])\.?\s?m\.?)?)?$",
    re.IGNORECASE,
)
_EAST = re.compile(r"^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
_NUMERIC = re.compile(r"^(\d{1,2})[/.\-] ?(\d{1,2})[/.\-] ?(\d{4}|\d{2})(?!\d)\.?")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:[:.]|\s?h\s?)(\d{2})(?:[:.](\d{2}))?(?!\d)")
_LEADING_ISO = re.compile(r"^(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})(?=[ T,.])")
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})$")
_WORD = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_COUNTED_MONTH = re.compile(r"(?<!\w)(?:thg|tháng)\.?\s?(\d{1,2})(?!\d)", re.IGNORECASE)
_AFTERNOON = {"pm", "p", "下午", "晚上", "午後", "오후", "μμ"}
_MORNING = {"am", "a", "上午", "凌晨", "早上", "午前", "오전", "πμ"}


def day_order(cells: Iterable[str]) -> DayOrder | None:
    """The order that a file's dates prove, or None where all of them could be read both ways."""
    day = month = 0
    for cell in cells:
        match = _NUMERIC.match(cell.strip())
        if match is not None:
            day += int(match.group(1)) > 12
            month += int(match.group(2)) > 12
    if bool(day) == bool(month):
        return None
    return DayOrder.DAY_FIRST if day else DayOrder.MONTH_FIRST


def is_ambiguous(cell: str) -> bool:
    """Whether a date has only numbers, its year last, and would be another day with day and month exchanged."""
    match = _NUMERIC.match(cell.strip())
    return match is not None and match.group(1) != match.group(2)


@lru_cache(maxsize=8192)
def moment(text: str, order: DayOrder = DayOrder.DAY_FIRST) -> Moment | None:
    """The date in `text`, in any of the known languages, with its time where there is one; None if it is not a date.

    A year in which nobody alive trained is none either.

    >>> moment("7 Apr 2026, 10:14").day.isoformat(), moment("05/13/2026", DayOrder.MONTH_FIRST).day.isoformat()
    ('2026-04-07', '2026-05-13')
    """
    bare = unicodedata.normalize("NFKC", text).strip()
    try:
        found = _iso(bare) or _eastern(bare) or _numeric(bare, order) or _worded(bare)
    except ValueError:
        return None
    return found if found is not None and in_a_life(found.day) else None


def epoch_moment(seconds: float) -> datetime | None:
    """The moment so many seconds after 1970, or None outside the years 1970–2100."""
    return datetime.fromtimestamp(seconds, UTC) if 0 <= seconds < 4_102_444_800 else None


def _iso(bare: str) -> Moment | None:
    compact = _COMPACT.match(bare)
    if compact is not None:
        return Moment(date(*(int(part) for part in compact.groups())))
    match = _ISO.match(bare)
    if match is None:
        leading = _LEADING_ISO.match(bare)
        clock = _clock(bare[leading.end() :]) if leading is not None else None
        return Moment(date(*(int(part) for part in leading.groups())), clock) if leading and clock else None
    year, month, day, hour, minute, second, offset, half = match.groups()
    on = date(int(year), int(month), int(day))
    if hour is None:
        return Moment(on)
    clock = time(_hour(int(hour), half), int(minute), int(second or 0))
    return Moment(on, clock, _offset(offset) if offset else None)


def _offset(text: str) -> timezone:
    match = _OFFSET.match(text)
    if match is None:
        return UTC
    sign, hours, minutes = match.groups()
    ahead = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(ahead if sign == "+" else -ahead)


def _eastern(bare: str) -> Moment | None:
    match = _EAST.match(bare)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    return Moment(date(year, month, day), _clock(bare[match.end() :]))


def _numeric(bare: str, order: DayOrder) -> Moment | None:
    match = _NUMERIC.match(bare)
    if match is None:
        return None
    first, second, year = (int(part) for part in match.groups())
    day, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
    return Moment(date(year if year > 99 else 2000 + year, month, day), _clock(bare[match.end() :]))


def _worded(bare: str) -> Moment | None:
    """A date with the month in words: "May 13, 2026, 9:54:42 AM", "13. Mai 2026 um 09:54", "13 de mayo de 2026"."""
    match = _CLOCK.search(bare)
    clock = _clock(bare)
    if match is not None:
        bare = bare[: match.start()] + " " + bare[match.end() :]
    year = day = None
    counted = _COUNTED_MONTH.search(bare)
    month = None if counted is None else int(counted.group(1))
    if counted is not None:
        bare = bare[: counted.start()] + " " + bare[counted.end() :]
    for word in _WORD.findall(bare):
        if word.isdecimal():
            if len(word) == 4 and year is None:
                year = int(word)
            elif len(word) <= 2 and day is None:
                day = int(word)
        elif month is None:
            month = month_of(word)
    if year is None or month is None or day is None:
        return None
    return Moment(date(year, month, day), clock)


def _clock(rest: str) -> time | None:
    match = _CLOCK.search(rest)
    if match is None:
        return None
    hour, minute, second = match.groups()
    around = bare_word(rest[: match.start()] + " " + rest[match.end() :]).replace(".", "").replace(" m", "m").split()
    half = "p" if _AFTERNOON & set(around) else "a" if _MORNING & set(around) else None
    if half is None:
        half = next((sign for sign, words in (("p", _AFTERNOON), ("a", _MORNING)) if _touches(around, words)), None)
    return time(_hour(int(hour), half), int(minute), int(second or 0))


def _touches(around: list[str], words: set[str]) -> bool:
    """Chinese, Japanese and Korean write the half of the day without a space before the hour."""
    return any(word in part for word in words if not word.isascii() for part in around)


def _hour(hour: int, half: str | None) -> int:
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half.lower() == "p" else 0)
