"""How hard each moment was on the plan's own scale: 0 at its easiest step, 1 at its hardest, flat beyond both.

Because the scale is flat beyond the plan's own range, going further past a target never moves a boundary: what was
too hard stays the step it was, and is judged as too hard.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from longgame.kernel.interval import Interval
from longgame.plan.planned import EffortStep, StepRole
from longgame.purpose.bounds import Quantity
from longgame.record.streams import FloatColumn
from longgame.review.channels import Channels

FAST = (Quantity.POWER, Quantity.SPEED)
CHANNELS = (*FAST, Quantity.HEART_RATE)
EASY_END = 0.25
"""The share of time below which a session is easy, whatever was added to it."""
TOP = 0.98
"""The share of time below which the top of a recording lies, a few stray samples left out."""
FAST_END = 0.995
"""The same for the speed that turns lengths of repetitions into times: of a long run a sprint is less than 2 %."""
HR_LAG_S = 20.0
"""Heart rate follows effort with a time constant of this order; boundaries are looked for that much earlier."""
LEAST_CONTRAST = {Quantity.POWER: 1.15, Quantity.SPEED: 1.08, Quantity.HEART_RATE: 1.05}
"""Hard over easy below which a channel does not tell work from rest."""
SPRINT_S = 40.0
"""Repetitions up to this length, with no target written, are meant to be fast..."""
SPRINT_CONTRAST = {Quantity.POWER: 1.5, Quantity.SPEED: 1.3, Quantity.HEART_RATE: 1.05}
"""... and hard over easy below this is no sprint: a jog up and down hills varies as much. Expert defaults."""
HALF_WAY, SPRINT_TOP = 0.5, 0.75
"""How far from easy to the top hard begins: on a day of sprints a jog between walks lies nearly half way up."""
FAR_OFF = 0.45
"""A stretch further than this from the level it was meant to be at, on the plan's scale, is not that step."""
FAR_OFF_SPRINT = 0.25
"""The same for a sprint: what is hardly half as far above the easy parts as the day's best is none (expert default)."""


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """The level of each sample in [0, 1] (NaN where unknown), and where on that scale each step was meant to be.

    `relative` levels are those of the recording itself: no target tells what is hard.
    """

    channel: Quantity
    at: FloatColumn
    meant: tuple[Interval, ...]
    relative: bool = False


def levels(steps: Sequence[EffortStep], channels: Channels, at: Speeds | None) -> Levels | None:
    """The first of the ways to tell levels apart that works, the fast channels before heart rate: two targets,
    contrast between work and the rest, and last a floor of the work. None if there is only the clock.

    `at` are the session's own speeds.
    """
    contrast, near_top = (SPRINT_CONTRAST, SPRINT_TOP) if _sprints(steps, at) else (LEAST_CONTRAST, HALF_WAY)
    expected = _Expected(_work_share(steps, at), contrast, _top(steps, channels, at), near_top)
    found: Levels | None = None
    for group in (FAST, (Quantity.HEART_RATE,)):
        for find in (_by_targets, _by_contrast, _by_floor):
            for quantity in group:
                found = found or find(steps, channels, quantity, expected)
    return found or _without_contrast(steps, channels, expected.share)


@dataclass(frozen=True, slots=True)
class _Expected:
    """The planned share of work in the time, None if no contrast is to be expected, what contrast tells work, the
    share of the time below which the top of the recording lies, and how near to that hard begins."""

    share: float | None
    contrast: Mapping[Quantity, float]
    top: float
    near_top: float


def _top(steps: Sequence[EffortStep], channels: Channels, at: Speeds | None) -> float:
    """High enough that a single one of the planned repetitions is seen, however long the rest of the day was."""
    shortest = min((nominal_s(step, at) for step in steps if is_work(step)), default=0.0)
    return max(TOP, 1 - shortest / 2 / channels.total_s)


def _sprints(steps: Sequence[EffortStep], at: Speeds | None) -> bool:
    """Whether all the work is short repetitions, written without a target."""
    work = [step for step in steps if is_work(step)]
    return all(is_sprint(step, nominal_s(step, at)) for step in work)


def is_sprint(step: EffortStep, seconds: float) -> bool:
    """Whether a work step of so many seconds is meant to be fast: short, of a size, and without a target."""
    return is_untold(step) and step.size is not None and seconds <= SPRINT_S


def is_untold(step: EffortStep) -> bool:
    """Whether the step wrote no target that could tell its level."""
    return all(bounds_of(step, quantity) is None for quantity in CHANNELS)


def bounds_of(step: EffortStep, quantity: Quantity) -> Interval | None:
    """The step's own bounds on `quantity`, if it wrote any that could be resolved."""
    for target in step.targets:
        if target.bounds is not None and target.bounds.quantity is quantity:
            return target.bounds.interval
    return None


def _by_targets(steps: Sequence[EffortStep], channels: Channels, quantity: Quantity, _: _Expected) -> Levels | None:
    column = channels.get(quantity)
    asked = [bounds_of(step, quantity) for step in steps]
    known = [interval for interval in asked if interval is not None]
    ceilings = [i.ceiling for i in known if i.ceiling is not None]
    floors = [i.floor for i in known if i.floor is not None]
    if column is None or not ceilings or not floors or max(floors) < 1.02 * min(ceilings):
        return None
    low, high = min(ceilings), max(floors)
    meant = tuple(
        _fallback(step) if interval is None else _on_scale(interval, low, high)
        for step, interval in zip(steps, asked, strict=True)
    )
    return Levels(quantity, _scaled(column, low, high, channels, quantity), meant)


def _by_contrast(
    steps: Sequence[EffortStep], channels: Channels, quantity: Quantity, expected: _Expected
) -> Levels | None:
    """Work stands out from the rest in the recording itself, split where the plan puts the split."""
    column, share = channels.get(quantity), expected.share
    if column is None or share is None:
        return None
    low, high, top = quantiles(column, channels.dt_s, (min((1 - share) / 2, EASY_END), 1 - share / 2, expected.top))
    least = expected.contrast[quantity] * low
    if top <= 0 or _mean_of_upper_half(column, low, top) < least:
        return None
    high = min([max(high, low + expected.near_top * (top - low)), *_work_floors(steps, quantity)])
    meant = tuple(_fallback(step) for step in steps)
    return Levels(quantity, _scaled(column, low, max(high, least), channels, quantity), meant, relative=True)


def _mean_of_upper_half(column: FloatColumn, low: float, top: float) -> float:
    """The level of what lies nearer to the top than to the easy parts: stray samples at the top are no contrast."""
    return float(np.mean(column[column >= (low + top) / 2]))


def _by_floor(steps: Sequence[EffortStep], channels: Channels, quantity: Quantity, _: _Expected) -> Levels | None:
    """No contrast, but the work has a floor: whatever reaches it was work."""
    column = channels.get(quantity)
    floors = _work_floors(steps, quantity)
    if column is None or not floors or all(is_work(step) for step in steps):
        return None
    high = min(floors)
    low = high / LEAST_CONTRAST[quantity] ** 2
    return Levels(quantity, _scaled(column, low, high, channels, quantity), tuple(_fallback(step) for step in steps))


def _without_contrast(steps: Sequence[EffortStep], channels: Channels, share: float | None) -> Levels | None:
    """Work and rest were planned, and the recording shows one level throughout: the work is not in it."""
    column = next((c for quantity in CHANNELS if (c := channels.get(quantity)) is not None), None)
    quantity = next((quantity for quantity in CHANNELS if channels.get(quantity) is not None), None)
    if column is None or quantity is None or share is None:
        return None
    return Levels(quantity, np.where(np.isfinite(column), 0.0, np.nan), tuple(_fallback(step) for step in steps))


def _work_floors(steps: Sequence[EffortStep], quantity: Quantity) -> list[float]:
    asked = [bounds_of(step, quantity) for step in steps if is_work(step)]
    return [interval.floor for interval in asked if interval is not None and interval.floor]


def is_work(step: EffortStep) -> bool:
    """Whether the step is the point of the day."""
    return step.role is StepRole.WORK


@dataclass(frozen=True, slots=True)
class Speeds:
    """Metres per second of the session as a whole and of its fast end, to turn distances into times roughly."""

    usual: float
    fast: float


def speeds(channels: Channels) -> Speeds | None:
    """The session's own speeds; None without a believed speed."""
    column = channels.get(Quantity.SPEED)
    if column is None:
        return None
    usual = float((np.nan_to_num(column) * channels.dt_s).sum()) / channels.total_s
    fast = quantiles(column, channels.dt_s, (FAST_END,))[0]
    return Speeds(usual, fast) if usual > 0 and fast > 0 else None


def nominal_s(step: EffortStep, at: Speeds | None) -> float:
    """Seconds the step is meant to take: as `known_s`, a minute where that is open."""
    known = known_s(step, at)
    return OPEN_S if known is None else known


def known_s(step: EffortStep, at: Speeds | None) -> float | None:
    """Seconds the step is meant to take: as written, for distances at the session's own speeds; None if open."""
    ends = [] if step.size is None else [step.size.interval.floor, step.size.interval.ceiling]
    known = [end for end in ends if end is not None]
    if step.size is None or not known:
        return None
    middle = sum(known) / len(known)
    if step.size.quantity is Quantity.DURATION:
        return middle
    return None if at is None else middle / (at.fast if is_work(step) else at.usual)


OPEN_S = 60.0
"""What an open step is taken to last where a guess is needed to weigh it; nothing is judged by it."""


def _work_share(steps: Sequence[EffortStep], at: Speeds | None) -> float | None:
    """Planned share of work in the time; None if there is no contrast to be expected."""
    work = sum(nominal_s(step, at) for step in steps if is_work(step))
    total = sum(nominal_s(step, at) for step in steps)
    return work / total if 0 < work < total else None


def quantiles(column: FloatColumn, dt_s: FloatColumn, shares: tuple[float, ...]) -> list[float]:
    """Levels below which the given shares of the recorded time lie."""
    known = np.isfinite(column)
    order = np.argsort(column[known], kind="stable")
    values, weights = column[known][order], dt_s[known][order]
    place = np.cumsum(weights) / weights.sum()
    return [float(level) for level in np.interp(shares, place, values)]


def _scaled(column: FloatColumn, low: float, high: float, channels: Channels, quantity: Quantity) -> FloatColumn:
    scaled = np.clip((column - low) / (high - low), 0.0, 1.0)
    if quantity is not Quantity.HEART_RATE:
        return scaled
    known = np.isfinite(scaled)
    return np.interp(channels.t_s + HR_LAG_S, channels.t_s[known], scaled[known])


def _on_scale(interval: Interval, low: float, high: float) -> Interval:
    def place(end: float | None, open_end: float) -> float:
        return open_end if end is None else min(1.0, max(0.0, (end - low) / (high - low)))

    floor, ceiling = place(interval.floor, 0.0), place(interval.ceiling, 1.0)
    return Interval(0.0 if ceiling <= 0 else floor, 1.0 if floor >= 1 else ceiling)


def _fallback(step: EffortStep) -> Interval:
    """Where a step stands by its role alone."""
    return Interval(0.75, 1.0) if is_work(step) else Interval(0.0, 0.25)
