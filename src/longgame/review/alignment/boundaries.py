"""Where one step may end and the next begin: changes of effort, laps, the plan's own times, and a coarse clock."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from longgame.record.session import Lap
from longgame.record.streams import FloatColumn
from longgame.review.channels import Channels

Index = npt.NDArray[np.int64]

MOST_CHANGES = 110
MOST_LAPS = 60
CLOCK_MARKS = 32
LEAST_CHANGE = 0.12
"""A change of level, on the plan's scale of 0 to 1, that is worth looking at."""


def boundaries(sizes: Sequence[float], channels: Channels, laps: Sequence[Lap], level: FloatColumn | None) -> Index:
    """Sample positions, rising, the first 0 and the last one past the end; at most about 240.

    `sizes` are the seconds each step is meant to last.
    """
    clock = np.append(0.0, np.cumsum(channels.dt_s))
    total = float(clock[-1])
    planned = list(accumulate(sizes))[:MOST_LAPS]
    at_clock = np.array([*planned, *np.linspace(0.0, total, CLOCK_MARKS + 1)])
    marks = [np.searchsorted(clock, at_clock[at_clock <= total])]
    marks.append(np.searchsorted(channels.t_s, [lap.stop_s for lap in laps[:MOST_LAPS]]))
    if level is not None:
        marks.append(np.searchsorted(clock, _changes(level, clock, _window(sizes, total))))
    last = len(channels.t_s)
    return np.unique(np.clip(np.concatenate([*marks, np.array([0, last])]), 0, last)).astype(np.int64)


def _window(sizes_s: Sequence[float], total_s: float) -> float:
    """Seconds before and after a moment that are compared: half the shortest step, within reason."""
    return float(np.clip(min(sizes_s) / 2, 4.0, min(30.0, max(4.0, total_s / 8))))


def _changes(level: FloatColumn, clock: FloatColumn, window_s: float) -> FloatColumn:
    """The moments, in seconds of recording, at which the level after differs most from the level before."""
    dt_s = np.diff(clock)
    known = np.isfinite(level)
    gone = np.append(0.0, np.cumsum(np.where(known, level, 0.0) * dt_s))
    held = np.append(0.0, np.cumsum(known * dt_s))
    moments = clock[1:-1] if len(clock) > 2 else clock
    before, after = np.maximum(moments - window_s, 0.0), np.minimum(moments + window_s, clock[-1])

    def mean(start: FloatColumn, stop: FloatColumn) -> FloatColumn:
        seconds = np.interp(stop, clock, held) - np.interp(start, clock, held)
        total: FloatColumn = np.interp(stop, clock, gone) - np.interp(start, clock, gone)
        average: FloatColumn = total / np.maximum(seconds, 1e-9)
        return average

    change = np.abs(mean(moments, after) - mean(before, moments))
    return _peaks(change, moments, window_s)


def _peaks(change: FloatColumn, moments: FloatColumn, window_s: float) -> FloatColumn:
    """Local peaks of change, the strongest first, none within half a window of a stronger one."""
    padded = np.concatenate([[-1.0], change, [-1.0]])
    peak = (change >= padded[:-2]) & (change > padded[2:]) & (change >= LEAST_CHANGE)
    places = np.flatnonzero(peak)
    places = places[np.argsort(-change[places], kind="stable")][: 4 * MOST_CHANGES]
    left = moments[places]
    chosen: list[float] = []
    while len(left) and len(chosen) < MOST_CHANGES:
        chosen.append(float(left[0]))
        left = left[np.abs(left - left[0]) >= window_s / 2]
    return np.array(chosen)
