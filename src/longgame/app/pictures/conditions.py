"""The conditions of a test as rows: met ones filled, missing ones hatched, unknown ones hollow."""

from __future__ import annotations

from longgame.app.pictures import svg
from longgame.review.case import EarnedStatus

ROW, WIDTH, MARK = 26.0, 760.0, 12.0
STYLES = {True: "lg-mark", False: "lg-outside", None: "lg-hollow"}
WORDS = {True: "met", False: "missing", None: "unknown"}


def conditions_picture(status: EarnedStatus) -> str:
    """One row a condition, with its words; the state is in the words too."""
    parts = []
    for i, one in enumerate(status.conditions):
        y = i * ROW + 7
        when = "" if one.earliest is None or one.met else f", from {one.earliest.isoformat()}"
        parts.append(svg.rectangle(6, y, MARK, MARK, STYLES[one.met], 2))
        parts.append(svg.text(28, y + 10, f"{WORDS[one.met]}: {one.says}{when}", "lg-small"))
    met = sum(one.met is True for one in status.conditions)
    return svg.picture(
        WIDTH, max(1, len(status.conditions)) * ROW + 6, f"{met} of {len(status.conditions)} conditions met", *parts
    )
