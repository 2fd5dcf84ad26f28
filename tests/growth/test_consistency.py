from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from longgame.growth.consistency import (
    BROKEN,
    KEPT,
    Promise,
    Resilience,
    consistency,
    days_back_on_plan,
    resilience,
    self_trust,
)
from longgame.kernel.unknown import Unknown
from longgame.review.model import Pairing

TODAY = date(2026, 11, 23)
promises = st.lists(
    st.builds(Promise, st.integers(0, 100).map(lambda n: TODAY - timedelta(days=n)), st.sampled_from(Pairing)),
    max_size=40,
)


def days_ago(days: int, state: Pairing) -> Promise:
    return Promise(TODAY - timedelta(days=days), state)


@given(promises, st.sampled_from(sorted(KEPT, key=lambda state: state.value)))
def test_keeping_one_more_promise_never_lowers_the_share(past: list[Promise], state: Pairing) -> None:
    before, after = consistency(past, TODAY).share, consistency([*past, Promise(TODAY, state)], TODAY).share
    assert isinstance(after, Fraction)
    assert isinstance(before, Unknown) or after >= before


@given(promises)
def test_excused_and_unplanned_days_are_in_neither_count(past: list[Promise]) -> None:
    more = [days_ago(1, Pairing.EXCUSED), days_ago(2, Pairing.UNPLANNED)]
    with_more, without = consistency([*past, *more], TODAY), consistency(past, TODAY)
    assert (with_more.kept, with_more.due) == (without.kept, without.due)


@given(promises)
def test_a_kept_rest_day_counts_like_a_session_attended(past: list[Promise]) -> None:
    rested = consistency([*past, days_ago(0, Pairing.REST_KEPT)], TODAY).share
    trained = consistency([*past, days_ago(0, Pairing.PAIRED)], TODAY).share
    assert rested == trained


def test_the_window_ends_today_and_holds_exactly_its_days() -> None:
    past = [
        days_ago(27, Pairing.PAIRED),
        days_ago(28, Pairing.MISSED),
        Promise(TODAY + timedelta(days=1), Pairing.MISSED),
    ]
    assert consistency(past, TODAY, 28).share == Fraction(1)


def test_nothing_due_is_unknown_and_not_zero() -> None:
    assert consistency([], TODAY).share == Unknown("nothing was due in the last 28 days")


def test_every_state_is_kept_broken_or_in_neither_count() -> None:
    assert set(Pairing) - KEPT - BROKEN == {Pairing.UNPLANNED, Pairing.EXCUSED}


def test_the_way_back_is_counted_from_the_first_miss_of_a_lapse() -> None:
    past = [
        days_ago(20, Pairing.MISSED),
        days_ago(18, Pairing.MISSED),
        days_ago(17, Pairing.PAIRED),
        days_ago(9, Pairing.REST_BROKEN),
        days_ago(8, Pairing.PAIRED),
        days_ago(1, Pairing.MISSED),
    ]
    assert days_back_on_plan(past) == 2.0


def test_who_never_missed_has_no_way_back_to_measure() -> None:
    assert isinstance(days_back_on_plan([days_ago(3, Pairing.PAIRED)]), Unknown)


def test_a_session_gone_badly_is_kept_and_yet_something_to_come_back_from() -> None:
    past = [
        Promise(TODAY - timedelta(days=9), Pairing.PAIRED, poor=True),
        days_ago(7, Pairing.REST_KEPT),
        days_ago(5, Pairing.MISSED),
        Promise(TODAY - timedelta(days=4), Pairing.PAIRED, poor=True),
        days_ago(1, Pairing.MOVED),
    ]
    assert resilience(past) == Resilience((2, 4))
    assert consistency(past, TODAY).kept == 4


def test_a_lapse_that_nothing_was_due_after_is_open() -> None:
    assert resilience([days_ago(3, Pairing.MISSED)]) == Resilience((), TODAY - timedelta(days=3))


@given(promises)
def test_self_trust_is_wilsons_interval_around_the_share(past: list[Promise]) -> None:
    found, counted = self_trust(past, TODAY), consistency(past, TODAY, 84)
    if isinstance(found, Unknown):
        assert counted.due < 8
        return
    expected = binomtest(counted.kept, counted.due).proportion_ci(0.90, method="wilson")
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-4)


def test_rest_kept_stands_in_what_self_trust_says() -> None:
    found = self_trust([days_ago(n, Pairing.REST_KEPT if n % 2 else Pairing.PAIRED) for n in range(10)], TODAY)
    assert not isinstance(found, Unknown)
    assert found.says.startswith("Of 10 promises to yourself you kept 10, 5 of 5 rest days among them; ")
