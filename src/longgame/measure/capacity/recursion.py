"""The filter's recursion over sessions, written for arrays of a few dozen numbers.

With so few numbers the time of a step is the time of calling NumPy. So everything linear (moving on, what is expected,
how far off it was, and copies of it side by side) is a matrix product; what is left are calls along rows that lie
together, all of one shape, in memory that was made once. Several lifts go side by side as further columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from math import erfc, log, pi, sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

from longgame.measure.capacity.process import FORM, LEVEL, Grid, moves
from longgame.record.streams import FloatColumn

_LEAST_ODDS = 1e-60
_WALK, _SLOPE, _FORM, _NOISE, _ONE, _VALUE, _CONSTANTS = range(7)
_MISS, _HELD_MISS, _SCALED, _LOOKS = 0, 1, 2, 7
_PLAIN, _HELD = [3, 5], [2, 4, 6]
_KEPT = 6
_SIDE_BY_SIDE = 8
_TRAILS = {3: (0, 1, 1, 2, 2, 1, -1, 2, 0, 0, -1), 4: (-1, 1, 1, 2, 2, 3, 3, -1, 2, 0, 1, 3, 0, 0, -1)}
"""For each size of state a walk through its numbers and the constant one (−1) that passes each pair of them: products
of neighbours are all that an update needs, the means' as products with one. The level comes last."""


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
    and the variance of that, its log density by each grid point; and states on the way and after the last session,
    means then covariances, (kept, d + d², points)."""

    level: FloatColumn
    level_variance: FloatColumn
    expected: FloatColumn
    variance: FloatColumn
    gain: FloatColumn
    states: FloatColumn


@dataclass(frozen=True, slots=True, eq=False)
class _Layout:
    """Where the numbers of a state stand. Laid out plainly they are means, then covariances row by row, (d + d²,): for
    each row of the recursion its plain place, and for each plain place its (first) row; which rows are means."""

    trail: npt.NDArray[np.intp]
    plain: npt.NDArray[np.intp]
    row: npt.NDArray[np.intp]
    is_mean: npt.NDArray[np.bool_]


@cache
def _layout(d: int) -> _Layout:
    trail = np.array(_TRAILS[d])
    first, second = np.maximum(trail[:-1], trail[1:]), np.minimum(trail[:-1], trail[1:])
    plain = np.where(second < 0, first, d + d * first + second)
    mirrored = [i if i < d else d + d * max(divmod(i - d, d)) + min(divmod(i - d, d)) for i in range(d + d * d)]
    return _Layout(trail, plain, np.array([plain.tolist().index(i) for i in mirrored]), second < 0)


def _operators(kinds: FloatColumn, d: int, grid: Grid) -> FloatColumn:
    """Per kind of session (gap, extra variance, odds), the matrix from [walk², slope², form², noise², 1, value, state]
    to what is seen of it, and the next state.

    Rows out: how far off, and if held back; the variance of an observation if held back, over the odds squared; plain;
    if held back; both again; covariance of each number with what is observed, along the trail; the state.
    """
    gaps, extra, odds = kinds.T
    n, at = len(gaps), _layout(d)
    plain = _moved(gaps, d)
    covariance = plain[:, d:].reshape(n, d, d, -1)
    along = np.zeros((n, d + 1, plain.shape[-1]))
    np.add(covariance[:, :, LEVEL], covariance[:, :, FORM], out=along[:, :d])
    along[:, d, _ONE] = 1.0
    found = np.zeros((n, _LOOKS + len(at.trail) + len(at.plain), plain.shape[-1]))
    found[:, :_SCALED] = -(plain[:, LEVEL] + plain[:, FORM])[:, None]
    found[:, :_SCALED, _VALUE] = 1.0
    found[:, _HELD_MISS, _ONE] = grid.shortfall
    found[:, _SCALED:_LOOKS] = (along[:, LEVEL] + along[:, FORM])[:, None]
    found[:, _PLAIN, _NOISE], found[:, _HELD, _NOISE] = 1.0, grid.shortfall_spread**2
    found[:, _SCALED:_LOOKS, _ONE] += extra[:, None]
    found[:, _SCALED] /= np.maximum(odds, _LEAST_ODDS)[:, None] ** 2
    found[:, _LOOKS : _LOOKS + len(at.trail)] = along[:, at.trail]
    found[:, _LOOKS + len(at.trail) :] = plain[:, at.plain]
    return np.ascontiguousarray(found.transpose(0, 2, 1)).transpose(0, 2, 1)


def _moved(gaps: FloatColumn, d: int) -> FloatColumn:
    """What each gap makes of means and covariances, laid out plainly, (gaps, d + d², columns)."""
    f, q = moves(gaps, d)
    n, row = len(gaps), _layout(d).row
    plain = np.zeros((n, d + d * d, _CONSTANTS + len(_layout(d).plain)))
    plain[:, :d, _CONSTANTS + row[:d]] = f
    into = np.zeros((d * d, plain.shape[-1]))
    into[range(d * d), _CONSTANTS + row[d:]] = 1.0
    np.matmul(np.einsum("nik,njl->nijkl", f, f).reshape(n, d * d, d * d), into, out=plain[:, d:])
    plain[:, d:, _WALK : _FORM + 1] = q.reshape(n, 3, d * d).transpose(0, 2, 1)
    return plain


def _by_kind(seen: Sequence[Sessions], d: int, grid: Grid) -> tuple[FloatColumn, list[list[int]]]:
    """The operators of all kinds of session, and for each lift which of them its sessions take."""
    each = [list(zip(one.gap.tolist(), one.extra.tolist(), one.odds.tolist(), strict=True)) for one in seen]
    kinds = {kind: i for i, kind in enumerate(dict.fromkeys(kind for lift in each for kind in lift))}
    made = _operators(np.array(list(kinds)).reshape(-1, 3), d, grid)
    return made, [[kinds[kind] for kind in lift] for lift in each]


@cache
def _collapse(d: int) -> tuple[FloatColumn, FloatColumn]:
    """The two matrices of the update for noise that mixes honest and held-back sessions, collapsed to two moments.

    With A the log density of either and t = tanh h, h half their difference, honest sessions have the weight ½(1 + t).
    The first takes [ln held variance over odds², ln variance, and of either 1/variance, miss/variance, miss²/variance]
    to [the mean of both A, 1/variance and miss/variance of honest ones, h, h, and means and half differences of the two
    miss/variance (p, u) and 1/variance (q, v)], in the order p, q, v, u. The second takes [p, q, v, u, t·v, t·u, u²,
    t²·v², t²·u²] to the gain of each number of the state: p + t·u for means, −(q + t·v − u² + t²·u²) for covariances.
    """
    first = np.zeros((9, 8))
    first[0, [0, 1, 6, 7]] = -0.25
    first[1, 2] = first[2, 4] = 1.0
    first[3:5, [0, 7]], first[3:5, [1, 6]] = 0.25, -0.25
    first[5, [4, 5]] = first[6, [2, 3]] = 0.5
    first[7, [2, 3]] = first[8, [4, 5]] = 0.5, -0.5
    of_mean, of_covariance = np.zeros(9), np.zeros(9)
    of_mean[[0, 5]] = 1.0
    of_covariance[[1, 4, 6, 8]] = -1.0, -1.0, 1.0, -1.0
    return first, np.where(_layout(d).is_mean[:, None], of_mean, of_covariance)


def walk_together(
    grid: Grid,
    seen: Sequence[Sessions],
    means: Sequence[FloatColumn],
    covariances: Sequence[FloatColumn],
    every: int,
) -> list[Walked]:
    """The filter's paths of several lifts, each from a state of its own, on the log scale of what was seen.

    Model: as `filtering.run`, whose recursion this is. Lifts with fewer sessions than the longest repeat their last one
        to the end, and what comes of that is dropped.

    Args:
        grid: hyper-parameters, (points,).
        seen: sessions of each lift in order of time, at least one each.
        means: means before them [log units], each (points, d), with one d of 3 or 4 for all.
        covariances: covariances before them [log units²], each (points, d, d).
        every: after how many sessions each a state is given back [count].

    Returns:
        Of each lift the path [log units], and the states after every so many sessions and after the last.

    Raises:
        Nothing.

    Evidence: as for `filtering.run`.

    References:
        As for `filtering.run`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> week = Sessions(np.full(1, 7.0), np.zeros(1), np.zeros(1), np.full(1, 0.2), np.zeros(1, bool))
        >>> walk_together(LIFT_GRID, [week], [np.zeros((45, 3))], [np.zeros((45, 3, 3))], 16)[0].level.shape
        (1, 45)
    """
    if not seen:
        return []
    d = means[0].shape[1]
    path = _Path(grid, d, seen)
    path.begin(means, covariances)
    states = path.along(every)
    return [path.walked(lift, states[lift]) for lift in range(len(seen))]


class _Path:
    """The recursion's memory, a column for each grid point of each lift.

    Each of `desks` holds what the operators take (constants, then the state, its level's variance and mean last) and
    right behind it what `_collapse` gave on the way there, so that what is kept of a session lies together: level's
    variance and mean, mean log density, 1/variance, miss/variance, h. A session goes from one desk to the next; when
    all are full, what is to be kept is taken off them at once. `out` is what the operators give, behind two ones.
    """

    def __init__(self, grid: Grid, d: int, seen: Sequence[Sessions]) -> None:
        self.grid, self.d, self.seen, self.points = grid, d, seen, len(grid)
        self.size, columns, steps = len(_layout(d).plain), len(seen) * len(grid), max(map(len, seen))
        self.end = _CONSTANTS + self.size
        self.desks = np.ones((min(steps, _SIDE_BY_SIDE), self.end + 14, columns))
        variances = np.stack([grid.walk**2, grid.slope**2, grid.form**2, grid.noise**2])
        self.desks[:, :_ONE] = np.tile(variances, len(seen))
        self.out = np.ones((2 + _LOOKS + 2 * self.size + 1, columns))
        self.parts = np.empty((8 + 2 + 2 * self.size, columns))
        self.kept = np.empty((_KEPT, steps, columns))
        self.failures: dict[tuple[int, int], FloatColumn] = {}
        self.misses = _misses(seen)

    def begin(self, means: Sequence[FloatColumn], covariances: Sequence[FloatColumn]) -> None:
        """Take up the states of all lifts."""
        mean = np.concatenate(means)
        plain = np.concatenate([mean, np.concatenate(covariances).reshape(len(mean), -1)], axis=1)
        self.desks[-1, _CONSTANTS : self.end] = plain.T[_layout(self.d).plain]

    def along(self, every: int) -> list[FloatColumn]:
        """Go from state to state; the states kept of each lift."""
        steps = [self._step(self.desks[j - 1], desk) for j, desk in enumerate(self.desks)]
        noted = self.desks[:, self.end - 2 : self.end - 2 + _KEPT].transpose(1, 0, 2)
        stops, states = _stops(self.seen, every), [list[FloatColumn]() for _ in self.seen]
        operators, values = map(iter, self._sessions())
        for start in range(0, self.kept.shape[1], len(steps)):
            block = self.kept[:, start : start + len(steps)]
            rows = range(start, start + block.shape[1])
            for i, step, operator, value in zip(rows, steps, operators, values, strict=False):
                step(i, operator, value)
            block[:] = noted[:, : len(rows)]
            for i in sorted(stops.keys() & rows):
                for lift in stops[i]:
                    states[lift].append(self._state_of(lift, self.desks[i - start]))
        return [np.array(one) for one in states]

    def _sessions(self) -> tuple[Iterable[FloatColumn], Iterable[Any]]:
        """For each step the operators and the values; lifts that have ended repeat their last session."""
        made, kinds = _by_kind(self.seen, self.d, self.grid)
        if len(self.seen) == 1:
            each = list(made)
            return [each[kind] for kind in kinds[0]], self.seen[0].value.tolist()
        at = np.arange(self.kept.shape[1])
        rows = np.stack([np.array(lift)[np.minimum(at, len(lift) - 1)] for lift in kinds], axis=1)
        values = np.stack([one.value[np.minimum(at, len(one) - 1)] for one in self.seen], axis=1)
        return (made[row] for row in rows), values[:, :, None]

    def _step(self, before: FloatColumn, after: FloatColumn) -> Callable[[int, FloatColumn, Any], None]:
        """One session, from desk to desk; see `_operators` and `_collapse` for what is multiplied.

        Written out flat, because it is run once per session.
        """
        size, end, trail, out, parts = self.size, self.end, 2 + _LOOKS, self.out, self.parts
        several = len(self.seen) > 1
        product: Any = np.matmul if several else np.dot
        taken, given, value_row = (
            self._by_lift(rows) if several else rows for rows in (before[:end], out[2:], before[_VALUE : _VALUE + 1])
        )
        say = partial(np.copyto, value_row[:, 0]) if several else value_row.fill
        (first, second), told = _collapse(self.d), after[end:]
        ones_and_misses, variances, logged = _flat(out[:4]), _flat(out[5:9]), _flat(out[4:6])
        left, right = _flat(out[trail : trail + size]), _flat(out[trail + 1 : trail + 1 + size])
        moved, state = _flat(out[trail + 1 + size :]), _flat(after[_CONSTANTS:end])
        logs, over, squares, share = _flat(parts[:2]), _flat(parts[2:6]), _flat(parts[6:8]), _flat(parts[8:10])
        misses, pulls, change = _flat(out[2:4]), _flat(parts[4:6]), _flat(parts[10 + size :])
        weighed, apart, mixed, spread, squared = (
            _flat(told[a:b]) for a, b in ((3, 5), (7, 9), (9, 11), (8, 11), (11, 14))
        )
        densities, moments, halves, gain = parts[:8], told[:9], told[5:], parts[10 : 10 + size]
        gains, log_of, divide, multiply, dot = _flat(gain), np.log, np.divide, np.multiply, np.dot
        tanh, add, failures = np.tanh, np.add, self.misses

        def step(i: int, operator: FloatColumn, value: Any) -> None:
            say(value)
            product(operator, taken, given)
            log_of(logged, logs)
            divide(ones_and_misses, variances, over)
            multiply(misses, pulls, squares)
            dot(first, densities, moments)
            tanh(weighed, share)
            multiply(share, apart, mixed)
            multiply(spread, spread, squared)
            dot(second, halves, gain)
            if i in failures:
                self.failed(i)
            multiply(left, right, change)
            multiply(change, gains, change)
            add(moved, change, state)

        return step

    def _by_lift(self, rows: FloatColumn) -> FloatColumn:
        """The same memory, (lifts, rows, points)."""
        return rows.reshape(len(rows), len(self.seen), self.points).transpose(1, 0, 2)

    def _columns(self, lift: int) -> slice:
        return slice(lift * self.points, (lift + 1) * self.points)

    def _state_of(self, lift: int, desk: FloatColumn) -> FloatColumn:
        """Means and covariance of one lift, (d + d², points)."""
        return desk[_CONSTANTS + _layout(self.d).row, self._columns(lift)]

    def failed(self, i: int) -> None:
        """The update for failed attempts: what could be done lay below their value."""
        for lift in self.misses[i]:
            at = self._columns(lift)
            miss, total = self.out[2, at], self.out[5, at]
            z = np.clip(miss / np.sqrt(total), -8.0, 8.0)
            share = np.array([0.5 * erfc(-x / sqrt(2.0)) for x in z.tolist()])
            ratio = np.exp(-0.5 * z * z) / sqrt(2 * pi) / share
            self.failures[lift, i] = np.log(share)
            mean, covariance = -ratio / np.sqrt(total), -ratio * (ratio + z) / total
            gain = self.parts[10 : 10 + self.size, at]
            gain[:] = np.where(_layout(self.d).is_mean[:, None], mean, covariance)

    def walked(self, lift: int, states: FloatColumn) -> Walked:
        """What is told of one lift, worked out in the memory where it was kept: fresh memory costs more than sums."""
        seen, at = self.seen[lift], self._columns(lift)
        level_variance, level, gain, variance, expected, half = self.kept[:, : len(seen), at]
        np.abs(half, out=half)
        gain += half
        half *= -2.0
        np.exp(half, out=half)
        half += 1.0
        np.log(half, out=half)
        gain += half
        gain -= (0.5 * log(2 * pi) + np.log1p(seen.odds))[:, None]
        for i in np.flatnonzero(seen.missed).tolist():
            gain[i] = self.failures[lift, i]
        np.reciprocal(variance, out=variance)
        expected *= variance
        np.subtract(seen.value[:, None], expected, out=expected)
        variance -= seen.extra[:, None]
        return Walked(level, level_variance, expected, variance, gain, states)


def _flat(rows: FloatColumn) -> FloatColumn:
    """The same memory as one row."""
    return rows.reshape(-1)


def _stops(seen: Sequence[Sessions], every: int) -> dict[int, list[int]]:
    """Which lifts' states are kept after which step."""
    found: dict[int, list[int]] = {}
    for lift, one in enumerate(seen):
        for i in {*range(every - 1, len(one), every), len(one) - 1}:
            found.setdefault(i, []).append(lift)
    return found


def _misses(seen: Sequence[Sessions]) -> dict[int, list[int]]:
    """Which lifts' attempts failed at which step."""
    found: dict[int, list[int]] = {}
    for lift, one in enumerate(seen):
        for i in np.flatnonzero(one.missed).tolist():
            found.setdefault(i, []).append(lift)
    return found
