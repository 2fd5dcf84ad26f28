"""What one recording says of load and of the heart, in a few numbers that no threshold has gone into yet.

Thresholds change, and are often said later than the session; so seconds are kept at each heart rate, and weighted
means as they are, and every kind of points can be made from them with the thresholds of the day.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.aerobic import decoupling, heart_rate_drift
from longgame.measure.load import graded_speed, normalized_power, x_power
from longgame.measure.quality import trusted_heart_rate
from longgame.measure.samples import held_seconds, one_hertz
from longgame.measure.summary import BY_POWER, BY_SPEED, STANDING_M_S, output_of
from longgame.record.streams import FloatColumn, Streams


@dataclass(frozen=True, slots=True)
class Recorded:
    """`heart_s` holds (whole bpm, seconds at it), `moving_s` the seconds with output.

    `weighted` is the fourth-power mean of power [W] or graded speed [m/s], `x_power_w` the same over 25-second
    exponential averages [W]. `drift` is the rise of heart rate at like output [bpm/h] with one standard deviation,
    `decoupled` the loss of output per heartbeat from the first to the second half [1]. None is what cannot be told.
    """

    heart_s: tuple[tuple[int, float], ...] = ()
    moving_s: float = 0.0
    weighted: float | None = None
    x_power_w: float | None = None
    drift: tuple[float, float] | None = None
    decoupled: float | None = None


def recorded(streams: Streams, sport: Sport) -> Recorded:
    """A recording of any sport in the numbers that load and drift are made of.

    Model: seconds at each whole heart rate, each sample for as long as it holds; (mean of the 30-s means⁴)^¼ of power
        or graded speed; (mean of the 25-s exponential averages⁴)^¼; drift and decoupling as in `measure.aerobic`.

    Args:
        streams: what was recorded.
        sport: what was done; only runs, walks, hikes and rides have an output.

    Returns:
        The numbers; what was not recorded well enough is empty or None.

    Raises:
        Nothing.

    Evidence: convention for the weighted means, moderate for drift; whole heart rates stand for samples to half a beat.

    References:
        As for `longgame.measure.load` and `longgame.measure.aerobic`.

    Example:
        >>> found = recorded(Streams(np.arange(3600.0), hr_bpm=140 + np.arange(3600.0) % 2), Sport.SWIM)
        >>> found.heart_s, found.weighted
        (((140, 1800.0), (141, 1800.0)), None)
    """
    beats = _beats(streams)
    heart_s = () if beats is None else _seconds_at(streams.t_s, beats)
    output = output_of(streams, sport) if sport in BY_POWER | BY_SPEED else None
    if output is None:
        return Recorded(heart_s)
    held, grid = held_seconds(streams.t_s), one_hertz(streams.t_s, output)
    moving = ~np.isnan(output) & (output > (STANDING_M_S if sport in BY_SPEED else 0.0))
    drift = None if beats is None else heart_rate_drift(streams.t_s, output, beats)
    return Recorded(
        heart_s=heart_s,
        moving_s=float(held[moving].sum()) if sport in BY_SPEED else float(held[~np.isnan(output)].sum()),
        weighted=_told(normalized_power(grid) if sport in BY_POWER else graded_speed(grid)),
        x_power_w=_told(x_power(grid)) if sport in BY_POWER else None,
        drift=None if drift is None or isinstance(drift, Unknown) else (drift.value, drift.sd),
        decoupled=None if beats is None else _told(decoupling(np.where(moving, output, np.nan), beats, held)),
    )


def _beats(streams: Streams) -> FloatColumn | None:
    if streams.hr_bpm is None:
        return None
    heart = trusted_heart_rate(streams.t_s, streams.hr_bpm, streams.cadence_rpm)
    return heart.values if heart.usable else None


def _seconds_at(t_s: FloatColumn, beats: FloatColumn) -> tuple[tuple[int, float], ...]:
    known = ~np.isnan(beats)
    seconds = np.bincount(np.rint(beats[known]).astype(np.int64), weights=held_seconds(t_s)[known])
    return tuple((bpm, float(seconds[bpm])) for bpm in np.flatnonzero(seconds).tolist())


def _told(value: float | Unknown) -> float | None:
    return None if isinstance(value, Unknown) else float(value)
