"""Awareness: how well the athlete foretells and reads effort. Shown as information; it never lowers a score."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import fmean

from longgame.kernel.unknown import Unknown
from longgame.record.session import Session
from longgame.record.sets import SetKind, StrengthSet

MOST_RIR = 5.0
LEAST_PAIRS = 5
NORMAL_ERROR_REPS = 1.0
BAND_EDGES = (1, 6, 11, 16)
PRIOR_BIAS_SD = 1.0
PRIOR_SD = 1.0
PRIOR_WEIGHT = 3.0
Z_80 = 1.2816


@dataclass(frozen=True, slots=True)
class ReserveCheck:
    """One set whose reps in reserve were said, and what the next set to failure at the same load showed, in reps."""

    day: date
    exercise: str
    reps: int
    said: float
    shown: float

    @property
    def error(self) -> float:
        """Said minus shown: negative means more was left than was felt."""
        return self.said - self.shown


@dataclass(frozen=True, slots=True)
class Reading:
    """Bias (felt or said minus real) with its 80 % interval, the spread of single readings, and how many there are.

    `about` names the exercise and rep band, or the kind of session; the unit is reps or points of CR10.
    """

    about: str
    bias: float
    low: float
    high: float
    spread: float
    count: int
    unit: str
    says: str


def reserve_checks(sessions: Sequence[Session]) -> tuple[ReserveCheck, ...]:
    """Sets whose reserve can be checked: said above 0 and at most 5, next set of the lift at the same load to failure.

    Fatigue from the checked set makes `shown` a little low, by about a rep at long rests (not corrected).
    """
    found = []
    for session in sorted(sessions, key=lambda s: (s.start, s.id)):
        by_exercise: dict[str, list[StrengthSet]] = defaultdict(list)
        for done in session.sets:
            if done.kind is not SetKind.WARM_UP:
                by_exercise[done.exercise].append(done)
        for exercise, sets in by_exercise.items():
            for one, after in itertools.pairwise(sets):
                check = _check(session.local_day, exercise, one, after)
                if check is not None:
                    found.append(check)
    return tuple(found)


def _check(day: date, exercise: str, one: StrengthSet, after: StrengthSet) -> ReserveCheck | None:
    said = one.rir if one.rir is not None else (10.0 - one.rpe if one.rpe is not None else None)
    if said is None or not 0 < said <= MOST_RIR or not one.reps or not after.reps or not after.to_failure:
        return None
    if one.load is None or after.load is None or abs(one.load.base - after.load.base) > 0.01:
        return None
    return ReserveCheck(day, exercise, one.reps, said, float(after.reps - one.reps))


def reserve_awareness(checks: Sequence[ReserveCheck]) -> tuple[Reading, ...]:
    """Bias and spread per exercise and rep band, each leaning on the athlete's overall bias while it has few checks."""
    if not checks:
        return ()
    overall = _shrunk([c.error for c in checks], 0.0, PRIOR_BIAS_SD)
    groups: dict[tuple[str, str], list[float]] = defaultdict(list)
    for check in checks:
        groups[check.exercise, _band(check.reps)].append(check.error)
    found = []
    for (exercise, reps), errors in sorted(groups.items()):
        bias, sd, spread = _shrunk(errors, overall[0], PRIOR_BIAS_SD / 2)
        about = f"{exercise}, {reps} reps"
        says = _reserve_says(about, bias, len(errors))
        found.append(Reading(about, bias, bias - Z_80 * sd, bias + Z_80 * sd, spread, len(errors), "reps", says))
    return tuple(found)


def effort_awareness(pairs: Sequence[tuple[float, float]]) -> Reading | Unknown:
    """Expected against felt session effort, from pairs (expected, felt) in points of CR10.

    Unknown with fewer than five sessions of which both were said. Positive bias: it was expected harder than it felt.
    """
    if len(pairs) < LEAST_PAIRS:
        return Unknown(f"{LEAST_PAIRS} sessions with an expected and a felt effort are needed, there are {len(pairs)}")
    errors = [expected - felt for expected, felt in pairs]
    bias, sd, spread = _shrunk(errors, 0.0, PRIOR_BIAS_SD)
    low, high = bias - Z_80 * sd, bias + Z_80 * sd
    if low <= 0 <= high:
        says = f"Over {len(pairs)} sessions you expected about the effort you felt."
    else:
        word = "harder" if bias > 0 else "easier"
        says = f"Over {len(pairs)} sessions you expected them {abs(bias):.1f} points {word} than they felt."
    return Reading("session effort", bias, low, high, spread, len(pairs), "CR10", says)


def _band(reps: int) -> str:
    for low, high in itertools.pairwise(BAND_EDGES):
        if low <= reps < high:
            return f"{low}–{high - 1}"
    return f"{BAND_EDGES[-1]} or more"


def _shrunk(errors: Sequence[float], prior: float, prior_sd: float) -> tuple[float, float, float]:
    """Posterior mean and deviation of a bias, and the spread of single errors: normal, conjugate."""
    n, mean = len(errors), fmean(errors)
    square = sum((e - mean) ** 2 for e in errors)
    spread = sqrt((PRIOR_WEIGHT * PRIOR_SD**2 + square) / (PRIOR_WEIGHT + n - 1))
    precision = 1 / prior_sd**2 + n / spread**2
    return (prior / prior_sd**2 + n * mean / spread**2) / precision, sqrt(1 / precision), spread


def _reserve_says(about: str, bias: float, count: int) -> str:
    times = "once" if count == 1 else f"{count} times"
    if abs(bias) <= NORMAL_ERROR_REPS:
        return f"{about}: checked {times}; within a rep of what was there, which is as near as people come."
    word = "more" if bias < 0 else "fewer"
    return f"{about}: checked {times}; about {abs(bias):.1f} reps {word} were there than you said."
