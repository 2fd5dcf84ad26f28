"""Aerobic cost: what a beat of the heart buys, how that changes within a session, and heart rate at a pace."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.record.streams import FloatColumn

LEAST_MINUTES = 20.0
WARM_UP_MINUTES = 5.0
BLOCK_S = 60.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with one standard deviation, both in the unit of what is estimated."""

    value: float
    sd: float


def efficiency_factor(rate: float, mean_hr_bpm: float) -> float:
    """Output per heartbeat, in W/bpm or (m/s)/bpm.

    Model: EF = normalized power or graded speed / mean heart rate.

    Args:
        rate: normalized power [W] or graded speed [m/s].
        mean_hr_bpm: mean heart rate of the same stretch [bpm], above 0.

    Returns:
        Efficiency factor [W/bpm or m/s/bpm]; compare only like sessions of one athlete.

    Raises:
        ValueError: if the heart rate is not positive.

    Evidence: weak as a single number: heat, sleep, caffeine and duration move heart rate by as much as months of
        training do. The capacity model takes those into account as far as they are known.

    References:
        Friel, efficiency factor (TrainingPeaks documentation).

    Example:
        >>> efficiency_factor(210, 140)
        1.5
    """
    if mean_hr_bpm <= 0:
        raise ValueError(f"a heart rate is above zero, not {mean_hr_bpm}")
    return rate / mean_hr_bpm


def decoupling(rate: FloatColumn, hr_bpm: FloatColumn, seconds: FloatColumn) -> float | Unknown:
    """How much less a heartbeat bought in the second half, as a fraction.

    Model: (EF₁ − EF₂) / EF₁ of the two halves of moving time, EF = mean rate / mean heart rate of each half.

    Args:
        rate: power [W] or grade-adjusted speed [m/s], shape (n,); NaN is missing.
        hr_bpm: heart rate [bpm], shape (n,); NaN is missing.
        seconds: how long each sample holds [s], shape (n,).

    Returns:
        Decoupling [1]: 0.05 is 5 % less; negative when the second half was better. Unknown below 20 minutes of
        both channels together.

    Raises:
        ValueError: if the columns differ in length.

    Evidence: convention ("below 5 % is aerobic endurance" is a rule of thumb, not physiology); only steady sessions
        can be read this way, and heat does the same.

    References:
        Friel, aerobic decoupling (TrainingPeaks documentation).

    Example:
        >>> hr = np.repeat([140.0, 147.0], 900)
        >>> round(decoupling(np.full(1800, 3.0), hr, np.ones(1800)), 3)
        0.048
    """
    if not len(rate) == len(hr_bpm) == len(seconds):
        raise ValueError("rate, heart rate and seconds differ in length")
    both = ~(np.isnan(rate) | np.isnan(hr_bpm))
    clock = np.cumsum(np.where(both, seconds, 0.0))
    if not len(clock) or clock[-1] < LEAST_MINUTES * 60:
        return Unknown(f"decoupling needs {LEAST_MINUTES:g} minutes with heart rate and pace or power together")
    first = both & (clock <= clock[-1] / 2)
    factors = [
        float(np.average(rate[half], weights=seconds[half]) / np.average(hr_bpm[half], weights=seconds[half]))
        for half in (first, both & ~first)
    ]
    return (factors[0] - factors[1]) / factors[0] if factors[0] > 0 else Unknown("there was no movement to compare")


def heart_rate_drift(t_s: FloatColumn, rate: FloatColumn, hr_bpm: FloatColumn) -> Estimate | Unknown:
    """How fast heart rate rose at equal output, in bpm per hour.

    Model: minute means of heart rate = a + b · rate + drift · hours, least squares, the first five minutes left out.

    Args:
        t_s: sample times [s], shape (n,).
        rate: power [W] or grade-adjusted speed [m/s], shape (n,); NaN is missing.
        hr_bpm: heart rate [bpm], shape (n,); NaN is missing.

    Returns:
        Drift [bpm/h] with its standard deviation; Unknown with fewer than 20 usable minutes.

    Raises:
        ValueError: if the columns differ in length.

    Evidence: moderate for the phenomenon (cardiovascular drift), weak for what one value means; heat and drink
        matter more than training.

    References:
        Coyle & González-Alonso 2001, Exerc Sport Sci Rev 29:88.

    Example:
        >>> t = np.arange(3600.0)
        >>> heart_rate_drift(t, np.full(3600, 3.0), 140 + t / 360).value.__round__(3)
        10.0
    """
    clock, rates, beats = _minutes(t_s, rate, hr_bpm)
    if len(beats) < LEAST_MINUTES:
        return Unknown(f"drift needs {LEAST_MINUTES:g} minutes with heart rate and pace or power together")
    columns = [np.ones(len(beats)), clock / 3600.0]
    if np.std(rates) > 1e-3 * np.mean(rates):
        columns.append(rates - np.mean(rates))
    return _regressed(np.column_stack(columns), beats, np.array([0.0, 1.0, 0.0][: len(columns)]))


def heart_rate_at(t_s: FloatColumn, rate: FloatColumn, hr_bpm: FloatColumn, at: float) -> Estimate | Unknown:
    """Heart rate at a given pace or power within one session, in bpm.

    Model: minute means of heart rate = a + b · rate + c · hours, read at `at` and at the session's mean time, the
        first five minutes left out.

    Args:
        t_s: sample times [s], shape (n,).
        rate: power [W] or grade-adjusted speed [m/s], shape (n,); NaN is missing.
        hr_bpm: heart rate [bpm], shape (n,); NaN is missing.
        at: the rate asked about [unit of `rate`].

    Returns:
        Heart rate [bpm] with the standard deviation of the line there; Unknown with fewer than 20 usable minutes or
        when `at` lies outside the minutes seen.

    Raises:
        ValueError: if the columns differ in length.

    Evidence: moderate; heart rate lags behind output by about half a minute, which minute means mostly hide.

    References:
        Buchheit 2014, Front Physiol 5:73 (heart rate at submaximal pace as a monitor).

    Example:
        >>> t = np.arange(3600.0)
        >>> speed = 3.0 + 0.5 * np.sin(t / 600)
        >>> heart_rate_at(t, speed, 60 + 30 * speed, 3.2).value.__round__(2)
        156.0
    """
    clock, rates, beats = _minutes(t_s, rate, hr_bpm)
    if len(beats) < LEAST_MINUTES:
        return Unknown(f"heart rate at a pace needs {LEAST_MINUTES:g} minutes of both together")
    if not float(np.min(rates)) <= at <= float(np.max(rates)):
        return Unknown("the session had no minute at that pace or power on either side")
    columns = [np.ones(len(beats)), clock / 3600.0 - np.mean(clock) / 3600.0]
    asked = [1.0, 0.0]
    if np.std(rates) > 1e-3 * np.mean(rates):
        columns.append(rates - np.mean(rates))
        asked.append(at - float(np.mean(rates)))
    return _regressed(np.column_stack(columns), beats, np.array(asked))


def _minutes(t_s: FloatColumn, rate: FloatColumn, hr_bpm: FloatColumn) -> tuple[FloatColumn, FloatColumn, FloatColumn]:
    if not len(t_s) == len(rate) == len(hr_bpm):
        raise ValueError("times, rate and heart rate differ in length")
    both = ~(np.isnan(rate) | np.isnan(hr_bpm)) & (t_s >= WARM_UP_MINUTES * 60)
    if not np.any(both):
        return np.empty(0), np.empty(0), np.empty(0)
    minute = (t_s[both] // BLOCK_S).astype(np.int64)
    minute -= minute[0]
    counts = np.bincount(minute)
    full = counts >= max(1.0, 0.5 * float(np.max(counts)))
    means = [np.bincount(minute, weights=column[both])[full] / counts[full] for column in (t_s, rate, hr_bpm)]
    return means[0], means[1], means[2]


def _regressed(design: FloatColumn, seen: FloatColumn, asked: FloatColumn) -> Estimate:
    inverse = np.linalg.pinv(design.T @ design)
    weights = inverse @ design.T @ seen
    residual = seen - design @ weights
    variance = float(residual @ residual) / max(1, len(seen) - design.shape[1])
    return Estimate(float(asked @ weights), float(np.sqrt(variance * (asked @ inverse @ asked))))
