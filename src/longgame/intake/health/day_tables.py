"""Tables with a row a day: columns found by their headers become the fields of wellness, in our units."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from longgame.intake.health.days import one_a_day, sensible, told
from longgame.intake.model import Extent, Reading, Skipped
from longgame.intake.tables.cells import Cells, check_length, mark_of
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.lifting import dates_order, row_moment
from longgame.intake.tables.sheet import Row, Sheet
from longgame.record.wellness import Wellness

NOT_A_READING = "a score or a value that has no place in a day"


@dataclass(frozen=True, slots=True)
class DayField:
    """Where a column goes: a field of `Wellness`, and what one of the column's unit is in the field's."""

    field: str
    factor: float = 1.0


Dated = Callable[[Cells, Row, DayOrder], date | None]
"""Finds a row's day, or None with the reason in the ledger."""


def day_of_date(cells: Cells, row: Row, order: DayOrder) -> date | None:
    """The day in the column that means "date"."""
    when = row_moment(cells, row, "date", order)
    return None if when is None else when.day


def read_days(
    name: str,
    sheet: Sheet,
    words: Vocabulary,
    places: Mapping[str, DayField],
    dated: Dated = day_of_date,
    also: Collection[str] = (),
    dates: Collection[str] = ("date",),
) -> Reading:
    """Every row as a day of wellness from the source `name`.

    Columns that are not used are counted by their header; `also` names meanings that were used before,
    and `dates` those that can tell the day, the best first.
    """
    columns = words.columns(sheet.header)
    ledger = Ledger(sheet.diagnostics)
    used = [meaning for meaning in places if meaning in columns]
    told_by = next((meaning for meaning in dates if meaning in columns), None)
    if told_by is None or not used:
        ledger.leave_out(TableCode.MISSING_COLUMN, "no column for the date, or none with a reading", sheet.header_row)
        return Reading(name, Extent.NONE, skipped=ledger.skipped, diagnostics=ledger.diagnostics)
    cells = Cells(columns, ledger, mark_of(sheet, columns, used))
    order = dates_order(sheet, cells, told_by, DayOrder.DAY_FIRST)
    rows: list[Wellness] = []
    for row in sheet.rows:
        check_length(row, sheet, ledger)
        day = dated(cells, row, order)
        if day is None:
            continue
        wellness = _row(name, day, cells, row, places)
        if told(wellness):
            rows.append(wellness)
        else:
            ledger.pass_over("no reading on this day that has a place here", row.number)
    days, lost = one_a_day(rows)
    return Reading(
        name,
        Extent.PARTIAL if any(d.code is TableCode.UNREADABLE_DATE for d in ledger.diagnostics) else Extent.FULL,
        wellness=days,
        skipped=(*ledger.skipped, *unused_columns(sheet, words, {*dates, *places, *also}), *again(lost)),
        diagnostics=ledger.diagnostics,
    )


def again(lost: int) -> tuple[Skipped, ...]:
    """Readings left out because the day had one before."""
    return (Skipped(None, "another reading of the same day; the first one counts", lost),) if lost else ()


def unused_columns(sheet: Sheet, words: Vocabulary, used: Collection[str]) -> tuple[Skipped, ...]:
    """A line for each column with cells whose meaning is not among those used, with how many there were."""
    unused = [(index, name) for index, name in enumerate(sheet.header) if name and words.meaning(name) not in used]
    counted = [(name, sum(_holds(row, index) for row in sheet.rows)) for index, name in unused]
    return tuple(Skipped(None, f"column “{name}”: {NOT_A_READING}", count) for name, count in counted if count)


def _holds(row: Row, index: int) -> bool:
    return index < len(row.cells) and row.cells[index] not in ("", "-", "--")


def _row(name: str, day: date, cells: Cells, row: Row, places: Mapping[str, DayField]) -> Wellness:
    values: dict[str, Any] = {}
    for meaning, place in places.items():
        if meaning not in cells.columns or place.field in values:
            continue
        number = cells.number(row, meaning)
        value = None if number is None else sensible(place.field, float(number) * place.factor)
        if value is not None:
            values[place.field] = round(value) if place.field == "steps" else value
    return replace(Wellness(day, source=name), **values)
