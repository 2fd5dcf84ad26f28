"""Time inside the targets that steps wrote, sample by sample: full credit inside, falling off outside."""

from __future__ import annotations

import numpy as np

from longgame.kernel.interval import Interval
from longgame.kernel.spans import clock
from longgame.plan.planned import EffortStep
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.record.streams import FloatColumn
from longgame.review.alignment import Stretch
from longgame.review.asked import bound_on, is_point
from longgame.review.assessment import Assessment, side, silent, weighed
from longgame.review.output import smoothed
from longgame.review.owed import asked_s
from longgame.review.places import named, where_true
from longgame.review.seen import Seen

CHANNELS = (Quantity.POWER, Quantity.SPEED, Quantity.HEART_RATE, Quantity.CADENCE)
WIDTH = {Quantity.POWER: 0.08, Quantity.SPEED: 0.06, Quantity.HEART_RATE: 0.04, Quantity.CADENCE: 0.08}
"""Distance outside a target, as a share of it, at which credit is gone (expert default)."""
POINT_MARGIN = 0.03
"""A single number is meant give or take this share."""
SETTLE_S = 90.0
"""Heart rate may take this long to climb to a target; being under it so long is not held against anyone."""


def time_on_target(rule: CriterionRule, seen: Seen, stretches: tuple[Stretch, ...]) -> Assessment:
    """Credited seconds over the longer of planned and done seconds of the steps whose targets can be read."""
    credited = whole = over_s = 0.0
    off = np.zeros(len(seen.channels.t_s), dtype=bool)
    for stretch in stretches:
        quantity = readable(stretch.step, seen)
        if quantity is None:
            continue
        whole += max(stretch.seconds, asked_s(stretch, seen))
        if stretch.seen_at is not None:
            credit = _credit(seen, stretch, quantity)
            known = np.isfinite(credit)
            held = seen.channels.dt_s[known]
            credited += stretch.seconds * float((credit[known] * held).sum() / held.sum()) if len(held) else 0.0
            off |= known & (np.nan_to_num(credit) < 1.0)
            over_s += _over_s(seen, stretch, quantity)
    if whole <= 0:
        return silent(rule, "no step wrote a target in a channel that was recorded")
    spans = where_true(seen.channels, off)
    sentence = f"{clock(credited)} of {clock(whole)} inside the targets of the steps"
    sentence += f"; outside{named(spans)}." if spans else "."
    leans = side(over_s, whole - credited - over_s)
    return weighed(rule, credited / whole, sentence, seen_at=spans, leans=leans)


def _over_s(seen: Seen, stretch: Stretch, quantity: Quantity) -> float:
    """Seconds above the target."""
    asked, column = bound_on(stretch.step.targets, quantity), seen.channels.get(quantity)
    if asked is None or asked.ceiling is None or column is None or stretch.seen_at is None:
        return 0.0
    with np.errstate(invalid="ignore"):
        over = seen.channels.window(stretch.seen_at.start_s, stretch.seen_at.stop_s) & (column > asked.ceiling)
    return float(seen.channels.dt_s[over].sum())


def readable(step: EffortStep, seen: Seen) -> Quantity | None:
    """The first channel in which the step has a target and the recording can be believed."""
    return next(
        (q for q in CHANNELS if bound_on(step.targets, q) is not None and seen.channels.get(q) is not None), None
    )


def _credit(seen: Seen, stretch: Stretch, quantity: Quantity) -> FloatColumn:
    """Credit of each sample of the recording for this stretch, NaN outside it and where nothing is known."""
    asked = bound_on(stretch.step.targets, quantity)
    if asked is None or stretch.seen_at is None:
        return np.full(len(seen.channels.t_s), np.nan)
    floor, ceiling = _margin(asked)
    t_s = seen.channels.t_s
    first, last = (int(place) for place in np.searchsorted(t_s, (stretch.seen_at.start_s, stretch.seen_at.stop_s)))
    values = smoothed(seen.channels, quantity, stretch.seen_at)[first:last]
    low = np.maximum(0.0, floor - values) / (WIDTH[quantity] * max(floor, 1e-9))
    high = np.maximum(0.0, values - ceiling) / (WIDTH[quantity] * ceiling)
    if quantity is Quantity.HEART_RATE:
        low = np.where(t_s[first:last] < stretch.seen_at.start_s + SETTLE_S, np.minimum(low, 0.0), low)
    credit = np.full(len(t_s), np.nan)
    credit[first:last] = np.clip(1.0 - np.where(low < 1e-9, 0.0, low) - np.where(high < 1e-9, 0.0, high), 0.0, 1.0)
    return credit


def _margin(asked: Interval) -> tuple[float, float]:
    floor = 0.0 if asked.floor is None else asked.floor
    ceiling = 1e12 if asked.ceiling is None else asked.ceiling
    return (floor * (1 - POINT_MARGIN), ceiling * (1 + POINT_MARGIN)) if is_point(asked) else (floor, ceiling)
