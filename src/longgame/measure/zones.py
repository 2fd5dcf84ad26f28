"""Zones from the athlete's own thresholds: z1, z2 … as intervals, each scheme by its name.

Zone borders are conventions, not physiology; neighbours share their border, and the time spent is what is counted.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from longgame.kernel.interval import Interval
from longgame.record.streams import FloatColumn

THRESHOLD_HR_BORDERS = (0.68, 0.83, 0.94, 1.05)
"""Allen & Coggan: share of the threshold heart rate at the top of z1 to z4."""
MAX_HR_BORDERS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Edwards: share of the maximal heart rate at the edges of z1 to z5."""
POWER_BORDERS = (0.55, 0.75, 0.90, 1.05, 1.20, 1.50)
"""Allen & Coggan: share of threshold power at the top of z1 to z6."""
SPEED_BORDERS = (1 / 1.29, 1 / 1.14, 1 / 1.06, 1 / 0.99, 1 / 0.90)
"""Friel: threshold pace at 129, 114, 106, 99 and 90 % of its time per kilometre, turned into speed."""
TWO_THRESHOLD_BORDERS = (72 / 82, 92 / 87)
"""Norwegian five-zone scale: z1 ends at 72/82 of the first threshold, z4 at 92/87 of the second."""


def _between(edges: list[float | None]) -> tuple[Interval, ...]:
    return tuple(Interval(low, high) for low, high in pairwise(edges))


def _scaled(borders: tuple[float, ...], anchor: float, name: str) -> tuple[Interval, ...]:
    if anchor <= 0:
        raise ValueError(f"{name} must be above zero, not {anchor}")
    return _between([None, *(border * anchor for border in borders), None])


def hr_zones_from_threshold(threshold_bpm: float) -> tuple[Interval, ...]:
    """Five heart-rate zones from the threshold heart rate, in bpm.

    Model: tops of z1–z4 at 68, 83, 94 and 105 % of LTHR; z5 is open.

    Args:
        threshold_bpm: heart rate at the second threshold (LTHR) [bpm], above 0.

    Returns:
        z1 … z5 [bpm].

    Raises:
        ValueError: if the threshold is not positive.

    Evidence: convention; z2's top only stands in for the first threshold, which differs between people.

    References:
        Allen & Coggan, Training and Racing with a Power Meter, heart-rate levels.

    Example:
        >>> hr_zones_from_threshold(170)[1]
        Interval(floor=115.60000000000001, ceiling=141.1)
    """
    return _scaled(THRESHOLD_HR_BORDERS, threshold_bpm, "the threshold heart rate")


def hr_zones_from_max(max_bpm: float) -> tuple[Interval, ...]:
    """Five heart-rate zones from the maximal heart rate, in bpm.

    Model: z1 … z5 are 50–60, 60–70, 70–80, 80–90 and 90–100 % of the maximum.

    Args:
        max_bpm: maximal heart rate, measured rather than from age [bpm], above 0.

    Returns:
        z1 … z5 [bpm]; z5 is open above.

    Raises:
        ValueError: if the maximum is not positive.

    Evidence: convention, and the crudest of the schemes: the same share of maximum is easy for one and hard for
        another. Use thresholds when they are known.

    References:
        Edwards 1993, The Heart Rate Monitor Book.

    Example:
        >>> hr_zones_from_max(200)[1]
        Interval(floor=120.0, ceiling=140.0)
    """
    if max_bpm <= 0:
        raise ValueError(f"the maximal heart rate must be above zero, not {max_bpm}")
    return _between([*(border * max_bpm for border in MAX_HR_BORDERS[:-1]), None])


def hr_zones_from_two_thresholds(first_bpm: float, second_bpm: float) -> tuple[Interval, ...]:
    """Five heart-rate zones that meet at the athlete's two thresholds, in bpm.

    Model: z2 ends at the first threshold, z3 at the second; z1 and z4 end at 72/82 and 92/87 of them, the spacing
        of the Norwegian scale.

    Args:
        first_bpm: heart rate at the first threshold (VT1/LT1) [bpm], above 0.
        second_bpm: heart rate at the second threshold (VT2/LTHR) [bpm], above the first.

    Returns:
        z1 … z5 [bpm]; z1 is open below, z5 above.

    Raises:
        ValueError: if the thresholds are upside down or not positive.

    Evidence: moderate for the two physiological borders, convention for the outer two.

    References:
        Seiler 2010, Int J Sports Physiol Perform 5:276, Table 1 (five-zone scale and its thresholds).

    Example:
        >>> hr_zones_from_two_thresholds(148, 172)[2]
        Interval(floor=148, ceiling=172)
    """
    if not 0 < first_bpm < second_bpm:
        raise ValueError(f"the first threshold {first_bpm} must lie between 0 and the second {second_bpm}")
    low, high = TWO_THRESHOLD_BORDERS
    return _between([None, low * first_bpm, first_bpm, second_bpm, high * second_bpm, None])


def power_zones(threshold_w: float) -> tuple[Interval, ...]:
    """Seven power zones from threshold or critical power, in watts.

    Model: tops of z1–z6 at 55, 75, 90, 105, 120 and 150 %; z7 is open.

    Args:
        threshold_w: functional threshold or critical power [W], above 0. Critical power is usually a little
            higher, so zones from it are a few watts up.

    Returns:
        z1 … z7 [W].

    Raises:
        ValueError: if the threshold is not positive.

    Evidence: convention.

    References:
        Allen & Coggan, Training and Racing with a Power Meter, power levels.

    Example:
        >>> power_zones(200)[3]
        Interval(floor=180.0, ceiling=210.0)
    """
    return _scaled(POWER_BORDERS, threshold_w, "threshold power")


def speed_zones(critical_speed_m_s: float) -> tuple[Interval, ...]:
    """Six running speed zones from critical or threshold speed, in metres per second.

    Model: paces of 129, 114, 106, 99 and 90 % of threshold pace, turned into speed; z6 is open above.

    Args:
        critical_speed_m_s: critical or threshold speed on the flat [m/s], above 0.

    Returns:
        z1 … z6 [m/s], z1 slowest.

    Raises:
        ValueError: if the speed is not positive.

    Evidence: convention; heat, hills and wind move pace at equal effort, so heart rate or feel go first.

    References:
        Friel, The Triathlete's Training Bible, running pace zones (5a and above merged).

    Example:
        >>> [round(zone.ceiling, 2) for zone in speed_zones(4.0)[:3]]
        [3.1, 3.51, 3.77]
    """
    return _scaled(SPEED_BORDERS, critical_speed_m_s, "critical speed")


def seconds_in_zones(values: FloatColumn, seconds: FloatColumn, zones: tuple[Interval, ...]) -> FloatColumn:
    """Time spent in each zone, in seconds.

    Model: Σ of each sample's seconds into the zone it lies in; a value on a shared border belongs to the upper zone.

    Args:
        values: samples in the zones' unit, shape (n,); NaN is in no zone.
        seconds: how long each sample holds [s], shape (n,).
        zones: adjoining zones in rising order.

    Returns:
        Seconds [s], shape (number of zones,); their sum is at most the time recorded.

    Raises:
        ValueError: if shapes do not fit or there are no zones.

    Evidence: arithmetic.

    References:
        None.

    Example:
        >>> zones = hr_zones_from_max(200)
        >>> seconds_in_zones(np.array([120.0, 139.0, 150.0]), np.array([60.0, 60.0, 30.0]), zones).tolist()
        [0.0, 120.0, 30.0, 0.0, 0.0]
    """
    if len(values) != len(seconds) or not zones:
        raise ValueError(f"{len(values)} values, {len(seconds)} durations and {len(zones)} zones do not fit")
    floors = np.array([-np.inf if zone.floor is None else zone.floor for zone in zones])
    top = np.inf if zones[-1].ceiling is None else zones[-1].ceiling
    there = ~np.isnan(values) & (values >= floors[0]) & (values <= top)
    index = np.searchsorted(floors, values[there], side="right") - 1
    return np.asarray(np.bincount(index, weights=seconds[there], minlength=len(zones)), dtype=np.float64)
