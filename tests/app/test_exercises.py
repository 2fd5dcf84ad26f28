"""Names of exercises: unknown ones stay the athlete's own, and what is said of one holds for all history."""

from __future__ import annotations

import pytest

from longgame.app.exercises import NameNotKnown, logged_exercises, map_exercise, unmap_exercise
from longgame.app.own_past import own_names
from longgame.app.review_session import review_which
from longgame.app.setting import Setting
from longgame.app.write_plan import use_plan
from tests.app.made import lifted

PLAN = """longgame plan 1

season "Autumn"  2026-11-02 .. 2026-11-29
  goal pull "Ten pull-ups"
    why "To hang well."

block "Base"  4 weeks  serves pull
  Tue "Pull" hypertrophy for pull
    Pull-up 3 x 4..6 rir 1..3
"""
TUESDAY = "2026-11-17"
SECRET = "Grandfather's rope"


def test_unknown_names_come_first_and_are_not_guessed(setting: Setting) -> None:
    setting.journal.sessions.put(lifted("2026-11-16", "Bench Press (Barbell)", (5, 5, 5)))
    setting.journal.sessions.put(lifted(TUESDAY, SECRET, (5, 5)))
    told = [(one.logged, one.sets, one.exercise and one.exercise.name, one.said) for one in logged_exercises(setting)]
    assert told == [
        (SECRET, 2, None, False),
        ("Bench Press (Barbell)", 3, "Barbell Bench Press - Medium Grip", False),
    ]


def test_a_mapped_name_changes_the_review_of_what_was_done_before_and_can_be_taken_back(setting: Setting) -> None:
    use_plan(setting, "autumn", PLAN)
    setting.journal.sessions.put(lifted(TUESDAY, SECRET, (5, 5, 5)))
    before = review_which(setting, TUESDAY)[0].review
    map_exercise(setting, SECRET.upper(), "pull up")
    mapped = review_which(setting, TUESDAY)[0].review
    unmap_exercise(setting, SECRET)
    after = review_which(setting, TUESDAY)[0].review
    assert mapped.execution is not None
    assert mapped.execution > (before.execution or 0)
    assert after == before
    assert len(own_names(setting)) == 1, "one saying for a name, however it is spelt"


def test_a_name_that_means_no_exercise_is_refused_with_what_looks_like_it(setting: Setting) -> None:
    with pytest.raises(NameNotKnown) as refused:
        map_exercise(setting, SECRET, "Barbell Dedlift")
    assert "Barbell Deadlift" in refused.value.similar
    assert own_names(setting) == {}
