"""The filter's recursion over sessions, written for arrays of a few dozen numbers.

With so few numbers the time of a step is the time of calling NumPy. So everything linear (moving on, what is expected,
how far off it was, and copies of it side by side) is one matrix product per session; what is left is 18 calls along
rows that lie together, in memory that was made once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import erfc, log, pi, sqrt

import numpy as np
import numpy.typing as npt

from longgame.measure.capacity.process import FORM, LEVEL, Grid, moves
from longgame.record.streams import FloatColumn

_LEAST_ODDS = 1e-60
_RATIOS = 1e-140, 1e140
_TOTALS, _LOOKS, _LOOKED = slice(0, 5), slice(5, 10), 10
_PLAIN, _HELD, _SCALED, _HELD_MISS, _MISS = 3, 1, 5, 7, 9
_CONSTANTS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Sessions:
    """What the recursion takes in, each (n,): days since the one before, log of what was seen, variance that the report
    adds, odds of having been held back, and which attempts failed."""

    gap: FloatColumn
    value: FloatColumn
    extra: FloatColumn
    odds: FloatColumn
    missed: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.gap)


@dataclass(frozen=True, slots=True, eq=False)
class Walked:
    """The path over n sessions, each (n, points): level and its variance after each session, what was expected of it
    and the variance of that, its log density by each grid point; and the last state, every so often one before."""

    level: FloatColumn
    level_variance: FloatColumn
    expected: FloatColumn
    variance: FloatColumn
    gain: FloatColumn
    states: FloatColumn


def _operators(kinds: FloatColumn, d: int, grid: Grid) -> FloatColumn:
    """Per kind of session (gap, extra variance, odds), the matrix from [mean, covariance, walk², slope², form², noise²,
    1, value] to what is seen of it, and the next.

    Rows out, T the variance of an observation: T plain, T held back twice, T plain twice; T held back over the odds
    squared, −1, how far off if held back, −1, how far off; covariance of each number with what is observed; mean;
    covariance.
    """
    gaps, extra, odds = kinds.T
    f, q = moves(gaps, d)
    n, size = len(gaps), d + d * d
    found = np.zeros((n, _LOOKED + d + size, size + _CONSTANTS))
    look, move = found[:, :_LOOKED], found[:, _LOOKED + d :]
    move[:, :d, :d] = f
    move[:, d:, d:size] = np.einsum("nik,njl->nijkl", f, f).reshape(n, d * d, d * d)
    move[:, d:, size : size + 3] = q.reshape(n, 3, d * d).transpose(0, 2, 1)
    along = found[:, _LOOKED : _LOOKED + d]
    along[:] = move[:, d + d * LEVEL : 2 * d + d * LEVEL] + move[:, d + d * FORM : 2 * d + d * FORM]
    look[:, :6] = (along[:, LEVEL] + along[:, FORM])[:, None]
    wide = grid.shortfall_spread**2
    look[:, :6, size + 3] = np.array([1.0, wide, wide, 1.0, 1.0, wide])
    look[:, :6, size + 4] = extra[:, None]
    look[:, _SCALED] /= np.maximum(odds, _LEAST_ODDS)[:, None] ** 2
    look[:, [_MISS, _HELD_MISS]] = -(move[:, LEVEL] + move[:, FORM])[:, None]
    look[:, [_MISS, _HELD_MISS], size + 5] = 1.0
    look[:, [_MISS - 1, _HELD_MISS - 1], size + 4] = -1.0
    look[:, _HELD_MISS, size + 4] = grid.shortfall
    return found


def _by_kind(seen: Sessions, d: int, grid: Grid) -> list[FloatColumn]:
    """Each session's operator; sessions of one kind share theirs."""
    each = list(zip(seen.gap.tolist(), seen.extra.tolist(), seen.odds.tolist(), strict=True))
    kinds = {kind: i for i, kind in enumerate(dict.fromkeys(each))}
    made = list(_operators(np.array(list(kinds)).reshape(-1, 3), d, grid))
    return [made[kinds[kind]] for kind in each]


def walk(grid: Grid, seen: Sessions, mean: FloatColumn, covariance: FloatColumn, every: int) -> Walked:
    """The filter's path from a state over sessions, on the log scale of what was seen.

    Model: as `filtering.run`, whose recursion this is.

    Args:
        grid: hyper-parameters, (points,).
        seen: sessions in order of time, (n,).
        mean: means before them [log units], (points, d), d 3 or 4.
        covariance: covariances before them [log units²], (points, d, d).
        every: after how many sessions each a state is given back [count].

    Returns:
        The path [log units], and the states after every so many sessions and after the last, (kept, d + d², points).

    Raises:
        Nothing.

    Evidence: as for `filtering.run`.

    References:
        As for `filtering.run`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> week = Sessions(np.full(1, 7.0), np.zeros(1), np.zeros(1), np.full(1, 0.2), np.zeros(1, bool))
        >>> walk(LIFT_GRID, week, np.zeros((60, 3)), np.zeros((60, 3, 3)), 16).level.shape
        (1, 60)
    """
    points, d = mean.shape
    path = _Path(len(seen), d, grid)
    path.state[:d], path.state[d : d + d * d] = mean.T, covariance.reshape(points, d * d).T
    states = path.along(_by_kind(seen, d, grid), seen, every)
    inverse, pull = -path.kept[:, 0], path.kept[:, 1]
    return Walked(
        level=path.kept[:, 3 + LEVEL],
        level_variance=path.kept[:, 3 + d],
        expected=seen.value[:, None] - pull / inverse,
        variance=1.0 / inverse - seen.extra[:, None],
        gain=path.log_gain(seen),
        states=states,
    )


class _Path:
    """The recursion's memory. `state` is the column that the operators take, `out` what they give.

    `desk` are the rows worked in, in an order that lets neighbours be worked on together: the ratio of the two noises,
    then shrinking and pull by held-back and by honest noise, the odds of an honest session against a held-back one,
    and the state. From the honest noise to the first variance they are kept of each session.
    """

    def __init__(self, n: int, d: int, grid: Grid) -> None:
        points = len(grid)
        self.d, self.points, size = d, points, d + d * d
        self.desk = np.empty((6 + size + _CONSTANTS, points))
        self.state = self.desk[6:]
        self.state[size:-1] = np.stack([grid.walk**2, grid.slope**2, grid.form**2, grid.noise**2, np.ones(points)])
        self.out = np.empty((_LOOKED + d + size, points))
        self.update = np.empty((2 + d, points))
        self.kept = np.empty((n, 4 + d, points))
        self.failures = np.zeros((n, points))
        self.wider = (grid.shortfall_spread**2 - 1.0) * grid.noise**2
        self.shortfall = grid.shortfall

    def along(self, steps: list[FloatColumn], seen: Sessions, every: int) -> FloatColumn:
        """Go from state to state."""
        d, size, states = self.d, self.d + self.d * self.d, []
        along, moved = self.out[_LOOKED : _LOOKED + d], self.out[_LOOKED + d :].reshape(-1)
        shrink, rest, turned = self.update[0], self.update[2:], self.update[1:, None]
        moves, after = np.empty((1 + d, d, self.points)), self.state[:size].reshape(-1)
        outer, mixed, noted = moves.reshape(-1), self._mixture(), self.desk[3 : 7 + d]
        dot, multiply, add, copy, value = np.dot, np.multiply, np.add, np.copyto, self.state[-1]
        with np.errstate(over="ignore"):
            for i, (step, y, missed) in enumerate(zip(steps, seen.value.tolist(), seen.missed.tolist(), strict=True)):
                value.fill(y)
                dot(step, self.state, self.out)
                mixed()
                if missed:
                    self.failed(i)
                multiply(along, shrink, rest)
                multiply(turned, along, moves)
                add(moved, outer, after)
                copy(self.kept[i], noted)
                if not (i + 1) % every or i + 1 == len(steps):
                    states.append(self.state[:size].copy())
        return np.array(states).reshape(-1, size, self.points)

    def _mixture(self) -> Callable[[], None]:
        """The update for noise that mixes honest and held-back sessions, collapsed to two moments.

        It leaves how much of the covariance goes and how far the mean moves along the observed direction in the first
        two rows of `update`. Written out flat, because it is run once per session.
        """
        points, flat = self.points, self.out.reshape(-1)
        totals, looks = flat[: 5 * points], flat[5 * points : 10 * points]
        parts, odds = self.desk[:5].reshape(-1), self.desk[5]
        ratio, held, honest = parts[:points], parts[points : 3 * points], parts[3 * points :]
        inverse, products = np.empty((2, 5 * points))
        square, held_square, held_pull = products[4 * points :], products[2 * points : 3 * points], held[points:]
        apart, one, whole, cross = np.empty((2, points)), np.ones(points), np.empty(points), np.empty(points)
        away, way, both, (shrink, pull) = apart.reshape(-1), apart[1], self.update[:2].reshape(-1), self.update[:2]
        reciprocal, multiply, subtract, add = np.reciprocal, np.multiply, np.subtract, np.add
        divide, exp, root = np.divide, np.exp, np.sqrt

        def mixed() -> None:
            reciprocal(totals, inverse)
            multiply(looks, inverse, parts)
            multiply(looks, parts, products)
            subtract(held_square, square, odds)
            exp(odds, odds)
            multiply(odds, ratio, odds)
            root(odds, odds)
            add(odds, one, whole)
            subtract(held, honest, away)
            divide(apart, whole, apart)
            add(away, honest, both)
            subtract(held_pull, pull, cross)
            multiply(cross, way, cross)
            add(shrink, cross, shrink)

        return mixed

    def failed(self, i: int) -> None:
        """The update for a failed attempt: what could be done lay below its value."""
        total = self.out[_PLAIN]
        z = np.clip(self.out[_MISS] / np.sqrt(total), -8.0, 8.0)
        share = np.array([0.5 * erfc(-x / sqrt(2.0)) for x in z.tolist()])
        ratio = np.exp(-0.5 * z * z) / sqrt(2 * pi) / share
        self.failures[i] = np.log(share)
        self.update[0], self.update[1] = -ratio * (ratio + z) / total, -ratio / np.sqrt(total)

    def log_gain(self, seen: Sessions) -> FloatColumn:
        """Log predictive density of each session (for a failed attempt its probability), per grid point."""
        inverse, pull, odds = -self.kept[:, 0], self.kept[:, 1], self.kept[:, 2]
        clear = (odds > _RATIOS[0]) & (odds < _RATIOS[1])
        honest = np.where(clear, odds, 1.0)
        honest = (honest + 1.0) / honest
        gain = np.log(honest * np.sqrt(inverse)) - 0.5 * pull * pull / inverse
        if not clear.all():
            gain += np.where(clear, 0.0, self._beyond(seen) - log(2.0))
        gain -= (0.5 * log(2 * pi) + np.log1p(seen.odds))[:, None]
        return np.where(seen.missed[:, None], self.failures, gain) if seen.missed.any() else gain

    def _beyond(self, seen: Sessions) -> FloatColumn:
        """ln(1 + odds of held back), for sessions so far off that the odds themselves are no number."""
        plain = -1.0 / self.kept[:, 0]
        held, miss = plain + self.wider, self.kept[:, 1] * plain
        apart = miss**2 / plain - (miss + self.shortfall) ** 2 / held + np.log(plain / held)
        log_odds = 0.5 * apart + np.log(np.maximum(seen.odds, _LEAST_ODDS))[:, None]
        return np.maximum(log_odds, 0.0) + np.log1p(np.exp(-np.abs(log_odds)))
