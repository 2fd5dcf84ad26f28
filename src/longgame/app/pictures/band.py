"""The band: a quiet bar from floor to ceiling, a mark where you were, the part outside hatched."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from longgame.app.pictures import svg
from longgame.kernel.interval import Interval

WIDTH, HEIGHT = 240.0, 28.0
RAIL_Y, BAR_HEIGHT = 14.0, 10.0
SIDE = 6.0
ASKED_WIDTH, ASKED_THINNEST = 112.0, 5.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight map from values to a picture's coordinate."""

    low: float
    high: float
    start: float
    stop: float

    def at(self, value: float) -> float:
        """Where `value` is drawn, kept inside the picture."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return self.start + min(1.0, max(0.0, share)) * (self.stop - self.start)


def round_numbers(low: float, high: float, at_most: int) -> list[float]:
    """The multiples of 1, 2 or 5 and a power of ten between two values, at most about `at_most` of them.

    >>> round_numbers(90.4, 110.2, 4), round_numbers(259, 432, 4)
    ([95.0, 100.0, 105.0, 110.0], [300.0, 350.0, 400.0])
    """
    size = max(high - low, 1e-9)
    power = 10.0 ** (floor(log10(size / at_most)) - 1)
    step = next(factor * power for factor in (1, 2, 5, 10, 20, 50, 100) if size / (factor * power) <= at_most)
    return [number * step for number in range(ceil(low / step), floor(high / step) + 1)]


def spread(interval: Interval, values: tuple[float, ...]) -> tuple[float, float]:
    """The stretch of numbers worth drawing: the bounds with air on both sides, and every value."""
    ends = [end for end in (interval.floor, interval.ceiling) if end is not None]
    shown = [*ends, *values] or [0.0, 1.0]
    low, high = min(shown), max(shown)
    air = (high - low) * 0.25 or abs(high) * 0.25 or 1.0
    return low - air, high + air


def band(interval: Interval, value: float | None, says: str) -> str:
    """The glyph for one value against its bounds; no mark where the value is not known.

    An open side of the bounds runs to the end of the rail.
    """
    low, high = spread(interval, () if value is None else (value,))
    scale = Scale(low, high, SIDE, WIDTH - SIDE)
    left = scale.at(low if interval.floor is None else interval.floor)
    right = scale.at(high if interval.ceiling is None else interval.ceiling)
    parts = [
        svg.rectangle(SIDE, RAIL_Y - 1, WIDTH - 2 * SIDE, 2, "lg-rail", 1),
        svg.rectangle(left, RAIL_Y - BAR_HEIGHT / 2, right - left, BAR_HEIGHT, "lg-bar", 3),
    ]
    if value is not None:
        mark = scale.at(value)
        parts += _outside(mark, left, right)
        parts.append(svg.rectangle(mark - 2, 3, 4, HEIGHT - 6, "lg-mark", 2))
    return svg.picture(WIDTH, HEIGHT, says, *parts)


def asked_band(interval: Interval, within: tuple[float, float], says: str) -> str:
    """The glyph for bounds alone, on a rail that stands for the numbers `within`, comparable with its neighbours."""
    scale = Scale(*within, 2, ASKED_WIDTH - 2)
    left = 2.0 if interval.floor is None else scale.at(interval.floor)
    right = ASKED_WIDTH - 2 if interval.ceiling is None else scale.at(interval.ceiling)
    middle, width = (left + right) / 2, max(ASKED_THINNEST, right - left)
    rail = svg.rectangle(0, RAIL_Y - 0.8, ASKED_WIDTH, 1.6, "lg-rail", 1)
    bar = svg.rectangle(middle - width / 2, RAIL_Y - 7, width, 14, "lg-work", 3.5)
    return svg.picture(ASKED_WIDTH, HEIGHT, says, rail, bar)


def _outside(mark: float, left: float, right: float) -> list[str]:
    if left <= mark <= right:
        return []
    start, stop = (mark, left) if mark < left else (right, mark)
    return [svg.rectangle(start, RAIL_Y - BAR_HEIGHT / 2, stop - start, BAR_HEIGHT, "lg-outside")]
