"""Sessions: what goes in comes out, and recordings of one session can be shown as one and taken apart again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from longgame.kernel.ids import AthleteId, SessionId
from longgame.record.session import Session
from longgame.record.sets import StrengthSet
from longgame.store.journal import JournalStore, SqlJournal
from tests.store.examples import DAY, START, SUPPORT, lifting, run, same_session, sets

BOTH_DATABASES = True


@pytest.mark.parametrize("session", [run(), lifting()], ids=["run", "lifting"])
def test_every_field_comes_back(journal: SqlJournal, session: Session) -> None:
    assert journal.sessions.add(session, SUPPORT)
    back = journal.sessions.get(session.id)
    assert back is not None
    assert same_session(back, session)
    assert back.start.utcoffset() == session.start.utcoffset()


@given(st.lists(sets, max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sets_come_back_to_the_digit(journal: SqlJournal, logged: list[StrengthSet]) -> None:
    session = replace(lifting(), sets=tuple(logged))
    journal.sessions.put(session)
    back = journal.sessions.get(session.id)
    assert back is not None
    assert [str(one) for one in back.sets] == [str(one) for one in logged]


def test_heads_tell_the_summary_without_opening_anything(journal: SqlJournal) -> None:
    journal.sessions.add(lifting(start=START + timedelta(days=1)), SUPPORT)
    journal.sessions.add(run(), SUPPORT)
    heads = journal.sessions.heads()
    assert [(head.id, head.set_count, head.has_streams, head.sources) for head in heads] == [
        ("run-1", 0, True, ("fit",)),
        ("lift-1", 5, False, ("strong",)),
    ]
    assert [head.id for head in journal.sessions.heads(first=DAY + timedelta(days=1))] == ["lift-1"]


def test_between_takes_both_ends_and_leaves_streams_out(journal: SqlJournal) -> None:
    for offset in range(4):
        journal.sessions.add(run(f"run-{offset}", start=START + timedelta(days=offset)), SUPPORT)
    found = journal.sessions.between(DAY + timedelta(days=1), DAY + timedelta(days=2))
    assert [(one.id, one.streams, len(one.laps)) for one in found] == [("run-1", None, 2), ("run-2", None, 2)]


def test_streams_can_be_read_by_channel(journal: SqlJournal) -> None:
    journal.sessions.add(run(), SUPPORT)
    streams = journal.sessions.streams(SessionId("run-1"), ("altitude_m",))
    assert streams is not None
    assert list(streams.channels()) == ["altitude_m"]


def test_the_same_recording_twice_is_one(journal: SqlJournal) -> None:
    assert journal.sessions.add(run(), SUPPORT) is True
    assert journal.sessions.add(run(), SUPPORT) is False
    assert len(journal.sessions.heads()) == 1


def test_a_change_anywhere_changes_the_content(journal: SqlJournal) -> None:
    plain = run()
    assert plain.streams is not None
    assert plain.streams.hr_bpm is not None
    beat = plain.streams.hr_bpm.copy()
    beat[7] += 1
    variants = [
        plain,
        replace(plain, title="x"),
        replace(plain, streams=replace(plain.streams, hr_bpm=beat)),
        replace(plain, laps=plain.laps[:1]),
        replace(plain, note=None),
    ]
    for number, variant in enumerate(variants):
        journal.sessions.put(replace(variant, id=SessionId(f"s{number}")))
    assert len({head.content for head in journal.sessions.heads()}) == len(variants)


def test_two_recordings_shown_as_one_and_apart_again(journal: SqlJournal) -> None:
    watch, app = run("watch"), run("app", start=START + timedelta(seconds=20))
    for one in (watch, app):
        journal.sessions.add(one, SUPPORT)
    both = replace(watch, title="one morning", sources=watch.sources + app.sources)
    journal.sessions.show_as(both, (watch.id, app.id), ("started 20 s apart",))

    assert [(head.id, head.title) for head in journal.sessions.heads()] == [("watch", "one morning")]
    assert journal.sessions.because(SessionId("app")) == ("started 20 s apart",)
    through_part = journal.sessions.get(SessionId("app"))
    assert through_part is not None
    assert same_session(through_part, both)
    assert [one.id for one in journal.sessions.recordings(SessionId("app"))] == ["watch", "app"]

    journal.sessions.show_apart(SessionId("app"))
    assert [head.id for head in journal.sessions.heads()] == ["watch", "app"]
    assert journal.sessions.because(SessionId("app")) == ()


def test_put_again_replaces_what_was_entered_by_hand(journal: SqlJournal) -> None:
    journal.sessions.put(lifting())
    journal.sessions.put(replace(lifting(), sets=lifting().sets[:1]))
    assert [head.set_count for head in journal.sessions.heads()] == [1]
    journal.sessions.remove(SessionId("lift-1"))
    assert journal.sessions.heads() == ()


def test_one_athlete_never_sees_anothers(store: JournalStore) -> None:
    mine, theirs = store.journal(), store.journal(AthleteId("them"))
    mine.sessions.add(run(), SUPPORT)
    assert theirs.sessions.heads() == ()
    assert theirs.sessions.get(SessionId("run-1")) is None
    assert theirs.sessions.between(date.min, date.max) == ()


def test_what_fails_inside_a_change_leaves_nothing(journal: SqlJournal) -> None:
    class Stop(Exception):
        pass

    def half() -> None:
        with journal.change():
            journal.sessions.add(run(), SUPPORT)
            raise Stop

    with pytest.raises(Stop):
        half()
    assert journal.sessions.heads() == ()


def test_what_was_entered_by_hand_and_what_was_read_may_share_a_start_and_an_id(journal: SqlJournal) -> None:
    """Nothing else tells them apart, so what they hold decides their order, whichever came first."""
    by_hand = replace(lifting("both"), sources=())
    read = replace(lifting("both"), title="as read")
    journal.sessions.add(read, SUPPORT)
    journal.sessions.put(by_hand)
    first = journal.sessions.heads()
    journal.sessions.remove(by_hand.id)
    journal.sessions.put(by_hand)
    assert len(first) == 2
    assert journal.sessions.heads() == first == tuple(sorted(first, key=lambda head: head.content))
