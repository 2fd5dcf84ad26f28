"""What is said beside the verdict: grit where skill was meant, and the failure ration with what the next one costs."""

from __future__ import annotations

import pytest

from longgame.kernel.sport import MovementPattern, Sport
from longgame.plan.planned import RationLimit, StepRole
from longgame.purpose.intent import Intent
from longgame.record.sets import SetKind
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.history import History
from tests.strategies.build import done, effort, felt, lift, lifted, plan, recorded

TEMPO = plan(Intent.TEMPO, effort(1, StepRole.WORK, 1800, 1800))
PRESS = plan(Intent.HYPERTROPHY, lift(1, "Bench Press", 3, (8, 12)), ration=RationLimit(per_week=3, per_pattern=True))


def told(case: Case, code: str) -> list[str]:
    """The findings of one kind."""
    return [one.text for one in review(case).findings if one.code == code]


def test_work_after_power_broke_down_for_good_is_grit() -> None:
    faded = recorded(Sport.RIDE, power=[(900, 250.0), (900, 200.0)])
    assert told(Case(TEMPO, faded, felt(8)), "grit_for_skill") == [
        "50% of the work came after power had fallen below 90% of its first third for good."
    ]


@pytest.mark.parametrize(
    "power",
    [[(1800, 250.0)], [(600, 250.0), (600, 200.0), (600, 250.0)], [(900, 250.0), (900, 230.0)]],
    ids=["steady", "recovered", "a little less"],
)
def test_power_that_held_or_came_back_is_not(power: list[tuple[float, float]]) -> None:
    assert told(Case(TEMPO, recorded(Sport.RIDE, power=power), felt(6)), "grit_for_skill") == []


def test_a_day_at_the_limit_may_fade() -> None:
    limit = plan(Intent.LIMIT, effort(1, StepRole.WORK, 1800, 1800, all_out=True))
    faded = recorded(Sport.RIDE, power=[(900, 250.0), (900, 200.0)])
    assert told(Case(limit, faded, felt(10)), "grit_for_skill") == []


@pytest.mark.parametrize(
    ("before", "says"),
    [
        (0, "1 set to failure in push. 2 left this week: the next one leaves 1."),
        (1, "1 set to failure in push. 1 left this week: the next one spends it."),
        (2, "1 set to failure in push. None left this week: the next one would be beyond the ration."),
        (3, "1 set to failure in push. That is 1 beyond the week's 3."),
    ],
)
def test_the_ration_says_what_is_left_and_what_the_next_one_costs(before: int, says: str) -> None:
    sets = [done("Bench Press", 10, 60, 2), done("Bench Press", 9, 60, 0, kind=SetKind.FAILURE)]
    spent = History(week_failures=((PUSH, before),)) if before else History()
    assert told(Case(PRESS, lifted(*sets), history=spent), "failure_spent") == [says]


PUSH = next(one for one in MovementPattern if "push" in one.value)
