"""Confidence before a session against how it went: calibration, not a virtue. Doubt is free."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from longgame.kernel.unknown import Unknown
from longgame.measure.capacity import Change, Standing, standing

LEAST_SESSIONS = 10
MOST_CONFIDENT = 10
BIN_EDGES = (0.0, 0.35, 0.65, 1.0)
LEAST_IN_BIN = 3
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
    mean difference said − came with its standard error, and the reliability bins."""

    brier: float
    brier_of_usual: float
    difference: float
    difference_sd: float
    bins: tuple[Bin, ...]
    sessions: int
    says: str


def calibration(pairs: Sequence[tuple[int, bool]]) -> Calibration | Unknown:
    """Calibration of pairs (confidence 0–10 said before, whether the purpose was served).

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
    )


def _bins(shares: Sequence[tuple[float, float]]) -> tuple[Bin, ...]:
    found = []
    for low, high in itertools.pairwise(BIN_EDGES):
        inside = [pair for pair in shares if low <= pair[0] < high or pair[0] == high == 1.0]
        if len(inside) >= LEAST_IN_BIN:
            found.append(Bin(fmean(s for s, _ in inside), fmean(c for _, c in inside), len(inside)))
    return tuple(found)


def _says(difference: float, sd: float, sessions: int) -> str:
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
