"""The filter: from dated observations to the posterior of capacity, for all grid points at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from longgame.measure.capacity.process import FORM, LEVEL, SLOPE, THEN, Grid, moves
from longgame.measure.capacity.recursion import Sessions, Walked, walk_together
from longgame.record.streams import FloatColumn

Rows = slice | int | npt.NDArray[np.intp]
"""Which observations are meant, by position."""
CHECKPOINT_EVERY = 16
"""A path keeps its state after every so many observations; any other is reached again from the one before."""

MOST_SIDE_BY_SIDE, LEAST_OF_LONGEST = 24, 0.6
"""So many lifts go through the filter together, none with less than this share of the sessions of the longest."""


@dataclass(frozen=True, slots=True, eq=False)
class Observations:
    """What sessions said about one capacity, in order of time; all of shape (n,).

    `day` counts days from any origin and never falls; `value` is the log of what was seen; `extra_sd` is what the
    report adds to the noise [log units]; `held_back` is the share of such sessions that are not maximal; `missed`
    marks attempts that failed, for which capacity lies below `value`.
    """

    day: FloatColumn
    value: FloatColumn
    extra_sd: FloatColumn
    held_back: FloatColumn
    missed: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.day)

    @classmethod
    def plain(cls, day: FloatColumn, value: FloatColumn, grid: Grid) -> Observations:
        """Nothing known beyond the values, so the grid's share of held-back sessions."""
        n = len(day)
        return cls(day, value, np.zeros(n), np.full(n, grid.shortfall_share), np.zeros(n, bool))

    def until(self, day: float) -> Observations:
        """Those up to and including `day`."""
        return self[: int(np.searchsorted(self.day, day, side="right"))]

    def __getitem__(self, part: slice) -> Observations:
        return Observations(
            self.day[part], self.value[part], self.extra_sd[part], self.held_back[part], self.missed[part]
        )


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """The filter's memory after an observation; everything that later sessions need (a checkpoint).

    `mean` is (points, d), `covariance` (points, d, d), `log_weight` (points,), with d = 3, or 4 when a past level is
    carried along as the fourth number.
    """

    day: float
    mean: FloatColumn
    covariance: FloatColumn
    log_weight: FloatColumn
    count: int

    @classmethod
    def before(cls, grid: Grid, day: float, value: float) -> State:
        """The state before the first observation: a wide guess around its value, no slope, no form."""
        points = len(grid)
        mean, covariance = np.zeros((points, 3)), np.zeros((points, 3, 3))
        mean[:, LEVEL] = value
        covariance[:, LEVEL, LEVEL] = grid.start_sd**2
        covariance[:, SLOPE, SLOPE] = grid.slope**2
        covariance[:, FORM, FORM] = grid.form**2
        return cls(day, mean, covariance, grid.log_prior.copy(), 0)

    @property
    def weight(self) -> FloatColumn:
        """The grid points' weights, adding up to 1."""
        return _normalised(self.log_weight)

    def remembering(self) -> State:
        """The same state with the present level carried along from here on, to be compared with later ones."""
        d = self.mean.shape[1]
        keep = [*range(d), LEVEL] if d == THEN else [*range(THEN), LEVEL]
        return replace(self, mean=self.mean[:, keep], covariance=self.covariance[:, keep][:, :, keep])

    def advanced(self, grid: Grid, day: float) -> State:
        """The state as it is expected on a later `day` without any news."""
        gap = np.array([max(0.0, day - self.day)])
        f, q = moves(gap, self.mean.shape[1])
        variances = np.stack([grid.walk**2, grid.slope**2, grid.form**2], axis=1)
        covariance = f[0] @ self.covariance @ f[0].T + np.einsum("gk,kij->gij", variances, q[0])
        return replace(self, day=max(day, self.day), mean=self.mean @ f[0].T, covariance=covariance)


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """Checkpoints on the way: after the observations at `rows` (kept,), means and covariances (kept, d + d², points);
    and the log weights after every observation, (n, points)."""

    rows: npt.NDArray[np.intp]
    moments: FloatColumn
    log_weight: FloatColumn

    def last_before(self, row: int, days: FloatColumn) -> State | None:
        """The last checkpoint not after the observation of that row; None where there is none."""
        at = int(np.searchsorted(self.rows, row, side="right")) - 1
        if at < 0:
            return None
        moments, kept = self.moments[at], int(self.rows[at])
        d, points = (3 if len(moments) == 12 else 4), moments.shape[1]
        covariance = moments[d:].T.reshape(points, d, d).copy()
        return State(float(days[kept]), moments[:d].T.copy(), covariance, self.log_weight[kept], kept + 1)

    def then(self, later: Memory) -> Memory:
        """These checkpoints and further ones behind them."""
        return Memory(
            np.concatenate([self.rows, later.rows + len(self.log_weight)]),
            np.concatenate([self.moments, later.moments]),
            np.concatenate([self.log_weight, later.log_weight]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """The filter's path: level and expected session with their variances per grid point, each (n, points).

    `expected` and `variance` leave the held-back share out. `log_before` are the log weights before the first
    observation, (points,), `log_weight` those after each; `memory` is kept where states are asked for.
    """

    level: FloatColumn
    level_variance: FloatColumn
    expected: FloatColumn
    variance: FloatColumn
    log_before: FloatColumn
    log_weight: FloatColumn
    memory: Memory | None = None

    def weight(self, rows: Rows = slice(None)) -> FloatColumn:
        """The weights after the observations of these rows, adding up to 1."""
        return _normalised(self.log_weight[rows])

    def weight_before(self, rows: Rows = slice(None)) -> FloatColumn:
        """The weights before the observations of these rows, adding up to 1."""
        at = np.arange(len(self.log_weight))[rows] - 1
        return _normalised(np.where((at < 0)[..., None], self.log_before, self.log_weight[at]))

    def then(self, later: Trace) -> Trace:
        """This path and a further one behind it."""
        columns = ("level", "level_variance", "expected", "variance")
        level, level_variance, expected, variance = (
            np.concatenate([getattr(self, name), getattr(later, name)]) for name in columns
        )
        kept = self.memory.then(later.memory) if self.memory is not None and later.memory is not None else None
        weight = np.concatenate([self.log_weight, later.log_weight]) if kept is None else kept.log_weight
        return Trace(level, level_variance, expected, variance, self.log_before, weight, kept)


def run(grid: Grid, seen: Observations, state: State) -> tuple[State, Trace]:
    """Feed observations into the filter: the new state and the path there, on the observations' log scale.

    Model: Kalman filter per grid point; noise (1 − π) N(0, r²) + π N(−δ, (2.5 r)²), collapsed to its first two
        moments after each observation; a failed attempt enters as the probability of lying below its value.

    Args:
        grid: hyper-parameters, (points,).
        seen: observations in order of time, none before the state's day, shape (n,).
        state: where the filter stood.

    Returns:
        The state after the last observation, and the trace [log units], (n, points).

    Evidence: exact for plain noise (equals one dense Gaussian), near to exact for the mixture (equals the full
        enumeration to 0.15 standard deviations).

    References:
        Kalman 1960; Harrison & Stevens 1976, J R Stat Soc B 38:205 (collapsing).

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> seen = Observations.plain(np.zeros(3), np.zeros(3), LIFT_GRID)
        >>> run(LIFT_GRID, seen, State.before(LIFT_GRID, 0.0, 0.0))[0].count
        3
    """
    return run_together(grid, [seen], [state])[0]


def run_together(grid: Grid, seen: Sequence[Observations], states: Sequence[State]) -> list[tuple[State, Trace]]:
    """Feed the observations of several capacities into the filter, side by side: as `run` of each, to rounding.

    Model: as `run`.

    Args:
        grid: hyper-parameters, (points,), the same for all.
        seen: observations of each in order of time, none before its state's day.
        states: where the filter stood with each, of equally many numbers each.

    Returns:
        The state after the last observation and the trace [log units] of each, in the order given.

    Raises:
        Nothing.

    Evidence: exact as `run` is; equality with it is a test.

    References:
        As for `run`.

    Example:
        >>> run_together(None, [], [])
        []
    """
    found = {i: (state, _no_trace(len(grid), state)) for i, state in enumerate(states) if not len(seen[i])}
    for group in _of_like_length([len(one) for one in seen]):
        sessions = [_sessions(seen[i], states[i]) for i in group]
        means, covariances = [states[i].mean for i in group], [states[i].covariance for i in group]
        walked = walk_together(grid, sessions, means, covariances, CHECKPOINT_EVERY)
        found |= {i: _gone(states[i], seen[i], path) for i, path in zip(group, walked, strict=True)}
    return [found[i] for i in range(len(seen))]


def _of_like_length(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Positions of lengths above 0 in groups, longest first, none much shorter than the first of its group."""
    left = sorted((i for i, n in enumerate(lengths) if n), key=lambda i: -lengths[i])
    while left:
        longest = lengths[left[0]]
        group = [i for i in left[:MOST_SIDE_BY_SIDE] if lengths[i] >= LEAST_OF_LONGEST * longest]
        yield group
        left = left[len(group) :]


def _sessions(seen: Observations, state: State) -> Sessions:
    return Sessions(
        gap=np.diff(seen.day, prepend=state.day),
        value=seen.value,
        extra=seen.extra_sd**2,
        odds=seen.held_back / (1.0 - seen.held_back),
        missed=seen.missed,
    )


def _gone(state: State, seen: Observations, walked: Walked) -> tuple[State, Trace]:
    """The state and the trace after what was walked from a state."""
    walked.gain[0] += state.log_weight
    after = np.cumsum(walked.gain, axis=0)
    last = len(seen) - 1
    rows = np.unique([*range(CHECKPOINT_EVERY - 1, last, CHECKPOINT_EVERY), last])
    memory = Memory(rows, walked.states, after)
    trace = Trace(
        walked.level, walked.level_variance, walked.expected, walked.variance, state.log_weight, after, memory
    )
    there = memory.last_before(last, seen.day)
    assert there is not None
    return replace(there, count=state.count + len(seen)), trace


def _no_trace(points: int, state: State) -> Trace:
    nothing = np.empty((0, points))
    size = state.mean.shape[1] * (1 + state.mean.shape[1])
    memory = Memory(np.empty(0, np.intp), np.empty((0, size, points)), nothing)
    return Trace(nothing, nothing, nothing, nothing, state.log_weight, nothing, memory)


def _normalised(log_weight: FloatColumn) -> FloatColumn:
    weight = np.exp(log_weight - log_weight.max(axis=-1, keepdims=True))
    shares: FloatColumn = weight / weight.sum(axis=-1, keepdims=True)
    return shares
