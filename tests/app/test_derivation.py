"""How a score came about is told with the numbers it was made from, and they give the score again."""

from __future__ import annotations

import re

import pytest

from longgame.app.derivation import criterion_called, derivation, derivation_to_json
from longgame.app.review_session import review_which
from longgame.app.reviewed import Reviewed
from longgame.app.setting import Setting
from longgame.app.write_plan import use_plan
from longgame.review.model import CriterionResult
from tests.app.made import EASY_PLAN, lifted, ride, steady

TUESDAY = "2026-11-17"
LIFT_PLAN = """longgame plan 1

season "Autumn"  2026-11-02 .. 2026-11-29
  goal strong "Bench 100 kg"

block "Base"  4 weeks  serves strong
  Wed "Press" hypertrophy for strong
    Bench Press  4 x 8..10 @ 70..75 kg rir 2..3
"""


def derived(setting: Setting, day: str, name: str) -> tuple[Reviewed, CriterionResult]:
    (one,) = review_which(setting, day)
    row = criterion_called(one, name)
    assert row is not None
    return one, row


@pytest.fixture
def long_ride(setting: Setting) -> Setting:
    use_plan(setting, "autumn", EASY_PLAN)
    setting.journal.sessions.put(ride(TUESDAY, steady(128), minutes=75))
    return setting


def test_the_arithmetic_gives_the_score_again(long_ride: Setting) -> None:
    one, row = derived(long_ride, TUESDAY, "duration")
    lines = derivation(one, row)
    numbers = next(line for line in lines if line.strip().startswith("1 - "))
    found = re.fullmatch(r"  1 - (\d+):(\d\d) / (\d+):(\d\d) = (0\.\d+)\.", numbers)
    assert found is not None
    excess, width = (60 * int(found[first]) + int(found[first + 1]) for first in (1, 3))
    said = float(found[5])
    assert said == pytest.approx(1 - excess / width, abs=1e-3)
    assert said == pytest.approx(float(row.score or 0), abs=1e-4)


def test_lengths_are_told_as_lengths_and_what_falls_below_nothing_as_nothing(setting: Setting) -> None:
    use_plan(setting, "autumn", EASY_PLAN)
    setting.journal.sessions.put(ride(TUESDAY, steady(128), minutes=240))
    one, row = derived(setting, TUESDAY, "duration")
    assert row.score == 0
    assert any(re.fullmatch(r"  1 - \d:\d\d:\d\d / \d+:\d\d is below 0, so 0\.", line) for line in derivation(one, row))


def test_what_it_counts_is_weight_times_score_over_all_assessed_weight(long_ride: Setting) -> None:
    one, row = derived(long_ride, TUESDAY, "Easy kept easy")
    told = derivation_to_json(one, row)
    assert told["contribution"] == pytest.approx(told["weight"] * told["score"] / told["assessed_weight"])
    assert any(line.startswith(f"Counts: weight {row.weight} x ") for line in derivation(one, row))


def test_each_set_is_told_and_the_missing_one_too(setting: Setting) -> None:
    use_plan(setting, "autumn", LIFT_PLAN)
    setting.journal.sessions.put(lifted("2026-11-18", "Bench Press", (8, 8, 6), kg="72.5"))
    one, row = derived(setting, "2026-11-18", "reps-per-set")
    told = derivation_to_json(one, row)
    assert [part["label"] for part in told["parts"]] == ["set 1", "set 2", "set 3", "a set not done"]
    assert told["score"] == pytest.approx(sum(part["score"] for part in told["parts"]) / 4)


def test_what_was_not_assessed_says_why_and_counts_neither_way(long_ride: Setting) -> None:
    one, row = derived(long_ride, TUESDAY, "session rpe")
    assert derivation(one, row)[-2:] == [
        "Not assessed: no effort was reported.",
        "It counts neither for nor against the session.",
    ]


def test_an_unknown_name_is_nobody(long_ride: Setting) -> None:
    (one,) = review_which(long_ride, TUESDAY)
    assert criterion_called(one, "glory") is None


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("duration", "55 min to 1:05 h (the plan's own; the fall beside it: expert default)"),
        ("ease", "90 to 100 % (expert default)"),
        ("drift", "at most 5 % (convention)"),
    ],
)
def test_it_is_told_whose_word_the_bounds_are(long_ride: Setting, name: str, asked: str) -> None:
    lines = derivation(*derived(long_ride, TUESDAY, name))
    assert lines[1] == f"Asked: {asked}."


def test_the_reserve_that_the_plan_wrote_is_no_default(setting: Setting) -> None:
    use_plan(setting, "autumn", LIFT_PLAN)
    setting.journal.sessions.put(lifted("2026-11-18", "Bench Press", (10, 10, 10, 10), "72.5"))
    lines = derivation(*derived(setting, "2026-11-18", "rir"))
    assert lines[1] == "Asked: 2 to 3 in reserve (the plan's own; the fall beside it: expert default)."
