"""Single values of a table: for messages that come once or a few times."""

from __future__ import annotations

from longgame.intake.formats.fit.table import Table


def number(table: Table | None, name: str, row: int = 0) -> float | None:
    """The value of column `name` in message `row`, in its units (the first of several); None where there is none."""
    found = None if table is None else table.numbers(name)
    return None if found is None or found[row] != found[row] else float(found[row])


def whole(table: Table | None, name: str, row: int = 0) -> int | None:
    """The same as a whole number."""
    found = number(table, name, row)
    return None if found is None else int(found)


def word(table: Table | None, name: str, row: int = 0) -> str | None:
    """The word of an enumeration; None where there is none."""
    found = None if table is None else table.column(name)
    return None if found is None else found.words()[row]


def text(table: Table | None, name: str, row: int = 0) -> str | None:
    """A text; None where there is none."""
    found = None if table is None else table.column(name)
    return None if found is None else found.texts()[row]
