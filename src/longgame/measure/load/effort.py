"""Load from felt effort: the one currency that a lift, a run and a game of football share."""

from __future__ import annotations

LARGEST_RPE = 10.0


def session_rpe_load(rpe: float, minutes: float) -> float:
    """Session load in arbitrary units (CR10 · min).

    Model: load = CR10 rating of the whole session × its duration.

    Args:
        rpe: rating of the whole session [CR10, 0–10].
        minutes: duration [min], at least 0.

    Returns:
        Load [AU], at least 0. More is not better.

    Raises:
        ValueError: if the rating is outside 0–10 or the duration is negative.

    Evidence: strong for following one athlete (ratings agree with heart-rate load and hold from a minute to two
        weeks after the session); it cannot tell a short hard hour from a long easy one.

    References:
        Foster 1998, Med Sci Sports Exerc 30:1164; Foster et al. 2001, J Strength Cond Res 15:109.

    Example:
        >>> session_rpe_load(7, 75)
        525.0
    """
    if not 0 <= rpe <= LARGEST_RPE:
        raise ValueError(f"CR10 goes from 0 to 10, not {rpe}")
    if minutes < 0:
        raise ValueError(f"a session cannot last {minutes} minutes")
    return float(rpe) * float(minutes)
