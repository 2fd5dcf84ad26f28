"""One row of a review as it is expected: its value and score by hand, its words, and the places it names."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.review.case import Case
from longgame.review.engine import review


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
        return None
    return f"{told.criterion}: {got}"
