"""What was left out, jogged or run through is never cheaper than what was done badly."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.model import CriterionResult
from tests.strategies.build import bound, done, effort, felt, lift, lifted, plan, recorded

Piece = tuple[float, float]
WARM, COOL, WALK = (600.0, 2.5), (300.0, 2.5), (120.0, 1.0)
SPRINTS = plan(
    Intent.SPEED,
    effort(1, StepRole.WARM_UP, 600),
    *(step for k in range(4) for step in (effort(2 + k, StepRole.WORK, 30), effort(9, StepRole.EASY, 120))),
    effort(10, StepRole.COOL_DOWN, 300),
)
STOPPING = plan(
    Intent.SPEED,
    effort(1, StepRole.WARM_UP, 600),
    *(
        step
        for k in range(4)
        for step in (effort(2 + k, StepRole.WORK, 30, until="a rep falls"), effort(9, StepRole.EASY, 120))
    ),
    effort(10, StepRole.COOL_DOWN, 300),
)
LAPS = plan(
    Intent.INTERVALS,
    effort(1, StepRole.WARM_UP, 600),
    *(
        step
        for k in range(4)
        for step in (
            effort(2 + k, StepRole.WORK, 800, 800, bound(Quantity.SPEED, 3.9, 4.1), metres=True),
            effort(9, StepRole.EASY, 120),
        )
    ),
    effort(10, StepRole.COOL_DOWN, 300),
)


def sprints(*speeds: float, asked: object = SPRINTS) -> dict[str, Fraction | None]:
    """Scores of sprints at these speeds; 0 leaves one out, its rest walked all the same."""
    work: list[Piece] = [piece for v in speeds for piece in ((30.0, v or 1.0), WALK)]
    return scores(Case(asked, recorded(speed=[WARM, *work, COOL]), felt(7)))  # type: ignore[arg-type]  # a plan, by name


def scores(case: Case) -> dict[str, Fraction | None]:
    """Scores by criterion."""
    return {row.name: row.score for row in review(case).criteria}


def whole(case: Sequence[float]) -> Fraction:
    """Execution of sprints at these speeds."""
    work: list[Piece] = [piece for v in case for piece in ((30.0, v or 1.0), WALK)]
    return review(Case(SPRINTS, recorded(speed=[WARM, *work, COOL]), felt(7))).execution or Fraction(0)


def test_a_sprint_run_slower_and_slower_costs_more_and_more_until_it_is_left_out() -> None:
    told = [whole((7.0, 7.0, slow, 7.0)) for slow in (7.0, 6.2, 5.6, 4.6, 3.2, 2.2, 0.0)]
    assert told == sorted(told, reverse=True)


def test_a_sprint_jogged_or_left_out_counts_as_nothing_in_quality() -> None:
    assert sprints(7, 7, 2.0, 7)["rep_quality"] == sprints(7, 7, 0, 7)["rep_quality"] == Fraction(3, 4)


def test_a_stop_rule_frees_what_comes_after_it_and_nothing_before() -> None:
    stopped = sprints(7, 7, 0, 0, asked=STOPPING)
    assert (stopped["rep_quality"], stopped["structure"]) == (1, 1)
    gone_on = sprints(7, 0, 7, 7, asked=STOPPING)
    assert gone_on["structure"] is not None
    assert gone_on["structure"] < 1


def test_one_stumble_is_no_drop_and_a_second_slow_one_is() -> None:
    assert sprints(7, 5.8, 7, 7)["past_the_drop"] == 1
    assert sprints(7, 7, 5.8, 5.7)["past_the_drop"] == Fraction(1, 2)


def test_a_repetition_of_a_distance_left_out_counts_with_the_time_it_would_have_taken() -> None:
    rep: list[Piece] = [(200.0, 4.0), (120.0, 2.0)]
    all_four = scores(Case(LAPS, recorded(speed=[(600, 2.5), *rep * 4, (300, 2.5)]), felt(8)))
    only_two = scores(Case(LAPS, recorded(speed=[(600, 2.5), *rep * 2, (300, 2.5)]), felt(8)))
    assert all_four["rep_targets"] == 1
    assert only_two["rep_targets"] == Fraction(1, 2)


def test_a_rest_run_through_was_no_rest() -> None:
    work: list[Piece] = [(30.0, 7.0), WALK, (30.0, 7.0), (120.0, 6.5), (30.0, 7.0), WALK, (30.0, 7.0), WALK]
    got = scores(Case(SPRINTS, recorded(speed=[WARM, *work, COOL]), felt(7)))
    assert got["full_rests"] is not None
    assert got["full_rests"] < 1


def test_work_whose_first_third_was_left_out_was_not_held_to_the_end() -> None:
    tempo = plan(
        Intent.TEMPO,
        effort(1, StepRole.WARM_UP, 600),
        effort(2, StepRole.WORK, 600),
        effort(3, StepRole.EASY, 120),
        effort(4, StepRole.WORK, 600),
        effort(5, StepRole.COOL_DOWN, 300),
    )
    got = scores(Case(tempo, recorded(speed=[(1500, 2.4), (600, 4.0), (300, 2.4)]), felt(6)))
    assert got["last_third"] == 0


ROUNDS = plan(Intent.CONDITIONING, lift(1, "Burpee", 6, (10, 10)))


def rounds(*seconds: float) -> dict[str, CriterionResult]:
    """Rounds of ten burpees, logged with their times."""
    case = Case(ROUNDS, lifted(*[done("Burpee", 10, duration_s=one) for one in seconds]), felt(7))
    return {row.name: row for row in review(case).criteria}


def test_timed_rounds_tell_whether_the_rate_held() -> None:
    row = rounds(60, 60, 60, 60, 75, 75)["last_third"]
    assert row.value == pytest.approx((20 / 150) / (20 / 120))
    assert row.score == Fraction(1, 4)
    assert row.evidence.sentence == "Last third of the rounds at 80% of the first third's rate."


def test_a_round_left_out_had_no_rate() -> None:
    row = rounds(60, 60, 60, 60, 75)["last_third"]
    usual_s = (60 * 4 + 75) / 5
    assert row.value == pytest.approx((10 / (75 + usual_s)) / (20 / 120))
    assert row.score == 0


def test_two_timed_rounds_are_too_few() -> None:
    assert rounds(60, 60)["last_third"].score is None


def test_each_repetition_is_told_as_a_share_of_the_best() -> None:
    work: list[Piece] = [piece for v in (7.0, 6.3) for piece in ((30.0, v), WALK)]
    case = Case(SPRINTS, recorded(speed=[WARM, *work, COOL], noise=0.0), felt(7))
    row = next(row for row in review(case).criteria if row.name == "rep_quality")
    assert [round(part.value, 2) for part in row.parts] == [1.0, 0.9, 0.0, 0.0]
    assert [part.label for part in row.parts][-1] == "a repetition not done"
    assert row.parts[1].label == "repetition 2 as a share of the day's best"
    assert row.score == sum((part.score for part in row.parts), Fraction(0)) / 4


def test_sets_whose_load_is_known_count_as_nothing_when_none_of_them_was_done() -> None:
    asked = plan(
        Intent.STRENGTH,
        lift(1, "Back Squat", 3, (5, 5), bound(Quantity.LOAD, 95, 105)),
        lift(2, "Barbell Row", 2, (5, 5), bound(Quantity.LOAD, 57, 63)),
    )
    rows_only = lifted(done("Barbell Row", 5, 60), done("Barbell Row", 5, 60))
    squats = [done("Back Squat", 5, 100) for _ in range(3)]
    no_loads = plan(
        Intent.STRENGTH,
        lift(1, "Back Squat", 3, (5, 5), bound(Quantity.LOAD, 95, 105)),
        lift(2, "Barbell Row", 2, (5, 5)),
    )
    assert scores(Case(asked, lifted(*squats, *rows_only.sets)))["load"] == 1
    assert scores(Case(asked, rows_only))["load"] == Fraction(2, 5)
    # The rows have no bounds on load here: of what has them nothing was done, which is 0, not silence.
    assert scores(Case(no_loads, rows_only))["load"] == 0
    assert scores(Case(no_loads, lifted(*squats)))["load"] == 1
