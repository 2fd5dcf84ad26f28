"""One row of a review as it is expected: its value and score by hand, its words, and the places it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.model import CriterionResult

PART = r"set \d+|repetition \d+ as a share of .+"
NOT_DONE = ("a set not done", "a repetition not done")


@dataclass(frozen=True, slots=True)
class Told:
    """What one criterion tells of one case; value and score to four places, None where it says nothing."""

    criterion: str
    case: Case
    value: float | None
    score: float | None
    sentence: str
    at: str = ""

    @property
    def id(self) -> str:
        """A name for the test run."""
        return f"{self.criterion}: {self.sentence}"


def as_told(told: Told) -> str | None:
    """None when the row is as expected, else what it tells instead."""
    row = next(row for row in review(told.case).criteria if row.name == told.criterion)
    value = None if row.value is None else round(float(row.value), 4)
    score = None if row.score is None else round(float(row.score), 4)
    at = "; ".join(str(place) for place in row.evidence.seen_at)
    got = (value, score, row.evidence.sentence, at)
    silent = (row.score is None) == (row.not_assessed is not None) == (row.value is None)
    if got == (told.value, told.score, told.sentence, told.at) and silent:
        return at_odds(row)
    return f"{told.criterion}: {got}"


def at_odds(row: CriterionResult) -> str | None:
    """Where a row does not follow from its own parts, or from its bounds and how far its value lies outside them."""
    if row.score is None or row.value is None:
        return None
    if row.parts:
        missing = [part for part in row.parts if not re.fullmatch(PART, part.label)]
        if any(part.label not in NOT_DONE or part.value or part.score for part in missing):
            return f"{row.name}: {missing}"
        mean = sum((part.score for part in row.parts), Fraction(0)) / len(row.parts)
        return None if mean == row.score else f"{row.name}: parts come to {mean}"
    if row.tolerance is None:
        return None if row.score in (0, 1) or row.value == float(row.score) else f"{row.name}: no width given"
    excess = row.bounds.interval.excess(row.value)
    width = row.tolerance.above if excess > 0 else row.tolerance.below
    law = 1.0 if abs(excess) < 1e-9 * max(1.0, abs(row.value)) else max(0.0, 1 - abs(excess) / width)
    return None if abs(law - float(row.score)) < 1e-4 else f"{row.name}: {row.value} in {row.bounds} is {law}"
