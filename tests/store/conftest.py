"""A journal in a folder of its own for each test, on SQLite or PostgreSQL; trying a passphrase costs little here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from longgame.store import schema
from longgame.store.database import postgresql_engine, to_write_with
from longgame.store.journal import KEYS_NAME, JournalStore, SqlJournal, open_store
from longgame.store.key_places import KeyFolder
from longgame.store.vault import KeyPlaces
from longgame.store.wrapping import KeyCost
from tests.store.postgresql import Server, missing, running_server

CHEAP = KeyCost(passes=1, memory_kib=64, lanes=1)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """In a module that says BOTH_DATABASES, whatever uses `store` or `journal` runs once on each database."""
    if "store" in metafunc.fixturenames and getattr(metafunc.module, "BOTH_DATABASES", False):
        metafunc.parametrize("store", ["sqlite", "postgresql"], indirect=True)


def cheap_store(folder: Path, server: str | None = None) -> JournalStore:
    """A store whose unlocked keys lie in the folder `run` beside it, and whose keyring is the folder `ring`."""
    beside = folder.parent
    places = KeyPlaces(
        KeyFolder(folder / KEYS_NAME), KeyFolder(beside / "run"), KeyFolder(beside / "ring"), CHEAP, str(folder)
    )
    return open_store(folder, places, server)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for the whole run, with a database `founded` that has the present schema."""
    reason = missing()
    if reason is not None:
        pytest.skip(reason)
    with running_server() as running:
        yield running


@pytest.fixture(scope="session")
def founded(server: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a database with the present schema."""
    url = server.new_database()
    cheap_store(tmp_path_factory.mktemp("founded") / "journal", url).close()
    return url


def emptied(url: str) -> str:
    """The same database with no row left in any table."""
    engine = postgresql_engine(url)
    with to_write_with(engine) as connection, connection.begin():
        for table in reversed(schema.metadata.sorted_tables):
            connection.execute(table.delete())
    engine.dispose()
    return url


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[JournalStore]:
    url = None
    if getattr(request, "param", "sqlite") == "postgresql":
        url = emptied(request.getfixturevalue("founded"))
    with cheap_store(tmp_path / "journal", url) as opened:
        yield opened


@pytest.fixture
def journal(store: JournalStore) -> SqlJournal:
    return store.journal()
