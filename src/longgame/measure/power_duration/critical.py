"""Critical power and critical speed: the border of what can be held, with its uncertainty and its conditions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.record.streams import FloatColumn

SHORTEST_S = 120.0
LONGEST_S = 1200.0
LEAST_RATIO = 2.0
EFFORT_CV = 0.02
EFFORT_CV_WEIGHT = 3.0
W_PRIME_SANE_J = (3_000.0, 60_000.0)
D_PRIME_SANE_M = (20.0, 600.0)


@dataclass(frozen=True, slots=True)
class CriticalPower:
    """CP and W′ with one standard deviation each, their correlation, and what speaks against the fit."""

    cp_w: float
    w_prime_j: float
    cp_sd_w: float
    w_prime_sd_j: float
    correlation: float
    efforts: int
    concerns: tuple[str, ...] = ()

    def power_for(self, seconds: float) -> float:
        """The mean power [W] that would empty W′ in `seconds`; meant for about 2 to 20 minutes."""
        return self.cp_w + self.w_prime_j / seconds


@dataclass(frozen=True, slots=True)
class CriticalSpeed:
    """CS and D′ with one standard deviation each, their correlation, and what speaks against the fit."""

    cs_m_s: float
    d_prime_m: float
    cs_sd_m_s: float
    d_prime_sd_m: float
    correlation: float
    efforts: int
    concerns: tuple[str, ...] = ()

    def seconds_for(self, distance_m: float) -> float | Unknown:
        """The time [s] for `distance_m`; Unknown for a distance inside D′, where the model has no answer."""
        if distance_m <= self.d_prime_m:
            return Unknown("that distance is shorter than D′, and the model says nothing about it")
        return (distance_m - self.d_prime_m) / self.cs_m_s


@dataclass(frozen=True, slots=True)
class _Hyperbola:
    """rate = asymptote + reserve / t, with the covariance of its two numbers."""

    asymptote: float
    reserve: float
    asymptote_sd: float
    reserve_sd: float
    correlation: float


def fit_critical_power(seconds: FloatColumn, power_w: FloatColumn) -> CriticalPower | Unknown:
    """Critical power [W] and W′ [J] from maximal efforts.

    Model: P = CP + W′/t, least squares of relative errors; the error's size is pooled from the residuals and from a
        prior of 2 % per effort worth three efforts, so that two points still carry an honest spread.

    Args:
        seconds: durations of maximal efforts [s], shape (n,).
        power_w: their mean powers [W], above 0, shape (n,).

    Returns:
        The fit with standard deviations and its concerns; Unknown with fewer than two different durations, or when
        CP or W′ does not come out positive.

    Raises:
        ValueError: if shapes differ or a number is not positive.

    Evidence: strong for the hyperbola between about 2 and 20 minutes; from one set of days to the next CP moves by
        2–5 % and W′ by far more, which no fit error shows.

    References:
        Monod & Scherrer 1965; Hill 1993, Sports Med 16:237; Sports Med Open 2019 (duration range).

    Example:
        >>> fit = fit_critical_power(np.array([180.0, 720.0]), np.array([350.0, 280.0]))
        >>> round(fit.cp_w, 3), round(fit.w_prime_j)
        (256.667, 16800)
    """
    fit = _fit(seconds, power_w)
    if isinstance(fit, Unknown):
        return fit
    concerns = _concerns(seconds, power_w) + _sanity(fit.reserve, W_PRIME_SANE_J, "W′", "J")
    return CriticalPower(
        fit.asymptote, fit.reserve, fit.asymptote_sd, fit.reserve_sd, fit.correlation, len(seconds), concerns
    )


def fit_critical_speed(seconds: FloatColumn, distance_m: FloatColumn) -> CriticalSpeed | Unknown:
    """Critical speed [m/s] and D′ [m] from races or maximal efforts.

    Model: d/t = CS + D′/t, fitted as `fit_critical_power` is.

    Args:
        seconds: times of maximal efforts [s], shape (n,).
        distance_m: their distances [m], above 0, shape (n,).

    Returns:
        The fit with standard deviations and its concerns; Unknown with fewer than two different durations, or when
        CS or D′ does not come out positive.

    Raises:
        ValueError: if shapes differ or a number is not positive.

    Evidence: moderate; races of 2–20 minutes on the flat. D′ is fragile.

    References:
        Hughson et al. 1984, Int J Sports Med 5:23; Monod & Scherrer 1965.

    Example:
        >>> fit = fit_critical_speed(np.array([240.0, 900.0]), np.array([1160.0, 3800.0]))
        >>> round(fit.cs_m_s, 3), round(fit.d_prime_m)
        (4.0, 200)
    """
    if len(seconds) != len(distance_m):
        raise ValueError(f"{len(seconds)} durations and {len(distance_m)} distances do not fit")
    speed = distance_m / seconds
    fit = _fit(seconds, speed)
    if isinstance(fit, Unknown):
        return fit
    concerns = _concerns(seconds, speed) + _sanity(fit.reserve, D_PRIME_SANE_M, "D′", "m")
    return CriticalSpeed(
        fit.asymptote, fit.reserve, fit.asymptote_sd, fit.reserve_sd, fit.correlation, len(seconds), concerns
    )


def _fit(seconds: FloatColumn, rate: FloatColumn) -> _Hyperbola | Unknown:
    if len(seconds) != len(rate):
        raise ValueError(f"{len(seconds)} durations and {len(rate)} efforts do not fit")
    if np.any(seconds <= 0) or np.any(rate <= 0):
        raise ValueError("durations and efforts are above zero")
    if len(np.unique(seconds)) < 2:
        return Unknown("two maximal efforts of different duration are needed")
    design = np.column_stack([np.ones(len(rate)), 1.0 / seconds]) / rate[:, None]
    normal = np.linalg.inv(design.T @ design)
    asymptote, reserve = normal @ design.T @ np.ones(len(rate))
    if asymptote <= 0 or reserve <= 0:
        return Unknown("the efforts do not fall off with duration as maximal efforts do")
    residual = 1.0 - design @ np.array([asymptote, reserve])
    freedom = EFFORT_CV_WEIGHT + len(rate) - 2
    variance = (EFFORT_CV_WEIGHT * EFFORT_CV**2 + float(residual @ residual)) / freedom
    sd = np.sqrt(variance * np.diag(normal))
    correlation = float(normal[0, 1] / np.sqrt(normal[0, 0] * normal[1, 1]))
    return _Hyperbola(float(asymptote), float(reserve), float(sd[0]), float(sd[1]), correlation)


def _concerns(seconds: FloatColumn, rate: FloatColumn) -> tuple[str, ...]:
    found = []
    if len(seconds) < 3:
        found.append("only two efforts: the fit cannot contradict itself, so a third would tell most")
    if float(np.min(seconds)) < SHORTEST_S:
        found.append("an effort under 2 minutes lies outside the model's range")
    if float(np.max(seconds)) > LONGEST_S:
        found.append("an effort over 20 minutes lies outside the model's range and pulls the border down")
    if float(np.max(seconds) / np.min(seconds)) < LEAST_RATIO:
        found.append("the longest effort is not twice the shortest, so the border is mostly extrapolated")
    by_duration = np.argsort(seconds)
    if np.any(np.diff(rate[by_duration]) > 0):
        found.append("a longer effort was harder than a shorter one, so not all were maximal")
    return tuple(found)


def _sanity(reserve: float, sane: tuple[float, float], name: str, unit: str) -> tuple[str, ...]:
    low, high = sane
    if low <= reserve <= high:
        return ()
    return (f"{name} of {reserve:.0f} {unit} is outside what people show ({low:.0f}–{high:.0f} {unit})",)


def three_parameter_seconds(power_w: float, cp_w: float, w_prime_j: float, max_power_w: float) -> float | Unknown:
    """How long a power can be held when sprint power has a ceiling, in seconds.

    Model: t = W′/(P − CP) + W′/(CP − Pmax).

    Args:
        power_w: power held [W].
        cp_w: critical power [W].
        w_prime_j: W′ [J].
        max_power_w: instantaneous maximal power Pmax [W], above CP.

    Returns:
        Time to exhaustion [s], 0 at Pmax; Unknown at or below CP and above Pmax, where the model has no answer.

    Raises:
        ValueError: if Pmax is not above CP.

    Evidence: moderate; mends the two-parameter model below two minutes, at the price of a parameter seldom known.

    References:
        Morton 1996, Ergonomics 39:611.

    Example:
        >>> round(three_parameter_seconds(500, 250, 20_000, 1000), 2)
        53.33
    """
    if max_power_w <= cp_w:
        raise ValueError(f"maximal power {max_power_w} is not above critical power {cp_w}")
    if not cp_w < power_w <= max_power_w:
        return Unknown("the model speaks of powers above critical and up to maximal power")
    return w_prime_j / (power_w - cp_w) + w_prime_j / (cp_w - max_power_w)
