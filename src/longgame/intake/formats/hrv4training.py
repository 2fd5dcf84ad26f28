"""HRV4Training's CSV: a row a morning with heart rate, RMSSD and SDNN.

Its questionnaire is not used: the export does not say on which scale, or with which end best, an answer was given.
"""

from __future__ import annotations

from dataclasses import dataclass

from longgame.intake.health.day_tables import DayField, read_days
from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.sheet import header_of, read_sheet

NAME = "hrv4training"

_WORDS = Vocabulary(
    {
        "date": "date | timestamp_measurement",
        "heart_rate": "HR | HR_lying",
        "rmssd": "rMSSD | rMSSD_lying",
        "sdnn": "SDNN | SDNN_lying",
    }
)
_PLACES = {
    "heart_rate": DayField("resting_hr_bpm"),
    "rmssd": DayField("hrv_rmssd_ms"),
    "sdnn": DayField("hrv_sdnn_ms"),
}
_ITS_OWN = Vocabulary({"own": "HRV4T_Recovery_Points | AVNN | AVNN_lying | trainingRPE | trainingTSS | mental_energy"})


@dataclass(frozen=True, slots=True)
class _Hrv4TrainingReader:
    """Reads the CSV that HRV4Training mails or puts into a cloud folder."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has a date, RMSSD, and a column that only this app has."""
        header = header_of(head)
        columns = _WORDS.columns(header)
        own = any(_ITS_OWN.meaning(column) is not None for column in header)
        return own and not columns.missing("date", "rmssd")

    def read(self, original: Original, context: ReadContext) -> Reading:  # noqa: ARG002 - days need no zone
        """A day of wellness a row."""
        return read_days(NAME, read_sheet(original.data()), _WORDS, _PLACES)


READER = _Hrv4TrainingReader()
