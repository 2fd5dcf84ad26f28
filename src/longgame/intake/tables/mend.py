"""Rows torn apart by commas that were not quoted, put together again where only one way makes sense."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from longgame.intake.tables.sheet import Row

Fits = Callable[[Sequence[str]], bool]
"""Whether the cells of a row are what their columns should hold."""
MOST_SPARE = 200
"""A row with more spare cells than this was not torn by the commas of a note; trying every way would take too long."""


def mended(row: Row, width: int, first: int, last: int, fits: Fits, delimiter: str = ",") -> Row | None:
    """The row with its spare cells joined to the column `first` or the column `last` (indexes in the header).

    None where the row is not too long or far too long, where no way of joining fits, or where several do and differ.
    """
    spare = len(row.cells) - width
    if not 0 < spare <= MOST_SPARE:
        return None
    if first == last:
        glue = f"{delimiter} ".join(row.cells[first : first + spare + 1])
        whole = (*row.cells[:first], glue, *row.cells[first + spare + 1 :])
        return Row(row.number, whole) if fits(whole) else None
    ways = {_joined(row.cells, width, first, last, at_first, delimiter) for at_first in range(spare + 1)}
    fitting = [cells for cells in ways if fits(cells)]
    return Row(row.number, fitting[0]) if len(fitting) == 1 else None


def _joined(
    cells: tuple[str, ...], width: int, first: int, last: int, at_first: int, delimiter: str
) -> tuple[str, ...]:
    spare = len(cells) - width
    glue = f"{delimiter} "
    head = glue.join(cells[first : first + at_first + 1])
    middle = cells[first + at_first + 1 : last + at_first]
    stop = last + spare + 1
    tail = glue.join(cells[last + at_first : stop])
    return (*cells[:first], head, *middle, tail, *cells[stop:])
