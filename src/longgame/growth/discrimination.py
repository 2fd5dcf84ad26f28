"""Discrimination: do this athlete's easy days differ from the hard ones? Knowing the difference is the skill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, variance

from longgame.kernel.unknown import Unknown

LEAST_EACH = 3
"""With fewer easy or hard days than this, their spread is not known."""
Z_90 = 1.6449
"""The normal quantile that leaves 5 % on each side."""


@dataclass(frozen=True, slots=True)
class Discrimination:
    """How much harder hard days were felt than easy ones, in standard deviations, with a 90 % interval."""

    difference: float
    low: float
    high: float
    easy: int
    hard: int


def discrimination(easy: Sequence[float], hard: Sequence[float]) -> Discrimination | Unknown:
    """The standardised difference of session efforts (CR10) on days meant hard and days meant easy.

    Hedges' g with its large-sample variance (Hedges 1981; Borenstein et al. 2009, eq. 4.20–4.24). Unknown with fewer
    than three days of either kind, and when every day felt the same.
    """
    n_easy, n_hard = len(easy), len(hard)
    if min(n_easy, n_hard) < LEAST_EACH:
        return Unknown(f"this needs {LEAST_EACH} easy and {LEAST_EACH} hard days with a reported effort")
    free = n_easy + n_hard - 2
    pooled = sqrt(((n_easy - 1) * variance(easy) + (n_hard - 1) * variance(hard)) / free)
    if pooled == 0:
        return Unknown("every day was reported with the same effort, so a spread cannot be told")
    small = 1 - 3 / (4 * free - 1)
    g = small * (fmean(hard) - fmean(easy)) / pooled
    error = small * sqrt((n_easy + n_hard) / (n_easy * n_hard) + (g / small) ** 2 / (2 * (n_easy + n_hard)))
    return Discrimination(g, g - Z_90 * error, g + Z_90 * error, n_easy, n_hard)
