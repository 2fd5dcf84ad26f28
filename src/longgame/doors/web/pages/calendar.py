"""The calendar: planned beside actual, month by month or week by week, and the days on which nothing is due."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException
from starlette.responses import Response

from longgame.app.calendar_days import CalendarEntry, calendar_days, week_of
from longgame.app.day_notes import write_note
from longgame.app.move_session import move_session
from longgame.app.profile import be_excused
from longgame.app.season import season_of
from longgame.doors.web.kept_pages import kept
from longgame.doors.web.visit import Visit, Visiting
from longgame.kernel.ids import PlannedId
from longgame.purpose.intent import Intent
from longgame.record.profile import ExcuseKind

router = APIRouter()

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@router.get("/calendar")
@kept
def this_month(visit: Visiting) -> Response:
    """The month that today is in."""
    return _month(visit, visit.setting.today.replace(day=1))


@router.get("/calendar/{month}")
@kept
def one_month(visit: Visiting, month: str) -> Response:
    """Any month, as 2026-11."""
    found = MONTH.fullmatch(month)
    if found is None or int(found[1]) < 1900:
        raise HTTPException(404)
    return _month(visit, date(int(found[1]), int(found[2]), 1))


def _month(visit: Visit, first: date) -> Response:
    following = (first + timedelta(days=31)).replace(day=1)
    start = first - timedelta(days=first.weekday())
    last = following - timedelta(days=1)
    days = calendar_days(visit.setting, start, last + timedelta(days=6 - last.weekday()))
    entries = [entry for day in days for entry in day.entries]
    weeks = [days[at : at + 7] for at in range(0, len(days), 7)]
    return visit.page(
        "calendar.html",
        at="calendar",
        month=first,
        weeks=weeks,
        bare=not entries,
        intents=_intents(entries),
        today=visit.setting.today,
        before=first - timedelta(days=1),
        after=following,
    )


def _intents(entries: Iterable[CalendarEntry]) -> list[Intent]:
    """What days are for, each intent once, the gentlest first."""
    found = {entry.intent for entry in entries}
    return [intent for intent in Intent if intent in found]


@router.get("/season")
@kept
def season(visit: Visiting) -> Response:
    """The season at a glance."""
    found = season_of(visit.setting)
    entries = [entry for week in found.weeks for day in week.days for entry in day.entries]
    return visit.page("season.html", at="calendar", season=found, today=visit.setting.today, intents=_intents(entries))


@router.get("/week/{day}")
@kept
def week(visit: Visiting, day: date) -> Response:
    """The week that holds a day, each session with its steps' bounds in words."""
    days = week_of(visit.setting, day)
    seven = timedelta(days=7)
    return visit.page(
        "week.html", at="calendar", days=days, today=visit.setting.today, before=day - seven, after=day + seven
    )


@router.post("/planned/move")
def move(visit: Visiting, planned: Annotated[str, Form()], to: Annotated[date, Form()]) -> Response:
    """Put a planned session on another day."""
    try:
        move_session(visit.setting, PlannedId(planned), to)
    except ValueError as refused:
        raise HTTPException(422) from refused
    return visit.go(f"/day/{to.isoformat()}")


@router.post("/day/{day}/note")
def note(visit: Visiting, day: date, text: Annotated[str, Form(max_length=10_000)]) -> Response:
    """Keep a note about a day."""
    if text.strip():
        write_note(visit.setting, day, text)
    return visit.go(f"/day/{day.isoformat()}#notes")


@router.post("/day/{day}/excuse")
def excuse(
    visit: Visiting,
    day: date,
    kind: Annotated[ExcuseKind, Form()],
    last: Annotated[date, Form()],
    words: Annotated[str, Form(max_length=2_000)] = "",
) -> Response:
    """Say that from this day on nothing is due until a last day."""
    try:
        be_excused(visit.setting, kind.value, day, last, words.strip() or None)
    except ValueError as refused:
        raise HTTPException(422) from refused
    return visit.go(f"/day/{day.isoformat()}")


@router.post("/day/{day}/excuse/withdraw")
def withdraw(visit: Visiting, day: date) -> Response:
    """Take the excuse that covers a day back."""
    found = visit.setting.journal.days.profile().excused(day)
    if found is not None:
        visit.setting.journal.days.withdraw_excuse(found, visit.setting.clock.now())
    return visit.go(f"/day/{day.isoformat()}")
