"""Times of the measures, as milliseconds of processor time, best of several runs: `python -m benchmarks.measures`.

Each line states the bar it is held to; a bar that is missed is printed as missed, never left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from time import process_time

import numpy as np

from longgame.growth.checkpoints import Checkpoints
from longgame.growth.endurance import Effort, endurance
from longgame.growth.how_far import how_far
from longgame.growth.lifts import lift_sessions
from longgame.kernel.ids import THE_ATHLETE, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import (
    LIFT_GRID,
    Checkpoint,
    Observations,
    best_sets,
    follow,
    follow_on,
    learn,
    learn_together,
    lift_observations,
)
from longgame.measure.load import normalized_power
from longgame.measure.power_duration import balance_differential, balance_integral, curve_durations, mean_maximal
from longgame.measure.summary import BEST_DURATIONS_S, EffortSummary
from longgame.record.session import Session
from longgame.record.sets import StrengthSet

FOUR_HOURS_S = 4 * 3600
TODAY = datetime(2026, 1, 5, 18, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Timing:
    """One measured time beside its bar, both in milliseconds."""

    name: str
    milliseconds: float
    bar: float

    def __str__(self) -> str:
        verdict = "within" if self.milliseconds <= self.bar else "MISSED"
        return f"{self.name:58} {self.milliseconds:9.3f} ms   bar {self.bar:7.1f} ms   {verdict}"


def best_of(work: Callable[[], object], runs: int) -> float:
    """The shortest of `runs` runs, in milliseconds of processor time, which others on the machine change least."""
    times = []
    for _ in range(runs):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times) * 1e3


def ride(seconds: int = FOUR_HOURS_S) -> np.ndarray:
    """A ride of whole watts that looks like one: slow drift, surges, coasting."""
    rng = np.random.default_rng(0)
    drift = 190 + 40 * np.sin(np.arange(seconds) / 700)
    power = drift + rng.normal(0, 60, seconds) + 150 * (rng.random(seconds) < 0.05)
    return np.round(np.clip(np.where(rng.random(seconds) < 0.08, 0, power), 0, None))


def squats(sessions: int, exercise: str = "Squat", seed: int = 0) -> list[Session]:
    """Ten years of a lift: so many sessions of three sets, growing slowly, with the noise of real ones."""
    rng, found = np.random.default_rng(seed), []
    for n, day in enumerate(np.sort(rng.choice(3650, sessions, replace=False)).tolist()):
        start = datetime(2016, 1, 4, 18, tzinfo=UTC) + timedelta(days=day)
        kilos = 80 * np.exp(0.0002 * day * 0.3 + rng.normal(0, 0.03))
        load = Amount(Decimal(str(round(kilos / 2.5) * 2.5)), Unit.KILOGRAM)
        sets = (StrengthSet(exercise, 5, load),) * 3
        session = SessionId(f"{exercise}-{n}")
        found.append(Session(session, THE_ATHLETE, start, start.date(), Sport.STRENGTH, (), sets=sets))
    return found


def runs(sessions: int) -> list[Effort]:
    """Ten years of runs, already in a few numbers each."""
    rng, found = np.random.default_rng(1), []
    for day in np.sort(rng.choice(3650, sessions, replace=False)).tolist():
        speed, minutes = 3.0 * np.exp(rng.normal(0, 0.08)), 45.0 * np.exp(rng.normal(0, 0.4))
        beats = 148 * (speed / 3) ** 0.6 * np.exp(rng.normal(0, 0.025))
        bests = tuple(speed * 1.3 / (d / 60) ** 0.07 for d in BEST_DURATIONS_S)
        found.append(
            Effort(date(2016, 1, 4) + timedelta(day), Sport.RUN, EffortSummary(speed, beats, minutes, 0.0, None, bests))
        )
    return found


def capacities() -> list[Timing]:
    """Hidden progress: one lift of ten years, one more session of it, and a whole journal."""
    lift = lift_sessions(squats(520), date(2026, 1, 4))["Squat"]
    seen = lift_observations(*best_sets(lift))
    track = follow(seen[:-1], LIFT_GRID)
    assert not isinstance(track, Unknown)
    names = [f"Lift {n}" for n in range(40)]
    journal = [session for n, name in enumerate(names) for session in squats(60, name, n)]
    efforts, on, left = runs(1500), date(2026, 1, 4), Checkpoints()
    how_far(journal, on, kept=left)
    known = {name: Checkpoint(one.digest, one.joint, one.ends) for name, one in left.fresh.items()}
    more = [*journal, replace(journal[0], id=SessionId("one more"), start=TODAY, local_day=TODAY.date())]
    return [
        Timing("capacity of a lift, ten years (520 sessions)", best_of(lambda: follow(seen, LIFT_GRID), 30), 10),
        Timing("one more session from its checkpoint", best_of(lambda: follow_on(track, seen[-1:]), 20), 1),
        Timing("one more session of ten years, with its band, from what was kept", _once_more(seen), 1),
        *side_by_side(journal, on),
        Timing("how far: 40 lifts of 60 sessions, told with bands", best_of(lambda: how_far(journal, on), 3), 1000),
        Timing("the same with one more session, from what was kept", best_of(lambda: _again(more, known), 5), 1000),
        Timing("how far: 1,500 runs, told with bands", best_of(lambda: endurance(efforts, on), 1), 1000),
    ]


def _once_more(seen: Observations) -> float:
    """The time of learning on by one session from a checkpoint, as the app does."""
    part = learn(seen[:-1], LIFT_GRID)
    assert not isinstance(part, Unknown)
    kept = Checkpoint(part.digest, part.joint, part.ends)
    return best_of(lambda: learn(seen, LIFT_GRID, kept), 30)


def side_by_side(journal: list[Session], on: date) -> list[Timing]:
    """All lifts of a journal learned from nothing, each alone and side by side."""
    seen = [lift_observations(*best_sets(days)) for days in lift_sessions(journal, on).values()]
    all_new = [(one, None) for one in seen]
    alone, together = [], []
    for _ in range(5):
        alone.append(best_of(lambda: [learn(one, LIFT_GRID) for one in seen], 1))
        together.append(best_of(lambda: learn_together(all_new, LIFT_GRID), 1))
    return [
        Timing(f"{len(seen)} lifts of 60 sessions learned, one by one", min(alone), 1000),
        Timing(f"{len(seen)} lifts of 60 sessions learned, side by side", min(together), 1000),
    ]


def _again(journal: list[Session], known: dict[str, Checkpoint]) -> None:
    how_far(journal, TODAY.date(), kept=Checkpoints(known))


def timings() -> list[Timing]:
    """All measured times."""
    power = ride()
    hundred, every = curve_durations(FOUR_HOURS_S, 112)[:100], np.arange(1, FOUR_HOURS_S + 1)
    return [
        Timing("mean-maximal curve, 4 h, 100 durations", best_of(lambda: mean_maximal(power, hundred), 50), 0.6),
        Timing("mean-maximal curve, 4 h, all 14,400 durations", best_of(lambda: mean_maximal(power, every), 5), 60),
        Timing("W′ balance, differential, 4 h", best_of(lambda: balance_differential(power, 250, 20_000), 50), 0.5),
        Timing("W′ balance, integral, 4 h", best_of(lambda: balance_integral(power, 250, 20_000), 50), 0.5),
        Timing("normalized power, 4 h", best_of(lambda: normalized_power(power), 50), 0.6),
        *capacities(),
    ]


if __name__ == "__main__":
    for timing in timings():
        print(timing)
