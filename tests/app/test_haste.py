"""Changes made in haste are told in the review of the session they are about, with what was seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.app.show_review import show_one, show_which
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.record.reflection import After, Thought
from tests.app.made import EASY_PLAN, ride, steady

TEMPO_PLAN = EASY_PLAN.replace("Sun rest", 'Fri "Tempo" tempo for easy\n    30 min run z3\n  Sun rest')
SATURDAY = "2026-11-07"


def at(setting: Setting, moment: str) -> Setting:
    """The same journal at another moment."""
    return replace(setting, clock=FixedClock(datetime.fromisoformat(moment).replace(tzinfo=UTC)))


@pytest.fixture
def planned(setting: Setting) -> Setting:
    """A plan in use since the first of the month."""
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", TEMPO_PLAN)
    return setting


def done(setting: Setting, day: str, effort: float, name: str = "ride", bpm: float = 128, minutes: float = 60) -> str:
    """A ride of that day and how hard it felt."""
    session = ride(day, steady(bpm), minutes, name=name)
    setting.journal.sessions.put(session)
    reflect(
        at(setting, f"{day}T20:00"),
        After(datetime.fromisoformat(f"{day}T20:00").replace(tzinfo=UTC), effort),
        session.local_day,
    )
    return session.id


def found(setting: Setting, session: str) -> list[str]:
    """The findings of haste in one review, the same from both ways to it."""
    (fresh,), kept = show_which(setting, session), show_one(setting, session)
    assert kept is not None
    assert kept.review == fresh.review
    return [one.text for one in fresh.review.findings if one.code == "panic_change"]


def test_a_hard_ride_after_a_miss_says_so_in_its_own_review_and_in_no_other(planned: Setting) -> None:
    easy, hard = done(planned, "2026-11-03", 3), done(planned, SATURDAY, 9, name="hard", bpm=170)
    assert found(planned, easy) == []
    (told,) = found(planned, hard)
    assert told == (
        "A hard session that nobody planned (effort 9 of 10) came 10 hours after a planned session that did not happen "
        "(“Tempo”). That is a common reflex; the plan still holds, and nothing needs to be made up."
    )


def test_an_easy_ride_nobody_planned_is_nobodys_business(planned: Setting) -> None:
    assert found(planned, done(planned, SATURDAY, 3, name="extra")) == []


def test_without_anything_hard_to_take_a_hard_ride_is_no_haste(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    done(setting, "2026-11-03", 3)
    assert found(setting, done(setting, SATURDAY, 9, name="hard", bpm=170)) == []


def test_a_thought_that_compares_sets_it_off_too(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    done(setting, "2026-11-03", 3)
    evening = at(setting, "2026-11-06T19:00")
    reflect(evening, Thought(evening.clock.now(), "everyone here is faster than me"), date(2026, 11, 6))
    (told,) = found(setting, done(setting, SATURDAY, 9, name="hard", bpm=170))
    assert "came 15 hours after a thought that compared you with others." in told


def test_a_plan_made_harder_is_told_with_the_first_session_done_under_it(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    use_plan(at(setting, "2026-11-04T20:00"), "autumn", EASY_PLAN.replace("55..65 min", "95..120 min"))
    under, later = done(setting, "2026-11-10", 3, minutes=100), done(setting, "2026-11-17", 3, minutes=100)
    (told,) = found(setting, under)
    assert told.startswith(
        "More work written into the coming week (up to 480 in place of 260 CR10·min over 7 days) came"
    )
    assert "(“Easy ride”)" in told
    assert found(setting, later) == []
