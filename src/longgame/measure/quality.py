"""Which samples to set aside, and why: a strap that slips, a power meter that drops out, a satellite that wanders.

Nothing is repaired or guessed. What is set aside becomes missing, with its place and reason, and the rest is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from longgame.kernel.spans import SampleSpan
from longgame.kernel.sport import Sport
from longgame.record.streams import FloatColumn

Mask = npt.NDArray[np.bool_]

USABLE_SHARE = 0.8
HR_RANGE_BPM = (30.0, 230.0)
HR_JUMP_BPM = 12.0
HR_SLOPE_BPM_S = 2.0
LOCK_S = 180.0
LOCK_BPM = 1.5
MOST_POWER_W = 2500.0
PEDALLING_RPM = 40.0
STUCK_S = 60.0
HR_STUCK_S = 300.0
FASTEST_M_S = {
    Sport.RUN: 12.5,
    Sport.WALK: 5.0,
    Sport.HIKE: 5.0,
    Sport.RIDE: 35.0,
    Sport.SWIM: 2.6,
    Sport.ROW: 7.0,
    Sport.PADDLE: 7.0,
    Sport.SKI: 40.0,
    Sport.SKATE: 18.0,
}
"""Speeds no person holds in the sport: a little above the records (a 100 m sprint peaks at 12.4 m/s)."""
MOST_ACCELERATION_M_S2 = 6.0
FLOOR_M_S = 45.0


class Reason(Enum):
    """Why samples were set aside; the value is the phrase shown."""

    OUT_OF_RANGE = "outside what is possible"
    JUMP = "jumped faster than a heart can"
    CADENCE_LOCK = "followed the step rate, not the heart"
    DROPPED_OUT = "fell to zero while pedalling"
    STUCK = "stood on one value"
    TOO_FAST = "faster than anybody moves"
    LEAP = "leapt faster than a body can"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch of one channel that is not used: where, how many samples, and why."""

    span: SampleSpan
    samples: int
    reason: Reason


@dataclass(frozen=True, slots=True, eq=False)
class Trusted:
    """A channel after the check: `values` with NaN where set aside, the stretches, and the share that remains.

    `usable_share` counts kept samples among all of the recording, so that holes count against the channel too.
    """

    values: FloatColumn
    aside: tuple[SetAside, ...]
    usable_share: float

    @property
    def usable(self) -> bool:
        """Whether enough of the channel remains (four fifths) to judge a session by it."""
        return self.usable_share >= USABLE_SHARE


def trusted_heart_rate(t_s: FloatColumn, hr_bpm: FloatColumn, cadence_rpm: FloatColumn | None = None) -> Trusted:
    """Heart rate without what no heart does, in bpm.

    Model: set aside below 30 and above 230 bpm; stretches that begin with a jump out of reach (12 bpm + 2 bpm/s
        from the nearest trusted sample, spreading from the longest stretch); three minutes and more within 1.5 bpm
        of the step rate while both move; five minutes and more on one same value.

    Args:
        t_s: sample times [s], strictly rising, shape (n,).
        hr_bpm: heart rate [bpm], shape (n,); NaN is missing.
        cadence_rpm: cadence [1/min], one or both feet, shape (n,), to find an optical sensor locked to steps.

    Returns:
        The channel [bpm] with NaN where set aside, and why; `usable` says whether to judge by it.

    Raises:
        ValueError: if the columns differ in length.

    Evidence: convention; the limits are wide of what hearts do (some 1–1.5 bpm/s at the start of hard work), a slow
        wrong drift passes.

    References:
        None for the limits; chosen by us and listed in docs/reference/measures.md.

    Example:
        >>> hr = np.array([150.0] * 60 + [90.0] * 30 + [151.0] * 60)
        >>> trusted_heart_rate(np.arange(150.0), hr).aside[0].span
        SampleSpan(start_s=60.0, stop_s=90.0)
    """
    _same_length(t_s, hr_bpm)
    out = (hr_bpm < HR_RANGE_BPM[0]) | (hr_bpm > HR_RANGE_BPM[1])
    jumped = _unreachable(t_s, np.where(out, np.nan, hr_bpm))
    locked = np.zeros(len(t_s), bool) if cadence_rpm is None else _locked(t_s, hr_bpm, cadence_rpm)
    stuck = _stuck(t_s, hr_bpm, HR_STUCK_S)
    found = ((out, Reason.OUT_OF_RANGE), (jumped, Reason.JUMP), (locked, Reason.CADENCE_LOCK), (stuck, Reason.STUCK))
    return _without(t_s, hr_bpm, found)


def trusted_power(t_s: FloatColumn, power_w: FloatColumn, cadence_rpm: FloatColumn | None = None) -> Trusted:
    """Power without drop-outs and impossible values, in watts.

    Model: set aside negative and above 2,500 W; zero for 3 s and more while the cranks turn above 40/min; one same
        value above zero for 60 s and more.

    Args:
        t_s: sample times [s], strictly rising, shape (n,).
        power_w: power [W], shape (n,); NaN is missing.
        cadence_rpm: cadence [rpm], shape (n,), to tell a drop-out from coasting.

    Returns:
        The channel [W] with NaN where set aside, and why; coasting zeros stay.

    Raises:
        ValueError: if the columns differ in length.

    Evidence: convention; a trainer in fixed-power mode smooths its reports and can look stuck.

    References:
        None for the limits; chosen by us and listed in docs/reference/measures.md.

    Example:
        >>> watts, rpm = np.array([200.0, 210, 0, 0, 0, 0, 205, 190]), np.full(8, 90.0)
        >>> trusted_power(np.arange(8.0), watts, rpm).aside[0].samples
        4
    """
    _same_length(t_s, power_w)
    out = (power_w < 0) | (power_w > MOST_POWER_W)
    turning = np.zeros(len(t_s), bool) if cadence_rpm is None else cadence_rpm > PEDALLING_RPM
    dropped = _lasting(t_s, (power_w == 0) & turning, 3.0)
    stuck = _stuck(t_s, power_w, STUCK_S)
    return _without(t_s, power_w, ((out, Reason.OUT_OF_RANGE), (dropped, Reason.DROPPED_OUT), (stuck, Reason.STUCK)))


def trusted_speed(t_s: FloatColumn, speed_m_s: FloatColumn, sport: Sport) -> Trusted:
    """Speed without satellite leaps, in metres per second.

    Model: set aside negative and above a little more than the sport's records, and both ends of a change beyond
        6 m/s².

    Args:
        t_s: sample times [s], strictly rising, shape (n,).
        speed_m_s: speed [m/s], shape (n,); NaN is missing.
        sport: what was done; sports without an own limit may reach 45 m/s.

    Returns:
        The channel [m/s] with NaN where set aside, and why.

    Raises:
        ValueError: if the columns differ in length.

    Evidence: convention; drift slower than the limits (under trees, in tunnels) passes.

    References:
        None for the limits; chosen by us and listed in docs/reference/measures.md.

    Example:
        >>> found = trusted_speed(np.arange(4.0), np.array([3.0, 3.1, 40.0, 3.0]), Sport.RUN)
        >>> [(gone.reason.name, gone.samples) for gone in found.aside]
        [('TOO_FAST', 1)]
    """
    _same_length(t_s, speed_m_s)
    out = (speed_m_s < 0) | (speed_m_s > FASTEST_M_S.get(sport, FLOOR_M_S))
    kept = np.where(out, np.nan, speed_m_s)
    leaps = np.zeros(len(t_s), bool)
    far = np.abs(np.diff(kept)) > MOST_ACCELERATION_M_S2 * np.diff(t_s)
    leaps[1:] |= far
    leaps[:-1] |= far
    return _without(t_s, speed_m_s, ((out, Reason.TOO_FAST), (leaps, Reason.LEAP)))


def _same_length(t_s: FloatColumn, values: FloatColumn) -> None:
    if len(t_s) != len(values):
        raise ValueError(f"the channel has {len(values)} samples, t_s has {len(t_s)}")


def _runs(mask: Mask) -> npt.NDArray[np.int64]:
    """Starts and stops of the stretches of True, shape (stretches, 2)."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False])).astype(np.int8)))
    return edges.reshape(-1, 2)


def _lasting(t_s: FloatColumn, mask: Mask, seconds: float) -> Mask:
    """The stretches of `mask` that last at least `seconds`."""
    kept = np.zeros(len(mask), bool)
    for start, stop in _runs(mask):
        if t_s[stop - 1] - t_s[start] + 1.0 >= seconds:
            kept[start:stop] = True
    return kept


def _stuck(t_s: FloatColumn, values: FloatColumn, seconds: float) -> Mask:
    """Stretches of one same value above zero that last at least `seconds`."""
    stuck = np.zeros(len(values), bool)
    changes = np.flatnonzero(np.diff(values) != 0) + 1
    for start, stop in pairwise([0, *changes.tolist(), len(values)]):
        if stop > start and values[start] > 0 and t_s[stop - 1] - t_s[start] + 1.0 >= seconds:
            stuck[start:stop] = True
    return stuck


def _locked(t_s: FloatColumn, hr_bpm: FloatColumn, cadence_rpm: FloatColumn) -> Mask:
    locked = np.zeros(len(t_s), bool)
    for steps in (cadence_rpm, 2.0 * cadence_rpm):
        near = _lasting(t_s, np.abs(hr_bpm - steps) <= LOCK_BPM, LOCK_S)
        for start, stop in _runs(near):
            if np.ptp(hr_bpm[start:stop]) > 4 * LOCK_BPM:
                locked[start:stop] = True
    return locked


def _unreachable(t_s: FloatColumn, hr_bpm: FloatColumn) -> Mask:
    """Stretches between jumps that cannot be reached from the trusted ones, spreading from the longest stretch."""
    there = np.flatnonzero(~np.isnan(hr_bpm))
    wrong = np.zeros(len(t_s), bool)
    if len(there) < 2:
        return wrong
    t, hr = t_s[there], hr_bpm[there]
    jumps = np.flatnonzero(np.abs(np.diff(hr)) > HR_JUMP_BPM + HR_SLOPE_BPM_S * np.diff(t)) + 1
    bounds = np.concatenate(([0], jumps, [len(t)]))
    anchor = int(np.argmax(np.diff(bounds)))
    for order, step in ((range(anchor + 1, len(bounds) - 1), 1), (range(anchor - 1, -1, -1), -1)):
        near = bounds[anchor + 1] - 1 if step == 1 else bounds[anchor]
        for i in order:
            first, last = bounds[i], bounds[i + 1] - 1
            entry, leave = (first, last) if step == 1 else (last, first)
            if abs(hr[entry] - hr[near]) > HR_JUMP_BPM + HR_SLOPE_BPM_S * abs(t[entry] - t[near]):
                wrong[there[first : last + 1]] = True
            else:
                near = leave
    return wrong


def _without(t_s: FloatColumn, values: FloatColumn, found: tuple[tuple[Mask, Reason], ...]) -> Trusted:
    kept, aside = values.astype(np.float64, copy=True), []
    for mask, reason in found:
        for start, stop in _runs(mask & ~np.isnan(kept)):
            end = float(t_s[stop]) if stop < len(t_s) else float(t_s[-1]) + 1.0
            aside.append(SetAside(SampleSpan(float(t_s[start]), end), int(stop - start), reason))
        kept[mask] = np.nan
    share = float(np.mean(~np.isnan(kept))) if len(kept) else 0.0
    return Trusted(kept, tuple(sorted(aside, key=lambda gone: gone.span.start_s)), share)
