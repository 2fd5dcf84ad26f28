"""What a slope does to running: the cost of a metre uphill and down, and the flat speed of like cost."""

from __future__ import annotations

import numpy as np

from longgame.record.streams import FloatColumn

STEEPEST = 0.45
"""The slopes measured went from −0.45 to +0.45; beyond them the polynomial means nothing."""

_COST = (155.4, -30.4, -43.3, 46.3, 19.5, 3.6)


def running_cost(grade: FloatColumn | float) -> FloatColumn:
    """Energy cost of running on a slope, in joules per kilogram and metre.

    Model: C(i) = 155.4 i⁵ − 30.4 i⁴ − 43.3 i³ + 46.3 i² + 19.5 i + 3.6, i cut to ±0.45.

    Args:
        grade: slope, rise over run [1], a number or shape (n,); NaN stays NaN.

    Returns:
        Cost [J/(kg·m)], lowest near −0.18, shape (n,) or ().

    Raises:
        Nothing.

    Evidence: strong uphill (10 elite mountain runners, measured 18.93 ± 1.74 at +0.45), weak downhill: braking and
        footing cost speed that the energy cost does not show, so downhill is over-credited.

    References:
        Minetti et al. 2002, J Appl Physiol 93:1039, equation 4.

    Example:
        >>> running_cost(np.array([0.0, 0.45, -0.2])).round(3).tolist()
        [3.6, 19.426, 1.8]
    """
    i = np.clip(np.asarray(grade, float), -STEEPEST, STEEPEST)
    cost: FloatColumn = np.asarray(np.polyval(_COST, i))
    return cost


def grade_factor(grade: FloatColumn | float) -> FloatColumn:
    """How much a metre on a slope costs beside a flat one, as a ratio.

    Model: C(i) / C(0).

    Args:
        grade: slope, rise over run [1], a number or shape (n,); NaN stays NaN.

    Returns:
        Ratio [1], above 0, 1 on the flat, shape (n,) or ().

    Raises:
        Nothing.

    Evidence: as for `running_cost`.

    References:
        Minetti et al. 2002, J Appl Physiol 93:1039.

    Example:
        >>> grade_factor(np.array([0.1, -0.1])).round(3).tolist()
        [1.658, 0.598]
    """
    return running_cost(grade) / _COST[-1]


def grade_adjusted_speed(speed_m_s: FloatColumn | float, grade: FloatColumn | float) -> FloatColumn:
    """The flat speed that would cost the same, in metres per second.

    Model: v · C(i) / C(0).

    Args:
        speed_m_s: running speed [m/s], a number or shape (n,).
        grade: slope at each sample [1], a number or shape (n,).

    Returns:
        Flat-equivalent speed [m/s], shape (n,) or ().

    Raises:
        ValueError: if shapes do not fit.

    Evidence: moderate uphill, weak downhill.

    References:
        Minetti et al. 2002, J Appl Physiol 93:1039.

    Example:
        >>> round(float(grade_adjusted_speed(3.0, 0.1)), 3)
        4.974
    """
    adjusted: FloatColumn = np.asarray(np.asarray(speed_m_s, float) * grade_factor(grade))
    return adjusted


def grade_from_altitude(distance_m: FloatColumn, altitude_m: FloatColumn, window_m: float = 40.0) -> FloatColumn:
    """The slope at each sample, as rise over run.

    Model: altitude interpolated at distance ± window/2, their difference over the distance between.

    Args:
        distance_m: distance covered [m], not falling, shape (n,).
        altitude_m: altitude [m], shape (n,); NaN is filled between neighbours.
        window_m: length over which a slope is taken [m]; shorter follows the ground, and the barometer's noise.

    Returns:
        Slope [1], within ±0.45, shape (n,); 0 where nothing is known.

    Raises:
        ValueError: if the columns differ in length.

    Evidence: convention; a 1 m altitude error over 40 m is a slope of 2.5 %, or 5 % of cost.

    References:
        None; arithmetic.

    Example:
        >>> d = np.arange(0.0, 200.0, 10.0)
        >>> float(grade_from_altitude(d, 0.05 * d)[10].round(3))
        0.05
    """
    if len(distance_m) != len(altitude_m):
        raise ValueError(f"altitude_m has {len(altitude_m)} samples, distance_m has {len(distance_m)}")
    there = ~(np.isnan(altitude_m) | np.isnan(distance_m))
    if np.count_nonzero(there) < 2:
        return np.zeros(len(distance_m))
    way, height = np.maximum.accumulate(distance_m[there]), altitude_m[there]
    here = np.interp(np.arange(len(distance_m)), np.flatnonzero(there), way)
    before, after = np.maximum(here - window_m / 2, way[0]), np.minimum(here + window_m / 2, way[-1])
    rise = np.interp(after, way, height) - np.interp(before, way, height)
    run = after - before
    slope = np.divide(rise, run, out=np.zeros_like(rise), where=run > 0)
    clipped: FloatColumn = np.clip(slope, -STEEPEST, STEEPEST)
    return clipped
