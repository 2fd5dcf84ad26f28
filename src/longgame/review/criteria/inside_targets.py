"""Time-weighted: how much of the going was inside the targets the plan wrote on its steps, warm-up to cool-down."""

from __future__ import annotations

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion
from longgame.review.on_target import time_on_target
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """The share of time credited over all steps with a target; planned time not done earns nothing."""
    stretches = seen.efforts.stretches if seen.efforts is not None else ()
    return time_on_target(rule, seen, stretches)


CRITERION = Criterion("inside_targets", "Inside the targets of the steps", assess)
