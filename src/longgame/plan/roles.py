"""Which steps are the point of the day: what comes before the work is warm-up, what comes after it cool-down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from longgame.plan.planned import EffortStep, PlannedStep, StepRole
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.intent import EASY, Intent

_EASY_WORDS = ("z1", "z2", "z1..z2", "hr z1", "hr z2", "hr z1..z2", "power z1", "power z2", "pace z1", "pace z2")
EASY_RPE = 3.0
"""An effort bounded at this or below is easy: 3 is "moderate" on the CR10 scale, below the first threshold."""


def with_roles(steps: Sequence[PlannedStep], intent: Intent) -> tuple[PlannedStep, ...]:
    """The steps with their roles. Roles said in the text stay; on days whose point is to go easy all is work."""
    if intent in EASY and intent is not Intent.TECHNIQUE:
        return tuple(steps)
    work = [index for index, step in enumerate(steps) if not _is_easy(step)]
    if not work:
        return tuple(steps)
    first, last = work[0], work[-1]
    return tuple(_told(step, index, first, last) for index, step in enumerate(steps))


def _told(step: PlannedStep, index: int, first: int, last: int) -> PlannedStep:
    if step.role not in (StepRole.WORK, StepRole.EASY) or not _is_easy(step):
        return step
    repeated = isinstance(step, EffortStep) and step.round
    if first < index < last or repeated:
        return replace(step, role=StepRole.EASY)
    return replace(step, role=StepRole.WARM_UP if index < first else StepRole.COOL_DOWN)


def _is_easy(step: PlannedStep) -> bool:
    """Whether a step holds back by its own words: easy, a low zone, or a low ceiling on effort."""
    if step.role in (StepRole.WARM_UP, StepRole.COOL_DOWN, StepRole.EASY):
        return True
    if not isinstance(step, EffortStep) or step.all_out:
        return False
    return any(target.written in _EASY_WORDS or _is_low(target.bounds) for target in step.targets)


def _is_low(bounds: Bounds | None) -> bool:
    return (
        bounds is not None
        and bounds.quantity is Quantity.RPE
        and bounds.interval.ceiling is not None
        and bounds.interval.ceiling <= EASY_RPE
    )
