"""Shares with their uncertainty: kept of due, served of tried. Few promises say little, and the interval shows it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

STEPS = 4000
"""How finely a share is looked at; a step is a fortieth of a percent."""
SURE, LIKELY = 0.9, 0.75
"""When a difference of shares is said to be sure, and when probable: expert defaults, as for capacities."""


@dataclass(frozen=True, slots=True)
class Share:
    """`kept` of `due`, with the middle 80 % of what the true share may be (Jeffreys' interval; exact for counts)."""

    kept: int
    due: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """Kept of due, 0 to 1."""
        return self.kept / self.due

    @property
    def says(self) -> str:
        """The share in words, counts first."""
        return f"{self.kept} of {self.due} (between {self.low:.0%} and {self.high:.0%} if it goes on like this)"


def share(kept: int, due: int) -> Share | None:
    """The share of counts; None while nothing was due. `ValueError` when the counts cannot be.

    Brown, Cai and DasGupta 2001 recommend Jeffreys' interval for small counts.
    """
    if not 0 <= kept <= due:
        raise ValueError(f"{kept} of {due} is no share")
    if due == 0:
        return None
    sums = np.cumsum(_posterior(kept, due))
    low, high = (float(_MIDDLES[int(np.searchsorted(sums, edge))]) for edge in (0.1, 0.9))
    return Share(kept, due, 0.0 if kept == 0 else low, 1.0 if kept == due else high)


def chance_higher(now: Share, then: Share) -> float:
    """The probability that the share now is truly higher than then, 0 to 1, both seen as independent."""
    later, earlier = _posterior(now.kept, now.due), _posterior(then.kept, then.due)
    below = np.cumsum(earlier) - earlier / 2
    return float(np.sum(later * below))


def trend_says(now: Share | None, then: Share | None) -> str:
    """How a share moved, in words."""
    if now is None or then is None:
        return "not yet knowable"
    chance = chance_higher(now, then)
    for limit, word in ((SURE, ""), (LIKELY, "probably ")):
        if chance >= limit:
            return f"{word}higher than before"
        if chance <= 1 - limit:
            return f"{word}lower than before"
    return "about as before, as far as can be told"


_MIDDLES = (np.arange(STEPS) + 0.5) / STEPS


def _posterior(kept: int, due: int) -> NDArray[np.float64]:
    """The posterior of a share under Jeffreys' prior, as probabilities of small steps."""
    logs = (kept - 0.5) * np.log(_MIDDLES) + (due - kept - 0.5) * np.log1p(-_MIDDLES)
    weights = np.exp(logs - logs.max())
    return np.asarray(weights / weights.sum(), dtype=np.float64)
