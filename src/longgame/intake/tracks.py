"""From points to streams: in order, without doubles, with distance and speed where the source left them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from longgame.intake.moments import SATELLITE_EPOCH_US
from longgame.intake.points import NO_TIME, NO_ZONE, Channel, IntColumn, Points
from longgame.record.streams import FloatColumn, Streams

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the Earth, IUGG (Moritz 2000): what the haversine distance is taken on."""

HOW_DERIVED = {
    "distance_m": "computed from positions by the haversine formula, pauses left out",
    "speed_m_s": "computed from distance and time",
}
"""How each stream that a file leaves out is computed, in words for the record."""


@dataclass(frozen=True, slots=True)
class Track:
    """The timed points of one session, with what had to be done to them.

    `start_us` is the moment from which the streams count: the first point's, or an earlier one that was given.
    `segments` are the recorded stretches in seconds from the start: between them the recording was paused.
    `untimed`, `unset_clock`, `merged` and `moved` count points left out for want of a time or for a time before 1980,
    joined with another of the same moment, and put back in order. `derived` names the streams that were computed.
    """

    start_us: int
    offset_s: int | None
    streams: Streams
    segments: tuple[tuple[float, float], ...]
    untimed: int
    unset_clock: int
    merged: int
    moved: int
    derived: tuple[str, ...]

    @property
    def distance_m(self) -> float | None:
        """Metres covered by the end of the stream, or None where no distance is known."""
        distance = self.streams.distance_m
        return None if distance is None else float(np.nanmax(distance))


@dataclass(frozen=True, slots=True)
class Undatable:
    """Points none of which has a usable time: how many have none, and how many come from a clock that was not set."""

    untimed: int
    unset_clock: int


def join(points: Points, stretches: Sequence[Sequence[slice]], origin_us: int | None = None) -> Track | Undatable:
    """The session recorded in `stretches` of `points`, pauses lying between them.

    `origin_us` is the moment from which streams count, if it is not later than the first point.
    """
    numbers = np.arange(len(points))
    parts = [(k, numbers[run]) for k, stretch in enumerate(stretches) for run in stretch]
    index = np.concatenate([part for _, part in parts] or [numbers[:0]])
    segment = np.repeat([k for k, _ in parts], [len(part) for _, part in parts]).astype(np.int64)
    time = points.time_us[index]
    timed, dated = time != NO_TIME, time >= SATELLITE_EPOCH_US
    untimed, unset_clock = int(np.count_nonzero(~timed)), int(np.count_nonzero(timed & ~dated))
    if not dated.any():
        return Undatable(untimed, unset_clock)
    if untimed or unset_clock:
        index, segment, time = index[dated], segment[dated], time[dated]
    order, moved = _in_order(time)
    if moved:
        index, segment, time = index[order], segment[order], time[order]
    values, first, merged = _merge_doubles(_columns(points, index), time)
    if merged:
        segment, time = segment[first], time[first]
    origin = int(time[0]) if origin_us is None else min(origin_us, int(time[0]))
    offset = int(points.offset_s[index[0]])
    streams, derived = _streams((time - origin) / 1e6, values, segment)
    return Track(
        origin,
        None if offset == NO_ZONE else offset,
        streams,
        _stretches(streams.t_s, segment),
        untimed,
        unset_clock,
        merged,
        moved,
        derived,
    )


def haversine_m(lat_deg: FloatColumn, lon_deg: FloatColumn) -> FloatColumn:
    """Metres along the great circle from each position to the next; one shorter than its arguments.

    Reference: Sinnott, R. W. (1984), "Virtues of the Haversine", Sky and Telescope 68(2), 159.
    """
    lat, lon = np.radians(lat_deg), np.radians(lon_deg)
    half = np.sin(np.diff(lat) / 2) ** 2 + np.cos(lat[:-1]) * np.cos(lat[1:]) * np.sin(np.diff(lon) / 2) ** 2
    metres: FloatColumn = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.minimum(half, 1.0)))
    return metres


def _columns(points: Points, index: IntColumn) -> npt.NDArray[np.float64]:
    """A copy of the values of some points, in their order."""
    run = bool((np.diff(index) == 1).all())
    return points.values[:, index[0] : index[-1] + 1].copy() if run else points.values[:, index]


def _in_order(time: IntColumn) -> tuple[IntColumn, int]:
    """The order in time, and how many points stood after a later one."""
    late = int(np.count_nonzero(time < np.maximum.accumulate(time)))
    return (np.argsort(time, kind="stable") if late else np.arange(len(time))), late


def _merge_doubles(
    values: npt.NDArray[np.float64], time: IntColumn
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_], int]:
    """One point a moment: the first of each, with what only a later one of the same moment knows filled in."""
    first = np.append(True, np.diff(time) > 0)
    doubles = np.flatnonzero(~first)
    if not len(doubles):
        return values, first, 0
    kept = values[:, first]
    home = np.cumsum(first) - 1
    for at in doubles:
        missing = np.isnan(kept[:, home[at]])
        kept[missing, home[at]] = values[missing, at]
    return kept, first, len(doubles)


def _streams(t_s: FloatColumn, values: npt.NDArray[np.float64], segment: IntColumn) -> tuple[Streams, tuple[str, ...]]:
    columns: dict[str, FloatColumn] = {}
    _forget_impossible_positions(values)
    for channel, column in zip(Channel, values, strict=True):
        if not np.isnan(column).all():
            columns[channel.value] = np.ascontiguousarray(column)
    streams = Streams(t_s, **columns)
    derived = []
    if streams.distance_m is None and streams.lat_deg is not None and streams.lon_deg is not None:
        distance = _distance(streams.lat_deg, streams.lon_deg, segment)
        if distance is not None:
            streams = replace(streams, distance_m=distance)
            derived.append("distance_m")
    if streams.speed_m_s is None and streams.distance_m is not None and len(t_s) > 1:
        streams = replace(streams, speed_m_s=_speed(t_s, streams.distance_m, segment))
        derived.append("speed_m_s")
    return streams, tuple(derived)


def _forget_impossible_positions(values: npt.NDArray[np.float64]) -> None:
    """Blank positions off the globe or incomplete, and all of them where they are all (0, 0): no fix, not a place."""
    lat, lon = values[0], values[1]
    with np.errstate(invalid="ignore"):
        wrong = ~((np.abs(lat) <= 90) & (np.abs(lon) <= 180))
    nowhere = wrong | ((lat == 0) & (lon == 0))
    values[:2, nowhere if nowhere.all() else wrong] = np.nan


def _distance(lat: FloatColumn, lon: FloatColumn, segment: IntColumn) -> FloatColumn | None:
    """Metres covered so far, by haversine between known positions; what was moved during a pause does not count."""
    known = np.flatnonzero(~np.isnan(lat))
    if len(known) < 2:
        return None
    steps = haversine_m(lat[known], lon[known])
    steps[np.diff(segment[known]) != 0] = 0.0
    covered = np.full(len(lat), np.nan)
    covered[known] = np.append(0.0, np.cumsum(steps))
    return covered


def _speed(t_s: FloatColumn, distance_m: FloatColumn, segment: IntColumn) -> FloatColumn:
    """Metres per second over the time since the last known distance; NaN at the start and after a pause."""
    speed = np.full(len(t_s), np.nan)
    known = np.flatnonzero(~np.isnan(distance_m))
    if len(known) > 1:
        steps = np.diff(distance_m[known]) / np.diff(t_s[known])
        steps[(np.diff(segment[known]) != 0) | (steps < 0)] = np.nan
        speed[known[1:]] = steps
    return speed


def _stretches(t_s: FloatColumn, segment: IntColumn) -> tuple[tuple[float, float], ...]:
    breaks = np.flatnonzero(np.diff(segment) != 0) + 1
    firsts, lasts = np.append(0, breaks), np.append(breaks, len(t_s)) - 1
    return tuple((float(t_s[a]), float(t_s[b])) for a, b in zip(firsts, lasts, strict=True))
