"""Proper scores of a belief against what came, all on the log scale, so that 0.05 reads as 5 %."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from longgame.measure.capacity.belief import Belief, normal_share

TAILS = np.array([0.025, 0.1, 0.5, 0.9, 0.975])


@dataclass(frozen=True, slots=True)
class Score:
    """How one belief did: CRPS, absolute error of its median, and whether its 80 % and 95 % intervals held."""

    crps: float
    error: float
    in_80: bool
    in_95: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """Means over predictions within each athlete, then over athletes; `count` is the number of predictions."""

    crps: float
    error: float
    in_80: float
    in_95: float
    athletes: int
    count: int


def _mean_distance(gap: np.ndarray, sd: np.ndarray) -> np.ndarray:
    z = gap / sd
    return 2 * sd * np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi) + gap * (2 * normal_share(z) - 1)


def crps(belief: Belief, value: float) -> float:
    """The continuous ranked probability score of a mixture of normals, in closed form (Grimit et al. 2006)."""
    w, m, s = belief.weight, belief.means, belief.sds
    keep = w > 1e-6
    w, m, s = w[keep] / w[keep].sum(), m[keep], s[keep]
    between = _mean_distance(m[:, None] - m, np.sqrt(s[:, None] ** 2 + s**2))
    return float(w @ _mean_distance(value - m, s) - 0.5 * w @ between @ w)


def score(belief: Belief, value: float) -> Score:
    """All scores of one belief."""
    low95, low80, median, high80, high95 = belief.quantiles(TAILS)
    return Score(
        crps(belief, value), abs(value - median), bool(low80 <= value <= high80), bool(low95 <= value <= high95)
    )


def summary(by_athlete: Iterable[list[Score]]) -> Summary:
    """Athletes count alike, however much they log."""
    rows, count = [], 0
    for scores in by_athlete:
        if scores:
            rows.append(np.mean([[s.crps, s.error, s.in_80, s.in_95] for s in scores], axis=0))
            count += len(scores)
    if not rows:
        return Summary(*[float("nan")] * 4, 0, 0)
    mean = np.mean(rows, axis=0)
    return Summary(float(mean[0]), float(mean[1]), float(mean[2]), float(mean[3]), len(rows), count)
