"""Were the rests as long as asked, so that the next repetition could be a good one?"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

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
    """Recoveries between two repetitions that were done, with the time the watch stood still; one that was run through
    was no rest. After the last repetition none is needed, and one that was left out needs no rest of its own."""
    stretches = seen.efforts.stretches if seen.efforts is not None else ()
    done = [place for place, s in enumerate(stretches) if s.step.role is StepRole.WORK and s.done]
    rests: list[tuple[float, float, Where]] = []
    for first, second in pairwise(done):
        before, between, after = stretches[first], stretches[first + 1 : second], stretches[second]
        asked = next((planned_seconds(s.step) for s in between if s.step.role is StepRole.EASY), None)
        if asked and before.seen_at is not None and after.seen_at is not None:
            where = next((s.seen_at for s in between if s.seen_at is not None), after.seen_at)
            stood_s = _stood_still_s(seen, before.seen_at.stop_s, after.seen_at.start_s)
            rests.append((sum(s.seconds for s in between if s.done) + stood_s, asked, where))
    return rests


def _stood_still_s(seen: Seen, start_s: float, stop_s: float) -> float:
    """Seconds in which the watch did not record."""
    recorded = float(seen.channels.dt_s[seen.channels.window(start_s, stop_s)].sum())
    return max(0.0, stop_s - start_s - recorded)


def _floor(asked: Interval) -> float | None:
    return asked.floor if asked.floor is not None else asked.ceiling


CRITERION = Criterion("full_rests", "Full rests", assess, low=Manner.BEYOND)
