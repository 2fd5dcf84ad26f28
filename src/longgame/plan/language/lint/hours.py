"""A week or a day that asks for more time than the plan says there is."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.model import WEEKDAYS, Available, Entry
from longgame.plan.planned import PlannedSession
from longgame.plan.timeline import Stretch, available_minutes
from longgame.plan.volume import duration_s


def _find(seen: Seen) -> Iterator[Found]:
    for stretch in seen.stretches:
        inside = [one for one in seen.training_of(stretch) if not one.optional]
        holders = (stretch.entry, *(() if stretch.season is None else (stretch.season,)))
        for holder in holders:
            if any(isinstance(child.content, Available) for child in holder.children):
                yield from _weeks(holder, stretch, inside)
                yield from _days(holder, inside)
                break


def _weeks(holder: Entry, stretch: Stretch, sessions: list[PlannedSession]) -> Iterator[Found]:
    line = next((child for child in holder.children if isinstance(child.content, Available)), None)
    limit = line.content.week if line is not None and isinstance(line.content, Available) else None
    if line is None or limit is None or stretch.block.cycle_days != 7:
        return
    most, least = limit.interval.ceiling, limit.interval.floor
    for week in range(1, stretch.weeks + 1):
        days = set(stretch.days_of(week))
        spans = [duration_s(session) for session in sessions if session.day in days]
        floor, ceiling = sum(span.floor or 0.0 for span in spans), sum(span.ceiling or 0.0 for span in spans)
        if most is not None and floor > most:
            message = f"week {week} asks for {_hours(floor)} at least, there are {_hours(most)}"
            yield Found(line.span, message, "take something out, or say that there is more time")
        elif least is not None and len(days) == 7 and spans and ceiling < least / 2:
            message = f"week {week} asks for {_hours(ceiling)} at most, {_hours(least)} are set aside"
            yield Found(line.span, message, "put something in, or say that there is less time")


def _days(holder: Entry, sessions: list[PlannedSession]) -> Iterator[Found]:
    minutes = available_minutes(holder.children)
    if not minutes:
        return
    for session in sessions:
        there = minutes.get(session.day.weekday(), 0.0)
        needed = (duration_s(session).floor or 0.0) / 60
        if needed > there:
            name = WEEKDAYS[session.day.weekday()]
            message = f"{session.title} takes {needed:.0f} min at least, {name} has {there:.0f}"
            yield Found(session.span, message, "put it on a day with more time, or make it shorter")


def _hours(seconds: float) -> str:
    return f"{seconds / 3600:.1f} h"


RULE = Rule(
    LintCode.HOURS,
    Severity.WARNING,
    "the time asked for is not there",
    "A plan that does not fit the week is missed before it begins.",
    Grade.LOGIC,
    "the plan's own numbers; sets without a stated rest count 90 s of it, reps 3 s each (conventions)",
    _find,
)
