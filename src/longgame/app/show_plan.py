"""A plan as weeks a person can read: each session on its day, with its purpose, its steps and its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from longgame.app.own_numbers import anchors_on
from longgame.app.own_words import own_words, readings
from longgame.app.setting import Setting
from longgame.kernel.ids import content_hash
from longgame.plan.calendar import Move, Unfolded, unfold
from longgame.plan.planned import PlannedSession
from longgame.purpose.intent import Intent


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """One week of a plan that has sessions: its number among them, its Monday, and its sessions in order."""

    number: int
    monday: date
    sessions: tuple[PlannedSession, ...]


def weeks_of(setting: Setting, text: str) -> tuple[PlanWeek, ...]:
    """The weeks of a plan text as they stand now: with the athlete's present numbers, what was earned so far, and
    moves. A plan without dates starts today."""
    return as_weeks(tuple(one.session for one in days_of(setting, text)))


def days_of(setting: Setting, text: str) -> tuple[Unfolded, ...]:
    """The sessions of a plan text as they stand now, in order, each in the words of its week too."""
    profile, done = setting.journal.days.profile(), setting.so_far(setting)
    moves = [Move(one.planned, one.day) for one in setting.journal.plans.moves()]
    found: list[Unfolded] = []
    for reading in readings(text, own_words(setting).used_by(text)):
        made = unfold(
            reading.plan,
            content_hash(text.encode("utf-8")),
            lambda day: anchors_on(profile, day, done.last_loads(day)),
            athlete=setting.journal.athlete,
            start=setting.today,
            moves=moves,
            outcomes=done.outcomes,
        )
        found += [one for one in made if reading.first <= one.session.day <= reading.last]
    return tuple(found)


def as_weeks(sessions: tuple[PlannedSession, ...]) -> tuple[PlanWeek, ...]:
    """Sessions gathered by calendar week."""
    by_week = groupby(sorted(sessions, key=lambda one: one.day), key=lambda one: _monday(one.day))
    return tuple(PlanWeek(number, monday, tuple(group)) for number, (monday, group) in enumerate(by_week, 1))


def plan_to_json(weeks: list[PlanWeek]) -> list[dict[str, Any]]:
    """The weeks as documented JSON."""
    return [
        {"week": week.number, "monday": week.monday.isoformat(), "sessions": [_session(one) for one in week.sessions]}
        for week in weeks
    ]


def _session(one: PlannedSession) -> dict[str, Any]:
    return {
        "id": one.id,
        "day": one.day.isoformat(),
        "title": one.title,
        "intent": one.intent.value,
        "why": [link.text for link in one.why],
        "steps": [step.written for step in one.steps],
        "session_targets": [target.written for target in one.targets],
    }


def plan_words(weeks: list[PlanWeek]) -> list[str]:
    """The weeks as lines of text."""
    return [line for week in weeks for line in _week_words(week)] or ["This plan has no sessions."]


def _week_words(week: PlanWeek) -> list[str]:
    sunday = week.monday + timedelta(days=6)
    lines = [f"Week {week.number}, {week.monday.isoformat()} to {sunday.isoformat()}"]
    for one in week.sessions:
        if one.intent is Intent.REST:
            lines.append(f"  {one.day:%a %d}  rest")
            continue
        lines.append(f"  {one.day:%a %d}  {one.title} — {one.intent.value.replace('_', ' ')}")
        lines += [f"          {link.text}" for link in one.why[:1]]
        lines += [f"            {step.written}" for step in one.steps]
        lines += [f"            in all {target.written}" for target in one.targets]
    return [*lines, ""]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
