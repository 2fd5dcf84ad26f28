"""Aerobic cost: known answers from made sessions, unknown where a session cannot tell."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.kernel.unknown import Unknown
from longgame.measure.aerobic import Estimate, decoupling, efficiency_factor, heart_rate_at, heart_rate_drift


def test_efficiency_is_output_per_beat():
    assert efficiency_factor(3.0, 150) == pytest.approx(0.02)


def test_decoupling_of_a_rising_heart():
    hr = np.repeat([140.0, 147.0], 1200)
    assert decoupling(np.full(2400, 200.0), hr, np.ones(2400)) == pytest.approx(1 - 140 / 147)


def test_decoupling_splits_by_moving_time_and_leaves_holes_out():
    hr = np.repeat([140.0, 147.0], 1200)
    hr[100:400] = np.nan
    hr[1300:1600] = np.nan
    assert decoupling(np.full(2400, 200.0), hr, np.ones(2400)) == pytest.approx(1 - 140 / 147)


def test_short_sessions_cannot_tell():
    short = np.full(1100, 140.0)
    assert isinstance(decoupling(short, short, np.ones(1100)), Unknown)
    assert isinstance(heart_rate_drift(np.arange(1100.0), short, short), Unknown)
    assert isinstance(heart_rate_at(np.arange(1100.0), short, short, 140), Unknown)


def made_run(seed=4, drift=8.0):
    rng = np.random.default_rng(seed)
    t = np.arange(4500.0)
    speed = 3.0 + 0.4 * np.sin(t / 500) + rng.normal(0, 0.1, len(t))
    hr = 70 + 25 * (3.0 + 0.4 * np.sin(t / 500)) + drift * t / 3600 + rng.normal(0, 2, len(t))
    return t, speed, hr


def test_drift_and_heart_rate_at_pace_are_found_within_three_deviations():
    t, speed, hr = made_run()
    drift = heart_rate_drift(t, speed, hr)
    assert isinstance(drift, Estimate)
    assert abs(drift.value - 8) <= 3 * drift.sd
    middle = t[t >= 300].mean() / 3600
    at = heart_rate_at(t, speed, hr, 3.1)
    assert isinstance(at, Estimate)
    assert abs(at.value - (70 + 25 * 3.1 + 8 * middle)) <= 3 * at.sd


def test_a_pace_that_was_not_run_is_not_guessed():
    assert isinstance(heart_rate_at(*made_run(), 5.0), Unknown)


def test_constant_pace_still_has_a_drift():
    t = np.arange(3600.0)
    found = heart_rate_drift(t, np.full(3600, 3.0), 140 + t / 360)
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(10)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**31), st.floats(0.2, 4))
def test_decoupling_has_no_scale(seed, factor):
    rng = np.random.default_rng(seed)
    rate, hr = np.abs(rng.normal(200, 20, 1500)), np.abs(rng.normal(150, 5, 1500))
    whole = decoupling(rate, hr, np.ones(1500))
    assert decoupling(factor * rate, hr, np.ones(1500)) == pytest.approx(whole, abs=1e-9)
