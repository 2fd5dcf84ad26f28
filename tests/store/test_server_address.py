"""A journal named by the URL of a PostgreSQL database opens like a folder, and its address is told to nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from longgame.app.comments import comment, comments_on
from longgame.doors.wiring import FolderRefused, open_setting
from longgame.store.journal import SqlJournal
from tests.store.conftest import emptied
from tests.store.examples import lifting


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LONGGAME_FILES", str(tmp_path / "files"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    return tmp_path / "files"


def test_a_url_opens_a_journal_whose_files_lie_in_a_folder(founded: str, files: Path) -> None:
    with open_setting(emptied(founded)) as setting:
        setting.journal.sessions.put(lifting())
        setting.journal.originals.keep(b"as it came")
        comment(setting, lifting().id, "Steady.")
    with open_setting(founded) as setting:
        assert [one.text for one in comments_on(setting.journal, lifting().id)] == ["Steady."]
        assert len(setting.journal.originals.all()) == 1
    assert sorted(path.name for path in files.iterdir()) == ["keys", "originals"]


def test_every_athlete_of_a_database_is_alone_in_it(founded: str, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_setting(emptied(founded)) as setting:
        setting.journal.sessions.put(lifting())
    monkeypatch.setenv("LONGGAME_ATHLETE", "ada")
    monkeypatch.setenv("LONGGAME_JOURNAL", founded)
    with open_setting(None) as setting:
        assert setting.journal.athlete == "ada"
        assert setting.journal.sessions.heads() == ()
        setting.journal.vault.new_recovery_code()
    assert sorted(path.name for path in (files / "keys").iterdir()) == ["ada.key", "me.key"]


@pytest.mark.parametrize(
    "place", ["postgresql://me:secret@/nowhere?host=/no/such/folder", "postgresql://me:secret@[/x"]
)
def test_a_database_that_cannot_be_opened_is_refused_without_its_secrets(place: str, files: Path) -> None:
    with pytest.raises(FolderRefused, match="database") as refused, open_setting(place):
        pass
    assert "secret" not in str(refused.value)
    assert files.parent.exists()


def test_writers_of_one_athlete_take_turns(founded: str, tmp_path: Path) -> None:
    """Two processes number their entries after each other, never with the same number."""
    from concurrent.futures import ThreadPoolExecutor

    from longgame.store.entries import Access
    from tests.store.conftest import cheap_store
    from tests.store.test_both_databases import NOON

    url = emptied(founded)
    stores = [cheap_store(tmp_path / "journal", url) for _ in range(4)]

    def note(number: int) -> None:
        journal: SqlJournal = stores[number % 4].journal()
        journal.accesses.note(Access("Ada", f"page {number}", "web", NOON))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(note, range(24)))
    assert len(stores[0].journal().accesses.log()) == 24
    for one in stores:
        one.close()
