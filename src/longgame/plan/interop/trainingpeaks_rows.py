"""Planned workouts as rows of TrainingPeaks' own export: title, kind, words, duration, distance, day."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from longgame.kernel.sport import Sport
from longgame.plan.interop.carried import Exported, Losses, file_name
from longgame.plan.interop.codes import InteropCode
from longgame.plan.planned import PlannedSession
from longgame.plan.volume import distance_m, duration_s
from longgame.purpose.intent import Intent

COLUMNS = (
    "Title",
    "WorkoutType",
    "WorkoutDescription",
    "PlannedDuration",
    "PlannedDistanceInMeters",
    "WorkoutDay",
    "CoachComments",
    "DistanceInMeters",
    "TimeTotalInHours",
    "Rpe",
    "Feeling",
)
"""The columns of what was done stay empty, and tell readers which table this is."""

_KINDS = {
    Sport.RUN: "Run",
    Sport.RIDE: "Bike",
    Sport.SWIM: "Swim",
    Sport.ROW: "Rowing",
    Sport.WALK: "Walk",
    Sport.SKI: "X-Train",
    Sport.STRENGTH: "Strength",
    Sport.CONDITIONING: "X-Train",
}


def write_rows(name: str, sessions: Sequence[PlannedSession]) -> Exported:
    """The sessions as CSV rows, hours as decimals; bounds and steps stand in the description's words."""
    losses = Losses()
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for session in sessions:
        writer.writerow(_row(session, losses))
    return Exported(f"{file_name(name)}.csv", out.getvalue().encode("utf-8"), losses.told())


def _row(session: PlannedSession, losses: Losses) -> dict[str, str]:
    rest = session.intent is Intent.REST
    span = duration_s(session)
    ends = [end for end in (span.floor, span.ceiling) if end]
    if session.steps:
        losses.add(InteropCode.APPROXIMATED, "steps and their bounds stand as words; a row has none of its own")
    if len(set(ends)) > 1:
        losses.add(InteropCode.APPROXIMATED, "a band of durations became its middle")
    metres = None if session.sport is None else distance_m(session, session.sport)
    lines = [*(step.written for step in session.steps), *(f"in all {target.written}" for target in session.targets)]
    return {
        "Title": session.title,
        "WorkoutType": "Day Off" if rest else _KINDS.get(session.sport, "Other") if session.sport else "Other",
        "WorkoutDescription": "\n".join(lines),
        "PlannedDuration": f"{sum(ends) / len(ends) / 3600:.4f}" if ends and not rest else "",
        "PlannedDistanceInMeters": f"{metres:.0f}" if metres else "",
        "WorkoutDay": session.day.isoformat(),
        "CoachComments": "; ".join(link.text for link in session.why[:1]),
    }
