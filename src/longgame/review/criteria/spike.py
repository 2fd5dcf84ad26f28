"""Did this one session leap past everything of the last 30 days (after Frandsen et al. 2025, observational)?"""

from __future__ import annotations

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Distance, else time, as a share of the longest session of the sport in the last 30 days."""
    sport, history = seen.session.sport, seen.case.history
    farthest, longest = history.farthest(sport), history.longest(sport)
    if seen.session.distance_m is not None and farthest:
        value = seen.session.distance_m / farthest
        against = f"{farthest / 1000:.1f} km"
    elif seen.seconds is not None and longest:
        value = seen.seconds / longest
        against = f"{longest / 60:.0f} min"
    else:
        return silent(rule, f"no {sport.value} of the last 30 days is known to compare with")
    return weighed(rule, value, f"{value:.0%} of your longest {sport.value} of the last 30 days ({against}).")


CRITERION = Criterion("spike", "No leap in length", assess)
