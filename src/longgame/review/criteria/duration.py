"""Was the session as long, or as far, as the day called for: the dose, on both sides."""

from __future__ import annotations

import numpy as np

from longgame.kernel.interval import Interval
from longgame.kernel.spans import clock
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.rubric import CriterionRule, Tolerance
from longgame.review.asked import is_point, total_asked
from longgame.review.assessment import Assessment, Criterion, silent, weighed
from longgame.review.seen import Seen


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Total time or distance against the plan's total; a single number is meant with the rubric's margin."""
    asked = total_asked(seen.plan)
    if asked is None:
        return silent(rule, "the plan does not say how long or how far the whole session is")
    done = seen.seconds if asked.quantity is Quantity.DURATION else _metres(seen)
    if done is None:
        return silent(rule, f"the {asked.quantity.word} was not recorded")
    interval = _with_margin(asked, rule)
    end = asked.interval.ceiling if asked.interval.ceiling is not None else asked.interval.floor
    if end is None or end <= 0:
        return silent(rule, "the plan leaves the length open")
    tolerance = Tolerance(rule.tolerance.below * end, rule.tolerance.above * end)
    sentence = f"{_shown(done, asked.quantity)} against {_range(interval, asked.quantity)}."
    return weighed(rule, done, sentence, interval, tolerance=tolerance, quantity=asked.quantity)


def _with_margin(asked: Bounds, rule: CriterionRule) -> Interval:
    floor, ceiling = asked.interval.floor, asked.interval.ceiling
    margin = rule.bounds.interval
    if not is_point(asked.interval):
        return asked.interval
    return Interval(
        None if floor is None or margin.floor is None else floor * margin.floor,
        None if ceiling is None or margin.ceiling is None else ceiling * margin.ceiling,
    )


def _metres(seen: Seen) -> float | None:
    if seen.session.distance_m is not None:
        return seen.session.distance_m
    speed = seen.channels.get(Quantity.SPEED)
    return None if speed is None else float((np.nan_to_num(speed) * seen.channels.dt_s).sum())


def _shown(amount: float, quantity: Quantity) -> str:
    return clock(amount) if quantity is Quantity.DURATION else f"{amount / 1000:.2f} km"


def _range(interval: Interval, quantity: Quantity) -> str:
    ends = [None if end is None else _shown(end, quantity) for end in (interval.floor, interval.ceiling)]
    if ends[0] is None or ends[1] is None:
        return f"at least {ends[0]}" if ends[0] is not None else f"up to {ends[1]}"
    return f"{ends[0]}–{ends[1]}"


CRITERION = Criterion("duration", "As long as meant", assess)
