"""Each intent's sign: a hue and a shape, so that colour is never the only thing that tells them apart.

Round shapes hold back, angular ones push, square ones lift, and the diamond goes to the limit.
"""

from __future__ import annotations

from dataclasses import dataclass

from longgame.app.pictures import svg
from longgame.purpose.intent import Intent


@dataclass(frozen=True, slots=True)
class IntentSign:
    """A hue in degrees of the OKLCH circle, and the outline of a shape in a 20 × 20 square."""

    hue: int
    path: str


CIRCLE = "M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16z"
RING = CIRCLE + "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z"
HALF_CIRCLE = "M2 13a8 8 0 0 1 16 0z"
PILL = "M6 6h8a4 4 0 0 1 0 8h-8a4 4 0 0 1 0-8z"
DROP = "M10 2c4 5 6 7.5 6 10.500a6 5.500 0 0 1-12 0c0-3 2-5.500 6-10.500z"
TRIANGLE = "M10 2.500l8 14.500h-16z"
DOUBLE_TRIANGLE = "M10 1.500l6 8h-12zM10 9.500l6 8.500h-12z"
CHEVRON = "M3 4h6l8 6-8 6h-6l7-6z"
BOLT = "M11 1.500l-7 10h5l-1.500 7 8-10.500h-5.500z"
SQUARE = "M3 3h14v14h-14z"
SQUARE_RING = SQUARE + "M7 7v6h6v-6z"
BARS = "M3 11h4v6h-4zM8 7h4v10h-4zM13 3h4v14h-4z"
CROSS = "M7.500 2h5v5.500h5.500v5h-5.500v5.500h-5v-5.500h-5.500v-5h5.500z"
DIAMOND = "M10 1l9 9-9 9-9-9z"
DIAMOND_RING = DIAMOND + "M10 6l-4 4 4 4 4-4z"
EQUAL = "M2 5h16v4h-16zM2 11h16v4h-16z"

SIGNS = {
    Intent.REST: IntentSign(230, RING),
    Intent.RECOVERY: IntentSign(210, HALF_CIRCLE),
    Intent.BASE: IntentSign(185, CIRCLE),
    Intent.LONG: IntentSign(165, PILL),
    Intent.TECHNIQUE: IntentSign(145, DROP),
    Intent.PACING: IntentSign(125, EQUAL),
    Intent.TEMPO: IntentSign(100, CHEVRON),
    Intent.THRESHOLD: IntentSign(80, TRIANGLE),
    Intent.INTERVALS: IntentSign(60, DOUBLE_TRIANGLE),
    Intent.SPEED: IntentSign(45, BOLT),
    Intent.POWER: IntentSign(350, BOLT),
    Intent.STRENGTH: IntentSign(265, SQUARE),
    Intent.MAX_STRENGTH: IntentSign(285, BARS),
    Intent.HYPERTROPHY: IntentSign(305, SQUARE_RING),
    Intent.CONDITIONING: IntentSign(20, CROSS),
    Intent.LIMIT: IntentSign(330, DIAMOND),
    Intent.TEST: IntentSign(345, DIAMOND_RING),
}

UNPLANNED_HUE = 200
"""The hue of what was done without a plan."""


def hue_of(intent: Intent | None) -> int:
    """The intent's hue in degrees, for the page's `--hue`."""
    return UNPLANNED_HUE if intent is None else SIGNS[intent].hue


def intent_mark(intent: Intent) -> str:
    """The sign as a small picture that names itself."""
    shape = svg.element("path", {"d": SIGNS[intent].path, "class": "lg-sign", "fill_rule": "evenodd"})
    return svg.picture(20, 20, intent.value.replace("_", " "), shape)


def unplanned_mark() -> str:
    """The sign of what was done without a plan: a dashed ring that stands for no intent."""
    ring = svg.element("circle", {"cx": 10, "cy": 10, "r": 7, "class": "lg-hollow lg-dashed"})
    return svg.picture(20, 20, "no plan", ring)
