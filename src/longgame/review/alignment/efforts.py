"""Planned effort steps laid over a recording: the cheapest of all ways to do so, by dynamic programming.

Costs are in seconds. A second at the wrong level costs up to one second; a second more or less than the step's size,
and a second of recording given to no step, cost parts of one; a step left out costs a part of its size. Boundaries
are looked for where the effort changed, at laps, and on a coarse clock, so that the work stays small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from longgame.kernel.interval import Interval
from longgame.kernel.spans import SampleSpan
from longgame.plan.planned import EffortStep, StepRole
from longgame.purpose.bounds import Quantity
from longgame.record.session import Lap
from longgame.record.streams import FloatColumn
from longgame.review.alignment.boundaries import Index, boundaries
from longgame.review.alignment.levels import (
    FAR_OFF,
    Levels,
    Speeds,
    is_work,
    known_s,
    levels,
    nominal_s,
    speeds,
)
from longgame.review.alignment.model import EffortAlignment, Stretch
from longgame.review.alignment.short_work import Stretches, is_short
from longgame.review.alignment.way_in import above_the_way_in
from longgame.review.case import StepCorrection
from longgame.review.channels import Channels

SIZE_COST = {StepRole.WORK: 0.5, StepRole.EASY: 0.2, StepRole.WARM_UP: 0.3, StepRole.COOL_DOWN: 0.3}
"""What a second too many or too few costs: recoveries stretch easily, work does not."""
GAP_COST, EASY_GAP_COST = 0.6, 0.15
"""What a second that belongs to no step costs: work that nobody asked for stands out, standing about does not."""
MISS_COST = {StepRole.WORK: 0.4, StepRole.EASY: 0.4, StepRole.WARM_UP: 0.25, StepRole.COOL_DOWN: 0.25}
"""What a second of a step left out costs: less than a stretch cut short at the ends, which are often not recorded."""
MISS_WORK_S = 30.0
"""What leaving out a work step costs however short it is, so that sprints are found among long rests."""
ORDER_COST = 0.01
"""Breaks ties in favour of the earlier steps: where too little was done, it is the last that was left out."""
HARD_COUNTS = (1.0, 3.0)
"""How often a second of hard going outside the work is counted: oftener where repetitions are shorter than that, so
that a sprint is not passed over as a few seconds of a warm-up."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ground:
    """The recording at the candidate boundaries: sample index, seconds and metres gone, misfit per meant level, cost
    of belonging to no step.

    `shortest_s` is the shortest work step.
    """

    channels: Channels
    index: Index
    clock_s: FloatColumn
    metres: FloatColumn | None
    misfit: tuple[FloatColumn, ...]
    gap: FloatColumn
    shortest_s: float

    @property
    def opening_s(self) -> float:
        """What it costs that recording belongs to no step at all, so that flickering makes no gaps."""
        return float(np.clip(0.1 * self.shortest_s, 1.0, 15.0))

    @property
    def least_unasked_s(self) -> float:
        """Shorter stretches that belong to no step are no repetition."""
        return float(np.clip(0.5 * self.shortest_s, 8.0, 60.0))


def align_efforts(
    steps: Sequence[EffortStep],
    channels: Channels,
    laps: Sequence[Lap] = (),
    corrections: Sequence[StepCorrection] = (),
) -> EffortAlignment:
    """Where each step was done, in order; steps may be missing, merged, cut short or followed by more than asked."""
    if not steps or not len(channels.t_s):
        return EffortAlignment(freed([Stretch(step, None, 0.0) for step in steps]))
    at = speeds(channels)
    found = levels(steps, channels, at)
    sizes = [nominal_s(step, at) for step in steps]
    shortest = min((size for step, size in zip(steps, sizes, strict=True) if is_work(step)), default=60.0)
    ground = _ground(sizes, channels, laps, found, shortest)
    spans = _cheapest(steps, sizes, ground, _StepCosts(ground, found, at, {}))
    stretches = [_stretch(step, span, ground, channels) for step, span in zip(steps, spans, strict=True)]
    if found is not None:
        stretches = [
            _reached(stretch, meant, found, channels) for stretch, meant in zip(stretches, found.meant, strict=True)
        ]
        stretches = above_the_way_in(stretches, sizes, found, channels)
    stretches = [_corrected(stretch, corrections, channels) for stretch in stretches]
    unasked = _unasked(spans, ground, channels, found) if found is not None else ()
    return EffortAlignment(freed(stretches), unasked, None if found is None else found.channel)


def freed(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The stretches, those marked that may be missing: optional ones, what a stop rule cut off, and the recoveries of
    repetitions that were left out.

    A stop rule frees what lies after the last step done under it. Going on after leaving one out is no stop.
    """
    last = {s.step.until: place for place, s in enumerate(stretches) if s.done and is_work(s.step)}
    free = []
    for place, s in enumerate(stretches):
        stopped = s.step.until is not None and place >= last.get(s.step.until, 0)
        without_work = s.step.role is StepRole.EASY and place > 0 and _left_out(stretches[place - 1])
        free.append(replace(s, free=s.step.optional or stopped or without_work))
    return tuple(free)


def _left_out(stretch: Stretch) -> bool:
    return is_work(stretch.step) and not stretch.done


def _ground(
    sizes: Sequence[float], channels: Channels, laps: Sequence[Lap], found: Levels | None, shortest_s: float
) -> _Ground:
    clock = np.append(0.0, np.cumsum(channels.dt_s))
    index = boundaries(sizes, channels, laps, None if found is None else found.at)
    speed = channels.get(Quantity.SPEED)
    metres = None if speed is None else np.append(0.0, np.cumsum(_or_nothing(speed) * channels.dt_s))[index]
    hard = float(np.clip(MISS_WORK_S / max(shortest_s, 1.0), *HARD_COUNTS))
    by_level: dict[Interval, FloatColumn] = {}
    for meant in found.meant if found is not None else ():
        if found is not None and meant not in by_level:
            by_level[meant] = _misfit(meant, found, channels, hard)[index]
    misfit = tuple(by_level[meant] for meant in found.meant) if found is not None else ()
    gap = _gap_costs(found, channels, hard)[index]
    return _Ground(channels, index, clock[index], metres, misfit, gap, shortest_s)


def _gap_costs(found: Levels | None, channels: Channels, hard: float) -> FloatColumn:
    """Running cost of giving the recording to no step."""
    if found is None:
        return GAP_COST * np.append(0.0, np.cumsum(channels.dt_s))
    rate = EASY_GAP_COST + (GAP_COST * hard - EASY_GAP_COST) * _or_nothing(found.at)
    return np.append(0.0, np.cumsum(rate * channels.dt_s))


def _misfit(meant: Interval, found: Levels, channels: Channels, hard: float) -> FloatColumn:
    """Running sum of seconds × distance from the level that was meant; above it a second counts `hard` times."""
    floor, ceiling = meant.floor or 0.0, 1.0 if meant.ceiling is None else meant.ceiling
    off = np.maximum(0.0, np.maximum(floor - found.at, hard * (found.at - ceiling)))
    return np.append(0.0, np.cumsum(_or_nothing(off) * channels.dt_s))


def _or_nothing(column: FloatColumn) -> FloatColumn:
    return np.where(np.isnan(column), 0.0, column)


@dataclass(frozen=True, slots=True, eq=False)
class _Came:
    """How the cheapest way to each boundary came there over one step: done since `begin`, left out, or left out with
    the repetition before it (`pair`); and where the recording before the step began to belong to no step."""

    rested_from: FloatColumn
    begin: FloatColumn
    left_out: FloatColumn
    pair: FloatColumn


def _cheapest(
    steps: Sequence[EffortStep], nominal: Sequence[float], ground: _Ground, costs: _StepCosts
) -> list[tuple[int, int] | None]:
    """For each step the pair of candidate boundaries it lies between, None where leaving it out is cheapest.

    A recovery belongs to the repetition before it: it costs nothing to leave it out with that.
    """
    count = len(ground.clock_s)
    cost, nothing = np.where(np.arange(count) == 0, 0.0, np.inf), np.full(count, np.inf)
    without_work = nothing
    came: list[_Came] = []
    way_in_s = nominal[0] if steps[0].role is StepRole.WARM_UP else 0.0
    for number, step in enumerate(steps):
        rested, rested_from = _with_gap(cost, ground.gap, ground.opening_s)
        misfit = ground.misfit[number] if ground.misfit else np.zeros(count)
        table = (rested - misfit)[:, None] + costs.of(step, number, way_in_s)
        begin = np.argmin(table, axis=0)
        done = table[begin, np.arange(count)] + misfit
        missed = rested + _miss_cost(step, nominal[number]) + ORDER_COST * (len(steps) - number)
        pair = without_work if step.role is StepRole.EASY else nothing
        cost = np.minimum(np.minimum(done, missed), pair)
        came.append(_Came(rested_from, begin, missed < done, pair < np.minimum(done, missed)))
        without_work = missed if is_work(step) else nothing
    _, last_from = _with_gap(cost, ground.gap, ground.opening_s)
    return _traced(came, int(last_from[-1]))


@dataclass(frozen=True, slots=True, eq=False)
class _StepCosts:
    """What each stretch costs as a step, worked out once for steps that are alike."""

    ground: _Ground
    found: Levels | None
    at: Speeds | None
    known: dict[object, FloatColumn]

    def of(self, step: EffortStep, number: int, way_in_s: float) -> FloatColumn:
        """Cost of every stretch (from row to column) for its size; without end where it cannot be this step."""
        meant = None if self.found is None else self.found.meant[number]
        alike = (step.size, step.role, step.targets, meant, step.all_out)
        costs = self.known.get(alike)
        if costs is None:
            costs = self.known[alike] = _size_costs(step, self.ground)
            seconds = known_s(step, self.at)
            if self.found is not None and meant is not None and seconds is not None and is_short(step, seconds):
                between = Stretches(self.found, self.ground.channels, self.ground.index, way_in_s)
                costs[~between.may_be(step, meant, seconds)] = np.inf
        return costs


def _miss_cost(step: EffortStep, nominal: float) -> float:
    if step.optional:
        return 1.0
    return MISS_COST[step.role] * nominal + (MISS_WORK_S if is_work(step) else 1.0)


def _with_gap(cost: FloatColumn, gap: FloatColumn, opening_s: float) -> tuple[FloatColumn, FloatColumn]:
    """The least cost at each boundary when recording before it may belong to no step, and where that gap begins."""
    lowered = cost - gap
    best = np.minimum.accumulate(lowered)
    places = np.arange(len(cost))
    since = np.maximum.accumulate(np.where(lowered <= best, places, 0))
    through = best + gap + opening_s
    return np.minimum(cost, through), np.where(cost <= through, places, since)


def _size_costs(step: EffortStep, ground: _Ground) -> FloatColumn:
    """Cost of every stretch (from row to column) for being longer or shorter than asked; never backwards."""
    clock_s = ground.clock_s
    lasts = clock_s[None, :] - clock_s[:, None]
    costs = np.zeros_like(lasts)
    if step.size is not None:
        floor, ceiling = step.size.interval.floor, step.size.interval.ceiling
        per_unit = 1.0
        measured = lasts
        if step.size.quantity is not Quantity.DURATION:
            if ground.metres is None or ground.metres[-1] <= 0:
                return np.where(lasts > 0, 0.0, np.inf)
            measured = ground.metres[None, :] - ground.metres[:, None]
            per_unit = float(clock_s[-1] / ground.metres[-1])
        costs = (
            SIZE_COST[step.role]
            * per_unit
            * (
                np.maximum(0.0, (floor or 0.0) - measured)
                + (0.0 if ceiling is None else np.maximum(0.0, measured - ceiling))
            )
        )
    return np.where(lasts > 0, costs, np.inf)


def _traced(came: Sequence[_Came], end: int) -> list[tuple[int, int] | None]:
    spans: list[tuple[int, int] | None] = []
    number = len(came) - 1
    while number >= 0:
        step = came[number]
        if step.pair[end]:
            spans += [None, None]
            number -= 1
            end = int(came[number].rested_from[end])
        elif step.left_out[end]:
            spans.append(None)
            end = int(step.rested_from[end])
        else:
            start = int(step.begin[end])
            spans.append((start, end))
            end = int(step.rested_from[start])
        number -= 1
    return spans[::-1]


def _stretch(step: EffortStep, span: tuple[int, int] | None, ground: _Ground, channels: Channels) -> Stretch:
    if span is None:
        return Stretch(step, None, 0.0)
    lasts = float(ground.clock_s[span[1]] - ground.clock_s[span[0]])
    went = None if ground.metres is None else float(ground.metres[span[1]] - ground.metres[span[0]])
    return Stretch(step, _seconds(int(ground.index[span[0]]), int(ground.index[span[1]]), channels), lasts, went)


def _reached(stretch: Stretch, meant: Interval, found: Levels, channels: Channels) -> Stretch:
    """The stretch, marked where its level was nowhere near: a repetition that was jogged and a recovery that was run
    through were not done, whatever the clock says."""
    if stretch.seen_at is None:
        return stretch
    level = channels.mean(found.at, stretch.seen_at.start_s, stretch.seen_at.stop_s)
    if level is None:
        return stretch
    short = (meant.floor or 0.0) - level
    over = level - (1.0 if meant.ceiling is None else meant.ceiling)
    far_off = short > FAR_OFF if is_work(stretch.step) else over > FAR_OFF
    return replace(stretch, reached=not far_off)


def _seconds(first: int, last: int, channels: Channels) -> SampleSpan:
    """The stretch from sample `first` up to sample `last`, in seconds of the session."""
    t_s = channels.t_s
    return SampleSpan(float(t_s[first]), float(t_s[last - 1] + channels.dt_s[last - 1]))


def _corrected(stretch: Stretch, corrections: Sequence[StepCorrection], channels: Channels) -> Stretch:
    """The stretch as the athlete put it right, where they did; the latest word counts."""
    for correction in reversed(corrections):
        if correction.number != stretch.step.number:
            continue
        if correction.start_s is None or correction.stop_s is None:
            return Stretch(stretch.step, None, 0.0)
        inside = channels.window(correction.start_s, correction.stop_s)
        span = SampleSpan(correction.start_s, correction.stop_s)
        speed = channels.get(Quantity.SPEED)
        went = None if speed is None else float(np.nansum(speed[inside] * channels.dt_s[inside]))
        return Stretch(stretch.step, span, float(channels.dt_s[inside].sum()), went)
    return stretch


def _unasked(
    spans: Sequence[tuple[int, int] | None], ground: _Ground, channels: Channels, found: Levels
) -> tuple[SampleSpan, ...]:
    """Stretches that no step asked for and that were work rather than getting there or home."""
    ends = [0, *(place for span in spans if span is not None for place in span), len(ground.index) - 1]
    hard = []
    for first, last in zip(ends[::2], ends[1::2], strict=True):
        lasts = float(ground.clock_s[last] - ground.clock_s[first])
        if lasts < ground.least_unasked_s:
            continue
        inside = slice(ground.index[first], ground.index[last])
        known = np.isfinite(found.at[inside])
        weights = channels.dt_s[inside][known]
        if len(weights) and float((found.at[inside][known] * weights).sum() / weights.sum()) >= 0.5:
            hard.append(_seconds(int(ground.index[first]), int(ground.index[last]), channels))
    return tuple(hard)
