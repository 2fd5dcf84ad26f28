"""A capacity seen through circumstances: heart rate at a pace, with climb, heat and duration taken into account.

The hidden numbers of `process` (level, slope, form) are joined by one weight per circumstance, which the athlete's own
sessions teach. Everything stays linear and normal, so the filter is closed form; a strap that slips is met by a share
of sessions with three times the noise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity.belief import Belief
from longgame.measure.capacity.filtering import Observations, State, Trace
from longgame.measure.capacity.process import FORM, LEVEL, Choice, Grid, innovation, transition
from longgame.measure.capacity.track import LEAST_SESSIONS, MARGIN, Change, Track, change_between
from longgame.record.streams import FloatColumn

ODD_SHARE = 0.08
ODD_SPREAD = 3.0
OWN = 3
"""Where the weights of the circumstances begin in the state."""

AEROBIC_GRID = Grid.crossed(
    noise=Choice((0.012, 0.02, 0.03, 0.045, 0.07), (0.1, 0.25, 0.35, 0.2, 0.1)),
    walk_per_noise=Choice((0.03, 0.12, 0.35), (0.3, 0.4, 0.3)),
    slope_per_week=Choice((0.0, 0.0015, 0.004), (0.25, 0.4, 0.35)),
    form_per_noise=0.5,
    start_sd=0.25,
)
"""The grid for heart rate at a pace or power: 45 points; spreads in log units, an expert's guess."""


@dataclass(frozen=True, slots=True, eq=False)
class Circumstances:
    """What is believed of the weights before a session was seen: means and standard deviations, each (k,)."""

    mean: FloatColumn
    sd: FloatColumn


AEROBIC = Circumstances(np.array([-0.6, -0.0025, -0.02, -0.02]), np.array([0.25, 0.002, 0.03, 0.03]))
"""Per unit of ln(rate / usual rate), m/km of climb, ln(minutes / usual minutes) and 10 °C above 15: what each does to
ln(distance or work per heartbeat at the usual rate). Heart rate rises with about the 0.6th power of pace."""


def follow_adjusted(
    day: FloatColumn, value: FloatColumn, design: FloatColumn, circumstances: Circumstances, grid: Grid
) -> Track | Unknown:
    """Learn a capacity and the weights of its circumstances from dated sessions, on the log scale of `value`.

    Model: y = level + form + x·b + noise; level, slope and form as in `follow`, b constant with a shipped prior;
        noise 92 % N(0, r²) and 8 % N(0, (3r)²), collapsed to two moments after each session; a grid of r, walk and
        slope weighted by predictive density.

    Args:
        day: days of the sessions [days from any origin], not falling, shape (n,).
        value: log of what was seen [log units], shape (n,).
        design: circumstances x of each session, 0 where usual or not known, shape (n, k).
        circumstances: prior of the weights b.
        grid: hyper-parameters and shipped prior.

    Returns:
        The track; Unknown without a single session.

    Raises:
        ValueError: if the columns differ in length.

    Evidence: moderate on simulated runners (docs/explanation/hidden-progress.md); the prior is an expert's.

    References:
        West & Harrison 1997, Bayesian Forecasting and Dynamic Models (dynamic regression); Kalman 1960.

    Example:
        >>> x = np.zeros((8, 4))
        >>> track = follow_adjusted(np.arange(8.0), np.zeros(8), x, AEROBIC, AEROBIC_GRID)
        >>> track.state.count
        8
    """
    if not len(day) == len(value) == len(design):
        raise ValueError("days, values and circumstances differ in length")
    n = len(day)
    if n == 0:
        return Unknown("no session has said anything about it yet")
    start = _before(grid, circumstances, float(day[0]), float(value[0] - design[0] @ circumstances.mean))
    seen = Observations(day, value, np.zeros(n), np.full(n, ODD_SHARE), np.zeros(n, bool))
    first = len(seen.until(float(day[0])))
    there, begun = run_adjusted(grid, day[:first], value[:first], design[:first], start)
    joint, trace = run_adjusted(grid, day[first:], value[first:], design[first:], _remembering(there))
    d = there.mean.shape[1]
    state = State(joint.day, joint.mean[:, :d], joint.covariance[:, :d, :d], joint.log_weight, joint.count)
    return Track(grid, seen, state, begun.then(trace), joint)


def _remembering(state: State) -> State:
    """The state with its present level carried along as one more number."""
    keep = [*range(state.mean.shape[1]), LEVEL]
    covariance = state.covariance[:, keep][:, :, keep]
    return State(state.day, state.mean[:, keep], covariance, state.log_weight, state.count)


def _before(grid: Grid, circumstances: Circumstances, day: float, value: float) -> State:
    base, k = State.before(grid, day, value), len(circumstances.mean)
    mean = np.concatenate([base.mean, np.tile(circumstances.mean, (len(grid), 1))], axis=1)
    covariance = np.zeros((len(grid), OWN + k, OWN + k))
    covariance[:, :OWN, :OWN] = base.covariance
    covariance[:, range(OWN, OWN + k), range(OWN, OWN + k)] = circumstances.sd**2
    return State(day, mean, covariance, base.log_weight, 0)


def run_adjusted(
    grid: Grid, day: FloatColumn, value: FloatColumn, design: FloatColumn, state: State
) -> tuple[State, Trace]:
    """Feed sessions into the filter: the new state and the path there.

    Model: as `follow_adjusted`.

    Args:
        grid: hyper-parameters, (points,).
        day: days, none before the state's, shape (n,).
        value: log of what was seen [log units], shape (n,).
        design: circumstances, shape (n, k); states with more numbers than 3 + k carry past levels along.
        state: where the filter stood.

    Returns:
        The state after the last session, and the trace [log units], (n, points).

    Raises:
        Nothing.

    Evidence: exact for plain noise (equals one dense Gaussian in tests); the mixture is collapsed.

    References:
        As for `follow_adjusted`.

    Example:
        >>> start = _before(AEROBIC_GRID, AEROBIC, 0.0, 0.0)
        >>> run_adjusted(AEROBIC_GRID, np.zeros(1), np.zeros(1), np.zeros((1, 4)), start)[0].count
        1
    """
    n, points, d = len(day), len(grid), state.mean.shape[1]
    gaps = np.diff(day, prepend=state.day)
    steps, added = transition(gaps), innovation(gaps)
    variances = np.stack([grid.walk**2, grid.slope**2, grid.form**2], axis=1)
    look = np.zeros((n, d))
    look[:, [LEVEL, FORM]] = 1.0
    look[:, OWN : OWN + design.shape[1]] = design
    m, p, log_weight = state.mean.copy(), state.covariance.copy(), state.log_weight.copy()
    noise = np.stack([grid.noise**2, (ODD_SPREAD * grid.noise) ** 2])
    out, after = np.empty((4, n, points)), np.empty((n, points))
    for i in range(n):
        if gaps[i] > 0:
            m[:, :OWN] = m[:, :OWN] @ steps[i].T
            p[:, :OWN, :] = steps[i] @ p[:, :OWN, :]
            p[:, :, :OWN] = p[:, :, :OWN] @ steps[i].T
            p[:, :OWN, :OWN] += np.einsum("gk,kij->gij", variances, added[i])
        along = p @ look[i]
        expected, spread = m @ look[i], along @ look[i]
        pull, shrink, gain = _mixed(value[i] - expected, spread + noise)
        m += along * pull[:, None]
        p -= (along * shrink[:, None])[:, :, None] * along[:, None, :]
        log_weight = log_weight + gain
        after[i] = log_weight
        out[:, i] = m[:, LEVEL], p[:, LEVEL, LEVEL], expected, spread + noise[0]
    trace = Trace(out[0], out[1], out[2], out[3], state.log_weight, after)
    return State(float(day[-1]) if n else state.day, m, p, log_weight, state.count + n), trace


def _mixed(miss: FloatColumn, total: FloatColumn) -> tuple[FloatColumn, FloatColumn, FloatColumn]:
    """The update for usual and odd sessions, collapsed: pull on the mean, shrinking, and log predictive density."""
    logs = -0.5 * (miss**2 / total + np.log(2 * np.pi * total))
    logs[0] += np.log1p(-ODD_SHARE)
    logs[1] += np.log(ODD_SHARE)
    top = logs.max(axis=0)
    parts = np.exp(logs - top)
    whole = parts.sum(axis=0)
    share = parts / whole
    pulls = miss / total
    pull = (share * pulls).sum(axis=0)
    shrink = (share / total).sum(axis=0) - (share * pulls**2).sum(axis=0) + pull**2
    return pull, shrink, top + np.log(whole)


def foretold_session(track: Track, i: int) -> Belief:
    """What session `i` was expected to show before it came, on the log scale of what was observed.

    Model: the two noise parts of `follow_adjusted` at every grid point.

    Args:
        track: from `follow_adjusted`.
        i: which session, from 0.

    Returns:
        A belief [log units].

    Raises:
        IndexError: if there is no such session.

    Evidence: as for `follow_adjusted`.

    References:
        As for `follow_adjusted`.

    Example:
        >>> track = follow_adjusted(np.arange(8.0), np.zeros(8), np.zeros((8, 4)), AEROBIC, AEROBIC_GRID)
        >>> abs(foretold_session(track, 7).mean) < 0.01
        True
    """
    weight, mean, sd = track.trace.weight_before(i), track.trace.expected[i], np.sqrt(track.trace.variance[i])
    odd = np.sqrt(sd**2 + (ODD_SPREAD**2 - 1) * track.grid.noise**2)
    parts = np.concatenate([weight * (1 - ODD_SHARE), weight * ODD_SHARE])
    return Belief(parts, np.concatenate([mean, mean]), np.concatenate([sd, odd]))


def adjusted_change_since(
    track: Track, design: FloatColumn, circumstances: Circumstances, since: float, margin: float = MARGIN
) -> Change | Unknown:
    """How a capacity seen through circumstances changed from a day until the last session, as a fraction.

    Model: as `change_since`: the level of the day `since` is carried along as a further state.

    Args:
        track: from `follow_adjusted`.
        design: the circumstances it was learned with, shape (n, k).
        circumstances: the prior it was learned with.
        since: the earlier day [days, as in the observations]; before the first session counts as the first.
        margin: what counts as flat, either way [fraction].

    Returns:
        The change; Unknown with fewer than four sessions, or none after `since`.

    Raises:
        Nothing.

    Evidence: as for `follow_adjusted`.

    References:
        As for `follow_adjusted`.

    Example:
        >>> day, x = np.arange(0.0, 200.0, 4.0), np.zeros((50, 4))
        >>> track = follow_adjusted(day, np.linspace(0.0, 0.1, 50), x, AEROBIC, AEROBIC_GRID)
        >>> adjusted_change_since(track, x, AEROBIC, 0.0).p_up > 0.9
        True
    """
    seen, grid = track.seen, track.grid
    first = float(seen.day[0])
    cut = len(seen.until(max(since, first)))
    if len(seen) < LEAST_SESSIONS or cut == len(seen):
        return Unknown("there are too few sessions on both sides of that day to compare")
    if since <= first and track.joint is not None:
        return change_between(track.joint, track.joint.mean.shape[1] - 1, margin)
    start = _before(grid, circumstances, first, float(seen.value[0] - design[0] @ circumstances.mean))
    state, _ = run_adjusted(grid, seen.day[:cut], seen.value[:cut], design[:cut], start)
    joint = _remembering(state.advanced(grid, max(since, state.day)))
    after, _ = run_adjusted(grid, seen.day[cut:], seen.value[cut:], design[cut:], joint)
    return change_between(after, after.mean.shape[1] - 1, margin)
