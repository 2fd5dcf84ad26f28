"""GymRun's CSV of entries: one row per set with its day and time; no units and no workouts.

Sets closer together than two hours are one session. Whether loads are kilograms or pounds is asked once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from longgame.intake.model import Original, Question, ReadContext, Reading
from longgame.intake.moments import seconds_between
from longgame.intake.tables.cells import check_length
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder, moment
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.lifting import (
    dates_order,
    header_unit,
    keep_unknown,
    row_exercise,
    row_load,
    row_moment,
    values_of,
)
from longgame.intake.tables.loads import LoadUnits, proven_unit
from longgame.intake.tables.one_table import Table, nothing_read, open_table, reading_of
from longgame.intake.tables.sheet import Row, header_of
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.units import Dimension
from longgame.record.sets import StrengthSet

WEIGHT_QUESTION = "gymrun.weight-unit"

_WORDS = Vocabulary(
    {
        "date": "Date | Datum",
        "time": "Time | Zeit | Uhrzeit",
        "exercise": "Exercise | Übung",
        "set": "Set | Satz",
        "weight": "Weight | Gewicht",
        "reps": "Reps | Wdh. | Wiederholungen",
        "note": "Note | Notes | Notiz",
    }
)
_ONE_SESSION_S = 2 * 3600.0


class GymRunReader:
    """Reads what GymRun's backup writes as "CSV (entries)"."""

    name = "gymrun"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has GymRun's seven columns and no others."""
        columns = _WORDS.columns(header_of(head))
        return not columns.unknown and not columns.missing("date", "time", "exercise", "set", "weight", "reps")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file, in the sessions that their times show."""
        table = open_table(original, _WORDS, ("weight", "reps"))
        if table.lacks("date", "exercise"):
            return nothing_read(self.name, table.ledger)
        units = _units(table, context)
        question = _question(table) if units is None and any(values_of(table.sheet, table.cells, "weight")) else None
        gathering = Gathering()
        current: Draft | None = None
        last: datetime | None = None
        for each in sorted(_timed(table, context), key=lambda each: each.at):
            if current is None or last is None or seconds_between(last, each.at) > _ONE_SESSION_S:
                key = each.at.replace(tzinfo=None).isoformat()
                current = gathering.begin(Draft(key, each.at, start_known=each.exact), key)
            last = each.at
            current.duration_s = seconds_between(current.start, last) or current.duration_s
            current.sets.append(_set(each.row, table, units))
            keep_unknown(table.cells, each.row, current)
        return reading_of(self.name, gathering, table.ledger, original, context, question)


READER = GymRunReader()


@dataclass(frozen=True, slots=True)
class _Timed:
    """A row with its moment; `exact` where a time of day was written."""

    at: datetime
    row: Row
    exact: bool


def _timed(table: Table, context: ReadContext) -> list[_Timed]:
    order = dates_order(table.sheet, table.cells, "date", DayOrder.DAY_FIRST)
    found = []
    for row in table.sheet.rows:
        check_length(row, table.sheet, table.ledger)
        when = row_moment(table.cells, row, "date", order)
        if when is None or row_exercise(table.cells, row) is None:
            continue
        text = table.cells.text(row, "time")
        clock = moment(f"{when.day.isoformat()} {text}") if text else None
        if text and (clock is None or clock.time is None):
            table.cells.complain(row, "time", text, "a time of day")
        whole = replace(when, time=clock.time) if clock is not None and clock.time is not None else when
        found.append(_Timed(whole.at(context.zone), row, whole.time is not None))
    return found


def _units(table: Table, context: ReadContext) -> LoadUnits | None:
    unit = (
        header_unit(table.cells, "weight", Dimension.MASS)
        or proven_unit(values_of(table.sheet, table.cells, "weight"))
        or unit_named(context.answer(WEIGHT_QUESTION))
    )
    return LoadUnits(unit) if unit is not None and unit.dimension is Dimension.MASS else None


def _question(table: Table) -> Question:
    table.ledger.note(
        TableCode.UNIT_NOT_SAID, "the file does not say whether loads are kg or lb", table.sheet.header_row
    )
    return Question(WEIGHT_QUESTION, "Are the loads in your GymRun export in kg or in lb?", ("kg", "lb"))


def _set(row: Row, table: Table, units: LoadUnits | None) -> StrengthSet:
    cells = table.cells
    return StrengthSet(
        cells.text(row, "exercise") or "",
        reps=cells.count(row, "reps"),
        load=row_load(cells, row, "weight", units),
        note=cells.text(row, "note"),
    )
