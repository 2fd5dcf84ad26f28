"""Claims of progress on simulated lifters whose truth is known: how often each way of telling claims it, and rightly.

Six weeks are judged after twenty weeks of log, 2.5 sessions a week: a best set of five, rounded to 2.5 kg, with the
noise of a day, form that comes and goes over three weeks, and 15 % of sessions held back on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import LIFT_GRID, Change, Observations, Standing, change_since, follow, standing

HISTORY_WEEKS, JUDGED_WEEKS, PER_WEEK = 20, 6, 2.5
NOISES = (0.02, 0.03, 0.045)
FORM_PER_NOISE, FORM_DAYS, HELD_BACK = 0.4, 21.0, 0.15
ATHLETES = 60
PER_WEEK_GROWTH = 0.006
SHUFFLED_SESSIONS, SHUFFLES, LEAST_LATE, LEAST_EARLY = 40, 12, 5, 10


@dataclass(frozen=True, slots=True, eq=False)
class Lifter:
    """One simulated log: days, logs of one-rep maxima, the day six weeks are counted from, and the true change."""

    days: np.ndarray
    values: np.ndarray
    since: float
    truth: float


@dataclass(frozen=True, slots=True)
class Scenario:
    """How an athlete truly grows: per week, all along or from the judged day on."""

    name: str
    growth: float
    all_along: bool


SCENARIOS = (
    Scenario("no growth", 0.0, True),
    Scenario("0.6 % a week all along", PER_WEEK_GROWTH, True),
    Scenario("0.6 % a week from six weeks ago on", PER_WEEK_GROWTH, False),
)


def lifter(seed: int, scenario: Scenario, noise: float) -> Lifter:
    """One athlete; the same seed and noise give the same chance events in every scenario."""
    rng = np.random.default_rng([seed, round(noise * 1000)])
    weeks = HISTORY_WEEKS + JUDGED_WEEKS
    n, since = int(weeks * PER_WEEK), HISTORY_WEEKS * 7.0
    days = np.sort(rng.choice(weeks * 7, n, replace=False)).astype(float)
    level = scenario.growth * (days - since) / 7
    if not scenario.all_along:
        level = np.maximum(level, 0.0)
    form, spread = np.zeros(n), FORM_PER_NOISE * noise
    for i in range(1, n):
        fade = np.exp(-(days[i] - days[i - 1]) / FORM_DAYS)
        form[i] = fade * form[i - 1] + rng.normal() * spread * np.sqrt(1 - fade**2)
    shown = level + form + rng.normal(0, noise, n)
    shown -= (rng.random(n) < HELD_BACK) * np.abs(rng.normal(0.05, 0.03, n))
    load = np.round(100 * np.exp(shown) / (1 + 5 / 30) / 2.5) * 2.5
    return Lifter(days, np.log(load * (1 + 5 / 30)), since, scenario.growth * (days[-1] - since) / 7)


def capacity_change(log: Lifter) -> Change:
    """Our answer."""
    track = follow(Observations.plain(log.days, log.values, LIFT_GRID), LIFT_GRID)
    assert not isinstance(track, Unknown)
    change = change_since(track, log.since)
    assert not isinstance(change, Unknown)
    return change


def record_in_six_weeks(log: Lifter) -> bool:
    """What most logs do: a best of the last six weeks above everything before."""
    late = log.days >= log.since
    return bool(log.values[late].max() > log.values[~late].max() + 1e-9)


def slope_test(log: Lifter) -> bool:
    """A straight line through six weeks whose slope is above zero at one-sided p < 0.1."""
    late = log.days >= log.since
    x, y = log.days[late] - log.days[late].mean(), log.values[late]
    slope = float(x @ y / (x @ x))
    left = y - y.mean() - slope * x
    return slope / np.sqrt(float(left @ left) / (len(x) - 2) / (x @ x)) > 1.35


def ceiling(scenario: Scenario, false_share: float, athletes: int = ATHLETES) -> float:
    """How often growth can be claimed at all with so many false claims: by somebody told its shape and all spreads, and
    with no session held back. The test of Neyman and Pearson on each log; nobody who has to learn these does better."""
    normal, found = NormalDist(), []
    for noise in NOISES:
        for log in (lifter(seed, scenario, noise) for seed in range(athletes)):
            form = FORM_PER_NOISE**2 * np.exp(-np.abs(log.days[:, None] - log.days) / FORM_DAYS)
            weeks = (log.days - log.since) / 7
            shape = np.column_stack([np.ones(len(weeks)), weeks if scenario.all_along else np.maximum(weeks, 0.0)])
            known = shape.T @ np.linalg.solve(noise**2 * (np.eye(len(weeks)) + form), shape)
            spread = float(np.sqrt(np.linalg.inv(known)[1, 1]))
            found.append(1.0 - normal.cdf(normal.inv_cdf(1.0 - false_share) - scenario.growth / spread))
    return float(np.mean(found))


@dataclass(frozen=True, slots=True)
class Claims:
    """Shares of athletes in one scenario: claims by each way of telling, and how often our 80 % interval held."""

    scenario: str
    ours: float
    ours_or_likely: float
    record: float
    slope: float
    interval_held: float


def claims(scenario: Scenario, athletes: int = ATHLETES) -> Claims:
    """All ways of telling on the same athletes, noises mixed in equal parts."""
    logs = [lifter(seed, scenario, noise) for noise in NOISES for seed in range(athletes)]
    changes = [capacity_change(log) for log in logs]
    words = [standing(change) for change in changes]
    held = [c.low <= np.expm1(log.truth) <= c.high for c, log in zip(changes, logs, strict=True)]
    return Claims(
        scenario.name,
        _share(words, lambda word: word is Standing.UP),
        _share(words, lambda word: word in (Standing.UP, Standing.LIKELY_UP)),
        _share(logs, record_in_six_weeks),
        _share(logs, slope_test),
        float(np.mean(held)),
    )


BORDERS, OTHERS_FROM, OTHERS = (0.8, 0.85, 0.9), 20_000, 400
"""Borders to choose from, on so many other athletes for each noise; nobody is judged by those they were chosen on."""


def at_borders(scenario: Scenario, athletes: int = OTHERS) -> list[float]:
    """The shares of other athletes of whom "better" is said at each border."""
    seeds = range(OTHERS_FROM, OTHERS_FROM + athletes)
    changes = [capacity_change(lifter(seed, scenario, noise)) for noise in NOISES for seed in seeds]
    return [_share(changes, lambda c, border=border: c.p_better >= border and c.median > 0) for border in BORDERS]


@dataclass(frozen=True, slots=True)
class Shuffled:
    """What is claimed of real logs whose sessions have changed places, so that nothing in them grows."""

    windows: int
    up: float
    down: float


def shuffled(logs: Sequence[Observations], seed: int = 0) -> Shuffled:
    """Stretches of 40 sessions of real lifts with their days kept and their values shuffled, six weeks judged."""
    rng, words = np.random.default_rng(seed), []
    for seen in logs:
        days, values = seen.day[~seen.missed], seen.value[~seen.missed]
        for _ in range(SHUFFLES if len(days) >= SHUFFLED_SESSIONS else 0):
            start = int(rng.integers(0, len(days) - SHUFFLED_SESSIONS + 1))
            part = slice(start, start + SHUFFLED_SESSIONS)
            log = Lifter(days[part], rng.permutation(values[part]), float(days[part][-1]) - 7 * JUDGED_WEEKS, 0.0)
            late = int(np.count_nonzero(log.days > log.since))
            if LEAST_LATE <= late <= SHUFFLED_SESSIONS - LEAST_EARLY:
                words.append(standing(capacity_change(log)))
    up, down = (_share(words, lambda word, claim=claim: word is claim) for claim in (Standing.UP, Standing.DOWN))
    return Shuffled(len(words), up, down)


def _share(rows: Sequence[Any], holds: Callable[[Any], bool]) -> float:
    return sum(holds(row) for row in rows) / len(rows) if rows else float("nan")
