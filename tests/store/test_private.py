"""Private entries, consents and the access log: the latest word stands, nothing said twice, nothing said by another."""

import random
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

from longgame.kernel.ids import AthleteId, SessionId
from longgame.store.entries import Access, Consent, ConsentItem, PrivateEntry, PrivateKind
from longgame.store.journal import JournalStore, SqlJournal
from tests.store.examples import SUPPORT, run

BOTH_DATABASES = True

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = date(2026, 3, 1)
HOUR = timedelta(hours=1)


def rated(words: str | None, hours: int = 0, uuid: str = "u1", about: str | None = "Squat") -> PrivateEntry:
    return PrivateEntry(PrivateKind.PROGRESS_RATING, uuid, NOON + hours * HOUR, DAY, words, None, about)


def test_the_latest_saying_of_a_uuid_stands_and_the_same_moment_says_nothing_new(journal: SqlJournal) -> None:
    assert journal.private.add(rated('{"progress": 1}')) is True
    assert journal.private.add(rated('{"progress": 2}')) is False
    assert journal.private.add(rated('{"progress": -1}', 1)) is True
    assert journal.private.get("u1") == rated('{"progress": -1}', 1)
    assert journal.private.of_kind(PrivateKind.PROGRESS_RATING) == (rated('{"progress": -1}', 1),)
    assert [one.words for one in journal.private.history("u1")] == ['{"progress": 1}', '{"progress": -1}']


def test_what_arrives_in_any_order_ends_the_same(store: JournalStore) -> None:
    sayings = [rated("1"), rated(None, 1), rated("3", 2), rated("4", uuid="u2"), rated(None, 3, uuid="u2")]
    ends = set()
    for number, order in enumerate(random.Random(3).sample(list(permutations(sayings)), 12)):
        journal = store.journal(AthleteId(f"athlete {number}"))
        for one in (*order, order[0]):
            journal.private.add(one)
        ends.add((journal.private.all(), journal.private.of_kind(PrivateKind.PROGRESS_RATING)))
    assert ends == {((rated(None), rated(None, uuid="u2"), *sayings[1:3], sayings[4]), (sayings[2],))}


def test_what_is_asked_for_by_day_answer_or_session_is_what_stands_there(journal: SqlJournal) -> None:
    entry = PrivateEntry(PrivateKind.CHECK_IN_ANSWER, "a", NOON, DAY, "{}", None, "check-in 1")
    moved = PrivateEntry(PrivateKind.CHECK_IN_ANSWER, "a", NOON + HOUR, DAY, "{}", None, "check-in 2")
    for one in (entry, moved):
        journal.private.add(one)
    assert journal.private.answering("check-in 1") == ()
    assert journal.private.answering("check-in 2") == (moved,)
    assert journal.private.of_kind(PrivateKind.CHECK_IN_ANSWER, DAY, DAY) == (moved,)
    assert journal.private.of_kind(PrivateKind.CHECK_IN_ANSWER, DAY + timedelta(days=1)) == ()
    assert journal.private.of_kind(PrivateKind.CHECK_IN) == ()


def test_words_about_any_recording_are_words_about_the_session(journal: SqlJournal) -> None:
    watch, app = run("watch"), run("app")
    for one in (watch, app):
        journal.sessions.add(one, SUPPORT)
    said = PrivateEntry(PrivateKind.COMMENT, "c", NOON, DAY, '"good"', SessionId("app"))
    journal.private.add(said)
    journal.sessions.show_as(watch, (watch.id, app.id), ())
    assert journal.private.about(SessionId("watch")) == (said,)


def test_taking_back_erases_the_words_and_keeps_that_there_were_some(journal: SqlJournal) -> None:
    journal.private.add(rated('"never mind"'))
    journal.private.add(rated(None, 1))
    assert journal.private.get("u1") is None
    assert [one.words for one in journal.private.history("u1")] == [None, None]


def test_nobody_is_allowed_unasked_and_the_last_word_holds(store: JournalStore) -> None:
    mine, other = store.journal(), store.journal(AthleteId("other"))
    assert mine.consents.allowed("Ada", ConsentItem.REVIEWS) is False
    said = [Consent("Ada", ConsentItem.REVIEWS, allowed, NOON + n * HOUR) for n, allowed in enumerate((True, False))]
    mine.consents.say(said[0])
    assert mine.consents.allowed("Ada", ConsentItem.REVIEWS) is True
    assert mine.consents.allowed("Ada", ConsentItem.WELLNESS) is False
    assert other.consents.allowed("Ada", ConsentItem.REVIEWS) is False
    mine.consents.say(said[1])
    assert mine.consents.allowed("Ada", ConsentItem.REVIEWS) is False
    assert mine.consents.log() == tuple(said)
    assert mine.consents.standing() == (said[1],)


def test_who_saw_what_is_kept_in_order_and_for_its_athlete_alone(store: JournalStore) -> None:
    seen = tuple(Access("Ada", f"review {n}", "web", NOON + n * HOUR) for n in range(3))
    for one in seen:
        store.journal().accesses.note(one)
    assert store.journal().accesses.log() == seen
    assert store.journal(AthleteId("other")).accesses.log() == ()
