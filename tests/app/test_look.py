"""Who is not the athlete sees what was allowed them, as long as it is allowed, and every look is written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from longgame.app.comments import comment
from longgame.app.look import NotAllowed, look, shown_to_json
from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.record.notes import Note
from longgame.record.reflection import After, Thought
from longgame.record.wellness import Wellness
from longgame.store.entries import Access, Consent, ConsentItem
from tests.app.conftest import NOW
from tests.app.made import EASY_PLAN, lifted, ride, steady

DAY = date(2026, 11, 17)
FIRST, LAST = DAY - timedelta(days=3), DAY + timedelta(days=6)
SAID = {
    ConsentItem.SESSIONS: "Squat 5 reps @ 80 kg",
    ConsentItem.REVIEWS: "verdict: ",
    ConsentItem.PLAN: 'season "Autumn"',
    ConsentItem.WELLNESS: "fatigue: 4",
    ConsentItem.REFLECTIONS: "canary",
    ConsentItem.COMMENTS: "Calm bar path.",
}
"""Words that each item alone holds."""


@pytest.fixture
def full(setting: Setting) -> Setting:
    """Something of every item, with private words in all of its corners."""
    journal = setting.journal
    use_plan(setting, "autumn.plan", EASY_PLAN, NOW - timedelta(days=21))
    journal.sessions.put(
        replace(ride("2026-11-17", steady(128), 20), note="canary of the ride", raw=(("x", "canary"),))
    )
    lift = lifted("2026-11-18", "Squat", (5, 5))
    journal.sessions.put(replace(lift, sets=(replace(lift.sets[0], note="canary of a set"), *lift.sets[1:])))
    reflect(setting, After(NOW, effort=3.0, learned="canary learned"), DAY)
    reflect(setting, Thought(NOW, "canary thought"), DAY)
    journal.days.put_note(Note(NOW - timedelta(days=6), "canary note", "athlete"))
    journal.days.put_wellness(Wellness(DAY, fatigue=4.0, note="canary of the morning"))
    comment(setting, lift.id, "Calm bar path.")
    return setting


def allow(setting: Setting, item: ConsentItem, person: str = "Ada", *, allowed: bool = True) -> None:
    setting.journal.consents.say(Consent(person, item, allowed, setting.clock.now()))


def seen(setting: Setting, item: ConsentItem | None = None, person: str = "Ada") -> str:
    """All that the person sees, as one text."""
    return str(shown_to_json(look(setting, person, FIRST, LAST, "test", item)))


def test_nobody_is_let_in_unasked_and_nothing_is_written_down(full: Setting) -> None:
    for item in (None, *ConsentItem):
        with pytest.raises(NotAllowed, match="longgame data Ada"):
            seen(full, item)
    assert full.journal.accesses.log() == ()


@pytest.mark.parametrize("item", ConsentItem)
def test_an_item_that_is_allowed_shows_itself_and_none_of_the_others(full: Setting, item: ConsentItem) -> None:
    allow(full, item)
    for shown in (seen(full), seen(full, item)):
        assert SAID[item] in shown
        assert [other for other in ConsentItem if other is not item and SAID[other] in shown] == []
    for other in set(ConsentItem) - {item}:
        with pytest.raises(NotAllowed):
            seen(full, other)
    assert full.journal.accesses.log() == (Access("Ada", item.value, "test", NOW),) * 2


def test_every_private_word_is_among_the_reflections(full: Setting) -> None:
    allow(full, ConsentItem.REFLECTIONS)
    assert seen(full).count("canary") == 6


def test_a_withdrawal_holds_at_once_and_for_this_person_alone(full: Setting) -> None:
    for person in ("Ada", "Bo"):
        allow(full, ConsentItem.SESSIONS, person)
    assert SAID[ConsentItem.SESSIONS] in seen(full)
    allow(full, ConsentItem.SESSIONS, allowed=False)
    with pytest.raises(NotAllowed):
        seen(full)
    later = replace(full, clock=FixedClock(NOW + timedelta(hours=1)))
    assert SAID[ConsentItem.SESSIONS] in seen(later, person="Bo")
    told = [(one.who, one.seen_at) for one in full.journal.accesses.log()]
    assert told == [("Ada", NOW), ("Bo", NOW + timedelta(hours=1))]


def test_what_lies_outside_the_days_is_not_shown(full: Setting) -> None:
    allow(full, ConsentItem.REFLECTIONS)
    assert look(full, "Ada", FIRST, FIRST, "test") == ()


def test_a_look_at_locked_words_shows_nothing_and_is_not_written_down(full: Setting) -> None:
    allow(full, ConsentItem.REFLECTIONS)
    full.journal.vault.set_passphrase("three quiet words")
    full.journal.vault.lock()
    with pytest.raises(Exception, match="locked"):
        seen(full)
    assert full.journal.accesses.log() == ()
