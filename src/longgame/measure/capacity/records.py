"""Personal records of a lift, each with the chance that noise alone would have made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log

import numpy as np

from longgame.measure.capacity.belief import normal_share
from longgame.measure.capacity.lift_sessions import BestSet, LiftSession
from longgame.measure.capacity.track import Track
from longgame.record.sets import SetKind

_NODES, _NODE_WEIGHTS = np.polynomial.hermite_e.hermegauss(9)


@dataclass(frozen=True, slots=True)
class LiftRecord:
    """A session whose estimated maximum lay above all before: its set, and how it stands against noise.

    `above` is the share above the record before, `sessions` how many there were since, this one with them, and
    `by_noise` the probability that the best of so many sessions reaches it with no progress since the record before;
    all three are None for the first one.
    """

    day: date
    load_kg: float
    reps: int
    one_rep_max_kg: float
    above: float | None = None
    sessions: int | None = None
    by_noise: float | None = None


@dataclass(frozen=True, slots=True)
class RepBest:
    """A set that no other equals in both load [kg] and reps, and the first day it was done."""

    reps: int
    load_kg: float
    day: date


def records_of(found: Sequence[BestSet], track: Track) -> tuple[LiftRecord, ...]:
    """The records of a lift in order of time, in kilograms for one rep.

    Model: a session's best estimate above all earlier ones; noise by `chance_of_best`.

    Args:
        found: the lift's best sets, as the track was learned from them [kg].
        track: what was learned.

    Returns:
        Records [kg], the first session's first.

    Raises:
        ValueError: if the track was not learned from these sets.

    Evidence: moderate, as for `chance_of_best`; a maximum estimated from reps has the formula's error in it too.

    References:
        Grgic et al. 2020, Sports Med Open (tested maxima vary by a median of 4.2 %).

    Example:
        >>> records_of([], None)
        ()
    """
    if not found:
        return ()
    rows = np.flatnonzero(~track.seen.missed)
    if len(rows) != len(found):
        raise ValueError(f"a track of {len(rows)} sessions was not learned from {len(found)} best sets")
    records: list[LiftRecord] = []
    last = 0
    for i, best in enumerate(found):
        plain = (best.day, best.load_kg, best.reps, best.one_rep_max_kg)
        if not records:
            records.append(LiftRecord(*plain))
        elif best.one_rep_max_kg > records[-1].one_rep_max_kg * (1 + 1e-9):
            above = best.one_rep_max_kg / records[-1].one_rep_max_kg - 1.0
            by_noise = chance_of_best(track, int(rows[last]), best.one_rep_max_kg, i - last, best.spread)
            records.append(LiftRecord(*plain, above, i - last, by_noise))
            last = i
    return tuple(records)


def chance_of_best(track: Track, row: int, value: float, sessions: int, spread: float = 0.0) -> float:
    """The probability that the best of some later sessions reaches a value although nothing has changed, as a fraction.

    Model: 1 − E[Φ((ln value − level)/s)^k] over the level as known after session `row`, s² = noise² + form² + report².

    Args:
        track: what was learned.
        row: the session after which nothing changed, from 0.
        value: the value reached, in the unit of what was observed, above 0.
        sessions: how many sessions there were, k [count].
        spread: what the report of reps in reserve adds to the noise [log units].

    Returns:
        Probability [1].

    Raises:
        IndexError: if there is no such session.

    Evidence: moderate, as for `follow`: noise is learned per lift; compared with drawing sessions in tests.

    References:
        David & Nagaraja 2003, Order Statistics (the best of k).

    Example:
        >>> from longgame.measure.capacity import LIFT_GRID, Observations, follow
        >>> seen = Observations.plain(np.arange(0.0, 70.0, 7.0), np.log(np.full(10, 100.0)), LIFT_GRID)
        >>> track = follow(seen, LIFT_GRID)
        >>> chance_of_best(track, 9, 101.0, 8) > 0.5 > chance_of_best(track, 9, 115.0, 8)
        True
    """
    grid, trace = track.grid, track.trace
    level = trace.level[row] + np.sqrt(trace.level_variance[row]) * _NODES[:, None]
    sd = np.sqrt(grid.noise**2 + grid.form**2 + spread**2)
    below = normal_share((log(value) - level) / sd) ** sessions
    mixed = (_NODE_WEIGHTS / _NODE_WEIGHTS.sum()) @ below
    return float(np.clip(1.0 - trace.weight(row) @ mixed, 0.0, 1.0))


def rep_bests(sessions: Sequence[LiftSession]) -> tuple[RepBest, ...]:
    """The sets that no other beats in load without having fewer reps, in kilograms, fewest reps first.

    Model: arithmetic; body mass counts where it moves; warm-ups and missed lifts do not.

    Args:
        sessions: one lift's sessions in order of time.

    Returns:
        Loads [kg] by rising reps and falling load.

    Raises:
        Nothing.

    Evidence: arithmetic; single sets, each with the noise of its day in it.

    References:
        None.

    Example:
        >>> rep_bests([])
        ()
    """
    first: dict[tuple[int, float], date] = {}
    for session in sessions:
        for done in session.sets:
            if done.reps and done.kind is not SetKind.WARM_UP and (done.load is not None or session.body_mass_kg):
                load = session.body_mass_kg + (done.load.base if done.load is not None else 0.0)
                first.setdefault((done.reps, load), session.day)
    kept: list[RepBest] = []
    for reps, load in sorted(first, key=lambda pair: (-pair[0], -pair[1])):
        if not kept or load > kept[-1].load_kg:
            kept.append(RepBest(reps, load, first[reps, load]))
    return tuple(reversed(kept))
