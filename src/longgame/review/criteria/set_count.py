"""As many sets as planned, give or take: the dose of lifting, on both sides."""

from __future__ import annotations

from longgame.purpose.rubric import CriterionRule
from longgame.review.alignment.sets import least_sets, most_sets
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.seen import Seen, is_work


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Working sets done as a share of working sets planned (of the nearest end where the plan gives a range)."""
    if seen.sets is None:
        return silent(rule, "no sets were planned and logged")
    steps = [step for step in seen.sets.steps if is_work(step)]
    floor = sum(0 if step.until is not None else least_sets(step) for step in steps)
    ceiling = sum(most_sets(step) for step in steps)
    done = sum(len(seen.sets.of(step)) for step in steps) + len(seen.sets.unasked)
    if ceiling <= 0:
        return silent(rule, "no working sets were planned")
    value = 1.0 if floor <= done <= ceiling else done / (floor if done < floor else ceiling)
    asked = f"{floor}" if floor == ceiling else f"{floor}–{ceiling}"
    return weighed(rule, value, f"{done} working {'set' if done == 1 else 'sets'}, {asked} planned.")


CRITERION = Criterion("set_count", "As many sets as planned", assess)
