"""A change of one day: a session that recurs stays as it is in all other weeks, and the day keeps its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.plan.building.codes import EditCode
from longgame.plan.building.editing import (
    Edited,
    edited,
    find,
    indentation,
    indented,
    last_line,
    nothing_at,
    put_session,
    refused,
    rows_of,
    step_of,
)
from longgame.plan.building.pieces import read_session
from longgame.plan.language import parse
from longgame.plan.model import DayKind, Entry, SessionLine, Weeks
from longgame.plan.planned import PlannedSession
from longgame.plan.timeline import Stretch, stretches
from longgame.plan.wording.lines import line_cells
from longgame.purpose.intent import Intent

REST = "rest"
"""What to write in place of a day's steps to make it a day of rest."""


def change_one_day(text: str, planned: PlannedSession, steps: str) -> Edited:
    """`text` with what `planned` asks for on its day replaced by `steps`, and all other days as they were.

    `planned` comes from this very text. `steps` are lines of a session, `rest` for a day of rest, or a whole session
    with a head of its own, whose day is not heeded. A session that recurs is parted: its line leaves the week out, and
    a line for that week alone follows it. The day keeps its title, so its identity, and what was said about it, stay
    with it; the count of `progress … when served` goes on without that day.
    """
    found = find(text, planned.span.line)
    if not isinstance(found, Entry):
        return refused(text, found)
    line = found.content
    if not isinstance(line, SessionLine):
        return refused(text, nothing_at(planned.span.line, "session"))
    head, below = _asked(line, steps)
    stretch = _stretch_of(text, found)
    weeks = None if stretch is None or planned.week is None else _parted(found, line, stretch, planned.week)
    if isinstance(weeks, Diagnostic):
        return refused(text, weeks)
    if weeks is None or planned.week is None:
        return put_session(text, found.line, _session(replace(head, day=line.day, weeks=line.weeks), below))
    alone = Weeks(((planned.week, planned.week),), cycles=weeks.cycles)
    return _beside(text, found, replace(line, weeks=weeks), _session(replace(head, day=line.day, weeks=alone), below))


def _asked(line: SessionLine, steps: str) -> tuple[SessionLine, str]:
    """The head and the lines of the changed day."""
    if steps.strip() == REST:
        return replace(line, intent=Intent.REST), ""
    piece = read_session(steps)
    if piece.entries and isinstance(own := piece.entries[0].content, SessionLine):
        body = "\n".join(steps.strip("\n").splitlines()[1:])
        return replace(own, title=own.title or line.title, goals=own.goals or line.goals), body
    return line, steps


def _session(head: SessionLine, below: str) -> str:
    rows = [row.expandtabs(2) for row in below.splitlines() if row.strip()]
    least = min((len(indentation(row)) for row in rows), default=0)
    return "\n".join(["  ".join(line_cells(head)), *("  " + row[least:] for row in rows)])


def _parted(entry: Entry, line: SessionLine, stretch: Stretch, week: int) -> Weeks | Diagnostic | None:
    """The weeks left to a line that loses `week`; None when that was its only one."""
    if line.day.kind is DayKind.WEEKDAY and stretch.block.cycle_days > 7:
        message = "this weekday can come twice in one cycle, so that its days cannot be told apart"
        hint = "give the sessions of the cycle their days: Day 3"
        return Diagnostic(EditCode.DAY_NOT_APART, Severity.ERROR, message, entry.span, hint)
    meant = [number for number in range(1, stretch.weeks + 1) if line.weeks is None or line.weeks.contains(number)]
    left = [number for number in meant if number != week]
    return Weeks(_runs(left), cycles=_cycles(line, stretch)) if left else None


def _stretch_of(text: str, entry: Entry) -> Stretch | None:
    """The block a session stands in; on which day it begins does not matter here."""
    found = stretches(parse(text).plan, date(2024, 1, 1))
    return next((one for one in found if entry.line in {e.line for e in one.entry.walk()}), None)


def _cycles(line: SessionLine, stretch: Stretch) -> bool:
    return line.weeks.cycles if line.weeks is not None else stretch.block.cycle_days != 7


def _runs(numbers: list[int]) -> tuple[tuple[int, int], ...]:
    """Ascending numbers as stretches: 1, 2, 4 is 1..2, 4."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)


def _beside(text: str, entry: Entry, rest: SessionLine, alone: str) -> Edited:
    """The recurring session with fewer weeks, and right below it the session for one week."""
    rows = rows_of(text)
    own = indentation(rows[entry.line - 1])
    body = rows[entry.line : last_line(entry)]
    tail = rows[entry.line - 1][entry.column - 1 + entry.width :].rstrip("\r\n")
    head = own + "  ".join(line_cells(rest)) + tail
    step = step_of(text, entry)
    return edited(text, entry.line, last_line(entry), [head, *body, *indented(alone, own, step)])
