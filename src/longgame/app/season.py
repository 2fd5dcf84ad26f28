"""The season at a glance: every day of the plan that stands, week by week, and the promises kept so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from longgame.app.calendar_days import CalendarDay, calendar_days
from longgame.app.pictures.tiny_band import Standing
from longgame.app.promises import dated_plans
from longgame.app.setting import Setting

KEPT = frozenset({Standing.INSIDE, Standing.BEYOND, Standing.SHORT, Standing.DONE, Standing.REST_KEPT})
BROKEN = frozenset({Standing.MISSED, Standing.REST_BROKEN})
MOST_WEEKS = 30
"""Longer seasons show the weeks around today."""


@dataclass(frozen=True, slots=True)
class SeasonWeek:
    """One week from its Monday, with the promises kept of those that were due in it so far."""

    monday: date
    days: tuple[CalendarDay, ...]
    kept: int
    due: int


@dataclass(frozen=True, slots=True)
class Season:
    """The weeks of a season, in order; none where no plan speaks of today."""

    weeks: tuple[SeasonWeek, ...]

    @property
    def kept(self) -> int:
        """Promises kept so far, rest days among them."""
        return sum(one.kept for one in self.weeks)

    @property
    def due(self) -> int:
        """Promises that were due so far."""
        return sum(one.due for one in self.weeks)


def season_of(setting: Setting) -> Season:
    """The season of the plan in use that covers today, from its first week with anything in it to its last."""
    today = setting.today
    covering = [plan for plan in dated_plans(setting) if plan.covers(today)]
    if not covering:
        return Season(())
    this = _monday(today)
    half = timedelta(weeks=MOST_WEEKS // 2)
    first = max(_monday(covering[-1].first), this - half)
    last = min(_monday(covering[-1].last), this + half)
    days = calendar_days(setting, first, last + timedelta(days=6))
    weeks = [_week(days[at : at + 7]) for at in range(0, len(days), 7)]
    filled = [number for number, week in enumerate(weeks) if any(day.entries for day in week.days)]
    return Season(tuple(weeks[filled[0] : filled[-1] + 1])) if filled else Season(())


def _week(days: tuple[CalendarDay, ...]) -> SeasonWeek:
    standings = [entry.standing for day in days for entry in day.entries]
    kept, broken = (sum(one in group for one in standings) for group in (KEPT, BROKEN))
    return SeasonWeek(days[0].day, days, kept, kept + broken)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
