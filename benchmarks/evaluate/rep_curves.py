"""The athlete's own rep curve on real logs: does it foretell sets at other rep counts better than the usual one?

Walks forward: before each session the curve is fitted to all earlier days, and each of the session's sets is foretold
from sets of the four weeks before that differ by three reps or more. Public logs rate no sets, so the heaviest set of
each number of reps on a day stands in for a set near failure, where it is worth 95 % of the day's best. What was no
maximum bends the own curve, which is learned from such sets; lifts of the body are left out, as no log says its mass.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.evaluate.logs import Log
from longgame.growth.lifts import moves_the_body
from longgame.kernel.unknown import Unknown
from longgame.measure.strength import one_rep_max
from longgame.measure.strength.rep_curve import BLOCK_DAYS, LEAST_REACH_REPS, MOST_REPS, USUAL, RepCurve, fit_rep_curve
from longgame.record.sets import SetKind

NEAR_SHARE = 0.95
"""Of the day's best one-rep maximum (Epley), what a set must be worth to count as near failure."""
STANDS_IN_SD_REPS = 1.0
"""How unsure the reps to failure of such a set are taken to be."""
LEAST_SHOWN = 10
"""Sets foretold from which on a lift has a row of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class NearSets:
    """Sets of one lift that stand in for sets near failure, in order of time, each (n,): day, load [kg], reps."""

    athlete: str
    exercise: str
    day: np.ndarray
    load_kg: np.ndarray
    reps: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Foretold:
    """One lift: errors of ln load of each set foretold, by the own and by the usual curve; and the own fall per rep."""

    near: NearSets
    own_error: np.ndarray
    usual_error: np.ndarray
    fall: float


def near_sets(log: Log) -> list[NearSets]:
    """What stands in for sets near failure, by lift."""
    best: dict[str, dict[tuple[int, int], float]] = defaultdict(dict)
    for session in log.sessions:
        for done in session.sets:
            load = 0.0 if done.load is None else done.load.base
            if load > 0 and done.reps and done.kind is not SetKind.WARM_UP and not moves_the_body(done.exercise):
                key = (session.local_day.toordinal(), done.reps)
                best[done.exercise][key] = max(load, best[done.exercise].get(key, 0.0))
    return [_of_lift(log.athlete, exercise, sets) for exercise, sets in sorted(best.items())]


def _of_lift(athlete: str, exercise: str, sets: dict[tuple[int, int], float]) -> NearSets:
    worth = {key: value for key, load in sets.items() if not isinstance(value := one_rep_max(load, key[1]), Unknown)}
    day_best: dict[int, float] = defaultdict(float)
    for (day, _), value in worth.items():
        day_best[day] = max(day_best[day], value)
    rows = sorted((*key, sets[key]) for key, value in worth.items() if value >= NEAR_SHARE * day_best[key[0]])
    day, reps, load = np.array(rows, dtype=float).reshape(-1, 3).T
    return NearSets(athlete, exercise, day, load, reps)


def foretold(near: NearSets) -> Foretold | None:
    """Every set that both curves can foretell; None where the own curve is never known in time."""
    own_error, usual_error, last = [], [], USUAL
    for day in np.unique(near.day).tolist():
        before, today = near.day < day, near.day == day
        recent = before & (near.day >= day - BLOCK_DAYS) & (near.reps <= MOST_REPS)
        if not recent.any():
            continue
        own = fit_rep_curve(
            near.day[before], near.load_kg[before], near.reps[before], np.full(int(before.sum()), STANDS_IN_SD_REPS)
        )
        if isinstance(own, Unknown):
            continue
        last = own
        for load, reps in zip(near.load_kg[today].tolist(), near.reps[today].tolist(), strict=True):
            others = recent & (np.abs(near.reps - reps) >= LEAST_REACH_REPS)
            if others.any() and reps <= MOST_REPS:
                own_error.append(_error(near, others, load, reps, own))
                usual_error.append(_error(near, others, load, reps, USUAL))
    return Foretold(near, np.array(own_error), np.array(usual_error), last.fall) if own_error else None


def _error(near: NearSets, others: np.ndarray, load: float, reps: float, curve: RepCurve) -> float:
    """How far ln load lay from what the mean of the other sets' maxima and the curve led to expect."""
    maximum = np.mean(np.log(near.load_kg[others]) + np.log(1 + curve.fall * (near.reps[others] - 1)))
    return float(np.log(load) - maximum + np.log(1 + curve.fall * (reps - 1)))


def walk_forward(logs: Sequence[Log]) -> list[Foretold]:
    """All lifts of all logs whose own curve is known before at least one set that can be foretold."""
    lifts = (near for log in logs for near in near_sets(log) if len(near.day))
    return [found for near in lifts if (found := foretold(near)) is not None]


@dataclass(frozen=True, slots=True)
class Row:
    """Errors [log units] of one lift, or of several, lifts counting alike where there are several."""

    name: str
    count: int
    fall: float | None
    own: float
    usual: float
    nearer: float


def rows(found: Sequence[Foretold]) -> list[Row]:
    """A row for each lift with enough sets, those with most first, then the rest and everything together."""
    ordered = sorted(found, key=lambda one: -len(one.own_error))
    single = [one for one in ordered if len(one.own_error) >= LEAST_SHOWN]
    rest = [one for one in ordered if len(one.own_error) < LEAST_SHOWN]
    athletes = {name: chr(ord("A") + i) for i, name in enumerate(sorted({one.near.athlete for one in found}))}
    told = [_row(f"{one.near.exercise}, {athletes[one.near.athlete]}", [one]) for one in single]
    told += [_row(f"{len(rest)} lifts with fewer than {LEAST_SHOWN} sets", rest)] if rest else []
    return told + ([_row(f"**all {len(ordered)} lifts**", ordered)] if ordered else [])


def _row(name: str, lifts: Sequence[Foretold]) -> Row:
    own, usual = ([np.abs(getattr(one, column)) for one in lifts] for column in ("own_error", "usual_error"))
    return Row(
        name,
        sum(map(len, own)),
        lifts[0].fall if len(lifts) == 1 else None,
        float(np.mean([error.mean() for error in own])),
        float(np.mean([error.mean() for error in usual])),
        float(np.mean([np.mean(a < b) for a, b in zip(own, usual, strict=True)])),
    )
