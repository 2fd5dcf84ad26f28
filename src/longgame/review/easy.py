"""How hard "easy" may be for this athlete: a ceiling in the best channel there is, and the time spent above it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from longgame.kernel.unknown import Unknown
from longgame.plan.anchors import Anchors
from longgame.plan.planned import EffortStep, PlannedSession, StepRole
from longgame.purpose.bounds import Quantity
from longgame.record.streams import FloatColumn
from longgame.review.asked import bound_on
from longgame.review.channels import Channels, Mask
from longgame.review.output import smoothed
from longgame.review.seen import Seen

CHANNELS = (Quantity.HEART_RATE, Quantity.POWER, Quantity.SPEED)
EASY_SHARE_OF_CP = 0.75
EASY_SHARE_OF_CS = 0.80
"""Where the first threshold lies below critical power and speed when nothing better is known (expert default)."""


@dataclass(frozen=True, slots=True, eq=False)
class EasyLimit:
    """The ceiling of easy, in which channel, whose word it is, and the samples it counts for.

    `column` is the channel as a mean over half a minute, heart rate as it is.
    """

    quantity: Quantity
    ceiling: float
    source: str
    column: FloatColumn
    counts: Mask

    @property
    def says(self) -> str:
        """The ceiling as words, such as "148 bpm (the plan's ceiling)"."""
        shown = f"{self.ceiling:.2f}" if self.quantity is Quantity.SPEED else f"{self.ceiling:.0f}"
        return f"{shown} {self.quantity.unit} ({self.source})"


def easy_limit(seen: Seen) -> EasyLimit | Unknown:
    """The plan's own ceiling where its channel can be believed, else the athlete's first threshold."""
    limits = [(quantity, ceiling, "the plan's ceiling") for quantity, ceiling in _planned(seen.plan)]
    limits += _known(seen.case.anchors)
    for quantity, ceiling, source in limits:
        if seen.channels.get(quantity) is not None:
            column = smoothed(seen.channels, quantity, seen.channels.whole)
            counts = np.isfinite(column) & ~_asked_harder(seen, quantity, ceiling)
            return EasyLimit(quantity, ceiling, source, column, np.asarray(counts))
    return Unknown(_why_not(limits, seen.channels))


def _why_not(limits: list[tuple[Quantity, float, str]], channels: Channels) -> str:
    if not limits:
        return "no easy ceiling is known (a first threshold, zones or a bound in the plan would give one)"
    return " and ".join(dict.fromkeys(channels.why_not(quantity) for quantity, _, _ in limits))


def _planned(plan: PlannedSession) -> list[tuple[Quantity, float]]:
    """The highest ceiling of the plain work steps, for each channel in which they all have one."""
    steps = [s for s in plan.steps if isinstance(s, EffortStep) and s.role is StepRole.WORK and not s.all_out]
    found = []
    for quantity in CHANNELS:
        asked = [bound_on([*step.targets, *plan.targets], quantity) for step in steps]
        ceilings = [interval.ceiling for interval in asked if interval is not None and interval.ceiling is not None]
        if steps and len(ceilings) == len(steps):
            found.append((quantity, max(ceilings)))
    return found


def _known(anchors: Anchors) -> list[tuple[Quantity, float, str]]:
    hr = anchors.first_threshold_hr_bpm
    known = [(Quantity.HEART_RATE, hr, "your first threshold")] if hr is not None else []
    for quantity, zones in zip(CHANNELS, (anchors.hr_zones, anchors.power_zones, anchors.speed_zones), strict=True):
        if (
            len(zones) > 1
            and zones[1].ceiling is not None
            and (quantity, "your first threshold") not in [(k, s) for k, _, s in known]
        ):
            known.append((quantity, zones[1].ceiling, "the top of your z2"))
    if anchors.critical_power_w is not None:
        known.append((Quantity.POWER, EASY_SHARE_OF_CP * anchors.critical_power_w, "75 % of your critical power"))
    if anchors.critical_speed_m_s is not None:
        known.append((Quantity.SPEED, EASY_SHARE_OF_CS * anchors.critical_speed_m_s, "80 % of your critical speed"))
    return known


def _asked_harder(seen: Seen, quantity: Quantity, ceiling: float) -> Mask:
    """Samples of steps that asked for more than easy (strides, pick-ups): the plan's word, not a breach."""
    mask = np.zeros(len(seen.channels.t_s), dtype=bool)
    for stretch in seen.efforts.stretches if seen.efforts is not None else ():
        asked = bound_on(stretch.step.targets, quantity)
        harder = stretch.step.all_out or (asked is not None and asked.floor is not None and asked.floor >= ceiling)
        if harder and stretch.seen_at is not None:
            mask |= seen.channels.window(stretch.seen_at.start_s, stretch.seen_at.stop_s)
    return mask


def above(limit: EasyLimit) -> Mask:
    """The counted samples above the ceiling."""
    with np.errstate(invalid="ignore"):
        return np.asarray(limit.counts & (limit.column > limit.ceiling * (1 + 1e-9)))
