"""Comments: kept once, changed, taken back, and shown in the order in which they were first said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from longgame.app.comments import comment, comments_on, take_back
from longgame.app.setting import Setting
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import SessionId
from longgame.record.comment import AuthorRole
from tests.app.conftest import NOW
from tests.app.made import lifted

LIFT = lifted("2026-11-21", "Squat", (5, 5))


def later(setting: Setting, minutes: int) -> Setting:
    return replace(setting, clock=FixedClock(NOW + timedelta(minutes=minutes)))


def test_comments_stand_in_the_order_of_saying(setting: Setting) -> None:
    setting.journal.sessions.put(LIFT)
    comment(setting, LIFT.id, "Felt steady.", uuid="c1")
    comment(later(setting, 5), LIFT.id, "Calm bar path.", AuthorRole.COACH, "Ada", uuid="c0")
    comment(setting, LIFT.id, "Felt steady.", uuid="c1")
    found = comments_on(setting.journal, LIFT.id)
    assert [(one.text, one.role, one.name, one.changed) for one in found] == [
        ("Felt steady.", AuthorRole.ATHLETE, None, False),
        ("Calm bar path.", AuthorRole.COACH, "Ada", False),
    ]


def test_a_changed_comment_keeps_its_place_and_says_that_it_was_changed(setting: Setting) -> None:
    setting.journal.sessions.put(LIFT)
    first = comment(setting, LIFT.id, "Frist", uuid="c1")
    comment(later(setting, 1), LIFT.id, "Second", uuid="c2")
    comment(later(setting, 2), LIFT.id, "First", uuid="c1")
    found = comments_on(setting.journal, LIFT.id)
    assert [(one.text, one.changed) for one in found] == [("First", True), ("Second", False)]
    assert found[0].said_at == first.said_at


def test_a_comment_taken_back_is_gone_and_stays_gone(setting: Setting) -> None:
    setting.journal.sessions.put(LIFT)
    comment(setting, LIFT.id, "Never mind", uuid="c1")
    assert take_back(later(setting, 1), "c1") is True
    assert take_back(later(setting, 2), "c1") is False
    assert comments_on(setting.journal, LIFT.id) == ()
    with pytest.raises(LookupError, match="taken back"):
        comment(setting, LIFT.id, "Never mind", uuid="c1")


def test_what_has_no_words_or_no_session_is_refused(setting: Setting) -> None:
    setting.journal.sessions.put(LIFT)
    with pytest.raises(ValueError, match="words"):
        comment(setting, LIFT.id, "  \n")
    with pytest.raises(LookupError, match="no session"):
        comment(setting, SessionId("nowhere"), "Hello")
