"""Was the rest day a rest day: nothing planned, so nothing done is full success."""

from __future__ import annotations

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, weighed
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """One session on a rest day is one too many, unless it was declared before it began (then it is judged as that)."""
    name = seen.session.title or seen.session.sport.value
    return weighed(rule, 1.0, f"A session ({name}) on a day that was meant for rest.")


CRITERION = Criterion("rest_kept", "Rest kept", assess)
