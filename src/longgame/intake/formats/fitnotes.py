"""FitNotes (Android and iOS): one row per set, days without times, and commas that nobody quoted.

The unit stands in the header ("Weight (kgs)"), in a column beside the weight, or, on iOS, the weight stands in two
columns of which one is filled.
"""

from __future__ import annotations

from collections.abc import Sequence

from longgame.intake.model import Original, Question, ReadContext, Reading
from longgame.intake.tables.cells import check_length
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.durations import clock_s
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.lifting import (
    dates_order,
    header_unit,
    keep_unknown,
    row_distance_m,
    row_exercise,
    row_moment,
    values_of,
)
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.mend import mended
from longgame.intake.tables.numbers import number
from longgame.intake.tables.one_table import Table, nothing_read, open_table, reading_of
from longgame.intake.tables.set_words import set_kind
from longgame.intake.tables.sheet import Row, header_of
from longgame.intake.tables.summaries import seconds_of
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.units import Amount, Dimension, Unit
from longgame.record.sets import SetKind, StrengthSet

WEIGHT_QUESTION = "fitnotes.weight-unit"

_WORDS = Vocabulary(
    {
        "date": "Date",
        "exercise": "Exercise",
        "category": "Category",
        "weight": "Weight",
        "weight_unit": "Weight Unit",
        "reps": "Reps",
        "distance": "Distance",
        "distance_unit": "Distance Unit",
        "time": "Time",
        "comment": "Comment | Notes | Note",
        "kind": "Kind",
    }
)
_NUMBERS = ("weight", "reps", "distance")


class FitNotesReader:
    """Reads the CSV that FitNotes' "Spreadsheet export" writes."""

    name = "fitnotes"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has FitNotes' columns; the category tells it from other apps."""
        return not _WORDS.columns(header_of(head)).missing("date", "exercise", "category", "weight", "reps")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file, in one session for each day."""
        table = open_table(original, _WORDS, _NUMBERS)
        if table.lacks("date", "exercise"):
            return nothing_read(self.name, table.ledger)
        rows = [_whole(row, table) for row in table.sheet.rows]
        unit = unit_named(context.answer(WEIGHT_QUESTION))
        question = None if unit else _question(table)
        gathering = Gathering()
        order = dates_order(table.sheet, table.cells, "date", DayOrder.DAY_FIRST)
        for row in rows:
            draft = _day(row, table, gathering, context, order)
            if draft is not None and row_exercise(table.cells, row) is not None:
                draft.sets.append(_set(row, table, unit))
                keep_unknown(table.cells, row, draft, ("category",))
        return reading_of(self.name, gathering, table.ledger, original, context, question)


READER = FitNotesReader()


def _whole(row: Row, table: Table) -> Row:
    """The row, put together again where commas in the exercise's name or in the comment tore it apart."""
    columns, width = table.columns, len(table.sheet.header)
    if len(row.cells) <= width:
        return row
    exercise, comment = columns.get("exercise"), columns.get("comment")
    if exercise is not None:
        last = comment.index if comment is not None else exercise.index
        fixed = mended(row, width, exercise.index, max(last, exercise.index), lambda cells: _fits(cells, table))
        if fixed is not None:
            return fixed
    check_length(row, table.sheet, table.ledger)
    return row


def _fits(cells: Sequence[str], table: Table) -> bool:
    """Whether the numbers of a row are numbers, its units are units and its time is a time."""
    columns, mark = table.columns, table.cells.mark
    figures = [columns.cell(cells, meaning) for meaning in _NUMBERS]
    units = [columns.cell(cells, meaning) for meaning in ("weight_unit", "distance_unit")]
    time = columns.cell(cells, "time")
    return (
        all(text is None or number(text, mark) is not None for text in figures)
        and all(text is None or unit_named(text) is not None for text in units)
        and (time is None or clock_s(time) is not None or number(time, mark) is not None)
    )


def _question(table: Table) -> Question | None:
    cells = table.cells
    said = header_unit(cells, "weight", Dimension.MASS) is not None or "weight_unit" in table.columns
    if said or not any(values_of(table.sheet, cells, "weight")):
        return None
    table.ledger.note(
        TableCode.UNIT_NOT_SAID, "the file does not say whether loads are kg or lb", table.sheet.header_row
    )
    return Question(WEIGHT_QUESTION, "Are the loads in your FitNotes exports in kg or in lb?", ("kg", "lb"))


def _day(row: Row, table: Table, gathering: Gathering, context: ReadContext, order: DayOrder) -> Draft | None:
    written = table.cells.text(row, "date")
    known = gathering.get(written)
    if known is not None:
        return known
    when = row_moment(table.cells, row, "date", order)
    if when is None:
        return None
    draft = Draft(when.day.isoformat(), when.at(context.zone), start_known=when.time is not None, local_day=when.day)
    return gathering.begin(draft, written)


def _set(row: Row, table: Table, answered: Unit | None) -> StrengthSet:
    cells = table.cells
    kind = cells.text(row, "kind")
    return StrengthSet(
        cells.text(row, "exercise") or "",
        reps=cells.count(row, "reps") or None,
        load=_load(row, table, answered),
        kind=(set_kind(kind) if kind is not None else None) or SetKind.WORK,
        duration_s=seconds_of(cells, row, "time"),
        distance_m=row_distance_m(cells, row, "distance", unit_named(cells.text(row, "distance_unit"))),
        note=cells.text(row, "comment"),
    )


def _load(row: Row, table: Table, answered: Unit | None) -> Amount | None:
    """The load in the first weight column that is filled, in the unit that it or its neighbour says."""
    beside = unit_named(table.cells.text(row, "weight_unit"))
    for column in table.columns.every("weight"):
        text = row.cells[column.index] if column.index < len(row.cells) else ""
        value = number(text, table.cells.mark) if text else None
        unit = beside or unit_named(column.unit) or answered
        if text and value is None:
            table.cells.complain(row, "weight", text, "a number")
        elif value and value > 0 and unit is not None and unit.dimension is Dimension.MASS:
            return LoadUnits(unit).amount(value)
    return None
