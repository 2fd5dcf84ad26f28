"""How many sets went to failure beyond what the day allowed: the failure ration, spent within one session."""

from __future__ import annotations

from fractions import Fraction

from longgame.kernel.interval import Interval
from longgame.kernel.movement.names import pattern_of
from longgame.plan.planned import RationLimit, SetScheme, SetsStep
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.alignment import DoneSet
from longgame.review.asked import bound_on
from longgame.review.assessment import Assessment, Criterion, judged, silent, weighed
from longgame.review.model import Manner
from longgame.review.places import counted_sets
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Sets to failure that no step asked for and no ration covers.

    Where every set went there, none was kept from it: what the ration covers then is no merit, and going past it is a
    ration not kept at all. Otherwise a day of which nothing was said would gain by telling of its failures.
    """
    if seen.sets is None:
        return silent(rule, "no sets were planned and logged")
    if not any(_tells(one) for one in seen.sets.sets):
        return silent(rule, "nothing was logged that tells how close to failure a set was")
    free = [one for one in seen.sets.sets if not _asked(one.step)]
    unasked = [one for one in free if one.done.to_failure]
    over = _beyond(unasked, seen.plan.ration, seen)
    sentence = f"{counted_sets(len(unasked))} to failure that no step asked for, {len(over)} beyond the ration."
    places = tuple(one.seen_at for one in over)
    if unasked and len(unasked) == len(free):
        if not over:
            return silent(rule, "every set went to failure, and the ration covers it")
        return judged(rule.bounds, float(len(over)), Fraction(0), sentence, places, leans=Manner.BEYOND)
    told = sentence if unasked else "No set went to failure unasked."
    interval = Interval(rule.bounds.interval.floor, rule.bounds.interval.ceiling)
    return weighed(rule, float(len(over)), told, interval, places)


def _tells(one: DoneSet) -> bool:
    return one.done.to_failure or one.done.rir is not None or one.done.rpe is not None


def _asked(step: SetsStep | None) -> bool:
    """Whether the step's own words allow failure."""
    if step is None:
        return False
    reserve, felt = bound_on(step.targets, Quantity.RIR), bound_on(step.targets, Quantity.RPE)
    return (
        step.scheme in (SetScheme.AMRAP, SetScheme.DROP)
        or (reserve is not None and not reserve.floor)
        or (felt is not None and felt.ceiling is not None and felt.ceiling >= 10)
    )


def _beyond(unasked: list[DoneSet], ration: RationLimit | None, seen: Seen) -> list[DoneSet]:
    """The failures left over after the session's ration, counted per pattern where the ration says so."""
    if ration is None or ration.per_session is None:
        return unasked
    spent: dict[object, int] = {}
    over = []
    for one in unasked:
        key = pattern_of(one.done.exercise, seen.case.own_names) if ration.per_pattern else None
        spent[key] = spent.get(key, 0) + 1
        if spent[key] > ration.per_session:
            over.append(one)
    return over


CRITERION = Criterion("failures", "Failure kept to its ration", assess)
