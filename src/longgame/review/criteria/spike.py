"""Did this one session leap past everything of the last 30 days (after Frandsen et al. 2025, observational)?"""

from __future__ import annotations

from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.asked import total_asked
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """The session as a share of the longest of its sport in the last 30 days, in what the plan counts in.

    A plan by the clock is judged by the clock alone, one by distance by distance: at any pace it goes on just as long,
    so neither going slower nor going faster takes anything of a leap back. Distance counts before time only where the
    plan counts in both or in neither.
    """
    sport, asked = seen.session.sport, total_asked(seen.plan)
    ways = (_far, _long) if asked is None else (_long,) if asked.quantity is Quantity.DURATION else (_far,)
    found = [one for way in ways if (one := way(seen)) is not None]
    if not found:
        return silent(rule, f"no {sport.value} of the last 30 days is known to compare with")
    value, against = found[0]
    return weighed(rule, value, f"{value:.0%} of your longest {sport.value} of the last 30 days ({against}).")


def _far(seen: Seen) -> tuple[float, str] | None:
    """Distance against the farthest, and the farthest in words."""
    done, farthest = seen.session.distance_m, seen.case.history.farthest(seen.session.sport)
    return None if done is None or not farthest else (done / farthest, f"{farthest / 1000:.1f} km")


def _long(seen: Seen) -> tuple[float, str] | None:
    """Time against the longest, and the longest in words."""
    done, longest = seen.seconds, seen.case.history.longest(seen.session.sport)
    return None if done is None or not longest else (done / longest, f"{longest / 60:.0f} min")


CRITERION = Criterion("spike", "No leap in length", assess)
