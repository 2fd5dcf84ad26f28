"""A capacity through time as one band: what was known after each session, what each session showed, then and now."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale, round_numbers
from longgame.growth.how_far import BandPoint, HowFar

WIDTH, HEIGHT = 760.0, 240.0
NARROW = 360.0
"""The width for a phone, where words keep their size."""
LEFT, RIGHT, TOP, BOTTOM = 52.0, 12.0, 22.0, 28.0
DOT = 3.0
MOST_DATES = 6
GAP_DAYS = 120
"""After a break this long nothing is known of the way between, so nothing is drawn there."""


def capacity_picture(told: HowFar, width: float = WIDTH) -> str:
    """The band of one measure with its sentence; the days ahead, where a forecast was asked for, are drawn hollow."""
    points = told.band
    ahead = told.forecast
    last = points[-1].day if ahead is None else ahead.day
    time = Scale(float(points[0].day.toordinal()), float(last.toordinal()), LEFT, width - RIGHT)
    ends = [end for p in points for end in (p.low, p.high)] + ([] if ahead is None else [ahead.low, ahead.high])
    height = Scale(*_air(min(ends), max(ends)), HEIGHT - BOTTOM, TOP)
    parts = [
        svg.text(4, TOP - 9, f"{told.measure}, {told.unit}", "lg-label"),
        *_rails(height, time),
        *_dates(points, time),
    ]
    parts += _band(points, time, height)
    if ahead is not None:
        start, x = points[-1], time.at(float(ahead.day.toordinal()))
        here = time.at(float(start.day.toordinal()))
        corners = [(here, height.at(start.high)), (x, height.at(ahead.high)), (x, height.at(ahead.low))]
        parts.append(svg.polygon([*corners, (here, height.at(start.low))], "lg-hollow"))
    return svg.picture(width, HEIGHT, told.says, *parts)


def _band(points: tuple[BandPoint, ...], time: Scale, height: Scale) -> list[str]:
    parts = [part for run in _runs(points) for part in _run(run, time, height)]
    for p in points:
        if height.low <= p.seen <= height.high:
            x, y = time.at(float(p.day.toordinal())), height.at(p.seen)
            parts.append(svg.rectangle(x - DOT / 2, y - DOT / 2, DOT, DOT, "lg-hollow", DOT / 2))
    for p in (points[0], points[-1]):
        x, y = time.at(float(p.day.toordinal())), height.at(p.middle)
        parts.append(svg.rectangle(x - 2, y - 8, 4, 16, "lg-mark", 2))
    return parts


def _runs(points: tuple[BandPoint, ...]) -> list[list[BandPoint]]:
    """The points in stretches without a long break."""
    runs = [[points[0]]]
    for before, after in pairwise(points):
        if (after.day - before.day).days > GAP_DAYS:
            runs.append([])
        runs[-1].append(after)
    return runs


def _run(run: list[BandPoint], time: Scale, height: Scale) -> list[str]:
    xs = [time.at(float(p.day.toordinal())) for p in run]
    upper = [(x, height.at(p.high)) for x, p in zip(xs, run, strict=True)]
    lower = [(x, height.at(p.low)) for x, p in zip(xs, run, strict=True)]
    middle = [(x, height.at(p.middle)) for x, p in zip(xs, run, strict=True)]
    return [svg.polygon([*upper, *reversed(lower)], "lg-bar"), svg.line(middle, "lg-line")]


def _air(low: float, high: float) -> tuple[float, float]:
    air = (high - low) * 0.08 or abs(high) * 0.05 or 1.0
    return low - air, high + air


def _rails(height: Scale, time: Scale) -> list[str]:
    parts = []
    for value in round_numbers(height.low, height.high, 5):
        y = height.at(value)
        parts.append(svg.rectangle(LEFT, y, time.stop - LEFT, 0.6, "lg-rail"))
        parts.append(svg.text(LEFT - 6, y + 4, f"{value:g}", "lg-small", "end"))
    return parts


def _dates(points: tuple[BandPoint, ...], time: Scale) -> list[str]:
    first, span = points[0].day.toordinal(), time.high - time.low
    count = MOST_DATES if span > MOST_DATES and time.stop > NARROW else 2
    days = [round(first + span * i / (count - 1)) for i in range(count)]
    return [
        svg.text(
            time.at(float(day)),
            HEIGHT - 8,
            f"{date.fromordinal(day):%d %b %Y}".lstrip("0"),
            "lg-small",
            "start" if i == 0 else "end" if i == count - 1 else "middle",
        )
        for i, day in enumerate(days)
    ]
