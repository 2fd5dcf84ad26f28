"""Changes made in haste: what was hard to take, what was done or written beyond the plan after it, and who says so.

Each is a finding of the review of the session it is about: the hard one that nobody planned, the one stacked onto
another, or the first one done under a plan made harder. No score knows of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from longgame.advice.load_asked import load_asked
from longgame.advice.panic import (
    HARD_RPE,
    HARDER,
    WINDOW,
    Change,
    ChangeKind,
    PanicChange,
    Trigger,
    TriggerKind,
    panic_changes,
    with_panic,
)
from longgame.app.days import whole_journal
from longgame.app.mind.thoughts import thoughts
from longgame.app.promises import DatedPlan, dated_plans
from longgame.app.review_summary import ReviewSummary
from longgame.app.reviewed import Reviewed
from longgame.app.setting import Setting
from longgame.app.stored_reviews import reviews_between
from longgame.kernel.ids import SessionId
from longgame.mind.patterns import Pattern
from longgame.purpose.intent import Intent
from longgame.review.model import Pairing, Verdict

PLANNED_DAYS = 7
"""How much of a plan is compared with the one before it, and how long after an edit a session is done under it."""


def changes_in_haste(setting: Setting, first: date, last: date) -> tuple[PanicChange, ...]:
    """What was changed on first..last within 72 hours of something hard to take."""
    begun, ended = whole_journal(setting)
    reviews = reviews_between(setting, max(first - WINDOW, begun), min(last, ended))
    made = [*(one for one in _done(reviews) if first <= _day(setting, one.at) <= last)]
    made += _harder_plans(setting, first, last)
    return panic_changes([*_hard_to_take(setting, reviews), *_comparisons(setting, made)], made)


def told_in(setting: Setting, reviewed: Sequence[Reviewed]) -> tuple[Reviewed, ...]:
    """The reviews, those among them with the finding whose session is a change made in haste."""
    days = [one.day for one in reviewed if one.session is not None]
    if not days:
        return tuple(reviewed)
    first, last = min(days) - timedelta(days=PLANNED_DAYS), max(days)
    about: dict[SessionId, list[PanicChange]] = {}
    for one in changes_in_haste(setting, first, last):
        session = one.change.session or _first_after(setting, one.change.at, last)
        if session is not None:
            about.setdefault(session, []).append(one)
    return tuple(
        Reviewed(one.day, with_panic(one.review, about.get(one.session.id, ())), one.case) if one.session else one
        for one in reviewed
    )


def _first_after(setting: Setting, at: datetime, last: date) -> SessionId | None:
    """The first session that began after a moment, within a week of it."""
    day = _day(setting, at)
    until = min(last, day + timedelta(days=PLANNED_DAYS))
    begun = [one for one in reviews_between(setting, day, until) if one.start is not None and one.start >= at]
    return min(begun, key=lambda one: (one.start, one.session)).session if begun else None


def _day(setting: Setting, at: datetime) -> date:
    return at.astimezone(setting.zone).date()


def _hard_to_take(setting: Setting, reviews: Iterable[ReviewSummary]) -> list[Trigger]:
    """A miss once its day is over, a session gone badly once it has begun."""
    found = []
    for one in reviews:
        if one.pairing is Pairing.MISSED and one.planned_day is not None:
            over = datetime.combine(one.planned_day, time.max, setting.zone)
            found.append(Trigger(TriggerKind.MISS, over, one.title or ""))
        elif one.verdict is Verdict.NOT_SERVED and one.start is not None:
            found.append(Trigger(TriggerKind.POOR_REVIEW, one.start, one.title or "", one.session))
    return found


def _comparisons(setting: Setting, made: Iterable[Change]) -> list[Trigger]:
    """Thoughts in which comparison was noticed, or that the athlete named so, in the days before each change."""
    found = {
        one.uuid: one
        for change in made
        for one in thoughts(setting, _day(setting, change.at - WINDOW), _day(setting, change.at))
        if Pattern.COMPARISON in one.patterns
    }
    return [Trigger(TriggerKind.COMPARISON, one.said_at) for one in found.values()]


def _done(reviews: tuple[ReviewSummary, ...]) -> list[Change]:
    """Hard sessions nobody planned, and sessions moved onto a day that has work of its own."""
    found = []
    for one in reviews:
        if one.session is None or one.start is None:
            continue
        effort = None if one.past is None else one.past.rpe
        if one.pairing is Pairing.UNPLANNED and effort is not None and effort >= HARD_RPE:
            found.append(Change(ChangeKind.UNPLANNED_HARD, one.start, one.session, f"effort {effort:g} of 10"))
        beside = _beside(one, reviews)
        if one.pairing is Pairing.MOVED and one.planned_day is not None and one.day > one.planned_day and beside:
            seen = f"meant for {one.planned_day:%A}, done beside {beside}"
            found.append(Change(ChangeKind.MAKE_UP, one.start, one.session, seen))
    return found


def _beside(moved: ReviewSummary, reviews: tuple[ReviewSummary, ...]) -> str | None:
    """What else was done on the day that a session was moved to, in words."""
    others = [one for one in reviews if one.session not in (None, moved.session) and one.day == moved.day]
    work = next((one for one in others if one.intent is not Intent.REST), None)
    if work is None:
        return None
    return f"“{work.title}”" if work.title else "another session"


def _harder_plans(setting: Setting, first: date, last: date) -> list[Change]:
    """Moments at which the plan in use came to ask for clearly more over its next week than the one before it."""
    found = []
    for before, after in pairwise(dated_plans(setting)):
        at = after.version.used_from
        day = _day(setting, at)
        if not first <= day <= last:
            continue
        was, now = _asked(before, day), _asked(after, day)
        if now > HARDER * was > 0:
            seen = f"up to {now:.0f} in place of {was:.0f} CR10·min over {PLANNED_DAYS} days"
            found.append(Change(ChangeKind.HARDER_PLAN, at, seen=seen))
    return found


def _asked(plan: DatedPlan, day: date) -> float:
    """The most load, in CR10·min, that a plan asks for in the seven days from `day` on."""
    days = (day + timedelta(days=offset) for offset in range(PLANNED_DAYS))
    return sum(load_asked(one).ceiling or 0.0 for one_day in days for one in plan.on(one_day) if not one.optional)
