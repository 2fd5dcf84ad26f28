"""Cells to values: text, numbers and durations of a row, with a diagnostic for each cell that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.headers import Columns, plain
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.numbers import DecimalMark, decimal_mark, number
from longgame.intake.tables.sheet import Row, Sheet

NOTHING = frozenset({"--", "-", "—", "–", "n/a", "na", "null", "none", "nan"})
"""What apps write where there is no value."""


class Cells:
    """Reads the cells of one file by meaning; numbers follow the decimal mark that the whole file shows."""

    def __init__(self, columns: Columns, ledger: Ledger, mark: DecimalMark = DecimalMark.POINT) -> None:
        self.columns = columns
        self.ledger = ledger
        self.mark = mark
        self._numbers: dict[str, Decimal | None] = {}

    def text(self, row: Row, meaning: str) -> str | None:
        """The text of that meaning, None where nothing is written."""
        return self.columns.cell(row.cells, meaning)

    def number(self, row: Row, meaning: str) -> Decimal | None:
        """The number of that meaning; a cell that is no number is reported and gives None."""
        text = self.columns.cell(row.cells, meaning)
        if text is None:
            return None
        if text not in self._numbers:
            self._numbers[text] = number(text, self.mark)
        value = self._numbers[text]
        if value is None and text.casefold() not in NOTHING:
            self.complain(row, meaning, text, "a number")
        return value

    def positive(self, row: Row, meaning: str) -> Decimal | None:
        """The number of that meaning where it is above zero: for sources that write 0 for what was not said."""
        value = self.number(row, meaning)
        if value is not None and value < 0:
            self.complain(row, meaning, str(value), "zero or more")
        return value if value is not None and value > 0 else None

    def count(self, row: Row, meaning: str) -> int | None:
        """The whole number of that meaning, zero included; "13.0" is 13, and half a repetition is reported."""
        value = self.number(row, meaning)
        if value is None:
            return None
        if value < 0 or value != value.to_integral_value():
            self.complain(row, meaning, str(value), "a whole number")
            return None
        return int(value)

    def complain(self, row: Row, meaning: str, text: str, expected: str) -> None:
        """Reports a cell that is not what its column should hold; its value counts as not said."""
        shown = text if len(text) <= 40 else text[:39] + "…"
        message = f"expected {expected}, got “{shown}”; the value is left out"
        self.ledger.warn(TableCode.UNREADABLE_CELL, message, row.number, self.columns.name(meaning))


def mark_of(sheet: Sheet, columns: Columns, meanings: Iterable[str]) -> DecimalMark:
    """The decimal mark of a file, from its number columns; where all is ambiguous, what its delimiter suggests."""
    found = [column.index for meaning in meanings if (column := columns.get(meaning)) is not None]
    cells = (row.cells[index] for row in sheet.rows for index in found if index < len(row.cells))
    return decimal_mark(cells, DecimalMark.COMMA if sheet.delimiter == ";" else DecimalMark.POINT)


def report_unknown(sheet: Sheet, columns: Columns, ledger: Ledger, numbered: re.Pattern[str] | None = None) -> None:
    """A note for each column that no meaning is known for: its cells are kept with the session as they are."""
    for column in columns.unknown:
        if numbered is not None and numbered.match(plain(column.name)):
            continue
        message = f"column “{column.name}” is not known; its cells are kept as text"
        ledger.note(TableCode.UNKNOWN_COLUMN, message, sheet.header_row, column.name)


def check_length(row: Row, sheet: Sheet, ledger: Ledger) -> bool:
    """Whether a row has no more cells than the header; a longer one is reported, a shorter one is normal."""
    if len(row.cells) <= len(sheet.header):
        return True
    if not any(row.cells[len(sheet.header) :]):
        return True
    message = f"{len(row.cells)} cells under {len(sheet.header)} headers; the last ones are not used"
    ledger.warn(TableCode.RAGGED_ROW, message, row.number)
    return False
