"""A session logged live is in the journal as soon as its head is, and is what everything said about it comes to."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import permutations

import pytest

from longgame.kernel.ids import AthleteId, SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.record.live import LoggedHead, LoggedSet
from longgame.record.sets import Form, StrengthSet
from longgame.store.journal import JournalStore, SqlJournal

BOTH_DATABASES = True

START = datetime(2026, 3, 1, 18, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SESSION = SessionId("live-1")
SQUAT = StrengthSet("Squat", 5, Amount(Decimal("62.50"), Unit.KILOGRAM), rir=2, form=Form.CLEAN, note="kalm")
HEAD = LoggedHead(START, START, date(2026, 3, 1), Sport.STRENGTH, "Evening", note="alone at the rack")


def done(uuid: str, minute: int, reps: int = 5, corrected: int = 0) -> LoggedSet:
    at = START + minute * MINUTE
    return LoggedSet(uuid, at + corrected * MINUTE, at, replace(SQUAT, reps=reps))


def test_sets_wait_for_their_head_and_then_are_a_session(journal: SqlJournal) -> None:
    assert journal.live.put_set(SESSION, done("a", 1)) is True
    assert journal.sessions.get(SESSION) is None
    assert journal.live.put_head(SESSION, HEAD) is True
    found = journal.sessions.get(SESSION)
    assert found is not None
    assert (found.title, found.note, found.sets) == ("Evening", "alone at the rack", (SQUAT,))
    assert journal.live.head(SESSION) == HEAD
    assert journal.live.sets(SESSION) == (done("a", 1),)


def test_saying_again_changes_nothing_and_a_correction_replaces(journal: SqlJournal) -> None:
    journal.live.put_head(SESSION, HEAD)
    assert [journal.live.put_set(SESSION, done("a", 1)) for _ in range(2)] == [True, False]
    journal.live.put_set(SESSION, done("a", 1, reps=4, corrected=2))
    journal.live.put_set(SESSION, replace(done("b", 2), done=None))
    found = journal.sessions.get(SESSION)
    assert found is not None
    assert [one.reps for one in found.sets] == [4]
    assert len(journal.live.said(SESSION)) == 4
    assert journal.live.sessions() == (SESSION,)


def test_two_devices_in_any_order_make_the_same_session(store: JournalStore) -> None:
    same_moment = (done("a", 1, reps=3), done("a", 1, reps=8))
    sayings = (*same_moment, done("b", 2), replace(done("b", 2, corrected=1), done=None), done("c", 0))
    ends = []
    for number, order in enumerate(list(permutations(sayings))[::17]):
        journal = store.journal(AthleteId(f"athlete {number}"))
        journal.live.put_head(SESSION, HEAD)
        for one in (*order, order[0]):
            journal.live.put_set(SESSION, one)
        found = journal.sessions.get(SESSION)
        ends.append(() if found is None else found.sets)
    assert set(ends) == {(SQUAT, replace(SQUAT, reps=8))}


def test_a_set_without_a_name_is_refused(journal: SqlJournal) -> None:
    with pytest.raises(ValueError, match="uuid"):
        journal.live.put_set(SESSION, done("", 1))
