"""Load from running pace, hills taken into account: the running sibling of power-based stress."""

from __future__ import annotations

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.measure.grade import grade_adjusted_speed
from longgame.measure.samples import rolling_mean
from longgame.record.streams import FloatColumn

WINDOW_S = 30


def graded_speed(speed_m_s: FloatColumn, grade: FloatColumn | float = 0.0, window_s: int = WINDOW_S) -> float | Unknown:
    """The steady flat speed of like cost for a whole run, in metres per second.

    Model: (mean over full windows of (30-s rolling mean of grade-adjusted speed)⁴)^¼.

    Args:
        speed_m_s: speed on a one-second grid [m/s], shape (n,); NaN is missing and is left out.
        grade: slope at each second [1], shape (n,), or one number.
        window_s: rolling window [s].

    Returns:
        Speed [m/s]; Unknown below one full window.

    Raises:
        ValueError: if shapes do not fit.

    Evidence: convention, carried over from cycling; running cost grows with speed, not with its fourth power.

    References:
        Minetti et al. 2002 for the slope; Skiba 2006 for weighted running load.

    Example:
        >>> round(graded_speed(np.full(600, 3.0)), 3)
        3.0
    """
    rolled = rolling_mean(grade_adjusted_speed(speed_m_s, grade), window_s)
    rolled = rolled[~np.isnan(rolled)]
    if len(rolled) == 0:
        return Unknown(f"a graded speed needs at least {window_s} seconds of running")
    return float(np.mean(rolled**4) ** 0.25)


def run_stress(seconds: float, graded_speed_m_s: float, critical_speed_m_s: float) -> float:
    """Training stress of a run, in points (one hour at critical speed = 100).

    Model: (graded speed / critical speed)² · hours · 100.

    Args:
        seconds: running time [s].
        graded_speed_m_s: flat-equivalent speed of the run [m/s], from `graded_speed`.
        critical_speed_m_s: the athlete's critical or threshold speed at that time [m/s], above 0.

    Returns:
        Points [1], at least 0. More is not better, and points of runs and rides are not added.

    Raises:
        ValueError: if the critical speed is not positive.

    Evidence: convention; impact, the real cost of running, is not in it.

    References:
        Allen & Coggan (form of the score); McGregor (rTSS, TrainingPeaks documentation).

    Example:
        >>> run_stress(1800, 4.0, 4.0)
        50.0
    """
    if critical_speed_m_s <= 0:
        raise ValueError(f"a critical speed is above zero, not {critical_speed_m_s}")
    return (graded_speed_m_s / critical_speed_m_s) ** 2 * seconds / 36.0
