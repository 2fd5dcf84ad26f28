"""Moments as sources write them: ISO 8601 text to whole microseconds, with the zone that was said, if any."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SATELLITE_EPOCH_US = 315_964_800_000_000
"""1980-01-06, when GPS time began: a recording dated earlier comes from a clock that was never set."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Nobody alive has trained, or will, in a year outside these: such a date is a fault of its source."""

_MICROSECOND = timedelta(microseconds=1)


def in_a_life(day: date) -> bool:
    """Whether somebody alive may have lived through the day.

    >>> in_a_life(date(1999, 12, 31)), in_a_life(date(1, 1, 1)), in_a_life(date(9999, 12, 31))
    (True, False, False)
    """
    return FIRST_YEAR <= day.year <= LAST_YEAR


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in microseconds since 1970, UTC, with the offset in seconds that its source wrote.

    `offset_s` is None where no zone was written; `us` then takes the time as UTC.
    """

    us: int
    offset_s: int | None


def parse_moment(text: str) -> Moment | None:
    """The moment that an ISO 8601 text tells, or None if it tells none.

    >>> parse_moment("2020-02-02T03:02:03+01:00")
    Moment(us=1580608923000000, offset_s=3600)
    """
    try:
        told = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    offset = told.utcoffset()
    if offset is None:
        return Moment((told.replace(tzinfo=UTC) - EPOCH) // _MICROSECOND, None)
    return Moment((told - EPOCH) // _MICROSECOND, int(offset.total_seconds()))


def as_datetime(us: int, zone: tzinfo = UTC) -> datetime:
    """Microseconds since 1970 as an aware datetime in `zone`; `OverflowError` outside the years 1 to 9999."""
    return (EPOCH + timedelta(microseconds=us)).astimezone(zone)


def zone_of(offset_s: int | None, home: tzinfo) -> tzinfo:
    """The zone the athlete was in: what the source said, else `home`; an offset of 0 says only "UTC", not where."""
    return timezone(timedelta(seconds=offset_s)) if offset_s else home


def day_lived(us: int, offset_s: int | None, home: tzinfo) -> date:
    """The calendar day of the athlete on which a moment fell; `OverflowError` outside the years 1 to 9999."""
    return as_datetime(us, zone_of(offset_s, home)).date()


def seconds_between(start: datetime, stop: datetime) -> float:
    """Seconds that passed, whatever the clocks did between: two local times of one zone subtract as they are written.

    An end before its start that falls into the hour which the clocks passed twice is taken for the second time.

    >>> from zoneinfo import ZoneInfo
    >>> zone = ZoneInfo("Europe/Berlin")
    >>> seconds_between(datetime(2026, 3, 29, 1, 30, tzinfo=zone), datetime(2026, 3, 29, 3, 30, tzinfo=zone)) / 60
    60.0
    >>> seconds_between(datetime(2026, 10, 25, 2, 40, tzinfo=zone), datetime(2026, 10, 25, 2, 10, tzinfo=zone)) / 60
    30.0
    """
    passed = (stop.astimezone(UTC) - start.astimezone(UTC)).total_seconds()
    if passed < 0:
        again = (stop.replace(fold=1).astimezone(UTC) - start.astimezone(UTC)).total_seconds()
        return again if again >= 0 else passed
    return passed
