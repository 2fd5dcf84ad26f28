"""The evaluation itself: its scores against plain definitions, and that nobody looks ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from math import erf

import numpy as np
import pytest
from benchmarks.evaluate import claims, rep_curves, runners, strength
from benchmarks.evaluate.baselines import BASELINES
from benchmarks.evaluate.logs import LiftSeries, Log
from benchmarks.evaluate.scores import crps, score

from longgame.growth.endurance import aerobic
from longgame.kernel.ids import THE_ATHLETE, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.measure.capacity import Belief, BestSet
from longgame.measure.capacity.adjusted import foretold_session
from longgame.measure.capacity.belief import mixture_quantiles
from longgame.record.session import Session
from longgame.record.sets import SetKind, StrengthSet


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


def test_no_way_of_telling_can_claim_more_than_somebody_told_everything() -> None:
    none, steady, late = claims.SCENARIOS
    assert claims.ceiling(none, 0.033, 3) == pytest.approx(0.033)
    assert claims.ceiling(steady, 0.033, 3) > claims.ceiling(late, 0.033, 3) > 0.033
    assert claims.ceiling(late, 0.1, 3) > claims.ceiling(late, 0.033, 3)
    logs = [claims.lifter(seed, late, noise) for noise in claims.NOISES for seed in range(3)]
    spread = [
        noise / np.sqrt(np.sum(np.maximum(one.days - one.since, 0) ** 2)) * 7
        for noise, one in zip(np.repeat(claims.NOISES, 3), logs, strict=True)
    ]
    alone = np.mean([0.5 * (1 + erf((0.006 / s - 1.8384) / 2**0.5)) for s in spread])
    assert claims.ceiling(late, 0.033, 3) < alone, "form and an unknown level leave less than noise alone would"


def near(fall: float, days: int = 60, noise: float = 0.01) -> rep_curves.NearSets:
    """A lifter of that curve who takes two sets of unlike reps to failure a week."""
    rng = np.random.default_rng(4)
    day, reps = np.repeat(np.arange(days) * 7.0, 2), np.tile([3.0, 9.0], days)
    load = 100 * np.exp(rng.normal(0, noise, 2 * days)) / (1 + fall * (reps - 1))
    return rep_curves.NearSets("a", "Squat", day, load, reps)


def test_a_curve_unlike_the_usual_one_foretells_its_own_sets_better() -> None:
    found = rep_curves.foretold(near(0.07))
    assert found is not None
    (row, whole) = rep_curves.rows([found])
    assert row.own < 0.5 * row.usual
    assert (row.nearer > 0.8, row.fall, whole.fall) == (
        True,
        pytest.approx(0.07, rel=0.15),
        pytest.approx(0.07, rel=0.15),
    )
    assert rep_curves.foretold(near(0.07, days=3)) is None


def test_no_set_is_foretold_from_its_own_day_or_later_ones() -> None:
    one = near(0.06)
    cut = int(np.searchsorted(one.day, 200.0))
    changed = replace(one, load_kg=np.where(np.arange(len(one.day)) >= cut, one.load_kg * 3, one.load_kg))
    before, after = rep_curves.foretold(one), rep_curves.foretold(changed)
    same = np.flatnonzero(before.own_error != after.own_error)[0]
    assert same > 10
    lifted = after.own_error[same] - before.own_error[same]
    assert lifted == pytest.approx(np.log(3))


def test_what_stands_in_for_a_set_near_failure_is_the_heaviest_of_its_reps_among_the_days_best() -> None:
    sets = [
        ("Squat", 5, 100, "work"),
        ("Squat", 5, 95, "work"),
        ("Squat", 10, 60, "work"),
        ("Squat", 1, 150, "warm-up"),
    ]
    made = tuple(
        StrengthSet(name, reps, Amount(Decimal(kg), Unit.KILOGRAM), kind=SetKind(kind)) for name, reps, kg, kind in sets
    )
    body = (StrengthSet("Chin Up", 5, Amount(Decimal(10), Unit.KILOGRAM)),)
    start = datetime(2026, 5, 1, 18, tzinfo=UTC)
    session = Session(SessionId("s"), THE_ATHLETE, start, start.date(), Sport.STRENGTH, (), sets=(*made, *body))
    (found,) = rep_curves.near_sets(Log("a", (session,)))
    assert (found.exercise, found.reps.tolist(), found.load_kg.tolist()) == ("Squat", [5.0], [100.0])
