"""Slopes: the polynomial's own values, the measured ones within their spread, and slopes found in altitude."""

from __future__ import annotations

import numpy as np
import pytest

from longgame.measure.grade import grade_adjusted_speed, grade_factor, grade_from_altitude, running_cost


@pytest.mark.parametrize(("grade", "cost"), [(0, 3.600), (0.45, 19.426), (-0.20, 1.800), (-0.45, 4.032)])
def test_cost_of_minetti_2002(grade, cost):
    assert running_cost(grade) == pytest.approx(cost, abs=5e-4)


@pytest.mark.parametrize(
    ("grade", "mean", "sd"), [(0, 3.40, 0.24), (0.45, 18.93, 1.74), (-0.20, 1.73, 0.36), (-0.45, 3.92, 0.81)]
)
def test_polynomial_lies_within_one_deviation_of_what_was_measured(grade, mean, sd):
    assert abs(float(running_cost(grade)) - mean) <= sd


@pytest.mark.parametrize(("grade", "factor"), [(0.10, 1.658), (-0.10, 0.598), (0, 1)])
def test_factor(grade, factor):
    assert grade_factor(grade) == pytest.approx(factor, abs=5e-4)


def test_slopes_beyond_the_measured_are_cut():
    assert running_cost(0.9) == running_cost(0.45)
    assert grade_adjusted_speed(np.array([2.0]), np.array([-0.9])) == grade_adjusted_speed(2.0, -0.45)


def test_slope_is_found_under_barometer_noise_and_holes():
    rng = np.random.default_rng(3)
    way = np.cumsum(np.full(1200, 3.0))
    height = 0.06 * way + rng.normal(0, 0.2, 1200)
    height[300:340] = np.nan
    slope = grade_from_altitude(way, height)
    assert np.median(slope) == pytest.approx(0.06, abs=0.003)
    assert grade_from_altitude(way, np.full(1200, np.nan)).tolist() == [0.0] * 1200
