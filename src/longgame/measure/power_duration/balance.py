"""W′ balance: how much of the work above critical power is left, second by second."""

from __future__ import annotations

import numpy as np

from longgame.measure.samples import affine_scan
from longgame.record.streams import FloatColumn


def recovery_tau(deficit_w: float) -> float:
    """The time constant of W′ recovery for a mean distance below critical power, in seconds.

    Model: τ = 546 · e^(−0.01 · DCP) + 316.

    Args:
        deficit_w: critical power minus the mean power of the seconds below it, DCP [W].

    Returns:
        τ [s], above 316.

    Raises:
        Nothing.

    Evidence: moderate (fitted to seven cyclists); recovery differs much between people.

    References:
        Skiba et al. 2012, Med Sci Sports Exerc 44:1526.

    Example:
        >>> round(recovery_tau(100), 2)
        516.86
    """
    return float(546.0 * np.exp(-0.01 * deficit_w) + 316.0)


def balance_integral(power_w: FloatColumn, cp_w: float, w_prime_j: float) -> FloatColumn:
    """W′ left after each second by the integral model, in joules.

    Model: W′bal(t) = W′ − Σ W′exp(u) · e^(−(t − u)/τ), W′exp the work above CP in second u and τ from
        `recovery_tau` of the whole recording.

    Args:
        power_w: power on a one-second grid [W], shape (n,); NaN counts as rest.
        cp_w: critical power [W], above 0.
        w_prime_j: W′ [J], above 0.

    Returns:
        Balance [J], shape (n,), at most W′; below 0 means that CP or W′ is set too low, not that more is possible.

    Raises:
        ValueError: if CP or W′ is not positive.

    Evidence: weak (studies disagree); τ depends on the whole ride, so past balances change with what follows.

    References:
        Skiba et al. 2012, Med Sci Sports Exerc 44:1526; Skiba & Clarke 2021, Int J Sports Physiol Perform.

    Example:
        >>> int(balance_integral(np.full(60, 350.0), 250, 20_000)[-1])
        14200
    """
    _check(cp_w, w_prime_j)
    above = _above(power_w, cp_w)
    rests = int(np.count_nonzero(above < 0))
    tau = recovery_tau(-float(np.minimum(above, 0.0).sum()) / rests if rests else 0.0)
    return w_prime_j - affine_scan(float(np.exp(-1.0 / tau)), np.maximum(above, 0.0), 0.0)


def balance_differential(power_w: FloatColumn, cp_w: float, w_prime_j: float) -> FloatColumn:
    """W′ left after each second by the differential model, in joules.

    Model: P ≥ CP: dW = −(P − CP); P < CP: dW = (CP − P)(W′ − W)/W′, solved exactly within each second.

    Args:
        power_w: power on a one-second grid [W], shape (n,); NaN counts as rest.
        cp_w: critical power [W], above 0.
        w_prime_j: W′ [J], above 0.

    Returns:
        Balance [J], shape (n,), at most W′; below 0 means that CP or W′ is set too low, not that more is possible.

    Raises:
        ValueError: if CP or W′ is not positive.

    Evidence: weak (studies disagree); recovers faster than many athletes do after deep efforts.

    References:
        Froncioni & Clarke (differential form); Skiba, Fulford et al. 2015, Eur J Appl Physiol 115:703.

    Example:
        >>> power = np.repeat([350.0, 150.0], 120)
        >>> left = balance_differential(power, 250, 20_000)
        >>> left[[119, 239]].round(2).tolist()
        [8000.0, 13414.26]
    """
    _check(cp_w, w_prime_j)
    above = _above(power_w, cp_w)
    kept = np.exp(np.minimum(above, 0.0) / w_prime_j)
    return w_prime_j - affine_scan(kept, np.maximum(above, 0.0), 0.0)


def _above(power_w: FloatColumn, cp_w: float) -> FloatColumn:
    """How far each second lies above critical power, missing ones as rest."""
    complete = np.isfinite(power_w.sum())
    return (power_w if complete else np.nan_to_num(power_w)) - cp_w


def _check(cp_w: float, w_prime_j: float) -> None:
    if cp_w <= 0 or w_prime_j <= 0:
        raise ValueError(f"critical power {cp_w} W and W′ {w_prime_j} J must be above zero")
