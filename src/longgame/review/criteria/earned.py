"""Was the limit earned when it came? Holding back on a day that was not earned is as good as having earned it."""

from __future__ import annotations

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.model import Manner
from longgame.review.seen import Seen

LIMIT_RPE = 8.0
"""Above this effort a day was taken to the limit."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """1 when every condition was met or the limit was left alone, 0 when it was forced."""
    status = seen.case.earned
    if status is None or status.earned is None:
        return silent(rule, "the conditions of this day cannot all be told from the journal")
    if status.earned:
        return weighed(rule, 1.0, f"Earned: {'; '.join(one.says for one in status.conditions)}.")
    missing = "; ".join(one.says for one in status.conditions if one.met is False)
    if seen.effort_rpe is None:
        return silent(rule, f"it was not earned yet ({missing}), and no effort was said to tell whether it was forced")
    if seen.effort_rpe <= LIMIT_RPE:
        return weighed(rule, 1.0, f"Not earned yet ({missing}), and not forced: effort {seen.effort_rpe:g} of 10.")
    return weighed(rule, 0.0, f"Not earned yet ({missing}), and gone for all the same.")


CRITERION = Criterion("earned", "Earned before it was tried", assess, low=Manner.BEYOND)
