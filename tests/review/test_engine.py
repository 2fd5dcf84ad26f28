"""The engine from end to end on sessions a coach would know at sight."""

from __future__ import annotations

from fractions import Fraction

from longgame.kernel.interval import Interval
from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.model import Manner, Pairing, Verdict
from longgame.review.report import to_json
from tests.strategies.build import bound, effort, felt, plan, recorded

PACE = bound(Quantity.SPEED, 1000 / 305, 1000 / 295)
CRUISE = plan(
    Intent.THRESHOLD,
    effort(1, StepRole.WARM_UP, 900),
    *(step for k in range(4) for step in (effort(2 + k, StepRole.WORK, 480, 480, PACE), effort(9, StepRole.EASY, 120))),
    effort(10, StepRole.COOL_DOWN, 600),
)


def cruise(rounds: int, pace: float = 3.33) -> Case:
    """The cruise session with some number of rounds at some pace."""
    speed = [(900.0, 2.7), *[(480.0, pace), (120.0, 2.3)] * rounds, (600.0, 2.7)]
    return Case(CRUISE, recorded(speed=speed), felt(6))


def scores(case: Case) -> dict[str, Fraction | None]:
    """Scores by criterion."""
    return {row.name: row.score for row in review(case).criteria}


def test_a_session_as_planned_is_served() -> None:
    got = review(cruise(4))
    assert (got.verdict, got.manner, got.execution) == (Verdict.SERVED, Manner.WITHIN, 1)


def test_a_round_left_out_is_seen_as_missing_structure() -> None:
    assert scores(cruise(4))["structure"] == 1
    left_out = scores(cruise(3))["structure"]
    assert left_out is not None
    assert left_out < 1


def test_rounds_nobody_asked_for_cap_the_verdict() -> None:
    got = review(cruise(6))
    assert (got.verdict, got.manner) == (Verdict.PARTLY_SERVED, Manner.BEYOND)


def test_too_fast_is_no_better_than_too_slow() -> None:
    assert scores(cruise(4, 3.6))["work_in_band"] == scores(cruise(4, 3.0))["work_in_band"] == 0


def test_contributions_sum_to_execution_in_json_too() -> None:
    case = cruise(3, 3.42)
    told = to_json(review(case), case.planned, case.session)
    criteria = told["criteria"]
    assert isinstance(criteria, list)
    execution = told["execution"]
    assert isinstance(execution, float)
    assert abs(sum(row["contribution"] for row in criteria) - execution) < 1e-12


def test_a_missed_session_and_a_kept_rest_day() -> None:
    missed = review(Case(CRUISE, None))
    assert (missed.verdict, missed.pairing, missed.execution) == (Verdict.NOT_SERVED, Pairing.MISSED, 0)
    kept = review(Case(plan(Intent.REST), None))
    assert (kept.verdict, kept.pairing, kept.execution) == (Verdict.SERVED, Pairing.REST_KEPT, 1)


def test_what_the_plan_writes_replaces_the_default() -> None:
    asked = plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 3000, bound(Quantity.RPE, 5, 6)))
    easy = recorded(speed=[(2600, 2.6)])
    row = next(r for r in review(Case(asked, easy, felt(5))).criteria if r.name == "session_rpe")
    assert (row.bounds.interval, row.score) == (Interval(5, 6), 1)
