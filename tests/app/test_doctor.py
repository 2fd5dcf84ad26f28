"""The checkup finds what is wrong, mends what can be, and says what cannot."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from longgame.app.derived_kinds import engines_of_kinds
from longgame.app.doctor import look_over
from longgame.app.import_files import import_files
from longgame.app.setting import Setting
from longgame.app.stored_reviews import every_review
from longgame.kernel.ids import ContentHash
from longgame.store.entries import BatchId, Derived, FaultKind
from longgame.store.journal import SqlJournal
from longgame.store.schema import supports
from tests.app.importing.activity_files import gpx, tcx
from tests.app.made import lifted
from tests.journeys.command_line import ROOT

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
RECORDING = sorted((ROOT / "examples" / "recordings").glob("*.fit*"))[0]


@pytest.fixture
def folder(setting: Setting, tmp_path: Path) -> Path:
    """A journal with one recording in it, every file of it older than an hour."""
    import_files(setting.journal, [RECORDING], setting.reading(), NOW)
    every_review(setting)
    for path in tmp_path.rglob("*"):
        os.utime(path, (0, 0))
    return tmp_path / "journal"


def kinds(setting: Setting, *, repair: bool = False) -> list[tuple[FaultKind, bool]]:
    return [(one.fault.kind, one.repaired) for one in look_over(setting, repair=repair)]


@pytest.mark.usefixtures("folder")
def test_a_sound_journal_has_nothing_wrong(setting: Setting) -> None:
    setting.journal.sessions.put(lifted("2026-11-17", "Dip", (5, 5)))
    assert kinds(setting) == []


def test_waste_is_removed_once_it_is_old(setting: Setting, folder: Path) -> None:
    old, young = folder / "originals" / "me" / "ab" / "cd", folder / "streams" / "me" / "x.part"
    for path in (old, young):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    os.utime(old, (0, 0))
    os.utime(young, ((NOW - timedelta(minutes=5)).timestamp(),) * 2)
    assert kinds(setting) == [(FaultKind.WASTE, False)]
    assert kinds(setting, repair=True) == [(FaultKind.WASTE, True)]
    assert (old.exists(), young.exists()) == (False, True)
    assert kinds(setting) == []


def file_in(folder: Path) -> Path:
    return next(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("damage", ["missing", "cut", "flipped"])
def test_streams_are_made_anew_from_their_original(setting: Setting, folder: Path, damage: str) -> None:
    streams = file_in(folder / "streams")
    held = streams.read_bytes()
    if damage == "missing":
        streams.unlink()
    else:
        streams.write_bytes(held[:40] if damage == "cut" else held[:-9] + bytes([held[-9] ^ 1]) + held[-8:])
    kind = FaultKind.STREAMS_MISSING if damage == "missing" else FaultKind.STREAMS_DAMAGED
    assert kinds(setting) == [(kind, False)]
    assert kinds(setting, repair=True) == [(kind, True)]
    assert streams.read_bytes() == held
    assert kinds(setting) == []


def test_streams_of_several_recordings_shown_as_one_are_made_anew_too(setting: Setting, tmp_path: Path) -> None:
    start = datetime(2026, 11, 20, 8, tzinfo=UTC)
    for name, content in (("a.gpx", gpx(start, points=60)), ("b.tcx", tcx(start, points=60))):
        (tmp_path / name).write_bytes(content)
    import_files(setting.journal, [tmp_path / "a.gpx", tmp_path / "b.tcx"], setting.reading(), NOW)
    files = [path for path in (tmp_path / "journal" / "streams").rglob("*") if path.is_file()]
    held = {path: path.read_bytes() for path in files}
    assert (len(files), setting.journal.sessions.tally().sessions) == (3, 1)
    for path in files:
        path.unlink()
    assert kinds(setting, repair=True) == [(FaultKind.STREAMS_MISSING, True)] * 3
    assert {path: path.read_bytes() for path in files} == held


def test_a_lost_original_is_put_back_by_the_same_file_and_nothing_is_doubled(setting: Setting, folder: Path) -> None:
    file_in(folder / "originals").unlink()
    assert kinds(setting) == [(FaultKind.ORIGINAL_MISSING, False)]
    before = setting.journal.sessions.tally()
    account = import_files(setting.journal, [RECORDING], setting.reading(), NOW)
    assert (account.sessions, setting.journal.sessions.tally()) == (0, before)
    assert kinds(setting) == []


def test_while_it_is_locked_it_says_what_could_not_be_looked_over(setting: Setting, folder: Path) -> None:
    setting.journal.vault.set_passphrase("three quiet words")
    setting.journal.vault.lock()
    file_in(folder / "streams").unlink()
    found = [(FaultKind.ORIGINALS_LOCKED, False), (FaultKind.STREAMS_MISSING, False)]
    assert kinds(setting, repair=True) == found


def test_files_that_do_not_fit_are_named_and_cannot_be_mended(setting: Setting, folder: Path) -> None:
    original, streams = file_in(folder / "originals"), file_in(folder / "streams")
    held = original.read_bytes()
    original.write_bytes(held[:-1] + bytes([held[-1] ^ 1]))
    streams.write_bytes(streams.read_bytes()[:40])
    found = [(FaultKind.ORIGINAL_DAMAGED, False), (FaultKind.STREAMS_DAMAGED, False)]
    assert kinds(setting, repair=True) == found
    original.unlink()
    streams.unlink()
    assert [kind for kind, _ in kinds(setting)] == [FaultKind.ORIGINAL_MISSING, FaultKind.STREAMS_MISSING]
    assert all(one.hint for one in look_over(setting))


@pytest.mark.usefixtures("folder")
def test_rows_that_lean_on_nothing_and_values_of_another_engine_go(setting: Setting) -> None:
    journal = setting.journal
    assert isinstance(journal, SqlJournal)
    row = {"athlete": "me", "kind": "session", "row": "gone", "original": "o", "batch": BatchId("b")}
    with journal.shelf.database.writing() as connection:
        connection.execute(insert(supports).values(**row))
    journal.derived.save(Derived("review", "k", b"{}", ContentHash("i"), "0.0"))
    found = [FaultKind.DANGLING, FaultKind.OUTDATED]
    assert kinds(setting, repair=True) == [(kind, True) for kind in found]
    assert kinds(setting) == []


@pytest.mark.usefixtures("folder")
def test_a_value_is_held_to_what_makes_its_own_kind(setting: Setting) -> None:
    engines = engines_of_kinds()
    made = [Derived(kind, "k", b"{}", ContentHash("i"), engine) for kind, engine in engines.items()]
    for one in made:
        setting.journal.derived.save(one)
    assert kinds(setting) == []
    for one in made:
        setting.journal.derived.save(replace(one, engine="0" + one.engine))
    setting.journal.derived.save(Derived("of old", "k", b"{}", ContentHash("i"), "1"))
    (fault,) = look_over(setting, repair=True)
    assert (fault.fault.what, fault.repaired) == (f"{len(engines) + 1} values", True)
    assert kinds(setting) == []


def test_a_damaged_database_is_told_plainly(setting: Setting, folder: Path) -> None:
    journal = setting.journal
    assert isinstance(journal, SqlJournal)
    raw = sqlite3.connect(folder / "journal.db", isolation_level=None)
    raw.execute("PRAGMA writable_schema=ON")
    swapped = "replace(sql, 'local_day', 'layer')"
    raw.execute(f"UPDATE sqlite_master SET sql = {swapped} WHERE name LIKE 'ix_sessions_%local_day'")
    raw.close()
    journal.shelf.database.engine.dispose()
    assert (FaultKind.DATABASE, False) in kinds(setting, repair=True)
