"""Bands: a capacity as it was known after each session, for one capacity or for several at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from longgame.measure.capacity.belief import mixture_quantiles
from longgame.measure.capacity.filtering import Trace
from longgame.measure.capacity.track import Track
from longgame.record.streams import FloatColumn

_PARTS_THAT_SHOW = 24
"""Of the grid's points, as many of the heaviest as a band is drawn from; the rest weigh next to nothing."""


def band(track: Track, rows: Sequence[int] | None = None, share: float = 0.8) -> FloatColumn:
    """The capacity as it was known after each session: lower end, middle and upper end, on the observed scale.

    Model: quantiles of the level's mixture after each observation.

    Args:
        track: what was learned.
        rows: after which observations, by position; after each of them where None.
        share: how much of the belief lies inside [1], in (0, 1).

    Returns:
        Shape (rows, 3), in the unit of what was observed.

    Raises:
        Nothing.

    Evidence: as for `follow`; it is what was known then, not what is known now of then.

    References:
        As for `follow`.

    Example:
        >>> from longgame.measure.capacity import LIFT_GRID, Observations, follow
        >>> seen = Observations.plain(np.arange(0.0, 70.0, 7.0), np.log(np.full(10, 100.0)), LIFT_GRID)
        >>> band(follow(seen, LIFT_GRID)).shape
        (10, 3)
    """
    at = np.arange(len(track.seen)) if rows is None else np.asarray(rows, dtype=np.int64)
    return _ends([_heaviest(track.trace, at)], share)


def bands(traces: Sequence[Trace], share: float = 0.8) -> list[FloatColumn]:
    """Several capacities as they were known after each of their sessions, on the observed scale: `band` of each.

    Model: as `band`.

    Args:
        traces: the paths.
        share: how much of the belief lies inside [1], in (0, 1).

    Returns:
        Of each path (n, 3), in the unit of what was observed.

    Raises:
        Nothing.

    Evidence: as for `band`.

    References:
        As for `follow`.

    Example:
        >>> bands([])
        []
    """
    parts = [_heaviest(trace, np.arange(len(trace.level))) for trace in traces]
    return np.split(_ends(parts, share), np.cumsum([len(part[0]) for part in parts])[:-1]) if parts else []


def _heaviest(trace: Trace, rows: npt.NDArray[np.intp]) -> tuple[FloatColumn, FloatColumn, FloatColumn]:
    """Weights, levels and variances of the grid points that show after the observations of these rows."""
    weight = trace.weight(rows)
    at = np.argsort(-weight, axis=1)[:, :_PARTS_THAT_SHOW]
    weight, level, variance = (
        np.take_along_axis(one, at, axis=1) for one in (weight, trace.level[rows], trace.level_variance[rows])
    )
    return weight / weight.sum(axis=1, keepdims=True), level, variance


def _ends(parts: Sequence[tuple[FloatColumn, FloatColumn, FloatColumn]], share: float) -> FloatColumn:
    weight, level, variance = (np.concatenate(column) for column in zip(*parts, strict=True))
    shares = np.array([(1 - share) / 2, 0.5, (1 + share) / 2])
    ends: FloatColumn = np.exp(mixture_quantiles(weight, level, np.sqrt(variance), shares))
    return ends
