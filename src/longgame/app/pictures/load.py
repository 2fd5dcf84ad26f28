"""The load of four weeks: one bar a day, and what a usual day asks for as a line across."""

from __future__ import annotations

from datetime import timedelta

from longgame.app.pictures import svg
from longgame.growth.loads import Load

CELL, GAP, HEIGHT, FLOOR, SIDE = 18.0, 5.0, 150.0, 122.0, 6.0
TOP = 14.0


def load_picture(found: Load) -> str:
    """One bar a day, oldest first; the last seven days, which are the week that is told, are drawn deeper."""
    most = max(*found.daily, found.usual, 1.0)
    width = 2 * SIDE + len(found.daily) * (CELL + GAP)
    parts = [svg.rectangle(SIDE, FLOOR, width - 2 * SIDE, 1.6, "lg-rail", 0.8)]
    for i, points in enumerate(found.daily):
        tall, back = (FLOOR - TOP) * points / most, len(found.daily) - 1 - i
        x, day = SIDE + i * (CELL + GAP), found.on - timedelta(back)
        if points:
            parts.append(svg.rectangle(x, FLOOR - tall, CELL, tall, "lg-work" if back < 7 else "lg-bar", 2))
        if day.weekday() == 0:
            parts.append(svg.text(x, FLOOR + 18, f"{day.day} {day:%b}", "lg-small"))
    y = FLOOR - (FLOOR - TOP) * found.usual / most
    parts.append(svg.line([(SIDE, y), (width - SIDE, y)], "lg-line lg-dashed"))
    return svg.picture(width, HEIGHT, load_says(found), *parts)


def load_says(found: Load) -> str:
    """The picture as a sentence."""
    return (
        f"Effort × minutes of the {len(found.daily)} days until {found.on.isoformat()}: {found.week:.0f} points in the"
        f" last seven, {sum(found.daily):.0f} in all; a usual day is {found.usual:.0f}."
    )
