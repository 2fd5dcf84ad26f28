"""The reserve above critical power or speed through a session: two models, a floor at zero."""

from __future__ import annotations

import numpy as np

from longgame.app.balance import LOW_SHARE, Balance
from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale
from longgame.record.streams import FloatColumn

WIDTH, HEIGHT = 760.0, 220.0
LEFT, RIGHT, TOP, BOTTOM = 52.0, 16.0, 24.0, 30.0
MOST_POINTS = 380


def balance_picture(found: Balance, says: str) -> str:
    """What is left, as a share of the reserve; the integral model dashed, the last quarter as a band."""
    shares = [column / found.reserve for column in (found.differential, found.integral)]
    seconds = len(found.differential)
    across = Scale(0.0, max(1.0, seconds / 60.0), LEFT, WIDTH - RIGHT)
    up = Scale(min(0.0, *(float(column.min()) for column in shares)), 1.0, HEIGHT - BOTTOM, TOP)
    name = "W′" if found.unit == "J" else "D′"
    band = [
        (LEFT, up.at(LOW_SHARE)),
        (WIDTH - RIGHT, up.at(LOW_SHARE)),
        (WIDTH - RIGHT, up.at(0.0)),
        (LEFT, up.at(0.0)),
    ]
    parts = [svg.text(4, TOP - 10, f"{name} left, %", "lg-label"), svg.polygon(band, "lg-bar")]
    for share in (0.0, 0.5, 1.0):
        parts.append(svg.rectangle(LEFT, up.at(share), WIDTH - LEFT - RIGHT, 0.6, "lg-rail"))
        parts.append(svg.text(LEFT - 6, up.at(share) + 4, f"{100 * share:.0f}", "lg-small", "end"))
    ends = ((0.0, "start"), (across.high / 2, "middle"), (across.high, "end"))
    parts += [svg.text(across.at(minute), HEIGHT - 8, f"{minute:.0f} min", "lg-small", at) for minute, at in ends]
    for column, style in zip(shares, ("lg-line", "lg-line lg-dashed"), strict=True):
        parts.append(svg.line(_points(column, across, up), style))
    return svg.picture(WIDTH, HEIGHT, says, *parts)


def _points(column: FloatColumn, across: Scale, up: Scale) -> list[tuple[float, float]]:
    """The lowest value of each stretch, so that no low is lost between points."""
    size = max(1, -(-len(column) // MOST_POINTS))
    starts = np.arange(0, len(column), size)
    lowest = np.minimum.reduceat(column, starts)
    return [(across.at(s / 60.0), up.at(low)) for s, low in zip(starts.tolist(), lowest.tolist(), strict=True)]
