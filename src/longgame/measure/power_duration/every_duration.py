"""The best over every duration of a recording at once, by branch and bound.

A recording of n seconds has n²/2 stretches. They are looked at in tiles of 32 starts by 32 durations. On running sums
without their trend, a tile cannot hold more than its highest end above its lowest start; one tile per durations is
searched for a best to begin with, then only those whose bound lies above it. A ride leaves a few tiles in a hundred.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

Counts = npt.NDArray[np.int32]
Rows = npt.NDArray[np.int64]

_SIDE = 32
_AT_ONCE = 512
_MOST_BOUNDS = 2**19
_NEVER = np.int32(-(2**30))


def every_best(sums: Counts) -> Counts:
    """The highest gain of running sums over 1, 2, … n steps, in counts.

    Model: max over s of S[s + d] − S[s] for every d, tiles of starts and durations left out whose bound is too low.

    Args:
        sums: running sums from 0 on [counts], never falling, below 2²⁹, shape (n + 1,).

    Returns:
        Highest gains [counts], shape (n,), never falling with duration.

    Raises:
        Nothing.

    Evidence: arithmetic; equal to looking at every stretch, which is a test.

    References:
        Land & Doig 1960, Econometrica 28:497 (branch and bound).

    Example:
        >>> every_best(np.array([0, 100, 400, 600], np.int32)).tolist()
        [300, 500, 600]
    """
    tiles = _Tiles(sums)
    rows = max(1, _MOST_BOUNDS // tiles.blocks)
    found, least = [], 0
    for first in range(0, tiles.blocks, rows):
        best = tiles.best(np.arange(first, min(first + rows, tiles.blocks)), least)
        found.append(best)
        least = int(best[-1])
    every: Counts = np.concatenate(found)[: len(sums) - 1]
    return every


class _Tiles:
    """Running sums without their trend, cut into blocks; a tile is one block of starts and one of durations."""

    def __init__(self, sums: Counts) -> None:
        n = len(sums)
        self.last, self.blocks = n - 1, -(-n // _SIDE)
        self.trend = int(sums[-1]) // max(1, n - 1)
        level = sums - np.int32(self.trend) * np.arange(n, dtype=np.int32)
        ends = np.full((self.blocks + 4) * _SIDE, _NEVER, np.int32)
        starts = np.full(self.blocks * _SIDE, -_NEVER, np.int32)
        ends[:n] = starts[:n] = level
        self.starts = starts.reshape(self.blocks, _SIDE)
        self.lowest = self.starts.min(axis=1)
        self.ends = sliding_window_view(ends, 2 * _SIDE - 1)
        highest = ends.reshape(-1, _SIDE)[: self.blocks + 1].max(axis=1)
        reach = np.full(2 * self.blocks, _NEVER, np.int32)
        reach[: self.blocks] = np.maximum(highest[:-1], highest[1:])
        self.reach = sliding_window_view(reach, self.blocks)

    def best(self, rows: Rows, least: int) -> Counts:
        """The highest gains over 32 durations of each row, shortest first; none is below `least`."""
        bound = self.reach[rows[0] : rows[-1] + 1] - self.lowest
        each, likeliest = np.arange(len(rows)), bound.argmax(axis=1)
        durations = rows[:, None] * _SIDE + np.arange(1, _SIDE + 1)
        gained = self.trend * durations
        reached = np.maximum(self._searched(rows, likeliest).T + gained, least)
        known = np.maximum.accumulate(reached.ravel()).reshape(gained.shape) - gained
        bound[each, likeliest] = _NEVER
        beaten = np.where(durations <= self.last, known, -_NEVER).min(axis=1)
        row, block = np.nonzero(bound > beaten[:, None])
        if len(row):
            first = np.flatnonzero(np.diff(row, prepend=-1))
            more = np.maximum.reduceat(self._searched(rows[row], block), first, axis=1)
            known[row[first]] = np.maximum(known[row[first]], more.T)
        best: Counts = (known + gained).ravel()
        return best

    def _searched(self, rows: Rows, blocks: Rows) -> Counts:
        """The highest gain without trend over each of 32 durations in each tile: (32, tiles)."""
        found = np.empty((_SIDE, len(blocks)), np.int32)
        for at in range(0, len(blocks), _AT_ONCE):
            part = slice(at, at + _AT_ONCE)
            ends = np.ascontiguousarray(self.ends[(rows[part] + blocks[part]) * _SIDE + 1].T)
            starts = np.ascontiguousarray(self.starts[blocks[part]].T)
            scratch = np.empty_like(starts)
            for shift in range(_SIDE):
                gain = np.subtract(ends[shift : shift + _SIDE], starts, scratch)
                np.maximum.reduce(gain, axis=0, out=found[shift, part])
        return found
