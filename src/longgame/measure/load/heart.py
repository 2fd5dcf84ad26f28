"""Load from heart rate: the TRIMP family, integrated sample by sample so that intervals count as intervals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.record.streams import FloatColumn


class TrimpWeighting(Enum):
    """Banister's weight a · e^(b · x) of the heart-rate reserve x, as (a, b); published for men and for women."""

    MEN = (0.64, 1.92)
    WOMEN = (0.86, 1.67)


@dataclass(frozen=True, slots=True)
class LactateCurve:
    """One athlete's own exponential weight `scale · e^(rate · x)` of the heart-rate reserve x."""

    scale: float
    rate: float


def heart_rate_reserve(hr_bpm: FloatColumn | float, resting_bpm: float, max_bpm: float) -> FloatColumn:
    """Heart rate as the used fraction of the reserve between rest and maximum.

    Model: x = (HR − rest) / (max − rest), cut to [0, 1]; missing stays missing.

    Args:
        hr_bpm: heart rate [bpm], a number or shape (n,); NaN is missing.
        resting_bpm: resting heart rate [bpm].
        max_bpm: maximal heart rate [bpm], above rest.

    Returns:
        Fraction of the reserve [1], in [0, 1], shape (n,) or (1,).

    Raises:
        ValueError: if the maximum is not above rest.

    Evidence: strong as a scale of relative intensity; age formulas for the maximum err by ±10 bpm and more.

    References:
        Karvonen et al. 1957, Ann Med Exp Biol Fenn 35:307.

    Example:
        >>> heart_rate_reserve(125.0, 60, 190).tolist()
        [0.5]
    """
    if max_bpm <= resting_bpm:
        raise ValueError(f"maximal heart rate {max_bpm} is not above resting {resting_bpm}")
    x: FloatColumn = np.clip((np.atleast_1d(np.asarray(hr_bpm, float)) - resting_bpm) / (max_bpm - resting_bpm), 0, 1)
    return x


def banister_trimp(
    hr_bpm: FloatColumn | float,
    minutes: FloatColumn | float,
    *,
    resting_bpm: float,
    max_bpm: float,
    weighting: TrimpWeighting,
) -> float:
    """Banister's training impulse, in arbitrary units (weighted minutes).

    Model: Σ Δt · x · a · e^(b · x), x the fraction of the heart-rate reserve.

    Args:
        hr_bpm: heart rate [bpm], a number or shape (n,); NaN adds nothing.
        minutes: how long each sample holds [min], a number or shape (n,).
        resting_bpm: resting heart rate [bpm].
        max_bpm: maximal heart rate [bpm].
        weighting: (a, b) for men or for women.

    Returns:
        TRIMP [AU], at least 0.

    Raises:
        ValueError: if the maximum is not above rest, or shapes do not fit.

    Evidence: moderate; the two weights are group averages, and a session's mean heart rate (instead of samples)
        understates intervals.

    References:
        Banister 1991, in Physiological Testing of the High-Performance Athlete, pp. 403–424; Green, Wolfe &
        Banister 1983; Morton, Fitz-Clarke & Banister 1990, J Appl Physiol 69:1171.

    Example:
        >>> round(banister_trimp(150, 60, resting_bpm=60, max_bpm=190, weighting=TrimpWeighting.MEN), 2)
        100.44
    """
    a, b = weighting.value
    x = heart_rate_reserve(hr_bpm, resting_bpm, max_bpm)
    return float(np.nansum(np.asarray(minutes, float) * x * a * np.exp(b * x)))


def individual_trimp(
    hr_bpm: FloatColumn | float,
    minutes: FloatColumn | float,
    *,
    resting_bpm: float,
    max_bpm: float,
    curve: LactateCurve,
) -> float:
    """Training impulse weighted by the athlete's own lactate curve (iTRIMP), in arbitrary units.

    Model: Σ Δt · x · scale · e^(rate · x), x the fraction of the heart-rate reserve.

    Args:
        hr_bpm: heart rate [bpm], a number or shape (n,); NaN adds nothing.
        minutes: how long each sample holds [min], a number or shape (n,).
        resting_bpm: resting heart rate [bpm].
        max_bpm: maximal heart rate [bpm].
        curve: the athlete's curve, from `fit_lactate_curve`.

    Returns:
        iTRIMP [AU], at least 0.

    Raises:
        ValueError: if the maximum is not above rest, or shapes do not fit.

    Evidence: moderate (small studies of runners and footballers); needs a step test with lactate.

    References:
        Manzi et al. 2009, Am J Physiol Heart Circ Physiol 296:H1733.

    Example:
        >>> curve = LactateCurve(0.64, 1.92)
        >>> round(individual_trimp(150, 60, resting_bpm=60, max_bpm=190, curve=curve), 2)
        100.44
    """
    x = heart_rate_reserve(hr_bpm, resting_bpm, max_bpm)
    return float(np.nansum(np.asarray(minutes, float) * x * curve.scale * np.exp(curve.rate * x)))


def fit_lactate_curve(reserve: FloatColumn, lactate_mmol_l: FloatColumn) -> LactateCurve | Unknown:
    """The exponential through a step test's blood lactates, for `individual_trimp`.

    Model: ln(lactate) = ln(scale) + rate · x by least squares.

    Args:
        reserve: fraction of the heart-rate reserve at each step [1], shape (n,).
        lactate_mmol_l: blood lactate at each step [mmol/l], above 0, shape (n,).

    Returns:
        The curve; Unknown with fewer than three different steps.

    Raises:
        ValueError: if shapes differ or a lactate is not positive.

    Evidence: moderate; a line in logarithms weighs low lactates more than a fit of the raw values would.

    References:
        Manzi et al. 2009, Am J Physiol Heart Circ Physiol 296:H1733.

    Example:
        >>> x = np.array([0.5, 0.7, 0.9])
        >>> round(fit_lactate_curve(x, 0.5 * np.exp(3 * x)).rate, 6)
        3.0
    """
    if np.any(lactate_mmol_l <= 0):
        raise ValueError("a blood lactate is above zero")
    if len(np.unique(reserve)) < 3:
        return Unknown("a lactate curve needs at least three steps of different heart rate")
    design = np.column_stack([np.ones(len(reserve)), reserve])
    (intercept, rate), *_ = np.linalg.lstsq(design, np.log(lactate_mmol_l), rcond=None)
    return LactateCurve(float(np.exp(intercept)), float(rate))


def edwards_trimp(hr_bpm: FloatColumn | float, minutes: FloatColumn | float, max_bpm: float) -> float:
    """Edwards' summated zones, in arbitrary units (zone-weighted minutes).

    Model: Σ minutes × 1…5 for 50–60, 60–70, 70–80, 80–90, 90–100 % of maximal heart rate; below 50 % counts 0.

    Args:
        hr_bpm: heart rate [bpm], a number or shape (n,); NaN adds nothing.
        minutes: how long each sample holds [min], a number or shape (n,).
        max_bpm: maximal heart rate [bpm], above 0.

    Returns:
        Score [AU], at least 0.

    Raises:
        ValueError: if `max_bpm` is not positive, or shapes do not fit.

    Evidence: convention; equal steps of weight are a choice, and one beat across a border changes the weight.

    References:
        Edwards 1993, The Heart Rate Monitor Book.

    Example:
        >>> edwards_trimp(np.array([110.0, 130.0, 185.0]), np.array([10.0, 20.0, 5.0]), 200)
        75.0
    """
    if max_bpm <= 0:
        raise ValueError(f"maximal heart rate must be above zero, not {max_bpm}")
    share = np.nan_to_num(np.atleast_1d(np.asarray(hr_bpm, float)) / max_bpm, nan=0.0)
    zone = np.clip(np.floor(share * 10.0 + 1e-9) - 4.0, 0.0, 5.0)
    return float(np.sum(np.asarray(minutes, float) * zone))


def lucia_trimp(
    hr_bpm: FloatColumn | float, minutes: FloatColumn | float, first_threshold_bpm: float, second_threshold_bpm: float
) -> float:
    """Lucía's training impulse from the two ventilatory thresholds, in arbitrary units.

    Model: Σ minutes × 1 below VT1, × 2 from VT1 to VT2, × 3 above VT2.

    Args:
        hr_bpm: heart rate [bpm], a number or shape (n,); NaN adds nothing.
        minutes: how long each sample holds [min], a number or shape (n,).
        first_threshold_bpm: heart rate at VT1/LT1 [bpm].
        second_threshold_bpm: heart rate at VT2/LT2 [bpm], not below the first.

    Returns:
        Score [AU], at least 0.

    Raises:
        ValueError: if the thresholds are upside down, or shapes do not fit.

    Evidence: convention for the weights; the thresholds themselves carry several bpm of error.

    References:
        Lucía et al. 2003, Med Sci Sports Exerc 35:872.

    Example:
        >>> lucia_trimp(np.array([120.0, 150.0, 180.0]), 10.0, 140, 170)
        60.0
    """
    if second_threshold_bpm < first_threshold_bpm:
        raise ValueError(f"the second threshold {second_threshold_bpm} is below the first {first_threshold_bpm}")
    hr = np.atleast_1d(np.asarray(hr_bpm, float))
    weight = 1.0 + (hr >= first_threshold_bpm) + (hr > second_threshold_bpm)
    return float(np.sum(np.where(np.isnan(hr), 0.0, weight) * np.asarray(minutes, float)))
