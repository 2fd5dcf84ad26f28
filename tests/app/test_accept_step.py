"""What a review proposes can be taken up into the plan's text, for one day alone, and put back byte for byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from longgame.app.accept_step import NotAccepted, accept_step, proposed, undo_step
from longgame.app.promises import dated_plans
from longgame.app.reflect import reflect
from longgame.app.review_session import review_which
from longgame.app.review_words import review_words
from longgame.app.setting import Setting
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.record.reflection import After
from tests.app.made import ride, steady

PLAN = """longgame plan 1

season "Autumn"  2026-11-02 .. 2026-11-29
  goal easy "Ride easily for an hour"  # mine alone
    why "To come home fresh."

block "Base"  4 weeks  serves easy
  Mon "Easy ride" base for easy
    55..65 min ride  rpe 2..3
  Wed "Longer" base for easy
    90..100 min ride  rpe 2..4
  Sun rest
"""
MONDAY, WEDNESDAY = "2026-11-16", date(2026, 11, 18)


def at(setting: Setting, moment: str) -> Setting:
    """The same journal at another moment."""
    return replace(setting, clock=FixedClock(datetime.fromisoformat(moment).replace(tzinfo=UTC)))


@pytest.fixture
def overshot(setting: Setting) -> Setting:
    """Two hours at 6 of 10 where one at 3 was asked, seen the next morning."""
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", PLAN)
    setting.journal.sessions.put(ride(MONDAY, steady(150), minutes=120))
    evening = at(setting, f"{MONDAY}T20:00")
    reflect(evening, After(evening.clock.now(), effort=6), date.fromisoformat(MONDAY))
    return at(setting, "2026-11-17T08:00")


def text_now(setting: Setting) -> str:
    version = setting.journal.plans.at(setting.clock.now())
    assert version is not None
    return version.text


def asked_on(setting: Setting, day: date) -> list[str]:
    return [step.written for one in dated_plans(setting)[-1].on(day) for step in one.steps]


def test_a_review_says_how_to_take_a_change_up_only_while_its_day_is_to_come(overshot: Setting) -> None:
    (one,) = review_which(overshot, MONDAY)
    hint = f"  (take it up with: longgame accept {MONDAY})"
    assert hint in review_words(one, overshot.today)
    assert hint in review_words(one, WEDNESDAY)
    assert not any("take it up" in line for line in review_words(one, date(2026, 11, 19)))


def test_the_proposal_changes_its_day_and_no_other(overshot: Setting) -> None:
    step = proposed(overshot, MONDAY)
    assert step is not None
    assert step.change is not None
    done = accept_step(overshot, MONDAY)
    assert (done.day, done.title) == (WEDNESDAY, "Longer")
    assert asked_on(overshot, WEDNESDAY) != ["90..100 min ride  rpe 2..4"]
    assert [asked_on(overshot, date(2026, 11, day)) for day in (11, 25)] == [["90..100 min ride  rpe 2..4"]] * 2
    assert "# mine alone" in text_now(overshot)
    assert done.reason != ""


def test_taken_back_the_text_is_as_it_was(overshot: Setting) -> None:
    accept_step(overshot, MONDAY)
    undone = undo_step(at(overshot, "2026-11-17T09:00"))
    assert undone.day == WEDNESDAY
    assert text_now(at(overshot, "2026-11-17T09:00")) == PLAN
    with pytest.raises(NotAccepted, match="no proposed change"):
        undo_step(at(overshot, "2026-11-17T10:00"))


def test_a_plan_that_has_moved_on_is_not_put_back(overshot: Setting) -> None:
    accept_step(overshot, MONDAY)
    later = at(overshot, "2026-11-17T09:00")
    use_plan(later, "autumn", PLAN.replace("90..100", "80..90"))
    with pytest.raises(NotAccepted, match="has changed since"):
        undo_step(later)


def test_a_day_that_has_come_is_left_alone(overshot: Setting) -> None:
    with pytest.raises(NotAccepted, match="has come already"):
        accept_step(at(overshot, "2026-11-20T08:00"), MONDAY)


def test_where_nothing_is_proposed_nothing_changes(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", PLAN)
    with pytest.raises(NotAccepted, match="proposes no change"):
        accept_step(at(setting, "2026-11-17T08:00"), MONDAY)
