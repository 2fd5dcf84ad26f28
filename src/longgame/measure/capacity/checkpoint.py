"""A capacity that is learned on from where it was left: what a checkpoint keeps, and how it is gone on from."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity.filtering import Observations, State, run
from longgame.measure.capacity.process import THEN, Grid
from longgame.measure.capacity.track import (
    LEAST_SESSIONS,
    MARGIN,
    Change,
    Track,
    band,
    change_between,
    change_since,
    follow,
)
from longgame.record.streams import FloatColumn


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """A capacity as known after its last session, with all that telling it needs.

    `joint` is the filter's memory, which carries the level of the first day along; `ends` holds the middle 80 % and the
    median as known after each observation, (n, 3), in the unit of what was observed. They are what a checkpoint keeps.
    """

    grid: Grid
    seen: Observations
    joint: State
    ends: FloatColumn

    @property
    def state(self) -> State:
        """The memory without the first day's level."""
        joint = self.joint
        mean, covariance = joint.mean[:, :THEN], joint.covariance[:, :THEN, :THEN]
        return State(joint.day, mean, covariance, joint.log_weight, joint.count)

    @property
    def digest(self) -> str:
        """What it was learned from, as a hash."""
        return digest_of(self.seen)


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """What is kept of a capacity: the hash of what it was learned from, memory and ends as in `Learned`."""

    digest: str
    joint: State
    ends: FloatColumn


def digest_of(seen: Observations) -> str:
    """A hash of observations, equal exactly when all their numbers are.

    Model: SHA-256 over the bytes of all columns.

    Args:
        seen: observations, shape (n,) [log units and days].

    Returns:
        64 hexadecimal digits.

    Raises:
        Nothing.

    Evidence: arithmetic.

    References:
        FIPS 180-4.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> len(digest_of(Observations.plain(np.zeros(2), np.zeros(2), LIFT_GRID)))
        64
    """
    columns = (seen.day, seen.value, seen.extra_sd, seen.held_back, seen.missed.astype(np.float64))
    return sha256(b"".join(np.ascontiguousarray(column, dtype="<f8").tobytes() for column in columns)).hexdigest()


def learn(seen: Observations, grid: Grid, kept: Checkpoint | None = None) -> Learned | Unknown:
    """Learn one capacity, going on from a checkpoint where that was made from the first of these observations.

    Model: as `follow`; the level of the first day is carried along as a fourth number.

    Args:
        seen: all observations in order of time [log units], shape (n,).
        grid: hyper-parameters and shipped prior.
        kept: a checkpoint from earlier; one of other observations is passed over.

    Returns:
        What was learned; Unknown without a single observation.

    Raises:
        Nothing.

    Evidence: exact: equal to `follow` and to learning from the beginning, which is a test.

    References:
        As for `follow`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> seen = Observations.plain(np.arange(0.0, 70.0, 7.0), np.log(np.full(10, 100.0)), LIFT_GRID)
        >>> half = learn(seen[:5], LIFT_GRID)
        >>> learn(seen, LIFT_GRID, Checkpoint(half.digest, half.joint, half.ends)).joint.count
        10
    """
    if len(seen) == 0:
        return Unknown("no session has said anything about it yet")
    start = None if kept is None else _gone_on(seen, kept)
    joint, ends = start or _begun(seen, grid)
    later = seen[len(ends) :]
    if len(later):
        joint, trace = run(grid, later, joint)
        ends = np.concatenate([ends, band(Track(grid, later, joint, trace))])
    return Learned(grid, seen, joint, ends)


def _gone_on(seen: Observations, kept: Checkpoint) -> tuple[State, FloatColumn] | None:
    n = len(kept.ends)
    fits = n <= len(seen) and digest_of(seen[:n]) == kept.digest and float(seen.day[n - 1]) > float(seen.day[0])
    return (kept.joint, kept.ends) if fits else None


def _begun(seen: Observations, grid: Grid) -> tuple[State, FloatColumn]:
    """The first day learned, its level carried along from there."""
    first = seen.until(float(seen.day[0]))
    state, trace = run(grid, first, State.before(grid, float(seen.day[0]), float(seen.value[0])))
    return state.remembering(), band(Track(grid, first, state, trace))


def change_of(learned: Learned, since: float, margin: float = MARGIN) -> Change | Unknown:
    """How the capacity changed from a day until the last session, as `change_since`.

    Model: read from the joint memory where the day is the first one; any other day is learned anew.

    Args:
        learned: from `learn`.
        since: the earlier day [days, as in the observations].
        margin: what counts as flat, either way [fraction].

    Returns:
        The change; Unknown with fewer than four sessions, or none after `since`.

    Raises:
        Nothing.

    Evidence: as for `change_since`.

    References:
        As for `follow`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> seen = Observations.plain(np.arange(0.0, 140.0, 7.0), np.linspace(4.6, 4.8, 20), LIFT_GRID)
        >>> change_of(learn(seen, LIFT_GRID), 0.0).p_up > 0.9
        True
    """
    seen = learned.seen
    more = float(seen.day[-1]) > float(seen.day[0])
    if since <= float(seen.day[0]) and more and len(seen) >= LEAST_SESSIONS:
        return change_between(learned.joint, THEN, margin)
    track = follow(seen, learned.grid)
    assert not isinstance(track, Unknown)
    return change_since(track, since, margin)
