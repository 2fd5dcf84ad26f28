"""FIT's times: seconds since the end of 1989 in UTC, and what the device's local clock says about the offset."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo

from longgame.intake.formats.fit.cells import number
from longgame.intake.formats.fit.decode import FitPart

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
CLOCK_SET = 0x10000000
"""Smaller times count from when the device was switched on: its clock was not set."""
CLOCK_END = 0xFFFFFFFF
"""The last second that FIT's clock can tell, in 2126; damaged files may claim any number."""
QUARTER_HOUR_S = 900
WIDEST_OFFSET_S = 14 * 3600
"""The zones of the world reach from UTC-12 to UTC+14."""


def moment(seconds: float, zone: tzinfo = UTC) -> datetime:
    """The moment of a FIT time, in `zone`; the clock's end for times after it."""
    return (EPOCH + timedelta(seconds=min(seconds, CLOCK_END))).astimezone(zone)


def local_zone(part: FitPart) -> tzinfo | None:
    """The offset of the device's clock from UTC, as the activity message tells it; None where it does not.

    Watches write the two times a few seconds apart at worst, so the difference is taken to the quarter of an hour.
    """
    for name in ("activity", "timestamp_correlation"):
        table = part.table(name)
        utc, local = number(table, "timestamp"), number(table, "local_timestamp")
        if utc is None or local is None or min(utc, local) < CLOCK_SET:
            continue
        offset = round((local - utc) / QUARTER_HOUR_S) * QUARTER_HOUR_S
        if abs(offset) <= WIDEST_OFFSET_S:
            return timezone(timedelta(seconds=offset))
    return None
