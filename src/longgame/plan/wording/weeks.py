"""How weeks are written: week 6, weeks 1..3, 5, every 2 weeks."""

from __future__ import annotations

from longgame.plan.model import Weeks


def write_weeks(weeks: Weeks) -> str:
    """The weeks in canonical text."""
    noun = "cycle" if weeks.cycles else "week"
    if not weeks.stretches:
        return f"every {weeks.every} {noun}s"
    pieces = [f"{first}" if first == last else f"{first}..{last}" for first, last in weeks.stretches]
    many = len(pieces) > 1 or weeks.stretches[0][0] != weeks.stretches[0][1]
    return " ".join([noun + "s" * many, ", ".join(pieces)])
