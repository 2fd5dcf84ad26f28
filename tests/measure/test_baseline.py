"""One's own normal: unmoved by a bad week, blind to scale, silent while there is too little."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.kernel.unknown import Unknown
from longgame.measure.baseline import HrvState, hrv_state, personal_baseline


def mornings(n=120, seed=2, persistence=0.5):
    rng = np.random.default_rng(seed)
    x, out = 0.0, []
    for _ in range(n):
        x = persistence * x + rng.normal() * np.sqrt(1 - persistence**2)
        out.append(50 + 3 * x)
    return np.arange(float(n)), np.array(out)


def test_deviations_of_a_steady_person_have_unit_spread_and_surprises_do_not_persist():
    found = [personal_baseline(*mornings(300, seed)) for seed in range(8)]
    deviation = np.concatenate([f.deviation[40:] for f in found])
    surprise = np.concatenate([f.surprise[40:] for f in found])
    assert np.std(deviation) == pytest.approx(1.0, abs=0.2)
    assert abs(np.corrcoef(surprise[1:], surprise[:-1])[0, 1]) < 0.12
    assert np.corrcoef(deviation[1:], deviation[:-1])[0, 1] > 0.35


def test_two_bad_weeks_stay_bad():
    days, values = mornings(90)
    values[60:74] -= 9
    found = personal_baseline(days, values)
    assert np.all(found.deviation[60:67] < -1)
    assert np.mean(found.deviation[60:74]) < -2


def test_the_first_fortnight_is_silent():
    found = personal_baseline(*mornings(14))
    assert np.all(np.isnan(found.deviation))
    assert len(personal_baseline(np.empty(0), np.empty(0)).level) == 0


def test_one_answer_every_day_is_no_reason_for_alarm():
    found = personal_baseline(np.arange(40.0), np.append(np.full(39, 4.0), 3.0), least_sd=0.5)
    assert -2.0 <= found.deviation[-1] < 0


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 999), st.floats(0.1, 50))
def test_deviations_have_no_scale(seed, factor):
    days, values = mornings(40, seed)
    one, other = personal_baseline(days, values), personal_baseline(days, factor * values)
    assert other.deviation[14:] == pytest.approx(one.deviation[14:], abs=1e-6)


def steady_hrv(change):
    days = np.arange(70.0)
    logs = np.log(60) + 0.1 * np.sin(days * 1.7)
    logs[63:] += change
    return days, np.exp(logs)


@pytest.mark.parametrize(
    ("change", "state"), [(-0.1, HrvState.LOW), (0.0, HrvState.NORMAL), (0.1, HrvState.HIGH), (0.02, HrvState.NORMAL)]
)
def test_variability_is_read_both_ways(change, state):
    assert hrv_state(*steady_hrv(change), 69.0).state is state


def test_too_few_readings_of_variability_are_unknown():
    days, rmssd = steady_hrv(0)
    assert isinstance(hrv_state(days[:65], rmssd[:65], 70.0), Unknown)
    assert isinstance(hrv_state(days[55:], rmssd[55:], 69.0), Unknown)
    with pytest.raises(ValueError, match="above zero"):
        hrv_state(days, rmssd * 0, 69.0)
