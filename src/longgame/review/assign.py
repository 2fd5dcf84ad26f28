"""The best one-to-one assignment: the global optimum, whatever order things come in."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf


def assign(costs: Sequence[Sequence[float]]) -> tuple[int | None, ...]:
    """The column for each row so that the summed cost is least; `inf` means never, and such rows get None.

    A row may also stay alone at cost 0, so only negative costs draw together. Shortest augmenting paths
    (Kuhn 1955, Munkres 1957; the O(n³) form of Jonker and Volgenant 1987).

    >>> assign([[-1.0, -3.0], [-2.0, -3.0]])
    (1, 0)
    """
    rows = len(costs)
    columns = len(costs[0]) if rows else 0
    padded = [[0.0] * (columns + rows + 1)] + [
        [0.0, *(min(0.0, cost) for cost in line), *([0.0] * rows)] for line in costs
    ]
    owner = _owners(padded, rows, columns + rows)
    chosen: list[int | None] = [None] * rows
    for column in range(1, columns + 1):
        row = owner[column]
        if row and costs[row - 1][column - 1] < 0:
            chosen[row - 1] = column - 1
    return tuple(chosen)


def _owners(cost: Sequence[Sequence[float]], rows: int, columns: int) -> list[int]:
    """The row that owns each column, both counted from 1; 0 for a free column."""
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, came_from = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        free = _augment(cost, row_price, column_price, owner, came_from)
        while free:
            owner[free] = owner[came_from[free]]
            free = came_from[free]
    return owner


def _augment(
    cost: Sequence[Sequence[float]],
    row_price: list[float],
    column_price: list[float],
    owner: list[int],
    came_from: list[int],
) -> int:
    """Dijkstra over reduced costs from the row at column 0 to the nearest free column; updates the prices."""
    columns = len(column_price)
    nearest, used = [inf] * columns, [False] * columns
    here = 0
    while owner[here]:
        used[here] = True
        row, step, best = owner[here], inf, 0
        for column in range(1, columns):
            if used[column]:
                continue
            reduced = cost[row][column] - row_price[row] - column_price[column]
            if reduced < nearest[column]:
                nearest[column], came_from[column] = reduced, here
            if nearest[column] < step:
                step, best = nearest[column], column
        for column in range(columns):
            if used[column]:
                row_price[owner[column]] += step
                column_price[column] -= step
            elif column:
                nearest[column] -= step
        here = best
    return here
