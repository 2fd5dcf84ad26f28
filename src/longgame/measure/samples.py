"""Samples in time: how long each one holds, the even one-second grid, and the recursions that run over it."""

from __future__ import annotations

import numpy as np

from longgame.record.streams import FloatColumn

LONGEST_HOLD_S = 10.0
"""Recorders that save only changes leave up to this many seconds between samples; a longer gap is a pause."""


def held_seconds(t_s: FloatColumn, longest_hold_s: float = LONGEST_HOLD_S) -> FloatColumn:
    """How long each sample of an irregular recording stands for, in seconds.

    Model: a sample holds until the next one; before a pause, and at the end, it holds for the usual spacing.

    Args:
        t_s: sample times [s], strictly rising, shape (n,).
        longest_hold_s: a gap longer than this [s] is a pause.

    Returns:
        Seconds [s], shape (n,), each in (0, longest_hold_s]; empty for an empty recording.

    Raises:
        Nothing.

    Evidence: convention; a smart-recording watch is understood, a tunnel shorter than 10 s is not seen as a pause.

    References:
        None; a property of the recording.

    Example:
        >>> held_seconds(np.array([0.0, 1.0, 2.0, 60.0, 61.0])).tolist()
        [1.0, 1.0, 1.0, 1.0, 1.0]
    """
    if len(t_s) < 2:
        return np.ones(len(t_s))
    gaps = np.diff(t_s)
    short = gaps[gaps <= longest_hold_s]
    usual = float(np.median(short)) if len(short) else 1.0
    return np.append(np.where(gaps > longest_hold_s, usual, gaps), usual)


def one_hertz(t_s: FloatColumn, values: FloatColumn, longest_hold_s: float = LONGEST_HOLD_S) -> FloatColumn:
    """The recording on an even one-second grid, in the unit of `values`, NaN where nothing was recorded.

    Model: each grid second shows the latest sample not older than `longest_hold_s`.

    Args:
        t_s: sample times [s], strictly rising, shape (n,).
        values: one channel [any unit], shape (n,); NaN is a missing sample.
        longest_hold_s: a sample older than this [s] no longer counts.

    Returns:
        Values [same unit], shape (whole seconds from first to last sample + 1,); pauses are NaN.

    Raises:
        ValueError: if the two columns differ in length.

    Evidence: convention; holding is exact for 1 Hz files and blurs smart-recorded ones by a few seconds.

    References:
        None; a property of the recording.

    Example:
        >>> one_hertz(np.array([0.0, 2.0, 3.0]), np.array([100.0, 120.0, 130.0])).tolist()
        [100.0, 100.0, 120.0, 130.0]
    """
    if len(t_s) != len(values):
        raise ValueError(f"values has {len(values)} samples, t_s has {len(t_s)}")
    if len(t_s) == 0:
        return np.empty(0)
    seconds = int(np.floor(t_s[-1] - t_s[0])) + 1
    if seconds == len(t_s) and np.all(np.diff(t_s) == 1.0):
        return values.astype(np.float64, copy=False)
    grid = t_s[0] + np.arange(seconds)
    latest = np.searchsorted(t_s, grid + 1e-9, side="right") - 1
    old = grid - t_s[latest] > longest_hold_s
    held: FloatColumn = np.where(old, np.nan, values[latest])
    return held


def rolling_mean(values: FloatColumn, window: int, least_share: float = 0.5) -> FloatColumn:
    """Means of every full window, in the unit of `values`; a window with too little in it is NaN.

    Model: mean of the present samples of each `window` consecutive ones.

    Args:
        values: evenly spaced samples [any unit], shape (n,); NaN is missing.
        window: length of the window [samples], at least 1.
        least_share: how much of a window must be present, in (0, 1].

    Returns:
        Means [same unit], shape (max(0, n - window + 1),).

    Raises:
        ValueError: if `window` is below 1.

    Evidence: convention (half of a window present is enough).

    References:
        None; arithmetic.

    Example:
        >>> rolling_mean(np.array([1.0, 2.0, 3.0, np.nan]), 2).tolist()
        [1.5, 2.5, 3.0]
    """
    if window < 1:
        raise ValueError(f"a window holds at least one sample, not {window}")
    if len(values) < window:
        return np.empty(0)
    there = ~np.isnan(values)
    sums = np.concatenate(([0.0], np.cumsum(np.where(there, values, 0.0))))
    counts = np.concatenate(([0], np.cumsum(there)))
    total, number = sums[window:] - sums[:-window], counts[window:] - counts[:-window]
    enough = number >= max(1.0, least_share * window)
    means: FloatColumn = np.where(enough, total / np.maximum(number, 1), np.nan)
    return means


_LEAST_PRODUCT = 1e-200
"""Products of factors below this would overflow what is divided by them."""


def affine_scan(factor: FloatColumn | float, addend: FloatColumn, start: float, block: int = 480) -> FloatColumn:
    """The recursion y[i] = factor[i] · y[i-1] + addend[i] for all i at once, in the unit of `addend`.

    Model: within blocks, products and sums are accumulated side by side; the blocks' ends are then chained.

    Args:
        factor: multipliers [1], each in [0, 1], shape (n,), or one number for all steps.
        addend: what comes in at each step [any unit], shape (n,).
        start: y before the first step [same unit].
        block: samples per block [count]; changes speed, not the answer.

    Returns:
        y after each step [same unit], shape (n,).

    Raises:
        Nothing.

    Evidence: exact up to rounding; compared with the plain loop in tests.

    References:
        Blelloch 1990, "Prefix sums and their applications" (the idea of the scan).

    Example:
        >>> affine_scan(np.array([0.5, 0.5]), np.array([1.0, 1.0]), 0.0).tolist()
        [1.0, 1.5]
    """
    n = len(addend)
    rows = -(-n // block) if n else 0
    a, b = _in_rows(factor, rows, block, 1.0), _in_rows(addend, rows, block, 0.0)
    products = np.cumprod(a, axis=1, dtype=np.float64)
    plain = bool(n) and float(products[:, -1].min()) > _LEAST_PRODUCT
    if not plain:
        return (products * _carries(products, totals := _totals(a, b), start) + totals).reshape(-1)[:n]
    shares = b / products
    np.cumsum(shares, axis=1, out=shares)
    shares += _carries(products, shares[:, -1:] * products[:, -1:], start)
    shares *= products
    y: FloatColumn = shares.reshape(-1)[:n]
    return y


def _carries(products: FloatColumn, totals: FloatColumn, start: float) -> FloatColumn:
    """What each block begins with, (rows, 1)."""
    carry, carries = start, np.empty((len(totals), 1))
    ends = np.broadcast_to(products[:, -1], len(totals)).tolist()
    for row, (product, total) in enumerate(zip(ends, totals[:, -1].tolist(), strict=True)):
        carries[row] = carry
        carry = product * carry + total
    return carries


def _in_rows(values: FloatColumn | float, rows: int, block: int, rest: float) -> FloatColumn:
    """Values in rows of one block each, filled up with `rest`; one row where it stands for all."""
    if isinstance(values, float):
        return np.full((1, block), values)
    filled = np.full(rows * block, rest)
    filled[: len(values)] = values
    return filled.reshape(rows, block)


def _totals(a: FloatColumn, b: FloatColumn) -> FloatColumn:
    """What each block adds up to by itself, step by step: for factors so small that dividing by them says nothing."""
    totals = b.copy()
    for i in range(1, b.shape[1]):
        totals[:, i] += a[:, i] * totals[:, i - 1]
    return totals
