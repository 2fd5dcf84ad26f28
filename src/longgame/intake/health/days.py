"""Days of wellness put together: one row a day and source, built from rows and records that tell parts of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, timedelta, timezone
from typing import Any

from longgame.record.wellness import Wellness

_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?$", re.IGNORECASE)
_UNIVERSAL = frozenset({"utc", "gmt", "z", "utcz", "utc z"})
_LARGEST = {
    "sleep_s": 86_400.0,
    "resting_hr_bpm": 250.0,
    "hrv_rmssd_ms": 1000.0,
    "hrv_sdnn_ms": 1000.0,
    "body_mass_kg": 700.0,
}
"""Above these a reading is a mistake in the source and not a reading; below or at 0 it was not measured."""


def offset_of(written: str | None) -> timezone | None:
    """The offset that a text such as "UTC+01:00", "UTC-0400", "GMT-5" or "UTCZ" tells; None if it tells none.

    >>> offset_of("UTC+01:00") == timezone(timedelta(hours=1)), offset_of("somewhere")
    (True, None)
    """
    bare = (written or "").strip()
    if bare.lower() in _UNIVERSAL:
        return UTC
    found = _OFFSET.match(bare)
    if found is None:
        return None
    sign, hours, minutes = found.groups()
    ahead = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-ahead if sign == "-" else ahead) if ahead < timedelta(hours=24) else None


def sensible(name: str, value: float | None) -> float | None:
    """A reading for the field `name` of `Wellness`, or None where no body can have it."""
    return value if value is not None and 0 < value <= _LARGEST.get(name, float("inf")) else None


def told(day: Wellness) -> bool:
    """Whether a row tells anything at all."""
    return any(getattr(day, field.name) is not None for field in fields(day) if field.name not in ("day", "source"))


def one_a_day(rows: Iterable[Wellness]) -> tuple[tuple[Wellness, ...], int]:
    """Rows of the same day and source as one, in the order of days, and how many tellings lost to an earlier one.

    What a later row tells fills what an earlier one left open; where both tell, the earlier one counts.
    """
    merged: dict[tuple[object, str | None], Wellness] = {}
    lost = 0
    for row in rows:
        key = (row.day, row.source)
        first = merged.setdefault(key, row)
        if first is row:
            continue
        fresh: dict[str, Any] = {}
        for field in fields(row):
            before, now = getattr(first, field.name), getattr(row, field.name)
            if before is None and now is not None:
                fresh[field.name] = now
            elif now is not None and now != before:
                lost += 1
        merged[key] = replace(first, **fresh)
    return tuple(sorted(merged.values(), key=lambda row: row.day)), lost
