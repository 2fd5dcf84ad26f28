"""Was every repetition close to the best of the day: speed and power are trained only while they are there.

One that was left out or jogged, with no stop rule to allow it, was not close to anything and counts as 0.
"""

from __future__ import annotations

from fractions import Fraction

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, judged, silent
from longgame.review.model import Manner, Part
from longgame.review.reps import Rep, fast_reps, left_out, owed_reps
from longgame.review.score import mean, score
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Each repetition as a share of the day's best, judged one by one; the value shown is the lowest."""
    reps = fast_reps(seen)
    if not reps and left_out(seen):
        return judged(rule.bounds, 0.0, Fraction(0), "None of the planned repetitions was done.", leans=Manner.SHORT)
    if not reps:
        return silent(rule, "no repetition with power, speed or time was recorded")
    best = max(rep.value for rep in reps)
    if best <= 0:
        return silent(rule, "no repetition shows any output")
    owed = owed_reps(seen)
    parts = tuple(_part(rule, rep, best) for rep in reps)
    parts += (Part("a repetition not done", 0.0, rule.bounds.interval, Fraction(0)),) * owed
    got = mean([part.score for part in parts])
    lowest = min(reps, key=lambda rep: (rep.value, rep.number))
    share = lowest.value / best
    slowest = f"the slowest (repetition {lowest.number}) at {share:.0%} of the day's best"
    sentence = (
        f"{len(reps)} repetitions, {slowest}" if len(reps) > 1 else "1 repetition, which is the day's best itself"
    )
    sentence += f"; {owed} more asked for and not done." if owed else "."
    leans = Manner.SHORT if owed and share >= (rule.bounds.interval.floor or 0.0) else None
    return judged(rule.bounds, 0.0 if owed else share, got, sentence, (lowest.seen_at,), leans=leans, parts=parts)


def _part(rule: CriterionRule, rep: Rep, best: float) -> Part:
    share = rep.value / best
    label = f"repetition {rep.number} as a share of the day's best"
    return Part(label, share, rule.bounds.interval, score(share, rule.bounds.interval, rule.tolerance))


CRITERION = Criterion("rep_quality", "Every repetition fast", assess, low=Manner.BEYOND)
