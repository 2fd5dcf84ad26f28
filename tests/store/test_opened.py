"""What was read once is not read again while its rows stay the same, and nothing of it outlives the open vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from longgame.kernel.units import Amount, Unit
from longgame.record.reflection import Said, Thought
from longgame.store.entries import LOCKED_WORDS
from longgame.store.inner_port import VaultLocked
from longgame.store.journal import JournalStore, SqlJournal
from longgame.store.sealing import FieldCipher
from tests.store.conftest import cheap_store
from tests.store.examples import DAY, lifting, run

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PASSPHRASE = "three quiet words"
THOUGHT = Said("t-1", date(2026, 3, 1), Thought(NOON, "steady at last"))


@pytest.fixture
def unsealed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The places whose words were taken out of their seal."""
    found: list[str] = []
    really = FieldCipher.unseal

    def unseal(self: FieldCipher, kept: str, place: str) -> str:
        found.append(place)
        return really(self, kept, place)

    monkeypatch.setattr(FieldCipher, "unseal", unseal)
    return found


@pytest.fixture
def kept(journal: SqlJournal) -> SqlJournal:
    journal.sessions.put(replace(lifting(), note="quiet gym"))
    journal.sessions.put(run())
    journal.reflections.add(THOUGHT)
    return journal


def test_a_second_look_opens_nothing_and_finds_the_same(kept: SqlJournal, unsealed: list[str]) -> None:
    first, said = kept.sessions.between(DAY, DAY), kept.reflections.all()
    assert [len(one.sets) for one in first if one.note == "quiet gym"] == [len(lifting().sets)]
    opened = len(unsealed)
    assert opened > 0
    assert (kept.sessions.between(DAY, DAY), kept.reflections.all()) == (first, said)
    assert len(unsealed) == opened


def test_streams_stay_with_who_asks_for_them(kept: SqlJournal) -> None:
    assert kept.sessions.get(run().id).streams is not None  # type: ignore[union-attr]  # it was kept
    assert [one.streams for one in kept.sessions.between(DAY, DAY)] == [None, None]
    assert kept.sessions.get(run().id).streams is not None  # type: ignore[union-attr]  # it was kept


def test_what_another_process_changes_is_seen(store: JournalStore, kept: SqlJournal) -> None:
    kept.sessions.between(DAY, DAY)
    heavier = tuple(replace(one, load=Amount(Decimal(200), Unit.KILOGRAM)) for one in lifting().sets)
    with cheap_store(store.folder) as other:
        other.journal().sessions.put(replace(lifting(), sets=heavier))
    found = [one for one in kept.sessions.between(DAY, DAY) if one.sets]
    assert [one.sets for one in found] == [heavier]


def test_locking_lets_go_of_it_and_unlocking_reads_it_again(kept: SqlJournal) -> None:
    kept.vault.set_passphrase(PASSPHRASE)
    first = kept.sessions.between(DAY, DAY)
    kept.reflections.all()
    kept.vault.lock()
    assert kept.vault.opened.values == {}
    assert {one.note for one in kept.sessions.between(DAY, DAY)} == {LOCKED_WORDS}
    with pytest.raises(VaultLocked):
        kept.reflections.all()
    kept.vault.unlock(PASSPHRASE)
    assert kept.sessions.between(DAY, DAY) == first
    assert kept.reflections.all() == (THOUGHT,)


def test_who_still_reads_while_it_is_locked_leaves_nothing_behind(kept: SqlJournal) -> None:
    kept.vault.set_passphrase(PASSPHRASE)
    before = kept.vault.opened
    kept.vault.lock()
    before.keep("late", "row", "words")
    kept.vault.unlock(PASSPHRASE)
    assert kept.vault.opened.known("late", "row") is None
