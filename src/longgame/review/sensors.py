"""What each sensor's own faults look like: the samples that cannot be what was done become unknown.

Nothing here knows the plan, and nothing is put in the place of what is taken out. The numbers are expert defaults, wide
enough that a body does not reach them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from longgame.record.streams import FloatColumn, Streams

Cleaner = Callable[[Streams, FloatColumn], tuple[FloatColumn, str]]
"""Gives a column with its unbelievable samples unknown, and what is wrong with those, as a clause."""
Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

STUCK_S = 180.0
"""A heart rate that does not move by one beat for this long while the effort changes is a sensor holding its value."""
STUCK_PARTS = 6
STUCK_CHANGE = 0.3
"""The change of effort, between sixths of such a stretch, as a share of its highest level."""
HELD_S = 600.0
"""No heart stays at one and the same beat for so long, however even the effort: a sensor holds its value..."""
LEAST_HELD = 60
LIVELY = 0.1
"""... if there are so many samples of it and power or speed reads anew in this share of them; means over
minutes or laps may well be alike."""
HEART_LEAP_BPM = 25.0
"""No heart goes so far up or down between two samples..."""
HEART_LEAP_S = 3.0
"""... that lie no further apart than this."""
LONGEST_FALSE_S = 600.0
"""What lasts longer than this beyond a leap may as well be the true side of it."""
LEAP = 2.0
LEAP_S = 4.0
BEYOND_FAST = 1.2
"""A leap is as long as speed stays above this share of the fast end: the top of a sprint may flicker about any line."""
TURNING_RPM = 30.0
"""Legs that go round faster than this are at work."""
LOST_S = 120.0
"""Zero watts for longer than this, while the heart works on, are no coasting."""
SETTLED_S = 60.0
"""A heart that was let off has slowed down by then."""
STILL_AT_WORK = 0.9
"""The share of the heart rate under power, above which the heart was not let off."""
FLAT = 0.05
"""A speed whose middle nine tenths lie within this share of it did not change."""
SWING = 0.08
"""A fall of the heart rate by this share of its peak, and a rise as far, is a recovery."""
SWINGS = 2
BLOCK = 15
"""So many samples are taken together before falls are counted, so that flickering is none."""


def as_it_is(_: Streams, column: FloatColumn) -> tuple[FloatColumn, str]:
    """A channel without faults of its own."""
    return column, "is missing"


def clean_heart_rate(streams: Streams, column: FloatColumn) -> tuple[FloatColumn, str]:
    """Beats no heart beats, stretches between two leaps no heart makes, and a value held for ten minutes, or
    for three while the effort changed."""
    cleaned = np.where((column < 30) | (column > 235), np.nan, column)
    cleaned[_between_leaps(streams.t_s, cleaned)] = np.nan
    firsts, lasts = _runs(cleaned)
    long = streams.t_s[lasts] - streams.t_s[firsts] > STUCK_S
    for first, last in zip(firsts[long].tolist(), lasts[long].tolist(), strict=True):
        if _held(streams, first, last) or _effort_changed(streams, first, last):
            cleaned[first : last + 1] = np.nan
    return cleaned, "dropped out, leapt or stood still"


def _between_leaps(t_s: FloatColumn, column: FloatColumn) -> Mask:
    """The stretches on the wrong side of leaps: a leap leads from one level to another, the level on which most of the
    time was spent is the true one, and what lies beside it for no longer than ten minutes is false if a leap leads in
    and one the other way out. At either end a fall is enough; a rise may be a wrist sensor that catches up.

    Unknown samples are passed over, so that a drop-out does not hide the leap beside it.
    """
    false = np.zeros(len(column), dtype=bool)
    known = np.flatnonzero(np.isfinite(column))
    change, apart = np.diff(column[known]), np.diff(t_s[known])
    leaps = np.flatnonzero((np.abs(change) > HEART_LEAP_BPM) & (apart <= HEART_LEAP_S))
    if not len(leaps):
        return false
    firsts, lasts = known[np.append(0, leaps + 1)], known[np.append(leaps, len(known) - 1)]
    way = np.sign(change[leaps])
    there_and_back = np.concatenate([way[:1] < 0, way[1:] != way[:-1], way[-1:] < 0])
    level, lasted = _levels(column[firsts], column[lasts]), t_s[lasts] - t_s[firsts]
    usual = int(np.argmax(np.bincount(level, weights=lasted)))
    wrong = there_and_back & (level != usual) & (lasted <= LONGEST_FALSE_S)
    for first, last in zip(firsts[wrong].tolist(), lasts[wrong].tolist(), strict=True):
        false[first : last + 1] = True
    return false


def _levels(began: FloatColumn, ended: FloatColumn) -> Places:
    """A number for each stretch between leaps: that of an earlier one it can have gone on from, else a new one."""
    last: list[float] = []
    numbers = []
    for first, end in zip(began.tolist(), ended.tolist(), strict=True):
        near = [abs(first - one) for one in last]
        number = int(np.argmin(near)) if near and min(near) <= HEART_LEAP_BPM else len(last)
        last[number : number + 1] = [end]
        numbers.append(number)
    return np.array(numbers)


def _runs(column: FloatColumn) -> tuple[Places, Places]:
    """First and last index of every run of one repeated value."""
    starts = np.flatnonzero(np.append(True, column[1:] != column[:-1]))
    return starts, np.append(starts[1:], len(column)) - 1


def _stretches(mask: Mask) -> tuple[Places, Places]:
    """First and last index of every stretch in which `mask` holds."""
    firsts, lasts = _runs(mask.astype(np.float64))
    held = mask[firsts]
    return firsts[held], lasts[held]


def _held(streams: Streams, first: int, last: int) -> bool:
    """Whether one value lasted longer than any heart keeps it, while power or speed was read anew all the time."""
    if streams.t_s[last] - streams.t_s[first] < HELD_S or last - first < LEAST_HELD:
        return False
    beside = [column[first : last + 1] for column in (streams.power_w, streams.speed_m_s) if column is not None]
    return any(np.count_nonzero(np.abs(np.diff(one)) > 0) >= LIVELY * len(one) for one in beside)


def _effort_changed(streams: Streams, first: int, last: int) -> bool:
    """Whether power or speed moved so much from first to last that no heart would have stayed at one beat."""
    for column in (streams.power_w, streams.speed_m_s):
        if column is None or last - first < 4 * STUCK_PARTS:
            continue
        parts = [part[np.isfinite(part)] for part in np.array_split(column[first : last + 1], STUCK_PARTS)]
        levels = [float(part.mean()) for part in parts if len(part)]
        if len(levels) > 1 and max(levels) > 0 and max(levels) - min(levels) > STUCK_CHANGE * max(levels):
            return True
    return False


def clean_power(streams: Streams, column: FloatColumn) -> tuple[FloatColumn, str]:
    """Zeros while the legs turn, or for minutes while the heart works on, are drop-outs; zeros of coasting are real. A
    meter that never read anything else was not at work."""
    if not (np.nan_to_num(column) > 0).any():
        return np.full_like(column, np.nan), "read zero"
    if streams.cadence_rpm is not None:
        turning = np.nan_to_num(streams.cadence_rpm) > TURNING_RPM
        return np.where((column < 0) | ((column == 0) & turning), np.nan, column), "read zero while the legs turned"
    cleaned = np.where(column < 0, np.nan, column)
    firsts, lasts = _stretches(cleaned == 0)
    long = streams.t_s[lasts] - streams.t_s[firsts] > LOST_S
    for first, last in zip(firsts[long].tolist(), lasts[long].tolist(), strict=True):
        if _heart_worked_on(streams, column, first, last):
            cleaned[first : last + 1] = np.nan
    return cleaned, "read zero while the heart worked on"


def _heart_worked_on(streams: Streams, power: FloatColumn, first: int, last: int) -> bool:
    """Whether the heart beat as fast from first to last, a minute in, as it does under power."""
    beats = streams.hr_bpm
    if beats is None:
        return False
    settled = slice(int(np.searchsorted(streams.t_s, streams.t_s[first] + SETTLED_S)), last + 1)
    then, under_power = beats[settled], beats[(power > 0) & np.isfinite(beats)]
    then = then[np.isfinite(then)]
    return len(then) > 0 and len(under_power) > 0 and float(then.mean()) >= STILL_AT_WORK * float(under_power.mean())


def clean_speed(streams: Streams, column: FloatColumn) -> tuple[FloatColumn, str]:
    """Short leaps far above the session's own fast end are satellite errors (a tunnel's exit), on any level of athlete;
    a sprint lasts longer than they do. What stood still before such a leap, or while the legs turned, was not standing.
    A speed that never changed while the heart rose and fell is no measure of anything.
    """
    cleaned = np.where(column < 0, np.nan, column)
    if streams.cadence_rpm is not None:
        cleaned[(column == 0) & (np.nan_to_num(streams.cadence_rpm) > TURNING_RPM)] = np.nan
    moving = cleaned[np.isfinite(cleaned) & (cleaned > 0)]
    if not len(moving):
        return np.full_like(column, np.nan), "shows no movement"
    slow, usual, fast = (float(level) for level in np.quantile(moving, (0.05, 0.5, 0.95)))
    if fast - slow < FLAT * usual and _heart_swung(streams):
        return np.full_like(column, np.nan), "never changed while the heart rate rose and fell"
    high = np.nan_to_num(cleaned) > LEAP * fast
    if not high.any():
        return cleaned, "stood still while the legs turned"
    still = np.nan_to_num(cleaned, nan=np.inf) < STANDING * usual
    firsts, lasts = _stretches(np.nan_to_num(cleaned) > BEYOND_FAST * fast)
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        if high[first : last + 1].any() and streams.t_s[last] - streams.t_s[first] < LEAP_S:
            cleaned[_since(still, first) : last + 1] = np.nan
    return cleaned, "jumped as satellites do in tunnels"


STANDING = 0.1
"""Below this share of the usual speed nobody is under way."""


def _since(mask: Mask, place: int) -> int:
    """Where the stretch that ends just before `place` begins, `place` itself if `mask` does not hold there."""
    before = np.flatnonzero(~mask[:place])
    return int(before[-1]) + 1 if len(before) else 0


def _heart_swung(streams: Streams) -> bool:
    """Whether the heart rate fell like in recoveries, and rose again, more than once."""
    if streams.hr_bpm is None:
        return False
    cleaned, _ = clean_heart_rate(streams, streams.hr_bpm)
    cleaned = cleaned[np.isfinite(cleaned)]
    blocks = [float(block.mean()) for block in np.array_split(cleaned, max(1, len(cleaned) // BLOCK)) if len(block)]
    return _falls(blocks) >= SWINGS


def _falls(beats: list[float]) -> int:
    """How often the heart rate fell by a good part of a peak and rose again as far."""
    falls, top, bottom, falling = 0, 0.0, 0.0, False
    for beat in beats:
        if falling:
            bottom = min(bottom, beat)
            if beat * (1 - SWING) >= bottom:
                falls, top, falling = falls + 1, beat, False
        else:
            top = max(top, beat)
            if beat <= top * (1 - SWING):
                bottom, falling = beat, True
    return falls
