"""What capacity says: scale, sureness, silence, forecasts, sets understood, habits learned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.kernel.units import Amount, Unit
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import habits
from longgame.measure.capacity import lift_sessions as bs
from longgame.measure.capacity.bands import band
from longgame.measure.capacity.belief import Belief, normal_share
from longgame.measure.capacity.filtering import Observations
from longgame.measure.capacity.process import LIFT_GRID
from longgame.measure.capacity.track import Standing, chance_of, change_since, follow, level_on, standing
from longgame.record.sets import SetKind, StrengthSet


def weekly(values):
    return Observations.plain(np.arange(len(values)) * 3.5, np.asarray(values, float), LIFT_GRID)


def noisy(n, per_week, noise=0.02, seed=0):
    return 4.5 + per_week * np.arange(n) / 2 + np.random.default_rng(seed).normal(0, noise, n)


def test_steady_growth_is_seen_and_none_is_not_invented():
    growing, flat = follow(weekly(noisy(52, 0.006)), LIFT_GRID), follow(weekly(noisy(52, 0.0)), LIFT_GRID)
    assert standing(change_since(growing, 51 * 3.5 - 42)) is Standing.UP
    assert standing(change_since(flat, 51 * 3.5 - 42)) in (Standing.FLAT, Standing.NOT_YET_KNOWABLE)
    falling = follow(weekly(noisy(52, -0.006)), LIFT_GRID)
    assert standing(change_since(falling, 51 * 3.5 - 42)) is Standing.DOWN


def test_few_sessions_are_not_yet_knowable():
    track = follow(weekly([4.5, 4.6, 4.7]), LIFT_GRID)
    assert standing(change_since(track, 0.0)) is Standing.NOT_YET_KNOWABLE
    assert isinstance(follow(weekly([]), LIFT_GRID), Unknown)
    assert isinstance(change_since(follow(weekly(noisy(20, 0)), LIFT_GRID), 500.0), Unknown)


def test_one_light_day_hardly_moves_the_level():
    steady = noisy(30, 0.0, 0.01)
    light = np.append(steady, 4.5 - 0.15)
    before, after = follow(weekly(steady), LIFT_GRID), follow(weekly(light), LIFT_GRID)
    moved = level_on(before, 105.0).mean - level_on(after, 105.0).mean
    assert 0 <= moved < 0.02


def test_a_goal_far_above_is_unlikely_and_nearer_when_growing():
    growing = follow(weekly(noisy(52, 0.006)), LIFT_GRID)
    now = float(np.exp(level_on(growing, 180.0).mean))
    assert chance_of(growing, 1.5 * now, 200.0) < 0.01
    assert chance_of(growing, 1.03 * now, 240.0) > chance_of(growing, 1.03 * now, 182.0)
    low, middle, high = band(growing)[-1]
    assert low < middle < high


@settings(max_examples=15, deadline=None)
@given(st.floats(0.05, 20), st.integers(0, 1000))
def test_changes_have_no_scale(factor, seed):
    values = noisy(20, 0.003, 0.03, seed)
    one = change_since(follow(weekly(values), LIFT_GRID), 30.0)
    other = change_since(follow(weekly(values + np.log(factor)), LIFT_GRID), 30.0)
    assert other.p_better == pytest.approx(one.p_better, abs=1e-6)
    assert other.p_up + other.p_flat + other.p_down == pytest.approx(1)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 6), st.integers(0, 10_000), st.lists(st.floats(0.01, 0.99), min_size=1, max_size=5))
def test_quantiles_invert_the_distribution(n, seed, shares):
    rng = np.random.default_rng(seed)
    weight = rng.random(n) + 0.01
    belief = Belief(weight / weight.sum(), rng.normal(size=n), rng.uniform(0.05, 2, n))
    for share, value in zip(shares, belief.quantiles(np.array(shares)), strict=True):
        assert belief.share_below(value) == pytest.approx(share, abs=1e-5)


def test_the_normal_distribution_to_its_stated_error():
    from math import erf

    z = np.linspace(-6, 6, 400)
    assert normal_share(z) == pytest.approx([0.5 * (1 + erf(x / 2**0.5)) for x in z], abs=1.6e-7)


def kg(value):
    return Amount(Decimal(str(value)), Unit.KILOGRAM)


DAY = date(2026, 5, 1)


def test_the_best_set_counts_reserve_as_a_biased_report():
    said = bs.best_set(bs.LiftSession(DAY, (StrengthSet("Squat", 5, kg(100), rir=2.0),)))
    assert said.one_rep_max_kg == pytest.approx(100 * (1 + 8 / 30))
    assert said.spread == pytest.approx((0.6 + 0.25 * 2) / 38)
    failed = bs.best_set(bs.LiftSession(DAY, (StrengthSet("Squat", 5, kg(100), kind=SetKind.FAILURE),)))
    assert (failed.one_rep_max_kg, failed.spread, failed.held_back) == (pytest.approx(116.667, abs=1e-3), 0.0, 0.02)
    rated = bs.best_set(bs.LiftSession(DAY, (StrengthSet("Squat", 5, kg(100), rpe=8.0),)))
    assert rated.one_rep_max_kg == said.one_rep_max_kg


def test_silence_after_reports_means_the_usual_reserve():
    sessions = [
        bs.LiftSession(DAY, (StrengthSet("Squat", 5, kg(100), rir=2.0),)),
        bs.LiftSession(DAY + timedelta(7), (StrengthSet("Squat", 5, kg(100)),)),
    ]
    first, second = bs.best_sets(sessions)[0]
    assert second.one_rep_max_kg == first.one_rep_max_kg
    assert second.held_back > first.held_back


def test_warm_ups_and_long_sets_say_nothing_and_misses_are_upper_ends():
    sets = (
        StrengthSet("Bench", 5, kg(60), kind=SetKind.WARM_UP),
        StrengthSet("Bench", 30, kg(50)),
        StrengthSet("Bench", 1, kg(100)),
        StrengthSet("Bench", 0, kg(105)),
    )
    found, missed = bs.best_sets([bs.LiftSession(DAY, sets)])
    assert [b.one_rep_max_kg for b in found] == [100.0]
    assert missed == (bs.MissedLift(DAY, 105.0),)
    seen = bs.lift_observations(found, missed)
    assert seen.missed.tolist() == [False, True]
    assert isinstance(bs.best_set(bs.LiftSession(DAY, sets[:2])), Unknown)


def test_a_failed_attempt_lowers_the_belief_about_more():
    days = [DAY + timedelta(4 * i) for i in range(12)]
    found = tuple(bs.BestSet(day, 100.0, 1, 100.0, 0.0, 0.18) for day in days)
    without = follow(bs.lift_observations(found), LIFT_GRID)
    with_miss = follow(bs.lift_observations(found, (bs.MissedLift(days[-1], 102.5),)), LIFT_GRID)
    on = float(days[-1].toordinal())
    assert chance_of(with_miss, 101.5, on) < chance_of(without, 101.5, on)


def test_body_mass_is_part_of_the_load_where_it_is_moved():
    pull_up = bs.best_set(bs.LiftSession(DAY, (StrengthSet("Pull-up", 5),), body_mass_kg=80.0))
    assert pull_up.one_rep_max_kg == pytest.approx(80 * (1 + 5 / 30))


def habitual(values):
    n = len(values)
    return habits.BestColumns(np.asarray(values, float), np.full(n, 100.0), np.full(n, 5.0), np.asarray(values, float))


def test_someone_who_repeats_is_foretold_to_repeat():
    past, known = habitual(np.full(30, np.log(116.667))), habits.Habits.none()
    shares = []
    for i in range(2, 30):
        belief = habits.foretold(past, i, float(past.value[i - 1]), known)
        near = belief.share_below(past.value[i] + 0.006) - belief.share_below(past.value[i] - 0.006)
        shares.append(near)
        known = habits.learned(known, belief, float(past.value[i]))
    assert shares[-1] > shares[0]
    assert shares[-1] > 0.75
    with pytest.raises(ValueError, match="two entries"):
        habits.parts(past, 1, 4.6)


def test_the_prior_is_a_distribution_and_strength_of_one_lift_leaks_only_through_the_athlete():
    assert habits.PRIOR.sum() == pytest.approx(1)
    fresh = habits.Habits.none()
    other = replace(fresh, athlete=np.eye(len(habits.PRIOR))[0] * 50)
    assert habits.weights(other)[0] > habits.weights(fresh)[0]
    assert habits.weights(other).sum() == pytest.approx(1)
