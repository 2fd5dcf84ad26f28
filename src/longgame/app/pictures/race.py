"""What one race says of others: the pace over each distance, by VDOT, by Riegel's rule and by one's critical speed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log

from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale
from longgame.app.race import Expected, Race, distance_words
from longgame.kernel.spans import clock

WIDTH, HEIGHT = 760.0, 260.0
LEFT, RIGHT, TOP, BOTTOM = 72.0, 16.0, 24.0, 30.0
LEGEND, KEY = 132.0, 22.0
DOT, RACE_DOT = 5.0, 9.0

_Point = tuple[float, float]
"""A distance [m] and a speed over it [m/s]."""


def race_picture(one: Race, says: str, width: float = WIDTH) -> str:
    """Distances on a logarithmic axis, faster further up; VDOT as a line, Riegel's rule dashed, critical speed hollow,
    the race itself as a large mark."""
    run = (one.distance_m, one.distance_m / one.seconds)
    by_vdot = _points(one.expected, lambda other: other.by_vdot_s)
    by_riegel = _points(one.expected, lambda other: other.by_riegel_s)
    own = _points(one.expected, lambda other: other.by_critical_speed_s)
    everything = [run, *by_vdot, *by_riegel, *own]
    distances, speeds = sorted({metres for metres, _ in everything}), [speed for _, speed in everything]
    air = (max(speeds) - min(speeds)) * 0.08
    across = Scale(log(distances[0]), log(distances[-1]), LEFT, width - RIGHT)
    up = Scale(min(speeds) - air, max(speeds) + air, HEIGHT - BOTTOM, TOP)
    parts = [svg.text(4, TOP - 10, "Pace by distance", "lg-label"), *_axes(distances, across, up, width)]
    ways = [("VDOT", "lg-line", by_vdot), ("Riegel", "lg-line lg-dashed", by_riegel)]
    told = [(name, style) for name, style, points in ways if points]
    for _, style, points in ways:
        through = sorted({run, *points}) if points else []
        parts += [svg.line([(across.at(log(metres)), up.at(speed)) for metres, speed in through], style)]
    parts += [_mark(point, across, up, "lg-hollow", DOT) for point in own]
    parts.append(_mark(run, across, up, "lg-mark", RACE_DOT))
    return svg.picture(width, HEIGHT, says, *parts, *_legend(told, bool(own), width))


def _points(expected: Sequence[Expected], seconds_of: Callable[[Expected], float | None]) -> list[_Point]:
    told = ((other.distance_m, seconds_of(other)) for other in expected)
    return [(metres, metres / seconds) for metres, seconds in told if seconds is not None]


def _axes(distances: Sequence[float], across: Scale, up: Scale, width: float) -> list[str]:
    parts: list[str] = []
    for share in (0.1, 0.5, 0.9):
        speed = up.low + share * (up.high - up.low)
        parts.append(svg.rectangle(LEFT, up.at(speed), width - LEFT - RIGHT, 0.6, "lg-rail"))
        parts.append(svg.text(LEFT - 6, up.at(speed) + 4, f"{clock(1000 / speed)} /km", "lg-small", "end"))
    ends = {distances[0]: "start", distances[-1]: "end"}
    return parts + [
        svg.text(across.at(log(metres)), HEIGHT - 8, distance_words(metres), "lg-small", ends.get(metres, "middle"))
        for metres in distances
    ]


def _mark(point: _Point, across: Scale, up: Scale, style: str, size: float) -> str:
    x, y = across.at(log(point[0])), up.at(point[1])
    return svg.rectangle(x - size / 2, y - size / 2, size, size, style, size / 2)


def _legend(lines: Sequence[tuple[str, str]], own: bool, width: float) -> list[str]:
    """Which line is which, one beneath the other at the upper right, where no pace lies."""
    parts: list[str] = []
    for row, (name, style) in enumerate([*lines, *([("critical speed", "")] if own else [])]):
        x, y = width - LEGEND, TOP + 4 + 16 * row
        parts.append(
            svg.line([(x, y), (x + KEY, y)], style)
            if style
            else svg.rectangle(x + (KEY - DOT) / 2, y - DOT / 2, DOT, DOT, "lg-hollow", DOT / 2)
        )
        parts.append(svg.text(x + KEY + 6, y + 4, name, "lg-small"))
    return parts
