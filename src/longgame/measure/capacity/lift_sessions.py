"""From the sets of a lift to what its capacity is learned from: one best set per session, and failed attempts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity.filtering import Observations
from longgame.measure.strength.formulas import one_rep_max
from longgame.record.sets import SetKind, StrengthSet
from longgame.record.streams import FloatColumn

RIR_BIAS_REPS = 1.0
RIR_SD_REPS = 0.6
RIR_SD_PER_REP = 0.25
HELD_BACK_UNSAID = 0.18
HELD_BACK_RATED = 0.05
HELD_BACK_FAILED = 0.02
MOST_RESERVE = 3.0
"""With more reps left than this, a report says little of where failure was."""


@dataclass(frozen=True, slots=True)
class LiftSession:
    """All sets of one exercise on one day; `body_mass_kg` is added to the load where the body is moved too."""

    day: date
    sets: tuple[StrengthSet, ...]
    body_mass_kg: float = 0.0


@dataclass(frozen=True, slots=True)
class BestSet:
    """The set that says most about a session's capacity.

    `one_rep_max_kg` counts the reps in reserve as understood; `spread` is what their report adds to the noise
    [log units]; `held_back` the share of sets of this kind that were not maximal.
    """

    day: date
    load_kg: float
    reps: int
    one_rep_max_kg: float
    spread: float
    held_back: float


@dataclass(frozen=True, slots=True)
class MissedLift:
    """An attempt that failed: capacity lay below its load on that day."""

    day: date
    load_kg: float


def reps_in_reserve(done: StrengthSet) -> float | None:
    """Reps in reserve as reported, from RIR or from RPE, in reps.

    Model: RIR as said, else 10 − RPE; 0 for a set marked as failure.

    Args:
        done: the set as logged.

    Returns:
        Reps [reps], at least 0; None when nothing was said.

    Raises:
        Nothing.

    Evidence: convention for RPE (the RIR-based scale).

    References:
        Zourdos et al. 2016, J Strength Cond Res 30:267.

    Example:
        >>> reps_in_reserve(StrengthSet("Squat", reps=5, rpe=8.0))
        2.0
    """
    if done.to_failure:
        return 0.0
    if done.rir is not None:
        return max(0.0, done.rir)
    return None if done.rpe is None else max(0.0, 10.0 - done.rpe)


def best_set(session: LiftSession, usual_rir: float | None = None) -> BestSet | Unknown:
    """The set of a session with the highest one-rep maximum, reps in reserve counted as a noisy, biased report.

    Model: reps to failure = reps + said RIR + 1 (people leave about one rep more than they say, unless they failed),
        standard deviation 0.6 + 0.25 · RIR reps, carried into log(e1RM) by Epley's slope 1/(30 + reps).

    Args:
        session: one exercise on one day.
        usual_rir: what this athlete usually has in reserve on this lift, for sets about which nothing was said
            [reps]; None counts such sets as they are.

    Returns:
        The best set [kg]; Unknown when no set has a load and reps that say something.

    Raises:
        Nothing.

    Evidence: moderate: 0.95 reps of underprediction (0.17–1.73), better near failure (Halperin 2022); absolute error
        0.65 reps at 1–3 RIR (Refalo 2023).

    References:
        Halperin et al. 2022, Sports Med; Refalo et al. 2023, J Strength Cond Res; Hackett et al. 2017.

    Example:
        >>> from decimal import Decimal
        >>> from longgame.kernel.units import Amount, Unit
        >>> load = Amount(Decimal(100), Unit.KILOGRAM)
        >>> best_set(LiftSession(date(2026, 5, 1), (StrengthSet("Squat", 5, load),))).one_rep_max_kg.__round__(2)
        116.67
    """
    found: BestSet | None = None
    for done in session.sets:
        rated = _rated(session, done, usual_rir)
        if rated is not None and (found is None or rated.one_rep_max_kg > found.one_rep_max_kg):
            found = rated
    return found or Unknown("no set with a load and at most 15 reps to go by")


def _rated(session: LiftSession, done: StrengthSet, usual_rir: float | None) -> BestSet | None:
    if done.kind is SetKind.WARM_UP or not done.reps or (done.load is None and not session.body_mass_kg):
        return None
    load = session.body_mass_kg + (done.load.base if done.load is not None else 0.0)
    said = reps_in_reserve(done)
    held_back = HELD_BACK_UNSAID if said is None else HELD_BACK_RATED if said > 0 else HELD_BACK_FAILED
    rir = said if said is not None else usual_rir
    left = rir + RIR_BIAS_REPS if rir else 0.0
    spread = (RIR_SD_REPS + RIR_SD_PER_REP * rir) / (30.0 + done.reps + left) if rir else 0.0
    value = one_rep_max(load, done.reps, left)
    if isinstance(value, Unknown):
        return None
    return BestSet(session.day, load, done.reps, value, spread, held_back)


def best_sets(sessions: Sequence[LiftSession]) -> tuple[tuple[BestSet, ...], tuple[MissedLift, ...]]:
    """The best set of each session of one lift, and the failed attempts that say where capacity ended.

    Model: `best_set` with the running mean of the reps in reserve said so far; an attempt with 0 reps above the
        session's best set is a failed one.

    Args:
        sessions: one lift's sessions in order of time.

    Returns:
        Best sets [kg] and failed attempts [kg], each in order of time.

    Raises:
        Nothing.

    Evidence: as for `best_set`; a miss for technical reasons is not told from one for want of strength.

    References:
        As `best_set`.

    Example:
        >>> best_sets([])
        ((), ())
    """
    found: list[BestSet] = []
    missed: list[MissedLift] = []
    said, times = 0.0, 0
    for session in sessions:
        best = best_set(session, said / times if times else None)
        if isinstance(best, Unknown):
            continue
        found.append(best)
        reserves = [rir for done in session.sets if (rir := reps_in_reserve(done)) and done.reps]
        said, times = said + sum(reserves), times + len(reserves)
        fails = [session.body_mass_kg + s.load.base for s in session.sets if s.missed and s.load is not None]
        missed += [MissedLift(session.day, load) for load in fails if load > best.load_kg]
    return tuple(found), tuple(missed)


def lift_observations(found: Sequence[BestSet], missed: Sequence[MissedLift] = ()) -> Observations:
    """What the filter takes in: logs of one-rep maxima, and failed attempts as upper ends, by day.

    Model: value = ln(e1RM); a failed attempt says that the day's capacity lay below ln(load).

    Args:
        found: best sets in order of time [kg].
        missed: failed attempts in order of time [kg].

    Returns:
        Observations, days as proleptic ordinals, failed attempts after the best set of their day.

    Raises:
        Nothing.

    Evidence: as for `best_set`.

    References:
        As `best_set`.

    Example:
        >>> len(lift_observations((), ()))
        0
    """
    rows = [(b.day.toordinal(), 0.0, np.log(b.one_rep_max_kg), b.spread, b.held_back) for b in found]
    rows += [(m.day.toordinal(), 1.0, np.log(m.load_kg), 0.0, 0.0) for m in missed]
    table: FloatColumn = np.array(sorted(rows), dtype=np.float64).reshape(-1, 5)
    day, failed, value, spread, held = table.T
    return Observations(day, value, spread, held, failed > 0)


def near_failure(sessions: Sequence[LiftSession]) -> tuple[FloatColumn, FloatColumn, FloatColumn, FloatColumn]:
    """The sets of a lift that say how many reps their load allowed: rated with three in reserve or fewer, or failed.

    Model: reps to failure = reps + said RIR + 1 (0 for a set to failure), standard deviation 0.6 + 0.25 · RIR; of the
        sets of a day with equally many reps to failure the heaviest.

    Args:
        sessions: one lift's sessions in order of time.

    Returns:
        Days as proleptic ordinals, loads [kg], reps to failure [reps] and their standard deviations [reps], each (n,).

    Raises:
        Nothing.

    Evidence: moderate, as for `best_set`.

    References:
        As `best_set`.

    Example:
        >>> from decimal import Decimal
        >>> from longgame.kernel.units import Amount, Unit
        >>> done = StrengthSet("Squat", 5, Amount(Decimal(100), Unit.KILOGRAM), rir=0)
        >>> [column.tolist() for column in near_failure([LiftSession(date(2026, 5, 1), (done,))])[1:]]
        [[100.0], [5.0], [0.0]]
    """
    heaviest: dict[tuple[int, float], tuple[float, float]] = {}
    for session in sessions:
        for done in session.sets:
            left = reps_in_reserve(done)
            if left is None or left > MOST_RESERVE or done.kind is SetKind.WARM_UP or not done.reps:
                continue
            load = session.body_mass_kg + (done.load.base if done.load is not None else 0.0)
            reps = done.reps + (left + RIR_BIAS_REPS if left else 0.0)
            spread = RIR_SD_REPS + RIR_SD_PER_REP * left if left else 0.0
            key = (session.day.toordinal(), reps)
            if load > heaviest.get(key, (0.0, 0.0))[0]:
                heaviest[key] = (load, spread)
    rows = [(day, load, reps, spread) for (day, reps), (load, spread) in heaviest.items()]
    table: FloatColumn = np.array(rows, dtype=np.float64).reshape(-1, 4)
    day, load_kg, to_failure, sd = table.T
    return day, load_kg, to_failure, sd
