"""Oura's trends CSV: a row a day with heart rate, RMSSD, sleep in seconds and steps. Oura's own scores are not used.

Oura calls the lowest heart rate of the night the resting heart rate; where only the average is told, that is taken.
"""

from __future__ import annotations

from dataclasses import dataclass

from longgame.intake.health.day_tables import DayField, read_days
from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.sheet import header_of, read_sheet

NAME = "oura"

_WORDS = Vocabulary(
    {
        "date": "date | day",
        "lowest": "Lowest Resting Heart Rate | lowest_heart_rate | Lowest Heart Rate",
        "average": "Average Resting Heart Rate | average_heart_rate | Resting Heart Rate",
        "rmssd": "Average HRV | average_hrv | HRV (ms) | RMSSD",
        "asleep": "Total Sleep Time | Total Sleep Duration | total_sleep_duration",
        "steps": "Steps | steps",
    }
)
_PLACES = {
    "lowest": DayField("resting_hr_bpm"),
    "average": DayField("resting_hr_bpm"),
    "rmssd": DayField("hrv_rmssd_ms"),
    "asleep": DayField("sleep_s"),
    "steps": DayField("steps"),
}
_ITS_OWN = Vocabulary(
    {
        "own": "Readiness Score | Sleep Score | Activity Score | Total Bedtime | REM Sleep Duration | REM Sleep Time | "
        "Temperature Deviation (°C) | Bedtime Start | average_hrv | total_sleep_duration | time_in_bed"
    }
)


@dataclass(frozen=True, slots=True)
class _OuraReader:
    """Reads the CSV of Oura's trends page."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has a date, a reading, and at least two columns that only Oura has."""
        header = header_of(head)
        columns = _WORDS.columns(header)
        own = sum(_ITS_OWN.meaning(column) is not None for column in header)
        return "date" in columns and own >= 2 and any(meaning in columns for meaning in _PLACES)

    def read(self, original: Original, context: ReadContext) -> Reading:  # noqa: ARG002 - days need no zone
        """A day of wellness a row."""
        return read_days(NAME, read_sheet(original.data()), _WORDS, _PLACES)


READER = _OuraReader()
