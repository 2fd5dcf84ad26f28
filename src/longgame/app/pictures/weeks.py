"""Weeks in a row with a dot for every time something was noticed: told as counts, never as a curve."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from longgame.app.pictures import svg
from longgame.mind.triggers import WeekCount

WEEK, DOT, GAP = 30.0, 9.0, 3.0
MOST_DOTS = 5
TINY_WEEK, TINY_DOT, TINY_HEIGHT = 8.0, 5.0, 16.0


def comparison_weeks(weeks: Sequence[WeekCount]) -> str:
    """A column a week: dots above the rail for what was noticed, the number of sessions below it."""
    rows = min(max((one.noticed for one in weeks), default=1), MOST_DOTS)
    tall = (DOT + GAP) * max(rows, 2) + 14
    parts = [svg.rectangle(0, tall, WEEK * len(weeks), 1.6, "lg-rail", 0.8)]
    for place, one in enumerate(weeks):
        middle = WEEK * (place + 0.5)
        parts += [_dot(middle, tall - (DOT + GAP) * (row + 1), DOT) for row in range(min(one.noticed, MOST_DOTS))]
        if one.noticed > MOST_DOTS:
            parts.append(svg.text(middle, 10, str(one.noticed), "lg-small", "middle"))
        parts.append(svg.text(middle, tall + 16, str(one.sessions) if one.sessions else "–", "lg-small", "middle"))
    ends = ((0.0, weeks[0], "start"), (WEEK * len(weeks), weeks[-1], "end")) if weeks else ()
    parts += [svg.text(x, tall + 32, f"from {_day(one.monday)}", "lg-small", anchor) for x, one, anchor in ends]
    return svg.picture(WEEK * len(weeks), tall + 38, weeks_says(weeks), *parts)


def weeks_says(weeks: Sequence[WeekCount]) -> str:
    """The counts as a sentence."""
    if not weeks:
        return "No weeks to show."
    told = ", ".join(str(one.noticed) for one in weeks)
    trained = ", ".join(str(one.sessions) for one in weeks)
    return f"Noticed week by week from {_day(weeks[0].monday)}: {told}. Sessions in the same weeks: {trained}."


def tiny_weeks(counts: Sequence[int]) -> str:
    """One dot a week, the larger the more often; a thin ring where nothing was noticed."""
    says = f"Week by week, oldest first: {', '.join(map(str, counts))}."
    middle = TINY_HEIGHT / 2
    parts = []
    for place, count in enumerate(counts):
        size = 1.6 if not count else min(TINY_DOT + 1.2 * (count - 1), TINY_WEEK - 0.6)
        parts.append(_dot(TINY_WEEK * (place + 0.5), middle - size / 2, size, "lg-sign" if count else "lg-rail"))
    return svg.picture(TINY_WEEK * len(counts), TINY_HEIGHT, says, *parts)


def _dot(middle: float, top: float, size: float, style: str = "lg-sign") -> str:
    return svg.rectangle(middle - size / 2, top, size, size, style, size / 2)


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"
