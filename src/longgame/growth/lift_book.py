"""What one lift's sets say beside its capacity: records with their noise, the athlete's own rep curve, the maximum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from longgame.growth.lifts import tracks_of
from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import BestSet, LiftSession, Range, Track, best_sets, level_on
from longgame.measure.capacity.lift_sessions import near_failure
from longgame.measure.capacity.records import LiftRecord, RepBest, records_of, rep_bests
from longgame.measure.strength import Formula, chart_one_rep_max, one_rep_max
from longgame.measure.strength.rep_curve import USUAL, RepCurve, fit_rep_curve
from longgame.record.streams import FloatColumn

CHART_REPS = (1, 2, 3, 5, 8, 10, 12)
CHART_RESERVE = (0, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Load:
    """A load [kg] at which so many reps leave so many in reserve: middle 80 % and median."""

    reps: int
    reserve: int
    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class LiftBook:
    """One lift up to a day. `own` is the athlete's curve or why there is none; `curve` is what the chart stands on.

    `near` holds reps to failure of the sets near failure, and their loads as shares of the capacity as it was known on
    their day; `formulas` are the published estimates from the last session's best set, None where a formula refuses.
    """

    exercise: str
    sessions: int
    last: BestSet
    capacity: Range
    records: tuple[LiftRecord, ...]
    rep_bests: tuple[RepBest, ...]
    own: RepCurve | Unknown
    near: tuple[FloatColumn, FloatColumn]
    formulas: tuple[tuple[str, float | None], ...]
    chart: tuple[Load, ...]

    @property
    def curve(self) -> RepCurve:
        """The athlete's own curve, else the usual one."""
        return USUAL if isinstance(self.own, Unknown) else self.own


def lift_book(exercise: str, days: Sequence[LiftSession], on: date) -> LiftBook | None:
    """One lift's book as of day `on`; None when no set of it says anything."""
    return next(iter(lift_books({exercise: days}, on)), None)


def lift_books(lifts: Mapping[str, Sequence[LiftSession]], on: date) -> list[LiftBook]:
    """The books of several lifts as of day `on`, without those of which no set says anything."""
    bests = [best_sets(days) for days in lifts.values()]
    rows = zip(lifts.items(), bests, tracks_of(bests), strict=True)
    return [
        _book(exercise, days, on, found, track)
        for (exercise, days), (found, _), track in rows
        if found and not isinstance(track, Unknown)
    ]


def _book(exercise: str, days: Sequence[LiftSession], on: date, found: tuple[BestSet, ...], track: Track) -> LiftBook:
    near = near_failure(days)
    own = fit_rep_curve(*near) if len(near[0]) else Unknown("no set was said to be near failure, or taken there")
    curve = USUAL if isinstance(own, Unknown) else own
    capacity = Range(*np.exp(level_on(track, float(on.toordinal())).quantiles(np.array([0.1, 0.5, 0.9]))).tolist())
    return LiftBook(
        exercise=exercise,
        sessions=len(found),
        last=found[-1],
        capacity=capacity,
        records=records_of(found, track),
        rep_bests=rep_bests(days),
        own=own,
        near=(near[2], near[1] / _known_on(near[0], track)),
        formulas=_formulas(found[-1]),
        chart=tuple(_load(capacity, curve, reps, left) for reps in CHART_REPS for left in CHART_RESERVE),
    )


def _known_on(days: FloatColumn, track: Track) -> FloatColumn:
    """The capacity [kg] as it was known after each day's session."""
    rows = np.maximum(0, np.searchsorted(track.seen.day, days, side="right") - 1)
    known: FloatColumn = np.exp(np.sum(track.trace.weight(rows) * track.trace.level[rows], axis=1))
    return known


def _formulas(best: BestSet) -> tuple[tuple[str, float | None], ...]:
    """The published estimates from the set as done, reps in reserve not counted: floors where some were left."""
    told = [(formula.value, one_rep_max(best.load_kg, best.reps, formula=formula)) for formula in Formula]
    told.append(("practitioners' chart", chart_one_rep_max(best.load_kg, best.reps)))
    return tuple((name, None if isinstance(value, Unknown) else value) for name, value in told)


def _load(capacity: Range, curve: RepCurve, reps: int, reserve: int) -> Load:
    """Capacity times the curve's share, their spreads added as those of independent logarithms."""
    share = curve.share(reps + reserve)
    median = capacity.median * share[1]
    ends = [
        median * float(np.exp(sign * np.hypot(np.log(one / capacity.median), np.log(part / share[1]))))
        for sign, one, part in ((-1, capacity.low, share[0]), (1, capacity.high, share[2]))
    ]
    return Load(reps, reserve, ends[0], median, ends[1])
