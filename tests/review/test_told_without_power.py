"""What is told of a day that was written in power and whose power cannot be used: a dead meter, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from longgame.kernel.sport import Sport
from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.review.case import Case
from tests.review.told import Told, as_told
from tests.strategies.build import bound, effort, plan, recorded

BY_POWER = plan(
    Intent.THRESHOLD,
    effort(1, StepRole.WARM_UP, 600),
    effort(2, StepRole.WORK, 600, 600, bound(Quantity.POWER, 240, 260)),
    effort(3, StepRole.EASY, 300),
    effort(4, StepRole.WORK, 600, 600, bound(Quantity.POWER, 240, 260)),
)
DEAD_METER = recorded(noise=0.0, sport=Sport.RIDE, speed=[(600, 7), (600, 10), (300, 6), (600, 10)], power=[(2100, 0)])
NO_METER = recorded(noise=0.0, sport=Sport.RIDE, speed=[(600, 7), (600, 10), (300, 6), (600, 10)])

TOLD = [
    Told(
        "structure",
        Case(BY_POWER, DEAD_METER),
        1.0,
        1.0,
        "2 of 2 work steps done in full. Told by speed, as power read zero for 100% of the time.",
    ),
    Told(
        "structure",
        Case(BY_POWER, NO_METER),
        1.0,
        1.0,
        "2 of 2 work steps done in full. Told by speed, as power was not recorded.",
    ),
    Told(
        "last_third",
        Case(replace(BY_POWER, intent=Intent.CONDITIONING), DEAD_METER),
        None,
        None,
        "Not assessed: power read zero for 100% of the time, and the work was to be done by power.",
    ),
    Told(
        "evenness",
        Case(replace(BY_POWER, intent=Intent.PACING), NO_METER),
        None,
        None,
        "Not assessed: power was not recorded, and the work was to be done by power.",
    ),
]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.id)
def test_the_row_tells_what_was_seen(told: Told) -> None:
    assert as_told(told) is None
