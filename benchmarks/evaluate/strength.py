"""Walk-forward on lifts: before each session, what does each method say of its best set?"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from benchmarks.evaluate import baselines
from benchmarks.evaluate.logs import LiftSeries
from benchmarks.evaluate.scores import Score, score
from longgame.measure.capacity.belief import Belief
from longgame.measure.capacity.filtering import State, run
from longgame.measure.capacity.habits import (
    ATHLETE_MEMORY,
    LEAST_PAST,
    PRIOR,
    BestColumns,
    Habits,
    foretold,
    learned,
)
from longgame.measure.capacity.lift_sessions import lift_observations
from longgame.measure.capacity.process import LIFT_GRID

FIRST = 5
"""Sessions of a lift before the first prediction that counts."""

OURS, ALONE = "**capacity and habits**", "capacity alone"

Scores = dict[str, dict[str, list[Score]]]


def columns(series: LiftSeries) -> BestColumns:
    """A lift with what the capacity model expected before each session."""
    seen = lift_observations(series.best)
    _, trace = run(LIFT_GRID, seen, State.before(LIFT_GRID, float(seen.day[0]), float(seen.value[0])))
    expected = np.sum(trace.weight_before() * trace.expected, axis=1)
    load, reps = np.array([b.load_kg for b in series.best]), np.array([float(b.reps) for b in series.best])
    return BestColumns(series.values, load, reps, expected)


def capacity_alone(series: LiftSeries) -> list[Belief]:
    """The capacity model's own predictive distribution before each session, habits left out."""
    seen, grid = lift_observations(series.best), LIFT_GRID
    _, trace = run(grid, seen, State.before(grid, float(seen.day[0]), float(seen.value[0])))
    share = grid.shortfall_share
    beliefs = []
    for w, m, s in zip(trace.weight_before(), trace.expected, np.sqrt(trace.variance), strict=True):
        low = np.sqrt(s**2 + (grid.shortfall_spread**2 - 1) * grid.noise**2)
        beliefs.append(
            Belief(
                np.concatenate([w * (1 - share), w * share]),
                np.concatenate([m, m - grid.shortfall]),
                np.concatenate([s, low]),
            )
        )
    return beliefs


def foretell_athlete(
    lifts: list[LiftSeries], prior: np.ndarray = PRIOR, scored: bool = True
) -> tuple[list[Score], np.ndarray]:
    """Our scores on all lifts of one athlete in order of time, and how often each part was right (for a prior)."""
    tables = {lift.exercise: columns(lift) for lift in lifts}
    events = sorted((day, lift.exercise, i) for lift in lifts for i, day in enumerate(lift.days) if i >= LEAST_PAST)
    own: dict[str, np.ndarray] = defaultdict(lambda: Habits.none().own)
    athlete, credit, scores = Habits.none().athlete, Habits.none().own, []
    for _, exercise, i in events:
        past, habits = tables[exercise], Habits(own[exercise], athlete)
        belief = foretold(past, i, float(past.expected[i]), habits, prior)
        value = float(past.value[i])
        after = learned(habits, belief, value)
        if i >= FIRST:
            scores += [score(belief, value)] if scored else []
            credit = credit + (after.athlete - ATHLETE_MEMORY * athlete)
        own[exercise], athlete = after.own, after.athlete
    return scores, credit


def learned_prior(logs: list[list[LiftSeries]]) -> np.ndarray:
    """The shares of the parts over some logs, each log counting alike, 5 % spread evenly, in two rounds."""
    prior = np.full(len(PRIOR), 1.0 / len(PRIOR))
    for _ in range(2):
        credited = [foretell_athlete(lifts, prior, scored=False)[1] for lifts in logs]
        shares = np.mean([credit / credit.sum() for credit in credited if credit.sum() > 0], axis=0)
        prior = 0.95 * shares + 0.05 / len(shares)
    return prior


def baseline_scores(lift: LiftSeries) -> dict[str, list[Score]]:
    """All baselines on one lift, each with both spreads."""
    values, days, found = lift.values, lift.days, {}
    for name, point in baselines.BASELINES.items():
        points = point(days, values)
        errors = values - points
        for kind in (baselines.normal, baselines.empirical):
            found[f"{name}, {kind.__name__}"] = [
                score(kind(points[i], errors[1:i]), values[i]) for i in range(FIRST, len(values))
            ]
    return found


def walk_forward(by_athlete: dict[str, list[LiftSeries]]) -> Scores:
    """Scores by method and athlete. The shipped prior of habits was learned from public logs; so that no log is judged
    by what it taught, the prior used on each is learned from the other logs here (the shipped one for a single log)."""
    scores: Scores = defaultdict(lambda: defaultdict(list))
    for athlete, lifts in by_athlete.items():
        others = [other for name, other in by_athlete.items() if name != athlete]
        scores[OURS][athlete] += foretell_athlete(lifts, learned_prior(others) if others else PRIOR)[0]
        for lift in lifts:
            alone = capacity_alone(lift)
            scores[ALONE][athlete] += [score(alone[i], lift.values[i]) for i in range(FIRST, len(alone))]
            for name, found in baseline_scores(lift).items():
                scores[name][athlete] += found
    return scores
