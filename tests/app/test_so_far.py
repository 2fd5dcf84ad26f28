"""Plans move on by what reviews say: progress is earned, a miss neither helps nor hurts, last loads are looked up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from longgame.app.promises import dated_plans
from longgame.app.review_session import review_which
from longgame.app.setting import Setting
from longgame.app.show_plan import weeks_of
from longgame.app.so_far import KIND, so_far
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.plan.planned import EffortStep, SetsStep
from longgame.review.model import Verdict
from tests.app.made import lifted, ride, steady

RIDES = """longgame plan 1

season "Autumn"  2026-10-26 .. 2026-11-29
  goal easy "Ride easily for an hour"
    why "To come home fresh."

block "Base"  5 weeks  serves easy
  Tue "Easy ride" base for easy
    60 min ride hr 110..140 bpm
      progress +10 min when served
"""
LIFTS = """longgame plan 1

season "Autumn"  2026-11-02 .. 2026-11-29
  goal squat "Squat well"

block "Base"  4 weeks  serves squat
  Mon "Squats" strength for squat
    Squat  3 x 5 @ last +2.5 kg
"""
TUESDAYS = ("2026-10-27", "2026-11-03", "2026-11-10", "2026-11-17", "2026-11-24")


@pytest.fixture
def coached(setting: Setting) -> Setting:
    """The journal of late November, its plans moved on by reviews."""
    moment = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    return replace(setting, clock=FixedClock(moment), so_far=so_far)


def begun(setting: Setting, text: str) -> None:
    use_plan(setting, "autumn", text, datetime(2026, 10, 25, tzinfo=UTC))


def minutes(setting: Setting) -> list[float]:
    """What each Tuesday asks for."""
    (plan,) = dated_plans(setting)
    steps = [plan.on(date.fromisoformat(day))[0].steps[0] for day in TUESDAYS]
    return [step.size.interval.floor / 60 for step in steps if isinstance(step, EffortStep) and step.size]


def test_nothing_moves_before_anything_was_done(coached: Setting) -> None:
    begun(coached, RIDES)
    assert minutes(coached) == [60, 60, 60, 60, 60]


def test_each_ride_that_served_moves_the_next_one_on(coached: Setting) -> None:
    begun(coached, RIDES)
    for day, long in zip(TUESDAYS[:3], (60, 70, 80), strict=True):
        coached.journal.sessions.put(ride(day, steady(128), long))
    assert minutes(coached) == [60, 70, 80, 90, 90]
    (reviewed,) = review_which(coached, TUESDAYS[2])
    assert reviewed.review.verdict is Verdict.SERVED


def test_a_ride_that_did_not_serve_and_a_missed_one_move_nothing(coached: Setting) -> None:
    begun(coached, RIDES)
    coached.journal.sessions.put(ride(TUESDAYS[0], steady(168), 60))
    coached.journal.sessions.put(ride(TUESDAYS[2], steady(128), 60))
    assert minutes(coached) == [60, 60, 60, 70, 70]


def test_the_answer_does_not_depend_on_what_was_known_before(coached: Setting) -> None:
    begun(coached, RIDES)
    coached.journal.sessions.put(ride(TUESDAYS[1], steady(128), 60))
    first = minutes(coached)
    coached.journal.sessions.put(ride(TUESDAYS[0], steady(168), 60))
    changed = minutes(coached)
    coached.journal.derived.forget_from(date.min)
    for kept in coached.journal.derived.of_kind(KIND):
        coached.journal.derived.save(replace(kept, value=b"true", engine="older"))
    assert (first, changed, minutes(coached)) == ([60, 60, 70, 70, 70], [60, 60, 70, 70, 70], changed)


def test_the_plan_as_shown_has_moved_on_too(coached: Setting) -> None:
    begun(coached, RIDES)
    coached.journal.sessions.put(ride(TUESDAYS[0], steady(128), 60))
    steps = [one.steps[0].written for week in weeks_of(coached, RIDES) for one in week.sessions]
    assert [step.split(" ride")[0] for step in steps] == ["60 min", "70 min", "70 min", "70 min", "70 min"]


def test_the_last_load_is_looked_up_by_exercise_and_day(coached: Setting) -> None:
    begun(coached, LIFTS)
    coached.journal.sessions.put(lifted("2026-11-02", "Squat (Barbell)", (5, 5, 5), "80"))
    coached.journal.sessions.put(lifted("2026-11-16", "Bench Press", (5, 5, 5), "60"))
    (plan,) = dated_plans(coached)
    steps = [plan.on(date(2026, 11, day))[0].steps[0] for day in (2, 9, 23)]
    loads = [step.targets[0].bounds for step in steps if isinstance(step, SetsStep)]
    assert [load and load.interval.floor for load in loads] == [None, 82.5, 82.5]
