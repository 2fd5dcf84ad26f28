"""Did the whole session feel as hard as it was meant to (CR10)? On an unearned limit day, holding back is right."""

from __future__ import annotations

from longgame.kernel.interval import Interval
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule, Tolerance
from longgame.review.asked import asked_of_session, is_point
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.per_set import span
from longgame.review.seen import Seen

POINT_MARGIN = 1.0
"""A single RPE in the plan is meant give or take one."""
TOP = 10.0
UNEARNED = Interval(None, 8.0)
"""What a limit day still calls for while it is not earned: work, but no limit."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """The reported effort against the plan's RPE, else the rubric's."""
    effort = seen.effort_rpe
    if effort is None:
        return silent(rule, "no effort was reported")
    interval = _bounds(rule, seen)
    above = rule.tolerance.above
    if interval.ceiling is not None and interval.ceiling < TOP:
        above = min(above, TOP - interval.ceiling)
    sentence = f"Effort {effort:g} of 10, asked {span(interval)}."
    return weighed(rule, effort, sentence, interval, tolerance=Tolerance(rule.tolerance.below, above))


def _bounds(rule: CriterionRule, seen: Seen) -> Interval:
    if seen.plan.intent.must_be_earned and seen.case.earned is not None and seen.case.earned.earned is False:
        return UNEARNED
    asked = asked_of_session(seen.plan, Quantity.RPE)
    if asked is None:
        return rule.bounds.interval
    if is_point(asked) and asked.floor is not None:
        return Interval(max(0.0, asked.floor - POINT_MARGIN), min(TOP, asked.floor + POINT_MARGIN))
    return asked


CRITERION = Criterion("session_rpe", "Felt as hard as meant", assess)
