"""Samples in time against plain loops."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.measure.samples import affine_scan, held_seconds, one_hertz, rolling_mean


def test_a_pause_holds_no_time():
    t = np.concatenate([np.arange(100.0), 500 + np.arange(50.0)])
    assert held_seconds(t).sum() == 150
    assert held_seconds(np.array([3.0])).tolist() == [1.0]


def test_smart_recording_is_held_and_pauses_stay_missing():
    t = np.array([0.0, 4.0, 5.0, 30.0])
    even = one_hertz(t, np.array([1.0, 2.0, 3.0, 4.0]))
    assert even[:6].tolist() == [1, 1, 1, 1, 2, 3]
    assert np.isnan(even[16:30]).all()
    assert even[30] == 4


def test_columns_of_unequal_length_break_the_contract():
    with pytest.raises(ValueError, match="samples"):
        one_hertz(np.arange(3.0), np.arange(2.0))


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 300), st.integers(1, 130), st.integers(0, 2**31))
def test_scan_equals_the_plain_loop(n, block, seed):
    rng = np.random.default_rng(seed)
    factor, addend = rng.uniform(0, 1, n), rng.normal(size=n)
    y, expected = 2.5, []
    for a, b in zip(factor, addend, strict=True):
        y = a * y + b
        expected.append(y)
    assert affine_scan(factor, addend, 2.5, block) == pytest.approx(np.array(expected), rel=1e-9, abs=1e-9)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(st.floats(-10, 10), st.just(float("nan"))), max_size=40), st.integers(1, 12))
def test_rolling_mean_equals_slicing(values, window):
    column = np.array(values, dtype=float)
    got = rolling_mean(column, window)
    assert len(got) == max(0, len(column) - window + 1)
    for i, mean in enumerate(got):
        there = [v for v in values[i : i + window] if v == v]
        if len(there) >= max(1, window / 2):
            assert mean == pytest.approx(sum(there) / len(there), abs=1e-9)
        else:
            assert np.isnan(mean)
