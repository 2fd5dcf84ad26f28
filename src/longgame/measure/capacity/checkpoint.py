"""A capacity that is learned on from where it was left: what a checkpoint keeps, and how it is gone on from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity.bands import bands
from longgame.measure.capacity.filtering import Observations, State, run_together
from longgame.measure.capacity.process import THEN, Grid
from longgame.measure.capacity.track import (
    LEAST_SESSIONS,
    MARGIN,
    Change,
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
    return learn_together([(seen, kept)], grid)[0]


def learn_together(lifts: Sequence[tuple[Observations, Checkpoint | None]], grid: Grid) -> list[Learned | Unknown]:
    """Learn several capacities side by side: as `learn` of each, to rounding.

    Model: as `learn`.

    Args:
        lifts: of each all observations in order of time [log units], and a checkpoint from earlier where there is one.
        grid: hyper-parameters and shipped prior, the same for all.

    Returns:
        What was learned of each, in the order given; Unknown without a single observation.

    Raises:
        Nothing.

    Evidence: exact as `learn` is; equality with it is a test.

    References:
        As for `follow`.

    Example:
        >>> learn_together([], None)
        []
    """
    starts = {i: _gone_on(seen, kept) for i, (seen, kept) in enumerate(lifts) if len(seen)}
    new = [i for i, start in starts.items() if start is None]
    known = {i: start for i, start in starts.items() if start is not None}
    if new:
        known |= dict(zip(new, _begun([lifts[i][0] for i in new], grid), strict=True))
    later = [i for i, (_, ends) in known.items() if len(ends) < len(lifts[i][0])]
    parts = [lifts[i][0][len(known[i][1]) :] for i in later]
    walked = run_together(grid, parts, [known[i][0] for i in later])
    for i, (joint, _), ends in zip(later, walked, bands([trace for _, trace in walked]), strict=True):
        known[i] = joint, np.concatenate([known[i][1], ends])
    return [
        Learned(grid, seen, *known[i]) if i in known else Unknown("no session has said anything about it yet")
        for i, (seen, _) in enumerate(lifts)
    ]


def _gone_on(seen: Observations, kept: Checkpoint | None) -> tuple[State, FloatColumn] | None:
    if kept is None:
        return None
    n = len(kept.ends)
    fits = n <= len(seen) and digest_of(seen[:n]) == kept.digest and float(seen.day[n - 1]) > float(seen.day[0])
    return (kept.joint, kept.ends) if fits else None


def _begun(lifts: Sequence[Observations], grid: Grid) -> list[tuple[State, FloatColumn]]:
    """The first day of each learned, its level carried along from there."""
    first = [seen.until(float(seen.day[0])) for seen in lifts]
    before = [State.before(grid, float(seen.day[0]), float(seen.value[0])) for seen in lifts]
    walked = run_together(grid, first, before)
    ends = bands([trace for _, trace in walked])
    return [(state.remembering(), one) for (state, _), one in zip(walked, ends, strict=True)]


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
