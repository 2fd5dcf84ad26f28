"""Rows that recur one after the other, found again as repeats: what formats with repeats but no nesting want."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

MOST_FOLDED = 8
"""How many rows a repeat may have to be found."""

Row = TypeVar("Row")


def fold(rows: Sequence[Row]) -> list[tuple[int, list[Row]]]:
    """The rows as stretches, each with how often it is gone through.

    >>> fold("abababc")
    [(3, ['a', 'b']), (1, ['c'])]
    """
    found: list[tuple[int, list[Row]]] = []
    at = 0
    while at < len(rows):
        widths = range(1, min(MOST_FOLDED, len(rows) - at) + 1)
        width, count = max(((width, _count(rows, at, width)) for width in widths), key=lambda one: _saved(*one))
        if _saved(width, count) == 0:
            width, count = 1, 1
        found.append((count, list(rows[at : at + width])))
        at += width * count
    return found


def _saved(width: int, count: int) -> int:
    return width * (count - 1)


def _count(rows: Sequence[Row], at: int, width: int) -> int:
    """How often the `width` rows at `at` follow one another, themselves included."""
    count = 1
    while list(rows[at + count * width : at + (count + 1) * width]) == list(rows[at : at + width]):
        count += 1
    return count
