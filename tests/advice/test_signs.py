"""What the watch is fed with: sessions against their own expectation, known only from before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from longgame.advice.signs import beyond_duration, effort_cost, lift_performance, signs
from tests.growth.test_how_far import gym, squats

END = date(2026, 12, 31)


def test_a_weak_week_falls_below_expectation_and_a_usual_one_does_not():
    usual = lift_performance(squats(), END)
    weak = lift_performance([*squats()[:-2], gym(180, "Squat", 90), gym(183, "Squat", 90)], END)
    assert abs(np.mean([e.deviation for e in usual])) < 0.6
    assert all(e.deviation < -1.5 for e in weak[-2:])


def test_early_sessions_are_not_judged():
    assert lift_performance(squats()[:8], END) == ()
    assert len(lift_performance(squats()[:9], END)) == 1


def test_effort_is_judged_at_like_duration():
    rng = np.random.default_rng(1)
    long_and_short = [
        (replace(gym(i, "Squat", 100), duration_s=60.0 * minutes), float(np.log(minutes) + rng.normal() * 0.3))
        for i, minutes in enumerate(rng.uniform(20, 120, 60))
    ]
    ordinary = effort_cost(long_and_short)
    dear = effort_cost([*long_and_short, (replace(gym(61, "Squat", 100), duration_s=1800.0), 7.0)])
    assert np.std([e.deviation for e in ordinary]) < 1.5
    assert dear[-1].deviation > 2


def test_signs_end_on_the_day_asked_about():
    found = signs(squats(), (), squats()[20].local_day)
    assert found == signs(squats()[:21], (), END)


def test_effort_beyond_duration_is_what_a_line_through_the_sessions_before_leaves():
    draw = np.random.default_rng(7)
    minutes, felt = np.log(draw.uniform(20, 180, 60)), draw.uniform(1, 9, 60)
    told = []
    for n in range(60):
        before = minutes[:n], felt[:n]
        # A ridge of 1 on the slope as one more row of least squares; the mean of effort stays in what is left.
        away = before[0] - before[0].mean() if n else before[0]
        rows = np.append(away, 1.0)[:, None]
        slope = np.linalg.lstsq(rows, np.append(before[1], 0.0), rcond=None)[0][0] if n > 1 else 0.0
        told.append(felt[n] - slope * (minutes[n] - before[0].mean() if n else 0.0))
    np.testing.assert_allclose(beyond_duration(minutes, felt), told, atol=1e-10)
