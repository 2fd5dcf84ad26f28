"""Where every set went to failure none was kept from it: the ration is no merit then, and no excuse."""

from __future__ import annotations

from fractions import Fraction

import pytest

from longgame.plan.planned import RationLimit
from longgame.purpose.intent import Intent
from longgame.record.sets import SetKind
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.model import CriterionResult, Review
from tests.strategies.build import done, lift, lifted, plan

RATIONED = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 10)), ration=RationLimit(3, 1))


def reviewed(failed: int, others: int = 0) -> Review:
    """A day of so many sets to failure and so many with two repetitions in reserve."""
    sets = [done("Bench Press", 8, 60, kind=SetKind.FAILURE)] * failed + [done("Bench Press", 8, 60, 2)] * others
    return review(Case(RATIONED, lifted(*sets)))


def row(of: Review) -> CriterionResult:
    return next(each for each in of.criteria if each.name == "failures")


def test_what_the_ration_covers_counts_neither_way() -> None:
    found = row(reviewed(1))
    assert found.score is None
    assert found.evidence.sentence == "Not assessed: every set went to failure, and the ration covers it."


def test_telling_of_it_gains_nothing_on_a_poor_day() -> None:
    silent = review(Case(RATIONED, lifted(done("Bench Press", 4, 60)))).execution
    told = review(Case(RATIONED, lifted(done("Bench Press", 4, 60, kind=SetKind.FAILURE)))).execution
    assert silent is not None
    assert told is not None
    assert told <= silent


@pytest.mark.parametrize(("failed", "others", "score"), [(2, 0, 0), (3, 0, 0), (1, 1, 1), (2, 1, Fraction(2, 3))])
def test_past_the_ration_one_set_kept_from_failure_makes_the_difference(
    failed: int, others: int, score: Fraction
) -> None:
    assert row(reviewed(failed, others)).score == pytest.approx(score, abs=1e-4)
