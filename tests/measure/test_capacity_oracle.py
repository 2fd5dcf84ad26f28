"""The filter against oracles that share no code with it: dense Gaussians, full enumeration, numerical integration."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import product
from math import erf, exp, log, pi
from statistics import NormalDist

import numpy as np
import pytest

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity.bands import band
from longgame.measure.capacity.checkpoint import Checkpoint, change_of, learn, learn_together
from longgame.measure.capacity.filtering import Observations, State, run, run_together
from longgame.measure.capacity.process import FORM_DAYS, LEVEL, LIFT_GRID, SLOPE_DAYS, THEN, Choice, Grid
from longgame.measure.capacity.track import change_between, change_since, follow, follow_on, level_on


def plain(grid: Grid) -> Grid:
    return replace(grid, shortfall_share=0.0)


def some_days(n: int, seed: int) -> np.ndarray:
    return np.cumsum(np.random.default_rng(seed).integers(1, 12, n)).astype(float)


def level_covariance(days, start_var, walk, slope):
    """Of a random walk plus the integral of a stationary Ornstein–Uhlenbeck slope, by quadrature of its kernel."""
    t = days - days[0]
    return start_var + walk**2 * np.minimum(t[:, None], t) + slope**2 * slope_integral(tuple(t))


@cache
def slope_integral(since):
    """The covariance of the integral of a slope of standard deviation 1, at these days since the first."""
    t = np.array(since)
    fine = np.linspace(0, t[-1], 4001)
    kernel = np.exp(-np.abs(fine[:, None] - fine) / SLOPE_DAYS)
    step = fine[1] - fine[0]
    inner = np.cumsum(kernel, axis=0) * step - step * (kernel + kernel[0]) / 2
    outer = np.cumsum(inner, axis=1) * step - step * (inner + inner[:, :1]) / 2
    at = np.clip(np.rint(t / step).astype(int), 0, 4000)
    return outer[np.ix_(at, at)]


def dense(days, values, mean, grid, g):
    """Posterior of all levels and the log density of the values for one grid point, as one big Gaussian."""
    level = level_covariance(days, grid.start_sd**2, grid.walk[g], grid.slope[g])
    form = grid.form[g] ** 2 * np.exp(-np.abs(days[:, None] - days) / FORM_DAYS)
    whole = level + form + grid.noise[g] ** 2 * np.eye(len(days))
    solved = np.linalg.solve(whole, level)
    sign, logdet = np.linalg.slogdet(2 * np.pi * whole)
    assert sign == 1
    miss = values - mean
    density = -0.5 * (miss @ np.linalg.solve(whole, miss) + logdet)
    return mean + solved.T @ miss, level - level @ solved, density


@pytest.mark.parametrize("seed", [1, 2])
def test_levels_changes_and_weights_equal_one_dense_gaussian(seed):
    grid = plain(
        Grid.crossed(
            Choice((0.02, 0.06), (0.5, 0.5)), Choice((0.1, 0.6), (0.5, 0.5)), Choice((0.0, 0.006), (0.5, 0.5)), 0.4
        )
    )
    days = some_days(25, seed)
    values = 4.5 + np.cumsum(np.random.default_rng(seed).normal(0, 0.03, 25))
    track = follow(Observations.plain(days, values, grid), grid)
    log_weight = []
    for g in range(len(grid)):
        mean, covariance, density = dense(days, values, values[0], grid, g)
        assert track.state.mean[g, LEVEL] == pytest.approx(mean[-1], abs=2e-5)
        assert track.state.covariance[g, LEVEL, LEVEL] == pytest.approx(covariance[-1, -1], rel=2e-3)
        log_weight.append(density + grid.log_prior[g])
    assert track.state.log_weight == pytest.approx(np.array(log_weight), abs=5e-3)
    weight = np.exp(np.array(log_weight) - max(log_weight))
    weight /= weight.sum()
    then = 10
    change = change_since(track, float(days[then]))
    better = 0.0
    for g, share in enumerate(weight):
        mean, c, _ = dense(days, values, values[0], grid, g)
        sd = np.sqrt(c[-1, -1] + c[then, then] - 2 * c[-1, then])
        better += share * (1 - NormalDist(mean[-1] - mean[then], sd).cdf(0.0))
    assert change.p_better == pytest.approx(better, abs=2e-3)
    one = Grid.crossed(Choice((0.03,), (1.0,)), Choice((0.3,), (1.0,)), Choice((0.004,), (1.0,)), 0.4)
    one = plain(one)
    single = change_since(follow(Observations.plain(days, values, one), one), float(days[then]))
    mean, c, _ = dense(days, values, values[0], one, 0)
    sd = np.sqrt(c[-1, -1] + c[then, then] - 2 * c[-1, then])
    assert np.log1p(single.median) == pytest.approx(mean[-1] - mean[then], abs=2e-5)
    assert np.log1p(single.high) - np.log1p(single.low) == pytest.approx(2 * 1.2815516 * sd, rel=2e-3)


def test_collapsed_noise_stays_near_the_full_enumeration():
    grid = Grid.crossed(Choice((0.03,), (1.0,)), Choice((0.3,), (1.0,)), Choice((0.004,), (1.0,)), 0.4)
    days = some_days(8, 5)
    values = np.array([4.6, 4.61, 4.52, 4.6, 4.62, 4.48, 4.61, 4.63])
    level = level_covariance(days, grid.start_sd**2, grid.walk[0], grid.slope[0])
    form = grid.form[0] ** 2 * np.exp(-np.abs(days[:, None] - days) / FORM_DAYS)
    logs, means, variances = [], [], []
    for pattern in product((0, 1), repeat=8):
        held = np.array(pattern, dtype=float)
        noise = np.diag((grid.noise[0] * np.where(held == 1, grid.shortfall_spread, 1.0)) ** 2)
        whole = level + form + noise
        miss = values - values[0] + grid.shortfall * held
        chance = np.prod(np.where(held == 1, grid.shortfall_share, 1 - grid.shortfall_share))
        logs.append(
            -0.5 * (miss @ np.linalg.solve(whole, miss) + np.linalg.slogdet(2 * np.pi * whole)[1]) + np.log(chance)
        )
        solved = np.linalg.solve(whole, level[:, -1])
        means.append(values[0] + solved @ miss)
        variances.append(level[-1, -1] - level[-1] @ solved)
    weight = np.exp(np.array(logs) - max(logs))
    total = np.log(weight.sum()) + max(logs)
    weight /= weight.sum()
    mean = weight @ np.array(means)
    sd = np.sqrt(weight @ (np.array(variances) + (np.array(means) - mean) ** 2))
    track = follow(Observations.plain(days, values, grid), grid)
    assert track.state.log_weight[0] == pytest.approx(total, abs=0.25)
    assert level_on(track, float(days[-1])).mean == pytest.approx(mean, abs=0.15 * sd)
    assert level_on(track, float(days[-1])).sd == pytest.approx(sd, rel=0.15)


def test_a_failed_attempt_equals_numerical_integration():
    grid = plain(Grid.crossed(Choice((0.03,), (1.0,)), Choice((0.3,), (1.0,)), Choice((0.0,), (1.0,)), 1e-6))
    seen = Observations(np.zeros(1), np.array([4.55]), np.zeros(1), np.zeros(1), np.array([True]))
    state, _ = run(grid, seen, State.before(grid, 0.0, 4.6))
    level = np.linspace(4.6 - 3, 4.6 + 3, 200_001)
    prior = np.exp(-0.5 * ((level - 4.6) / grid.start_sd) ** 2)
    z = (4.55 - level[::50]) / grid.noise[0] / np.sqrt(2)
    likely = np.interp(level, level[::50], np.array([0.5 * (1 + erf(x)) for x in z]))
    post = prior * likely
    mean = np.sum(level * post) / post.sum()
    assert state.mean[0, LEVEL] == pytest.approx(mean, abs=1e-4)
    assert state.covariance[0, LEVEL, LEVEL] == pytest.approx(np.sum((level - mean) ** 2 * post) / post.sum(), rel=1e-3)
    assert state.log_weight[0] == pytest.approx(np.log(post.sum() / prior.sum()), abs=1e-4)


@pytest.mark.parametrize("miss", [-4.0, -0.6, 0.02, 0.6, 4.0])
def test_a_session_however_far_off_weighs_what_its_density_says(miss):
    grid = replace(
        Grid.crossed(Choice((0.012,), (1.0,)), Choice((0.3,), (1.0,)), Choice((0.0,), (1.0,)), 0.3), start_sd=1e-3
    )
    seen = Observations.plain(np.zeros(1), np.array([4.6 + miss]), grid)
    state, _ = run(grid, seen, State.before(grid, 0.0, 4.6))
    known = grid.start_sd**2 + grid.form[0] ** 2
    parts = [
        (1 - grid.shortfall_share, miss, known + grid.noise[0] ** 2),
        (grid.shortfall_share, miss + grid.shortfall, known + (grid.shortfall_spread * grid.noise[0]) ** 2),
    ]
    logs = [log(share) - 0.5 * (off * off / wide + log(2 * pi * wide)) for share, off, wide in parts]
    assert state.log_weight[0] == pytest.approx(max(logs) + log(sum(exp(one - max(logs)) for one in logs)), rel=1e-9)


def lift_like(n, seed, failing=()):
    """Sessions as logs have them: several a week, reports that add spread, shares held back, failed attempts."""
    rng = np.random.default_rng(seed)
    values = 4.5 + np.cumsum(rng.normal(0, 0.01, n)) + rng.normal(0, 0.04, n)
    missed = np.isin(np.arange(n), failing)
    return Observations(some_days(n, seed), values, rng.choice([0.0, 0.02], n), rng.choice([0.02, 0.18], n), missed)


@pytest.mark.parametrize("d", [3, 4])
def test_lifts_walked_side_by_side_equal_each_walked_alone(d):
    lifts = [lift_like(60, 1), lift_like(1, 2), lift_like(17, 3, (2, 16)), lift_like(60, 4, (0, 2, 59))]
    states = [State.before(LIFT_GRID, float(one.day[0]) - d, float(one.value[0])) for one in lifts]
    states = states if d == 3 else [state.remembering() for state in states]
    together = run_together(LIFT_GRID, lifts, states)
    for seen, before, (state, trace) in zip(lifts, states, together, strict=True):
        alone, path = run(LIFT_GRID, seen, before)
        assert (state.day, state.count) == (alone.day, alone.count)
        assert state.mean == pytest.approx(alone.mean, abs=1e-12)
        assert state.covariance == pytest.approx(alone.covariance, abs=1e-14)
        assert state.log_weight == pytest.approx(alone.log_weight, abs=1e-9)
        assert trace.memory.rows.tolist() == path.memory.rows.tolist()
        assert trace.memory.moments == pytest.approx(path.memory.moments, abs=1e-12)
        for column in ("level", "level_variance", "expected", "variance", "log_weight"):
            assert getattr(trace, column) == pytest.approx(getattr(path, column), rel=1e-9, abs=1e-9)


def test_lifts_side_by_side_keep_their_order_and_those_without_sessions_stay():
    lifts = [lift_like(5, 1), lift_like(0, 2), lift_like(40, 3)]
    states = [State.before(LIFT_GRID, 700_000.0, 4.5 + i) for i in range(3)]
    lifts = [replace(one, day=one.day + 700_000.0) for one in lifts]
    counts = [state.count for state, _ in run_together(LIFT_GRID, lifts, states)]
    assert counts == [5, 0, 40]
    assert run_together(LIFT_GRID, [], []) == []


@pytest.mark.parametrize("row", [3, 15, 16, 40, 58])
def test_a_change_since_any_day_is_that_of_two_runs_with_the_level_carried_along(row):
    days = some_days(60, 4)
    seen = Observations.plain(days, 4.5 + np.random.default_rng(4).normal(0, 0.04, 60), LIFT_GRID)
    first, _ = run(LIFT_GRID, seen[: row + 1], State.before(LIFT_GRID, float(days[0]), float(seen.value[0])))
    joint, _ = run(LIFT_GRID, seen[row + 1 :], first.remembering())
    expected = change_between(joint, THEN)
    track = follow(seen, LIFT_GRID)
    assert change_since(track, float(days[row])) == expected
    grown = follow_on(follow(seen[:21], LIFT_GRID), seen[21:])
    assert change_since(grown, float(days[row])).p_better == pytest.approx(expected.p_better, abs=1e-9)


@pytest.mark.parametrize("cut", [1, 7, 30, 59, 60])
def test_going_on_from_a_checkpoint_equals_learning_from_the_beginning(cut):
    days = some_days(60, 9)
    values = 4.5 + np.random.default_rng(9).normal(0, 0.04, 60)
    seen = Observations.plain(days, values, LIFT_GRID)
    whole, parts = follow(seen, LIFT_GRID), follow_on(follow(seen[:cut], LIFT_GRID), seen[cut:])
    assert parts.state.mean == pytest.approx(whole.state.mean, abs=1e-9)
    assert parts.state.covariance == pytest.approx(whole.state.covariance, abs=1e-12)
    assert parts.state.log_weight == pytest.approx(whole.state.log_weight, abs=1e-7)
    assert parts.trace.weight() == pytest.approx(whole.trace.weight(), abs=1e-7)
    assert parts.trace.weight_before() == pytest.approx(whole.trace.weight_before(), abs=1e-7)
    with pytest.raises(ValueError, match="order of time"):
        follow_on(whole, seen[:1])


@pytest.mark.parametrize("cut", [1, 2, 30, 59, 60])
def test_what_is_learned_on_from_a_kept_checkpoint_is_the_same_to_the_last_bit(cut):
    days = some_days(60, 9)
    days[1] = days[0]
    seen = Observations.plain(days, 4.5 + np.random.default_rng(9).normal(0, 0.04, 60), LIFT_GRID)
    part = learn(seen[:cut], LIFT_GRID)
    whole, on = learn(seen, LIFT_GRID), learn(seen, LIFT_GRID, Checkpoint(part.digest, part.joint, part.ends))
    assert np.array_equal(on.joint.covariance, whole.joint.covariance)
    assert np.array_equal(on.joint.log_weight, whole.joint.log_weight)
    assert np.array_equal(on.ends, whole.ends)
    track = follow(seen, LIFT_GRID)
    assert on.state.mean == pytest.approx(track.state.mean, abs=1e-9)
    assert on.ends == pytest.approx(band(track), rel=1e-6)
    for since in (days[0], days[30]):
        one, other = change_of(on, float(since)), change_since(track, float(since))
        assert (one.median, one.p_better) == pytest.approx((other.median, other.p_better), abs=1e-7)


def test_a_checkpoint_of_other_sessions_is_passed_over():
    days = some_days(20, 4)
    values = 4.5 + np.random.default_rng(4).normal(0, 0.04, 20)
    part = learn(Observations.plain(days[:12], values[:12], LIFT_GRID), LIFT_GRID)
    changed = Observations.plain(days, np.where(np.arange(20) == 3, values + 0.02, values), LIFT_GRID)
    kept = Checkpoint(part.digest, part.joint, part.ends)
    assert np.array_equal(learn(changed, LIFT_GRID, kept).joint.mean, learn(changed, LIFT_GRID).joint.mean)
    shorter = changed[:5]
    assert np.array_equal(learn(shorter, LIFT_GRID, kept).ends, learn(shorter, LIFT_GRID).ends)


def test_capacities_learned_side_by_side_equal_each_learned_alone():
    lifts = [lift_like(40, 1), lift_like(1, 2), lift_like(0, 3), lift_like(25, 4, (3, 24)), lift_like(40, 5)]
    part = learn(lifts[3][:10], LIFT_GRID)
    kept = [None, None, None, Checkpoint(part.digest, part.joint, part.ends), None]
    together = learn_together(list(zip(lifts, kept, strict=True)), LIFT_GRID)
    assert isinstance(together[2], Unknown)
    for i in (0, 1, 3, 4):
        alone = learn(lifts[i], LIFT_GRID)
        assert together[i].digest == alone.digest
        assert together[i].ends == pytest.approx(alone.ends, rel=1e-9)
        assert together[i].joint.mean == pytest.approx(alone.joint.mean, abs=1e-12)
        assert together[i].joint.log_weight == pytest.approx(alone.joint.log_weight, abs=1e-9)
