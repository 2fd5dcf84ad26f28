"""A session moves to another day and back, its first day kept; what has passed does not move."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from longgame.app.move_session import move_session, moved_words, undo_move
from longgame.app.plan_versions import history_words, plan_history
from longgame.app.setting import Setting
from longgame.app.today import card_of_day
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import PlannedId

PLAN = """\
longgame plan 1

season "S"  2026-11-23 .. 2026-12-06
  goal g "G"  run 10 km

block "B"  2 weeks  serves g
  Tue "Easy"  base
    40 min run  rpe 2..3
"""
TUESDAY, FRIDAY, SATURDAY = date(2026, 11, 24), date(2026, 11, 27), date(2026, 11, 28)


@pytest.fixture
def easy(setting: Setting) -> PlannedId:
    use_plan(setting, "Spring", PLAN)
    return card_of_day(setting, TUESDAY).planned[0].planned.id


def days(setting: Setting, planned: PlannedId) -> list[date]:
    found = [card_of_day(setting, day).planned for day in (TUESDAY, FRIDAY, SATURDAY)]
    return [one.planned.day for cards in found for one in cards if one.planned.id == planned]


def test_a_session_moves_and_keeps_its_first_day(setting: Setting, easy: PlannedId) -> None:
    moved = move_session(setting, easy, FRIDAY)
    assert days(setting, easy) == [FRIDAY]
    assert (moved.session.original_day, moved.before) == (TUESDAY, TUESDAY)
    assert moved_words(moved) == ["Easy stands on Friday 27 November now, moved from Tuesday 24 November."]


def test_moves_are_taken_back_one_after_the_other(setting: Setting, easy: PlannedId) -> None:
    move_session(setting, easy, FRIDAY)
    assert undo_move(setting, easy).session.day == TUESDAY
    move_session(setting, easy, FRIDAY)
    move_session(setting, easy, SATURDAY)
    assert undo_move(setting, easy).session.day == FRIDAY
    assert days(setting, easy) == [FRIDAY]


def test_what_has_passed_stays(setting: Setting, easy: PlannedId) -> None:
    with pytest.raises(ValueError, match="has passed; a session can be moved to today or later"):
        move_session(setting, easy, date(2026, 11, 22))
    later = replace(setting, clock=FixedClock(datetime(2026, 11, 25, tzinfo=UTC)))
    with pytest.raises(ValueError, match="was planned for 2026-11-24, which has passed"):
        move_session(later, easy, FRIDAY)
    with pytest.raises(ValueError, match="no planned session"):
        move_session(setting, PlannedId("nobody"), FRIDAY)
    with pytest.raises(ValueError, match="was moved"):
        undo_move(setting, easy)


def test_history_tells_what_each_version_changed(setting: Setting) -> None:
    assert history_words(setting, plan_history(setting)) == ["No plan has been in force yet."]
    use_plan(setting, "Spring", PLAN)
    use_plan(setting, "Spring", PLAN.replace("40 min run", "45 min run"), datetime(2026, 11, 24, tzinfo=UTC))
    assert history_words(setting, plan_history(setting)) == [
        "1. Spring, in force from 2026-11-23 12:00",
        "     The first plan.",
        "2. Spring, in force from 2026-11-24 00:00",
        '     block "B", Tue "Easy": 45 min run (was 40 min run).',
    ]
