"""Lap messages as laps."""

from __future__ import annotations

from longgame.intake.formats.fit.cells import number, whole, word
from longgame.intake.formats.fit.table import Table
from longgame.intake.formats.fit.times import CLOCK_SET
from longgame.record.session import Lap, LapTrigger

TRIGGERS = {
    "manual": LapTrigger.MANUAL,
    "fitness_equipment": LapTrigger.MANUAL,
    "time": LapTrigger.TIME,
    "distance": LapTrigger.DISTANCE,
    "session_end": LapTrigger.SESSION_END,
}
"""By FIT's word; laps by place are of no kind that the product tells apart."""


def lap_starts(table: Table | None) -> list[float | None]:
    """When each lap began, in FIT seconds."""
    return [_start(table, row) for row in range(len(table) if table else 0)]


def lap(table: Table, row: int, session_start: float) -> Lap | None:
    """The lap of message `row`; None if it does not tell when it was."""
    start, stop = _start(table, row), number(table, "timestamp", row)
    elapsed = number(table, "total_elapsed_time", row)
    if start is None:
        return None
    lasting = elapsed if elapsed is not None or stop is None else stop - start
    if lasting is None or lasting < 0:
        return None
    return Lap(
        start - session_start,
        start - session_start + lasting,
        number(table, "total_distance", row),
        _trigger(table, row),
        number(table, "avg_heart_rate", row),
        number(table, "avg_power", row),
    )


def _start(table: Table | None, row: int) -> float | None:
    start = number(table, "start_time", row)
    if start is not None and start >= CLOCK_SET:
        return start
    stop, elapsed = number(table, "timestamp", row), number(table, "total_elapsed_time", row)
    if stop is None or elapsed is None or stop < CLOCK_SET:
        return None
    return stop - elapsed


def _trigger(table: Table, row: int) -> LapTrigger:
    told = word(table, "lap_trigger", row)
    # A lap that names a step of a workout was ended by that step, whatever quantity the step counted.
    if told != "session_end" and whole(table, "wkt_step_index", row) is not None:
        return LapTrigger.WORKOUT
    return TRIGGERS.get(told or "", LapTrigger.UNKNOWN)
