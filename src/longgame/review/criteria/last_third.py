"""Did the output hold to the end: the last third of the work against the first."""

from __future__ import annotations

from fractions import Fraction

from longgame.kernel.spans import SampleSpan
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.assessment import Assessment, Criterion, judged, silent, weighed
from longgame.review.model import Manner
from longgame.review.output import dead_power, work_output
from longgame.review.reps import left_out, owed_reps
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Mean power or speed of the last third of the work time as a share of the first third."""
    dead = dead_power(seen)
    if dead is not None:
        return silent(rule, f"{dead}, and the work was to be done by power")
    output = work_output(seen)
    if left_out(seen):
        return judged(rule.bounds, 0.0, Fraction(0), "None of the planned work was done.", leans=Manner.SHORT)
    if output is None:
        return _from_sets(rule, seen)
    thirds = output.parts(3)
    if not thirds:
        return silent(rule, "there is too little recorded work to divide into thirds")
    if thirds[0] <= 0:
        none = "None of the first third of the planned work was done."
        return judged(rule.bounds, 0.0, Fraction(0), none, leans=Manner.SHORT)
    value = thirds[2] / thirds[0]
    word = "power" if output.quantity is Quantity.POWER else "speed"
    place = SampleSpan(float(output.t_s[2 * len(output.t_s) // 3]), float(output.t_s[-1] + output.dt_s[-1]))
    # What was left out makes one end look strong or weak; that is too little, not too much.
    leans = Manner.SHORT if owed_reps(seen) else None
    return weighed(
        rule, value, f"Last third at {value:.0%} of the first third's {word}.", seen_at=(place,), leans=leans
    )


def _from_sets(rule: CriterionRule, seen: Seen) -> Assessment:
    """Rounds logged as sets with their times show the same in reps per second; a round left out had none."""
    timed = [(float(s.reps), s.duration_s) for s in seen.session.sets if s.reps and s.duration_s]
    if len(timed) < 3:
        return silent(rule, "neither power nor speed nor timed rounds were recorded")
    usual_s = sum(seconds for _, seconds in timed) / len(timed)
    timed += [(0.0, usual_s)] * owed_reps(seen)
    size = len(timed) // 3
    first, last = (
        sum(reps for reps, _ in part) / sum(seconds for _, seconds in part) for part in (timed[:size], timed[-size:])
    )
    return weighed(rule, last / first, f"Last third of the rounds at {last / first:.0%} of the first third's rate.")


CRITERION = Criterion("last_third", "Held to the end", assess, low=Manner.BEYOND)
