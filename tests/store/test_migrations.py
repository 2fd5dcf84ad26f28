"""Founding a journal at once and migrating it step by step end in the same schema."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from longgame.store import migrations, schema
from longgame.store.database import bring_up_to_date, sqlite_engine
from longgame.store.migrations.upgrade import upgrade


def laid_out(engine: Engine) -> list[tuple[str, str]]:
    """Every table and index with the SQL that made it, blanks evened out."""
    with engine.connect() as connection:
        found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"))
        return [(name, " ".join(sql.replace("\t", " ").split()).replace("( ", "(")) for name, sql in found]


def test_founded_and_migrated_journals_are_laid_out_the_same(tmp_path: Path) -> None:
    founded, migrated = sqlite_engine(tmp_path / "founded.db"), sqlite_engine(tmp_path / "migrated.db")
    bring_up_to_date(founded)
    upgrade(migrated)
    tables = [name for name, _ in laid_out(founded)]
    assert tables == [name for name, _ in laid_out(migrated)]
    for name in inspect(founded).get_table_names():
        for look in ("get_columns", "get_pk_constraint", "get_foreign_keys", "get_indexes"):
            seen = [
                sorted(str(one) for one in found) if isinstance(found, list) else found
                for found in (getattr(inspect(engine), look)(name) for engine in (founded, migrated))
            ]
            assert seen[0] == seen[1], (name, look)
    founded.dispose()
    migrated.dispose()


def test_a_migrated_journal_lacks_nothing_the_schema_names(tmp_path: Path) -> None:
    engine = sqlite_engine(tmp_path / "migrated.db")
    upgrade(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    engine.dispose()


def test_the_schema_names_the_last_migration() -> None:
    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert script.get_heads() == [schema.HEAD]


def test_every_row_of_every_table_belongs_to_an_athlete() -> None:
    assert [t.name for t in schema.metadata.sorted_tables if next(iter(t.primary_key)).name != "athlete"] == []
