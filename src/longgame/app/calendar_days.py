"""Days as a calendar shows them: what was planned beside what was done, and how the two stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from longgame.app.brief_reviews import Brief, brief_of
from longgame.app.pictures.tiny_band import Standing
from longgame.app.promises import dated_plans, promised
from longgame.app.review_summary import ReviewSummary
from longgame.app.setting import Setting
from longgame.app.stored_reviews import reviews_between
from longgame.kernel.ids import PlannedId
from longgame.plan.planned import PlannedSession
from longgame.purpose.intent import Intent
from longgame.record.profile import Excuse
from longgame.review.model import Pairing


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing on a day: the review of what was due or done, or what is planned and still to come.

    Beside a review `planned` is the promise that was put differently beforehand, for the review is of what it became.
    `state` is None for what is still to come.
    """

    brief: Brief | None
    planned: PlannedSession | None = None
    state: Pairing | None = None

    @property
    def coming(self) -> PlannedSession | None:
        """What is still to come."""
        return self.planned if self.brief is None else None

    @property
    def standing(self) -> Standing:
        """How the promise and what was done stand to each other."""
        return Standing.COMING if self.brief is None else self.brief.standing

    @property
    def id(self) -> str:
        """The name under which its review is found."""
        if self.brief is not None:
            return self.brief.id
        return "" if self.planned is None else self.planned.id

    @property
    def intent(self) -> Intent | None:
        """What it is for, where a plan says so."""
        if self.planned is not None:
            return self.planned.intent
        return None if self.brief is None else self.brief.intent

    @property
    def title(self) -> str:
        """What it is called: as planned, else as recorded, else by its sport."""
        if self.planned is not None:
            return self.planned.title
        return "" if self.brief is None else self.brief.title


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day with its entries, and the excuse that covers it."""

    day: date
    entries: tuple[CalendarEntry, ...]
    excuse: Excuse | None


def calendar_days(setting: Setting, first: date, last: date) -> tuple[CalendarDay, ...]:
    """Every day of first..last, with what was due or done and what is still to come.

    What was due or done is told by the reviews that are kept, so no week is laid out for it again.
    """
    monday, sunday = first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())
    reviews = reviews_between(setting, monday, sunday)
    told = frozenset(one.planned for one in reviews if one.planned is not None)
    promises = _put_differently(setting, reviews, monday, sunday)
    entries = [
        (one.day, one.planned is None, CalendarEntry(brief_of(one), promises.get(one.planned), one.pairing))
        for one in reviews
    ]
    entries += [(one.day, False, CalendarEntry(None, one)) for one in _coming(setting, first, last, told)]
    by_day: dict[date, list[CalendarEntry]] = {}
    for day, _unplanned, entry in sorted(entries, key=lambda each: each[1]):
        by_day.setdefault(day, []).append(entry)
    profile = setting.journal.days.profile()
    span = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return tuple(CalendarDay(day, tuple(by_day.get(day, ())), profile.excused(day)) for day in span)


def _coming(setting: Setting, first: date, last: date, told: frozenset[PlannedId]) -> list[PlannedSession]:
    """What is planned for today or later and no review tells of yet."""
    today = setting.today
    if last < today:
        return []
    planned = promised(dated_plans(setting), max(first, today), last, setting.zone).sessions
    return [one for one in planned if one.id not in told]


def _put_differently(
    setting: Setting, reviews: tuple[ReviewSummary, ...], monday: date, sunday: date
) -> dict[PlannedId | None, PlannedSession]:
    """The promises as they stood, of those that were put differently beforehand."""
    meant = {one.planned for one in reviews if one.pairing is Pairing.ADAPTED}
    if not meant:
        return {}
    started: dict[date, datetime] = {}
    for one in reviews:
        if one.start is not None:
            started[one.day] = min(one.start, started.get(one.day, one.start))
    planned = promised(dated_plans(setting), monday, sunday, setting.zone, started).sessions
    return {one.id: one for one in planned if one.id in meant}


def week_of(setting: Setting, day: date) -> tuple[CalendarDay, ...]:
    """The seven days from Monday on that hold `day`."""
    monday = day - timedelta(days=day.weekday())
    return calendar_days(setting, monday, monday + timedelta(days=6))
