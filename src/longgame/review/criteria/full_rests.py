"""Were the rests as long as asked, so that the next repetition could be a good one?"""

from __future__ import annotations

from fractions import Fraction

from longgame.kernel.interval import Interval
from longgame.kernel.spans import Where
from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.asked import bound_on, planned_seconds
from longgame.review.assessment import Assessment, Criterion, judged, silent, weighed
from longgame.review.model import Manner
from longgame.review.reps import left_out
from longgame.review.seen import Seen, is_work


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """The mean share of each asked rest that was taken, more than asked counting as all of it."""
    if left_out(seen):
        return judged(rule.bounds, 0.0, Fraction(0), "None of the planned work was done.", leans=Manner.SHORT)
    rests = _between_sets(seen) or _between_efforts(seen)
    if not rests:
        return silent(rule, "no rest was both asked for and recorded")
    shares = [min(1.0, taken / asked) for taken, asked, _ in rests]
    short = [place for share, (_, _, place) in zip(shares, rests, strict=True) if share < 0.9]
    value = sum(shares) / len(shares)
    sentence = (
        f"{len(rests) - len(short)} of {len(rests)} rests taken in full; on average {value:.0%} of what was asked."
    )
    return weighed(rule, value, sentence, seen_at=tuple(short))


def _between_sets(seen: Seen) -> list[tuple[float, float, Where]]:
    rests: list[tuple[float, float, Where]] = []
    for step in seen.sets.steps if seen.sets is not None else ():
        asked = bound_on(step.targets, Quantity.REST)
        floor = None if asked is None else _floor(asked)
        if floor and is_work(step) and seen.sets is not None:
            rests += [(s.done.rest_s, floor, s.seen_at) for s in seen.sets.of(step) if s.done.rest_s is not None]
    return rests


def _between_efforts(seen: Seen) -> list[tuple[float, float, Where]]:
    """Recoveries between repetitions; one that was run through, or left out with work on both sides, was no rest."""
    stretches = seen.efforts.stretches if seen.efforts is not None else ()
    rests: list[tuple[float, float, Where]] = []
    for place, rest in enumerate(stretches):
        asked = planned_seconds(rest.step) if rest.step.role is StepRole.EASY else None
        before, after = stretches[place - 1 : place], stretches[place + 1 : place + 2]
        if not asked or (rest.seen_at is None and not all(s.done for s in (*before, *after))):
            continue
        where = rest.seen_at or next((s.seen_at for s in (*after, *before) if s.seen_at is not None), None)
        if where is not None:
            rests.append((rest.seconds if rest.done else 0.0, asked, where))
    return rests


def _floor(asked: Interval) -> float | None:
    return asked.floor if asked.floor is not None else asked.ceiling


CRITERION = Criterion("full_rests", "Full rests", assess, low=Manner.BEYOND)
