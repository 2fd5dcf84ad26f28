"""Was the work that was planned done: each work step and each set, one to one. Totals prove nothing here."""

from __future__ import annotations

from collections.abc import Sequence

from longgame.kernel.spans import Where
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.alignment import Stretch
from longgame.review.alignment.sets import least_sets
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.seen import Seen, is_work

ENOUGH = 0.95
"""A step this close to its size is done."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """The mean share done of the planned work steps and sets; a stop rule obeyed counts as done."""
    parts = [(_share(s), s.seen_at) for s in seen.work_stretches if not (s.step.optional and s.seen_at is None)]
    asked_sets, done_sets = _sets(seen)
    if not parts and not asked_sets:
        return silent(rule, "there is no recording that the planned steps could be laid over")
    value = (sum(share for share, _ in parts) + done_sets) / (len(parts) + asked_sets)
    short: tuple[Where, ...] = tuple(place for share, place in parts if share < 1 and place is not None)
    return weighed(rule, value, _sentence(parts, asked_sets, done_sets), seen_at=short)


def _share(stretch: Stretch) -> float:
    """How much of one step was done, against the floor of its size."""
    if stretch.step.until is not None:
        return 1.0
    if stretch.seen_at is None:
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


def _sentence(parts: Sequence[tuple[float, Where | None]], asked: int, done: int) -> str:
    words = []
    if parts:
        whole = sum(1 for share, _ in parts if share == 1)
        missed = sum(1 for share, _ in parts if share == 0)
        words.append(f"{whole} of {len(parts)} work steps done in full" + (f", {missed} left out" if missed else ""))
    if asked:
        words.append(f"{done} of {asked} sets done")
    return "; ".join(words) + "."


CRITERION = Criterion("structure", "Planned work done", assess)
