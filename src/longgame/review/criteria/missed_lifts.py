"""How many lifts were tried and not made."""

from __future__ import annotations

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.places import counted_sets
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Sets logged with a load and no rep. What was logged without a load or without reps tells nothing of it."""
    if seen.sets is None:
        return silent(rule, "no sets were planned and logged")
    if all(one.done.reps is None for one in seen.sets.sets):
        return silent(rule, "no reps were logged")
    if all(one.done.load is None for one in seen.sets.sets):
        return silent(rule, "no loads were logged")
    told = [one for one in seen.sets.sets if one.done.reps is not None and one.done.load is not None]
    if not told:
        return silent(rule, "no set was logged with both its load and its reps")
    missed = [one for one in told if one.done.missed]
    count = "1 lift" if len(missed) == 1 else f"{len(missed)} lifts"
    sentence = f"{count} missed." if missed else "Every lift that was tried was made."
    untold = len(seen.sets.sets) - len(told)
    if untold:
        sentence += f" {counted_sets(untold)} without a load or without reps not counted."
    return weighed(rule, float(len(missed)), sentence, seen_at=tuple(one.seen_at for one in missed))


CRITERION = Criterion("missed_lifts", "No missed lifts", assess)
