"""Which stretches of a recording may be a short repetition at all: a missed one is better than a false one.

To leave out ten seconds of work costs more than to take ten seconds of rest for it, so costs alone would find every
sprint of the plan in any recording. A short repetition therefore has to be there: its level is near what was meant,
and one that is only meant to be fast stands out from what lies right before and after it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from longgame.kernel.interval import Interval
from longgame.plan.planned import EffortStep
from longgame.purpose.bounds import Quantity
from longgame.record.streams import FloatColumn
from longgame.review.alignment.boundaries import Index
from longgame.review.alignment.levels import (
    FAR_OFF,
    FAR_OFF_SPRINT,
    FAST,
    LEAST_CONTRAST,
    SPRINT_CONTRAST,
    Levels,
    is_sprint,
    is_untold,
    is_work,
)
from longgame.review.channels import Channels

SHORT_S = 75.0
"""Up to this length a repetition is short: leaving it out would cost more than being wrong all along it."""
SIDES_S = (4.0, 8.0)
"""A sprint is held against so many seconds before and after it: half as many as it lasts, within these bounds."""
LASTS = Interval(1 / 3, 1.75)
"""What lasts less or more than this share of the length asked is not that repetition (expert default)."""
IN_FULL = 0.8
"""A repetition that goes on into its recovery was done if it lasted for this share of the length asked."""
WAY_IN = 0.6
"""The share of a planned warm-up that is sure to have been one, even if it was cut short."""

Mask = npt.NDArray[np.bool_]


def is_short(step: EffortStep, seconds: float) -> bool:
    """Whether a step of so many seconds is a short repetition."""
    return is_work(step) and seconds <= SHORT_S


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """All stretches of a recording between the boundaries `index`, from one (row) to another (column).

    `way_in_s` is how long the plan's warm-up is to last, 0 without one.
    """

    found: Levels
    channels: Channels
    index: Index
    way_in_s: float = 0.0

    def may_be(self, step: EffortStep, meant: Interval, seconds: float) -> Mask:
        """Which stretches may be this work step of about so many seconds; True where its level was not read."""
        column = self.channels.get(self.found.channel)
        at_once = column is not None and self.found.channel in FAST
        far_off = FAR_OFF_SPRINT if at_once and is_sprint(step, seconds) else FAR_OFF
        with np.errstate(invalid="ignore"):
            there = np.asarray(~(self._means(self.found.at) < (meant.floor or 0.0) - far_off))
            if column is None or not at_once or not is_untold(step):
                return there
            return there & self._stands_out(column, step, seconds)

    def _stands_out(self, column: FloatColumn, step: EffortStep, seconds: float) -> Mask:
        """What is all out is faster by far than both its sides, and lasts about so long. What is only hard may go on
        into a recovery that was run through: if it was done in full, and is far above the way in."""
        before, after = self._beside(column, float(np.clip(seconds / 2, *SIDES_S)))
        means, share = self._means(column), self._share(step, seconds)
        contrast = (SPRINT_CONTRAST if step.all_out else LEAST_CONTRAST)[self.found.channel]
        over = [~(means < contrast * side) for side in (before[:, None], after[None, :])]
        both = over[0] & over[1]
        so_long = (share >= (LASTS.floor or 0.0)) & (share <= (LASTS.ceiling or np.inf))
        if step.all_out:
            return np.asarray(so_long & both)
        above = means >= SPRINT_CONTRAST[self.found.channel] * self._way_in(column)
        return np.asarray(so_long & (both | ((over[0] | over[1]) & (share >= IN_FULL) & above)))

    def _way_in(self, column: FloatColumn) -> float:
        """The level that lies in the middle of the first part of the warm-up; without end where none was planned."""
        stop_s = min(WAY_IN * self.way_in_s, self.channels.total_s / 2)
        first = column[np.cumsum(self.channels.dt_s) <= stop_s]
        first = first[np.isfinite(first)]
        return float(np.median(first)) if len(first) else np.inf

    def _share(self, step: EffortStep, seconds: float) -> FloatColumn:
        """How much of the length asked each stretch has, in metres where the plan counts in metres."""
        speed, asked, column = self.channels.get(Quantity.SPEED), seconds, np.ones(len(self.channels.t_s))
        metres = step.size if step.size is not None and step.size.quantity is Quantity.DISTANCE else None
        ends = [end for end in (metres.interval.floor, metres.interval.ceiling) if end] if metres is not None else []
        if ends and speed is not None:
            asked, column = sum(ends) / len(ends), speed
        gone: FloatColumn = np.append(0.0, self._sums(column)[0])[self.index]
        return (gone[None, :] - gone[:, None]) / asked

    def _means(self, column: FloatColumn) -> FloatColumn:
        """Mean of a column over each stretch; NaN where nothing of it was read, and backwards."""
        gone, held = (np.append(0.0, part)[self.index] for part in self._sums(column))
        with np.errstate(divide="ignore", invalid="ignore"):
            means: FloatColumn = (gone[None, :] - gone[:, None]) / (held[None, :] - held[:, None])
        return means

    def _sums(self, column: FloatColumn) -> tuple[FloatColumn, FloatColumn]:
        """The column times seconds, and the seconds it was read, summed up to the end of each sample."""
        known, dt_s = np.isfinite(column), self.channels.dt_s
        return np.cumsum(np.where(known, column, 0.0) * dt_s), np.cumsum(known * dt_s)

    def _beside(self, column: FloatColumn, side_s: float) -> tuple[FloatColumn, FloatColumn]:
        """Mean over `side_s` seconds before each boundary and after it. While the watch stood still nothing was done;
        NaN where nothing was read."""
        t_s, dt_s = self.channels.t_s, self.channels.dt_s
        begins = t_s[np.minimum(self.index, len(t_s) - 1)]
        last = np.maximum(self.index - 1, 0)
        ends = t_s[last] + dt_s[last]
        moments = np.column_stack([t_s, t_s + dt_s]).ravel()
        gone, unread = (
            np.column_stack([np.append(0.0, part[:-1]), part]).ravel()
            for part in (self._sums(column)[0], np.cumsum(~np.isfinite(column) * dt_s))
        )

        def mean(start: FloatColumn, stop: FloatColumn) -> FloatColumn:
            done, missing = (
                np.interp(stop, moments, part) - np.interp(start, moments, part) for part in (gone, unread)
            )
            read_s = side_s - missing
            return np.where(read_s > 0, done / np.maximum(read_s, 1e-9), np.nan)

        return mean(begins - side_s, begins), mean(ends, ends + side_s)
