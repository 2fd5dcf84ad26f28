"""Capacity seen through circumstances: against one dense Gaussian, and on runners whose truth is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from longgame.measure.capacity import adjusted
from longgame.measure.capacity.adjusted import (
    AEROBIC,
    AEROBIC_GRID,
    Circumstances,
    adjusted_change_since,
    follow_adjusted,
    foretold_session,
)
from longgame.measure.capacity.process import FORM_DAYS, LEVEL, Choice, Grid
from tests.measure.test_capacity_oracle import level_covariance, some_days


def test_levels_weights_and_densities_equal_one_dense_gaussian(monkeypatch):
    monkeypatch.setattr(adjusted, "ODD_SHARE", 1e-14)
    grid = Grid.crossed(Choice((0.03,), (1.0,)), Choice((0.2, 0.5), (0.5, 0.5)), Choice((0.003,), (1.0,)), 0.4)
    prior, days, rng = (
        Circumstances(np.array([-0.6, 0.1]), np.array([0.3, 0.05])),
        some_days(20, 3),
        np.random.default_rng(3),
    )
    design = rng.normal(0, 0.3, (20, 2))
    design[0] = 0
    values = design @ np.array([-0.5, 0.12]) + np.cumsum(rng.normal(0, 0.02, 20))
    track = follow_adjusted(days, values, design, prior, grid)
    for g in range(len(grid)):
        level = level_covariance(days, grid.start_sd**2, grid.walk[g], grid.slope[g])
        form = grid.form[g] ** 2 * np.exp(-np.abs(days[:, None] - days) / FORM_DAYS)
        seen_through = (design * prior.sd**2) @ design.T
        whole = level + form + seen_through + grid.noise[g] ** 2 * np.eye(20)
        miss = values - values[0] - design @ prior.mean
        assert track.state.mean[g, LEVEL] == pytest.approx(
            values[0] + (level @ np.linalg.solve(whole, miss))[-1], abs=3e-5
        )
        weights = prior.mean + prior.sd**2 * (design.T @ np.linalg.solve(whole, miss))
        assert track.state.mean[g, 3:] == pytest.approx(weights, abs=1e-4)
        density = -0.5 * (miss @ np.linalg.solve(whole, miss) + np.linalg.slogdet(2 * np.pi * whole)[1])
        assert track.state.log_weight[g] == pytest.approx(density + grid.log_prior[g], abs=5e-3)


def runner(seed, n=120, growth=0.0):
    """Days, log metres per heartbeat and circumstances of somebody whose capacity grows by `growth` per week."""
    rng = np.random.default_rng(seed)
    days = np.cumsum(rng.integers(1, 5, n)).astype(float)
    design = np.column_stack([rng.normal(0, 0.08, n), np.zeros(n), rng.normal(0, 0.35, n), rng.normal(0, 0.7, n)])
    noise = np.where(rng.random(n) < 0.05, rng.normal(0, 0.12, n), rng.normal(0, 0.025, n))
    return days, growth * days / 7 + design @ np.array([-0.62, 0, -0.03, -0.03]) + noise, design


def test_growth_is_found_and_its_absence_is_not_called_growth():
    grown = [
        adjusted_change_since(follow_adjusted(*r, AEROBIC, AEROBIC_GRID), r[2], AEROBIC, r[0][0])
        for r in (runner(s, growth=0.003) for s in range(4))
    ]
    still = [
        adjusted_change_since(follow_adjusted(*r, AEROBIC, AEROBIC_GRID), r[2], AEROBIC, r[0][0])
        for r in (runner(s) for s in range(8))
    ]
    assert all(change.p_better > 0.9 for change in grown)
    assert sum(change.p_better > 0.9 for change in still) <= 1


def test_the_first_days_level_carried_along_gives_the_change_of_two_runs():
    rng = np.random.default_rng(8)
    day = np.sort(rng.choice(300, 40, replace=False)).astype(float)
    day[1] = day[0]
    design, value = rng.normal(0, 0.1, (40, 4)), 0.0004 * day + rng.normal(0, 0.03, 40)
    track = follow_adjusted(day, value, design, AEROBIC, AEROBIC_GRID)
    once = adjusted_change_since(track, design, AEROBIC, float(day[0]))
    twice = adjusted_change_since(replace(track, joint=None), design, AEROBIC, float(day[0]))
    assert (once.median, once.low, once.p_up) == pytest.approx((twice.median, twice.low, twice.p_up), abs=1e-9)


def test_the_weights_of_circumstances_are_learned_and_intervals_hold():
    inside = []
    for seed in range(6):
        days, values, design = runner(seed)
        track = follow_adjusted(days, values, design, AEROBIC, AEROBIC_GRID)
        shares = np.exp(track.state.log_weight - track.state.log_weight.max())
        pace = float(shares / shares.sum() @ track.state.mean[:, 3])
        assert pace == pytest.approx(-0.62, abs=0.1)
        for i in range(20, len(days)):
            low, high = foretold_session(track, i).quantiles(np.array([0.1, 0.9]))
            inside.append(low <= values[i] <= high)
    assert 0.75 < np.mean(inside) < 0.87


def test_four_sessions_are_needed_and_columns_must_fit():
    days, values, design = runner(1, n=3)
    track = follow_adjusted(days, values, design, AEROBIC, AEROBIC_GRID)
    assert "too few" in adjusted_change_since(track, design, AEROBIC, days[0]).reason
    assert "no session" in follow_adjusted(np.empty(0), np.empty(0), np.empty((0, 4)), AEROBIC, AEROBIC_GRID).reason
    with pytest.raises(ValueError, match="differ in length"):
        follow_adjusted(days, values[:2], design, AEROBIC, AEROBIC_GRID)
