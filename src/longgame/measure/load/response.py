"""Banister's two-component model of load and performance: kept to be checked against, never used to foretell.

On the reference data a free refit makes both components alike, and walking forward the last test foretells the next
one better (tests/measure/test_response.py), so no screen of ours shows its forecast.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from longgame.measure.samples import affine_scan
from longgame.record.streams import FloatColumn


class SameDay(Enum):
    """Whether a day's own load counts for that day's performance; sources differ, and fits depend on it."""

    COUNTS = True
    NEXT_DAY = False


@dataclass(frozen=True, slots=True)
class Response:
    """The model's five numbers: performance without training, two gains, and two time constants [days]."""

    baseline: float
    gain: float
    cost: float
    gain_days: float
    cost_days: float


def impulse_response(daily: FloatColumn, response: Response, same_day: SameDay = SameDay.COUNTS) -> FloatColumn:
    """Performance on each day by the two-component model, in the unit of its baseline.

    Model: p(n) = p₀ + k₁ Σ wᵢ e^(−(n−i)/τ₁) − k₂ Σ wᵢ e^(−(n−i)/τ₂), sums over i ≤ n (default) or i < n.

    Args:
        daily: load of each day [any load unit], rest days 0, shape (days,).
        response: the five numbers, gains in baseline unit per load unit.
        same_day: whether the day's own load is inside.

    Returns:
        Performance [baseline's unit], shape (days,).

    Raises:
        ValueError: if a time constant is not positive.

    Evidence: weak. Parameters are ill-conditioned, the fatigue term adds no predictive ability in two data sets, and
        the last test is the better forecast; shown nowhere.

    References:
        Banister 1975; Clarke & Skiba 2013, Adv Physiol Educ 37:134 (data); Marchal et al. 2025, Sci Rep.

    Example:
        >>> impulse_response(np.array([100.0, 0.0]), Response(200.0, 0.1, 0.2, 40.0, 7.0)).round(2).tolist()
        [190.0, 192.42]
    """
    if min(response.gain_days, response.cost_days) <= 0:
        raise ValueError("a time constant is above zero")
    sums = []
    for tau in (response.gain_days, response.cost_days):
        after = affine_scan(float(np.exp(-1.0 / tau)), daily, 0.0)
        sums.append(after if same_day is SameDay.COUNTS else after - daily)
    performance: FloatColumn = response.baseline + response.gain * sums[0] - response.cost * sums[1]
    return performance
