"""The load of each set: against what the plan wrote, else as a share of the athlete's own estimated maximum."""

from __future__ import annotations

from longgame.kernel.interval import Interval
from longgame.plan.planned import SetsStep
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule, Tolerance
from longgame.review.alignment import DoneSet
from longgame.review.asked import bound_on, is_point
from longgame.review.assessment import Assessment, Criterion
from longgame.review.movements import key_of
from longgame.review.per_set import judge_sets
from longgame.review.seen import Seen

POINT_MARGIN = 0.025
"""A single load is meant give or take a small plate."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Kilograms against bounds in kilograms; bounds in shares need the exercise's estimated maximum."""
    own = seen.case.own_names
    maxima = {key_of(name, own): kg for name, kg in seen.case.anchors.e1rm_kg.items()}

    def asked_of(step: SetsStep) -> Interval | None:
        return _asked(step, rule.bounds.interval, maxima.get(key_of(step.exercise, own)))

    def tolerance_of(asked: Interval) -> Tolerance:
        floor, ceiling = asked.floor or 0.0, asked.ceiling or asked.floor or 0.0
        return Tolerance(rule.tolerance.below * floor, rule.tolerance.above * ceiling)

    return judge_sets(rule, seen, _kilograms, asked_of, tolerance_of, "load", Quantity.LOAD)


def _asked(step: SetsStep, default: Interval, maximum_kg: float | None) -> Interval | None:
    written = bound_on(step.targets, Quantity.LOAD)
    if written is not None and is_point(written):
        floor, ceiling = written.floor or 0.0, written.ceiling or 0.0
        return Interval(floor * (1 - POINT_MARGIN), ceiling * (1 + POINT_MARGIN))
    if written is not None:
        return written
    share = bound_on(step.targets, Quantity.LOAD_SHARE)
    return None if maximum_kg is None else (share or default).scaled(maximum_kg)


def _kilograms(one: DoneSet) -> float | None:
    return None if one.done.load is None or one.substituted else one.done.load.base


CRITERION = Criterion("load", "Load of each set", assess)
