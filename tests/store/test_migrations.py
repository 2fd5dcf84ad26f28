"""Founding a journal at once and migrating it step by step end in the same schema, and nothing in it is lost."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
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
from longgame.store.database import bring_up_to_date, postgresql_engine, sqlite_engine, to_write_with
from longgame.store.entries import BatchId, Support
from longgame.store.journal import open_store
from longgame.store.key_places import KeyFolder
from longgame.store.migrations.upgrade import upgrade
from tests.store.examples import DAY, ORIGINAL
from tests.store.postgresql import Server

RELEASED = Path(__file__).parent / "released"
"""For each released schema, a journal of two athletes written by the code of that time, as rows in JSON."""


@pytest.fixture
def keys(tmp_path: Path) -> KeyFolder:
    return KeyFolder(tmp_path / "keys")


def migrate(engine: Engine, keys: KeyFolder, to: str = "head") -> None:
    with to_write_with(engine) as connection, connection.begin():
        upgrade(connection, keys, to)


def restore_rows(engine: Engine, keys: KeyFolder, version: str) -> None:
    """Lay out the schema of a released version and fill it with that version's rows."""
    migrate(engine, keys, version)
    found = MetaData()
    found.reflect(engine)
    rows = json.loads((RELEASED / f"{version}.json").read_text("utf-8"))
    with to_write_with(engine) as connection, connection.begin():
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


Layout = list[tuple[str, list[str]]]


def laid_out(engine: Engine) -> Layout:
    """Every table with all that the database knows of it, order of columns left out."""
    looks = ("get_columns", "get_pk_constraint", "get_foreign_keys", "get_indexes", "get_unique_constraints")
    found = inspect(engine)
    layout = [
        (f"{look} of {table}", sorted(str(one) for one in seen) if isinstance(seen, list) else [str(seen)])
        for table in sorted(found.get_table_names())
        for look in looks
        for seen in (getattr(found, look)(table),)
    ]
    return [*layout, ("collations", collations(engine))]


def collations(engine: Engine) -> list[str]:
    if engine.dialect.name != "postgresql":
        return []
    asked = (
        "SELECT table_name, column_name, collation_name FROM information_schema.columns WHERE table_schema = 'public'"
    )
    with engine.connect() as connection:
        return sorted(str(row) for row in connection.execute(text(asked)) if row[0] != "alembic_version")


@pytest.fixture(params=["sqlite", "postgresql"])
def engines(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Engine, Engine]]:
    """Two empty databases of one kind."""
    if request.param == "sqlite":
        both = sqlite_engine(tmp_path / "founded.db"), sqlite_engine(tmp_path / "migrated.db")
    else:
        server: Server = request.getfixturevalue("server")
        both = postgresql_engine(server.new_database()), postgresql_engine(server.new_database())
    yield both
    for engine in both:
        engine.dispose()


def test_founded_and_migrated_journals_are_laid_out_the_same(engines: tuple[Engine, Engine], keys: KeyFolder) -> None:
    founded, migrated = engines
    bring_up_to_date(founded, keys)
    migrate(migrated, keys)
    assert laid_out(founded) == laid_out(migrated)
    assert len(laid_out(founded)) > 100


def test_a_migrated_journal_lacks_nothing_the_schema_names(engines: tuple[Engine, Engine], keys: KeyFolder) -> None:
    engine = engines[1]
    migrate(engine, keys)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []


def test_the_schema_names_the_last_migration() -> None:
    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert script.get_heads() == [schema.HEAD]


def test_every_row_of_every_table_belongs_to_an_athlete() -> None:
    assert [t.name for t in schema.metadata.sorted_tables if next(iter(t.primary_key)).name != "athlete"] == []


@dataclass(frozen=True)
class Old:
    """A journal as an older version left it."""

    folder: Path
    server: str | None

    def bytes_there(self) -> bytes:
        """Every byte of the folder, and on a server every row of every table as text."""
        files = [path.read_bytes() for path in self.folder.rglob("*") if path.is_file()]
        if self.server is None:
            return b"".join(files)
        engine = postgresql_engine(self.server)
        with engine.connect() as connection:
            rows = [str(row) for one in schema.metadata.sorted_tables for row in connection.execute(select(one))]
        engine.dispose()
        return b"".join([*files, *(row.encode() for row in rows)])


@pytest.fixture
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Old:
    folder = tmp_path / "journal"
    folder.mkdir()
    server = request.getfixturevalue("server").new_database() if request.param == "postgresql" else None
    engine = sqlite_engine(folder / "journal.db") if server is None else postgresql_engine(server)
    restore_rows(engine, KeyFolder(folder / "keys"), "0001")
    engine.dispose()
    return Old(folder, server)


@pytest.mark.parametrize("old", ["sqlite", "postgresql"], indirect=True)
def test_an_old_journal_opens_with_every_word_and_no_word_stands_plain(old: Old) -> None:
    with open_store(old.folder, server=old.server) as store:
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
    there = old.bytes_there()
    assert plain_words("0001")
    assert [words for words in plain_words("0001") if words.encode() in there] == []
    assert b"everyone is faster" not in there


@pytest.mark.parametrize("old", ["sqlite", "postgresql"], indirect=True)
def test_what_a_file_brought_before_is_the_same_when_it_comes_again(old: Old) -> None:
    """Names of rows made from private words are made anew with the key; a re-import must meet them, not double them."""
    with open_store(old.folder, server=old.server) as store:
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
