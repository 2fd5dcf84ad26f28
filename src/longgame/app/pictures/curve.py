"""What can be held for how long: the envelope of the last 90 days, and the best ever where that lies above it."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from longgame.app.curve import duration_words
from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale, round_numbers
from longgame.growth.curve import Curve
from longgame.measure.power_duration import BestEffort

WIDTH, HEIGHT = 760.0, 260.0
LEFT, RIGHT, TOP, BOTTOM = 62.0, 16.0, 24.0, 30.0
TICKS_S = (5, 15, 60, 300, 1200, 3600)
DOT = 5.0


def curve_picture(one: Curve, says: str, width: float = WIDTH) -> str:
    """Durations on a logarithmic axis; the envelope of now as a line with a mark a duration, the best ever hollow."""
    rates = [best.value for best in one.ever]
    low, high = min(rates), max(rates)
    air = (high - low) * 0.08 or high * 0.05
    across = Scale(log(one.ever[0].duration_s), log(one.ever[-1].duration_s), LEFT, width - RIGHT)
    up = Scale(low - air, high + air, HEIGHT - BOTTOM, TOP)
    parts = [svg.text(4, TOP - 10, f"{one.sport.value.capitalize()}, {one.unit}", "lg-label")]
    for value in round_numbers(up.low, up.high, 5):
        parts.append(svg.rectangle(LEFT, up.at(value), width - LEFT - RIGHT, 0.6, "lg-rail"))
        parts.append(svg.text(LEFT - 6, up.at(value) + 4, f"{value:g}", "lg-small", "end"))
    ticks = [seconds for seconds in TICKS_S if one.ever[0].duration_s <= seconds <= one.ever[-1].duration_s]
    parts += [svg.text(across.at(log(d)), HEIGHT - 8, duration_words(d), "lg-small", "middle") for d in ticks]
    parts += _marks(one.ever, across, up, "lg-hollow")
    if one.now.bests:
        parts.append(svg.line([(across.at(log(b.duration_s)), up.at(b.value)) for b in one.now.bests], "lg-line"))
        parts += _marks(one.now.bests, across, up, "lg-mark")
    return svg.picture(width, HEIGHT, says, *parts)


def _marks(bests: Sequence[BestEffort], across: Scale, up: Scale, style: str) -> list[str]:
    points = [(across.at(log(best.duration_s)), up.at(best.value)) for best in bests]
    return [svg.rectangle(x - DOT / 2, y - DOT / 2, DOT, DOT, style, DOT / 2) for x, y in points]
