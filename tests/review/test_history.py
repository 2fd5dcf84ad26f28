"""The past as one review needs it: only one's own, only before the day, in windows whose ends are days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from longgame.kernel.ids import AthleteId, SessionId
from longgame.kernel.sport import MovementPattern, Sport
from longgame.review.history import NO_HISTORY, History, PastSession, summarise

ME, OTHER = AthleteId("me"), AthleteId("other")
ON = date(2026, 3, 5)
"""A Thursday."""
PUSH, PULL = MovementPattern.PUSH, MovementPattern.PULL


def past(days_ago: int, athlete: AthleteId = ME, sport: Sport = Sport.RUN, **more: object) -> PastSession:
    """One session so many days before."""
    return PastSession(athlete, SessionId(f"s{days_ago}{athlete}{more}"), ON - timedelta(days=days_ago), sport, **more)  # type: ignore[arg-type]  # fields by name


def test_only_ones_own_sessions_before_the_day_count_six_weeks_back() -> None:
    sessions = [past(0), past(1), past(42), past(43), past(2, OTHER), past(-1)]
    assert [one.day for one in summarise(ME, ON, sessions).recent] == [ON - timedelta(days=42), ON - timedelta(days=1)]
    assert summarise(ME, ON, [past(2, OTHER)]) == NO_HISTORY


def test_the_usual_is_the_median_of_four_and_more() -> None:
    loads = [
        past(n, load_au=load, rpe=float(n), clean_share=0.1 * n) for n, load in ((1, 100.0), (2, 200.0), (3, 300.0))
    ]
    assert summarise(ME, ON, loads).usual_load_au is None
    more = summarise(ME, ON, [*loads, past(4, load_au=900.0, rpe=4.0, clean_share=0.4), past(5)])
    assert (more.usual_load_au, more.usual_rpe) == (250.0, 2.5)
    assert more.usual_clean_share == pytest.approx(0.25)


def test_the_longest_is_of_thirty_days_and_of_its_sport() -> None:
    sessions = [
        past(30, duration_s=5000.0, distance_m=9000.0),
        past(3, duration_s=4000.0, distance_m=12000.0),
        past(31, duration_s=9000.0, distance_m=30000.0),
        past(4, sport=Sport.RIDE, duration_s=7000.0),
    ]
    got = summarise(ME, ON, sessions)
    assert (got.longest(Sport.RUN), got.farthest(Sport.RUN)) == (5000.0, 12000.0)
    assert (got.longest(Sport.RIDE), got.farthest(Sport.RIDE), got.longest(Sport.SWIM)) == (7000.0, None, None)


def test_failures_are_counted_from_monday_on() -> None:
    monday, sunday = past(3, failures=((PUSH, 2), (PULL, 1))), past(4, failures=((PUSH, 5),))
    got = summarise(ME, ON, [monday, sunday, past(1, failures=((PUSH, 1),))])
    assert got.week_failures == tuple(sorted(((PUSH, 3), (PULL, 1)), key=lambda one: one[0].value))
    assert (got.failures_this_week(PUSH), got.failures_this_week(PULL)) == (3, 1)
    assert History().failures_this_week(PUSH) == 0


def test_sessions_of_one_day_stand_in_one_order_whatever_order_they_came_in() -> None:
    a = PastSession(ME, SessionId("a"), ON - timedelta(days=1), Sport.RUN)
    b = PastSession(ME, SessionId("b"), ON - timedelta(days=1), Sport.RUN)
    assert summarise(ME, ON, [b, a]) == summarise(ME, ON, [a, b])
    assert summarise(ME, ON, [b, a]).recent == (a, b)
