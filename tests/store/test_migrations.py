"""Founding a journal at once and migrating it step by step end in the same schema, and nothing in it is lost."""

import base64
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Date, Engine, LargeBinary, MetaData, Table, inspect, select, text

from longgame.kernel.ids import AthleteId, SessionId
from longgame.record.notes import Note
from longgame.record.wellness import Wellness
from longgame.store import migrations, schema
from longgame.store.database import bring_up_to_date, sqlite_engine
from longgame.store.entries import BatchId, Support
from longgame.store.journal import open_store
from longgame.store.key_places import KeyFolder
from longgame.store.migrations.upgrade import upgrade
from tests.store.examples import DAY, ORIGINAL

RELEASED = Path(__file__).parent / "released"
"""For each released schema, a journal of two athletes written by the code of that time, as rows in JSON."""


@pytest.fixture
def keys(tmp_path: Path) -> KeyFolder:
    return KeyFolder(tmp_path / "keys")


def restore_rows(engine: Engine, keys: KeyFolder, version: str) -> None:
    """Lay out the schema of a released version and fill it with that version's rows."""
    upgrade(engine, keys, version)
    found = MetaData()
    found.reflect(engine)
    rows = json.loads((RELEASED / f"{version}.json").read_text("utf-8"))
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        for table in found.sorted_tables:
            for row in rows.get(table.name, ()):
                connection.execute(table.insert().values(**{name: _typed(table, name, row[name]) for name in row}))


def _typed(table: Table, name: str, value: Any) -> Any:
    kind = table.c[name].type
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return base64.b64decode(value) if isinstance(kind, LargeBinary) else value


def plain_words(version: str) -> set[str]:
    rows = json.loads((RELEASED / f"{version}.json").read_text("utf-8"))
    return {
        row[column]
        for table, column in (("sessions", "note"), ("sets", "note"), ("wellness", "note"), ("notes", "text"))
        for row in rows[table]
        if column in row
    } | {row["note"] for row in rows["excuses"]}


def laid_out(engine: Engine) -> list[tuple[str, str]]:
    """Every table and index with the SQL that made it, blanks evened out."""
    with engine.connect() as connection:
        found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"))
        return [(name, " ".join(sql.replace("\t", " ").split()).replace("( ", "(")) for name, sql in found]


@pytest.fixture
def engines(tmp_path: Path) -> Iterator[tuple[Engine, Engine]]:
    both = sqlite_engine(tmp_path / "founded.db"), sqlite_engine(tmp_path / "migrated.db")
    yield both
    for engine in both:
        engine.dispose()


def test_founded_and_migrated_journals_are_laid_out_the_same(engines: tuple[Engine, Engine], keys: KeyFolder) -> None:
    founded, migrated = engines
    bring_up_to_date(founded, keys)
    upgrade(migrated, keys)
    tables = [name for name, _ in laid_out(founded)]
    assert tables == [name for name, _ in laid_out(migrated)]
    for name in inspect(founded).get_table_names():
        for look in ("get_columns", "get_pk_constraint", "get_foreign_keys", "get_indexes"):
            seen = [
                sorted(str(one) for one in found) if isinstance(found, list) else found
                for found in (getattr(inspect(engine), look)(name) for engine in (founded, migrated))
            ]
            assert seen[0] == seen[1], (name, look)


def test_a_migrated_journal_lacks_nothing_the_schema_names(engines: tuple[Engine, Engine], keys: KeyFolder) -> None:
    engine = engines[1]
    upgrade(engine, keys)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_the_schema_names_the_last_migration() -> None:
    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert script.get_heads() == [schema.HEAD]


def test_every_row_of_every_table_belongs_to_an_athlete() -> None:
    assert [t.name for t in schema.metadata.sorted_tables if next(iter(t.primary_key)).name != "athlete"] == []


def test_an_old_journal_opens_with_every_word_and_no_word_stands_plain(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    folder.mkdir()
    engine = sqlite_engine(folder / "journal.db")
    restore_rows(engine, KeyFolder(folder / "keys"), "0001")
    engine.dispose()
    with open_store(folder) as store:
        for who in ("me", "other athlete"):
            journal, tag = store.journal(AthleteId(who)), f"canary of {who}"
            run, lift, by_hand = (journal.sessions.get(SessionId(n)) for n in ("watch", "lift-1", "by-hand"))
            assert (run and run.note, by_hand and by_hand.note) == (f"{tag}: run note", f"{tag}: by hand")
            assert run is not None
            assert lift is not None
            assert run.raw == (("stryd.form", "0.91"), ("stryd.form", "0.92"))
            assert [s.note for s in lift.sets if s.note][1] == f"{tag}: set note"
            assert {one.note for one in journal.days.wellness()} == {
                None,
                f"{tag}: morning by hand",
                f"{tag}: ring note",
            }
            assert [note.text for note in journal.days.notes()] == [f"{tag}: diary by hand", f"{tag}: diary of an app"]
            assert [one.uuid for one in journal.reflections.all()] == ["u1", "u2", "u3"]
            assert journal.days.profile().excuses[0].note == f"{tag}: excuse"
    there = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert plain_words("0001")
    assert [words for words in plain_words("0001") if words.encode() in there] == []
    assert b"everyone is faster" not in there


def test_what_a_file_brought_before_is_the_same_when_it_comes_again(tmp_path: Path) -> None:
    """Names of rows made from private words are made anew with the key; a re-import must meet them, not double them."""
    folder = tmp_path / "journal"
    folder.mkdir()
    engine = sqlite_engine(folder / "journal.db")
    restore_rows(engine, KeyFolder(folder / "keys"), "0001")
    engine.dispose()
    with open_store(folder) as store:
        journal = store.journal()
        batch = journal.imports.batches()[0].id
        note = journal.days.notes()[1]
        ring = next(one for one in journal.days.wellness() if one.source == "oura")
        journal.days.put_note(Note(note.said_at, note.text, note.source), Support(ORIGINAL, BatchId("again")))
        journal.days.put_wellness(Wellness(**{n: getattr(ring, n) for n in ring.__slots__}), Support(ORIGINAL, batch))
        assert len(journal.days.notes()) == 2
        with store.database.reading() as connection:
            assert len(connection.execute(select(schema.wellness).where(schema.wellness.c.athlete == "me")).all()) == 3
        journal.imports.withdraw(batch, note.said_at)
        assert [one.source for one in journal.days.wellness()] == [None]
        assert [one.text for one in journal.days.notes(DAY, DAY)] == ["canary of me: diary by hand", note.text]
