"""Walk-forward on runs: before each run, what does each method say of its heart rate, given pace, climb and length?

Real logs count where they hold heart rate; simulated runners, whose fitness comes and goes as runners' does, always.
All scores are on the log scale of heart rate, so that 0.03 reads as 3 %.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta

import numpy as np

from benchmarks.evaluate import baselines
from benchmarks.evaluate.logs import Log
from benchmarks.evaluate.scores import Score, score
from longgame.growth.endurance import Aerobic, Effort, aerobic
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity.adjusted import foretold_session
from longgame.measure.summary import EffortSummary, summarise_streams, summarise_totals

FIRST = 20
SIMULATED, RUNS = 8, 240
OURS = "**heartbeats, adjusted**"
WINDOW = 60

Scores = dict[str, dict[str, list[Score]]]


def efforts_of(log: Log) -> list[Effort]:
    """The runs of a real log, in order of time."""
    found = []
    for session in sorted(log.sessions, key=lambda s: (s.start, s.id)):
        if session.sport is Sport.RUN:
            streams = session.streams
            summary = summarise_totals(session) if streams is None else summarise_streams(streams, session.sport)
            if not isinstance(summary, Unknown):
                found.append(Effort(session.local_day, session.sport, summary))
    return found


def simulated(seed: int) -> list[Effort]:
    """A runner: fitness wanders with seasons and illness, pace and length vary, straps slip, hills are only totals."""
    rng = np.random.default_rng([77, seed])
    day, fitness, trend, found = date(2023, 1, 2), 0.0, 0.0, []
    exponent = rng.normal(0.6, 0.12)
    for _ in range(RUNS):
        gap = int(rng.choice([1, 2, 2, 3, 4, 12], p=[0.25, 0.3, 0.2, 0.14, 0.1, 0.01]))
        day += timedelta(gap)
        trend = 0.97**gap * trend + rng.normal(0, 0.0003) * np.sqrt(gap)
        fitness += trend * gap + rng.normal(0, 0.003) * np.sqrt(gap)
        pace, minutes = rng.normal(0, 0.09), float(np.exp(rng.normal(np.log(45), 0.4)))
        climb, heat = float(rng.gamma(1.5, 6)), 12 - 9 * np.cos(2 * np.pi * day.timetuple().tm_yday / 365)
        odd = rng.normal(0, 0.1) if rng.random() < 0.04 else 0.0
        work = exponent * pace + 0.0025 * climb + 0.03 * np.log(minutes / 45) + 0.02 * (heat - 15) / 10
        beats = 148 * np.exp(work - fitness + odd + rng.normal(0, 0.025))
        known = heat + rng.normal(0, 2) if rng.random() < 0.7 else None
        found.append(Effort(day, Sport.RUN, EffortSummary(3.0 * np.exp(pace), beats, minutes, climb, known)))
    return found


def _rolling_regression(seen: Aerobic) -> np.ndarray:
    """Least squares on the circumstances over the last 60 runs."""
    x = np.column_stack([np.ones(len(seen.design)), seen.design])
    points = seen.track.seen.value.copy()
    for i in range(1, len(points)):
        past = slice(max(0, i - WINDOW), i)
        shrink = np.diag([0.0, 0.05, 50.0, 0.05, 0.05])
        points[i] = x[i] @ np.linalg.solve(x[past].T @ x[past] + shrink, x[past].T @ seen.track.seen.value[past])
    return points


def _efficiency(point: baselines.Points) -> Callable[[Aerobic], np.ndarray]:
    """A forecast of speed per heartbeat, whatever the pace, as logs' efficiency factors are read."""

    def of(seen: Aerobic) -> np.ndarray:
        factor = seen.track.seen.value + seen.design[:, 0]
        return point(seen.track.seen.day, factor) - seen.design[:, 0]

    return of


METHODS: dict[str, Callable[[Aerobic], np.ndarray]] = {
    "rolling regression, 60 runs": _rolling_regression,
    "6-week mean efficiency": _efficiency(baselines.six_week_mean),
    "last efficiency": _efficiency(baselines.last),
    "mean of last 3 efficiencies": _efficiency(baselines.mean_of_three),
    "CTL/ATL ridge on efficiency": _efficiency(baselines.ctl_atl_ridge),
    "Banister on efficiency": _efficiency(baselines.banister),
}


def walk_forward(by_runner: dict[str, list[Effort]]) -> Scores:
    """Scores by method and runner."""
    scores: Scores = defaultdict(lambda: defaultdict(list))
    for runner, efforts in by_runner.items():
        seen = aerobic(efforts, Sport.RUN)
        if seen is None or len(seen.days) <= FIRST:
            continue
        values = seen.track.seen.value
        ours = [foretold_session(seen.track, i) for i in range(FIRST, len(values))]
        scores[OURS][runner] += [score(b, values[FIRST + k]) for k, b in enumerate(ours)]
        for name, point in METHODS.items():
            points = point(seen)
            errors = values - points
            for kind in (baselines.normal, baselines.empirical):
                beliefs = [kind(points[i], errors[5:i]) for i in range(FIRST, len(values))]
                found = [score(belief, values[FIRST + k]) for k, belief in enumerate(beliefs)]
                scores[f"{name}, {kind.__name__}"][runner] += found
    return scores
