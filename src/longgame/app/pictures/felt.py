"""Progress as it is felt over progress as it was measured: a mark on −3…+3, and the change with its interval."""

from __future__ import annotations

from longgame.app.how_far import Progress
from longgame.app.pictures import svg
from longgame.app.pictures.band import Scale

WIDTH, HEIGHT = 360.0, 120.0
LEFT, RIGHT = 14.0, 14.0
FELT_Y, MEASURED_Y = 36.0, 86.0
LEAST_REACH = 0.1


def felt_picture(one: Progress) -> str:
    """Both around the same middle; `ValueError` where nothing was felt."""
    if one.felt is None:
        raise ValueError("progress of this measure was not rated")
    felt, change = Scale(-3.0, 3.0, LEFT, WIDTH - RIGHT), one.measured.change
    parts = [
        svg.text(LEFT, FELT_Y - 16, "felt, -3 to +3", "lg-label"),
        svg.rectangle(LEFT, FELT_Y, WIDTH - LEFT - RIGHT, 2, "lg-rail", 1),
        svg.rectangle(felt.at(0.0) - 0.5, FELT_Y - 6, 1, 14, "lg-rail"),
        svg.rectangle(felt.at(float(one.felt.rating)) - 2, FELT_Y - 7, 4, 16, "lg-mark", 2),
        svg.text(LEFT, MEASURED_Y - 16, f"measured, {one.measured.measure}", "lg-label"),
        svg.rectangle(LEFT, MEASURED_Y, WIDTH - LEFT - RIGHT, 2, "lg-rail", 1),
    ]
    if change is not None:
        reach = max(LEAST_REACH, abs(change.low), abs(change.high))
        across = Scale(-reach, reach, LEFT, WIDTH - RIGHT)
        low, high = across.at(change.low), across.at(change.high)
        parts.append(svg.rectangle(low, MEASURED_Y - 5, high - low, 12, "lg-bar", 3))
        parts.append(svg.rectangle(across.at(0.0) - 0.5, MEASURED_Y - 6, 1, 14, "lg-rail"))
        parts.append(svg.rectangle(across.at(change.median) - 2, MEASURED_Y - 7, 4, 16, "lg-mark", 2))
        for share, anchor in ((-reach, "start"), (0.0, "middle"), (reach, "end")):
            parts.append(svg.text(across.at(share), MEASURED_Y + 24, f"{share:+.0%}", "lg-small", anchor))
    return svg.picture(WIDTH, HEIGHT, one.felt.says, *parts)
