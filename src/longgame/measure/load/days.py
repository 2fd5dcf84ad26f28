"""Loads day after day: recent and usual, monotony and strain, and the one session that sticks out."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.measure.samples import affine_scan
from longgame.record.streams import FloatColumn

RECENT_DAYS = 7.0
USUAL_DAYS = 42.0
SPIKE_WINDOW_DAYS = 30
LEAST_WEEKS = 8


class Decay(Enum):
    """How fast a day is forgotten, for a time constant τ; the two forms in use differ by about 0.7 % at 42 days."""

    ONE_OVER_TAU = "1/τ"
    EXPONENTIAL = "1 − e^(−1/τ)"

    def weight(self, tau_days: float) -> float:
        """The share of today in today's average."""
        return 1.0 / tau_days if self is Decay.ONE_OVER_TAU else -float(np.expm1(-1.0 / tau_days))


class Spread(Enum):
    """Which standard deviation monotony divides by; sources rarely say, so it is named. The value is NumPy's ddof."""

    POPULATION = 0
    SAMPLE = 1


def exponential_average(
    daily: FloatColumn, tau_days: float, start: float = 0.0, decay: Decay = Decay.ONE_OVER_TAU
) -> FloatColumn:
    """Exponentially weighted mean of daily loads, in the load's unit per day, after each day.

    Model: A[d] = A[d−1] + k · (L[d] − A[d−1]), k = 1/τ (default) or 1 − e^(−1/τ); today's load is inside.

    Args:
        daily: load of each day [AU or any load unit], rest days 0, shape (days,).
        tau_days: time constant τ [days], at least 1.
        start: average before the first day [same unit].
        decay: form of the weight.

    Returns:
        Averages [same unit], shape (days,), between the smallest and largest of start and loads.

    Raises:
        ValueError: if `tau_days` is below 1.

    Evidence: convention. It summarises load; calling it fitness or fatigue is not supported, and time constants
        fitted to single athletes range from 4 to 74 days.

    References:
        Banister 1975 (impulse response); Allen & Coggan (CTL 42, ATL 7); Int J Sports Physiol Perform 17(5):810.

    Example:
        >>> round(float(exponential_average(np.full(42, 100.0), 42)[-1]), 3)
        63.654
    """
    if tau_days < 1:
        raise ValueError(f"a time constant below a day cannot follow daily loads: {tau_days}")
    k = decay.weight(tau_days)
    return affine_scan(1.0 - k, k * daily, start)


def recent_load(daily: FloatColumn, start: float = 0.0) -> FloatColumn:
    """Recent load: the 7-day exponential average, in the load's unit per day.

    Model: `exponential_average` with τ = 7 days.

    Args:
        daily: load of each day [any load unit], rest days 0, shape (days,).
        start: average before the first day [same unit].

    Returns:
        Averages [same unit], shape (days,).

    Raises:
        Nothing.

    Evidence: convention; a description, not fatigue.

    References:
        Allen & Coggan, Training and Racing with a Power Meter (ATL).

    Example:
        >>> round(float(recent_load(np.full(42, 100.0))[-1]), 3)
        99.846
    """
    return exponential_average(daily, RECENT_DAYS, start)


def usual_load(daily: FloatColumn, start: float = 0.0) -> FloatColumn:
    """Usual load: the 42-day exponential average, in the load's unit per day.

    Model: `exponential_average` with τ = 42 days.

    Args:
        daily: load of each day [any load unit], rest days 0, shape (days,).
        start: average before the first day [same unit].

    Returns:
        Averages [same unit], shape (days,).

    Raises:
        Nothing.

    Evidence: convention; a description, not fitness.

    References:
        Allen & Coggan, Training and Racing with a Power Meter (CTL).

    Example:
        >>> round(float(usual_load(np.full(42, 100.0))[-1]), 3)
        63.654
    """
    return exponential_average(daily, USUAL_DAYS, start)


def monotony(daily: FloatColumn, spread: Spread = Spread.POPULATION) -> float | Unknown:
    """Training monotony: how alike the days of a week were, as a pure number.

    Model: mean of the daily loads / their standard deviation, rest days inside as 0.

    Args:
        daily: the loads of the days looked at, usually seven [AU], shape (days,).
        spread: population (default) or sample standard deviation.

    Returns:
        Monotony [1], at least 0; Unknown when all days are alike or fewer than two are given. Lower means more
        variation between days.

    Raises:
        Nothing.

    Evidence: weak. 25 athletes, individual thresholds, no hold-out; read it against one's own past only.

    References:
        Foster 1998, Med Sci Sports Exerc 30:1164.

    Example:
        >>> round(monotony(np.array([600.0, 300, 0, 450, 0, 700, 0])), 3)
        1.052
    """
    if len(daily) < 2:
        return Unknown("monotony compares days, and there are fewer than two")
    deviation = float(np.std(daily, ddof=spread.value))
    if deviation <= 1e-9 * float(np.max(np.abs(daily), initial=0.0)):
        return Unknown("all days carried the same load, so their variation is zero and monotony has no value")
    return float(np.mean(daily)) / deviation


def strain(daily: FloatColumn, spread: Spread = Spread.POPULATION) -> float | Unknown:
    """Training strain of a week, in the load's unit.

    Model: sum of the daily loads × monotony.

    Args:
        daily: the loads of the days looked at, usually seven [AU], rest days 0, shape (days,).
        spread: population (default) or sample standard deviation.

    Returns:
        Strain [AU], at least 0; Unknown when monotony is.

    Raises:
        Nothing.

    Evidence: weak, as for monotony.

    References:
        Foster 1998, Med Sci Sports Exerc 30:1164.

    Example:
        >>> round(strain(np.array([600.0, 300, 0, 450, 0, 700, 0])))
        2157
    """
    sameness = monotony(daily, spread)
    return sameness if isinstance(sameness, Unknown) else float(np.sum(daily)) * sameness


def longest_before(
    days: tuple[date, ...], amounts: FloatColumn, on: date, window_days: int = SPIKE_WINDOW_DAYS
) -> float | Unknown:
    """The longest single session of the days before `on`, in the unit of `amounts`.

    Model: maximum over sessions with on − window ≤ day < on.

    Args:
        days: the sessions' days, shape (n,).
        amounts: their distances [m] or durations [s], shape (n,).
        on: the day asked about; its own sessions do not count.
        window_days: how far to look back [days].

    Returns:
        The largest amount [same unit]; Unknown when no session lies in the window.

    Raises:
        ValueError: if days and amounts differ in number.

    Evidence: convention; the 30 days are those of the study of spikes.

    References:
        Schuster Brandt Frandsen et al. 2025, Br J Sports Med.

    Example:
        >>> longest_before((date(2026, 5, 1), date(2026, 5, 9)), np.array([12e3, 10e3]), date(2026, 5, 9))
        12000.0
    """
    first = on - timedelta(days=window_days)
    recent = [float(a) for d, a in zip(days, amounts, strict=True) if first <= d < on and not np.isnan(a)]
    return max(recent) if recent else Unknown(f"no session in the {window_days} days before to compare with")


def session_spike(amount: float, longest: float) -> float:
    """How far one session goes beyond the longest of the last 30 days, as a fraction.

    Model: amount / longest − 1.

    Args:
        amount: this session's distance [m] or duration [s].
        longest: the longest of the 30 days before [same unit], above 0.

    Returns:
        Excess [1]: 0.1 is 10 % longer than anything recent; at or below 0 is no spike.

    Raises:
        ValueError: if `longest` is not positive.

    Evidence: moderate, observational, runs only (5,205 runners): hazard ratio of injury 1.64 (1.31–2.05) for
        >10–30 %, 1.52 (1.16–2.00) for >30–100 %, 2.28 (1.50–3.48) above 100 %. The acute:chronic ratio pointed
        the other way and is not offered.

    References:
        Schuster Brandt Frandsen et al. 2025, Br J Sports Med (588,071 sessions).

    Example:
        >>> round(session_spike(15.0, 12.0), 2)
        0.25
    """
    if longest <= 0:
        raise ValueError(f"nothing can be longer by a fraction than {longest}")
    return amount / longest - 1.0


def own_rank(value: float, past: FloatColumn) -> float | Unknown:
    """Where a week stands among the person's own weeks, as the share of them below it.

    Model: (weeks below + half of those equal) / weeks.

    Args:
        value: this week's monotony, strain or load [any unit].
        past: the same of earlier weeks [same unit], shape (weeks,); NaN is a week without a value.

    Returns:
        Share [1], in [0, 1]; Unknown with fewer than eight earlier weeks.

    Raises:
        Nothing.

    Evidence: weak, but the only reading of monotony and strain that their source supports: individual thresholds.

    References:
        Foster 1998, Med Sci Sports Exerc 30:1164.

    Example:
        >>> own_rank(3.0, np.arange(10.0))
        0.35
    """
    known = past[~np.isnan(past)]
    if len(known) < LEAST_WEEKS:
        return Unknown(f"{LEAST_WEEKS} earlier weeks are needed to say what is usual for you, there are {len(known)}")
    return float(np.mean(known < value) + np.mean(known == value) / 2)
