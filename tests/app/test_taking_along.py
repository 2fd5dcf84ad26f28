"""Everything leaves in one zip, comes back as the identical journal, and can be erased to the last byte."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest
from pyrage import passphrase as age
from sqlalchemy import select

from longgame.app.export_all import export_all
from longgame.app.import_files import import_files
from longgame.app.profile import be_excused, tell_fact
from longgame.app.reflect import reflect
from longgame.app.restore_all import NoExport, restore_all
from longgame.app.setting import Setting, live_in
from longgame.app.stored_reviews import every_review, kept_review
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import ContentHash, PlannedId, SessionId
from longgame.kernel.sport import Sport
from longgame.record.live import LoggedHead
from longgame.record.notes import Note
from longgame.record.reflection import After, Thought
from longgame.record.wellness import Wellness
from longgame.store.carrying import SEALED, STAYS, carried_tables
from longgame.store.entries import (
    Access,
    BatchId,
    Consent,
    ConsentItem,
    ExerciseMapping,
    Move,
    PairingChoice,
    PrivateEntry,
    PrivateKind,
    Support,
)
from longgame.store.journal import JournalStore, open_store
from longgame.store.port import NotKept
from longgame.store.schema import metadata
from tests.app.made import EASY_PLAN, lifted, ride, steady
from tests.journeys.command_line import ROOT

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECRET = "quietly-afraid-of-the-hill"
SUPPORT = Support(ContentHash("a" * 64), BatchId("b"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JournalStore]:
    with open_store(tmp_path / "journal") as store:
        yield store


@pytest.fixture
def full(store: JournalStore) -> Setting:
    """A journal with something in every table."""
    setting = Setting(store.journal(), FixedClock(NOW))
    journal = setting.journal
    live_in(setting, "Europe/Madrid")
    use_plan(setting, "dir/autumn.plan", EASY_PLAN, datetime(2026, 11, 1, tzinfo=UTC))
    import_files(journal, [ROOT / "examples" / "recordings"], setting.reading(), NOW)
    journal.sessions.put(replace(ride("2026-11-17", steady(128), 20), note=f"note {SECRET}", raw=(("x", SECRET),)))
    lift = lifted("2026-11-18", "Bench Press", (5, 5))
    journal.sessions.put(replace(lift, sets=(replace(lift.sets[0], note=SECRET), *lift.sets[1:])))
    reflect(setting, After(NOW, effort=3.0, learned=SECRET), date(2026, 11, 17))
    reflect(setting, Thought(NOW, SECRET), date(2026, 11, 17))
    tell_fact(setting, "threshold_hr", 165, date(2026, 11, 1))
    be_excused(setting, "ill", date(2026, 11, 2), date(2026, 11, 3), SECRET)
    journal.days.put_note(Note(NOW, f"{SECRET}, später", "diary"), SUPPORT)
    journal.days.put_wellness(Wellness(date(2026, 11, 17), mood=3.0, steps=900, note=SECRET, source="x"), SUPPORT)
    journal.days.put_wellness(Wellness(date(2026, 11, 17), mood=4.0, note=SECRET))
    journal.plans.move(Move(PlannedId("p"), date(2026, 11, 19), NOW))
    journal.pairings.choose(PairingChoice(SessionId("ride-2026-11-17"), None, NOW))
    journal.answers.map_exercise(ExerciseMapping("BP", "Bench Press", NOW))
    journal.private.add(PrivateEntry(PrivateKind.COMMENT, "u", NOW, date(2026, 11, 17), json.dumps(SECRET)))
    journal.live.put_head(SessionId("live"), LoggedHead(NOW, NOW, NOW.date(), Sport.STRENGTH, note=SECRET))
    journal.consents.say(Consent("coach", ConsentItem.PLAN, True, NOW))
    journal.accesses.note(Access("coach", "plan", "web", NOW))
    return setting


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Setting]:
    with open_store(tmp_path / "other") as store:
        setting = Setting(store.journal(), FixedClock(NOW))
        live_in(setting, "Asia/Tokyo")
        yield setting


def _data(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.usefixtures("full")
def test_no_table_and_no_sealed_column_is_forgotten(store: JournalStore) -> None:
    assert {table.name for table in carried_tables()} | set(STAYS) == set(metadata.tables)
    with store.database.reading() as connection:
        for table in carried_tables():
            rows = connection.execute(select(table)).mappings().all()
            assert rows, f"{table.name} is empty here, so nothing is known about it"
            sealed = {name for row in rows for name, value in row.items() if str(value).startswith("1.")}
            assert {name for name in sealed if len(str(rows[0][name])) > 20} <= set(SEALED.get(table.name, ()))


def test_a_restored_journal_is_the_identical_journal(full: Setting, empty: Setting, tmp_path: Path) -> None:
    told = export_all(full, tmp_path / "one.zip")
    back = restore_all(empty, tmp_path / "one.zip")
    assert (told.rows, told.originals, told.streams) == (back.rows, back.originals, back.streams)
    again = export_all(empty, tmp_path / "two.zip")
    assert again.size == told.size
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    kept, restored = every_review(full), every_review(empty)
    assert [kept_review(empty, one.review) for one in restored] == [kept_review(full, one.review) for one in kept]
    assert empty.zone == full.zone
    said = empty.journal.reflections.all()
    assert [one.words for one in said] == [one.words for one in full.journal.reflections.all()]


def test_importing_again_after_a_restore_adds_nothing(full: Setting, empty: Setting, tmp_path: Path) -> None:
    export_all(full, tmp_path / "one.zip")
    restore_all(empty, tmp_path / "one.zip")
    empty.journal.days.put_note(Note(NOW, f"{SECRET}, später", "diary"), SUPPORT)
    account = import_files(empty.journal, [ROOT / "examples" / "recordings"], empty.reading(), NOW)
    assert account.sessions == 0
    assert empty.journal.days.notes() == full.journal.days.notes()


def test_the_zip_is_open_formats(full: Setting, tmp_path: Path) -> None:
    export_all(full, tmp_path / "one.zip")
    data = _data(tmp_path / "one.zip")
    assert data["plans/0001-autumn.plan"].decode() == EASY_PLAN
    assert SECRET in data["journal.md"].decode()
    originals = {name: content for name, content in data.items() if name.startswith("originals/")}
    recordings = {path.name: path.read_bytes() for path in (ROOT / "examples" / "recordings").iterdir()}
    assert {name.rsplit("/", 1)[1] for name in originals} <= set(recordings)
    assert all(recordings[name.rsplit("/", 1)[1]] == content for name, content in originals.items())
    name = next(name for name in data if name.startswith("streams/"))
    (tmp_path / "one.parquet").write_bytes(data[name])
    ((seconds,),) = duckdb.sql(f"SELECT max(t_s) FROM '{tmp_path / 'one.parquet'}'").fetchall()
    assert seconds > 600


def test_an_encrypted_export_opens_with_its_passphrase_alone(full: Setting, empty: Setting, tmp_path: Path) -> None:
    file = tmp_path / "one.age"
    export_all(full, file, "four plain words here")
    assert SECRET.encode() not in file.read_bytes()
    assert zipfile.is_zipfile(io.BytesIO(age.decrypt(file.read_bytes(), "four plain words here")))
    with pytest.raises(NoExport, match="does not open"):
        restore_all(empty, file, "three plain words")
    with pytest.raises(NoExport, match="passphrase is needed"):
        restore_all(empty, file)
    assert restore_all(empty, file, "four plain words here").rows > 0


def test_only_an_empty_journal_takes_an_export(full: Setting, tmp_path: Path) -> None:
    export_all(full, tmp_path / "one.zip")
    with pytest.raises(NoExport, match="not empty"):
        restore_all(full, tmp_path / "one.zip")
    with pytest.raises(NotKept, match="not empty"):
        full.journal.carrying.take_in([])


def test_a_damaged_export_restores_nothing(full: Setting, empty: Setting, tmp_path: Path) -> None:
    export_all(full, tmp_path / "one.zip")
    data = _data(tmp_path / "one.zip")
    data["data/sets.jsonl"] = data["data/sets.jsonl"].replace(b"Bench", b"Board")
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        for name, content in data.items():
            archive.writestr(name, content)
    whole = (tmp_path / "one.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    for name, says in (("two.zip", "sets.jsonl is missing or damaged"), ("cut.zip", "no zip, or is cut off")):
        with pytest.raises(NoExport, match=says):
            restore_all(empty, tmp_path / name)
    assert empty.journal.carrying.is_empty()


def test_nothing_of_a_forgotten_athlete_is_left_in_any_byte(full: Setting, store: JournalStore) -> None:
    every_review(full)
    (store.folder / "backups").mkdir()
    (store.folder / "backups" / "0001-0003.db").write_bytes((store.folder / "journal.db").read_bytes())
    words = (SECRET.encode(), b"Easy ride", b"Bench Press", b"coach", b"ride-2026-11-17", b"Europe/Madrid")
    recording = next((ROOT / "examples" / "recordings").iterdir()).read_bytes()[200:264]
    assert any(b"Easy ride" in path.read_bytes() for path in store.folder.rglob("*") if path.is_file())
    other = store.journal(type(full.journal.athlete)("somebody else"))
    other.days.put_note(Note(NOW, "stays", "athlete"))
    assert full.journal.carrying.erase() > 50
    left = b"".join(path.read_bytes() for path in store.folder.rglob("*") if path.is_file())
    assert [word for word in (*words, recording) if word in left] == []
    assert full.journal.sessions.heads() == ()
    assert [note.text for note in other.days.notes()] == ["stays"]
    live_in(full, "UTC")
    full.journal.days.put_note(Note(NOW, "begun anew", "athlete"))
    assert [note.text for note in full.journal.days.notes()] == ["begun anew"]
