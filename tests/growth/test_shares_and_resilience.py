from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from longgame.growth.consistency import Promise
from longgame.growth.first_times import first_times
from longgame.growth.resilience import Outcome, Resilience, lapses, median_interval, resilience
from longgame.growth.self_trust import SelfTrust, self_trust
from longgame.growth.shares import chance_higher, share, trend_says
from longgame.kernel.unknown import Unknown
from longgame.review.model import Pairing, Verdict
from tests.app.made import lifted

ON = date(2026, 11, 22)


def ago(days: int) -> date:
    return ON - timedelta(days=days)


@given(st.integers(0, 40), st.integers(0, 40))
def test_the_interval_is_that_of_jeffreys(kept: int, broken: int) -> None:
    found = share(kept, kept + broken)
    if kept + broken == 0:
        assert found is None
        return
    assert found is not None
    exact = stats.beta(kept + 0.5, broken + 0.5)
    low, high = (0.0 if kept == 0 else exact.ppf(0.1)), (1.0 if broken == 0 else exact.ppf(0.9))
    assert found.low == pytest.approx(low, abs=0.003)
    assert found.high == pytest.approx(high, abs=0.003)
    assert found.low <= found.value <= found.high


def test_the_chance_of_a_higher_share_agrees_with_sampling() -> None:
    now, then = share(11, 12), share(20, 30)
    assert now is not None
    assert then is not None
    drawn = stats.beta(11.5, 1.5).rvs(200_000, random_state=1) > stats.beta(20.5, 10.5).rvs(200_000, random_state=2)
    assert chance_higher(now, then) == pytest.approx(drawn.mean(), abs=0.006)
    assert chance_higher(now, now) == pytest.approx(0.5, abs=1e-9)
    assert trend_says(now, then) == "higher than before"
    assert trend_says(share(3, 4), share(4, 5)) == "about as before, as far as can be told"
    assert trend_says(None, then) == "not yet knowable"


@pytest.mark.parametrize(("kept", "due"), [(2, 1), (-1, 3)])
def test_impossible_counts_are_refused(kept: int, due: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        share(kept, due)


def test_bad_sessions_in_a_row_are_one_lapse_and_excused_days_are_in_none() -> None:
    outcomes = [
        Outcome(ago(20), Pairing.PAIRED, Verdict.NOT_SERVED),
        Outcome(ago(19), Pairing.EXCUSED),
        Outcome(ago(18), Pairing.MISSED),
        Outcome(ago(15), Pairing.PAIRED, Verdict.SERVED),
        Outcome(ago(5), Pairing.REST_BROKEN),
    ]
    assert [one.days for one in lapses(reversed(outcomes))] == [5, None]


@given(st.lists(st.integers(1, 30), min_size=4, max_size=15))
def test_the_median_lies_in_its_interval(days: list[int]) -> None:
    found = median_interval(days)
    assert found is not None
    assert min(days) <= found[0] <= sorted(days)[len(days) // 2] <= found[1] <= max(days)


def test_the_interval_of_the_median_holds_at_least_what_it_says() -> None:
    n, inner = 10, 2
    outside = 2 * stats.binom(n, 0.5).cdf(inner)
    assert median_interval(range(n)) == (float(inner), float(n - 1 - inner))
    assert 1 - outside >= 0.8 > 1 - 2 * stats.binom(n, 0.5).cdf(inner + 1)
    assert median_interval([1, 2, 3]) is None


def test_resilience_is_told_in_days_and_trend() -> None:
    early = [(ago(200 - 10 * n), 6) for n in range(4)]
    late = [(ago(60 - 10 * n), 1) for n in range(4)]
    outcomes = [
        one
        for began, days in early + late
        for one in (Outcome(began, Pairing.MISSED), Outcome(began + timedelta(days=days), Pairing.PAIRED))
    ]
    found = resilience(outcomes, ON)
    assert isinstance(found, Resilience)
    assert (found.days, found.before, found.trend) == (3.5, 6.0, "back sooner than before")
    assert isinstance(resilience(outcomes[:2], ON), Unknown)


def test_a_rest_kept_a_low_day_and_an_adaptation_are_promises_kept() -> None:
    promises = [
        Promise(ago(1), Pairing.REST_KEPT),
        Promise(ago(2), Pairing.ADAPTED),
        Promise(ago(3), Pairing.MISSED),
        Promise(ago(4), Pairing.EXCUSED),
        Promise(ago(40), Pairing.PAIRED),
    ]
    found = self_trust(promises, ON, low_days={ago(2)})
    assert isinstance(found, SelfTrust)
    assert (found.month.kept, found.month.due, found.season.due) == (2, 3, 4)
    assert found.rest is not None
    assert found.low_days is not None
    assert (found.rest.kept, found.low_days.kept) == (1, 1)
    assert isinstance(self_trust(promises[-1:], ON), Unknown)


def test_a_first_time_needs_a_past_and_keeps_the_athletes_own_unit() -> None:
    log = [
        lifted(ago(60 - n).isoformat(), "Squat", (5,), kg=kg) for n, kg in enumerate(("80", "80", "85", "82.5", "90"))
    ]
    assert [(one.day, one.says) for one in first_times(reversed(log))] == [
        (ago(56), "Squat with 90 kg, for the first time in this journal")
    ]
    assert first_times(log[:4]) == ()
