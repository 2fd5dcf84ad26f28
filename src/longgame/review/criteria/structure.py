"""Was the work that was planned done: each work step and each set, one to one. Totals prove nothing here."""

from __future__ import annotations

from collections.abc import Sequence

from longgame.kernel.spans import Where
from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.alignment import Stretch
from longgame.review.alignment.sets import least_sets
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.seen import Seen, is_work

ENOUGH = 0.95
"""A step this close to its size is done."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """The mean share done of the planned work steps and sets, or of these with the recoveries between them, whichever
    is less; a stop rule obeyed counts as done."""
    work, easy = _due(seen, StepRole.WORK), _due(seen, StepRole.EASY)
    asked, done = _sets(seen)
    if not work and not asked:
        return silent(rule, "there is no recording that the planned steps could be laid over")
    shares = [_share(stretch) for stretch in work]
    value = (sum(shares) + done) / (len(work) + asked)
    if len(work) > 1:
        rested = sum(not stretch.owed for stretch in easy)
        value = min(value, (sum(shares) + done + rested) / (len(work) + asked + len(easy)))
    short = tuple(s.seen_at for s, share in zip(work, shares, strict=True) if share < 1 and s.seen_at is not None)
    light = seen.sets.far_below if seen.sets is not None else ()
    places: tuple[Where, ...] = (*short, *(one.seen_at for one in light))
    return weighed(rule, value, _sentence(shares, easy, asked, done, len(light)), seen_at=places)


def _due(seen: Seen, role: StepRole) -> list[Stretch]:
    """The steps of one role; optional ones only where they were done."""
    stretches = seen.efforts.stretches if seen.efforts is not None else ()
    return [s for s in stretches if s.step.role is role and not (s.step.optional and s.seen_at is None)]


def _share(stretch: Stretch) -> float:
    """How much of one step was done, against the floor of its size."""
    if stretch.free and stretch.step.until is not None:
        return 1.0
    if not stretch.done:
        return 0.0
    size = stretch.step.size
    floor = None if size is None else size.interval.floor
    done = stretch.seconds if size is None or size.quantity is Quantity.DURATION else stretch.metres
    if not floor or done is None:
        return 1.0
    return min(1.0, done / floor / ENOUGH)


def _sets(seen: Seen) -> tuple[int, int]:
    """Sets asked for and sets done of them, over the work steps."""
    asked = done = 0
    for step in seen.sets.steps if seen.sets is not None else ():
        if seen.sets is None or not is_work(step):
            continue
        missing = 0 if step.until is not None else seen.sets.missing_of(step)
        asked += max(least_sets(step), 1)
        done += max(least_sets(step), 1) - missing
    return asked, done


def _sentence(shares: Sequence[float], easy: Sequence[Stretch], asked: int, done: int, light: int) -> str:
    words = []
    if shares:
        whole, missed = sum(share == 1 for share in shares), sum(share == 0 for share in shares)
        words.append(f"{whole} of {len(shares)} work steps done in full" + (f", {missed} left out" if missed else ""))
    through = sum(stretch.owed for stretch in easy)
    if through and len(shares) > 1:
        words.append(f"{through} of {len(easy)} recoveries left out")
    if asked:
        words.append(f"{done} of {asked} sets done" + (f", {light} more far below their load" if light else ""))
    return "; ".join(words) + "."


CRITERION = Criterion("structure", "Planned work done", assess)
