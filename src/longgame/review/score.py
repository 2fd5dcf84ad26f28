"""The one score law: 1 everywhere inside the bounds, falling in a straight line to 0 over a tolerance on each side."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from longgame.kernel.interval import Interval
from longgame.purpose.rubric import Tolerance

GRAIN = 10_000
"""Scores are kept as whole ten-thousandths, so that sums of them are exact on every machine."""

ROUNDING = 1e-9
"""Relative width below which a distance to a bound is rounding of floating point, not a breach."""


def score(value: float, interval: Interval, tolerance: Tolerance) -> Fraction:
    """How well `value` keeps to `interval`, in [0, 1]: 1 inside, 0 from one tolerance width outside on.

    >>> score(3.0, Interval(2, 4), Tolerance(2, 2)), score(5.0, Interval(2, 4), Tolerance(2, 2))
    (Fraction(1, 1), Fraction(1, 2))
    """
    return quantised(closeness(value, interval, tolerance))


def closeness(value: float, interval: Interval, tolerance: Tolerance) -> float:
    """The score law before it is made exact, for averaging over many samples."""
    excess = interval.excess(value)
    if abs(excess) <= ROUNDING * max(1.0, abs(value)):
        return 1.0
    width = tolerance.above if excess > 0 else tolerance.below
    return max(0.0, 1.0 - abs(excess) / width) if width > 0 else 0.0


def quantised(share: float) -> Fraction:
    """`share` clipped to [0, 1] as a whole number of grains."""
    return Fraction(round(min(1.0, max(0.0, share)) * GRAIN), GRAIN)


def mean(scores: Sequence[Fraction]) -> Fraction:
    """The plain mean, exactly; the mean of nothing is a mistake of the caller (`ValueError`)."""
    if not scores:
        raise ValueError("the mean of no scores")
    return sum(scores, Fraction(0)) / len(scores)


def contributions(weighted: Sequence[tuple[int, Fraction | None]]) -> tuple[Fraction, ...]:
    """Each row's weight · score / Σ assessed weights; rows without a score contribute nothing.

    >>> contributions([(3, Fraction(1)), (1, Fraction(1, 2)), (2, None)])
    (Fraction(3, 4), Fraction(1, 8), Fraction(0, 1))
    """
    assessed = sum(weight for weight, got in weighted if got is not None)
    return tuple(Fraction(0) if got is None else weight * got / assessed for weight, got in weighted)
