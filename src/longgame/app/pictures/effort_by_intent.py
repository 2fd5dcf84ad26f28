"""Effort felt by intent: a row an intent, its middle half as a bar and its median as the mark, from 0 to 10."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles

from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale
from longgame.app.pictures.intent_mark import SIGNS
from longgame.purpose.intent import Intent

WIDTH, ROW, LEFT, RIGHT = 360.0, 34.0, 118.0, 12.0
MOST_DOTS = 60
"""The latest sessions of an intent that are drawn one by one."""


def effort_by_intent(felt: Mapping[Intent, Sequence[float]], named: Callable[[Intent], str], says: str) -> str:
    """The picture; `named` gives an intent's name and `says` the sentence that says the same."""
    rows = sorted(felt.items(), key=lambda one: (median(one[1]), one[0].value))
    scale = Scale(0.0, 10.0, LEFT, WIDTH - RIGHT)
    tall = ROW * len(rows)
    parts = [svg.rectangle(scale.at(end) - 0.4, 0, 0.8, tall, "lg-rail") for end in (0.0, 5.0, 10.0)]
    for place, (intent, efforts) in enumerate(rows):
        parts.append(_row(place * ROW, intent, efforts, named(intent), scale))
    parts += [svg.text(scale.at(end), tall + 14, f"{end:g}", "lg-small", "middle") for end in (0.0, 5.0, 10.0)]
    return svg.picture(WIDTH, tall + 20, says, *parts)


def middle_half(efforts: Sequence[float]) -> tuple[float, float, float]:
    """The lower quarter, the median and the upper quarter.

    >>> middle_half([2, 3, 4, 5, 6])
    (3.0, 4.0, 5.0)
    """
    if len(efforts) < 2:
        return efforts[0], efforts[0], efforts[0]
    low, middle, high = quantiles(efforts, n=4, method="inclusive")
    return low, middle, high


def _row(top: float, intent: Intent, efforts: Sequence[float], name: str, scale: Scale) -> str:
    low, middle, high = middle_half(efforts)
    line, y = top + ROW / 2, top + ROW / 2 - 6
    sign = svg.element("path", {"d": SIGNS[intent].path, "class": "lg-sign", "fill_rule": "evenodd"})
    parts = [svg.element("g", {"transform": f"translate(0 {line - 8:g}) scale(.8)"}, sign)]
    parts.append(svg.text(22, line + 4, name, "lg-small"))
    left, right = scale.at(low), scale.at(high)
    parts.append(svg.rectangle(left - 2, y, right - left + 4, 12, "lg-bar", 3))
    dots = [{"cx": scale.at(effort), "cy": line, "r": 1.9, "class": "lg-dot"} for effort in efforts[-MOST_DOTS:]]
    parts += [svg.element("circle", dot) for dot in dots]
    parts.append(svg.rectangle(scale.at(middle) - 1.6, y - 3, 3.2, 18, "lg-mark", 1.6))
    return svg.element("g", {"data_intent": intent.value}, *parts)
