"""Load from cycling power: means that weigh surges, and the load relative to the athlete's own threshold."""

from __future__ import annotations

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.measure.samples import affine_scan, rolling_mean
from longgame.record.streams import FloatColumn

NP_WINDOW_S = 30
X_POWER_SECONDS = 25.0


def normalized_power(power_w: FloatColumn, window_s: int = NP_WINDOW_S) -> float | Unknown:
    """Normalized power: the steady power of like metabolic cost, in watts.

    Model: (mean over full windows of (30-s rolling mean)⁴)^¼.

    Args:
        power_w: power on a one-second grid [W], shape (n,); NaN is missing and is left out.
        window_s: rolling window [s].

    Returns:
        Power [W], never below the mean of the rolling means; Unknown below one full window.

    Raises:
        Nothing.

    Evidence: moderate; the fourth power is an empirical choice. Short or very uneven rides are overstated.

    References:
        Coggan 2003; Allen & Coggan, Training and Racing with a Power Meter.

    Example:
        >>> ride = np.tile(np.repeat([300.0, 100.0], 60), 5)
        >>> round(normalized_power(ride), 2)
        239.8
    """
    rolled = rolling_mean(power_w, window_s)
    rolled = rolled[~np.isnan(rolled)]
    if len(rolled) == 0:
        return Unknown(f"normalized power needs at least {window_s} seconds of power")
    return float(np.mean(rolled**4) ** 0.25)


def x_power(power_w: FloatColumn, tau_s: float = X_POWER_SECONDS) -> float | Unknown:
    """xPower: like normalized power but smoothed exponentially, in watts.

    Model: (mean(E⁴))^¼ with E[i] = E[i−1] + (P[i] − E[i−1]) / 25, from E = 0 at the start.

    Args:
        power_w: power on a one-second grid [W], shape (n,); NaN counts as no power.
        tau_s: time constant [s].

    Returns:
        Power [W], at least 0; Unknown for a ride without samples.

    Raises:
        Nothing.

    Evidence: moderate; starting from zero understates the first minute (other programs start from a steady state).

    References:
        Skiba 2006, Calculation of Power Output and Quantification of Training Stress in Distance Runners (BikeScore).

    Example:
        >>> ride = np.tile(np.repeat([300.0, 100.0], 60), 5)
        >>> round(x_power(ride), 2)
        217.35
    """
    if len(power_w) == 0 or bool(np.all(np.isnan(power_w))):
        return Unknown("there is no power in this recording")
    smooth = affine_scan(1.0 - 1.0 / tau_s, np.nan_to_num(power_w) / tau_s, 0.0)
    return float(np.mean(smooth**4) ** 0.25)


def intensity_factor(normalized_power_w: float, threshold_w: float) -> float:
    """How hard a ride was for its rider, as a fraction of threshold power.

    Model: IF = NP / threshold power.

    Args:
        normalized_power_w: normalized power or xPower [W].
        threshold_w: functional threshold or critical power at that time [W], above 0.

    Returns:
        Fraction [1], at least 0; 1 is the threshold held for about an hour.

    Raises:
        ValueError: if the threshold is not positive.

    Evidence: convention; as good as the threshold, which must be the athlete's own of that date.

    References:
        Allen & Coggan, Training and Racing with a Power Meter.

    Example:
        >>> intensity_factor(200, 250)
        0.8
    """
    if threshold_w <= 0:
        raise ValueError(f"a threshold is above zero, not {threshold_w}")
    return normalized_power_w / threshold_w


def training_stress(seconds: float, normalized_power_w: float, threshold_w: float) -> float:
    """Training stress of a ride, in points (one hour at threshold = 100).

    Model: seconds · NP · IF / (threshold · 3600) · 100 = IF² · hours · 100.

    Args:
        seconds: riding time [s].
        normalized_power_w: normalized power [W].
        threshold_w: threshold power at that time [W], above 0.

    Returns:
        Points [1], at least 0. More is not better.

    Raises:
        ValueError: if the threshold is not positive.

    Evidence: convention; adds short hard and long easy riding as if they were one kind of cost.

    References:
        Allen & Coggan, Training and Racing with a Power Meter.

    Example:
        >>> training_stress(3600, 250, 250)
        100.0
    """
    return intensity_factor(normalized_power_w, threshold_w) ** 2 * seconds / 36.0
