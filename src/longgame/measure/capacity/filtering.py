"""The filter: from dated observations to the posterior of capacity, for all grid points and lifts at once.

One matrix product per session moves mean, covariance and hyper-variances together; the update for the mixed noise
(a share of sessions is held back on purpose) runs along one direction and stays in closed form.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import erfc, pi, sqrt

import numpy as np
import numpy.typing as npt

from longgame.measure.capacity.process import Grid, innovation, transition
from longgame.record.streams import FloatColumn

LEVEL, SLOPE, FORM, THEN = 0, 1, 2, 3
_MOST_EXPONENT = 600.0


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
        f, q = _moves(gap, self.mean.shape[1])
        variances = np.stack([grid.walk**2, grid.slope**2, grid.form**2], axis=1)
        covariance = f[0] @ self.covariance @ f[0].T + np.einsum("gk,kij->gij", variances, q[0])
        return replace(self, day=max(day, self.day), mean=self.mean @ f[0].T, covariance=covariance)


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """A checkpoint after every observation: means and covariances (n, d + d², points), weights (n, points)."""

    moments: FloatColumn
    log_weight: FloatColumn

    def state(self, row: int, day: float) -> State:
        """The filter's memory after the observation of that row, which was made on `day`."""
        d, points = (3 if self.moments.shape[1] == 12 else 4), self.moments.shape[2]
        moments = self.moments[row]
        covariance = moments[d:].T.reshape(points, d, d).copy()
        return State(day, moments[:d].T.copy(), covariance, self.log_weight[row], row + 1)

    def then(self, later: Memory) -> Memory:
        """These checkpoints and further ones behind them."""
        return Memory(
            np.concatenate([self.moments, later.moments]), np.concatenate([self.log_weight, later.log_weight])
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


def _moves(gaps: FloatColumn, d: int) -> tuple[FloatColumn, FloatColumn]:
    f, q = np.zeros((len(gaps), d, d)), np.zeros((len(gaps), 3, d, d))
    f[:, :3, :3], q[:, :, :3, :3] = transition(gaps), innovation(gaps)
    f[:, range(3, d), range(3, d)] = 1.0
    return f, q


def _operators(gaps: FloatColumn, d: int) -> FloatColumn:
    """Per gap, the matrix that turns [mean, covariance, variances] into the next one and what is observed of it.

    Rows out: mean (d), covariance (d²), variances (3), predicted value, covariance with it (d), its variance.
    """
    f, q = _moves(gaps, d)
    n, size = len(gaps), d + d * d + 3
    move = np.zeros((n, size, size))
    move[:, :d, :d] = f
    move[:, d : d + d * d, d : d + d * d] = np.einsum("nik,njl->nijkl", f, f).reshape(n, d * d, d * d)
    move[:, d : d + d * d, d + d * d :] = q.reshape(n, 3, d * d).transpose(0, 2, 1)
    move[:, range(d + d * d, size), range(d + d * d, size)] = 1.0
    look = np.zeros((d + 2, size))
    look[0, [LEVEL, FORM]] = 1.0
    for i in range(d):
        look[1 + i, [d + i * d + LEVEL, d + i * d + FORM]] = 1.0
    look[1 + d] = look[1 + LEVEL] + look[1 + FORM]
    return np.concatenate([move, look @ move], axis=1)


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
    d = state.mean.shape[1]
    gaps, which = np.unique(np.diff(seen.day, prepend=state.day), return_inverse=True)
    operators = list(_operators(gaps, d)[which])
    path = _Path(seen, len(grid), d, grid)
    z = path.before(state)
    for i, row in enumerate(path.rows):
        np.matmul(operators[i], z, out=row)
        z = row[: path.size]
        if seen.missed[i]:
            path.failed(i, row)
        else:
            path.mixed(i, row)
        path.move(row)
    memory, trace = path.trace(path.log_gain(seen), state.log_weight)
    if not len(seen):
        return state, trace
    return replace(memory.state(len(seen) - 1, float(seen.day[-1])), count=state.count + len(seen)), trace


class _Path:
    """The filter's working arrays, one row per observation, filled from front to back.

    The loop over sessions is all there is to wait for, so every step writes into arrays made once. `pull` and `shrink`
    hold the last update: how far the mean moves along the observed direction, and how much of the covariance goes.
    """

    def __init__(self, seen: Observations, points: int, d: int, grid: Grid) -> None:
        n = len(seen)
        self.seen, self.grid, self.d, self.size = seen, grid, d, d + d * d + 3
        self.wide = np.empty((n, self.size + d + 2, points))
        self.rows = list(self.wide)
        self.expected, self.spread = self.wide[:, self.size], self.wide[:, -1]
        self.noise = np.stack([grid.noise**2, (grid.shortfall_spread * grid.noise) ** 2])
        self.targets = list((seen.value[:, None] + np.array([0.0, grid.shortfall]))[:, :, None])
        self.extra = (seen.extra_sd**2).tolist()
        self.ratio = (seen.held_back / (1.0 - seen.held_back)).tolist()
        self.total, self.square = np.ones((n, 2, points)), np.zeros((n, 2, points))
        self.odds, self.special = np.zeros((n, points)), np.zeros((n, points))
        self.miss, self.pair, self.apart = np.empty((2, points)), np.empty((2, 2, points)), np.empty((2, points))
        self.share, self.update = np.empty(points), np.empty((2, points))
        self.part, self.cross = np.empty(points), np.empty(points)
        self.sides, self.moved = np.empty((1 + d, points)), np.empty((1 + d, d, points))

    def before(self, state: State) -> FloatColumn:
        """The state as the column the operators work on."""
        d, points = self.d, len(self.grid)
        variances = np.stack([self.grid.walk**2, self.grid.slope**2, self.grid.form**2])
        return np.concatenate([state.mean.T, state.covariance.reshape(points, d * d).T, variances])

    def mixed(self, i: int, row: FloatColumn) -> None:
        """The update for noise that mixes honest and held-back sessions, collapsed to two moments."""
        total, odds, share, pair = self.total[i], self.odds[i], self.share, self.pair
        np.add(row[-1], self.noise, out=total)
        if self.extra[i]:
            total += self.extra[i]
        np.subtract(self.targets[i], row[self.size], out=self.miss)
        np.divide(1.0, total, out=pair[0])
        np.multiply(self.miss, pair[0], out=pair[1])
        square = np.multiply(self.miss, pair[1], out=self.square[i])
        np.subtract(square[0], square[1], out=odds)
        np.minimum(odds, _MOST_EXPONENT, out=odds)
        np.exp(odds, out=odds)
        odds *= total[0]
        odds *= pair[0, 1]
        np.sqrt(odds, out=odds)
        odds *= self.ratio[i]
        np.add(odds, 1.0, out=share)
        np.divide(odds, share, out=share)
        np.subtract(pair[:, 1], pair[:, 0], out=self.apart)
        update = np.multiply(self.apart, share, out=self.update)
        np.multiply(update[1], self.apart[1], out=self.part)
        np.multiply(update[1], update[1], out=self.cross)
        update += pair[:, 0]
        self.cross -= self.part
        update[0] += self.cross

    def failed(self, i: int, row: FloatColumn) -> None:
        """The update for a failed attempt: what could be done lay below its value."""
        total = row[-1] + self.noise[0]
        z = np.clip((self.seen.value[i] - row[self.size]) / np.sqrt(total), -8.0, 8.0)
        share = np.array([0.5 * erfc(-x / sqrt(2.0)) for x in z.tolist()])
        ratio = np.exp(-0.5 * z * z) / sqrt(2 * pi) / share
        self.special[i] = np.log(share)
        self.update[0], self.update[1] = ratio * (ratio + z) / total, -ratio / np.sqrt(total)

    def move(self, row: FloatColumn) -> None:
        """Move mean and covariance along the observed direction, both as one outer product."""
        along = row[self.size + 1 : -1]
        self.sides[0] = self.update[1]
        np.multiply(along, self.update[0], out=self.sides[1:])
        np.negative(self.sides[1:], out=self.sides[1:])
        np.multiply(self.sides[:, None], along, out=self.moved)
        row[: self.size - 3] += self.moved.reshape(self.size - 3, -1)

    def log_gain(self, seen: Observations) -> FloatColumn:
        """Log predictive density of each observation (for a failed attempt its probability), per grid point."""
        held = np.where(seen.missed, 0.0, seen.held_back)[:, None]
        mixed = -0.5 * (self.square[:, 0] + np.log(2 * pi * self.total[:, 0])) + np.log1p(self.odds) + np.log1p(-held)
        return np.where(seen.missed[:, None], self.special, mixed)

    def trace(self, gain: FloatColumn, log_weight: FloatColumn) -> tuple[Memory, Trace]:
        """The path as others see it, and what it remembers."""
        after = np.cumsum(np.concatenate([log_weight[None], gain]), axis=0)[1:]
        memory = Memory(self.wide[:, : self.size - 3], after)
        return memory, Trace(
            level=self.wide[:, LEVEL],
            level_sd=np.sqrt(self.wide[:, self.d]),
            predicted=self.expected,
            predicted_sd=np.sqrt(self.spread + self.grid.noise**2),
            weight_before=_normalised(after - gain),
            weight=_normalised(after),
            memory=memory,
        )


def _normalised(log_weight: FloatColumn) -> FloatColumn:
    if not log_weight.size:
        return log_weight
    weight = np.exp(log_weight - log_weight.max(axis=-1, keepdims=True))
    shares: FloatColumn = weight / weight.sum(axis=-1, keepdims=True)
    return shares
