"""Resilience.

How many days from a bad or missed session back to the plan. One lapse is ordinary; the way back is what is trained.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import comb
from statistics import median

from longgame.growth.consistency import BROKEN, KEPT, LONG_DAYS
from longgame.kernel.unknown import Unknown
from longgame.review.model import Pairing, Verdict

LEAST_LAPSES = 2
LEAST_FOR_TREND = 3
SURE = 0.8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one promise: its state, and the verdict where something was done."""

    day: date
    state: Pairing
    verdict: Verdict | None = None

    @property
    def is_off(self) -> bool:
        """Whether it was missed, or done and its purpose not served."""
        return self.state in BROKEN or self.verdict is Verdict.NOT_SERVED

    @property
    def is_back(self) -> bool:
        """Whether the promise was kept and nothing speaks against its purpose having been served."""
        return self.state in KEPT and not self.is_off


@dataclass(frozen=True, slots=True)
class Lapse:
    """From the first bad or missed session to the next one back on plan; `back` is None while it lasts."""

    began: date
    back: date | None

    @property
    def days(self) -> int | None:
        """Days between the two."""
        return None if self.back is None else (self.back - self.began).days


@dataclass(frozen=True, slots=True)
class Resilience:
    """The median days back to plan with its 80 % interval from the lapses themselves; None where they are too few."""

    days: float
    low: float | None
    high: float | None
    lapses: tuple[Lapse, ...]
    before: float | None
    trend: str
    says: str


def lapses(outcomes: Iterable[Outcome]) -> tuple[Lapse, ...]:
    """Lapses in order of time; bad sessions in a row are one lapse, excused days are in none.

    >>> days = [Outcome(date(2026, 11, 2), Pairing.MISSED), Outcome(date(2026, 11, 5), Pairing.PAIRED)]
    >>> [one.days for one in lapses(days)]
    [3]
    """
    found: list[Lapse] = []
    began: date | None = None
    for one in sorted(outcomes, key=lambda each: (each.day, each.state.value)):
        if one.is_off and began is None:
            began = one.day
        elif one.is_back and began is not None:
            found.append(Lapse(began, one.day))
            began = None
    return tuple(found) if began is None else (*found, Lapse(began, None))


def resilience(outcomes: Iterable[Outcome], on: date) -> Resilience | Unknown:
    """Resilience as it stands on day `on`.

    The interval is that of order statistics of the median (distribution-free; Conover 1999), at least 80 %. The trend
    compares the last twelve weeks with what was before.
    """
    all_of_them = lapses(one for one in outcomes if one.day <= on)
    over = [one for one in all_of_them if one.days is not None]
    if len(over) < LEAST_LAPSES:
        return Unknown("there have been too few bad or missed sessions to tell how you come back; that is no bad news")
    took = [one.days or 0 for one in over]
    recent = [one.days or 0 for one in over if one.began > on - timedelta(days=LONG_DAYS)]
    earlier = [one.days or 0 for one in over if one.began <= on - timedelta(days=LONG_DAYS)]
    interval = median_interval(took)
    middle = float(median(took))
    low, high = interval if interval else (None, None)
    return Resilience(
        days=middle,
        low=low,
        high=high,
        lapses=all_of_them,
        before=float(median(earlier)) if earlier else None,
        trend=_trend(recent, earlier),
        says=_says(middle, low, high, len(over)),
    )


def median_interval(values: Sequence[float], sure: float = SURE) -> tuple[float, float] | None:
    """The narrowest pair of order statistics that holds the median with probability `sure`.

    None with too few values.
    """
    ordered, n = sorted(values), len(values)
    for inner in range((n - 1) // 2, -1, -1):
        outside = 2 * sum(comb(n, k) for k in range(inner + 1)) / 2**n
        if 1 - outside >= sure:
            return float(ordered[inner]), float(ordered[n - 1 - inner])
    return None


def _trend(recent: Sequence[int], earlier: Sequence[int]) -> str:
    """A shift of the median is only told when few pairs speak against it (the probability of superiority)."""
    if len(recent) < LEAST_FOR_TREND or len(earlier) < LEAST_FOR_TREND:
        return "not yet knowable"
    sooner = sum((new < old) + 0.5 * (new == old) for new in recent for old in earlier)
    chance = sooner / (len(recent) * len(earlier))
    if chance >= 0.75:
        return "back sooner than before"
    return "back later than before" if chance <= 0.25 else "about as before"


def _says(middle: float, low: float | None, high: float | None, count: int) -> str:
    days = "the next day" if middle == 1 else f"after {middle:g} days"
    spread = "" if low is None or high is None or low == high else f", typically {low:g} to {high:g}"
    return f"After a bad or missed session you are back on plan {days}{spread} ({count} times seen)."
