"""The evaluation itself: its scores against plain definitions, and that nobody looks ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from benchmarks.evaluate import claims, runners, strength
from benchmarks.evaluate.baselines import BASELINES
from benchmarks.evaluate.logs import LiftSeries
from benchmarks.evaluate.scores import crps, score

from longgame.growth.endurance import aerobic
from longgame.kernel.sport import Sport
from longgame.measure.capacity import Belief, BestSet
from longgame.measure.capacity.adjusted import foretold_session
from longgame.measure.capacity.belief import mixture_quantiles


def mixture() -> Belief:
    return Belief(np.array([0.3, 0.7]), np.array([-1.0, 0.5]), np.array([0.2, 1.0]))


@pytest.mark.parametrize("value", [-2.0, 0.0, 1.3])
def test_the_score_equals_its_integral(value: float) -> None:
    belief = mixture()
    grid = np.linspace(-12, 12, 240_001)
    below = np.array([belief.share_below(float(x)) for x in grid[::100]])
    squares = (below - (grid[::100] >= value)) ** 2
    assert crps(belief, value) == pytest.approx(float(np.sum(squares) * (grid[100] - grid[0])), abs=6e-3)
    assert score(belief, value).in_95 == (belief.quantile(0.025) <= value <= belief.quantile(0.975))


def test_many_quantiles_at_once_equal_one_by_one() -> None:
    belief, shares = mixture(), np.array([0.02, 0.5, 0.97])
    stacked = mixture_quantiles(belief.weight[None], belief.means[None], belief.sds[None], shares)[0]
    assert stacked == pytest.approx(belief.quantiles(shares), abs=1e-5)


def series(last_kg: float = 105.0) -> LiftSeries:
    rng = np.random.default_rng(4)
    loads = [*np.round(100 + rng.normal(0, 4, 24)).tolist(), last_kg]
    start = date(2026, 1, 5)
    rows = (BestSet(start + timedelta(4 * n), kg, 5, kg * (1 + 5 / 30), 0.0, 0.18) for n, kg in enumerate(loads))
    return LiftSeries("somebody", "Squat", tuple(rows))


def test_no_lift_forecast_sees_what_comes() -> None:
    usual, changed = strength.foretell_athlete([series()])[0], strength.foretell_athlete([series(160.0)])[0]
    assert usual[:-1] == changed[:-1]
    assert usual[-1] != changed[-1]
    a, b = series(), series(160.0)
    assert [
        n for n, point in BASELINES.items() if not np.allclose(point(a.days, a.values), point(b.days, b.values))
    ] == []


def test_no_run_forecast_sees_what_comes() -> None:
    runs = runners.simulated(1)[:60]
    slipped = [*runs[:-1], replace(runs[-1], summary=replace(runs[-1].summary, hr_bpm=200.0))]
    a, b = aerobic(runs, Sport.RUN), aerobic(slipped, Sport.RUN)
    assert foretold_session(a.track, 59).mean == pytest.approx(foretold_session(b.track, 59).mean)


def test_simulated_truths_are_what_they_say() -> None:
    still, grown = (claims.lifter(3, scenario, 0.03) for scenario in claims.SCENARIOS[:2])
    assert still.truth == 0.0
    assert grown.truth == pytest.approx(0.006 * (grown.days[-1] - grown.since) / 7)
    assert np.array_equal(still.days, grown.days)
    assert 0.9 > claims.capacity_change(grown).p_better - claims.capacity_change(still).p_better > 0
