"""Was the pace even: how much equal parts of the work vary around their mean."""

from __future__ import annotations

from fractions import Fraction
from statistics import fmean, pstdev

from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, judged, silent, weighed
from longgame.review.output import dead_power, work_output
from longgame.review.reps import left_out
from longgame.review.seen import Seen

PARTS = 8


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Coefficient of variation of the mean output in eight parts of equal time."""
    dead = dead_power(seen)
    if dead is not None:
        return silent(rule, f"{dead}, and the work was to be done by power")
    output = work_output(seen)
    if left_out(seen):
        return judged(rule.bounds, 1.0, Fraction(0), "None of the planned work was done.")
    if output is None:
        return silent(rule, "neither power nor speed was recorded over the work")
    parts = output.parts(PARTS)
    if not parts or fmean(parts) <= 0:
        return silent(rule, "there is too little recorded work to split")
    value = pstdev(parts) / fmean(parts)
    first = parts[0] / fmean(parts) - 1
    start = f"; the first eighth {abs(first):.0%} {'faster' if first > 0 else 'slower'} than the mean"
    return weighed(rule, value, f"Splits vary by {value:.1%} around their mean{start if abs(first) >= 0.01 else ''}.")


CRITERION = Criterion("evenness", "Even splits", assess)
