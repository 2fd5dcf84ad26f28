"""What makes a session of one intent a success, as data: the rows of a rubric.

A rubric says what is looked at, between which bounds it is right, how fast the score falls outside, and
how much it weighs. How a row is measured is the business of the criterion of that name in `review.criteria`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from longgame.kernel.interval import Interval
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.intent import Intent


class Basis(Enum):
    """Where a default comes from; the athlete is told."""

    EXPERT = "expert default"
    VALIDATED = "validated"
    CONVENTION = "convention"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far outside the bounds the score reaches 0, on each side, in the quantity's unit."""

    below: float
    above: float


@dataclass(frozen=True, slots=True)
class CriterionRule:
    """One row of a rubric.

    `bounds` are the default; what the plan writes replaces them. `key` rows must reach 0.5 for the session to
    have served its purpose. `weight` is a small positive whole number.
    """

    criterion: str
    bounds: Bounds
    tolerance: Tolerance
    weight: int
    key: bool = False
    basis: Basis = Basis.EXPERT


@dataclass(frozen=True, slots=True)
class Rubric:
    """All rows for one intent. A change to any number raises `version`, and reviews carry it.

    `stands_in` names rows that tell enough of the purpose where no key row can be assessed: how hard it felt, say,
    for an easy run without a strap.
    """

    intent: Intent
    version: int
    says: str
    rules: tuple[CriterionRule, ...]
    stands_in: tuple[str, ...] = ()


def row(
    criterion: str,
    quantity: Quantity,
    floor: float | None,
    ceiling: float | None,
    *,
    falls: tuple[float, float],
    weight: int,
    key: bool = False,
    basis: Basis = Basis.EXPERT,
) -> CriterionRule:
    """One row as a table would have it: what, between which bounds, how far the score `falls` to 0 below and above."""
    return CriterionRule(
        criterion, Bounds(quantity, Interval(floor, ceiling)), Tolerance(*falls), weight, key=key, basis=basis
    )
