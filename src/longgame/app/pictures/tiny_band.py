"""The band at its smallest: how a day's promise and what was done stand to each other, told by shape alone."""

from __future__ import annotations

from enum import Enum

from longgame.app.pictures import svg
from longgame.review.model import Manner, Pairing

WIDTH, HEIGHT = 36.0, 20.0
LEFT, RIGHT, MIDDLE = 9.0, 27.0, 10.0


class Standing(Enum):
    """What the tiny band shows; the value is the sentence that says the same."""

    COMING = "to come"
    INSIDE = "done, inside its bounds"
    BEYOND = "done, beyond its bounds"
    SHORT = "done, short of its bounds"
    DONE = "done"
    UNPLANNED = "done without a plan"
    REST_KEPT = "rest kept"
    REST_BROKEN = "rest not kept"
    MISSED = "not done"
    EXCUSED = "nothing was due"


ALONE = {
    None: Standing.COMING,
    Pairing.UNPLANNED: Standing.UNPLANNED,
    Pairing.MISSED: Standing.MISSED,
    Pairing.REST_KEPT: Standing.REST_KEPT,
    Pairing.REST_BROKEN: Standing.REST_BROKEN,
    Pairing.EXCUSED: Standing.EXCUSED,
}
BY_MANNER = {
    Manner.WITHIN: Standing.INSIDE,
    Manner.ADAPTED: Standing.INSIDE,
    Manner.BEYOND: Standing.BEYOND,
    Manner.SHORT: Standing.SHORT,
}


def standing_of(state: Pairing | None, manner: Manner | None) -> Standing:
    """How a promise and what was done stand to each other; `manner` is the review's, where there is one."""
    if state in ALONE:
        return ALONE[state]
    return Standing.DONE if manner is None else BY_MANNER.get(manner, Standing.DONE)


def tiny_band(standing: Standing) -> str:
    """The picture, named by its sentence."""
    return svg.picture(WIDTH, HEIGHT, standing.value, *_PARTS[standing]())


def _rail() -> str:
    return svg.rectangle(1, MIDDLE - 0.8, WIDTH - 2, 1.6, "lg-rail", 0.8)


def _bar(style: str = "lg-bar") -> str:
    return svg.rectangle(LEFT, MIDDLE - 5, RIGHT - LEFT, 10, style, 3)


def _mark(x: float, style: str = "lg-mark") -> str:
    return svg.rectangle(x - 2, 1.5, 4, HEIGHT - 3, style, 2)


def _outside(start: float, stop: float) -> str:
    return svg.rectangle(start, MIDDLE - 5, stop - start, 10, "lg-outside")


_PARTS = {
    Standing.COMING: lambda: [_rail(), _bar()],
    Standing.INSIDE: lambda: [_rail(), _bar(), _mark(18)],
    Standing.BEYOND: lambda: [_rail(), _bar(), _outside(RIGHT, 33), _mark(33)],
    Standing.SHORT: lambda: [_rail(), _bar(), _outside(3, LEFT), _mark(3)],
    Standing.DONE: lambda: [_rail(), _bar(), _mark(18, "lg-hollow")],
    Standing.UNPLANNED: lambda: [_rail(), _mark(18)],
    Standing.REST_KEPT: lambda: [_bar("lg-hollow")],
    Standing.REST_BROKEN: lambda: [_bar("lg-hollow"), _mark(33)],
    Standing.MISSED: lambda: [_rail(), _bar("lg-hollow lg-dashed")],
    Standing.EXCUSED: lambda: [svg.rectangle(LEFT, MIDDLE - 0.8, RIGHT - LEFT, 1.6, "lg-rail", 0.8)],
}
