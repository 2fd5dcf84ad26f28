"""What rows about sets share in every app: kinds of set, loads, distances, and sessions that were never stopped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from decimal import Decimal

from longgame.intake.moments import seconds_between
from longgame.intake.tables.cells import Cells
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder, Moment, day_order, is_ambiguous, moment
from longgame.intake.tables.gather import Draft
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.numbers import number
from longgame.intake.tables.set_words import set_kind
from longgame.intake.tables.sheet import Row, Sheet
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.units import Amount, Dimension, Unit
from longgame.record.sets import SetKind

LONGEST_SESSION_S = 12 * 3600.0
"""Beyond this the stop button was forgotten; nobody lifts for half a day in one go."""


def values_of(sheet: Sheet, cells: Cells, meaning: str) -> list[Decimal]:
    """The different numbers of a column, unreadable cells left out without a word."""
    texts = {cells.text(row, meaning) for row in sheet.rows}
    return [value for text in texts if text is not None and (value := number(text, cells.mark)) is not None]


def header_unit(cells: Cells, meaning: str, dimension: Dimension) -> Unit | None:
    """The unit that a column's header says, in brackets or as its whole name."""
    column = cells.columns.get(meaning)
    if column is None:
        return None
    unit = unit_named(column.unit) or unit_named(column.name) or unit_named(column.name.replace("_", " ").split()[-1])
    return unit if unit is not None and unit.dimension is dimension else None


def dates_order(sheet: Sheet, cells: Cells, meaning: str, otherwise: DayOrder) -> DayOrder:
    """Whether days come before months in a column, as its dates prove it, else as the app is known to write."""
    written = {cells.text(row, meaning) or "" for row in sheet.rows}
    proven = day_order(written)
    if proven is None and any(is_ambiguous(text) for text in written):
        message = f"days and months cannot be told apart in these dates; they are read {otherwise.value}"
        cells.ledger.warn(TableCode.DAY_MONTH_ORDER, message, sheet.header_row, cells.columns.name(meaning))
    return proven or otherwise


def row_moment(cells: Cells, row: Row, meaning: str, order: DayOrder) -> Moment | None:
    """The date that a row stands for; without one the row is left out, and None tells so."""
    written = cells.text(row, meaning)
    when = moment(written, order) if written else None
    if when is None:
        message = f"expected a date, got “{written or ''}”"
        cells.ledger.leave_out(TableCode.UNREADABLE_DATE, message, row.number, cells.columns.name(meaning))
    return when


def row_exercise(cells: Cells, row: Row, meaning: str = "exercise") -> str | None:
    """The exercise that a row names; without one the row is left out, and None tells so."""
    exercise = cells.text(row, meaning)
    if exercise is None:
        cells.ledger.leave_out(TableCode.NAMELESS_ROW, "no exercise is named", row.number)
    return exercise


def row_kind(cells: Cells, row: Row, meaning: str) -> SetKind:
    """The kind of set a cell names; a number or nothing is a work set, an unknown word too, with a warning."""
    label = cells.text(row, meaning)
    if label is None or number(label) is not None:
        return SetKind.WORK
    kind = set_kind(label)
    if kind is None:
        message = f"“{label}” is not a known kind of set; it counts as a work set"
        cells.ledger.warn(TableCode.UNKNOWN_SET_KIND, message, row.number, cells.columns.name(meaning))
    return kind or SetKind.WORK


def row_load(cells: Cells, row: Row, meaning: str, units: LoadUnits | None) -> Amount | None:
    """The load of a row in the file's unit; None where none was said or the unit is not known. 0 is no load."""
    value = cells.positive(row, meaning)
    return None if value is None or units is None else units.amount(value)


def row_distance_m(cells: Cells, row: Row, meaning: str, unit: Unit | None) -> float | None:
    """The distance of a row in metres; None where none was said or the unit is not known."""
    value = cells.positive(row, meaning)
    if value is None or unit is None or unit.dimension is not Dimension.LENGTH:
        return None
    return Amount(value, unit).base


def as_float(value: Decimal | None) -> float | None:
    """The number as a float, None staying None."""
    return None if value is None else float(value)


def plausible_duration(cells: Cells, row: Row, meaning: str, seconds: float, written: str) -> float | None:
    """`seconds`, or None with a warning where a session of that length means that it was never stopped."""
    if 0 <= seconds <= LONGEST_SESSION_S:
        return seconds or None
    message = f"a session of {written} means that it was never stopped; its duration is unknown"
    cells.ledger.warn(TableCode.IMPLAUSIBLE_DURATION, message, row.number, cells.columns.name(meaning))
    return None


def duration_until(
    cells: Cells, row: Row, meaning: str, start: datetime, zone: tzinfo, order: DayOrder = DayOrder.DAY_FIRST
) -> float | None:
    """Seconds from `start` to the moment in a cell; None where none is written, or, told, where it cannot be one."""
    text = cells.text(row, meaning)
    if text is None:
        return None
    ended = moment(text, order)
    if ended is None or ended.time is None:
        cells.complain(row, meaning, text, "a date and time")
        return None
    seconds = seconds_between(start, ended.at(zone))
    if seconds < 0:
        cells.complain(row, meaning, text, "a time after the start")
        return None
    return plausible_duration(cells, row, meaning, seconds, f"{seconds / 3600:.0f} hours")


def keep_unknown(cells: Cells, row: Row, draft: Draft, also: Sequence[str] = ()) -> None:
    """Keeps the row's cells in columns that nothing else is done with, beside the set just added."""
    for column in cells.columns.unknown:
        if column.index < len(row.cells) and row.cells[column.index]:
            draft.keep(column.name, row.cells[column.index])
    for meaning in also:
        text = cells.text(row, meaning)
        if text is not None:
            draft.keep(cells.columns.name(meaning) or meaning, text)
