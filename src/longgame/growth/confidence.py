"""Confidence before a session against how it went: calibration, not a virtue. Doubt is free."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, variance

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import Change, Standing, standing

LEAST_SESSIONS = 10
MOST_CONFIDENT = 10
BIN_EDGES = (0.0, 0.35, 0.65, 1.0)
LEAST_IN_BIN = 3
LEAST_FOR_TREND = 6
"""How many sessions each half of the time needs before a trend is told."""
SURE_SDS = 1.96
RATING = range(-3, 4)


@dataclass(frozen=True, slots=True)
class Bin:
    """Sessions of like confidence: how sure the athlete was on average, and how often the purpose was served."""

    said: float
    came: float
    sessions: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Brier score of pre-session confidence (0 is perfect), the score of always saying one's own usual rate, the
    mean difference said − came with its standard error and 95 % interval, the reliability bins, and how confidence and
    its distance from what came moved from the earlier half of the sessions to the later one."""

    brier: float
    brier_of_usual: float
    difference: float
    difference_sd: float
    bins: tuple[Bin, ...]
    sessions: int
    says: str
    low: float
    high: float
    trend: str


def calibration(pairs: Sequence[tuple[int, bool]]) -> Calibration | Unknown:
    """Calibration of pairs (confidence 0–10 said before, whether the purpose was served), in the order of days.

    Unknown with fewer than ten sessions. Brier 1950; the reliability bins are low, middle and high confidence.
    """
    if len(pairs) < LEAST_SESSIONS:
        return Unknown(f"{LEAST_SESSIONS} sessions with confidence said before are needed, there are {len(pairs)}")
    shares = [(said / MOST_CONFIDENT, float(came)) for said, came in pairs]
    usual = fmean(came for _, came in shares)
    gaps = [said - came for said, came in shares]
    difference = fmean(gaps)
    sd = sqrt(sum((gap - difference) ** 2 for gap in gaps) / (len(gaps) - 1) / len(gaps))
    return Calibration(
        brier=fmean((said - came) ** 2 for said, came in shares),
        brier_of_usual=usual * (1 - usual),
        difference=difference,
        difference_sd=sd,
        bins=_bins(shares),
        sessions=len(pairs),
        says=_says(difference, sd, len(pairs)),
        low=difference - SURE_SDS * sd,
        high=difference + SURE_SDS * sd,
        trend=_trend(shares),
    )


def _trend(shares: Sequence[tuple[float, float]]) -> str:
    """How the later half differs from the earlier one, told only beyond two standard errors."""
    half = len(shares) // 2
    if half < LEAST_FOR_TREND:
        return "not yet knowable"
    earlier, later = shares[:half], shares[-half:]
    surer = _moved([said for said, _ in earlier], [said for said, _ in later])
    further = _moved([abs(said - came) for said, came in earlier], [abs(said - came) for said, came in later])
    said = ("less sure than before", "as sure as before", "surer than before")[surer + 1]
    came = ("closer to what came", "as close to what came", "further from what came")[further + 1]
    return f"{said}, {came}"


def _moved(earlier: Sequence[float], later: Sequence[float]) -> int:
    """1 or −1 where the later mean is higher or lower by more than two standard errors (Welch), else 0."""
    error = sqrt(variance(earlier) / len(earlier) + variance(later) / len(later))
    gap = fmean(later) - fmean(earlier)
    return 0 if abs(gap) <= 2 * error else (1 if gap > 0 else -1)


def _bins(shares: Sequence[tuple[float, float]]) -> tuple[Bin, ...]:
    found = []
    for low, high in itertools.pairwise(BIN_EDGES):
        inside = [pair for pair in shares if low <= pair[0] < high or pair[0] == high == 1.0]
        if len(inside) >= LEAST_IN_BIN:
            found.append(Bin(fmean(s for s, _ in inside), fmean(c for _, c in inside), len(inside)))
    return tuple(found)


def _says(difference: float, sd: float, sessions: int) -> str:
    """The fit in words; the interval is 95 % of the mean difference."""
    low, high = difference - SURE_SDS * sd, difference + SURE_SDS * sd
    spread = f"on average {difference:+.0%} from what came, 95 % interval {low:+.0%} to {high:+.0%}"
    return f"{_fit(difference, sd, sessions)} Confidence was {spread}."


def _fit(difference: float, sd: float, sessions: int) -> str:
    if abs(difference) <= 2 * sd:
        return f"Over {sessions} sessions, how sure you were fits how often the purpose was served."
    if difference < 0:
        return f"Over {sessions} sessions, more went to plan than you foretold ({-difference:.0%} more)."
    return f"Over {sessions} sessions, you were surer than what came ({difference:.0%}); that tests the plan, not you."


@dataclass(frozen=True, slots=True)
class PerceivedBesideMeasured:
    """The athlete's own −3…+3 rating of progress beside what was measured, and the sentence that holds both."""

    rating: int
    measured: Standing
    p_better: float | None
    says: str


def perceived_beside_measured(rating: int, change: Change | Unknown) -> PerceivedBesideMeasured:
    """A rating (−3 much worse … +3 much better) beside the posterior; `ValueError` outside −3…+3."""
    if rating not in RATING:
        raise ValueError(f"a rating of progress goes from -3 to +3, not {rating}")
    word = standing(change)
    if isinstance(change, Unknown):
        return PerceivedBesideMeasured(rating, word, None, f"You rated it {rating:+d}; it is not yet knowable.")
    felt_up, is_up = rating > 0, word in (Standing.UP, Standing.LIKELY_UP)
    felt_down, is_down = rating < 0, word in (Standing.DOWN, Standing.LIKELY_DOWN)
    if is_up and not felt_up:
        says = (
            f"You rated it {rating:+d}; what you logged says {change.median:+.0%}. You are doing more than you think."
        )
    elif is_down and not felt_down:
        says = f"You rated it {rating:+d}; what you logged is {change.median:+.0%} since then. Both are worth a look."
    else:
        says = f"You rated it {rating:+d}; what you logged says: {word.value}."
    return PerceivedBesideMeasured(rating, word, change.p_better, says)
