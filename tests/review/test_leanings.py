"""Which way a day missed what was asked, beyond it or short of it; which of a day's sessions was the planned one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from longgame.kernel.ids import PlannedId, SessionId
from longgame.plan.planned import PlannedSession, StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.record.session import Session
from longgame.record.sets import SetKind
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.model import Manner
from longgame.review.pairing import pair
from tests.review.test_alignment_of_efforts import thrice
from tests.strategies.build import bound, done, effort, felt, lift, lifted, plan, recorded, session

REPS = plan(Intent.INTERVALS, *thrice(bound(Quantity.SPEED, 4, 4)))
BAND = plan(Intent.THRESHOLD, *thrice(bound(Quantity.POWER, 240, 260)))
EASY = plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 2400, bound(Quantity.HEART_RATE, 120, 140)))
PRESS = plan(
    Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 10), bound(Quantity.LOAD, 60, 60), bound(Quantity.RIR, 1, 3))
)


def rep(*speed: float) -> Session:
    """Three repetitions at these metres per second."""
    first, second, third = speed
    levels = [(600, 2.5), (240, first), (120, 2), (240, second), (120, 2), (240, third), (300, 2.5)]
    return recorded(speed=levels, noise=0.0)


def ride(*power: float) -> Session:
    """Three repetitions at these watts."""
    first, second, third = power
    levels = [(600, 150), (240, first), (120, 120), (240, second), (120, 120), (240, third), (300, 150)]
    return recorded(power=levels, noise=0.0)


def pressed(*sets: tuple[int, float, float]) -> Session:
    """Sets of bench press: reps, kilograms, reps in reserve."""
    return lifted(*[done("Bench Press", reps, kg, rir) for reps, kg, rir in sets])


@pytest.mark.parametrize(
    ("planned", "was", "effort_said", "manner"),
    [
        (REPS, rep(4, 4, 4), 8, Manner.WITHIN),
        (REPS, rep(4.4, 4, 4), 8, Manner.BEYOND),
        (REPS, rep(4.4, 3.6, 3.5), 8, Manner.BEYOND),
        (REPS, rep(4, 4, 3.6), 8, Manner.SHORT),
        (REPS, rep(4, 4.4, 3.6), 8, Manner.SHORT),
        (REPS, rep(4, 4.4, 4.4), 8, Manner.BEYOND),
        (REPS, rep(4, 4, 2.2), 8, Manner.SHORT),
        (REPS, rep(4, 4, 4), 10, Manner.BEYOND),
        (REPS, rep(4, 4, 4), 4, Manner.SHORT),
        (BAND, ride(250, 250, 250), 6, Manner.WITHIN),
        (BAND, ride(290, 290, 290), 6, Manner.BEYOND),
        (BAND, ride(215, 215, 215), 6, Manner.SHORT),
        (BAND, ride(250, 250, 130), 6, Manner.SHORT),
        (EASY, recorded(hr=[(2400, 130)], noise=0.0), 3, Manner.WITHIN),
        (EASY, recorded(hr=[(2400, 155)], noise=0.0), 3, Manner.BEYOND),
        (EASY, recorded(hr=[(1200, 130)], noise=0.0), 3, Manner.SHORT),
        (EASY, recorded(hr=[(5400, 130)], noise=0.0), 3, Manner.BEYOND),
        (PRESS, pressed(*[(8, 60, 2)] * 3), 7, Manner.WITHIN),
        (PRESS, pressed(*[(8, 60, 2)] * 6), 7, Manner.BEYOND),
        (PRESS, pressed(*[(8, 60, 2)] * 1), 7, Manner.SHORT),
        (PRESS, pressed(*[(8, 60, 0)] * 3), 7, Manner.BEYOND),
        (PRESS, pressed(*[(8, 60, 6)] * 3), 7, Manner.SHORT),
        (PRESS, pressed(*[(8, 75, 2)] * 3), 7, Manner.BEYOND),
        (PRESS, pressed(*[(8, 48, 2)] * 3), 7, Manner.SHORT),
        (PRESS, pressed(*[(16, 60, 2)] * 3), 7, Manner.BEYOND),
        (PRESS, pressed(*[(3, 60, 2)] * 3), 7, Manner.SHORT),
        (PRESS, lifted(*[done("Bench Press", 8, 60, kind=SetKind.FAILURE)] * 3), 7, Manner.BEYOND),
    ],
)
def test_a_day_missed_to_one_side(planned: PlannedSession, was: Session, effort_said: float, manner: Manner) -> None:
    assert review(Case(planned, was, felt(effort_said))).manner is manner


RUN = plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 2400))


def at(name: str, hour: int, minute: int = 0, **more: object) -> Session:
    """A run of forty minutes that began then."""
    return session(id=SessionId(name), start=datetime(2026, 3, 5, hour, minute, tzinfo=UTC), duration_s=2400.0, **more)


def chosen(planned: PlannedSession, *sessions: Session) -> str | None:
    """The session that was taken for the planned one."""
    found = pair([planned], sessions, zone=UTC)
    return next((one.session.id for one in found if one.planned is not None and one.session is not None), None)


@pytest.mark.parametrize(
    ("when", "sessions", "expected"),
    [
        (time(18, 30), (at("early", 7), at("late", 18, 20)), "late"),
        (time(7, 10), (at("early", 7), at("late", 18, 20)), "early"),
        (time(12, 0), (at("near", 13, 30), at("nearer", 10, 50)), "nearer"),
        (time(12, 0), (at("first", 13, 30), at("second", 13, 35)), "first"),
        (time(20, 0), (at("first", 3), at("second", 4)), "first"),
        (None, (at("early", 7), at("late", 18, 20)), "early"),
        (time(18, 30), (at("early", 7), at("late", 18, 20, start_known=False)), "early"),
    ],
)
def test_the_time_of_day_decides_between_like_sessions(
    when: time | None, sessions: tuple[Session, ...], expected: str
) -> None:
    assert chosen(replace(RUN, at=when), *sessions) == expected


@pytest.mark.parametrize(
    ("title", "expected"), [("Morning easy run", "titled"), ("Base", "first"), ("", "first"), (None, "first")]
)
def test_a_title_that_names_the_plan_decides(title: str | None, expected: str) -> None:
    planned = replace(RUN, title="Easy run")
    assert chosen(planned, at("first", 7), at("titled", 18, title=title)) == expected


def test_length_decides_between_sessions_of_a_day() -> None:
    short, long = at("short", 7), replace(at("long", 18), duration_s=7200.0)
    assert chosen(RUN, replace(short, duration_s=600.0), long) == "long"
    assert chosen(replace(RUN, id=PlannedId("q")), short, long) == "short"
