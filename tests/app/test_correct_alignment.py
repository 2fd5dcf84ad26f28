"""What the athlete puts right about an alignment stands above what was found, is kept, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from longgame.app.correct_alignment import (
    NOTHING_CORRECTED,
    correct_set,
    correct_step,
    corrections_of,
    undo_corrections,
)
from longgame.app.review_session import review_which
from longgame.app.reviewed import Reviewed
from longgame.app.setting import Setting
from longgame.app.show_alignment import aligned, aligned_to_json, aligned_words, why_no_set, why_no_step
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import SessionId
from longgame.record.streams import FloatColumn
from longgame.review.case import SetCorrection, StepCorrection
from tests.app.made import lifted, ride

TUESDAY = "2026-11-17"
PLAN = """longgame plan 1

season "Autumn"  2026-11-02 .. 2026-11-29
  goal up "Ride up the hill"  process

block "Build"  4 weeks  serves up
  Tue "Two by eight" threshold for up
    20 min ride hr 100..130 bpm
    8 min ride hr 155..165 bpm
    4 min ride easy
    8 min ride hr 155..165 bpm
  Wed "Press" hypertrophy for up
    Bench Press  3 x 8..10
    Dip          2 x 8..10
"""


def two_by_eight(t_s: FloatColumn) -> FloatColumn:
    """Efforts at minutes 20–28 and 32–40; the heart takes forty seconds for each change."""
    turns = [1200.0, 1680.0, 1920.0, 2400.0]
    at = [moment for turn in turns for moment in (turn, turn + 40)]
    return np.interp(t_s, at, [115.0, 160.0, 160.0, 115.0] * 2)


@pytest.fixture
def ridden(setting: Setting) -> Setting:
    use_plan(setting, "autumn", PLAN)
    setting.journal.sessions.put(ride(TUESDAY, two_by_eight, 42))
    return setting


def later(setting: Setting) -> Setting:
    """The same journal an hour on, since of two words the later one stands."""
    return replace(setting, clock=FixedClock(setting.clock.now() + timedelta(hours=1)))


def reviewed(setting: Setting) -> Reviewed:
    (one,) = review_which(setting, TUESDAY)
    return one


def score(setting: Setting, name: str) -> float | None:
    row = next(row for row in reviewed(setting).review.criteria if row.name == name)
    return None if row.score is None else float(row.score)


def test_a_step_said_not_to_be_done_is_missing_from_the_structure(ridden: Setting) -> None:
    assert score(ridden, "structure") == 1
    correct_step(ridden, SessionId(f"ride-{TUESDAY}"), StepCorrection(4, None, None))
    (row,) = [row for row in reviewed(ridden).review.criteria if row.name == "structure"]
    assert (row.score or 0) < 1
    assert row.evidence.sentence.startswith("2 of 3 work steps done in full, 1 left out")
    found = aligned(reviewed(ridden))
    assert found is not None
    assert [(one.number, one.from_s, one.by_hand) for one in found.steps][-1] == (4, None, True)


def test_the_later_word_on_a_step_replaces_the_earlier_and_all_can_be_taken_back(ridden: Setting) -> None:
    session = SessionId(f"ride-{TUESDAY}")
    before = reviewed(ridden).review
    correct_step(ridden, session, StepCorrection(2, None, None))
    ridden = later(ridden)
    correct_step(ridden, session, StepCorrection(2, 1200, 1500))
    assert corrections_of(ridden.journal, session).steps == (StepCorrection(2, 1200, 1500),)
    ridden = later(ridden)
    assert undo_corrections(ridden, session) == 1
    assert corrections_of(ridden.journal, session) == NOTHING_CORRECTED
    assert reviewed(ridden).review == before


def test_a_set_can_be_given_to_another_step(setting: Setting) -> None:
    use_plan(setting, "autumn", PLAN)
    setting.journal.sessions.put(lifted("2026-11-18", "Bench Press", (8, 8, 8)))
    correct_set(setting, SessionId("lift-2026-11-18"), SetCorrection(3, 2))
    (after,) = review_which(setting, "2026-11-18")
    found = aligned(after)
    assert found is not None
    assert [one.step for one in found.sets] == [1, 1, 2]
    assert [one.by_hand for one in found.sets] == [False, False, True]


def test_what_cannot_be_a_stretch_or_a_session_is_refused(ridden: Setting) -> None:
    with pytest.raises(ValueError, match="ends after it began"):
        correct_step(ridden, SessionId(f"ride-{TUESDAY}"), StepCorrection(2, 600, 600))
    with pytest.raises(LookupError):
        correct_step(ridden, SessionId("nobody"), StepCorrection(2, 1, 2))


def test_the_alignment_is_told_in_words_and_in_json(ridden: Setting) -> None:
    found = aligned(reviewed(ridden))
    assert found is not None
    assert any(line.startswith("step 2  8 min ride") for line in aligned_words(found))
    told = aligned_to_json(found)
    assert [one["from_s"] for one in told["steps"]] == [0.0, 1200.0, 1680.0, 1920.0]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (StepCorrection(4, 1920, 2400), None),
        (StepCorrection(4, None, None), None),
        (StepCorrection(9, None, None), "there is no step 9; they are 1 to 4"),
        (StepCorrection(4, 7200, 7300), "the recording ends at 42:01, before 2:00:00"),
    ],
)
def test_a_step_that_is_not_there_is_not_put_right(ridden: Setting, said: StepCorrection, why: str | None) -> None:
    found = aligned(reviewed(ridden))
    assert found is not None
    assert why_no_step(found, said) == why


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (SetCorrection(3, 2), None),
        (SetCorrection(3, None), None),
        (SetCorrection(4, 1), "there is no set 4; they are 1 to 3"),
        (SetCorrection(1, 7), "there is no step of sets 7; they are 1 to 2"),
    ],
)
def test_a_set_that_is_not_there_is_not_put_right(setting: Setting, said: SetCorrection, why: str | None) -> None:
    use_plan(setting, "autumn", PLAN)
    setting.journal.sessions.put(lifted("2026-11-18", "Bench Press", (8, 8, 8)))
    (day,) = review_which(setting, "2026-11-18")
    found = aligned(day)
    assert found is not None
    assert why_no_set(found, said) == why
