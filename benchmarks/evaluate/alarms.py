"""The false-alarm budget of the overreach watch: healthy simulated athletes, and how many days it was not steady.

A healthy athlete's mornings wander from day to day and with the week, sessions vary about their expectation, and
nothing is wrong. Beside them, athletes in whom something is: every family of signs shifts for two weeks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from longgame.advice.overreach import Exposure, Signs, WatchState, watch_days
from longgame.record.wellness import Wellness

START, WARM_UP_DAYS, DAYS, ATHLETES, ILL_DAYS = date(2025, 1, 6), 40, 300, 20, 14


@dataclass(frozen=True, slots=True)
class Alarms:
    """Days not steady per 1,000 in healthy athletes, and in overreached ones the share noticed and the days it took."""

    amber_per_1000: float
    red_per_1000: float
    noticed: float
    median_days: float


def athlete(seed: int, ill: bool) -> Signs:
    """Mornings and sessions; with `ill`, 1.5 standard deviations worse in every family over the last two weeks."""
    rng = np.random.default_rng([5, seed])
    mood, mornings, cost, performance = 0.0, [], [], []
    for n in range(WARM_UP_DAYS + DAYS):
        day, off = START + timedelta(n), 1.5 if ill and n >= WARM_UP_DAYS + DAYS - ILL_DAYS else 0.0
        mood = 0.5 * mood + rng.normal(0, 0.45)
        level = 3.6 + mood + 0.2 * (day.weekday() >= 5) - off * 0.6
        items = np.clip(np.round(level + rng.normal(0, 0.5, 5)), 1, 5).tolist()
        if rng.random() < 0.9:
            mornings.append(Wellness(day, *items))
        if day.weekday() in (0, 2, 5):
            cost.append(Exposure(day, float(rng.normal(off, 1)), "run"))
        if day.weekday() in (1, 4):
            performance.append(Exposure(day, float(rng.normal(-off, 1)), "lift"))
    return Signs(tuple(mornings), tuple(cost), tuple(performance))


def alarms(athletes: int = ATHLETES) -> Alarms:
    """Simulate, watch every day, count."""
    first, last = START + timedelta(WARM_UP_DAYS), START + timedelta(WARM_UP_DAYS + DAYS - 1)
    healthy = [one.state for seed in range(athletes) for one in watch_days(athlete(seed, ill=False), first, last)]
    onset, delays = last - timedelta(ILL_DAYS - 1), []
    for seed in range(athletes):
        days = watch_days(athlete(seed, ill=True), onset, last)
        off = [one.day for one in days if one.state in (WatchState.AMBER, WatchState.RED)]
        delays.append((off[0] - onset).days + 1 if off else None)
    found = [delay for delay in delays if delay is not None]
    return Alarms(
        1000 * healthy.count(WatchState.AMBER) / len(healthy),
        1000 * healthy.count(WatchState.RED) / len(healthy),
        len(found) / athletes,
        float(np.median(found)) if found else float("nan"),
    )
