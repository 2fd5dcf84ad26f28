"""What a capacity model must beat: simple forecasts, each with the spread of its own past errors.

Every baseline gets the better of two honest spreads: a normal one, and the empirical distribution of its errors so
far on this lift, smoothed towards a Laplace distribution while there are few.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from longgame.measure.capacity.belief import Belief

SIX_WEEKS = 42.0
PRIOR_SD, PRIOR_COUNT = 0.08, 4.0
_SHARES = (np.arange(40) + 0.5) / 40
_LAPLACE = np.where(_SHARES < 0.5, np.log(2 * _SHARES), -np.log(2 * (1 - _SHARES))) * 0.05
MOST_ERRORS = 60

Points = Callable[[np.ndarray, np.ndarray], np.ndarray]


def last(_days: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The last value."""
    return np.concatenate([values[:1], values[:-1]])


def mean_of_three(_days: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The mean of the last three."""
    return np.array([values[max(0, i - 3) : max(1, i)].mean() for i in range(len(values))])


def _six_weeks(days: np.ndarray, values: np.ndarray) -> list[np.ndarray]:
    """For each session the values of the six weeks before it, or the last one where there are none."""
    first = np.searchsorted(days, days - SIX_WEEKS, side="right")
    return [values[min(int(first[i]), max(0, i - 1)) : max(1, i)] for i in range(len(values))]


def six_week_mean(days: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The mean of the last six weeks."""
    return np.array([recent.mean() for recent in _six_weeks(days, values)])


def six_week_best(days: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The best of the last six weeks."""
    return np.array([recent.max() for recent in _six_weeks(days, values)])


def _loads(days: np.ndarray, tau: float) -> np.ndarray:
    """Exponential sum of one unit of load per session, before each session."""
    total, out = 0.0, np.zeros(len(days))
    for k in range(1, len(days)):
        total = (total + 1.0) * np.exp(-(days[k] - days[k - 1]) / tau)
        out[k] = total
    return out


def ctl_atl_ridge(days: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Ridge regression of all values so far on usual (42 d) and recent (7 d) load, kept within what was seen."""
    x = np.column_stack([np.ones(len(days)), _loads(days, 42.0) / 42.0, _loads(days, 7.0) / 7.0])
    points = values.copy()
    for i in range(1, len(values)):
        weights = np.linalg.solve(x[:i].T @ x[:i] + np.diag([0.0, 0.1, 0.1]), x[:i].T @ values[:i])
        points[i] = np.clip(x[i] @ weights, values[:i].min(), values[:i].max())
    return points


def banister(days: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Banister's two-component model: time constants by grid, gains not negative, least squares on the past."""
    designs = [
        np.column_stack([np.ones(len(days)), _loads(days, slow), -_loads(days, fast)])
        for slow, fast in ((30.0, 7.0), (42.0, 7.0), (42.0, 15.0), (60.0, 15.0))
    ]
    points = np.concatenate([values[:1], values[:-1]])
    for i in range(3, len(values)):
        best = np.inf
        for x in designs:
            weights, *_ = np.linalg.lstsq(x[:i], values[:i], rcond=None)
            error = float(np.sum((x[:i] @ weights - values[:i]) ** 2))
            if not np.any(weights[1:] < 0) and error < best:
                best, points[i] = error, float(x[i] @ weights)
    return points


BASELINES: dict[str, Points] = {
    "last value": last,
    "mean of last 3": mean_of_three,
    "6-week mean": six_week_mean,
    "best of 6 weeks": six_week_best,
    "CTL/ATL ridge": ctl_atl_ridge,
    "Banister": banister,
}


def normal(point: float, errors: np.ndarray) -> Belief:
    """A normal distribution with the root mean square of past errors, a prior of 8 % worth four of them."""
    variance = (PRIOR_SD**2 * PRIOR_COUNT + float(np.sum(errors**2))) / (PRIOR_COUNT + len(errors))
    return Belief(np.ones(1), np.array([point]), np.array([np.sqrt(variance)]))


def empirical(point: float, errors: np.ndarray) -> Belief:
    """Past errors themselves, each barely smoothed, beside a Laplace prior worth four of them."""
    recent = errors[-MOST_ERRORS:]
    weight = np.concatenate([np.ones(len(recent)), np.full(len(_LAPLACE), PRIOR_COUNT / len(_LAPLACE))])
    centres = np.concatenate([recent, _LAPLACE])
    return Belief(weight / weight.sum(), point + centres, np.full(len(centres), 0.004))
