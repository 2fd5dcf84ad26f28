"""How much was put out over time: the channel that shows it, its thirds, and the mean of a stretch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from longgame.kernel.spans import SampleSpan
from longgame.purpose.bounds import Quantity
from longgame.record.streams import FloatColumn
from longgame.review.asked import bound_on
from longgame.review.channels import Channels
from longgame.review.owed import asked_s
from longgame.review.seen import Seen

OUTPUTS = (Quantity.POWER, Quantity.SPEED)


@dataclass(frozen=True, slots=True, eq=False)
class Output:
    """Power or speed over the work of the day, in order, with how long each sample stands and where it was."""

    quantity: Quantity
    values: FloatColumn
    dt_s: FloatColumn
    t_s: FloatColumn

    @property
    def seconds(self) -> float:
        """How much work there is, without pauses."""
        return float(self.dt_s.sum())

    def parts(self, count: int) -> tuple[float, ...]:
        """Mean output in `count` parts of equal time; empty when there are fewer samples than parts."""
        if len(self.values) < 2 * count:
            return ()
        clock = np.append(0.0, np.cumsum(self.dt_s))
        gone = np.append(0.0, np.cumsum(self.values * self.dt_s))
        at = np.interp(np.linspace(0.0, clock[-1], count + 1), clock, gone)
        return tuple(float(part) for part in np.diff(at) / (clock[-1] / count))


def work_output(seen: Seen) -> Output | None:
    """The output over the work steps in their order, over the whole session where no work was planned. A step left
    out put out nothing, for as long as it was meant to last."""
    for quantity in OUTPUTS:
        column = seen.channels.get(quantity)
        if column is None:
            continue
        pieces = _pieces(seen, column)
        if any(float(values.sum()) > 0 for values, _, _ in pieces):
            values, dt_s, t_s = (np.concatenate(parts) for parts in zip(*pieces, strict=True))
            return Output(quantity, values, dt_s, t_s)
    return None


def dead_power(seen: Seen) -> str | None:
    """Why the power that the work was written in cannot be used, as a clause; None if it can, or if none was asked.

    Speed does not stand in for it: of what the legs put out a hill or the wind leaves too little to see in it.
    """
    if seen.channels.get(Quantity.POWER) is not None:
        return None
    asked = any(bound_on(stretch.step.targets, Quantity.POWER) is not None for stretch in seen.work_stretches)
    return seen.channels.why_not(Quantity.POWER) if asked else None


Piece = tuple[FloatColumn, FloatColumn, FloatColumn]


def _pieces(seen: Seen, column: FloatColumn) -> list[Piece]:
    known, channels = np.isfinite(column), seen.channels
    if not seen.work_stretches:
        return [(column[known], channels.dt_s[known], channels.t_s[known])]
    pieces: list[Piece] = []
    at = 0.0
    for stretch in seen.work_stretches:
        if stretch.seen_at is None:
            steps = np.arange(0.0, asked_s(stretch, seen), 1.0)
            pieces.append((np.zeros(len(steps)), np.ones(len(steps)), np.full(len(steps), at)))
        else:
            inside = known & channels.window(stretch.seen_at.start_s, stretch.seen_at.stop_s)
            pieces.append((column[inside], channels.dt_s[inside], channels.t_s[inside]))
            at = stretch.seen_at.stop_s
    return pieces


def mean_in(channels: Channels, quantity: Quantity, span: SampleSpan, skip: float = 0.0) -> float | None:
    """Time-weighted mean of a believed channel in `span`, its first `skip` share left out; None if nothing is there."""
    column = channels.get(quantity)
    if column is None:
        return None
    return channels.mean(column, span.start_s + skip * (span.stop_s - span.start_s), span.stop_s)


def smoothed(channels: Channels, quantity: Quantity, span: SampleSpan) -> FloatColumn:
    """The channel as a centred mean over half a minute that never looks outside `span`; heart rate as it is.

    NaN where nothing is known. Power and pace flicker faster than a body can answer, which is no breach.
    """
    column = channels.get(quantity)
    if column is None:
        return np.full(len(channels.t_s), np.nan)
    if quantity is Quantity.HEART_RATE:
        return column
    first, last = (int(place) for place in np.searchsorted(channels.t_s, (span.start_s, span.stop_s)))
    values, dt_s = column[first:last], channels.dt_s[first:last]
    known = np.isfinite(values)
    clock_s = np.append(0.0, np.cumsum(dt_s))
    gone = np.append(0.0, np.cumsum(np.where(known, values, 0.0) * dt_s))
    held = np.append(0.0, np.cumsum(known * dt_s))
    middle = (clock_s[1:] + clock_s[:-1]) / 2
    before, after = middle - SMOOTH_S / 2, middle + SMOOTH_S / 2
    seconds = np.interp(after, clock_s, held) - np.interp(before, clock_s, held)
    total = np.interp(after, clock_s, gone) - np.interp(before, clock_s, gone)
    smooth = np.full(len(channels.t_s), np.nan)
    smooth[first:last] = np.where(seconds > 1e-6, total / np.maximum(seconds, 1e-6), np.nan)
    return smooth


SMOOTH_S = 30.0
SLOPES_APART = 0.005
"""Half a percent of slope changes the speed at one output by more than the drift that is looked for; an expert
default."""


def hills_differ(seen: Seen) -> bool:
    """Whether the mean slope of the second half is another than that of the first, where altitude was recorded."""
    streams = seen.session.streams
    if streams is None or streams.altitude_m is None or streams.distance_m is None:
        return False
    known = np.flatnonzero(np.isfinite(streams.altitude_m) & np.isfinite(streams.distance_m))
    if len(known) < 3:
        return False
    middle = int(known[np.searchsorted(streams.t_s[known], streams.t_s[known[-1]] / 2)])
    slopes = [
        _slope(streams.altitude_m, streams.distance_m, *ends) for ends in ((known[0], middle), (middle, known[-1]))
    ]
    return abs(slopes[1] - slopes[0]) > SLOPES_APART


def _slope(altitude_m: FloatColumn, distance_m: FloatColumn, first: int, last: int) -> float:
    gone = float(distance_m[last] - distance_m[first])
    return float(altitude_m[last] - altitude_m[first]) / gone if gone > 0 else 0.0
