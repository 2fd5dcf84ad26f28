"""A belief about one number: a mixture of normal distributions, one part per grid point or habit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from longgame.record.streams import FloatColumn

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
    x = np.abs(z) / np.sqrt(2.0)
    t = 1.0 / (1.0 + 0.3275911 * x)
    tail = np.polyval(_COEFFICIENTS, t) * t * np.exp(-x * x) / 2.0
    share: FloatColumn = np.where(z >= 0, 1.0 - tail, tail)
    return share


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
        """The values below which the mixture lies with the given probabilities, by bisection to 1e-10 of its width."""
        low = np.full(len(shares), float(np.min(self.means - 9 * self.sds)))
        high = np.full(len(shares), float(np.max(self.means + 9 * self.sds)))
        for _ in range(34):
            middle = (low + high) / 2
            below = normal_share((middle[:, None] - self.means) / self.sds) @ self.weight < shares
            low, high = np.where(below, middle, low), np.where(below, high, middle)
        found: FloatColumn = (low + high) / 2
        return found

    def quantile(self, share: float) -> float:
        """The value below which the mixture lies with probability `share`."""
        return float(self.quantiles(np.array([share]))[0])
