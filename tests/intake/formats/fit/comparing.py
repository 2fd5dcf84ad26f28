"""Our columns row by row, in the shape in which other decoders give their messages."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass

import numpy as np

from longgame.intake.formats.fit.base_types import Kind
from longgame.intake.formats.fit.codes import FitCode
from longgame.intake.formats.fit.columns import Column
from longgame.intake.formats.fit.decode import FitFile
from longgame.intake.formats.fit.table import Table
from longgame.kernel.spans import ByteSpan

Plain = None | float | str
Value = Plain | tuple[Plain, ...]


@dataclass(frozen=True)
class Difference:
    """A field that two decoders read differently."""

    message: str
    field: str
    ours: Value
    theirs: object


def undamaged(file: FitFile) -> int:
    """The place up to which nothing is damaged: other decoders read what comes after it out of step, or stop."""
    damage = [each.where for each in file.diagnostics if each.code is FitCode.DAMAGED]
    return min((where.start for where in damage if isinstance(where, ByteSpan)), default=sys.maxsize)


class Rows:
    """A table's columns as lists of values."""

    def __init__(self, table: Table, limit: int) -> None:
        self.table = table
        self.comparable = int(np.searchsorted(table.positions, limit))
        self._lists: dict[object, list[Value]] = {}

    def native(self, name: str, row: int) -> Value:
        """The value of the column called `name`."""
        if name not in self._lists:
            self._lists[name] = listed(self.table.column(name), len(self.table))
        return self._lists[name][row]

    def word(self, name: str, row: int) -> str | None:
        """The word of an enumeration."""
        if ("word", name) not in self._lists:
            column = self.table.column(name)
            self._lists["word", name] = [None] * len(self.table) if column is None else [*column.words()]
        found = self._lists["word", name][row]
        assert found is None or isinstance(found, str)
        return found

    def developer(self, developer: int, number: int, row: int) -> Value:
        """The value of a developer field."""
        key = (developer, number)
        if key not in self._lists:
            columns = [c for f, c in self.table.developer if (f.developer, f.number) == key]
            self._lists[key] = listed(columns[0] if columns else None, len(self.table))
        return self._lists[key][row]


def listed(column: Column | None, rows: int) -> list[Value]:
    """A column's values one by one: texts, numbers or tuples of numbers, None where there is nothing."""
    if column is None:
        return [None] * rows
    if column.kind is Kind.TEXT:
        return [*column.texts()]
    numbers = column.numbers()
    there = column.present.tolist()
    if numbers.ndim == 1:
        return [value if here else None for value, here in zip(numbers.tolist(), there, strict=True)]
    nothing = np.isnan(numbers).tolist()
    return [
        tuple(None if gone else value for value, gone in zip(values, gones, strict=True)) if here else None
        for values, gones, here in zip(numbers.tolist(), nothing, there, strict=True)
    ]


def agree(ours: Value, theirs: object) -> bool:
    """Whether two values are the same, as far as floats tell; missing values at the end of several do not count."""
    if isinstance(theirs, bool):
        theirs = float(theirs)
    if isinstance(ours, tuple) or isinstance(theirs, tuple | list):
        return _agree_all(_several(ours), _several(theirs))
    if isinstance(theirs, float) and math.isnan(theirs):
        theirs = None
    if isinstance(ours, float) and isinstance(theirs, int | float):
        return math.isclose(ours, theirs, rel_tol=1e-12, abs_tol=1e-12)
    return ours == theirs


def _agree_all(ours: list[object], theirs: list[object]) -> bool:
    longest = max(len(ours), len(theirs))
    pairs = zip(ours + [None] * (longest - len(ours)), theirs + [None] * (longest - len(theirs)), strict=True)
    return all(agree(mine, their) for mine, their in pairs)  # type: ignore[arg-type]  # values of unknown peers


def _several(value: object) -> list[object]:
    return [*value] if isinstance(value, tuple | list) else [value]
