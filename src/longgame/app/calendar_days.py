"""Days as a calendar shows them: what was planned beside what was done, and how the two stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from longgame.app.brief_reviews import Brief, briefs_between
from longgame.app.days import lay_out
from longgame.app.pictures.tiny_band import Standing, standing_of
from longgame.app.promises import promised
from longgame.app.setting import Setting
from longgame.plan.planned import PlannedSession
from longgame.purpose.intent import Intent
from longgame.record.profile import Excuse
from longgame.record.session import Session
from longgame.review.model import Pairing
from longgame.review.pairing import Pair


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing on a day: planned, done or both. `state` is None for what is still to come; `brief` is its review."""

    planned: PlannedSession | None
    session: Session | None
    state: Pairing | None
    brief: Brief | None = None

    @property
    def standing(self) -> Standing:
        """How the promise and what was done stand to each other."""
        return standing_of(self.state, None) if self.brief is None else self.brief.standing

    @property
    def id(self) -> str:
        """The name under which its review is found."""
        if self.session is not None:
            return self.session.id
        return "" if self.planned is None else self.planned.id

    @property
    def intent(self) -> Intent | None:
        """What it is for, where a plan says so."""
        return None if self.planned is None else self.planned.intent

    @property
    def title(self) -> str:
        """What it is called: as planned, else as recorded, else by its sport."""
        if self.planned is not None:
            return self.planned.title
        if self.session is None:
            return ""
        return self.session.title or self.session.sport.value.capitalize()


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day with its entries, and the excuse that covers it."""

    day: date
    entries: tuple[CalendarEntry, ...]
    excuse: Excuse | None


def calendar_days(setting: Setting, first: date, last: date) -> tuple[CalendarDay, ...]:
    """Every day of first..last, with what was due or done and what is still to come."""
    days = lay_out(setting, first, last)
    briefs = {brief.id: brief for brief in briefs_between(setting, first, last)}
    entries = [CalendarEntry(one.planned, one.session, one.state, briefs.get(_name(one))) for one in days.pairs]
    told = {one.planned.id for one in entries if one.planned is not None}
    coming = promised(days.plans, max(first, setting.today), last, setting.zone) if last >= setting.today else ()
    entries += [CalendarEntry(one, None, None) for one in coming if one.id not in told]
    by_day: dict[date, list[CalendarEntry]] = {}
    for entry in entries:
        by_day.setdefault(_day(entry), []).append(entry)
    span = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return tuple(
        CalendarDay(day, tuple(sorted(by_day.get(day, ()), key=_planned_first)), days.profile.excused(day))
        for day in span
    )


def _planned_first(entry: CalendarEntry) -> bool:
    return entry.planned is None


def _name(one: Pair) -> str:
    if one.session is not None:
        return one.session.id
    return "" if one.planned is None else one.planned.id


def _day(entry: CalendarEntry) -> date:
    if entry.session is not None:
        return entry.session.local_day
    assert entry.planned is not None, "an entry is planned or done"
    return entry.planned.day


def week_of(setting: Setting, day: date) -> tuple[CalendarDay, ...]:
    """The seven days from Monday on that hold `day`."""
    monday = day - timedelta(days=day.weekday())
    return calendar_days(setting, monday, monday + timedelta(days=6))
