"""Endurance then and now: heartbeats, best efforts, critical power and speed."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from longgame.advice.signs import heart_cost
from longgame.growth.endurance import Effort, aerobic, critical_of, endurance
from longgame.kernel.sport import Sport
from longgame.measure.capacity import Standing
from longgame.measure.summary import BEST_DURATIONS_S, EffortSummary, summarise_streams
from longgame.record.streams import Streams

START = date(2026, 1, 5)


def runs(n=80, growth=0.0, seed=1, extra=0.0):
    """Easy runs every other day; heart rate falls by `growth` a week, and is `extra` dearer in the last three runs."""
    rng, found = np.random.default_rng(seed), []
    for i in range(n):
        speed = 3.0 * np.exp(rng.normal(0, 0.06))
        dear = extra if i >= n - 3 else 0.0
        beats = 145 * (speed / 3.0) ** 0.6 * np.exp(-growth * i * 2 / 7 + dear + rng.normal(0, 0.02))
        summary = EffortSummary(speed, beats, 45 * np.exp(rng.normal(0, 0.3)), 0.0, None)
        found.append(Effort(START + timedelta(2 * i), Sport.RUN, summary))
    return found


def rides(cp, w_prime=18_000.0, first=0, n=12, seed=2):
    """Rides that together reach the hyperbola at every duration."""
    rng, found = np.random.default_rng(seed), []
    for i in range(n):
        short = rng.uniform(0.9, 0.97) if i % 3 else 1.0
        bests = tuple(short * (cp + w_prime / max(d, 60)) for d in BEST_DURATIONS_S)
        summary = EffortSummary(0.7 * cp, None, 90.0, None, None, bests)
        found.append(Effort(START + timedelta(first + 3 * i), Sport.RIDE, summary))
    return found


def test_a_heart_that_needs_fewer_beats_is_told_in_beats():
    (told,) = endurance(runs(growth=0.004), date(2026, 12, 31))
    assert told.measure.startswith("Run, per heartbeat at ")
    assert (told.unit, told.standing) == ("m/beat", Standing.UP)
    assert told.now.median > told.then.median
    assert "bpm now" in told.says


def test_a_flat_runner_is_not_told_of_growth():
    told = [endurance(runs(seed=s), date(2026, 12, 31))[0] for s in range(6)]
    assert sum(one.standing is Standing.UP for one in told) == 0


def test_seven_runs_are_too_few():
    assert aerobic(runs(7), Sport.RUN) is None
    assert endurance(runs(7), date(2026, 12, 31)) == ()


def test_critical_power_is_found_again_and_its_growth_is_seen():
    fit = critical_of(rides(250.0), Sport.RIDE)
    assert fit.cp_w == pytest.approx(250, rel=0.01)
    assert fit.w_prime_j == pytest.approx(18_000, rel=0.05)
    many = [ride for k in range(10) for ride in rides(220.0 * 1.025**k, first=42 * k, seed=k)]
    told = {one.measure: one for one in endurance(many, date(2027, 12, 31))}
    assert told["Ride, critical power"].standing is Standing.UP
    assert told["Ride, best 20 min"].standing in (Standing.UP, Standing.LIKELY_UP)


def test_rides_that_never_tried_give_no_critical_power():
    flat = [
        Effort(one.day, one.sport, EffortSummary(150.0, None, 90.0, None, None, (150.0,) * 11)) for one in rides(250.0)
    ]
    assert "Ride, critical power" not in [one.measure for one in endurance(flat, date(2027, 12, 31))]


def test_dearer_runs_are_signs_of_cost_and_usual_ones_are_not():
    usual, dear = heart_cost(runs()), heart_cost(runs(extra=0.1))
    assert abs(np.mean([e.deviation for e in usual])) < 0.4
    assert all(e.deviation > 1.5 for e in dear[-3:])


def test_a_recording_becomes_a_summary_without_its_warm_up():
    t = np.arange(3600.0)
    hr = np.where(t < 300, 100.0, 150.0) + np.sin(t / 30)
    found = summarise_streams(Streams(t, hr_bpm=hr, power_w=200 + 5 * np.sin(t / 7)), Sport.RIDE)
    assert found.hr_bpm == pytest.approx(150, abs=0.5)
    assert found.rate == pytest.approx(200, abs=0.5)
    assert found.minutes == pytest.approx(60, abs=0.1)
    assert found.bests[BEST_DURATIONS_S.index(1200)] == pytest.approx(200, abs=0.5)


def test_a_hill_is_taken_into_the_speed():
    t = np.arange(1800.0)
    climbing = Streams(t, speed_m_s=np.full(1800, 2.0), distance_m=2.0 * t, altitude_m=0.1 * 2.0 * t)
    assert summarise_streams(climbing, Sport.RUN).rate == pytest.approx(2.0 * 1.658, rel=0.01)
    assert "no pace or power" in summarise_streams(climbing, Sport.SWIM).reason
