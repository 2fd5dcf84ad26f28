"""A rep curve: share of the maximum against reps to failure, own sets as dots, the usual curve dashed."""

from __future__ import annotations

from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale
from longgame.growth.lift_book import LiftBook
from longgame.kernel.unknown import Unknown
from longgame.measure.strength.rep_curve import USUAL, RepCurve

WIDTH, HEIGHT = 760.0, 260.0
LEFT, RIGHT, TOP, BOTTOM = 52.0, 16.0, 24.0, 30.0
MOST_REPS = 15
DOT = 4.0


def rep_curve_picture(one: LiftBook, says: str, width: float = WIDTH) -> str:
    """The curve in use with its middle 80 %, and every set near failure."""
    across = Scale(1.0, float(MOST_REPS), LEFT, width - RIGHT)
    up = Scale(0.5, 1.1, HEIGHT - BOTTOM, TOP)
    parts = [svg.text(4, TOP - 10, f"{one.exercise}, % of one rep", "lg-label")]
    for share in (0.6, 0.8, 1.0):
        parts.append(svg.rectangle(LEFT, up.at(share), width - LEFT - RIGHT, 0.6, "lg-rail"))
        parts.append(svg.text(LEFT - 6, up.at(share) + 4, f"{100 * share:.0f}", "lg-small", "end"))
    parts += [
        svg.text(across.at(reps), HEIGHT - 8, f"{reps}", "lg-small", "middle") for reps in (1, 3, 5, 8, 10, 12, 15)
    ]
    parts += _curve(one.curve, across, up)
    if not isinstance(one.own, Unknown):
        usual = [(across.at(reps), up.at(USUAL.share(reps)[1])) for reps in range(1, MOST_REPS + 1)]
        parts.append(svg.line(usual, "lg-line lg-dashed"))
    for reps, share in zip(*(column.tolist() for column in one.near), strict=True):
        if reps <= MOST_REPS and up.low <= share <= up.high:
            x, y = across.at(reps) - DOT / 2, up.at(share) - DOT / 2
            parts.append(svg.rectangle(x, y, DOT, DOT, "lg-hollow", DOT / 2))
    return svg.picture(width, HEIGHT, says, *parts)


def _curve(curve: RepCurve, across: Scale, up: Scale) -> list[str]:
    rows = [(across.at(reps), curve.share(reps)) for reps in range(1, MOST_REPS + 1)]
    upper = [(x, up.at(high)) for x, (_, _, high) in rows]
    lower = [(x, up.at(low)) for x, (low, _, _) in reversed(rows)]
    return [svg.polygon([*upper, *lower], "lg-bar"), svg.line([(x, up.at(mid)) for x, (_, mid, _) in rows], "lg-line")]
