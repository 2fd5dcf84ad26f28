"""The vault: keys in a file, behind a passphrase or in a keyring; changing them changes nothing that was sealed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from longgame.kernel.ids import AthleteId, ContentHash
from longgame.record.notes import Note
from longgame.record.profile import Excuse, ExcuseKind
from longgame.record.reflection import Said, Thought
from longgame.record.wellness import Wellness
from longgame.store.entries import LOCKED_WORDS, Derived, KeyHome, PrivateEntry, PrivateKind, VaultStatus
from longgame.store.inner_port import Tampered, VaultLocked, WrongKey
from longgame.store.journal import JournalStore, SqlJournal
from longgame.store.schema import notes, vault_keys
from tests.store.conftest import cheap_store
from tests.store.examples import SUPPORT, lifting, run, same_session

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = date(2026, 3, 1)
NOTE = Note(NOON, "früh am Fluss", "athlete")
PASSPHRASE, OTHER = "three quiet words", "four quiet words more"


def reopened(store: JournalStore) -> SqlJournal:
    """The journal as another process would find it."""
    return cheap_store(store.folder).journal()


def filled(journal: SqlJournal) -> SqlJournal:
    journal.days.put_note(NOTE)
    return journal


def sealed_notes(store: JournalStore) -> list[str]:
    with store.database.reading() as connection:
        return list(connection.scalars(select(notes.c.text)))


def test_without_a_passphrase_the_key_lies_in_a_file_of_its_owner(store: JournalStore, journal: SqlJournal) -> None:
    filled(journal)
    key = store.folder / "keys" / "me.key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert key.parent.stat().st_mode & 0o777 == 0o700
    assert journal.vault.status() == VaultStatus(KeyHome.FILE, locked=False, recoverable=False)
    assert reopened(store).days.notes() == (NOTE,)


def test_a_missing_key_file_is_never_replaced_by_another(store: JournalStore, journal: SqlJournal) -> None:
    filled(journal)
    key = store.folder / "keys" / "me.key"
    kept = key.read_bytes()
    key.unlink()
    found = reopened(store)
    assert found.vault.status().locked is True
    assert [one.text for one in found.days.notes()] == [LOCKED_WORDS]
    with pytest.raises(VaultLocked, match="key file is missing"):
        found.days.put_note(NOTE)
    assert not key.exists()
    key.write_bytes(kept)
    assert reopened(store).days.notes() == (NOTE,)


def test_the_key_of_another_journal_does_not_pass_for_this_ones(store: JournalStore, journal: SqlJournal) -> None:
    filled(journal)
    filled(store.journal(AthleteId("other")))
    keys = store.folder / "keys"
    (keys / "me.key").write_bytes((keys / "other.key").read_bytes())
    assert reopened(store).vault.status().locked is True


def test_a_passphrase_locks_for_every_later_opening(store: JournalStore, journal: SqlJournal) -> None:
    filled(journal).vault.set_passphrase(PASSPHRASE)
    assert not (store.folder / "keys" / "me.key").exists()
    assert journal.days.notes() == (NOTE,)
    found = reopened(store)
    assert found.vault.status() == VaultStatus(KeyHome.PASSPHRASE, locked=True, recoverable=True)
    with pytest.raises(WrongKey, match="passphrase does not open"):
        found.vault.unlock(OTHER)
    assert found.vault.status().locked is True
    found.vault.unlock(PASSPHRASE)
    assert found.days.notes() == (NOTE,)
    assert reopened(store).vault.status().locked is True


def test_an_unlocked_journal_stays_open_for_later_commands_until_it_is_locked(
    store: JournalStore, journal: SqlJournal
) -> None:
    filled(journal).vault.set_passphrase(PASSPHRASE)
    reopened(store).vault.unlock(PASSPHRASE, stay_open=True)
    second = reopened(store)
    assert second.days.notes() == (NOTE,)
    second.vault.lock()
    assert second.vault.status().locked is True
    assert reopened(store).vault.status().locked is True


def test_changing_the_passphrase_wraps_anew_and_touches_nothing_sealed(
    store: JournalStore, journal: SqlJournal
) -> None:
    code = filled(journal).vault.set_passphrase(PASSPHRASE)
    before = sealed_notes(store)
    with pytest.raises(WrongKey):
        reopened(store).vault.change_passphrase(OTHER, PASSPHRASE)
    reopened(store).vault.change_passphrase(PASSPHRASE, OTHER)
    assert sealed_notes(store) == before
    found = reopened(store)
    with pytest.raises(WrongKey):
        found.vault.unlock(PASSPHRASE)
    found.vault.unlock(OTHER)
    assert found.days.notes() == (NOTE,)
    reopened(store).vault.recover(code, PASSPHRASE)


def test_a_recovery_code_opens_once_and_gives_the_next(store: JournalStore, journal: SqlJournal) -> None:
    code = filled(journal).vault.set_passphrase(PASSPHRASE)
    found = reopened(store)
    following = found.vault.recover(code.lower(), OTHER)
    assert found.days.notes() == (NOTE,)
    with pytest.raises(WrongKey, match="recovery code does not open"):
        reopened(store).vault.recover(code, PASSPHRASE)
    reopened(store).vault.recover(following, PASSPHRASE)
    reopened(store).vault.unlock(PASSPHRASE)


def test_a_recovery_code_also_helps_who_lost_the_key_file(store: JournalStore, journal: SqlJournal) -> None:
    code = filled(journal).vault.new_recovery_code()
    (store.folder / "keys" / "me.key").unlink()
    found = reopened(store)
    found.vault.recover(code, PASSPHRASE)
    assert found.days.notes() == (NOTE,)


def test_the_keyring_can_keep_the_key(store: JournalStore, journal: SqlJournal) -> None:
    filled(journal).vault.keep_in_keyring()
    assert not (store.folder / "keys" / "me.key").exists()
    assert reopened(store).vault.status() == VaultStatus(KeyHome.KEYRING, locked=False, recoverable=False)
    assert reopened(store).days.notes() == (NOTE,)
    reopened(store).vault.set_passphrase(PASSPHRASE)
    assert reopened(store).vault.status().locked is True


@pytest.mark.parametrize(
    ("deed", "why"),
    [
        (lambda vault: vault.set_passphrase("short"), "at least 8"),
        (lambda vault: vault.lock(), "set one first"),
    ],
)
def test_what_cannot_be_is_refused(journal: SqlJournal, deed: Callable[[object], object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        deed(journal.vault)


def test_there_is_one_passphrase_at_a_time(journal: SqlJournal) -> None:
    journal.vault.set_passphrase(PASSPHRASE)
    with pytest.raises(ValueError, match="passphrase already"):
        journal.vault.set_passphrase(OTHER)


def test_a_change_that_fails_leaves_a_vault_that_opens(store: JournalStore, journal: SqlJournal) -> None:
    def fail_in_between() -> None:
        with journal.change():
            filled(journal)
            raise RuntimeError("in between")

    with pytest.raises(RuntimeError, match="in between"):
        fail_in_between()
    filled(journal)
    assert reopened(store).days.notes() == (NOTE,)
    with store.database.reading() as connection:
        assert list(connection.scalars(select(vault_keys.c.slot))) == ["check"]


def test_a_locked_journal_shows_records_and_says_that_words_are_locked(
    store: JournalStore, journal: SqlJournal
) -> None:
    for session in (run(), lifting()):
        journal.sessions.add(session, SUPPORT)
    journal.days.put_wellness(Wellness(DAY, fatigue=4.0, note="slept badly"))
    journal.days.put_excuse(Excuse(ExcuseKind.ILL, DAY, DAY, "flu"), NOON)
    filled(journal).reflections.add(Said("u", DAY, Thought(NOON, "too slow")))
    journal.private.add(PrivateEntry(PrivateKind.CHECK_IN, "c", NOON, DAY, "{}"))
    journal.vault.set_passphrase(PASSPHRASE)
    locked = reopened(store)
    found = locked.sessions.get(run().id)
    assert found is not None
    assert (found.distance_m, found.note, found.raw) == (run().distance_m, LOCKED_WORDS, ((LOCKED_WORDS,) * 2,))
    lifted = locked.sessions.get(lifting().id)
    assert lifted is not None
    assert [one.note for one in lifted.sets] == [None, None, LOCKED_WORDS, None, None]
    assert locked.days.wellness() == (Wellness(DAY, fatigue=4.0, note=LOCKED_WORDS),)
    assert locked.days.profile().excused(DAY) == Excuse(ExcuseKind.ILL, DAY, DAY, LOCKED_WORDS)
    assert [one.text for one in locked.days.notes()] == [LOCKED_WORDS]
    for ask in (locked.reflections.all, locked.private.all):
        with pytest.raises(VaultLocked, match="longgame vault unlock"):
            ask()
    assert locked.reflections.between(date.min, DAY.replace(day=1).replace(month=1)) == ()


def test_a_locked_journal_takes_what_has_no_words_and_refuses_the_rest_whole(
    store: JournalStore, journal: SqlJournal
) -> None:
    filled(journal).vault.set_passphrase(PASSPHRASE)
    locked = reopened(store)
    locked.days.put_wellness(Wellness(DAY, fatigue=4.0))
    with pytest.raises(VaultLocked):
        locked.sessions.add(run(), SUPPORT)
    with pytest.raises(VaultLocked):
        locked.reflections.add(Said("u", DAY, Thought(NOON, "too slow")))
    assert locked.sessions.heads() == ()
    assert locked.days.wellness() == (Wellness(DAY, fatigue=4.0),)


def test_sessions_read_while_locked_cannot_be_written_over_what_they_said(
    store: JournalStore, journal: SqlJournal
) -> None:
    """The words that stand in for a note must never become the note."""
    journal.sessions.put(lifting())
    journal.vault.set_passphrase(PASSPHRASE)
    locked = reopened(store)
    found = locked.sessions.get(lifting().id)
    assert found is not None
    with pytest.raises(VaultLocked):
        locked.sessions.put(found)
    locked.vault.unlock(PASSPHRASE)
    with pytest.raises(VaultLocked):
        locked.sessions.put(found)
    kept = locked.sessions.get(lifting().id)
    assert kept is not None
    assert same_session(kept, lifting())


def test_values_cannot_be_swapped_between_rows(store: JournalStore, journal: SqlJournal) -> None:
    filled(journal).days.put_note(Note(NOON, "another", "athlete"))
    with store.database.writing() as connection:
        (first, second) = connection.execute(select(notes).order_by(notes.c.row)).all()
        connection.execute(notes.update().where(notes.c.row == first.row).values(text=second.text))
    with pytest.raises(Tampered, match=r"notes\.text/"):
        journal.days.notes()


def test_two_athletes_have_two_keys(store: JournalStore, journal: SqlJournal) -> None:
    other = store.journal(AthleteId("other/athlete"))
    filled(journal).vault.set_passphrase(PASSPHRASE)
    filled(other)
    keys = sorted(path.name for path in (store.folder / "keys").iterdir())
    assert keys == ["other%2Fathlete.key"]
    assert cheap_store(store.folder).journal(AthleteId("other/athlete")).days.notes() == (NOTE,)


def test_two_at_once_make_one_key(tmp_path: Path) -> None:
    journals = [cheap_store(tmp_path / "journal").journal() for _ in range(2)]
    for number, one in enumerate(journals):
        one.days.put_note(Note(NOON, f"note {number}", "athlete"))
    assert [note.text for note in cheap_store(tmp_path / "journal").journal().days.notes()] == ["note 0", "note 1"]


def test_what_is_derived_is_as_if_it_were_not_there_while_locked(store: JournalStore, journal: SqlJournal) -> None:
    """A review tells efforts and pain; while locked none is read, and none is kept that could not be sealed."""
    kept = Derived("review", "a", b"told", ContentHash("c" * 64), "1", DAY)
    journal.derived.save(kept)
    journal.vault.set_passphrase(PASSPHRASE)
    locked = reopened(store)
    assert (locked.derived.load("review", "a"), locked.derived.of_kind("review")) == (None, ())
    locked.derived.save(replace(kept, key="b"))
    locked.vault.unlock(PASSPHRASE)
    assert locked.derived.of_kind("review") == (kept,)
