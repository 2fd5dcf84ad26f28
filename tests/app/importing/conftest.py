"""A journal and a desk to import at, for each test its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from longgame.app.import_account import ImportAccount
from longgame.app.import_files import import_files
from longgame.intake.model import ReadContext
from longgame.kernel.ids import THE_ATHLETE
from longgame.store.journal import SqlJournal, open_store

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
CONTEXT = ReadContext(THE_ATHLETE, ZoneInfo("Europe/Berlin"))


@dataclass
class Importing:
    """A journal and a folder to lay files into."""

    journal: SqlJournal
    folder: Path

    def lay(self, name: str, content: bytes) -> Path:
        """Write a file below the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def bring_in(self, *paths: Path) -> ImportAccount:
        """Import these paths, or the whole folder."""
        return import_files(self.journal, paths or (self.folder,), CONTEXT, NOW)


@pytest.fixture
def importing(tmp_path: Path) -> Iterator[Importing]:
    with open_store(tmp_path / "journal") as store:
        folder = tmp_path / "files"
        folder.mkdir()
        yield Importing(store.journal(), folder)
