"""A person's own normal, day by day: where it lies, how far today is from it, and heart-rate variability both ways."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import exp, sqrt

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.record.streams import FloatColumn

NORMAL_DAYS = 28.0
LEAST_READINGS = 14
WINSOR = 2.0
LEAST_SD_SHARE = 0.02
PERSISTENCE_PRIOR = (0.4, 10.0)
HRV_WINDOW_DAYS = 7
HRV_LEAST_READINGS = 3
HRV_NORMAL_DAYS = 60
HRV_BAND_SD = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Baseline:
    """A person's normal before each reading, all of shape (n,), in the unit of the readings unless said.

    `deviation` is the reading's distance from normal in own standard deviations, `surprise` the distance from what
    yesterday's deviation already foretold, in the deviations that remain. NaN while there are too few readings.
    """

    level: FloatColumn
    sd: FloatColumn
    deviation: FloatColumn
    surprise: FloatColumn


def personal_baseline(day: FloatColumn, value: FloatColumn, least_sd: float = 0.0) -> Baseline:
    """Where each reading stands against the person's own past, in own standard deviations.

    Model: local level x̂ and variance by exponential averages over 28 days, both from readings before the one judged,
        which enter at most 2 standard deviations from normal; deviations persist as an AR(1) with ϕ shrunk to 0.4.

    Args:
        day: days of the readings [days from any origin], rising, shape (n,).
        value: readings [any unit], shape (n,), without NaN.
        least_sd: a standard deviation below this is not believed [same unit]; half a step of a 1–5 scale is fair.

    Returns:
        Level, standard deviation [same unit], deviation and surprise [own SD]; NaN for the first 14 readings.

    Raises:
        ValueError: if the columns differ in length.

    Evidence: moderate for judging people against themselves (Saw 2016), convention for the time constants.

    References:
        Saw, Main & Gastin 2016, Br J Sports Med 50:281; West & Harrison 1997, Bayesian Forecasting (local level).

    Example:
        >>> rng = np.random.default_rng(0)
        >>> base = personal_baseline(np.arange(60.0), np.append(rng.normal(50, 2, 59), 58.0))
        >>> bool(base.deviation[-1] > 2)
        True
    """
    if len(day) != len(value):
        raise ValueError(f"{len(day)} days and {len(value)} readings do not fit")
    columns = np.full((4, len(value)), np.nan)
    level, variance, pairs, squares = float(value[0]) if len(value) else 0.0, 0.0, 0.0, 0.0
    before, prior, strength = 0.0, *PERSISTENCE_PRIOR
    days, values = day.tolist(), value.tolist()
    for i, reading in enumerate(values):
        sd = max(sqrt(variance), least_sd, LEAST_SD_SHARE * abs(level), 1e-12)
        persistence = (prior * strength + pairs) / (strength + squares)
        gap = 1.0 if i == 0 else max(1.0, days[i] - days[i - 1])
        deviation = (reading - level) / sd
        foretold = persistence**gap * before
        if i >= LEAST_READINGS:
            left = sqrt(max(1e-6, 1.0 - persistence ** (2 * gap)))
            columns[:, i] = level, sd, deviation, (deviation - foretold) / left
            if gap == 1.0:
                pairs += _within(deviation * before, WINSOR**2)
                squares += min(before * before, WINSOR**2)
        weight = max(1.0 / (i + 1), 1.0 - exp(-gap / NORMAL_DAYS))
        step = _within(reading - level, WINSOR * sd) if i >= 5 else reading - level
        level += weight * step
        variance = (1.0 - weight) * (variance + weight * step * step)
        before = _within(deviation, WINSOR)
    return Baseline(*columns)


def _within(value: float, limit: float) -> float:
    """`value`, or the limit on its side where it lies beyond."""
    return max(-limit, min(limit, value))


class HrvState(Enum):
    """Where heart-rate variability stands against the person's own normal; both sides can go with overreaching."""

    LOW = "below your normal"
    NORMAL = "within your normal"
    HIGH = "above your normal"


@dataclass(frozen=True, slots=True)
class HrvReading:
    """The seven-day mean of ln rMSSD, the person's normal of it with standard deviation, and the state."""

    week: float
    normal: float
    sd: float
    state: HrvState
    readings: int


def hrv_state(day: FloatColumn, rmssd_ms: FloatColumn, on: float) -> HrvReading | Unknown:
    """Heart-rate variability of the last seven days against the 60 days before, in ln(ms).

    Model: mean of ln rMSSD over 7 days (at least 3 readings) against mean ± 0.5 SD of the 60 days before them.

    Args:
        day: days of the readings [days from any origin], shape (n,).
        rmssd_ms: rMSSD [ms], above 0, shape (n,).
        on: the day asked about [same days].

    Returns:
        The week's mean, the normal and its SD [ln ms], and the state; Unknown with fewer than 3 readings in the week
        or 14 before it.

    Raises:
        ValueError: if a reading is not positive.

    Evidence: moderate for the weekly mean, weak for any single meaning: it rises in functional overreaching as well as
        with fitness, so it never decides alone.

    References:
        Plews et al. 2014, Int J Sports Physiol Perform 9:1026; Le Meur et al. 2013, Med Sci Sports Exerc 45:2061;
        Bellenger et al. 2016, Sports Med 46:1461.

    Example:
        >>> days = np.arange(60.0)
        >>> hrv_state(days, np.where(days < 53, 60.0 + days % 5, 45.0), 59.0).state.name
        'LOW'
    """
    if np.any(rmssd_ms <= 0):
        raise ValueError("an rMSSD is above zero")
    inside = (day > on - HRV_WINDOW_DAYS) & (day <= on)
    earlier = (day <= on - HRV_WINDOW_DAYS) & (day > on - HRV_WINDOW_DAYS - HRV_NORMAL_DAYS)
    if np.count_nonzero(inside) < HRV_LEAST_READINGS:
        return Unknown(f"fewer than {HRV_LEAST_READINGS} readings of heart-rate variability in the last week")
    if np.count_nonzero(earlier) < LEAST_READINGS:
        return Unknown("too few earlier readings of heart-rate variability to know your normal")
    logs = np.log(rmssd_ms)
    week, normal, sd = float(logs[inside].mean()), float(logs[earlier].mean()), float(logs[earlier].std(ddof=1))
    state = HrvState.NORMAL
    if week < normal - HRV_BAND_SD * sd:
        state = HrvState.LOW
    elif week > normal + HRV_BAND_SD * sd:
        state = HrvState.HIGH
    return HrvReading(week, normal, sd, state, int(np.count_nonzero(inside)))
