"""How many reps a share of the maximum allows: the usual relation, and the athlete's own where their sets tell it."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.record.streams import FloatColumn

USUAL_FALL = 0.035
USUAL_LOG_SD = 0.35
BLOCK_DAYS = 28
LEAST_SETS = 8
LEAST_REACH_REPS = 3.0
MOST_REPS = 15.0
TOLD_APART = 0.8
"""The spread must have shrunk to this share of the usual one before a curve counts as the athlete's own."""
MIDDLE = 1.2815515655446004
"""Standard deviations either way that hold the middle 80 %."""
_NOISE = (0.012, 0.02, 0.032, 0.05, 0.08)
_NOISE_WEIGHT = (0.1, 0.25, 0.3, 0.25, 0.1)
_STEPS = np.linspace(-3.0, 3.0, 61)
_DAY_SHARE = 0.6
"""Of the noise of a set, the standard deviation that all sets of a day have in common, as a share of the rest."""


@dataclass(frozen=True, slots=True)
class RepCurve:
    """load = maximum / (1 + fall · (reps to failure − 1)); `fall` is a median, `log_sd` the spread of its logarithm.

    `sets` and `days` say what it was learned from; both are 0 for the usual curve.
    """

    fall: float
    log_sd: float
    sets: int = 0
    days: int = 0

    def share(self, reps: float) -> tuple[float, float, float]:
        """The share of the maximum at which so many reps are all that is possible: middle 80 % and median."""
        low, median, high = (1.0 / (1.0 + fall * (max(1.0, reps) - 1.0)) for fall in reversed(self._falls()))
        return low, median, high

    def reps(self, share: float) -> tuple[float, float, float]:
        """The reps that a share of the maximum, in (0, 1], allows: middle 80 % and median."""
        low, median, high = (1.0 + (1.0 / share - 1.0) / fall for fall in reversed(self._falls()))
        return low, median, high

    def one_rep_max(self, load_kg: float, reps: float) -> tuple[float, float, float]:
        """The maximum [kg] that a set of so many reps to failure stands for: middle 80 % and median."""
        low, median, high = (load_kg * (1.0 + fall * (max(1.0, reps) - 1.0)) for fall in self._falls())
        return low, median, high

    def _falls(self) -> tuple[float, float, float]:
        apart = exp(MIDDLE * self.log_sd)
        return self.fall / apart, self.fall, self.fall * apart


USUAL = RepCurve(USUAL_FALL, USUAL_LOG_SD)
"""What is taken as possible before anything was seen: 3.5 % a rep (Epley 3.3 %, the practitioners' chart 4.0 %), and a
spread between people and lifts such that 95 % of them make 7 to 25 reps at 70 %."""


def fit_rep_curve(
    day: FloatColumn, load_kg: FloatColumn, reps: FloatColumn, report_sd: FloatColumn
) -> RepCurve | Unknown:
    """The athlete's own relation of load and reps on one lift, per cent of the maximum a rep.

    Model: ln load + ln(1 + κ (reps − 1)) = level of the four weeks + form of the day + noise, κ log-normal around the
        usual curve; levels and forms integrated out in closed form, noise over five sizes, κ over a grid. The report of
        reps in reserve adds κ · sd / (1 + κ (reps − 1)) to the noise.

    Args:
        day: days, any origin [days], shape (n,).
        load_kg: loads [kg], above 0, shape (n,).
        reps: reps to failure, done and left [reps], at least 1, shape (n,); sets beyond 15 are left out.
        report_sd: how unsure the reps left are [reps], 0 for a set to failure, shape (n,).

    Returns:
        The curve with its spread; Unknown with fewer than eight sets near failure, with none that differ by three reps
        within four weeks, or while they cannot tell this athlete from the usual one.

    Raises:
        ValueError: if the columns differ in length, or a load or count is not positive.

    Evidence: moderate that people and lifts differ (6 to 26 reps at 70 % in the squat); the one-number form and the
        spread are our defaults. Sets done tired look weaker than they are: back-off sets make the curve fall faster.

    References:
        Nuzzo et al. 2024, Sports Med (952 tests); Epley 1985; Gelman et al. 2013, Bayesian Data Analysis, chapter 5.

    Example:
        >>> day, reps = np.repeat(np.arange(0.0, 84.0, 7.0), 2), np.tile([2.0, 10.0], 12)
        >>> own = fit_rep_curve(day, 120 / (1 + 0.025 * (reps - 1)), reps, np.zeros(24))
        >>> round(own.fall, 3), [round(share, 2) for share in own.share(10)]
        (0.025, [0.81, 0.82, 0.82])
    """
    if not len(day) == len(load_kg) == len(reps) == len(report_sd):
        raise ValueError("days, loads, reps and their spreads differ in length")
    if np.any(load_kg <= 0) or np.any(reps < 1):
        raise ValueError("a set near failure has a load and a rep")
    near = np.flatnonzero(reps <= MOST_REPS)
    order = near[np.lexsort((load_kg[near], day[near]))]
    day, load, reps, report_sd = day[order], load_kg[order], reps[order], report_sd[order]
    if len(day) < LEAST_SETS:
        return Unknown(f"{len(day)} sets near failure so far; from {LEAST_SETS} on they can tell a curve")
    block = np.floor((day - day[0]) / BLOCK_DAYS)
    starts = np.flatnonzero(np.diff(block, prepend=-1.0))
    reach = np.maximum.reduceat(reps, starts) - np.minimum.reduceat(reps, starts)
    if float(reach.max()) < LEAST_REACH_REPS:
        return Unknown("all sets near failure have nearly the same reps; a curve needs some that differ by three")
    mean, sd = _posterior(day, np.log(load), reps, report_sd, starts)
    if sd > TOLD_APART * USUAL_LOG_SD:
        return Unknown("the sets near failure do not yet tell your curve from the usual one")
    return RepCurve(exp(mean), sd, len(day), len(np.unique(day)))


def _posterior(
    day: FloatColumn, log_load: FloatColumn, reps: FloatColumn, report_sd: FloatColumn, starts: np.ndarray
) -> tuple[float, float]:
    """Mean and standard deviation of ln κ."""
    fall = USUAL_FALL * np.exp(USUAL_LOG_SD * _STEPS)[:, None]
    factor = 1.0 + fall * (reps - 1.0)
    value, doubt = log_load + np.log(factor), (fall * report_sd / factor) ** 2
    days = np.flatnonzero(np.diff(day, prepend=day[0] - 1.0))
    blocks = np.searchsorted(days, starts)
    logs = np.array([_evidence(value, doubt + noise**2, noise, days, blocks) for noise in _NOISE])
    logs += np.log(_NOISE_WEIGHT)[:, None] - 0.5 * _STEPS**2
    weight = np.exp(logs - logs.max()).sum(axis=0)
    weight /= weight.sum()
    mean = float(weight @ _STEPS)
    sd = sqrt(float(weight @ (_STEPS - mean) ** 2) + (_STEPS[1] - _STEPS[0]) ** 2 / 12.0)
    return log(USUAL_FALL) + USUAL_LOG_SD * mean, USUAL_LOG_SD * sd


def _evidence(
    value: FloatColumn, variance: FloatColumn, noise: float, days: np.ndarray, blocks: np.ndarray
) -> FloatColumn:
    """Log density of the sets for each κ, with forms of days and flat levels of blocks integrated out."""
    precision = 1.0 / variance
    per_day = np.add.reduceat(precision, days, axis=1)
    centre = np.add.reduceat(precision * value, days, axis=1) / per_day
    within = np.add.reduceat(precision * value**2, days, axis=1) - per_day * centre**2
    between = 1.0 / (1.0 / per_day + (_DAY_SHARE * noise) ** 2)
    per_block = np.add.reduceat(between, blocks, axis=1)
    level = np.add.reduceat(between * centre, blocks, axis=1) / per_block
    apart = np.add.reduceat(between * centre**2, blocks, axis=1) - per_block * level**2
    found: FloatColumn = 0.5 * (
        np.log(precision).sum(axis=1)
        - np.log(per_day).sum(axis=1)
        + np.log(between).sum(axis=1)
        - np.log(per_block).sum(axis=1)
        - within.sum(axis=1)
        - apart.sum(axis=1)
    )
    return found
