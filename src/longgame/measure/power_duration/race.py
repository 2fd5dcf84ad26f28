"""What one race says about another: VDOT and Riegel's rule."""

from __future__ import annotations

from math import exp

from longgame.kernel.unknown import Unknown

RIEGEL_EXPONENT = 1.06
VDOT_MINUTES = (3.5, 240.0)


def vdot(distance_m: float, seconds: float) -> float | Unknown:
    """VDOT: the oxygen uptake a race result stands for, in ml/(kg·min).

    Model: VO₂ = −4.60 + 0.182258 v + 0.000104 v² at v m/min, divided by the share that can be held for t min,
        0.8 + 0.1894393 e^(−0.012778 t) + 0.2989558 e^(−0.1932605 t).

    Args:
        distance_m: race distance [m], above 0.
        seconds: race time [s], above 0.

    Returns:
        VDOT [ml/(kg·min)]; Unknown for races shorter than 3.5 minutes or longer than 4 hours.

    Raises:
        ValueError: if distance or time is not positive.

    Evidence: moderate; a yardstick for races, not a measurement of oxygen uptake.

    References:
        Daniels & Gilbert 1979, Oxygen Power.

    Example:
        >>> round(vdot(5000, 24 * 60 + 34), 5)
        39.1104
    """
    if distance_m <= 0 or seconds <= 0:
        raise ValueError("a race has a distance and a time")
    minutes = seconds / 60.0
    if not VDOT_MINUTES[0] <= minutes <= VDOT_MINUTES[1]:
        return Unknown("VDOT is made for races of 3.5 minutes to 4 hours")
    v = distance_m / minutes
    uptake = -4.60 + 0.182258 * v + 0.000104 * v * v
    held = 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)
    return uptake / held


def race_seconds_for_vdot(value: float, distance_m: float) -> float | Unknown:
    """The time over a distance that a VDOT stands for, in seconds.

    Model: `vdot` solved for time by bisection.

    Args:
        value: VDOT [ml/(kg·min)].
        distance_m: race distance [m], above 0.

    Returns:
        Time [s], to a hundredth; Unknown when it would lie outside 3.5 minutes to 4 hours.

    Raises:
        ValueError: if the distance is not positive.

    Evidence: as for `vdot`; long races need the endurance to match.

    References:
        Daniels & Gilbert 1979, Oxygen Power.

    Example:
        >>> round(race_seconds_for_vdot(vdot(5000, 1200), 5000))
        1200
    """
    fast, slow = VDOT_MINUTES[0] * 60.0, VDOT_MINUTES[1] * 60.0
    if not _at(distance_m, slow) <= value <= _at(distance_m, fast):
        return Unknown("that distance would take less than 3.5 minutes or more than 4 hours")
    while slow - fast > 0.005:
        middle = (fast + slow) / 2
        fast, slow = (middle, slow) if _at(distance_m, middle) > value else (fast, middle)
    return (fast + slow) / 2


def _at(distance_m: float, seconds: float) -> float:
    value = vdot(distance_m, seconds)
    assert not isinstance(value, Unknown)
    return value


def riegel_seconds(
    distance_m: float, seconds: float, other_distance_m: float, exponent: float = RIEGEL_EXPONENT
) -> float:
    """The time over another distance by Riegel's power law, in seconds.

    Model: t₂ = t₁ · (d₂/d₁)^1.06.

    Args:
        distance_m: distance raced [m], above 0.
        seconds: its time [s], above 0.
        other_distance_m: distance asked about [m], above 0.
        exponent: how fast pace falls off [1].

    Returns:
        Time [s].

    Raises:
        ValueError: if a number is not positive.

    Evidence: moderate up to the half marathon; for most recreational runners the marathon comes out too fast.

    References:
        Riegel 1981, American Scientist 69:285.

    Example:
        >>> round(riegel_seconds(5000, 1200, 10_000), 2)
        2501.92
    """
    if min(distance_m, seconds, other_distance_m) <= 0:
        raise ValueError("a race has a distance and a time")
    return float(seconds * (other_distance_m / distance_m) ** exponent)
