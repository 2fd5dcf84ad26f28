"""Sessions made for tests: a ride with a heart rate, a strength log, and the plans they are held against."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

import numpy as np

from longgame.kernel.ids import THE_ATHLETE, ContentHash, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.record.session import Session, Source
from longgame.record.sets import StrengthSet
from longgame.record.streams import FloatColumn, Streams

EASY_PLAN = """longgame plan 1

season "Autumn"  2026-11-02 .. 2026-11-29
  goal easy "Ride easily for an hour"
    why "To come home fresh."

block "Base"  4 weeks  serves easy
  Tue "Easy ride" base for easy
    55..65 min ride hr 110..140 bpm
  Sun rest
"""


def ride(
    day: str, heart_rate: Callable[[FloatColumn], FloatColumn], minutes: float = 60, name: str = "ride"
) -> Session:
    """A ride of one sample a second from 10:00 UTC, its heart rate a function of the seconds."""
    t_s = np.arange(0.0, minutes * 60 + 1)
    start = datetime.fromisoformat(f"{day}T10:00:00").replace(tzinfo=UTC)
    return Session(
        id=SessionId(f"{name}-{day}"),
        athlete=THE_ATHLETE,
        start=start,
        local_day=start.date(),
        sport=Sport.RIDE,
        sources=(Source(ContentHash("0" * 64), "test"),),
        duration_s=minutes * 60,
        moving_s=minutes * 60,
        streams=Streams(t_s, hr_bpm=heart_rate(t_s)),
    )


def steady(bpm: float) -> Callable[[FloatColumn], FloatColumn]:
    """The same heart rate throughout."""
    return lambda t_s: np.full(len(t_s), bpm)


def lifted(day: str, exercise: str, reps: tuple[int, ...], kg: str = "80") -> Session:
    """A strength session of one exercise, every set with two reps in reserve."""
    start = datetime.fromisoformat(f"{day}T18:00:00").replace(tzinfo=UTC)
    sets = tuple(StrengthSet(exercise, one, Amount(Decimal(kg), Unit.KILOGRAM), rir=2) for one in reps)
    return Session(
        id=SessionId(f"lift-{day}"),
        athlete=THE_ATHLETE,
        start=start,
        local_day=start.date(),
        sport=Sport.STRENGTH,
        sources=(Source(ContentHash("1" * 64), "test"),),
        duration_s=3600.0,
        sets=sets,
    )
