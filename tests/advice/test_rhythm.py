from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.advice.load_asked import load_asked, minutes_asked, most_asked
from longgame.advice.rhythm import rhythm_impact
from longgame.kernel.interval import Interval
from longgame.plan.language import parse
from longgame.purpose.intent import Intent
from tests.advice.planned import week
from tests.strategies.build import done, lift, lifted, plan

DAYS = week()
EASY, COMING = DAYS["Easy"], [DAYS["Short"], DAYS["Rest"], DAYS["Long"]]


def test_the_load_asked_is_effort_times_minutes() -> None:
    assert load_asked(EASY) == Interval(2 * 40, 3 * 50)
    assert load_asked(DAYS["Rest"]) == Interval(0, 0)


@given(st.floats(0, 150))
def test_inside_the_ceiling_there_is_no_impact(done_au: float) -> None:
    assert rhythm_impact(EASY, done_au, COMING) is None


def test_the_overshoot_is_carried_and_fades_by_a_seventh_a_day() -> None:
    impact = rhythm_impact(EASY, 150 + 343, COMING)
    assert impact is not None
    assert [round(one.left_au) for one in impact.carried] == [252, 159]
    assert [one.planned.title for one in impact.carried] == ["Short", "Long"]


def test_the_repair_shortens_the_next_session_it_matters_to() -> None:
    impact = rhythm_impact(EASY, 250, [DAYS["Long"]])
    assert impact is not None
    assert impact.repair is not None
    assert impact.repair.diff == "# 2026-11-21\n- 90..100 min run  rpe 2..4\n+ 75..85 min run  rpe 2..4"


def test_a_session_too_short_to_shorten_is_better_kept_as_rest() -> None:
    impact = rhythm_impact(EASY, 400, COMING)
    assert impact is not None
    assert impact.repair is not None
    assert impact.repair.adaptation == "rest"
    assert impact.repair.says.startswith("keep “Short” on Wednesday 18 November as rest")


@given(st.floats(151, 2000))
def test_the_repair_never_adds_work(done_au: float) -> None:
    impact = rhythm_impact(EASY, done_au, [DAYS["Long"]])
    assert impact is not None
    if impact.repair is None or impact.repair.adaptation in (None, "rest"):
        return
    text = f'longgame plan 1\n\nblock "B" 1 week\n  Sat "Long" long\n    {impact.repair.adaptation}\n'
    assert [one for one in parse(text).diagnostics if one.severity.value == "error"] == []
    low, high = impact.repair.adaptation.split(" min")[0].split("..")
    assert (float(low), float(high)) <= minutes_asked(DAYS["Long"])


@given(st.floats(151, 2000), st.floats(0, 500))
def test_more_overshoot_never_leaves_less(done_au: float, more: float) -> None:
    one, other = rhythm_impact(EASY, done_au, COMING), rhythm_impact(EASY, done_au + more, COMING)
    assert one is not None
    assert other is not None
    assert [a.left_au <= b.left_au for a, b in zip(one.carried, other.carried, strict=True)] == [True, True]


def test_with_nothing_coming_there_is_nothing_to_repair() -> None:
    impact = rhythm_impact(EASY, 400, [])
    assert impact is not None
    assert impact.repair is None
    assert impact.says.endswith("nothing needs to change.")


def test_a_test_day_is_never_shortened() -> None:
    impact = rhythm_impact(DAYS["Long"], 5000, [DAYS["5 km test"]])
    assert impact is not None
    assert impact.repair is None
    assert minutes_asked(DAYS["5 km test"])[0] == pytest.approx(5000 / 180)


def test_sets_may_take_the_time_they_take() -> None:
    # An hour each time: four sets at their own pace fill it, of eight sets the half that was asked does.
    squats = plan(Intent.STRENGTH, lift(1, "Back Squat", 4, (5, 5)))
    kept = lifted(*[done("Back Squat", 5, 80)] * 4)
    assert most_asked(squats, kept) == 8 * 60
    assert rhythm_impact(squats, 7 * 60, COMING, most_asked(squats, kept)) is None
    twice = lifted(*[done("Back Squat", 5, 80)] * 8)
    assert most_asked(squats, twice) == 8 * 30
    beyond = rhythm_impact(squats, 8 * 60, COMING, most_asked(squats, twice))
    assert beyond is not None
    assert beyond.overshoot_au == 8 * 30


def test_a_length_that_the_plan_writes_stands() -> None:
    assert most_asked(EASY, lifted(done("Back Squat", 5, 80))) == 150
