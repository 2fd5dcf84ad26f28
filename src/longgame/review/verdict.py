"""From scores to a verdict and its manner: a breach is not averaged away, and too little evidence is said to be."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from longgame.purpose.rubric import Rubric
from longgame.review.assessment import Assessment
from longgame.review.criteria import CRITERIA
from longgame.review.model import CriterionResult, Manner, Verdict

SERVED = Fraction(80, 100)
PARTLY = Fraction(50, 100)
LEAST_COVERAGE = Fraction(40, 100)
BREACH = Fraction(1, 2)
KEPT_WELL = Fraction(80, 100)
"""A criterion from here on up is kept; below it, it tells the manner of the session."""


def verdict_of(
    rubric: Rubric, criteria: Sequence[CriterionResult], execution: Fraction | None, coverage: Fraction
) -> Verdict:
    """Served from 0.80 with no criterion below 0.5; partly from 0.50; cannot tell below 0.4 of coverage.

    Nor can it be told when what the day was for was not seen, neither by a key criterion nor by one that stands in.
    """
    if execution is None or coverage < LEAST_COVERAGE:
        return Verdict.CANNOT_TELL
    if not any(row.score is not None and (row.key or row.name in rubric.stands_in) for row in criteria):
        return Verdict.CANNOT_TELL
    if execution < PARTLY:
        return Verdict.NOT_SERVED
    breached = any(row.score is not None and row.score < BREACH for row in criteria)
    return Verdict.SERVED if execution >= SERVED and not breached else Verdict.PARTLY_SERVED


def coverage_of(criteria: Sequence[CriterionResult]) -> Fraction:
    """Assessed weight over all weight."""
    whole = sum(row.weight for row in criteria)
    assessed = sum(row.weight for row in criteria if row.score is not None)
    return Fraction(assessed, whole) if whole else Fraction(0)


def manner_of(rows: Sequence[tuple[CriterionResult, Assessment]]) -> Manner:
    """Where most of what is missing from full scores went: too much, too little, or other than asked."""
    lost = {Manner.BEYOND: Fraction(0), Manner.SHORT: Fraction(0), Manner.DIFFERENT: Fraction(0)}
    for result, assessment in rows:
        if result.score is not None and result.score < KEPT_WELL:
            lost[leaning(result, assessment)] += result.weight * (1 - result.score)
    if not any(lost.values()):
        return Manner.WITHIN
    return max(lost, key=lambda manner: lost[manner])


def leaning(result: CriterionResult, assessment: Assessment) -> Manner:
    """What one criterion outside its bounds says: the side it lies on, unless the criterion knows better."""
    if assessment.leans is not None:
        return assessment.leans
    criterion = CRITERIA[result.name]
    above = result.value is not None and result.bounds.interval.excess(result.value) > 0
    return criterion.high if above else criterion.low
