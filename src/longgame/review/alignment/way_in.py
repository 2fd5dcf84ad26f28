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
    easy = _way_in(stretches, column, channels)

    def marked(stretch: Stretch, seconds: float) -> Stretch:
        contrast = SPRINT_CONTRAST if is_sprint(stretch.step, seconds) else LEAST_CONTRAST
        level = _mean(stretch, column, channels) if is_work(stretch.step) else None
        below = level is not None and level < contrast[found.channel] * easy
        return replace(stretch, reached=False) if below else stretch

    return [marked(stretch, seconds) for stretch, seconds in zip(stretches, sizes_s, strict=True)]


def _way_in(stretches: Sequence[Stretch], column: FloatColumn, channels: Channels) -> float:
    """The level of the warm-up; of the rest of the day where the plan's warm-up was left out, as what was taken for the
    work may have been the warm-up; of the cool-down where no warm-up was planned; else 0."""
    ways = [s for role in (StepRole.WARM_UP, StepRole.COOL_DOWN) for s in stretches if s.step.role is role]
    if ways and ways[0].step.role is StepRole.WARM_UP and ways[0].seen_at is None:
        return _rest_of_day(stretches, column, channels)
    return next((level for s in ways if (level := _mean(s, column, channels)) is not None), 0.0)


def _rest_of_day(stretches: Sequence[Stretch], column: FloatColumn, channels: Channels) -> float:
    outside = np.isfinite(column)
    for stretch in stretches:
        if is_work(stretch.step) and stretch.seen_at is not None:
            outside &= ~channels.window(stretch.seen_at.start_s, stretch.seen_at.stop_s)
    return quantiles(column[outside], channels.dt_s[outside], (REST_OF_DAY,))[0] if outside.any() else 0.0


def _mean(stretch: Stretch, column: FloatColumn, channels: Channels) -> float | None:
    seen = stretch.seen_at
    return None if seen is None else channels.mean(column, seen.start_s, seen.stop_s)
