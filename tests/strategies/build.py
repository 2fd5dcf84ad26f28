"""Plans, records and cases by hand, in one line each: what tests and golden cases are written with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

import numpy as np

from longgame.kernel.ids import THE_ATHLETE, ContentHash, PlannedId, SessionId
from longgame.kernel.interval import Interval
from longgame.kernel.spans import TextSpan
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.plan.planned import (
    EffortStep,
    PlannedSession,
    PlannedStep,
    SetScheme,
    SetsStep,
    StepRole,
    Target,
)
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.intent import Intent
from longgame.record.reflection import After, Before, Reflection
from longgame.record.session import Session
from longgame.record.sets import Form, SetKind, StrengthSet
from longgame.record.streams import Streams

DAY = date(2026, 3, 5)
START = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)
HERE = TextSpan(1, 1, 1, 2)


def bound(quantity: Quantity, floor: float | None, ceiling: float | None) -> Target:
    """A resolved target."""
    return Target(f"{quantity.word} {floor}..{ceiling}", Bounds(quantity, Interval(floor, ceiling)))


def effort(
    number: int,
    role: StepRole,
    floor: float | None = None,
    ceiling: float | None = None,
    *targets: Target,
    metres: bool = False,
    all_out: bool = False,
    until: str | None = None,
    sport: Sport | None = Sport.RUN,
) -> EffortStep:
    """A step of time (or distance); without a floor it is open."""
    quantity = Quantity.DISTANCE if metres else Quantity.DURATION
    size = None if floor is None else Bounds(quantity, Interval(floor, ceiling if ceiling is not None else floor))
    return EffortStep(number, role, sport, size, targets, "step", HERE, all_out=all_out, until=until)


def lift(
    number: int,
    exercise: str,
    sets: int,
    reps: tuple[int, int] | None,
    *targets: Target,
    role: StepRole = StepRole.WORK,
    scheme: SetScheme = SetScheme.STRAIGHT,
    most_sets: int | None = None,
    until: str | None = None,
) -> SetsStep:
    """Sets of one exercise."""
    asked = None if reps is None else Interval(*reps)
    count = Interval(sets, most_sets if most_sets is not None else sets)
    return SetsStep(number, role, exercise, count, asked, None, None, targets, "sets", HERE, scheme, until=until)


def plan(intent: Intent, *steps: PlannedStep, **more: object) -> PlannedSession:
    """A planned session on the usual day; `more` are further fields of it."""
    fields: dict[str, object] = {
        "id": PlannedId("p"),
        "plan": ContentHash("0" * 64),
        "day": DAY,
        "original_day": DAY,
        "title": intent.value.replace("_", " ").capitalize(),
        "why": (),
        "span": HERE,
    }
    return PlannedSession(intent=intent, steps=tuple(steps), **{**fields, **more})  # type: ignore[arg-type]  # fields by name, checked at run time


def column(parts: Sequence[tuple[float, float]], noise: float = 0.0, seed: int = 7) -> np.ndarray:
    """A 1 Hz column: (seconds, level) after each other, with a little noise as a share of the level."""
    levels = np.concatenate([np.full(round(seconds), level, dtype=float) for seconds, level in parts])
    return levels * (1 + noise * np.random.default_rng(seed).normal(size=len(levels)))


HEART_LAG_S = 15.0
"""A heart follows what is asked of it about so late."""


def beating(parts: Sequence[tuple[float, float]], noise: float) -> np.ndarray:
    """A heart rate of so many beats for so many seconds after each other, which no heart leaps between."""
    asked = column(parts)
    followed = np.empty(len(asked))
    at = asked[0]
    for second, beats in enumerate(asked):
        at += (beats - at) / HEART_LAG_S
        followed[second] = at
    return followed * column([(len(asked), 1.0)], noise)


def recorded(
    sport: Sport = Sport.RUN,
    hr: Sequence[tuple[float, float]] | None = None,
    speed: Sequence[tuple[float, float]] | None = None,
    power: Sequence[tuple[float, float]] | None = None,
    noise: float = 0.01,
    **more: object,
) -> Session:
    """A session with 1 Hz streams, each channel given as (seconds, level) pieces; a heart follows them late."""
    columns = {
        name: beating(parts, noise) if name == "hr_bpm" else column(parts, noise)
        for name, parts in (("hr_bpm", hr), ("speed_m_s", speed), ("power_w", power))
        if parts is not None
    }
    length = min(len(values) for values in columns.values())
    streams = Streams(np.arange(length, dtype=float), **{name: values[:length] for name, values in columns.items()})
    distance = None if "speed_m_s" not in columns else float(columns["speed_m_s"][:length].sum())
    return session(sport, streams=streams, duration_s=float(length), distance_m=distance, **more)


def session(sport: Sport = Sport.RUN, **more: object) -> Session:
    """A session on the usual day; `more` are further fields of it."""
    fields: dict[str, object] = {
        "id": SessionId("s"),
        "athlete": THE_ATHLETE,
        "start": START,
        "local_day": DAY,
        "sources": (),
    }
    return Session(sport=sport, **{**fields, **more})  # type: ignore[arg-type]  # fields by name, checked at run time


def done(
    exercise: str,
    reps: int | None = None,
    kg: float | None = None,
    rir: float | None = None,
    form: Form | None = None,
    kind: SetKind = SetKind.WORK,
    **more: object,
) -> StrengthSet:
    """One logged set."""
    load = None if kg is None else Amount(Decimal(str(kg)), Unit.KILOGRAM)
    return StrengthSet(exercise, reps, load, kind, rir, form=form, **more)  # type: ignore[arg-type]  # fields by name, checked at run time


def lifted(*sets: StrengthSet, **more: object) -> Session:
    """A strength session of an hour."""
    return session(Sport.STRENGTH, sets=sets, duration_s=3600.0, **more)


def felt(effort: float | None = None, **more: object) -> Reflection:
    """What was said after the session."""
    return Reflection(after=After(START, effort=effort, **more))  # type: ignore[arg-type]  # fields by name, checked at run time


def announced(effort: float | None = None, **more: object) -> Reflection:
    """What was said before the session, and the effort after it."""
    return Reflection(before=Before(START, **more), after=After(START, effort=effort))  # type: ignore[arg-type]  # fields by name, checked at run time
