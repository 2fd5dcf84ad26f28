"""Reps in reserve, set by set: the distance to failure that the day called for."""

from __future__ import annotations

from longgame.kernel.interval import Interval
from longgame.plan.planned import SetScheme, SetsStep
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule, Tolerance
from longgame.review.alignment import DoneSet
from longgame.review.asked import bound_on
from longgame.review.assessment import Assessment, Criterion
from longgame.review.model import Manner
from longgame.review.per_set import judge_sets
from longgame.review.seen import Seen

TOP_RPE = 10.0


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Reps in reserve (or 10 minus the set's RPE) against the step's bounds; failure that was not asked scores 0."""

    def asked_of(step: SetsStep) -> Interval | None:
        return asked_reserve(step, rule.bounds.interval)

    def tolerance_of(asked: Interval) -> Tolerance:
        floor = asked.floor or 0.0
        return Tolerance(min(rule.tolerance.below, floor) if floor > 0 else rule.tolerance.below, rule.tolerance.above)

    return judge_sets(rule, seen, reserve, asked_of, tolerance_of, "reps in reserve")


def asked_reserve(step: SetsStep, default: Interval) -> Interval | None:
    """The step's own RIR, or its RPE read as such, else the rubric's, down to none in reserve where as many as possible
    were asked; None for drops, which go on where the set before them ended."""
    written = bound_on(step.targets, Quantity.RIR)
    if written is not None:
        return written
    felt = bound_on(step.targets, Quantity.RPE)
    if felt is None and step.scheme is SetScheme.DROP:
        return None
    if felt is None:
        return Interval(0, default.ceiling) if step.scheme is SetScheme.AMRAP else default
    return Interval(
        None if felt.ceiling is None else max(0.0, TOP_RPE - felt.ceiling),
        None if felt.floor is None else max(0.0, TOP_RPE - felt.floor),
    )


def reserve(one: DoneSet) -> float | None:
    """How many more reps there were, by what was logged; 0 for a set to failure."""
    if one.done.to_failure:
        return 0.0
    if one.done.rir is not None:
        return one.done.rir
    return None if one.done.rpe is None else max(0.0, TOP_RPE - one.done.rpe)


CRITERION = Criterion("rir", "Reps in reserve", assess, low=Manner.BEYOND, high=Manner.SHORT)
