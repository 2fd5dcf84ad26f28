"""Planned workouts found in a table, as plan text: what was planned is kept, what it is for is left to be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from longgame.kernel.sport import Sport

_STEP_SPORTS = frozenset(
    {
        *(Sport.RUN, Sport.RIDE, Sport.SWIM, Sport.ROW, Sport.WALK, Sport.HIKE, Sport.SKI, Sport.PADDLE, Sport.SKATE),
        *(Sport.HANDCYCLE, Sport.WHEELCHAIR),
    }
)
"""Sports that a step of a plan can name; the others are told by the session's title."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One planned workout of a table: its day and whatever was said about it."""

    day: date
    title: str | None
    sport: Sport
    rest: bool = False
    duration_s: float | None = None
    distance_m: float | None = None
    note: str | None = None


def plan_text(name: str, rows: Sequence[PlannedRow]) -> str:
    """The rows as one plan called `name`. Sources do not say what a session is for, so its intent is missing, which
    plan check asks for line by line; days off are rest."""
    days = [row.day for row in rows]
    lines = ["longgame plan 1", "", f"block {_quoted(name)}  {min(days)} .. {max(days)}"]
    for row in sorted(rows, key=lambda row: row.day):
        lines += _session(row)
    return "\n".join(lines) + "\n"


def _session(row: PlannedRow) -> list[str]:
    title = f" {_quoted(row.title)}" if row.title else ""
    lines = [f"  {row.day}{title}{' rest' if row.rest else ''}"]
    step = None if row.rest else _step(row)
    if step is not None:
        lines.append(f"    {step}")
    if row.duration_s and row.distance_m:
        lines.append(f'    note "{row.distance_m:.0f} m planned"')
    if row.note is not None:
        lines.append(f"    note {_quoted(row.note)}")
    return lines


def _step(row: PlannedRow) -> str | None:
    sport = f" {row.sport.value}" if row.sport in _STEP_SPORTS else ""
    if row.duration_s:
        return f"{max(1, round(row.duration_s / 60))} min{sport}"
    if row.distance_m:
        return f"{row.distance_m:.0f} m{sport}"
    return None


def _quoted(words: str) -> str:
    return '"' + " ".join(words.replace('"', "'").split()) + '"'
