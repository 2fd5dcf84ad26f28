"""What was promised on which day: planned sessions, frozen from the plan text that was in force then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from longgame.app.own_numbers import anchors_on
from longgame.app.setting import Setting
from longgame.kernel.clock import local_date
from longgame.plan.calendar import Move, resolve
from longgame.plan.language import parse
from longgame.plan.model import Plan
from longgame.plan.planned import PlannedSession
from longgame.store.entries import PlanVersion

NO_STARTS: Mapping[date, datetime] = {}


@dataclass(frozen=True, slots=True)
class DatedPlan:
    """One version of the plan with its sessions on their days, and the stretch of days it speaks of."""

    version: PlanVersion
    by_day: Mapping[date, tuple[PlannedSession, ...]]
    first: date
    last: date

    def covers(self, day: date) -> bool:
        """Whether the plan says anything about the time around `day`."""
        return self.first <= day <= self.last

    def on(self, day: date) -> tuple[PlannedSession, ...]:
        """What stands on one day."""
        return self.by_day.get(day, ())


def promised(
    plans: tuple[DatedPlan, ...], first: date, last: date, zone: tzinfo, started: Mapping[date, datetime] = NO_STARTS
) -> tuple[PlannedSession, ...]:
    """The planned sessions of first..last, each day from the version that was in force when its training started.

    `started` gives the moment of the first recorded session of a day; on other days the day's end decides. A day for
    which no version had been in use is judged against the first later one that covers it: nothing had been promised
    otherwise, and a plan written down late is better than none. A session that a later version moves into such a day
    does not appear twice.
    """
    chosen: list[PlannedSession] = []
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        moment = started.get(day) or datetime.combine(day, time.max, zone)
        plan = in_force(plans, day, moment)
        if plan is not None:
            chosen += plan.on(day)
    return tuple({session.id: session for session in chosen}.values())


def in_force(plans: tuple[DatedPlan, ...], day: date, moment: datetime) -> DatedPlan | None:
    """The latest version used by `moment` that covers `day`, else the earliest later one that does."""
    covering = [plan for plan in plans if plan.covers(day)]
    earlier = [plan for plan in covering if plan.version.used_from <= moment]
    return earlier[-1] if earlier else next(iter(covering), None)


def dated_plans(setting: Setting) -> tuple[DatedPlan, ...]:
    """Every version ever used, resolved for this athlete, in the order of use."""
    profile = setting.journal.days.profile()
    moves = [Move(move.planned, move.day) for move in setting.journal.plans.moves()]
    found = []
    for version in setting.journal.plans.history():
        sessions = resolve(
            parsed(version.text),
            version.hash,
            lambda day: anchors_on(profile, day),
            athlete=setting.journal.athlete,
            start=local_date(version.used_from, setting.zone),
            moves=moves,
        )
        if sessions:
            found.append(_dated(version, sessions))
    return tuple(found)


def _dated(version: PlanVersion, sessions: tuple[PlannedSession, ...]) -> DatedPlan:
    by_day: dict[date, tuple[PlannedSession, ...]] = {}
    for one in sessions:
        by_day[one.day] = (*by_day.get(one.day, ()), one)
    days = [one.original_day for one in sessions]
    return DatedPlan(version, by_day, min(days), max(days))


@lru_cache(maxsize=32)
def parsed(text: str) -> Plan:
    """The plan that a text says, as far as it can be understood."""
    return parse(text).plan
