"""A belief about one number: a mixture of normal distributions, one part per grid point or habit."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from longgame.record.streams import FloatColumn

_MOST_STEPS = 60
_CLOSE_ENOUGH = 1e-8
_COEFFICIENTS = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)


def normal_share(z: FloatColumn) -> FloatColumn:
    """The standard normal distribution function, to 1.5e-7.

    Model: Φ(z) by the rational approximation of the error function.

    Args:
        z: standardised values [1], any shape.

    Returns:
        Shares [1], same shape, in [0, 1].

    Raises:
        Nothing.

    Evidence: exact to 1.5e-7, far below any statement made from it.

    References:
        Abramowitz & Stegun 1964, 7.1.26.

    Example:
        >>> normal_share(np.array([0.0, 1.6448536])).round(4).tolist()
        [0.5, 0.95]
    """
    x = np.abs(z)
    t = 1.0 / (1.0 + 0.3275911 / np.sqrt(2.0) * x)
    tail = np.full_like(t, _COEFFICIENTS[0] / 2.0)
    for coefficient in _COEFFICIENTS[1:]:
        tail *= t
        tail += coefficient / 2.0
    tail *= t
    tail *= np.exp(-0.5 * x * x)
    share: FloatColumn = np.where(z >= 0, 1.0 - tail, tail)
    return share


def mixture_quantiles(weight: FloatColumn, means: FloatColumn, sds: FloatColumn, shares: FloatColumn) -> FloatColumn:
    """Quantiles of many mixtures of normals at once, in the unit of the means.

    Model: Newton's method on the mixture's distribution function, kept inside a bracket; where a step leaves it or the
        one before did not halve the error, the bracket is halved instead. Rows do not depend on each other.

    Args:
        weight: weights [1], shape (rows, parts), each row adding up to 1.
        means: means [any unit], shape (rows, parts).
        sds: standard deviations [same unit], above 0, shape (rows, parts).
        shares: the probabilities asked for [1], in (0, 1), shape (k,).

    Returns:
        Quantiles [same unit], shape (rows, k), to 1e-8 in probability, at most 60 steps.

    Raises:
        Nothing.

    Evidence: exact up to the stated tolerance; compared with bisection in tests.

    References:
        None; numerical root finding.

    Example:
        >>> one = np.ones((1, 1))
        >>> mixture_quantiles(one, 0 * one, one, np.array([0.9, 0.975])).round(3).tolist()
        [[1.282, 1.96]]
    """
    low = np.repeat(np.min(means - 9 * sds, axis=1)[:, None], len(shares), axis=1)
    high = np.repeat(np.max(means + 9 * sds, axis=1)[:, None], len(shares), axis=1)
    centre = np.sum(weight * means, axis=1)
    spread = np.sqrt(np.sum(weight * (sds**2 + (means - centre[:, None]) ** 2), axis=1))
    at = centre[:, None] + spread[:, None] * np.array([NormalDist().inv_cdf(share) for share in shares.tolist()])
    found: FloatColumn = at.copy()
    rows, error = np.arange(len(at)), np.full_like(at, np.inf)
    for _ in range(_MOST_STEPS):
        z = (at[:, :, None] - means[:, None, :]) / sds[:, None, :]
        over = np.einsum("rp,rkp->rk", weight, normal_share(z)) - shares
        off = np.abs(over)
        going = (off >= _CLOSE_ENOUGH).any(axis=1)
        if not going.all():
            if not going.any():
                break
            columns = (rows, weight, means, sds, at, low, high, error, z, over, off)
            rows, weight, means, sds, at, low, high, error, z, over, off = (one[going] for one in columns)
        low, high = np.where(over < 0, at, low), np.where(over < 0, high, at)
        density = np.einsum("rp,rkp->rk", weight / sds, np.exp(-0.5 * z * z)) / np.sqrt(2 * np.pi)
        step = at - over / np.maximum(density, 1e-300)
        inside = (step > low) & (step < high) & (off < 0.5 * error)
        at = np.where(off < _CLOSE_ENOUGH, at, np.where(inside, step, (low + high) / 2))
        error = off
        found[rows] = at
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Belief:
    """Weights, means and standard deviations of the parts, each (parts,), in one unit; weights add up to 1."""

    weight: FloatColumn
    means: FloatColumn
    sds: FloatColumn

    @property
    def mean(self) -> float:
        """The mean of the mixture."""
        return float(self.weight @ self.means)

    @property
    def sd(self) -> float:
        """The standard deviation of the mixture."""
        return float(np.sqrt(self.weight @ (self.sds**2 + (self.means - self.mean) ** 2)))

    def share_below(self, value: float) -> float:
        """The probability of lying below `value`."""
        return float(self.weight @ normal_share((value - self.means) / self.sds))

    def quantiles(self, shares: FloatColumn) -> FloatColumn:
        """The values below which the mixture lies with the given probabilities, to 1e-8 in probability."""
        found: FloatColumn = mixture_quantiles(self.weight[None], self.means[None], self.sds[None], shares)[0]
        return found

    def quantile(self, share: float) -> float:
        """The value below which the mixture lies with probability `share`."""
        return float(self.quantiles(np.array([share]))[0])
