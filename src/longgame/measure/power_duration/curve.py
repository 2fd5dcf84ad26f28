"""Mean-maximal curves: the best mean over every duration of a session, and the athlete's envelope over sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from longgame.measure.power_duration.every_duration import Counts, every_best
from longgame.record.streams import FloatColumn

Durations = npt.NDArray[np.int64]

_MOST_COUNTS = 2**29
_MANY = 8
"""From one duration per so many seconds of recording on, all are found at once."""


def curve_durations(longest_s: int, how_many: int = 100) -> Durations:
    """Durations spaced evenly by ratio, for a curve that is read on a logarithmic axis, in seconds.

    Model: rounded geometric series from 1 s to the longest, doubles left out.

    Args:
        longest_s: last duration [s], at least 1.
        how_many: how many to aim at [count]; short ones coincide after rounding, so the answer may hold fewer.

    Returns:
        Rising whole seconds [s].

    Raises:
        ValueError: if the longest is below one second.

    Evidence: convention.

    References:
        None.

    Example:
        >>> curve_durations(100, 5).tolist()
        [1, 3, 10, 32, 100]
    """
    if longest_s < 1:
        raise ValueError(f"a curve needs at least one second, not {longest_s}")
    return np.unique(np.round(np.geomspace(1, longest_s, how_many)).astype(np.int64))


def mean_maximal(values: FloatColumn, durations_s: Durations) -> FloatColumn:
    """The highest mean over each duration, in the unit of `values` (power or speed).

    Model: max over s of (S[s + d] − S[s]) / d, S the running sum. Missing seconds and pauses count as 0, so that a
        hole can lower a best and never raise it. Where many durations are asked for, stretches of the recording that
        cannot hold a best are proven so by their extremes and left out; the answers are the same.

    Args:
        values: one channel on a one-second grid [W or m/s], not negative, shape (n,); NaN is missing.
        durations_s: durations [s], at least 1, shape (k,).

    Returns:
        Best means [same unit], shape (k,); NaN for durations longer than the recording. Exact for whole watts;
        otherwise to within a ten-thousandth of the channel's mean, for recordings of up to a day.

    Raises:
        ValueError: if a duration is below one second.

    Evidence: arithmetic; whether a best was a maximal effort is another question.

    References:
        None; running sums, with branch and bound.

    Example:
        >>> mean_maximal(np.array([100.0, 300.0, 200.0]), np.array([1, 2, 3, 4])).tolist()
        [300.0, 250.0, 200.0, nan]
    """
    if len(durations_s) and int(np.min(durations_s)) < 1:
        raise ValueError("a duration is at least one second")
    sums, scale = _running_counts(values)
    reached = durations_s < len(sums)
    inside = durations_s[reached]
    many = len(inside) * _MANY > len(sums)
    best = np.full(len(durations_s), np.nan)
    best[reached] = (every_best(sums)[inside - 1] if many else _bests(sums, inside)) / (inside * scale)
    return best


def _running_counts(values: FloatColumn) -> tuple[Counts, float]:
    """Running sums from 0 on in whole counts, and how many counts make one unit."""
    kept = np.maximum(values, 0.0)
    total = float(kept.sum())
    if not np.isfinite(total):
        kept = np.maximum(np.nan_to_num(values, posinf=0.0, neginf=0.0), 0.0)
        total = float(kept.sum())
    scale = 2.0 ** np.floor(np.log2(_MOST_COUNTS / max(1.0, total)))
    kept *= scale
    sums = np.zeros(len(values) + 1, np.int32)
    np.cumsum(np.rint(kept, kept).astype(np.int32), out=sums[1:])
    return sums, scale


def _bests(sums: Counts, durations_s: Durations) -> Counts:
    best, scratch, n = np.empty(len(durations_s), np.int32), np.empty_like(sums), len(sums)
    for i, d in enumerate(durations_s.tolist()):
        gained = np.subtract(sums[d:], sums[: n - d], scratch[: n - d])
        best[i] = gained[gained.argmax()]
    return best


@dataclass(frozen=True, slots=True)
class BestEffort:
    """The best mean over one duration within a stretch of days, in the curve's unit, and the day it was done."""

    duration_s: int
    value: float
    day: date


def envelope(
    days: Sequence[date], curves: Sequence[FloatColumn], durations_s: Durations, on: date, window_days: int = 90
) -> tuple[BestEffort, ...]:
    """The athlete's best over each duration in the days up to `on`, in the curves' unit.

    Model: maximum over sessions with on − window < day ≤ on.

    Args:
        days: each session's day, shape (sessions,).
        curves: each session's mean-maximal curve [W or m/s], shape (sessions, k); NaN where it is too short.
        durations_s: the curves' durations [s], shape (k,).
        on: the last day that counts.
        window_days: how far back an effort still speaks for today [days].

    Returns:
        One best per duration that was reached, by rising duration; of equal bests the earliest day.

    Raises:
        ValueError: if days and curves differ in number.

    Evidence: convention (90 days); an envelope holds maximal and idle days alike and is a floor of what is possible.

    References:
        None.

    Example:
        >>> d = np.array([60, 300])
        >>> envelope([date(2026, 5, 1)], [np.array([400.0, 320.0])], d, date(2026, 5, 9))[1].value
        320.0
    """
    inside = [(day, curve) for day, curve in zip(days, curves, strict=True) if on - timedelta(window_days) < day <= on]
    inside.sort(key=lambda pair: pair[0])
    if not inside:
        return ()
    stack = np.where(np.isnan(np.vstack([curve for _, curve in inside])), -np.inf, [curve for _, curve in inside])
    rows = np.argmax(stack, axis=0)
    return tuple(
        BestEffort(int(d), float(stack[row, i]), inside[row][0])
        for i, (d, row) in enumerate(zip(durations_s, rows, strict=True))
        if np.isfinite(stack[row, i])
    )
