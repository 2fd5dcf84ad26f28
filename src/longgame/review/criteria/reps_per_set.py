"""How many reps, seconds or metres each set had, against what its step asked."""

from __future__ import annotations

from longgame.kernel.interval import Interval
from longgame.plan.planned import SetScheme, SetsStep
from longgame.purpose.rubric import CriterionRule, Tolerance
from longgame.review.alignment import DoneSet
from longgame.review.assessment import Assessment, Criterion
from longgame.review.per_set import judge_sets
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Set by set; the tolerance is a share of what was asked. A set without a top (AMRAP) has only a floor."""

    def asked_of(step: SetsStep) -> Interval | None:
        return _asked(step, rule.bounds.interval)

    def asked_of_other(step: SetsStep) -> Interval | None:
        return _asked_of_other(step, rule.bounds.interval)

    def value_of(one: DoneSet) -> float | None:
        return _amount(one)

    def tolerance_of(asked: Interval) -> Tolerance:
        floor, ceiling = asked.floor or 0.0, asked.ceiling or asked.floor or 0.0
        return Tolerance(max(1.0, rule.tolerance.below * floor), max(1.0, rule.tolerance.above * ceiling))

    return judge_sets(rule, seen, value_of, asked_of, tolerance_of, "reps", asked_of_other=asked_of_other)


def _asked(step: SetsStep, default: Interval) -> Interval | None:
    written = step.reps or step.hold_s or step.distance_m
    if written is None:
        return default
    return Interval(written.floor, None) if step.scheme is SetScheme.AMRAP else written


def _asked_of_other(step: SetsStep, default: Interval) -> Interval | None:
    """What another exercise may have: the reps of the one it stands in for, or as many as the intent is done with, for
    the same effort takes more push-ups than presses."""
    written = step.reps
    if written is None or step.scheme is SetScheme.AMRAP:
        return None
    floors, ceilings = (written.floor, default.floor), (written.ceiling, default.ceiling)
    return Interval(
        min((end for end in floors if end is not None), default=None),
        max((end for end in ceilings if end is not None), default=None),
    )


def _amount(one: DoneSet) -> float | None:
    """The set's amount in what its step counts: reps, else seconds held, else metres."""
    step, done = one.step, one.done
    if step is not None and step.reps is None and step.hold_s is not None:
        return done.duration_s
    if step is not None and step.reps is None and step.distance_m is not None:
        return done.distance_m
    return None if done.reps is None else float(done.reps)


CRITERION = Criterion("reps_per_set", "Reps of each set", assess)
