"""One capacity followed through time: where it stands, how it has changed since a day, where it is heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity.belief import Belief, mixture_quantiles
from longgame.measure.capacity.filtering import Observations, State, Trace, run, run_together
from longgame.measure.capacity.process import FORM, LEVEL, THEN, Grid

LEAST_SESSIONS = 4
POINT_SESSIONS = 15
MARGIN = 0.01
SURE = 0.85
"""From here on a change is told without "probably": on simulated lifters without growth it is claimed of 3 in 100."""
LIKELY = 0.75


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """A capacity with all it was learned from; `state` is the checkpoint from which later sessions go on.

    `joint` is the same with the level of the first day carried along as its last number, where that was asked for.
    """

    grid: Grid
    seen: Observations
    state: State
    trace: Trace
    joint: State | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """The middle 80 % of a belief and its median, on the scale of what was observed."""

    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True)
class Change:
    """How a capacity moved between two days, as a fraction, with the probabilities of up, flat and down.

    `then` and `now` are the level on both days by all that is known today. Flat means within `margin` either way;
    `p_better` is the probability of any gain at all. `low` and `high` hold the middle 80 %.
    """

    then: Range
    now: Range
    median: float
    low: float
    high: float
    p_up: float
    p_flat: float
    p_down: float
    p_better: float
    margin: float


def follow(seen: Observations, grid: Grid) -> Track | Unknown:
    """Learn one capacity from its dated observations, on the log scale of what was observed.

    Model: y = level + form + noise, noise 82 % N(0, r²) and 18 % N(−5 %, (2.5 r)²); level = random walk + slope,
        slope fading over 180 days, form over 21; 45 grid points of r, walk and slope weighted by predictive density;
        the two noise parts collapsed to two moments after each session.

    Args:
        seen: observations in order of time, shape (n,).
        grid: hyper-parameters and shipped prior.

    Returns:
        The track; Unknown without a single observation.

    Raises:
        Nothing.

    Evidence: moderate: walk-forward on real logs, docs/explanation/hidden-progress.md, with the cases it loses.

    References:
        Kalman 1960; Harvey 1989, Forecasting, Structural Time Series Models; collapsing after Harrison & Stevens 1976.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> seen = Observations.plain(np.arange(0.0, 70.0, 7.0), np.log(np.full(10, 100.0)), LIFT_GRID)
        >>> round(float(np.exp(level_on(follow(seen, LIFT_GRID), 63.0).mean)), 1)
        100.0
    """
    return follow_together([seen], grid)[0]


def follow_together(lifts: Sequence[Observations], grid: Grid) -> list[Track | Unknown]:
    """Learn several capacities side by side: as `follow` of each, to rounding, on the log scale of what was observed.

    Model: as `follow`.

    Args:
        lifts: observations of each in order of time.
        grid: hyper-parameters and shipped prior, the same for all.

    Returns:
        The track of each, in the order given; Unknown without a single observation.

    Raises:
        Nothing.

    Evidence: as for `follow`.

    References:
        As for `follow`.

    Example:
        >>> follow_together([], None)
        []
    """
    some = [seen for seen in lifts if len(seen)]
    before = [State.before(grid, float(seen.day[0]), float(seen.value[0])) for seen in some]
    walked = iter(run_together(grid, some, before))
    return [
        Track(grid, seen, *next(walked)) if len(seen) else Unknown("no session has said anything about it yet")
        for seen in lifts
    ]


def follow_on(track: Track, later: Observations) -> Track:
    """The track after further sessions, from its checkpoint: the same as learning all from the beginning.

    Model: as `follow`.

    Args:
        track: what was learned so far.
        later: observations, none before the last one seen, shape (m,).

    Returns:
        The longer track, its trace holding all sessions.

    Raises:
        ValueError: if a later observation lies before the track's last day.

    Evidence: exact; equality with `follow` on the whole is a test.

    References:
        As for `follow`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> seen = Observations.plain(np.arange(0.0, 70.0, 7.0), np.log(np.full(10, 100.0)), LIFT_GRID)
        >>> follow_on(follow(seen[:6], LIFT_GRID), seen[6:]).state.count
        10
    """
    if len(later) and float(later.day[0]) < track.state.day:
        raise ValueError("observations go in by order of time")
    state, trace = run(track.grid, later, track.state)
    columns = ("day", "value", "extra_sd", "held_back", "missed")
    seen = Observations(*(np.concatenate([getattr(track.seen, c), getattr(later, c)]) for c in columns))
    return Track(track.grid, seen, state, track.trace.then(trace))


class Remembered(Protocol):
    """Anything that holds the filter's memory after its last session."""

    @property
    def grid(self) -> Grid:
        """Hyper-parameters side by side."""

    @property
    def state(self) -> State:
        """The memory."""


def level_on(track: Remembered, day: float) -> Belief:
    """The capacity's level on a day, today or later, on the log scale of what was observed.

    Model: the posterior level, carried forward by slope and walk without further news; form is left out.

    Args:
        track: what was learned.
        day: the day asked about [days, as in the observations]; days before the last session count as that session's.

    Returns:
        A belief [log units]; its exponential is in the unit of what was observed.

    Raises:
        Nothing.

    Evidence: as for `follow`; months ahead the model's fading slope is an assumption, and its spread says so.

    References:
        As for `follow`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> track = follow(Observations.plain(np.arange(0.0, 70.0, 7.0), np.zeros(10), LIFT_GRID), LIFT_GRID)
        >>> level_on(track, 63.0).sd < level_on(track, 150.0).sd
        True
    """
    state = track.state.advanced(track.grid, day)
    return Belief(state.weight, state.mean[:, LEVEL], np.sqrt(state.covariance[:, LEVEL, LEVEL]))


def effort_on(track: Track, day: float) -> Belief:
    """What one honest, maximal session on a day would show, on the log scale of what was observed.

    Model: level + form + noise, carried forward without further news; nothing is held back.

    Args:
        track: what was learned.
        day: the day asked about [days, as in the observations]; days before the last session count as that session's.

    Returns:
        A belief [log units], wider than `level_on` by form and by the noise of a single session.

    Raises:
        Nothing.

    Evidence: as for `follow`; one-step coverage of such beliefs is in docs/explanation/hidden-progress.md.

    References:
        As for `follow`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> track = follow(Observations.plain(np.arange(0.0, 70.0, 7.0), np.zeros(10), LIFT_GRID), LIFT_GRID)
        >>> effort_on(track, 70.0).sd > level_on(track, 70.0).sd
        True
    """
    state = track.state.advanced(track.grid, day)
    c = state.covariance
    variance = c[:, LEVEL, LEVEL] + 2 * c[:, LEVEL, FORM] + c[:, FORM, FORM] + track.grid.noise**2
    return Belief(state.weight, state.mean[:, LEVEL] + state.mean[:, FORM], np.sqrt(variance))


def change_since(track: Track, since: float, margin: float = MARGIN) -> Change | Unknown:
    """How the capacity changed from a day until the last session, as a fraction with probabilities.

    Model: the level of the day `since` is carried along as a further state, so that both ends share what is
        unknown about either; the difference is read from the joint posterior.

    Args:
        track: what was learned.
        since: the earlier day [days, as in the observations]; before the first session counts as the first.
        margin: what counts as flat, either way [fraction].

    Returns:
        The change; Unknown with fewer than four sessions, or none after `since`.

    Raises:
        ValueError: if the track is not one of `follow`, which remembers its states.

    Evidence: as for `follow`; stated false-progress and detection rates in docs/explanation/hidden-progress.md.

    References:
        As for `follow`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> seen = Observations.plain(np.arange(0.0, 140.0, 7.0), np.linspace(4.6, 4.8, 20), LIFT_GRID)
        >>> change_since(follow(seen, LIFT_GRID), 70.0).p_up > 0.9
        True
    """
    seen, grid = track.seen, track.grid
    before = seen.until(max(since, float(seen.day[0])))
    after = seen[len(before) :]
    if len(seen) < LEAST_SESSIONS or len(after) == 0:
        return Unknown("there are too few sessions on both sides of that day to compare")
    state = _state_after(track, before)
    joint, _ = run(grid, after, state.advanced(grid, max(since, state.day)).remembering())
    return change_between(joint, THEN, margin)


def _state_after(track: Track, before: Observations) -> State:
    """The filter's memory after the first observations, gone on to from the checkpoint before."""
    memory, grid = track.trace.memory, track.grid
    if memory is None:
        raise ValueError("this track remembers no earlier states; only `follow` keeps them")
    state = memory.last_before(len(before) - 1, before.day)
    if state is None:
        state = State.before(grid, float(before.day[0]), float(before.value[0]))
    return run(grid, before[state.count :], state)[0]


def change_between(joint: State, then: int, margin: float = MARGIN) -> Change:
    """The change between the level now and a past level that the state carries along, as a fraction.

    Model: difference of two numbers of one joint normal per grid point, mixed.

    Args:
        joint: the filter's state with the past level in it.
        then: the position of the past level in the state.
        margin: what counts as flat, either way [fraction].

    Returns:
        The change with its probabilities.

    Raises:
        Nothing.

    Evidence: exact given the model.

    References:
        As for `follow`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> abs(change_between(State.before(LIFT_GRID, 0.0, 4.6).remembering(), THEN).median) < 1e-6
        True
    """
    mean, c = joint.mean, joint.covariance
    variance = c[:, LEVEL, LEVEL] - 2 * c[:, LEVEL, then] + c[:, then, then]
    belief = Belief(joint.weight, mean[:, LEVEL] - mean[:, then], np.sqrt(np.maximum(variance, 1e-12)))
    means = np.stack([mean[:, then], mean[:, LEVEL], belief.means])
    sds = np.stack([np.sqrt(c[:, then, then]), np.sqrt(c[:, LEVEL, LEVEL]), belief.sds])
    before, now, gain = mixture_quantiles(np.tile(belief.weight, (3, 1)), means, sds, np.array([0.1, 0.5, 0.9]))
    low, median, high = np.expm1(gain).tolist()
    down, up = belief.share_below(float(np.log1p(-margin))), 1.0 - belief.share_below(float(np.log1p(margin)))
    better = 1.0 - belief.share_below(0.0)
    spans = Range(*np.exp(before).tolist()), Range(*np.exp(now).tolist())
    return Change(*spans, median, low, high, up, 1.0 - up - down, down, better, margin)


class Standing(Enum):
    """What can be said of a change, in words."""

    UP = "better than then"
    LIKELY_UP = "probably better than then"
    FLAT = "about where it was"
    LIKELY_DOWN = "probably below then"
    DOWN = "below then"
    NOT_YET_KNOWABLE = "not yet knowable"


def standing(change: Change | Unknown) -> Standing:
    """The words a change deserves.

    Model: sure from probability 0.85, likely from 0.75; up and down need to be beyond the margin for "likely", flat
        to be within it; everything else is not yet knowable.

    Args:
        change: from `change_since`.

    Returns:
        One standing.

    Raises:
        Nothing.

    Evidence: convention for the two borders; the rates they lead to are measured.

    References:
        None.

    Example:
        >>> standing(Unknown("two sessions")).value
        'not yet knowable'
    """
    if isinstance(change, Unknown):
        return Standing.NOT_YET_KNOWABLE
    worse = 1.0 - change.p_better
    ladder: Sequence[tuple[bool, Standing]] = (
        (change.p_better >= SURE and change.median > 0, Standing.UP),
        (worse >= SURE and change.median < 0, Standing.DOWN),
        (change.p_flat >= LIKELY, Standing.FLAT),
        (change.p_better >= LIKELY and change.p_up >= 0.5, Standing.LIKELY_UP),
        (worse >= LIKELY and change.p_down >= 0.5, Standing.LIKELY_DOWN),
    )
    return next((word for holds, word in ladder if holds), Standing.NOT_YET_KNOWABLE)


def chance_of(track: Track, value: float, day: float) -> float:
    """The probability that the level reaches `value` on a day, as a fraction.

    Model: 1 − F(log value) of `level_on`.

    Args:
        track: what was learned.
        value: the target in the unit of what was observed, above 0.
        day: the day asked about [days, as in the observations].

    Returns:
        Probability [1].

    Raises:
        ValueError: if the target is not positive.

    Evidence: as for `level_on`; calibrate against outcomes before leaning on it.

    References:
        As for `follow`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> seen = Observations.plain(np.arange(0.0, 70.0, 7.0), np.log(np.full(10, 100.0)), LIFT_GRID)
        >>> chance_of(follow(seen, LIFT_GRID), 80.0, 70.0) > 0.95
        True
    """
    if value <= 0:
        raise ValueError(f"a target is above zero, not {value}")
    return 1.0 - level_on(track, day).share_below(float(np.log(value)))


def chance_of_effort(track: Track, value: float, day: float) -> float:
    """The probability that one honest, maximal session on a day reaches `value`, as a fraction.

    Model: 1 − F(log value) of `effort_on`.

    Args:
        track: what was learned.
        value: the target in the unit of what was observed, above 0.
        day: the day asked about [days, as in the observations].

    Returns:
        Probability [1].

    Raises:
        ValueError: if the target is not positive.

    Evidence: moderate; one-step intervals hold what they promise on logs (docs/explanation/hidden-progress.md),
        tests of one repetition themselves were not looked at apart.

    References:
        As for `follow`.

    Example:
        >>> from longgame.measure.capacity.process import LIFT_GRID
        >>> seen = Observations.plain(np.arange(0.0, 70.0, 7.0), np.log(np.full(10, 100.0)), LIFT_GRID)
        >>> 0.4 < chance_of_effort(follow(seen, LIFT_GRID), 100.0, 70.0) < 0.6
        True
    """
    if value <= 0:
        raise ValueError(f"a target is above zero, not {value}")
    return 1.0 - effort_on(track, day).share_below(float(np.log(value)))
