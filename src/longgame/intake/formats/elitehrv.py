"""Elite HRV's CSV: a row a reading, with headers after a space, dates in several spellings and sometimes CR line ends.

The first reading of a day counts, and a morning reading before any other; the rest are counted and left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from longgame.intake.health.day_tables import DayField, read_days
from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.headers import Vocabulary, plain
from longgame.intake.tables.sheet import Row, Sheet, header_of, read_sheet

NAME = "elitehrv"

_WORDS = Vocabulary(
    {
        "date": "Date Time Start | Date/Time Start | DateTimeStart | Start | Date | Date Time",
        "type": "Type | Reading Type",
        "heart_rate": "HR | Heart Rate | Average HR",
        "rmssd": "Rmssd | RMSSD | rMSSD",
        "sdnn": "Sdnn | SDNN",
    }
)
_PLACES = {
    "heart_rate": DayField("resting_hr_bpm"),
    "rmssd": DayField("hrv_rmssd_ms"),
    "sdnn": DayField("hrv_sdnn_ms"),
}
_ITS_OWN = Vocabulary({"own": "Morning Readiness | lnRmssd | Ln Rmssd | HRV CV | Balance | Nn50 | Date Time Start"})


@dataclass(frozen=True, slots=True)
class _EliteHrvReader:
    """Reads the readings that Elite HRV exports."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has a date, RMSSD, and at least two columns that only this app has."""
        header = header_of(head)
        own = {plain(column) for column in header if _ITS_OWN.meaning(column) is not None}
        return len(own) >= 2 and not _WORDS.columns(header).missing("date", "rmssd")

    def read(self, original: Original, context: ReadContext) -> Reading:  # noqa: ARG002 - days need no zone
        """A day of wellness for each day with a reading."""
        return read_days(NAME, _mornings_first(read_sheet(original.data())), _WORDS, _PLACES, also=("type",))


READER = _EliteHrvReader()


def _mornings_first(sheet: Sheet) -> Sheet:
    """The rows of morning readings before the others, each kind in the order of the file."""
    column = _WORDS.columns(sheet.header).get("type")
    if column is None:
        return sheet

    def later(row: Row) -> bool:
        return column.index >= len(row.cells) or "morning" not in row.cells[column.index].lower()

    return replace(sheet, rows=tuple(sorted(sheet.rows, key=later)))
