"""What the last weeks asked for, beside the athlete's own usual: effort, its rhythm, single long runs, hard sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from longgame.growth.lifts import Own
from longgame.kernel.movement.names import find_exercise
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.load import (
    Involvement,
    PatternSets,
    fractional_hard_sets,
    longest_before,
    monotony,
    own_rank,
    recent_load,
    session_rpe_load,
    session_spike,
    strain,
    usual_load,
)
from longgame.record.session import Session
from longgame.record.streams import FloatColumn

WEEK, SHOWN_DAYS, PAST_WEEKS = 7, 28, 52
SPIKE_FROM = 0.1
"""Runs up to a tenth longer than the longest of 30 days were the reference group of the study."""


@dataclass(frozen=True, slots=True)
class Spike:
    """One run that went well beyond the longest of the 30 days before it, in metres, and by which share."""

    day: date
    distance_m: float
    longest_m: float
    excess: float


@dataclass(frozen=True, slots=True)
class Load:
    """The load of a week and its surroundings, in CR10 × minutes.

    `daily` holds the last 28 days, oldest first. `recent` and `usual` are averages over about a week and six weeks, per
    day; they are neither fatigue nor fitness. Ranks are shares of the athlete's own earlier weeks that lay below.
    `not_counted` are sessions of the 28 days without an effort or a length.
    """

    on: date
    daily: tuple[float, ...]
    week: float
    recent: float
    usual: float
    monotony: float | Unknown
    monotony_rank: float | Unknown
    strain: float | Unknown
    strain_rank: float | Unknown
    spikes: tuple[Spike, ...]
    patterns: tuple[PatternSets, ...]
    muscles: tuple[PatternSets, ...]
    not_counted: int


def load_on(
    sessions: Sequence[Session], efforts: Sequence[tuple[Session, float]], on: date, own: Own | None = None
) -> Load | Unknown:
    """The load of the seven days that end with `on`; Unknown before the first session."""
    done = [session for session in sessions if session.local_day <= on]
    if not done:
        return Unknown("nothing has been done yet")
    first = min(session.local_day for session in done)
    first = min(first, on - timedelta(SHOWN_DAYS - 1))
    daily = np.zeros((on - first).days + 1)
    counted = set()
    for session, felt in efforts:
        seconds = session.moving_s or session.duration_s
        if seconds and session.local_day <= on:
            counted.add(session.id)
            daily[(session.local_day - first).days] += session_rpe_load(felt, seconds / 60.0)
    week = daily[-WEEK:]
    sameness, strained = monotony(week), strain(week)
    sets = [one for session in done if session.local_day > on - timedelta(WEEK) for one in session.sets]
    shown = [session for session in done if session.local_day > on - timedelta(SHOWN_DAYS)]
    return Load(
        on=on,
        daily=tuple(daily[-SHOWN_DAYS:].tolist()),
        week=float(week.sum()),
        recent=float(recent_load(daily)[-1]),
        usual=float(usual_load(daily)[-1]),
        monotony=sameness,
        monotony_rank=_rank(sameness, _weeks(daily, monotony)),
        strain=strained,
        strain_rank=_rank(strained, _weeks(daily, strain)),
        spikes=spikes(done, on),
        patterns=fractional_hard_sets(sets, {s.exercise: _pattern(s.exercise, own) for s in sets}),
        muscles=fractional_hard_sets(sets, {s.exercise: _muscles(s.exercise, own) for s in sets}),
        not_counted=sum(session.id not in counted for session in shown),
    )


def spikes(sessions: Sequence[Session], on: date) -> tuple[Spike, ...]:
    """Runs of the last seven days more than a tenth longer than the longest run of the 30 days before each."""
    runs = [s for s in sessions if s.sport is Sport.RUN and s.distance_m and s.local_day <= on]
    days, amounts = tuple(s.local_day for s in runs), np.array([s.distance_m or 0.0 for s in runs])
    found = []
    for run in runs:
        longest = longest_before(days, amounts, run.local_day)
        if run.local_day > on - timedelta(WEEK) and not isinstance(longest, Unknown) and run.distance_m:
            excess = session_spike(run.distance_m, longest)
            if excess > SPIKE_FROM:
                found.append(Spike(run.local_day, run.distance_m, longest, excess))
    return tuple(found)


def _weeks(daily: FloatColumn, measure: Callable[[FloatColumn], float | Unknown]) -> FloatColumn:
    """A measure of each earlier week of the last year, counted back from the present one; NaN where it has no value."""
    ends = range(len(daily) - WEEK, WEEK - 1, -WEEK)
    values = [measure(daily[end - WEEK : end]) for end in list(ends)[:PAST_WEEKS]]
    return np.array([np.nan if isinstance(value, Unknown) else value for value in values], dtype=np.float64)


def _rank(value: float | Unknown, past: FloatColumn) -> float | Unknown:
    return value if isinstance(value, Unknown) else own_rank(value, past)


def _pattern(name: str, own: Own | None) -> Involvement:
    exercise = find_exercise(name, own)
    return Involvement(()) if exercise is None or exercise.pattern is None else Involvement((exercise.pattern.value,))


def _muscles(name: str, own: Own | None) -> Involvement:
    exercise = find_exercise(name, own)
    if exercise is None:
        return Involvement(())
    return Involvement(tuple(m.value for m in exercise.primary), tuple(m.value for m in exercise.secondary))
