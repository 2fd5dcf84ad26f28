"""A plan as a calendar file (iCalendar), for the calendar an athlete looks at anyway."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from icalendar import Calendar, Event

from longgame.plan.interop.carried import Exported, Losses, file_name
from longgame.plan.interop.codes import InteropCode
from longgame.plan.planned import PlannedSession
from longgame.plan.volume import duration_s
from longgame.purpose.intent import Intent


def write_ics(name: str, sessions: Sequence[PlannedSession], zone: tzinfo, stamp: datetime) -> Exported:
    """The sessions as events: at their time of day where the plan gives one, else for the whole day.

    An event's identity is its session's, so that a calendar which reads the file again moves events and does not
    double them. `stamp` is the moment of writing, as the format wants it. Days of rest are events too: a kept rest day
    is a kept promise.
    """
    losses = Losses()
    calendar = Calendar()
    calendar.add("prodid", "-//longgame//plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for session in sessions:
        calendar.add_component(_event(session, zone, stamp))
    if any(session.earned_by for session in sessions):
        message = "whether a test is earned is not known to a calendar; its conditions stand in the event's words"
        losses.add(InteropCode.APPROXIMATED, message)
    return Exported(f"{file_name(name)}.ics", calendar.to_ical(), losses.told())


def _event(session: PlannedSession, zone: tzinfo, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{session.id}@longgame")
    event.add("dtstamp", stamp)
    if session.at is None:
        event.add("dtstart", session.day)
        event.add("dtend", session.day + timedelta(days=1))
    else:
        start = datetime.combine(session.day, session.at, zone)
        event.add("dtstart", start)
        event.add("duration", timedelta(minutes=_minutes(session)))
    event.add("summary", _summary(session))
    event.add("description", "\n".join(_words(session)))
    event.add("categories", [session.intent.value])
    event.add("transp", "TRANSPARENT" if session.at is None else "OPAQUE")
    event.add("status", "TENTATIVE" if session.optional else "CONFIRMED")
    return event


def _minutes(session: PlannedSession) -> int:
    """How long to keep free, in quarters of an hour: the session's own ceiling, at least half an hour."""
    span = duration_s(session)
    longest = span.ceiling or span.floor or 3600.0
    return max(30, -(-round(longest / 60) // 15) * 15)


def _summary(session: PlannedSession) -> str:
    if session.intent is Intent.REST:
        return "Rest"
    return f"{session.title} ({session.intent.value.replace('_', ' ')})"


def _words(session: PlannedSession) -> list[str]:
    """Why, then what: the session in the plan's words."""
    lines = [link.text for link in session.why]
    lines += [f"- {step.written}" for step in session.steps]
    lines += [f"in all {target.written}" for target in session.targets]
    lines += [f"earned by {', '.join(one.written for one in session.earned_by)}"] if session.earned_by else []
    lines += session.notes
    if session.day != session.original_day:
        lines.append(f"moved from {session.original_day.isoformat()}")
    return lines
