"""Work is harder than the day's own way in: where no target is written, what lies above a walk is not yet work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from longgame.plan.planned import StepRole
from longgame.record.streams import FloatColumn
from longgame.review.alignment.levels import (
    FAST,
    LEAST_CONTRAST,
    SPRINT_CONTRAST,
    Levels,
    is_sprint,
    is_work,
    quantiles,
)
from longgame.review.alignment.model import Stretch
from longgame.review.channels import Channels

REST_OF_DAY = 0.9
"""The share of the time outside the work below which the rest of the day lies, a few seconds of it left out."""


def above_the_way_in(
    stretches: Sequence[Stretch], sizes_s: Sequence[float], found: Levels, channels: Channels
) -> list[Stretch]:
    """The stretches, work marked that was no harder than the way in. Heart rate drifts too far to tell that."""
    column = channels.get(found.channel)
    if not found.relative or found.channel not in FAST or column is None:
        return list(stretches)
    easy = _way_in(stretches, sizes_s, column, channels)

    def marked(stretch: Stretch, seconds: float) -> Stretch:
        contrast = SPRINT_CONTRAST if is_sprint(stretch.step, seconds) else LEAST_CONTRAST
        level = _mean(stretch, column, channels) if is_work(stretch.step) else None
        below = level is not None and level < contrast[found.channel] * easy
        return replace(stretch, reached=False) if below else stretch

    return [marked(stretch, seconds) for stretch, seconds in zip(stretches, sizes_s, strict=True)]


def _way_in(stretches: Sequence[Stretch], sizes_s: Sequence[float], column: FloatColumn, channels: Channels) -> float:
    """The level of the warm-up; of the cool-down where none was planned; else 0.

    Where a planned warm-up was left out, what was taken for work may have been the way in and the way out. The rest of
    the day tells; and where more was idled between two repetitions than the warm-up was to last, nothing is above it.
    """
    ways = [s for role in (StepRole.WARM_UP, StepRole.COOL_DOWN) for s in stretches if s.step.role is role]
    left_out = next((s for s in ways[:1] if s.step.role is StepRole.WARM_UP and s.seen_at is None), None)
    if left_out is not None:
        idled = _idle_s(stretches, channels) >= sizes_s[stretches.index(left_out)]
        return np.inf if idled else _rest_of_day(stretches, column, channels)
    return next((level for s in ways if (level := _mean(s, column, channels)) is not None), 0.0)


def _idle_s(stretches: Sequence[Stretch], channels: Channels) -> float:
    """Recorded seconds between the first and the last work that belong to no step."""
    spans = [s.seen_at for s in stretches if s.seen_at is not None]
    work = [s.seen_at for s in stretches if is_work(s.step) and s.seen_at is not None]
    if not work:
        return 0.0
    idle = channels.window(work[0].start_s, work[-1].stop_s)
    for span in spans:
        idle &= ~channels.window(span.start_s, span.stop_s)
    return float(channels.dt_s[idle].sum())


def _rest_of_day(stretches: Sequence[Stretch], column: FloatColumn, channels: Channels) -> float:
    outside = np.isfinite(column)
    for stretch in stretches:
        if is_work(stretch.step) and stretch.seen_at is not None:
            outside &= ~channels.window(stretch.seen_at.start_s, stretch.seen_at.stop_s)
    return quantiles(column[outside], channels.dt_s[outside], (REST_OF_DAY,))[0] if outside.any() else 0.0


def _mean(stretch: Stretch, column: FloatColumn, channels: Channels) -> float | None:
    seen = stretch.seen_at
    return None if seen is None else channels.mean(column, seen.start_s, seen.stop_s)
