"""What a criterion gives back, and the two ways to make one: judged, or silent with the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from longgame.kernel.interval import Interval
from longgame.kernel.spans import TextSpan, Where
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.rubric import CriterionRule, Tolerance
from longgame.review.model import Evidence, Manner, Part
from longgame.review.score import score
from longgame.review.seen import Seen


@dataclass(frozen=True, slots=True)
class Assessment:
    """One criterion's answer. `bounds` is what it was judged against: the plan's own where it wrote any.

    `leans` tells the manner where the value alone does not; `tolerance` and `parts` are how the score came about.
    """

    bounds: Bounds
    value: float | None
    score: Fraction | None
    evidence: Evidence
    not_assessed: str | None = None
    leans: Manner | None = None
    tolerance: Tolerance | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """One judged thing: `name` is what rubrics and JSON call it, `title` what a person reads.

    `low` and `high` tell what a value below and above its bounds says about the manner of the session.
    """

    name: str
    title: str
    assess: Callable[[CriterionRule, Seen], Assessment]
    low: Manner = Manner.SHORT
    high: Manner = Manner.BEYOND


def judged(
    bounds: Bounds,
    value: float,
    got: Fraction,
    sentence: str,
    seen_at: tuple[Where, ...] = (),
    planned_at: TextSpan | None = None,
    leans: Manner | None = None,
    parts: tuple[Part, ...] = (),
) -> Assessment:
    """An answer with its evidence."""
    return Assessment(bounds, value, got, Evidence(sentence, planned_at, seen_at), leans=leans, parts=parts)


def weighed(
    rule: CriterionRule,
    value: float,
    sentence: str,
    interval: Interval | None = None,
    seen_at: tuple[Where, ...] = (),
    tolerance: Tolerance | None = None,
    quantity: Quantity | None = None,
    leans: Manner | None = None,
) -> Assessment:
    """An answer scored by the score law, against the rule's bounds or those of the plan."""
    bounds = Bounds(quantity or rule.bounds.quantity, interval or rule.bounds.interval)
    width = tolerance or rule.tolerance
    got = score(value, bounds.interval, width)
    return Assessment(bounds, value, got, Evidence(sentence, None, seen_at), leans=leans, tolerance=width)


def side(above: float, below: float) -> Manner:
    """Which way a share lost on both sides leans: beyond when more was lost above the bounds than below them."""
    return Manner.BEYOND if above > below else Manner.SHORT


def silent(rule: CriterionRule, reason: str) -> Assessment:
    """No answer: what would have been evidence is missing, and `reason` says so. Never zero, never full."""
    return Assessment(rule.bounds, None, None, Evidence(f"Not assessed: {reason}."), reason)
