"""How a capacity moves between two sessions, and what is taken as possible before anything was seen.

The capacity of a lift (or of a heart at a pace) is three hidden numbers on a logarithmic scale: its level, a random
walk carried by a slope; the slope, which fades back to none over half a year; and the form of the block, which comes
and goes over three weeks and is no progress. Hyper-parameters are not fitted but kept side by side on a grid and
weighted by how well each foretold what came.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from longgame.record.streams import FloatColumn

LEVEL, SLOPE, FORM, THEN = 0, 1, 2, 3
"""Where each hidden number stands in a state; the fourth is a past level that is carried along."""
SLOPE_DAYS = 180.0
FORM_DAYS = 21.0
DAYS_PER_WEEK = 7.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One hyper-parameter's values on the grid with the prior weight of each."""

    values: tuple[float, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Hyper-parameters side by side, each of shape (points,), and the log of their prior weights.

    `noise` is one standard deviation of a session around form [log units], `walk` the level's random walk [log units
    per √day], `slope` the slope's standing spread [log units per day], `form` the block form's [log units].
    """

    noise: FloatColumn
    walk: FloatColumn
    slope: FloatColumn
    form: FloatColumn
    log_prior: FloatColumn
    start_sd: float = 0.3
    shortfall_share: float = 0.18
    shortfall: float = 0.05
    shortfall_spread: float = 2.5

    def __len__(self) -> int:
        return len(self.noise)

    @classmethod
    def crossed(
        cls,
        noise: Choice,
        walk_per_noise: Choice,
        slope_per_week: Choice,
        form_per_noise: float,
        start_sd: float = 0.3,
    ) -> Grid:
        """All combinations of the choices; walks are a share of the noise per √week, slopes are per week."""
        r, walk, slope = (
            column.ravel()
            for column in np.meshgrid(noise.values, walk_per_noise.values, slope_per_week.values, indexing="ij")
        )
        prior = np.einsum("i,j,k->ijk", noise.weights, walk_per_noise.weights, slope_per_week.weights).ravel()
        return cls(
            noise=r,
            walk=walk * r / np.sqrt(DAYS_PER_WEEK),
            slope=slope / DAYS_PER_WEEK,
            form=form_per_noise * r,
            log_prior=np.log(prior / prior.sum()),
            start_sd=start_sd,
        )


LIFT_GRID = Grid.crossed(
    noise=Choice((0.012, 0.025, 0.05, 0.10, 0.20), (0.10, 0.22, 0.33, 0.28, 0.07)),
    walk_per_noise=Choice((0.03, 0.25, 0.9), (0.45, 0.35, 0.2)),
    slope_per_week=Choice((0.0, 0.003, 0.008), (0.15, 0.35, 0.5)),
    form_per_noise=0.3,
)
"""The grid for lifts: 45 points. Spreads are those of logs; the weights are the shipped prior."""


def transition(days: FloatColumn) -> FloatColumn:
    """The mean's step over each gap: level takes up the slope, slope and form fade.

    Model: level' = level + τ(1 − e^(−d/τ)) · slope, slope' = e^(−d/τ) · slope, form' = e^(−d/21) · form, τ = 180 d.

    Args:
        days: gaps between sessions [days], at least 0, shape (gaps,).

    Returns:
        Matrices [level log, slope log/day, form log], shape (gaps, 3, 3).

    Evidence: convention for the two time constants.

    References:
        Harvey 1989, Forecasting, Structural Time Series Models and the Kalman Filter.

    Example:
        >>> transition(np.array([0.0]))[0].tolist()
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    """
    fade, steps = np.exp(-days / SLOPE_DAYS), np.zeros((len(days), 3, 3))
    steps[:, 0, 0] = 1.0
    steps[:, 0, 1] = SLOPE_DAYS * (1.0 - fade)
    steps[:, 1, 1] = fade
    steps[:, 2, 2] = np.exp(-days / FORM_DAYS)
    return steps


def innovation(days: FloatColumn) -> FloatColumn:
    """What each gap adds to the covariance per unit of walk², slope² and form².

    Model: d for the walk; the integrated Ornstein–Uhlenbeck process for the slope; 1 − e^(−2d/21) for the form.

    Args:
        days: gaps between sessions [days], at least 0, shape (gaps,).

    Returns:
        Covariances per unit variance, shape (gaps, 3 kinds, 3, 3).

    Evidence: exact integrals of the processes, compared with quadrature in tests.

    References:
        Gillespie 1996, Phys Rev E 54:2084 (integrated Ornstein–Uhlenbeck process).

    Example:
        >>> innovation(np.array([7.0]))[0, 0, 0].tolist()
        [7.0, 0.0, 0.0]
    """
    tau, fade = SLOPE_DAYS, np.exp(-days / SLOPE_DAYS)
    added = np.zeros((len(days), 3, 3, 3))
    added[:, 0, 0, 0] = days
    added[:, 1, 0, 0] = 2 * tau * days - 3 * tau**2 + 4 * tau**2 * fade - tau**2 * fade**2
    added[:, 1, 0, 1] = added[:, 1, 1, 0] = tau * (1.0 - fade) ** 2
    added[:, 1, 1, 1] = 1.0 - fade**2
    added[:, 2, 2, 2] = 1.0 - np.exp(-2 * days / FORM_DAYS)
    return added


def moves(days: FloatColumn, d: int) -> tuple[FloatColumn, FloatColumn]:
    """Transition and innovation over each gap for a state of `d` numbers, in log units and days.

    Model: `transition` and `innovation`; numbers beyond the third stand still.

    Args:
        days: gaps between sessions [days], at least 0, shape (gaps,).
        d: how many numbers the state has [count], at least 3.

    Returns:
        Matrices (gaps, d, d), and covariances per unit variance (gaps, 3 kinds, d, d).

    Evidence: convention and exact integrals, as for the two.

    References:
        As for the two.

    Example:
        >>> moves(np.array([7.0]), 4)[0][0, 3].tolist()
        [0.0, 0.0, 0.0, 1.0]
    """
    f, q = np.zeros((len(days), d, d)), np.zeros((len(days), 3, d, d))
    f[:, :3, :3], q[:, :, :3, :3] = transition(days), innovation(days)
    f[:, range(3, d), range(3, d)] = 1.0
    return f, q
