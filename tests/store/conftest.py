"""A journal in a folder of its own for each test; trying a passphrase costs little here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from longgame.store.journal import KEYS_NAME, JournalStore, SqlJournal, open_store
from longgame.store.key_places import KeyFolder
from longgame.store.vault import KeyPlaces
from longgame.store.wrapping import KeyCost

CHEAP = KeyCost(passes=1, memory_kib=64, lanes=1)


def cheap_store(folder: Path) -> JournalStore:
    """A store whose unlocked keys lie in the folder `run` beside it, and whose keyring is the folder `ring`."""
    beside = folder.parent
    places = KeyPlaces(
        KeyFolder(folder / KEYS_NAME), KeyFolder(beside / "run"), KeyFolder(beside / "ring"), CHEAP, str(folder)
    )
    return open_store(folder, places)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JournalStore]:
    with cheap_store(tmp_path / "journal") as opened:
        yield opened


@pytest.fixture
def journal(store: JournalStore) -> SqlJournal:
    return store.journal()
