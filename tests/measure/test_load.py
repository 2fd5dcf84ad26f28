"""Published and cross-computed values of load; each tolerance is the rounding of its source."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.kernel.unknown import Unknown
from longgame.measure import load
from longgame.record.sets import SetKind, StrengthSet

WEEK = np.array([600.0, 300, 0, 450, 0, 700, 0])
SURGES = np.tile(np.repeat([300.0, 100.0], 60), 5)


@pytest.mark.parametrize(("rpe", "minutes", "expected"), [(7, 75, 525), (6, 120, 720), (0, 60, 0)])
def test_session_rpe_load_of_foster_2001(rpe, minutes, expected):
    assert load.session_rpe_load(rpe, minutes) == expected


@pytest.mark.parametrize(("rpe", "minutes"), [(10.5, 10), (-1, 10), (5, -1)])
def test_impossible_ratings_break_the_contract(rpe, minutes):
    with pytest.raises(ValueError, match=r"CR10|cannot last"):
        load.session_rpe_load(rpe, minutes)


def test_monotony_and_strain_name_their_standard_deviation():
    assert load.monotony(WEEK) == pytest.approx(1.052, abs=5e-4)
    assert load.strain(WEEK) == pytest.approx(2157, abs=0.5)
    assert load.monotony(WEEK, load.Spread.SAMPLE) == pytest.approx(0.974, abs=5e-4)
    assert load.strain(WEEK, load.Spread.SAMPLE) == pytest.approx(1997, abs=0.5)


@pytest.mark.parametrize("week", [np.full(7, 300.0), np.zeros(7), np.array([50.0])])
def test_monotony_of_equal_days_is_unknown_and_never_infinite(week):
    assert isinstance(load.monotony(week), Unknown)
    assert isinstance(load.strain(week), Unknown)


@pytest.mark.parametrize(
    ("tau", "decay", "expected"),
    [
        (42, load.Decay.ONE_OVER_TAU, 63.654),
        (42, load.Decay.EXPONENTIAL, 63.212),
        (7, load.Decay.ONE_OVER_TAU, 99.846),
        (7, load.Decay.EXPONENTIAL, 99.752),
    ],
)
def test_forty_two_equal_days(tau, decay, expected):
    assert load.exponential_average(np.full(42, 100.0), tau, decay=decay)[-1] == pytest.approx(expected, abs=5e-4)


def test_recent_and_usual_are_the_seven_and_forty_two_day_averages():
    days = np.full(42, 100.0)
    assert load.recent_load(days)[-1] == pytest.approx(99.846, abs=5e-4)
    assert load.usual_load(days)[-1] == pytest.approx(63.654, abs=5e-4)


@pytest.mark.parametrize(
    ("minutes", "hr", "rest", "top", "weighting", "expected"),
    [
        (60, 150, 60, 190, load.TrimpWeighting.MEN, 100.44),
        (60, 150, 60, 190, load.TrimpWeighting.WOMEN, 113.52),
        (60, 155, 55, 190, load.TrimpWeighting.MEN, 117.94),
        (30, 130, 40, 200, load.TrimpWeighting.MEN, 31.80),
    ],
)
def test_banister_trimp(minutes, hr, rest, top, weighting, expected):
    got = load.banister_trimp(hr, minutes, resting_bpm=rest, max_bpm=top, weighting=weighting)
    assert got == pytest.approx(expected, abs=5e-3)


def test_trimp_of_intervals_is_above_that_of_their_mean():
    hr, each = np.array([180.0, 120.0] * 10), 1.0
    men = load.TrimpWeighting.MEN
    by_sample = load.banister_trimp(hr, each, resting_bpm=60, max_bpm=190, weighting=men)
    by_mean = load.banister_trimp(150, 20, resting_bpm=60, max_bpm=190, weighting=men)
    assert by_sample > 1.05 * by_mean


def test_edwards_weighs_five_tenths_of_maximum_heart_rate():
    hr = np.array([90.0, 100.0, 119.9, 120.0, 140.0, 160.0, 180.0, 200.0, 210.0, np.nan])
    got = [load.edwards_trimp(np.array([beat]), 1.0, 200.0) for beat in hr]
    assert got == [0, 1, 1, 2, 3, 4, 5, 5, 5, 0]


def test_lucia_weighs_three_zones():
    assert load.lucia_trimp(np.array([130.0, 150.0, 175.0, np.nan]), 10.0, 140, 170) == 60


def test_individual_curve_is_recovered_and_needs_three_steps():
    x = np.array([0.4, 0.6, 0.8, 0.95])
    curve = load.fit_lactate_curve(x, 0.3 * np.exp(3.1 * x))
    assert isinstance(curve, load.LactateCurve)
    assert (curve.scale, curve.rate) == (pytest.approx(0.3), pytest.approx(3.1))
    assert isinstance(load.fit_lactate_curve(np.array([0.5, 0.5, 0.8]), np.array([1.0, 1.1, 3.0])), Unknown)


def test_normalized_power_of_five_surges():
    weighted = load.normalized_power(SURGES)
    assert weighted == pytest.approx(239.80, abs=5e-3)
    assert load.intensity_factor(239.80, 250) == pytest.approx(0.9592, abs=5e-5)
    assert load.training_stress(600, 239.80, 250) == pytest.approx(15.334, abs=2e-3)
    assert load.x_power(SURGES) == pytest.approx(217.35, abs=5e-3)


def test_an_hour_at_threshold_is_a_hundred_points():
    assert load.training_stress(3600, 250, 250) == 100
    assert load.run_stress(3600, 4.2, 4.2) == pytest.approx(100)


def test_missing_power_is_left_out_and_too_little_is_unknown():
    holes = SURGES.copy()
    holes[100:105] = np.nan
    weighted = load.normalized_power(holes)
    assert not isinstance(weighted, Unknown)
    assert weighted == pytest.approx(239.8, abs=2)
    assert isinstance(load.normalized_power(np.full(29, 200.0)), Unknown)
    assert isinstance(load.x_power(np.full(50, np.nan)), Unknown)
    assert isinstance(load.graded_speed(np.full(10, 3.0)), Unknown)


def test_spike_is_measured_against_the_longest_of_thirty_days_before():
    days = (date(2026, 4, 1), date(2026, 5, 3), date(2026, 5, 20), date(2026, 6, 1))
    metres = np.array([21_000.0, 12_000.0, 10_000.0, 15_000.0])
    longest = load.longest_before(days, metres, date(2026, 6, 1))
    assert longest == 12_000
    assert load.session_spike(15_000, longest) == pytest.approx(0.25)
    assert isinstance(load.longest_before(days, metres, date(2026, 9, 1)), Unknown)


def test_hard_sets_count_indirect_work_as_half_and_leave_warm_ups_out():
    trains = {"Bench": load.Involvement(("push",), ("triceps",)), "Dip": load.Involvement(("push", "triceps"))}
    sets = [
        StrengthSet("Bench", reps=5, kind=SetKind.WARM_UP),
        StrengthSet("Bench", reps=5, rir=2),
        StrengthSet("Bench", reps=5, rpe=10),
        StrengthSet("Bench", reps=5, rpe=5),
        StrengthSet("Dip", reps=8),
        StrengthSet("Unknown lift", reps=8),
    ]
    assert load.fractional_hard_sets(sets, trains) == (
        load.PatternSets("push", 3.0, 1.0),
        load.PatternSets("triceps", 2.0, 0.5),
    )


loads = st.lists(st.floats(0, 2000), min_size=2, max_size=40).map(np.array)


@settings(max_examples=60, deadline=None)
@given(loads, st.floats(0.1, 10))
def test_scaling_all_loads_scales_strain_and_leaves_monotony(days, factor):
    before, after = load.monotony(days), load.monotony(days * factor)
    assert isinstance(before, Unknown) == isinstance(after, Unknown)
    if not isinstance(before, Unknown):
        assert after == pytest.approx(before, rel=1e-6)
        assert load.strain(days * factor) == pytest.approx(factor * load.strain(days), rel=1e-6)


@settings(max_examples=60, deadline=None)
@given(loads, st.floats(1, 60))
def test_an_average_stays_between_its_loads(days, tau):
    average = load.exponential_average(days, tau, start=float(days[0]))
    assert np.all(average >= days.min() - 1e-9)
    assert np.all(average <= days.max() + 1e-9)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 1500), min_size=30, max_size=200).map(np.array), st.floats(0.1, 3))
def test_weighted_power_scales_and_is_never_below_the_rolled_mean(watts, factor):
    from longgame.measure.samples import rolling_mean

    weighted, scaled = load.normalized_power(watts), load.normalized_power(factor * watts)
    assert not isinstance(weighted, Unknown)
    assert weighted >= np.mean(rolling_mean(watts, 30)) * (1 - 1e-9) - 1e-9
    assert scaled == pytest.approx(factor * weighted, rel=1e-6, abs=1e-4)
