"""How long a step that was left out was meant to last, so that leaving it out is never cheaper than doing it badly."""

from __future__ import annotations

from longgame.kernel.interval import Interval
from longgame.plan.planned import EffortStep
from longgame.purpose.bounds import Quantity
from longgame.review.alignment import Stretch
from longgame.review.asked import bound_on, planned_seconds
from longgame.review.seen import Seen


def asked_s(stretch: Stretch, seen: Seen) -> float:
    """Seconds the step asked for: 0 if it was free to be left out or is open.

    A distance is taken at the speed it was done at, else at the speed asked for, else at the speed of the like steps
    that were done, else at the session's own.
    """
    if stretch.free:
        return 0.0
    seconds = planned_seconds(stretch.step)
    if seconds is not None or stretch.step.size is None:
        return seconds or 0.0
    metres = stretch.step.size.interval.floor or stretch.step.size.interval.ceiling or 0.0
    if stretch.seconds and stretch.metres:
        return stretch.seconds * metres / stretch.metres
    speed = _asked_speed(stretch.step) or _like_speed(stretch.step, seen) or _own_speed(seen)
    return metres / speed if speed else 0.0


def _asked_speed(step: EffortStep) -> float | None:
    asked = bound_on(step.targets, Quantity.SPEED)
    return None if asked is None else _middle(asked)


def _middle(interval: Interval) -> float | None:
    ends = [end for end in (interval.floor, interval.ceiling) if end]
    return sum(ends) / len(ends) if ends else None


def _like_speed(step: EffortStep, seen: Seen) -> float | None:
    """Metres per second of the steps of the same size and role that were done."""
    stretches = seen.efforts.stretches if seen.efforts is not None else ()
    like = [s for s in stretches if s.done and s.metres and (s.step.size, s.step.role) == (step.size, step.role)]
    seconds = sum(s.seconds for s in like)
    return sum(s.metres or 0.0 for s in like) / seconds if seconds > 0 else None


def _own_speed(seen: Seen) -> float | None:
    """Metres per second of the session as a whole."""
    metres, seconds = seen.session.distance_m, seen.seconds
    return metres / seconds if metres and seconds else None
