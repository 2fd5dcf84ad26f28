"""The two-component model on the published data of Clarke & Skiba 2013, and why it foretells nothing here."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from longgame.measure.load.response import Response, SameDay, impulse_response

DATA = Path(__file__).parents[1] / "corpus" / "measure" / "bike-score.csv"
PUBLISHED = Response(262.0, 0.18, 0.23, 36.0, 21.0)


@pytest.fixture(scope="module")
def rider() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Daily loads, the days of the nine tests, and their powers [W]."""
    rows = list(csv.DictReader(DATA.open(encoding="utf-8-sig")))
    load = np.array([float(row["BikeScore"]) for row in rows])
    tested = np.array([i for i, row in enumerate(rows) if row["Test_5min_Power"]])
    return load, tested, np.array([float(rows[i]["Test_5min_Power"]) for i in tested])


def sums(load: np.ndarray, tau: float) -> np.ndarray:
    """The model's sum for one time constant, as performance with a gain of one."""
    return impulse_response(load, Response(0.0, 1.0, 0.0, tau, 1.0))


def linear_fit(slow, fast, tested, watts) -> tuple[np.ndarray, float]:
    """With both time constants given, the other three numbers are plain least squares."""
    x = np.column_stack([np.ones(len(tested)), slow[tested], -fast[tested]])
    weights, *_ = np.linalg.lstsq(x, watts, rcond=None)
    return weights, float(np.sum((x @ weights - watts) ** 2))


@pytest.mark.parametrize(("same_day", "squares"), [(SameDay.COUNTS, 21.26), (SameDay.NEXT_DAY, 193.44)])
def test_the_published_numbers_fit_only_with_the_days_own_load(rider, same_day, squares) -> None:
    load, tested, watts = rider
    misses = impulse_response(load, PUBLISHED, same_day)[tested] - watts
    assert float(misses @ misses) == pytest.approx(squares, abs=0.01)


def test_the_best_fit_makes_both_components_alike(rider) -> None:
    load, tested, watts = rider
    alike, least = linear_fit(sums(load, 27.538), sums(load, 27.298), tested, watts)
    _, textbook = linear_fit(sums(load, 36.0), sums(load, 21.0), tested, watts)
    assert least == pytest.approx(18.30, abs=0.01)
    assert least < textbook
    assert alike[1:] == pytest.approx([12.1, 12.1], abs=0.2)


@pytest.mark.parametrize(("test", "foretold"), [(6, 303.7), (7, 299.4), (8, 314.8)])
def test_the_last_test_foretells_the_next_one_better(rider, test, foretold) -> None:
    load, tested, watts = rider
    slow = {tau: sums(load, tau) for tau in np.arange(30.0, 80.0, 2.5)}
    fast = {tau: sums(load, tau) for tau in np.arange(3.0, 16.0, 1.0)}
    fits = [
        (squares, weights, s, f)
        for s in slow.values()
        for f in fast.values()
        for weights, squares in [linear_fit(s, f, tested[:test], watts[:test])]
        if weights[1] >= 0 and weights[2] >= 0
    ]
    _, weights, s, f = min(fits, key=lambda fit: fit[0])
    model = weights @ [1.0, s[tested[test]], -f[tested[test]]]
    assert model == pytest.approx(foretold, abs=1.0)
    assert abs(model - watts[test]) > abs(watts[test - 1] - watts[test])


def test_a_time_constant_is_positive() -> None:
    with pytest.raises(ValueError, match="above zero"):
        impulse_response(np.zeros(2), Response(1.0, 1.0, 1.0, 0.0, 1.0))
