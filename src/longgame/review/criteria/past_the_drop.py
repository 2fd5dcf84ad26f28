"""Did the work stop when speed or power fell away, or go on past it?"""

from __future__ import annotations

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.reps import fast_reps, left_out
from longgame.review.seen import Seen

DROP = 0.90
"""A repetition below this share of the best before it is the drop (expert default)."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """How many repetitions followed the first one that had dropped."""
    reps = fast_reps(seen)
    if not reps and left_out(seen):
        return weighed(rule, 0.0, "No repetition was done, so none dropped away.")
    if not reps:
        return silent(rule, "no repetition with power, speed or time was recorded")
    best, dropped = reps[0].value, None
    for place, rep in enumerate(reps):
        if rep.value < DROP * best * (1 - 1e-9):
            dropped = place
            break
        best = max(best, rep.value)
    if dropped is None:
        return weighed(rule, 0.0, "No repetition dropped away.")
    after = reps[dropped + 1 :]
    sentence = f"Repetition {reps[dropped].number} dropped below {DROP:.0%} of the best, and {len(after)} followed it."
    return weighed(rule, float(len(after)), sentence, seen_at=tuple(rep.seen_at for rep in after))


CRITERION = Criterion("past_the_drop", "Stopped at the drop", assess)
