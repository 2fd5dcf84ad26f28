"""Sensors that lie are set aside with the reason; honest channels stay as they are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.kernel.spans import SampleSpan
from longgame.kernel.sport import Sport
from longgame.measure.quality import Reason, trusted_heart_rate, trusted_power, trusted_speed


def reasons(found):
    return [(gone.reason, gone.span) for gone in found.aside]


def honest_heart(seconds=1800, seed=1):
    rng = np.random.default_rng(seed)
    target = np.where((np.arange(seconds) // 180) % 2 == 0, 172.0, 128.0)
    hr, now = np.empty(seconds), 90.0
    for i, goal in enumerate(target):
        now += (goal - now) / 35
        hr[i] = now
    return np.round(hr + rng.normal(0, 0.6, seconds))


def test_hard_intervals_of_an_honest_strap_stay_whole():
    hr = honest_heart()
    found = trusted_heart_rate(np.arange(1800.0), hr)
    assert found.aside == ()
    assert found.values == pytest.approx(hr)
    assert found.usable_share == 1


def test_a_slipped_strap_a_spike_and_a_silent_strap_are_named():
    hr = honest_heart()
    hr[600:680] = 83
    hr[1000] = 240
    hr[1200:1210] = 0
    assert reasons(trusted_heart_rate(np.arange(1800.0), hr)) == [
        (Reason.JUMP, SampleSpan(600, 680)),
        (Reason.OUT_OF_RANGE, SampleSpan(1000, 1001)),
        (Reason.OUT_OF_RANGE, SampleSpan(1200, 1210)),
    ]


def test_a_dry_strap_at_the_start_does_not_condemn_the_rest():
    hr = np.concatenate([np.full(40, 205.0), np.linspace(110, 150, 1200).round()])
    found = trusted_heart_rate(np.arange(1240.0), hr)
    assert reasons(found) == [(Reason.JUMP, SampleSpan(0, 40))]


def test_a_pause_may_bring_another_heart_rate():
    t = np.concatenate([np.arange(600.0), 900 + np.arange(600.0)])
    hr = np.concatenate([np.full(600, 160.0) + np.arange(600) % 3, np.full(600, 110.0) + np.arange(600) % 3])
    assert trusted_heart_rate(t, hr).aside == ()


def test_an_optical_sensor_locked_to_the_steps_is_set_aside():
    t = np.arange(900.0)
    steps = 168 + 6 * np.sin(t / 60)
    hr = np.where(t < 400, 140 + 5 * np.sin(t / 90), np.round(steps))
    hr[380:400] = np.linspace(hr[379], steps[400], 20)
    found = trusted_heart_rate(t, hr, cadence_rpm=steps / 2)
    assert [gone.reason for gone in found.aside] == [Reason.CADENCE_LOCK]
    assert not found.usable


def test_five_minutes_on_one_beat_are_a_stuck_sensor():
    hr = np.concatenate([honest_heart(600), np.full(320, 131.0)])
    hr[599:] = 131
    assert reasons(trusted_heart_rate(np.arange(920.0), hr))[-1][0] is Reason.STUCK


def test_coasting_is_no_drop_out():
    watts = np.array([200.0, 180, 0, 0, 0, 0, 0, 210, 220, 3000, 205])
    turning = np.array([90.0, 90, 0, 0, 0, 0, 0, 80, 85, 90, 90])
    t = np.arange(11.0)
    assert reasons(trusted_power(t, watts, turning)) == [(Reason.OUT_OF_RANGE, SampleSpan(9, 10))]
    assert reasons(trusted_power(t, watts, np.full(11, 90.0)))[0] == (Reason.DROPPED_OUT, SampleSpan(2, 7))
    assert trusted_power(t, watts).values[2] == 0


def test_power_that_stands_still_is_stuck():
    watts = np.concatenate([np.arange(30.0) + 100, np.full(90, 187.0), np.arange(30.0) + 100])
    assert reasons(trusted_power(np.arange(150.0), watts)) == [(Reason.STUCK, SampleSpan(30, 120))]


def test_a_leap_of_the_satellite_and_impossible_speed():
    speed = np.full(100, 3.0)
    speed[20], speed[50] = 11.0, 30.0
    found = trusted_speed(np.arange(100.0), speed, Sport.RUN)
    assert reasons(found) == [(Reason.LEAP, SampleSpan(19, 22)), (Reason.TOO_FAST, SampleSpan(50, 51))]
    assert trusted_speed(np.arange(100.0), np.full(100, 15.0), Sport.RIDE).usable


def test_columns_of_unequal_length_break_the_contract():
    with pytest.raises(ValueError, match="samples"):
        trusted_power(np.arange(3.0), np.arange(4.0))


samples = st.lists(st.one_of(st.floats(-50, 400), st.just(float("nan"))), max_size=60)


@settings(max_examples=80, deadline=None)
@given(samples)
def test_nothing_is_repaired_and_every_loss_is_counted(values):
    column = np.array(values, dtype=float)
    t = np.arange(float(len(values)))
    for found in (trusted_heart_rate(t, column), trusted_power(t, column), trusted_speed(t, column, Sport.RUN)):
        there = ~np.isnan(found.values)
        assert np.array_equal(found.values[there], column[there])
        lost = np.count_nonzero(~np.isnan(column)) - np.count_nonzero(there)
        assert lost == sum(gone.samples for gone in found.aside)
