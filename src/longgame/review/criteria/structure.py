"""Was the work that was planned done: each work step and each set, one to one. Totals prove nothing here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from longgame.kernel.spans import Where
from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.alignment import Stretch
from longgame.review.alignment.sets import least_sets
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.output import dead_power
from longgame.review.seen import Seen, is_work

ENOUGH = 0.95
"""A step this close to its size is done."""


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """The mean share done of the planned work steps and sets, or of these with the recoveries between them, whichever
    is less; a stop rule obeyed counts as done."""
    work, easy = _due(seen, StepRole.WORK), _due(seen, StepRole.EASY)
    sets = _sets(seen)
    if not work and not sets.asked:
        return silent(rule, "there is no recording that the planned steps could be laid over")
    shares = [_share(stretch) for stretch in work]
    done = sum(shares) + sets.done + sets.spared
    value = done / (len(work) + sets.asked)
    if len(work) > 1:
        rested = sum(not stretch.owed for stretch in easy)
        value = min(value, (done + rested) / (len(work) + sets.asked + len(easy)))
    short = tuple(s.seen_at for s, share in zip(work, shares, strict=True) if share < 1 and s.seen_at is not None)
    light = seen.sets.far_below if seen.sets is not None else ()
    places: tuple[Where, ...] = (*short, *(one.seen_at for one in light))
    return weighed(rule, value, _sentence(work, easy, sets, len(light)) + _told_by(seen), seen_at=places)


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


@dataclass(frozen=True, slots=True)
class _Sets:
    """Work sets asked for, those of them that were done, and those that a stop rule spared."""

    asked: int = 0
    done: int = 0
    spared: int = 0


def _sets(seen: Seen) -> _Sets:
    asked = done = spared = 0
    for step in seen.sets.steps if seen.sets is not None else ():
        if seen.sets is None or not is_work(step):
            continue
        missing, least = seen.sets.missing_of(step), max(least_sets(step), 1)
        asked += least
        done += least - missing
        spared += missing if step.until is not None else 0
    return _Sets(asked, done, spared)


def _sentence(work: Sequence[Stretch], easy: Sequence[Stretch], sets: _Sets, light: int) -> str:
    words = []
    spared = sum(_spared(stretch) for stretch in work)
    if work:
        whole, missed = sum(_share(s) == 1 for s in work) - spared, sum(_share(s) == 0 for s in work)
        words.append(f"{whole} of {len(work)} work steps done in full" + (f", {missed} left out" if missed else ""))
    through = sum(stretch.owed for stretch in easy)
    if through and len(work) > 1:
        words.append(f"{through} of {len(easy)} recoveries left out")
    if sets.asked:
        far_below = f", {light} more far below their load" if light else ""
        words.append(f"{sets.done} of {sets.asked} sets done{far_below}")
    if spared + sets.spared:
        words.append(f"{spared + sets.spared} not needed, as the stop rule had ended the work")
    return "; ".join(words) + "."


def _told_by(seen: Seen) -> str:
    """What the steps were told apart by, where it is not the power that they were written in."""
    dead, channel = dead_power(seen), None if seen.efforts is None else seen.efforts.channel
    if dead is None:
        return ""
    return f" Told by {'the clock' if channel is None else channel.word.replace('_', ' ')}, as {dead}."


def _spared(stretch: Stretch) -> bool:
    return stretch.free and stretch.step.until is not None and not stretch.done


CRITERION = Criterion("structure", "Planned work done", assess)
