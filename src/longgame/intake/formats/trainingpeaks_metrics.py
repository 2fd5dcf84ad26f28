"""TrainingPeaks' metrics.csv: one reading a row, with its time and type; a value may be three in one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from longgame.intake.model import Extent, Original, ReadContext, Reading
from longgame.intake.tables.cells import Cells, mark_of
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.headers import Vocabulary, plain
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.lifting import dates_order, row_moment
from longgame.intake.tables.numbers import number
from longgame.intake.tables.sheet import Row, header_of, read_sheet
from longgame.record.wellness import Wellness

_WORDS = Vocabulary({"time": "Timestamp", "type": "Type", "value": "Value"})
_PART = re.compile(r"(Min|Max|Avg)\s*:\s*([\d.,]+)", re.IGNORECASE)
_TYPE_TEXT = """
hrv | pulse | sleep hours | steps | body battery | stress level | weight | weight kilograms | time in deep sleep
time in rem sleep | time in light sleep | total time awake | sleep quality | mood | fatigue | soreness | spo2
overall feeling | body fat | injury | sickness | water consumption | stress | motivation | respiration rate
"""
_TYPES = frozenset(name.strip() for line in _TYPE_TEXT.strip().splitlines() for name in line.split("|"))
"""What makes a table with these three columns TrainingPeaks' own."""


class TrainingPeaksMetricsReader:
    """Reads the metrics.csv of a TrainingPeaks export into days."""

    name = "trainingpeaks_metrics"

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the table has exactly these columns, and its types are TrainingPeaks' or its name is metrics.csv."""
        header = header_of(head)
        if [plain(cell) for cell in header] != ["timestamp", "type", "value"]:
            return False
        rows = read_sheet(head).rows[:200]
        typed = any(len(row.cells) > 1 and plain(row.cells[1]) in _TYPES for row in rows)
        return typed or name.lower().endswith("metrics.csv")

    def read(self, original: Original, context: ReadContext) -> Reading:  # noqa: ARG002 - days need no zone
        """One entry for each day; readings that have no place of their own stay in the day's note."""
        sheet = read_sheet(original.data())
        columns = _WORDS.columns(sheet.header)
        ledger = Ledger(sheet.diagnostics)
        if missing := columns.missing("time", "type", "value"):
            ledger.leave_out(TableCode.MISSING_COLUMN, f"no column for {', '.join(missing)}", sheet.header_row)
            return Reading(self.name, Extent.NONE, skipped=ledger.skipped, diagnostics=ledger.diagnostics)
        cells = Cells(columns, ledger, mark_of(sheet, columns, ("value",)))
        order = dates_order(sheet, cells, "time", DayOrder.MONTH_FIRST)
        days: dict[date, Wellness] = {}
        for row in sheet.rows:
            when = row_moment(cells, row, "time", order)
            if when is not None:
                days[when.day] = _with(days.get(when.day, Wellness(when.day, source=self.name)), cells, row)
        return Reading(
            self.name,
            Extent.PARTIAL if ledger.skipped else Extent.FULL,
            wellness=tuple(days[day] for day in sorted(days)),
            skipped=ledger.skipped,
            diagnostics=ledger.diagnostics,
        )


READER = TrainingPeaksMetricsReader()


def _with(day: Wellness, cells: Cells, row: Row) -> Wellness:
    """The day with one more reading; of two readings of one thing the first stays, the other goes into the note."""
    kind, text = cells.text(row, "type"), cells.text(row, "value")
    if kind is None or text is None:
        cells.ledger.pass_over("a metric without its type or value", row.number)
        return day
    value = _value(text, cells)
    if value is None or value <= 0:
        return _noted(day, kind, text)
    match plain(kind):
        case "hrv" if day.hrv_rmssd_ms is None:
            return replace(day, hrv_rmssd_ms=float(value))
        case "pulse" if day.resting_hr_bpm is None:
            return replace(day, resting_hr_bpm=float(value))
        case "sleep hours" if day.sleep_s is None:
            return replace(day, sleep_s=float(value) * 3600.0)
        case "steps" if day.steps is None:
            return replace(day, steps=int(value))
        case "weight kilograms" if day.body_mass_kg is None:
            return replace(day, body_mass_kg=float(value))
    return _noted(day, kind, text)


def _value(text: str, cells: Cells) -> Decimal | None:
    """The number, or the mean of a reading with three of them."""
    parts = {name.casefold(): figure for name, figure in _PART.findall(text)}
    return number(parts.get("avg", text), cells.mark)


def _noted(day: Wellness, kind: str, text: str) -> Wellness:
    line = f"{kind}: {text}"
    return replace(day, note=line if day.note is None else f"{day.note}\n{line}")
