"""Did the work stop when speed or power fell away, or go on past it?"""

from __future__ import annotations

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.reps import fast_reps, left_out
from longgame.review.seen import Seen

DROP = 0.90
"""A repetition below this share of the best before it is the drop (expert default)."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """How many repetitions dropped away after the first that did: one slow one may be a stumble, the next is not."""
    reps = fast_reps(seen)
    if not reps and left_out(seen):
        return weighed(rule, 0.0, "No repetition was done, so none dropped away.")
    if not reps:
        return silent(rule, "no repetition with power, speed or time was recorded")
    best, dropped = reps[0].value, []
    for rep in reps:
        if rep.value < DROP * best * (1 - 1e-9):
            dropped.append(rep)
        best = max(best, rep.value)
    if not dropped:
        return weighed(rule, 0.0, "No repetition dropped away.")
    after = dropped[1:]
    followed = f"{len(after)} more did after it" if after else "no other did after it"
    sentence = f"Repetition {dropped[0].number} dropped below {DROP:.0%} of the best, and {followed}."
    return weighed(rule, float(len(after)), sentence, seen_at=tuple(rep.seen_at for rep in after))


CRITERION = Criterion("past_the_drop", "Stopped at the drop", assess)
