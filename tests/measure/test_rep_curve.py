"""The personal rep curve against lifters whose curve is known, against published spreads, and where it is silent."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from longgame.kernel.unknown import Unknown
from longgame.measure.strength import one_rep_max
from longgame.measure.strength.rep_curve import USUAL, USUAL_FALL, USUAL_LOG_SD, RepCurve, fit_rep_curve
from longgame.measure.strength.rpe_chart import chart_share


def lifter(seed, sessions=30, counts=(1, 3, 5, 8, 10, 12), spread=1.0):
    """Sets of somebody whose curve is drawn like people's, with days, noise and reports of reserve as they are."""
    rng = np.random.default_rng(seed)
    fall = USUAL_FALL * np.exp(spread * rng.normal(0, USUAL_LOG_SD))
    rows = []
    for day in np.sort(rng.choice(200, sessions, replace=False)):
        capacity = log(120) + 0.0005 * day + rng.normal(0, 0.015)
        for reps in rng.choice(counts, rng.integers(1, 4)):
            left = int(rng.integers(0, 4))
            sd = 0.6 + 0.25 * left if left else 0.0
            load = np.exp(capacity - np.log(1 + fall * (reps + left - 1)) + rng.normal(0, 0.025))
            rows.append((day, round(load / 2.5) * 2.5, max(1.0, reps + left + rng.normal(0, sd)), sd))
    return fall, tuple(np.array(rows, float).T)


def test_the_interval_holds_the_truth_nearly_as_often_as_it_says():
    held, off = [], []
    for seed in range(120):
        fall, sets = lifter(seed)
        own = fit_rep_curve(*sets)
        assert isinstance(own, RepCurve)
        low, _, high = (1 / share - 1 for share in reversed(own.share(2)))
        held.append(low <= fall <= high)
        off.append(abs(log(own.fall / fall)))
    assert 0.68 < np.mean(held) < 0.9
    assert np.mean(off) < 0.25 * USUAL_LOG_SD


def test_a_curve_of_few_sets_is_nearer_to_the_usual_one_than_a_curve_of_many():
    def of(sets):
        day, reps = np.arange(sets) * 3.0, np.resize([2.0, 5.0, 9.0], sets)
        return fit_rep_curve(day, 120 / (1 + 0.08 * (reps - 1)), reps, np.full(sets, 1.1))

    few, many = of(9), of(90)
    assert isinstance(few, RepCurve)
    assert isinstance(many, RepCurve)
    assert many.log_sd < few.log_sd < USUAL_LOG_SD
    assert USUAL_FALL < few.fall < many.fall < 0.08 * 1.02


def test_the_usual_curve_lies_among_published_ones_and_spreads_as_people_do():
    for reps in (3, 5, 8, 10):
        low, median, high = USUAL.share(reps)
        epley, chart = one_rep_max(100, reps), chart_share(reps)
        assert not isinstance(epley, Unknown)
        assert not isinstance(chart, Unknown)
        assert low < chart < high
        assert low < 100 / epley < high
        assert median == pytest.approx((chart + 100 / epley) / 2, abs=0.03)
    wide = [1 + (1 / 0.7 - 1) / (USUAL.fall * np.exp(side * 1.96 * USUAL.log_sd)) for side in (1, -1)]
    assert wide == pytest.approx([6, 26], abs=1.5)  # Nuzzo et al. 2024: squat at 70 %


def test_share_reps_and_maximum_are_one_relation():
    curve = RepCurve(0.04, 0.1)
    assert curve.share(1) == (1.0, 1.0, 1.0)
    assert curve.share(6)[1] == pytest.approx(1 / 1.2)
    assert curve.reps(1 / 1.2)[1] == pytest.approx(6)
    assert curve.one_rep_max(100, 6)[1] == pytest.approx(120)
    assert curve.share(6)[0] < curve.share(6)[1] < curve.share(6)[2]


@pytest.mark.parametrize(
    ("day", "reps", "word"),
    [
        (np.arange(7.0), np.tile([1.0, 10.0], 4)[:7], "7 sets"),
        (np.arange(20.0), np.full(20, 5.0), "nearly the same reps"),
        (np.arange(20.0) * 30, np.tile([3.0, 10.0], 10), "nearly the same reps"),
        (np.arange(20.0), np.full(20, 18.0), "0 sets"),
    ],
)
def test_too_little_is_said_to_be_too_little(day, reps, word):
    found = fit_rep_curve(day, np.full(len(day), 80.0), reps, np.zeros(len(day)))
    assert isinstance(found, Unknown)
    assert word in found.reason


def test_sets_that_contradict_each_other_do_not_tell_a_curve():
    rng = np.random.default_rng(3)
    found = fit_rep_curve(np.arange(10.0), rng.uniform(60, 120, 10), np.tile([3.0, 6.0], 5), np.full(10, 1.35))
    assert isinstance(found, Unknown)
    assert "usual one" in found.reason


def test_columns_must_fit():
    with pytest.raises(ValueError, match="length"):
        fit_rep_curve(np.zeros(2), np.ones(3), np.ones(3), np.ones(3))
    with pytest.raises(ValueError, match="a load and a rep"):
        fit_rep_curve(np.zeros(1), np.zeros(1), np.ones(1), np.ones(1))
