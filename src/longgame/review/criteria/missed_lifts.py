"""How many lifts were tried and not made."""

from __future__ import annotations

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Sets logged with a load and no rep."""
    if seen.sets is None:
        return silent(rule, "no sets were planned and logged")
    if all(one.done.reps is None for one in seen.sets.sets):
        return silent(rule, "no reps were logged")
    missed = [one for one in seen.sets.sets if one.done.missed]
    count = "1 lift" if len(missed) == 1 else f"{len(missed)} lifts"
    sentence = f"{count} missed." if missed else "Every lift that was tried was made."
    return weighed(rule, float(len(missed)), sentence, seen_at=tuple(one.seen_at for one in missed))


CRITERION = Criterion("missed_lifts", "No missed lifts", assess)
