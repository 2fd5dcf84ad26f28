"""Days: what an export tells about each, with one answer where several sources tell the same.

A phone and a watch both count steps, and every sleep app writes the same night again. Adding them up is wrong, so:

- *steps*: for each hour the source that counted most; the day is the sum of its hours;
- *sleep*: for each night the source that saw most of it, overlapping stages counted once. A night goes from 18:00 to
  18:00 and belongs to the day on which it ends;
- *resting heart rate* and *body mass*: the last reading of the day;
- *heart-rate variability*: the median of the day's readings. Apple tells SDNN, which is not RMSSD and is kept apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median

import numpy as np

from longgame.intake.formats.apple_health.columns import Records
from longgame.intake.formats.apple_health.harvest import HOUR, Harvest
from longgame.intake.formats.apple_health.kinds import ASLEEP, RecordKind
from longgame.record.wellness import Wellness

NAME = "apple_health"
_DAY = 24 * HOUR
_NIGHT_ENDS = 18 * HOUR
_FIRST_DAY = date(1970, 1, 1)
_NEXT_DAY = _DAY - _NIGHT_ENDS

_Interval = tuple[int, int]


def wellness(harvest: Harvest) -> tuple[Wellness, ...]:
    """A row for each day about which something is known, in their order."""
    steps = _steps(harvest)
    sleep = _sleep(harvest.daily.get(RecordKind.SLEEP, ()))
    resting = _by_day(harvest.daily.get(RecordKind.RESTING_HEART_RATE, ()))
    mass = _by_day(harvest.daily.get(RecordKind.BODY_MASS, ()))
    sdnn = _by_day(harvest.daily.get(RecordKind.SDNN, ()))
    return tuple(
        Wellness(
            day=_FIRST_DAY + timedelta(days=day),
            sleep_s=sleep.get(day),
            resting_hr_bpm=_last(resting.get(day)),
            hrv_sdnn_ms=_median(sdnn.get(day)),
            body_mass_kg=_last(mass.get(day)),
            steps=steps.get(day),
            source=NAME,
        )
        for day in sorted(steps.keys() | sleep.keys() | resting.keys() | mass.keys() | sdnn.keys())
        if _in_calendar(day)
    )


def _in_calendar(day: int) -> bool:
    return -365 * 1000 < day < 365 * 1000


def _steps(harvest: Harvest) -> dict[int, int]:
    most: dict[int, int] = defaultdict(int)
    for (hour, _), count in harvest.steps.items():
        most[hour] = max(most[hour], count)
    days: dict[int, int] = defaultdict(int)
    for hour, count in most.items():
        days[hour * HOUR // _DAY] += count
    return {day: count for day, count in days.items() if count > 0}


def _sleep(blocks: Iterable[Records]) -> dict[int, float]:
    stages: dict[tuple[int, int], list[_Interval]] = defaultdict(list)
    for records in blocks:
        asleep = records.chosen((records.value == ASLEEP) & (records.stop_s > records.start_s))
        night = (asleep.stop_s + asleep.offset_s + _NEXT_DAY) // _DAY
        rows = np.column_stack([night, asleep.source, asleep.start_s, asleep.stop_s])
        for day, source, start, stop in rows.tolist():
            stages[day, source].append((start, stop))
    most: dict[int, float] = {}
    for (day, _), intervals in stages.items():
        most[day] = max(most.get(day, 0.0), _covered(intervals))
    return most


def _covered(intervals: list[_Interval]) -> float:
    """Seconds that lie in at least one of the intervals."""
    covered, reached = 0, min(start for start, _ in intervals)
    for start, stop in sorted(intervals):
        covered += max(0, stop - max(start, reached))
        reached = max(reached, stop)
    return float(covered)


def _by_day(blocks: Iterable[Records]) -> dict[int, list[tuple[int, float]]]:
    """Each day's readings with their moments."""
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for records in blocks:
        days = (records.start_s + records.offset_s) // _DAY
        for day, second, value in zip(days.tolist(), records.start_s.tolist(), records.value.tolist(), strict=True):
            if value > 0:
                found[day].append((second, value))
    return found


def _last(readings: list[tuple[int, float]] | None) -> float | None:
    return max(readings)[1] if readings else None


def _median(readings: list[tuple[int, float]] | None) -> float | None:
    return median(value for _, value in readings) if readings else None
