"""Were warm-up, recoveries and cool-down done as they were written, so that the work could be the work?"""

from __future__ import annotations

from longgame.plan.planned import StepRole
from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion
from longgame.review.on_target import time_on_target
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """The share of time credited over the steps that are not work and have a target."""
    stretches = seen.efforts.stretches if seen.efforts is not None else ()
    return time_on_target(rule, seen, tuple(s for s in stretches if s.step.role is not StepRole.WORK))


CRITERION = Criterion("easy_steps", "Easy parts as written", assess)
