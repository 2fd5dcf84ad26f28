"""Search through a whole journal: every kind of words, every filter, and what a locked journal still finds."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from longgame.app.comments import comment
from longgame.app.reflect import reflect
from longgame.app.search import Query, found_words, search, understood
from longgame.app.setting import Setting
from longgame.kernel.clock import FixedClock
from longgame.purpose.intent import Intent
from longgame.record.notes import Note
from longgame.record.reflection import After, Thought
from longgame.review.model import Verdict
from longgame.store.entries import FoundKind, PrivateEntry, PrivateKind, SearchQuery, Term
from longgame.store.journal import SqlJournal, open_store
from tests.app.conftest import NOW
from tests.app.made import EASY_PLAN, lifted, ride, steady

TUESDAY, NEXT = "2026-11-10", "2026-11-17"


@pytest.fixture
def told(setting: Setting) -> Setting:
    """A journal in which "river" is said in every place, once."""
    journal = setting.journal
    journal.plans.use("autumn", EASY_PLAN.replace("Easy ride", "River ride"), datetime(2026, 11, 1, tzinfo=UTC))
    journal.sessions.put(replace(ride(TUESDAY, steady(125)), title="River loop", sources=()))
    journal.sessions.put(replace(ride(NEXT, steady(165), minutes=150), title="The river again", sources=()))
    lift = lifted("2026-11-12", "Squat", (5,))
    journal.sessions.put(replace(lift, note="rack by the river", sources=()))
    journal.days.put_note(Note(NOW, "walked to the river", "daylio"))
    reflect(setting, Thought(NOW, "everyone at the river is faster"), date(2026, 11, 10))
    reflect(setting, After(NOW, built="river legs"), date(2026, 11, 12))
    comment(setting, lift.id, "Next time by the river.")
    words = '{"need": "time by the river", "practices": ["river walk"]}'
    journal.private.add(PrivateEntry(PrivateKind.CHECK_IN_ANSWER, "c", NOW, NOW.date(), words))
    return setting


def kinds(setting: Setting, typed: str) -> list[str]:
    return sorted(hit.document.kind.value for hit in search(setting, typed).found.hits)


def test_every_kind_of_words_is_found(told: Setting) -> None:
    assert set(kinds(told, "river")) == {one.value for one in FoundKind} - {"practice"}
    assert kinds(told, "kind:session river") == ["session"] * 3
    assert kinds(told, "squat") == ["session"]
    assert kinds(told, '"come home fresh"') == ["plan"]


def test_filters_narrow_what_is_found(told: Setting) -> None:
    assert kinds(told, "river sport:ride") == ["session"] * 2
    assert kinds(told, "river kind:thought kind:comment") == ["comment", "thought"]
    assert kinds(told, "sport:ride after:2026-11-11") == ["session"]
    assert kinds(told, "sport:ride before:2026-11-10") == ["session"]
    titles = [hit.document.title for hit in search(told, "river intent:base").found.hits]
    assert sorted(titles) == ["River loop", "The river again", "thought"]
    assert "River loop" in [hit.document.title for hit in search(told, "river verdict:served").found.hits]
    assert "The river again" not in [hit.document.title for hit in search(told, "river verdict:served").found.hits]


def test_what_was_typed_is_understood() -> None:
    found = understood('knee "easy run" tempo* -race sport:run intent:base verdict:not-served after:2026-01-01 leg')
    terms = (
        Term("knee"),
        Term("easy run"),
        Term("tempo", prefix=True),
        Term("race", unwanted=True),
        Term("leg", prefix=True),
    )
    asked = SearchQuery(terms, sports=frozenset({"run"}), after=date(2026, 1, 1))
    assert found == Query(asked, frozenset({Intent.BASE}), frozenset({Verdict.NOT_SERVED}))
    assert understood("note: 5:30 ").asked.terms == (Term("note:"), Term("5:30"))


@pytest.mark.parametrize(
    ("typed", "says"),
    [("intent:fun", "no intent; there are"), ("after:soon", "no day"), ("kind:x", "no kind"), ("sport:x", "no sport")],
)
def test_a_filter_that_cannot_be_is_refused_in_words(setting: Setting, typed: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        search(setting, typed)


def test_a_change_is_found_at_once_and_what_was_taken_back_no_more(told: Setting) -> None:
    assert kinds(told, "heron") == []
    added = comment(told, lifted("2026-11-12", "Squat", (5,)).id, "A heron.", uuid="h")
    assert kinds(told, "heron") == ["comment"]
    later = replace(told, clock=FixedClock(NOW.replace(hour=20)))
    comment(later, added.session, "A stork.", uuid="h")
    assert (kinds(told, "heron"), kinds(told, "stork")) == ([], ["comment"])


def test_a_locked_journal_finds_what_is_public_and_says_what_it_left_out(told: Setting) -> None:
    assert isinstance(told.journal, SqlJournal)
    told.journal.vault.set_passphrase("three quiet words")
    with open_store(told.journal.shelf.folder) as store:
        locked = replace(told, journal=store.journal())
        assert kinds(locked, "river") == ["plan", "session", "session"]
        assert "left out" in found_words(search(locked, "river"))[-1]
        locked.journal.vault.unlock("three quiet words")
        assert len(kinds(locked, "river")) == len(kinds(told, "river"))
    told.journal.vault.lock()
    assert kinds(told, "river") == ["plan", "session", "session"]


def test_nothing_found_is_said_plainly(setting: Setting) -> None:
    assert found_words(search(setting, "heron")) == ["Nothing found."]
