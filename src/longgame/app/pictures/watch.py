"""The watch's last weeks as a strip of days: steady days are whole, others hatched; height, not colour, tells."""

from __future__ import annotations

from longgame.advice.overreach import Watch, WatchState
from longgame.app.pictures import svg

CELL, GAP, HEIGHT, SIDE = 16.0, 4.0, 74.0, 6.0
FLOOR = 44.0
TALL = {WatchState.STEADY: 10.0, WatchState.AMBER: 22.0, WatchState.RED: 34.0}


def watch_picture(days: tuple[Watch, ...]) -> str:
    """One column a day, oldest first; a day about which nothing can be told is a bare rail."""
    width = SIDE * 2 + len(days) * (CELL + GAP)
    parts = [svg.rectangle(SIDE, FLOOR, width - 2 * SIDE, 2, "lg-rail", 1)]
    for i, one in enumerate(days):
        x, tall = SIDE + i * (CELL + GAP), TALL.get(one.state, 0.0)
        style = "lg-bar" if one.state is WatchState.STEADY else "lg-outside"
        if tall:
            parts.append(svg.rectangle(x, FLOOR - tall, CELL, tall, style, 2))
        if one.day.weekday() == 0:
            parts.append(svg.text(x, FLOOR + 18, f"{one.day.day} {one.day:%b}", "lg-small"))
    return svg.picture(width, HEIGHT, _says(days), *parts)


def _says(days: tuple[Watch, ...]) -> str:
    counts = {state: sum(one.state is state for one in days) for state in WatchState}
    parts = [f"{count} {state.value}" for state, count in counts.items() if count]
    return f"the last {len(days)} days: {', '.join(parts)}"
