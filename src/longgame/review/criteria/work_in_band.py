"""Was the planned work time spent in its band: the step's own target, else 92–102 % of the athlete's threshold."""

from __future__ import annotations

import numpy as np

from longgame.kernel.interval import Interval
from longgame.kernel.spans import clock
from longgame.plan.anchors import Anchors
from longgame.purpose.bounds import Quantity
from longgame.purpose.rubric import CriterionRule
from longgame.review.alignment import Stretch
from longgame.review.asked import bound_on, is_point, planned_seconds
from longgame.review.assessment import Assessment, Criterion, side, silent, weighed
from longgame.review.channels import Channels, Mask
from longgame.review.output import smoothed
from longgame.review.owed import asked_s
from longgame.review.places import named, unread_words, where_true
from longgame.review.seen import Seen

BAND = Interval(0.92, 1.02)
POINT_MARGIN = 0.03
CHANNELS = (Quantity.POWER, Quantity.SPEED, Quantity.HEART_RATE)
SETTLE_S = 90.0
"""Heart rate may take this long to arrive in its band; the time is not held against it."""
SETTLING = f" Heart rate follows late: being below the band in the first {SETTLE_S:.0f} s of a step is no breach."


def assess(rule: CriterionRule, seen: Seen) -> Assessment:
    """Seconds in the band, at most as many as each step asked for, as a share of the seconds asked for."""
    for quantity in CHANNELS:
        if seen.channels.get(quantity) is not None and all(
            band(s, quantity, seen.case.anchors) is not None for s in seen.work_stretches
        ):
            return _in_channel(rule, seen, quantity)
    if not seen.work_stretches:
        return silent(rule, "there is no recording to lay the planned work over")
    return silent(rule, "no channel was recorded in which the work has a target or a known threshold")


def band(stretch: Stretch, quantity: Quantity, anchors: Anchors) -> Interval | None:
    """The band of one work step in one channel."""
    asked = bound_on(stretch.step.targets, quantity)
    if asked is not None and is_point(asked) and asked.floor and asked.ceiling:
        return Interval(asked.floor * (1 - POINT_MARGIN), asked.ceiling * (1 + POINT_MARGIN))
    if asked is not None:
        return asked
    if any(bound_on(stretch.step.targets, other) is not None for other in CHANNELS):
        return None
    threshold = {
        Quantity.POWER: anchors.critical_power_w,
        Quantity.SPEED: anchors.critical_speed_m_s,
        Quantity.HEART_RATE: anchors.threshold_hr_bpm,
    }[quantity]
    return None if threshold is None else BAND.scaled(threshold)


def _in_channel(rule: CriterionRule, seen: Seen, quantity: Quantity) -> Assessment:
    if not seen.work_stretches:
        return silent(rule, "there is no recording to lay the planned work over")
    inside_s = due_s = over_s = 0.0
    out = np.zeros(len(seen.channels.t_s), dtype=bool)
    for stretch in seen.work_stretches:
        bounds = band(stretch, quantity, seen.case.anchors)
        if bounds is None:
            continue
        asked = _due_s(stretch, seen)
        due_s += asked
        if stretch.seen_at is not None:
            low, high = _outside(seen.channels, stretch, bounds, quantity)
            out |= low | high
            over_s += float(seen.channels.dt_s[high].sum())
            inside_s += min(asked, max(0.0, stretch.seconds - float(seen.channels.dt_s[low | high].sum())))
    if due_s <= 0:
        return silent(rule, "the plan asks for no length of work")
    spans = where_true(seen.channels, np.asarray(out))
    value = inside_s / due_s
    sentence = f"{clock(inside_s)} of {clock(due_s)} planned work in its band"
    sentence += f"; outside it{named(spans)}." if spans else "."
    sentence += SETTLING if quantity is Quantity.HEART_RATE else ""
    sentence += unread_words(seen.channels, quantity)
    return weighed(rule, value, sentence, seen_at=spans, leans=side(over_s, due_s - inside_s - over_s))


def _due_s(stretch: Stretch, seen: Seen) -> float:
    """Seconds in the band that the step asks for; an open step, or one free to end early, as long as it was."""
    asked = asked_s(stretch, seen)
    if asked > 0 or stretch.seen_at is None:
        return asked
    planned = planned_seconds(stretch.step)
    return stretch.seconds if planned is None else min(planned, stretch.seconds)


def _outside(channels: Channels, stretch: Stretch, bounds: Interval, quantity: Quantity) -> tuple[Mask, Mask]:
    """Samples of the stretch below and above the band; unknown samples are outside nothing they could prove."""
    if stretch.seen_at is None:
        nothing = np.zeros(len(channels.t_s), dtype=bool)
        return nothing, nothing
    smooth = smoothed(channels, quantity, stretch.seen_at)
    start = stretch.seen_at.start_s
    mask = channels.window(start, stretch.seen_at.stop_s)
    floor = -np.inf if bounds.floor is None else bounds.floor * (1 - 1e-9)
    ceiling = np.inf if bounds.ceiling is None else bounds.ceiling * (1 + 1e-9)
    settling = (quantity is Quantity.HEART_RATE) & (channels.t_s < start + SETTLE_S)
    with np.errstate(invalid="ignore"):
        return np.asarray(mask & (smooth < floor) & ~settling), np.asarray(mask & (smooth > ceiling))


CRITERION = Criterion("work_in_band", "Work in its band", assess)
