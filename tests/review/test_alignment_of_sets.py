"""Which logged set was which planned set: `align_sets` asked directly, on days as they are logged."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from longgame.kernel.spans import SetSpan
from longgame.plan.planned import SetScheme, SetsStep, StepRole
from longgame.purpose.bounds import Quantity
from longgame.record.sets import SetKind, StrengthSet
from longgame.review.alignment import align_sets
from longgame.review.case import SetCorrection
from tests.strategies.build import bound, done, lift

TOP = lift(1, "Back Squat", 1, (3, 3), bound(Quantity.LOAD, 100, 105))
BACK_OFF = lift(2, "Back Squat", 3, (5, 5), bound(Quantity.LOAD, 80, 85))
PRESS = lift(1, "Bench Press", 3, (8, 10), bound(Quantity.LOAD, 60, 65))
ROW = lift(2, "Barbell Row", 2, (8, 10))
OPEN_PRESS = lift(1, "Bench Press", 2, (8, 10), most_sets=4)
LAST_PRESS = lift(2, "Bench Press", 1, (15, 20))
NO_LOAD = lift(1, "Bench Press", 2, (8, 10))
WITH_WARM_UP = (lift(2, "Bench Press", 2, (8, 10), bound(Quantity.LOAD, 30, 40), role=StepRole.WARM_UP), PRESS)
DROPPED = (lift(1, "Leg Curl", 2, (8, 10)), lift(2, "Leg Curl", 2, None, scheme=SetScheme.DROP))
CURLS = [done("Leg Curl", 8, 40, kind=kind) for kind in (SetKind.WORK, SetKind.DROP, SetKind.WORK)]
PULLS = (lift(1, "Pull-up", 2, (5, 8)), lift(2, "Lat Pulldown", 1, (8, 12)))
MINE = {"my press": "Bench Press", "my pull": "Pull-up"}


def squats(*loads: float) -> list[StrengthSet]:
    """Squats of these kilograms."""
    return [done("Back Squat", 5, kg) for kg in loads]


def presses(*loads: float | None) -> list[StrengthSet]:
    """Bench presses of these kilograms."""
    return [done("Bench Press", 8, kg) for kg in loads]


def letters(steps: Sequence[SetsStep], logged: Sequence[StrengthSet], own: dict[str, str] | None = None) -> str:
    """For each logged set the number of its step; w a warm-up, - nobody asked, ~ a substitute, ! nowhere near it."""
    told = []
    for one in align_sets(steps, logged, own=own).sets:
        number = "w" if one.warm_up else "-" if one.step is None else str(one.step.number)
        told.append(number + "~" * one.substituted + "!" * (not one.reached))
    return " ".join(told)


@pytest.mark.parametrize(
    ("steps", "logged", "expected"),
    [
        ((TOP, BACK_OFF), squats(100, 80, 80, 80), "1 2 2 2"),
        ((TOP, BACK_OFF), squats(80, 80, 80, 100), "2 2 2 1"),
        ((TOP, BACK_OFF), squats(80, 100, 80, 80), "2 1 2 2"),
        ((TOP, BACK_OFF), squats(80, 80, 100), "2 2 1"),
        ((TOP, BACK_OFF), squats(50, 80, 80, 80, 100), "w 2 2 2 1"),
        ((TOP, BACK_OFF), [*squats(80, 80, 80), done("Back Squat", 5)], "1 2 2 2"),
        ((PRESS, ROW), presses(60, 60, 60), "1 1 1"),
        ((PRESS, ROW), [*presses(60), done("Barbell Row", 8, 50), *presses(60, 60)], "1 2 1 1"),
        ((PRESS,), presses(60, 60, 60, 60), "1 1 1 -"),
        ((PRESS,), presses(40, 50, 60, 60, 60), "w w 1 1 1"),
        ((PRESS,), presses(50.9, 60, 60, 60), "w 1 1 1"),
        ((PRESS,), presses(43, 45, 50, 60, 60), "w w 1 1 1"),
        ((PRESS,), presses(51, 60, 60, 60), "1 1 1 -"),
        ((PRESS,), presses(50, 60, 60), "1 1 1"),
        ((PRESS,), presses(41.9, 60, 60), "w 1 1"),
        ((PRESS,), presses(42, 60, 60), "1 1 1"),
        ((PRESS,), presses(60, 60, 41), "1 1 1!"),
        ((PRESS,), presses(20, 20, 20), "1! 1! 1!"),
        ((PRESS,), [*presses(60, 60), done("Bench Press", 8, 30, 2)], "1 1 1"),
        ((PRESS,), [*presses(60, 60), done("Bench Press", 8, 30, 5)], "1 1 1!"),
        ((PRESS,), [done("Bench Press", 8, 30, kind=SetKind.WARM_UP), *presses(60, 60, 60)], "w 1 1 1"),
        ((NO_LOAD,), presses(40, 60, 60), "w 1 1"),
        ((NO_LOAD,), presses(60, 60, 40), "1 1 -"),
        ((NO_LOAD,), presses(None, 60, 60), "1 1 -"),
        ((NO_LOAD,), presses(60, 40), "1 1"),
        ((OPEN_PRESS, LAST_PRESS), presses(60, 60, 60), "1 1 2"),
        ((OPEN_PRESS, LAST_PRESS), presses(60, 60, 60, 60), "1 1 1 2"),
        ((OPEN_PRESS, LAST_PRESS), presses(60, 60, 60, 60, 60, 60), "1 1 1 1 2 -"),
        ((OPEN_PRESS, LAST_PRESS), presses(60), "1"),
        (WITH_WARM_UP, presses(30, 35, 60, 60, 60), "2 2 1 1 1"),
        (DROPPED, CURLS, "1 2 1"),
        ((DROPPED[0],), CURLS, "1 - 1"),
        (PULLS, [done("Pull-up", 6), done("Pull-up", 6), done("Lat Pulldown", 10, 50)], "1 1 2"),
        (PULLS, [done("Pull-up", 6) for _ in range(3)], "1 1 2~"),
        (PULLS, [done("Lat Pulldown", 10, 50) for _ in range(3)], "2 1~ 1~"),
        ((PULLS[0],), [done("Lat Pulldown", 10, 50)], "1~"),
        ((PULLS[0],), [done("Back Squat", 5, 80)], "-"),
        ((NO_LOAD,), [done("Bench Press (Barbell)", 8, 60)], "1"),
    ],
)
def test_sets_find_their_steps(steps: Sequence[SetsStep], logged: Sequence[StrengthSet], expected: str) -> None:
    assert letters(steps, logged) == expected


@pytest.mark.parametrize(
    ("steps", "logged", "expected"),
    [
        ((NO_LOAD,), [done("My press", 8, 60)], "1"),
        (PULLS, [done("my pull", 6) for _ in range(3)], "1 1 2~"),
        ((NO_LOAD, PULLS[0]), [done("My pull", 6), done("My press", 8, 60)], "1 1"),
        ((lift(1, "My press", 2, (8, 10)),), presses(60, 60), "1 1"),
        ((lift(1, "My press", 1, (8, 10)), lift(2, "Bench Press", 1, (8, 10))), presses(60, 60), "1 2"),
        ((lift(1, "My press", 1, (8, 10)), ROW), [*presses(60), done("Barbell Row", 8, 50)], "1 2"),
    ],
)
def test_own_names_are_taken_at_the_athletes_word(
    steps: Sequence[SetsStep], logged: Sequence[StrengthSet], expected: str
) -> None:
    assert letters(steps, logged, MINE) == expected


def test_missing_sets_are_counted_for_each_step() -> None:
    found = align_sets((TOP, BACK_OFF), squats(100, 80))
    assert found.missing == (0, 2)
    assert [found.missing_of(step) for step in (TOP, BACK_OFF, PRESS)] == [0, 2, 0]


def test_a_set_far_below_its_load_leaves_its_own_missing() -> None:
    found = align_sets((PRESS,), presses(60, 60, 30))
    assert found.missing == (1,)
    assert [one.position for one in found.far_below] == [3]
    assert [one.position for one in found.of(PRESS)] == [1, 2]


def test_sets_that_may_be_left_out_are_not_missing() -> None:
    assert align_sets((lift(1, "Bench Press", 0, (8, 10), most_sets=3), ROW), [done("Barbell Row", 8, 50)]).missing == (
        0,
        1,
    )


def test_a_corrected_set_is_the_one_that_was_logged() -> None:
    logged = presses(60, 61, 62)
    found = align_sets((PRESS,), logged, [SetCorrection(2, None)])
    assert [one.done for one in found.sets] == logged


def test_what_nobody_asked_for_is_named_by_its_place() -> None:
    found = align_sets((PRESS,), [done("Bench Press", 8, 30, kind=SetKind.WARM_UP), *presses(60, 60, 60, 60)])
    assert [one.seen_at for one in found.unasked] == [SetSpan(5, 5)]
    assert [one.position for one in found.sets] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([SetCorrection(3, None)], "1 1 -"),
        ([SetCorrection(1, 2)], "2 1 1"),
        ([SetCorrection(3, 2)], "1 1 2"),
        ([SetCorrection(9, 1), SetCorrection(0, 1)], "1 1 1"),
        ([SetCorrection(1, 2), SetCorrection(1, None)], "- 1 1"),
        ([SetCorrection(1, 77)], "- 1 1"),
    ],
)
def test_the_athletes_word_on_a_set_stands(said: list[SetCorrection], expected: str) -> None:
    found = align_sets((PRESS, ROW), presses(60, 60, 60), said)
    told = " ".join("-" if one.step is None else str(one.step.number) for one in found.sets)
    assert told == expected
    assert [one.position for one in found.sets] == [1, 2, 3]
