"""Is the session's load (CR10 · minutes) small against what is usual for this athlete?"""

from __future__ import annotations

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Session-RPE load as a share of the median load of the last six weeks."""
    usual = seen.case.history.usual_load_au
    if seen.effort_rpe is None or seen.seconds is None:
        return silent(rule, "effort or time is not known")
    if not usual:
        return silent(rule, "there are too few sessions yet to know a usual load")
    load = seen.effort_rpe * seen.seconds / 60
    return weighed(rule, load / usual, f"Load {load:.0f}, {load / usual:.0%} of your usual {usual:.0f} (CR10 · min).")


CRITERION = Criterion("usual_load", "Small against your usual load", assess)
