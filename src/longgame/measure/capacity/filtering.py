"""The filter: from dated observations to the posterior of capacity, for all grid points at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from longgame.measure.capacity.process import FORM, LEVEL, SLOPE, THEN, Grid, moves
from longgame.measure.capacity.recursion import Sessions, walk
from longgame.record.streams import FloatColumn

CHECKPOINT_EVERY = 16
"""A path keeps its state after every so many observations; any other is reached again from the one before."""


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
    """The filter's path: level and predicted session per grid point, each (n, points), and the weights before and
    after each observation. `predicted` leaves the held-back share out; `memory` is kept where states are asked for."""

    level: FloatColumn
    level_sd: FloatColumn
    predicted: FloatColumn
    predicted_sd: FloatColumn
    weight_before: FloatColumn
    weight: FloatColumn
    memory: Memory | None = None

    def then(self, later: Trace) -> Trace:
        """This path and a further one behind it."""
        columns = ("level", "level_sd", "predicted", "predicted_sd", "weight_before", "weight")
        level, sd, predicted, predicted_sd, before, after = (
            np.concatenate([getattr(self, name), getattr(later, name)]) for name in columns
        )
        kept = self.memory.then(later.memory) if self.memory is not None and later.memory is not None else None
        return Trace(level, sd, predicted, predicted_sd, before, after, kept)


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
    sessions = Sessions(
        gap=np.diff(seen.day, prepend=state.day),
        value=seen.value,
        extra=seen.extra_sd**2,
        odds=seen.held_back / (1.0 - seen.held_back),
        missed=seen.missed,
    )
    if not len(seen):
        return state, _no_trace(len(grid), state)
    walked = walk(grid, sessions, state.mean, state.covariance, CHECKPOINT_EVERY)
    after = np.cumsum(np.concatenate([state.log_weight[None], walked.gain]), axis=0)[1:]
    weight, last = _normalised(after), len(seen) - 1
    rows = np.unique([*range(CHECKPOINT_EVERY - 1, last, CHECKPOINT_EVERY), last])
    memory = Memory(rows, walked.states, after)
    trace = Trace(
        level=walked.level,
        level_sd=np.sqrt(walked.level_variance),
        predicted=walked.expected,
        predicted_sd=np.sqrt(walked.variance),
        weight_before=np.concatenate([_normalised(state.log_weight[None]), weight[:-1]]),
        weight=weight,
        memory=memory,
    )
    there = memory.last_before(last, seen.day)
    assert there is not None
    return replace(there, count=state.count + len(seen)), trace


def _no_trace(points: int, state: State) -> Trace:
    nothing = np.empty((0, points))
    size = state.mean.shape[1] * (1 + state.mean.shape[1])
    memory = Memory(np.empty(0, np.intp), np.empty((0, size, points)), nothing)
    return Trace(nothing, nothing, nothing, nothing, nothing, nothing, memory)


def _normalised(log_weight: FloatColumn) -> FloatColumn:
    weight = np.exp(log_weight - log_weight.max(axis=-1, keepdims=True))
    shares: FloatColumn = weight / weight.sum(axis=-1, keepdims=True)
    return shares
