"""The shape of a planned session: its steps side by side, each as tall as its bounds reach."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale, spread
from longgame.kernel.interval import Interval

WIDTH, HEIGHT, TOP, BOTTOM = 640.0, 120.0, 8.0, 104.0
THINNEST = 5.0


@dataclass(frozen=True, slots=True)
class ShapeStep:
    """One step as drawn: how long it lasts, its bounds on the drawn quantity (None: free), and whether it is work."""

    seconds: float
    bounds: Interval | None
    work: bool


def plan_shape(steps: tuple[ShapeStep, ...], says: str) -> str:
    """The steps over their time; `says` tells the same in words. Free steps are drawn as an outline on the ground."""
    known = [step.bounds for step in steps if step.bounds is not None]
    ends = [end for bounds in known for end in (bounds.floor, bounds.ceiling) if end is not None]
    low, high = spread(Interval(min(ends), max(ends)) if ends else Interval(), ())
    height = Scale(low, high, BOTTOM, TOP)
    whole = sum(step.seconds for step in steps) or 1.0
    parts = [svg.rectangle(0, BOTTOM + 6, WIDTH, 1.5, "lg-rail", 1)]
    start = 0.0
    for step in steps:
        length = step.seconds / whole * WIDTH
        parts.append(_box(step, start, length, height))
        start += length
    return svg.picture(WIDTH, HEIGHT, says, *parts)


def _box(step: ShapeStep, start: float, length: float, height: Scale) -> str:
    width = max(THINNEST, length - 3)
    if step.bounds is None:
        return svg.rectangle(start, BOTTOM - 10, width, 10, "lg-hollow", 2)
    top = height.stop if step.bounds.ceiling is None else height.at(step.bounds.ceiling)
    bottom = height.start if step.bounds.floor is None else height.at(step.bounds.floor)
    return svg.rectangle(start, top, width, max(THINNEST, bottom - top), "lg-work" if step.work else "lg-bar", 2.5)
