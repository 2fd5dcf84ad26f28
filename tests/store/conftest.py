"""A journal in a folder of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from longgame.store.journal import JournalStore, SqlJournal, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JournalStore]:
    with open_store(tmp_path / "journal") as opened:
        yield opened


@pytest.fixture
def journal(store: JournalStore) -> SqlJournal:
    return store.journal()
