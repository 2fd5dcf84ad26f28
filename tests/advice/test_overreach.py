"""The overreach watch: one sign never suffices, silence is said, words never diagnose, false alarms stay in budget."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from longgame.advice.overreach import Exposure, Signs, WatchState, amber_days, unknown_families, watch, watch_days
from longgame.record.wellness import Wellness

START = date(2026, 3, 1)


def day(n):
    return START + timedelta(n)


def mornings(n, seed=1, low_from=None, hrv_drop=0.0):
    rng = np.random.default_rng(seed)
    x, found = 0.0, []
    for i in range(n):
        x = 0.4 * x + rng.normal() * 0.5
        mood = 4.0 + 0.6 * x - (1.6 if low_from is not None and i >= low_from else 0.0)
        answers = [float(np.clip(round(mood + rng.normal() * 0.5), 1, 5)) for _ in range(5)]
        hrv = 60.0 * np.exp(rng.normal() * 0.08) * (1 - hrv_drop * (i >= n - 7))
        found.append(Wellness(day(i), *answers, hrv_rmssd_ms=float(hrv), resting_hr_bpm=50.0 + float(rng.normal())))
    return tuple(found)


def exposures(n, about, seed, off_from=None, shift=0.0, spread=0.5):
    rng = np.random.default_rng(seed)
    return tuple(
        Exposure(day(i), float(rng.normal()) * spread + (shift if off_from is not None and i >= off_from else 0), about)
        for i in range(0, n, 2)
    )


def signs(n=60, feel=None, cost=None, performance=None, seed=1):
    return Signs(
        mornings(n, seed, feel),
        exposures(n, "heart rate on easy runs", seed + 1, cost, +2.5),
        exposures(n, "Squat", seed + 2, performance, -2.5),
    )


def test_good_weeks_are_steady():
    assert watch(signs(), day(59)).state is WatchState.STEADY


@pytest.mark.parametrize("which", ["feel", "cost", "performance"])
def test_one_family_alone_never_alarms(which):
    today = watch(signs(**{which: 52}), day(59))
    assert today.state is WatchState.STEADY
    assert sum(sign.off for sign in today.evidence) == 1
    assert "One sign alone" in today.says


def test_feeling_and_cost_together_are_amber():
    today = watch(signs(feel=52, cost=52), day(59))
    assert today.state is WatchState.AMBER
    assert {sign.family for sign in today.evidence if sign.off} == {"how you feel", "cost at equal work"}


def test_performance_surely_down_and_feeling_low_is_red_and_no_diagnosis():
    today = watch(signs(feel=52, performance=52), day(59))
    assert today.state is WatchState.RED
    assert "consistent with" in today.says
    assert not today.see_somebody
    for word in ("syndrome", "you have", "diagnos", "!"):
        assert word not in today.says


def test_after_more_than_two_weeks_a_professional_is_suggested():
    history = watch_days(signs(n=80, feel=40, cost=40, performance=40), day(40), day(79))
    last_alarm = [today for today in history if today.state is not WatchState.STEADY]
    assert any(today.see_somebody for today in last_alarm)
    assert not any(today.see_somebody for today in history[:14])
    told = next(today for today in history if today.see_somebody)
    assert "physician or sports professional" in told.says


def test_variability_is_told_beside_and_never_decides():
    quiet = Signs(mornings(90, 3, hrv_drop=0.25), signs().cost[:0], exposures(90, "Squat", 5))
    today = watch(quiet, day(89))
    assert today.state is WatchState.STEADY
    assert any("heart-rate variability is below your normal" in line for line in today.beside)


def test_nothing_on_record_is_said_and_is_no_green_light():
    today = watch(Signs(), day(10))
    assert today.state is WatchState.CANNOT_TELL
    assert "how you feel" in unknown_families(today).reason
    assert amber_days(Signs(), day(0), day(10)) is None


def test_what_comes_later_changes_nothing_about_then():
    whole = signs(n=80, feel=60, cost=60)
    before = Signs(
        whole.wellness[:50], *(tuple(e for e in s if e.day < day(50)) for s in (whole.cost, whole.performance))
    )
    assert watch(whole, day(49)) == watch(before, day(49))


def test_false_alarms_of_healthy_athletes_stay_within_two_days_in_a_hundred():
    alarms = total = 0
    for seed in range(0, 300, 10):
        healthy = Signs(
            mornings(120, seed),
            exposures(120, "heart rate on easy runs", seed + 1, spread=1.0),
            exposures(120, "Squat", seed + 2, spread=1.0),
        )
        found = amber_days(healthy, day(30), day(119))
        alarms, total = alarms + len(found), total + 90
    assert 0 < alarms / total <= 0.02
