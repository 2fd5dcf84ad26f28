"""A recording against its bounds: the line of one channel, the bands of the steps, the time outside shaded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale, round_numbers
from longgame.kernel.interval import Interval
from longgame.kernel.spans import clock
from longgame.record.streams import FloatColumn

WIDTH, HEIGHT = 760.0, 280.0
NARROW = 360.0
"""The width for a phone, where the whole session must be seen at once and words keep their size."""
LEFT, RIGHT, TOP, BOTTOM = 46.0, 8.0, 14.0, 30.0
PAUSE_S = 15.0
"""A hole in the samples longer than this is drawn as a hole."""


@dataclass(frozen=True, slots=True)
class StepBand:
    """Where one planned step was found, in seconds from the start, and the bounds it was judged against."""

    start_s: float
    stop_s: float
    bounds: Interval
    label: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """One column of a recording with the words for it; `inverted` draws small values on top, as pace is read."""

    name: str
    unit: str
    t_s: FloatColumn
    values: FloatColumn
    inverted: bool = False


def stream_picture(channel: Channel, bands: tuple[StepBand, ...], width: float = WIDTH) -> str:
    """The picture, with its sentence: how much of the bounded time lay inside."""
    known = np.isfinite(channel.values)
    if not known.any():
        return svg.picture(
            width, 40, f"{channel.name} was not recorded", svg.text(LEFT, 24, "not recorded", "lg-small")
        )
    time = Scale(0.0, float(channel.t_s[-1]) or 1.0, LEFT, width - RIGHT)
    low, high = _value_range(channel.values[known], bands)
    ends = (TOP, HEIGHT - BOTTOM) if channel.inverted else (HEIGHT - BOTTOM, TOP)
    height = Scale(low, high, *ends)
    parts = _grid(channel, time, height)
    for step in bands:
        parts += _band(step, time, height, low, high)
        parts += _time_outside(channel, step, time, height)
    parts += [svg.line(points, "lg-line") for points in _runs(channel, time, height)]
    return svg.picture(width, HEIGHT, _says(channel, bands), *parts)


def share_inside(channel: Channel, bands: tuple[StepBand, ...]) -> float | None:
    """The share of recorded time within the steps, 0–1, that lay inside their bounds; None without such time."""
    inside = total = 0.0
    lasting = np.minimum(np.diff(channel.t_s, append=channel.t_s[-1:] + 1.0), PAUSE_S)
    for step in bands:
        during = (channel.t_s >= step.start_s) & (channel.t_s < step.stop_s) & np.isfinite(channel.values)
        total += float(lasting[during].sum())
        inside += float(lasting[during & ~_is_outside(channel.values, step.bounds)].sum())
    return inside / total if total else None


def _is_outside(values: FloatColumn, bounds: Interval) -> npt.NDArray[np.bool_]:
    floor = -np.inf if bounds.floor is None else bounds.floor
    ceiling = np.inf if bounds.ceiling is None else bounds.ceiling
    return np.asarray((values < floor) | (values > ceiling))


def _value_range(values: FloatColumn, bands: tuple[StepBand, ...]) -> tuple[float, float]:
    ends = [end for step in bands for end in (step.bounds.floor, step.bounds.ceiling) if end is not None]
    low = min([float(np.percentile(values, 2)), *ends])
    high = max([float(np.percentile(values, 99)), *ends])
    air = (high - low) * 0.1 or 1.0
    return max(0.0, low - air) if low >= 0 else low - air, high + air


def _band(step: StepBand, time: Scale, height: Scale, low: float, high: float) -> list[str]:
    edges = (
        height.at(low if step.bounds.floor is None else step.bounds.floor),
        height.at(high if step.bounds.ceiling is None else step.bounds.ceiling),
    )
    left, right = time.at(step.start_s), time.at(step.stop_s)
    parts = [svg.rectangle(left, min(edges), right - left, max(2.0, abs(edges[1] - edges[0])), "lg-bar", 3)]
    if step.label and right - left > 7.0 * len(step.label):
        parts.append(svg.text((left + right) / 2, TOP - 3, step.label, "lg-small", "middle"))
    return parts


def _time_outside(channel: Channel, step: StepBand, time: Scale, height: Scale) -> list[str]:
    """What lies between the line and the bound it crossed, as hatched shapes."""
    during = (channel.t_s >= step.start_s) & (channel.t_s < step.stop_s)
    outside = during & np.isfinite(channel.values) & _is_outside(channel.values, step.bounds)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], outside.astype(np.int8), [0]))))
    parts = []
    for first, after in zip(edges[::2], edges[1::2], strict=True):
        index = _thinned(np.arange(first, after), channel.t_s, time)
        line = [(time.at(float(channel.t_s[i])), height.at(float(channel.values[i]))) for i in index]
        crossed = float(channel.values[first]) - step.bounds.excess(float(channel.values[first]))
        back = [(x, height.at(crossed)) for x in (line[-1][0] + 0.5, line[0][0] - 0.5)]
        parts.append(svg.polygon([*line, *back], "lg-outside"))
    return parts


def _runs(channel: Channel, time: Scale, height: Scale) -> list[list[tuple[float, float]]]:
    """The line as runs without pauses, thinned to the lowest and highest sample of each pixel column."""
    known = np.flatnonzero(np.isfinite(channel.values))
    t_s, values = channel.t_s[known], channel.values[known]
    keep = _thinned(np.arange(len(t_s)), t_s, time, values)
    pauses = np.concatenate(([0], np.cumsum(np.diff(t_s) > PAUSE_S)))
    points = [(time.at(float(t_s[index])), height.at(float(values[index]))) for index in keep]
    runs: list[list[tuple[float, float]]] = [[] for _ in range(int(pauses[-1]) + 1)]
    for index, point in zip(keep, points, strict=True):
        runs[int(pauses[index])].append(point)
    return [run for run in runs if run]


def _thinned(
    index: npt.NDArray[np.intp], t_s: FloatColumn, time: Scale, values: FloatColumn | None = None
) -> list[int]:
    """At most two of the samples for each pixel: the first, or with `values` the lowest and the highest."""
    columns = np.floor((t_s[index] - time.low) / (time.high - time.low) * (time.stop - time.start)).astype(int)
    chunks = np.split(index, np.flatnonzero(np.diff(columns)) + 1)
    if values is None:
        return [int(chunk[0]) for chunk in chunks]
    return [
        i for chunk in chunks for i in sorted({int(chunk[values[chunk].argmin()]), int(chunk[values[chunk].argmax()])})
    ]


def _grid(channel: Channel, time: Scale, height: Scale) -> list[str]:
    parts = [svg.text(4, TOP - 3, channel.unit, "lg-small")]
    for value in round_numbers(height.low, height.high, 5):
        y = height.at(value)
        parts.append(svg.rectangle(LEFT, y, time.stop - LEFT, 0.6, "lg-rail"))
        parts.append(svg.text(LEFT - 6, y + 4, axis_words(channel, value), "lg-small", "end"))
    minutes = round_numbers(0, time.high / 60, 8)
    parts += [svg.text(time.at(minute * 60), HEIGHT - 8, f"{minute:g}", "lg-small", "middle") for minute in minutes]
    return [*parts, svg.text(time.stop, HEIGHT - 8, "min", "lg-small", "end")]


def axis_words(channel: Channel, value: float) -> str:
    """A value as its axis says it; paces in minutes and seconds."""
    return clock(value) if channel.inverted else f"{value:g}"


def _says(channel: Channel, bands: tuple[StepBand, ...]) -> str:
    share = share_inside(channel, bands)
    minutes = float(channel.t_s[-1]) / 60
    seen = f"{channel.name} over {minutes:.0f} minutes"
    return seen if share is None else f"{seen}; {share:.0%} of the time with bounds lay inside them"
