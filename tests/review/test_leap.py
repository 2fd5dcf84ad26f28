"""A leap in length is told in what the plan counts in, against the longest of the last thirty days."""

from __future__ import annotations

from fractions import Fraction

import pytest

from longgame.kernel.sport import Sport
from longgame.plan.planned import StepRole
from longgame.purpose.intent import Intent
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.history import History
from longgame.review.model import CriterionResult
from tests.strategies.build import effort, plan, recorded

PAST = History(longest_s=((Sport.RUN, 3600.0),), longest_m=((Sport.RUN, 10000.0),))
BY_CLOCK = plan(Intent.LONG, effort(1, StepRole.WORK, 5400, 5400))
BY_DISTANCE = plan(Intent.LONG, effort(1, StepRole.WORK, 15000, 15000, metres=True))
OPEN = plan(Intent.LONG, effort(1, StepRole.WORK))


def leap(asked: object, seconds: float, speed: float, past: History = PAST) -> CriterionResult:
    """The row on the leap of a run at one speed."""
    got = review(Case(asked, recorded(speed=[(seconds, speed)], noise=0.0), history=past))  # type: ignore[arg-type]  # a plan, by name
    return next(row for row in got.criteria if row.name == "spike")


@pytest.mark.parametrize("speed", [1.5, 2.5, 4.0])
def test_a_plan_by_the_clock_is_a_leap_at_any_pace(speed: float) -> None:
    row = leap(BY_CLOCK, 5400, speed)
    # 90 minutes after 60 are 150 %; the bound is 110 %, and 90 points beyond it the score is gone: 1 - 40/90.
    assert row.value == pytest.approx(1.5)
    assert row.score == Fraction(round(10_000 * (1 - 40 / 90)), 10_000)
    assert row.evidence.sentence == "150% of your longest run of the last 30 days (60 min)."


def test_a_plan_by_distance_is_a_leap_at_any_pace() -> None:
    for speed in (2.0, 4.0):
        row = leap(BY_DISTANCE, 12000 / speed, speed)
        assert row.value == pytest.approx(1.2)
        assert row.evidence.sentence == "120% of your longest run of the last 30 days (10.0 km)."


def test_where_the_plan_is_open_distance_comes_before_time() -> None:
    assert leap(OPEN, 3600, 2.5).value == pytest.approx(0.9)
    only_time = History(longest_s=((Sport.RUN, 3600.0),))
    assert leap(OPEN, 5400, 2.5, only_time).value == pytest.approx(1.5)


def test_what_is_not_known_in_the_unit_of_the_plan_is_not_guessed_from_the_other() -> None:
    row = leap(BY_CLOCK, 5400, 2.5, History(longest_m=((Sport.RUN, 10000.0),)))
    assert row.score is None
    assert row.not_assessed == "no run of the last 30 days is known to compare with"
    assert leap(BY_DISTANCE, 5400, 2.5, History(longest_s=((Sport.RUN, 3600.0),))).score is None


def test_another_sport_is_no_past_of_this_one() -> None:
    rides = History(longest_s=((Sport.RIDE, 3600.0),), longest_m=((Sport.RIDE, 10000.0),))
    assert leap(BY_CLOCK, 5400, 2.5, rides).score is None
