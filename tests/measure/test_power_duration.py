"""Curves against slicing, fits against closed forms, balances against plain loops and published values."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.kernel.unknown import Unknown
from longgame.measure import power_duration as pd
from longgame.measure.power_duration import every_duration
from longgame.measure.power_duration.every_duration import every_best


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.integers(0, 1200), st.just(None)), min_size=1, max_size=80))
def test_mean_maximal_equals_slicing_with_holes_as_zero(samples):
    watts = np.array([np.nan if s is None else float(s) for s in samples])
    durations = np.arange(1, len(samples) + 2)
    got = pd.mean_maximal(watts, durations)
    filled = [s or 0 for s in samples]
    for d, best in zip(durations[:-1], got, strict=False):
        assert best == pytest.approx(max(sum(filled[s : s + d]) for s in range(len(filled) - d + 1)) / d)
    assert np.isnan(got[-1])


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 2**31), st.integers(1, 300), st.sampled_from(["noise", "on and off", "rising", "one rest", "same"])
)
def test_every_best_equals_looking_at_every_stretch(seed, seconds, kind):
    at, rng = np.arange(seconds), np.random.default_rng(seed)
    gains = {
        "noise": rng.integers(0, 2000, seconds),
        "on and off": 400 * (at // 7 % 2),
        "rising": at * 9,
        "one rest": np.where(abs(at - seconds // 2) < 20, 0, 800),
        "same": np.full(seconds, 250),
    }[kind]
    sums = np.concatenate(([0], np.cumsum(gains))).astype(np.int32)
    longest = [int((sums[d:] - sums[: len(sums) - d]).max()) for d in range(1, len(sums))]
    assert every_best(sums).tolist() == longest


def test_a_long_recording_is_cut_into_groups_of_durations_without_a_seam(monkeypatch):
    sums = np.concatenate(([0], np.cumsum(np.random.default_rng(5).integers(0, 700, 900)))).astype(np.int32)
    whole = every_best(sums)
    monkeypatch.setattr(every_duration, "_MOST_BOUNDS", 60)
    monkeypatch.setattr(every_duration, "_AT_ONCE", 3)
    assert every_best(sums).tolist() == whole.tolist()


def test_few_and_many_durations_have_the_same_bests():
    speed = np.abs(np.random.default_rng(2).normal(3, 1, 700))
    every = pd.mean_maximal(speed, np.arange(1, 701))
    assert pd.mean_maximal(speed, np.array([5, 60, 699])).tolist() == every[[4, 59, 698]].tolist()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31), st.floats(0.5, 3))
def test_a_curve_scales_never_rises_in_sum_and_never_gains_from_holes(seed, factor):
    rng = np.random.default_rng(seed)
    speed = np.abs(rng.normal(3, 1, 400))
    durations = pd.curve_durations(400, 40)
    curve = pd.mean_maximal(speed, durations)
    assert pd.mean_maximal(factor * speed, durations) == pytest.approx(factor * curve, rel=1e-5)
    assert np.all(np.diff(curve * durations) >= -1e-4)
    holed = np.where(rng.random(400) < 0.1, np.nan, speed)
    assert np.all(pd.mean_maximal(holed, durations) <= curve + 1e-4)


def test_envelope_takes_the_best_of_the_window_with_its_day():
    days = [date(2026, 1, 1), date(2026, 5, 1), date(2026, 5, 20)]
    curves = [np.array([900.0, 500.0]), np.array([700.0, 400.0]), np.array([650.0, np.nan])]
    found = pd.envelope(days, curves, np.array([5, 300]), date(2026, 6, 1))
    assert found == (pd.BestEffort(5, 700.0, days[1]), pd.BestEffort(300, 400.0, days[1]))
    assert pd.envelope([], [], np.array([5]), date(2026, 6, 1)) == ()


def test_critical_power_of_two_efforts():
    fit = pd.fit_critical_power(np.array([180.0, 720.0]), np.array([350.0, 280.0]))
    assert isinstance(fit, pd.CriticalPower)
    assert (fit.cp_w, fit.w_prime_j) == (pytest.approx(256.667, abs=5e-4), pytest.approx(16_800))
    assert fit.power_for(180) == pytest.approx(350)
    assert fit.cp_sd_w > 0
    assert "third" in fit.concerns[0]


def test_spread_of_repeated_fits_is_the_spread_that_is_stated():
    rng = np.random.default_rng(11)
    seconds = np.array([150.0, 300.0, 600.0, 1000.0])
    fits = [pd.fit_critical_power(seconds, (250 + 18_000 / seconds) * (1 + rng.normal(0, 0.02, 4))) for _ in range(400)]
    assert np.std([f.cp_w for f in fits]) == pytest.approx(np.mean([f.cp_sd_w for f in fits]), rel=0.15)
    assert np.std([f.w_prime_j for f in fits]) == pytest.approx(np.mean([f.w_prime_sd_j for f in fits]), rel=0.15)


@pytest.mark.parametrize(
    ("seconds", "power", "word"),
    [
        ([30, 300, 900], [600, 320, 280], "under 2 minutes"),
        ([180, 600, 3600], [350, 290, 262], "over 20 minutes"),
        ([300, 320, 400], [300, 299, 290], "twice"),
        ([180, 400, 800], [350, 290, 295], "not all were maximal"),
        ([180, 400, 800], [262, 258, 257], "outside what people show"),
    ],
)
def test_what_speaks_against_a_fit_is_said(seconds, power, word):
    fit = pd.fit_critical_power(np.array(seconds, float), np.array(power, float))
    assert isinstance(fit, pd.CriticalPower)
    assert any(word in concern for concern in fit.concerns)


def test_efforts_that_fit_no_hyperbola_are_unknown():
    assert isinstance(pd.fit_critical_power(np.array([300.0]), np.array([300.0])), Unknown)
    assert isinstance(pd.fit_critical_power(np.array([180.0, 720.0]), np.array([250.0, 280.0])), Unknown)


def test_critical_speed_gives_times_back():
    fit = pd.fit_critical_speed(np.array([240.0, 500.0, 900.0]), 200 + 4.0 * np.array([240.0, 500.0, 900.0]))
    assert isinstance(fit, pd.CriticalSpeed)
    assert fit.seconds_for(3000) == pytest.approx(700)
    assert isinstance(fit.seconds_for(150), Unknown)
    assert fit.concerns == ()


def test_three_parameters_end_at_maximal_power():
    assert pd.three_parameter_seconds(1000, 250, 20_000, 1000) == pytest.approx(0)
    assert isinstance(pd.three_parameter_seconds(240, 250, 20_000, 1000), Unknown)


@pytest.mark.parametrize(("deficit", "tau"), [(100, 516.86), (50, 647.17), (200, 389.89)])
def test_recovery_of_skiba_2012(deficit, tau):
    assert pd.recovery_tau(deficit) == pytest.approx(tau, abs=5e-3)


def test_differential_balance_in_closed_form():
    left = pd.balance_differential(np.repeat([350.0, 150.0], 120), 250, 20_000)
    assert left[119] == pytest.approx(8000)
    assert left[-1] == pytest.approx(13_414.26, abs=5e-3)


def euler(power, cp, w_prime):
    w = w_prime
    for p in power:
        w += -(p - cp) if p >= cp else (cp - p) * (w_prime - w) / w_prime
        yield w


def test_differential_balance_stays_near_the_one_second_euler_steps():
    steps = list(euler([350.0] * 120 + [150.0] * 120, 250, 20_000))
    assert steps[-1] == pytest.approx(13_424.16, abs=5e-3)
    rng = np.random.default_rng(5)
    power = np.clip(rng.normal(240, 90, 3000), 0, None)
    assert pd.balance_differential(power, 250, 20_000) == pytest.approx(list(euler(power, 250, 20_000)), abs=150)


def test_integral_balance_equals_the_double_sum():
    rng = np.random.default_rng(6)
    power = np.clip(rng.normal(240, 90, 500), 0, None)
    tau = pd.recovery_tau(250 - power[power < 250].mean())
    t = np.arange(500)
    spent = np.maximum(power - 250, 0)
    expected = [20_000 - float(np.sum(spent[: i + 1] * np.exp(-(i - t[: i + 1]) / tau))) for i in t]
    assert pd.balance_integral(power, 250, 20_000) == pytest.approx(expected)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31), st.floats(0.3, 3))
def test_balance_never_exceeds_w_prime_and_scales_with_the_rider(seed, factor):
    power = np.abs(np.random.default_rng(seed).normal(220, 120, 300))
    left = pd.balance_differential(power, 240, 15_000)
    assert np.all(left <= 15_000)
    assert pd.balance_differential(factor * power, factor * 240, factor * 15_000) == pytest.approx(factor * left)


@pytest.mark.parametrize(
    ("metres", "seconds", "expected", "tolerance"),
    [
        (5000, 24 * 60 + 34, 39.11040, 5e-6),
        (5000, 19 * 60 + 57, 49.952, 5e-4),
        (10_000, 2400, 51.944, 5e-4),
        (21_097.5, 5400, 50.977, 5e-4),
        (42_195, 10_800, 53.528, 5e-4),
    ],
)
def test_vdot_of_daniels_and_gilbert(metres, seconds, expected, tolerance):
    assert pd.vdot(metres, seconds) == pytest.approx(expected, abs=tolerance)
    assert pd.race_seconds_for_vdot(pd.vdot(metres, seconds), metres) == pytest.approx(seconds, abs=0.01)


def test_vdot_refuses_sprints_and_days():
    assert isinstance(pd.vdot(400, 60), Unknown)
    assert isinstance(pd.vdot(100_000, 36_000), Unknown)
    assert isinstance(pd.race_seconds_for_vdot(50, 400), Unknown)


@pytest.mark.parametrize(("metres", "seconds"), [(10_000, 2501.92), (21_097.5, 5520.24), (42_195, 11_509.3)])
def test_riegel_from_a_twenty_minute_five_kilometres(metres, seconds):
    assert pd.riegel_seconds(5000, 1200, metres) == pytest.approx(seconds, abs=0.05)
