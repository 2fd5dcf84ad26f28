"""What the next session's best set will look like: capacity, and the habit of repeating loads and stepping them.

Logged bests are no smooth function of capacity. A third of them repeat an earlier value to the gram, others are one
plate or one rep away. A belief about the next entry therefore mixes narrow parts at those places with wide ones
around capacity, and learns from entry to entry which of them this lift and this athlete keep to.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from longgame.measure.capacity.belief import Belief
from longgame.record.streams import FloatColumn

SPREADS = np.array([0.003, 0.012, 0.025, 0.05, 0.1, 0.2, 0.45])
_WIDE, _NARROW = SPREADS[1:], SPREADS[:2]
RECENT = 5
LEAST_PAST = 2
PRIOR_STRENGTH = 12.0
OWN_MEMORY = 0.97
ATHLETE_MEMORY = 0.995
ATHLETE_SHARE = 1.0
DEFAULT_STEP_KG = 2.5

# Narrow to wide: 0.3, 1.2, 2.5, 5, 10, 20, 45 % for values, from 1.2 % for the model, the first two for steps.
_PRIOR_ROWS = (
    (0.1931, 0.0062, 0.0106, 0.0108, 0.0430, 0.0166, 0.0030),  # the last value
    (0.0841, 0.0017, 0.0056, 0.0262, 0.0334, 0.0113, 0.0074),  # the one before
    (0.0431, 0.0020, 0.0044, 0.0110, 0.0200, 0.0079, 0.0038),  # the one before that
    (0.0602, 0.0027, 0.0112, 0.0268, 0.0431, 0.0127, 0.0039),  # the best of the last five
    (0.0039, 0.0092, 0.0254, 0.0419, 0.0142, 0.0067),  # the capacity model's expectation
    (0.0377, 0.0027, 0.0170, 0.0043),  # one rep more, one less
    (0.0672, 0.0022, 0.0094, 0.0046),  # one plate more, one less
    (0.0239, 0.0048, 0.0171, 0.0022),  # two reps more, two less
)
PRIOR = np.array([share for row in _PRIOR_ROWS for share in row])
PRIOR /= PRIOR.sum()
"""The shipped prior of the parts: their mean shares over three public logs (47 lifts, 2,129 sessions), each log
counting alike, with 5 % spread evenly. `python -m benchmarks.evaluate --learn FOLDER` learns it anew."""


@dataclass(frozen=True, slots=True, eq=False)
class BestColumns:
    """A lift's best sets as columns, each (n,): ln of the one-rep maximum, load [kg], reps, and what the capacity
    model expected before each [ln kg]."""

    value: FloatColumn
    load_kg: FloatColumn
    reps: FloatColumn
    expected: FloatColumn


@dataclass(frozen=True, slots=True, eq=False)
class Habits:
    """How often each part has been right lately, for one lift and for all lifts of the athlete; each (parts,)."""

    own: FloatColumn
    athlete: FloatColumn

    @classmethod
    def none(cls) -> Habits:
        """Habits of somebody about whom nothing is known yet."""
        return cls(np.zeros(len(PRIOR)), np.zeros(len(PRIOR)))


def parts(past: BestColumns, i: int, expected: float) -> tuple[FloatColumn, FloatColumn]:
    """Means and standard deviations of the parts for entry `i`, from the entries before it [ln kg].

    Model: the last three values and the best of the last five at seven spreads; the capacity model's expectation at
        six; one and two reps or one plate more or less than last time at two.

    Args:
        past: best sets, at least `i` of them.
        i: which entry is foretold, at least 2.
        expected: the capacity model's expectation for it [ln kg].

    Returns:
        Means and standard deviations [ln kg], each (parts,).

    Raises:
        ValueError: if fewer than two entries come before.

    Evidence: convention for the list of parts; their weights are learned.

    References:
        None.

    Example:
        >>> two = BestColumns(np.zeros(2), np.full(2, 100.0), np.ones(2), np.zeros(2))
        >>> len(parts(two, 2, 0.0)[0]) == len(PRIOR)
        True
    """
    if i < LEAST_PAST:
        raise ValueError("a habit needs two entries to show")
    value = past.value
    centres = (value[i - 1], value[i - 2], value[max(0, i - 3)], float(value[max(0, i - RECENT) : i].max()))
    steps = _steps(past, i)
    means = np.concatenate(
        [np.repeat(centres, len(SPREADS)), np.full(len(_WIDE), expected), np.repeat(steps, len(_NARROW))]
    )
    sds = np.concatenate([np.tile(SPREADS, len(centres)), _WIDE, np.tile(_NARROW, len(steps))])
    return means, sds


def _steps(past: BestColumns, i: int) -> FloatColumn:
    load, reps = float(past.load_kg[i - 1]), float(past.reps[i - 1])
    moves = np.abs(np.diff(past.load_kg[max(0, i - 20) : i]))
    moves = moves[moves > 0.01]
    plate = float(moves.min()) if len(moves) else DEFAULT_STEP_KG
    loads = np.array([load, load, load + plate, max(load - plate, load / 2), load, load])
    counts = np.maximum(1.0, reps + np.array([1.0, -1.0, 0.0, 0.0, 2.0, -2.0]))
    shift = float(past.value[i - 1]) - _log_epley(np.array([load]), np.array([reps]))
    return _log_epley(loads, counts) + shift


def _log_epley(load: FloatColumn, reps: FloatColumn) -> FloatColumn:
    logs: FloatColumn = np.log(load) + np.where(reps > 1, np.log1p(reps / 30.0), 0.0)
    return logs


def weights(habits: Habits, prior: FloatColumn = PRIOR) -> FloatColumn:
    """The weight of each part now, from the shipped prior, the athlete's other entries and this lift's own.

    Model: Dirichlet counts: 12 · (prior + athlete) + own, normalised.

    Args:
        habits: counts so far.
        prior: shares before anything was seen [1], (parts,).

    Returns:
        Weights [1], (parts,), adding up to 1.

    Raises:
        Nothing.

    Evidence: moderate: walk-forward on logs the prior was not learned from, docs/explanation/hidden-progress.md.

    References:
        None.

    Example:
        >>> round(float(weights(Habits.none()).sum()), 6)
        1.0
    """
    base = prior * PRIOR_STRENGTH + habits.athlete * ATHLETE_SHARE
    counts = base / base.sum() * PRIOR_STRENGTH + habits.own
    shares: FloatColumn = counts / counts.sum()
    return shares


def foretold(past: BestColumns, i: int, expected: float, habits: Habits, prior: FloatColumn = PRIOR) -> Belief:
    """The belief about entry `i`'s one-rep maximum as it will be logged [ln kg].

    Model: mixture of `parts` with `weights`.

    Args:
        past: best sets, at least `i` of them.
        i: which entry, at least 2.
        expected: the capacity model's expectation for it [ln kg].
        habits: what was learned from earlier entries.
        prior: shares of the parts before anything was seen [1], (parts,).

    Returns:
        A belief [ln kg].

    Raises:
        ValueError: if fewer than two entries come before.

    Evidence: as for `weights`.

    References:
        None.

    Example:
        >>> two = BestColumns(np.zeros(2), np.full(2, 100.0), np.ones(2), np.zeros(2))
        >>> abs(foretold(two, 2, 0.0, Habits.none()).quantile(0.5)) < 0.01
        True
    """
    means, sds = parts(past, i, expected)
    return Belief(weights(habits, prior), means, sds)


def learned(habits: Habits, belief: Belief, value: float) -> Habits:
    """The habits after an entry: each part is credited with its share in having foretold it.

    Model: share ∝ weight · N(value; mean, sd²); counts fade by 0.97 (lift) and 0.995 (athlete) per entry.

    Args:
        habits: counts before.
        belief: what was foretold.
        value: what came [ln kg].

    Returns:
        Counts after.

    Raises:
        Nothing.

    Evidence: as for `weights`.

    References:
        Online expectation–maximisation, Cappé & Moulines 2009, J R Stat Soc B 71:593 (the idea).

    Example:
        >>> two = BestColumns(np.zeros(2), np.full(2, 100.0), np.ones(2), np.zeros(2))
        >>> h = Habits.none()
        >>> round(float(learned(h, foretold(two, 2, 0.0, h), 0.0).own.sum()), 6)
        1.0
    """
    z = (value - belief.means) / belief.sds
    log_share = np.log(np.maximum(belief.weight, 1e-300)) - 0.5 * z * z - np.log(belief.sds)
    share = np.exp(log_share - log_share.max())
    share /= share.sum()
    return Habits(OWN_MEMORY * habits.own + share, ATHLETE_MEMORY * habits.athlete + share)
