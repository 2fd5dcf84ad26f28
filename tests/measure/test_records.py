"""Records, their chance by noise against drawn sessions, and heaviest sets against looking at all pairs."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.units import Amount, Unit
from longgame.measure.capacity import LIFT_GRID, LiftSession, best_sets, follow, lift_observations
from longgame.measure.capacity.lift_sessions import near_failure
from longgame.measure.capacity.records import chance_of_best, records_of, rep_bests
from longgame.record.sets import SetKind, StrengthSet

DAY = date(2026, 1, 5)


def session(n, *sets, body=0.0, **more):
    made = (StrengthSet("Squat", reps, Amount(Decimal(str(kg)), Unit.KILOGRAM), **more) for reps, kg in sets)
    return LiftSession(DAY + timedelta(3 * n), tuple(made), body)


def learned(sessions):
    found, missed = best_sets(sessions)
    return found, follow(lift_observations(found, missed), LIFT_GRID)


def test_each_record_tops_all_before_and_names_its_set_and_its_wait():
    loads = [100, 97.5, 100, 102.5, 95, 102.5, 110]
    sessions = [session(n, (5, kg)) for n, kg in enumerate(loads)]
    sessions.insert(3, session(2.5, (0, 130)))  # a missed attempt is no record
    records = records_of(*learned(sessions))
    assert [(one.load_kg, one.reps, one.sessions) for one in records] == [(100, 5, None), (102.5, 5, 3), (110, 5, 3)]
    assert records[0].above is records[0].by_noise is None
    assert records[1].above == pytest.approx(0.025)
    assert 0 < records[2].by_noise < records[1].by_noise < 1


def test_the_chance_by_noise_is_that_of_drawn_sessions():
    rng = np.random.default_rng(1)
    _, track = learned([session(n, (5, round(100 + rng.normal(0, 2.5)))) for n in range(30)])
    row, value, sessions = 20, 121.0, 12
    grid, weight = track.grid, track.trace.weight(20)
    points = rng.choice(len(grid), 40_000, p=weight)
    level = rng.normal(track.trace.level[row][points], np.sqrt(track.trace.level_variance[row][points]))
    noise = np.sqrt(grid.noise[points] ** 2 + grid.form[points] ** 2)
    best = level + (noise[:, None] * rng.normal(size=(40_000, sessions))).max(axis=1)
    assert chance_of_best(track, row, value, sessions) == pytest.approx(np.mean(best > np.log(value)), abs=0.01)


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(20, 60)), min_size=1, max_size=25))
def test_heaviest_sets_are_those_that_no_other_beats(sets):
    found = rep_bests([session(n, one) for n, one in enumerate(sets)])
    alone = {
        one for one in sets if not any(other != one and other[0] >= one[0] and other[1] >= one[1] for other in sets)
    }
    assert [(one.reps, one.load_kg) for one in found] == sorted(alone)
    assert all(one.day == DAY + timedelta(3 * sets.index((one.reps, int(one.load_kg)))) for one in found)


def test_only_sets_near_failure_tell_a_curve_and_a_report_is_taken_as_one_rep_low():
    days = [
        session(0, (5, 100), rir=2),
        session(1, (5, 100), rir=5),
        session(2, (5, 100)),
        session(3, (8, 90), (8, 95), kind=SetKind.FAILURE),
        session(4, (5, 60), kind=SetKind.WARM_UP, rir=1),
        session(5, (3, 20), rir=0, body=80.0),
    ]
    day, load, reps, sd = near_failure(days)
    assert (day - DAY.toordinal()).tolist() == [0, 9, 15]
    assert load.tolist() == [100, 95, 100]
    assert reps.tolist() == [8, 8, 3]
    assert sd.tolist() == [pytest.approx(1.1), 0, 0]


def test_a_track_of_other_sets_is_refused():
    found, track = learned([session(n, (5, 100)) for n in range(4)])
    with pytest.raises(ValueError, match="not learned from"):
        records_of(found[:3], track)
