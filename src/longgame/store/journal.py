"""A store of journals: SQLite in the same folder or PostgreSQL for the rows, files for originals and streams."""

from __future__ import annotations

from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine, select

from longgame.kernel.ids import THE_ATHLETE, AthleteId
from longgame.store.carrying import SqlCarrying
from longgame.store.checkup import SqlCheckup
from longgame.store.choices import SqlAnswers, SqlDerived, SqlPairings
from longgame.store.database import Database, bring_up_to_date, lock_of, postgresql_engine, sqlite_engine
from longgame.store.days import SqlDays
from longgame.store.imports import SqlImports
from longgame.store.inner_port import VaultLocked
from longgame.store.key_places import KeyFolder
from longgame.store.live_log import SqlLiveLog
from longgame.store.originals import SqlOriginals
from longgame.store.plans import SqlPlans
from longgame.store.private import SqlPrivate
from longgame.store.reflections import SqlReflections
from longgame.store.schema import originals
from longgame.store.search import SqlSearch
from longgame.store.sessions import SqlSessions
from longgame.store.shelf import Shelf
from longgame.store.trust import SqlAccesses, SqlConsents
from longgame.store.vault import KeyPlaces, SqlVault
from longgame.store.warehouse import FolderWarehouse

DATABASE_NAME = "journal.db"
KEYS_NAME = "keys"


@dataclass(frozen=True, slots=True, eq=False)
class SqlJournal:
    """One athlete's journal in a database and a folder; see the port for what each part promises."""

    shelf: Shelf
    finder: SqlSearch

    @property
    def athlete(self) -> AthleteId:
        return self.shelf.athlete

    @property
    def warehouse(self) -> FolderWarehouse:
        return self.shelf.sealing_warehouse

    @property
    def originals(self) -> SqlOriginals:
        return SqlOriginals(self.shelf)

    @property
    def sessions(self) -> SqlSessions:
        return SqlSessions(self.shelf)

    @property
    def days(self) -> SqlDays:
        return SqlDays(self.shelf)

    @property
    def plans(self) -> SqlPlans:
        return SqlPlans(self.shelf)

    @property
    def reflections(self) -> SqlReflections:
        return SqlReflections(self.shelf)

    @property
    def pairings(self) -> SqlPairings:
        return SqlPairings(self.shelf)

    @property
    def answers(self) -> SqlAnswers:
        return SqlAnswers(self.shelf)

    @property
    def derived(self) -> SqlDerived:
        return SqlDerived(self.shelf)

    @property
    def carrying(self) -> SqlCarrying:
        return SqlCarrying(self.shelf)

    @property
    def checkup(self) -> SqlCheckup:
        return SqlCheckup(self.shelf)

    @property
    def imports(self) -> SqlImports:
        return SqlImports(self.shelf, self.sessions, self.originals)

    @property
    def search(self) -> SqlSearch:
        return self.finder

    @property
    def vault(self) -> SqlVault:
        return self.shelf.vault

    @property
    def private(self) -> SqlPrivate:
        return SqlPrivate(self.shelf)

    @property
    def live(self) -> SqlLiveLog:
        return SqlLiveLog(self.shelf, self.sessions)

    @property
    def consents(self) -> SqlConsents:
        return SqlConsents(self.shelf)

    @property
    def accesses(self) -> SqlAccesses:
        return SqlAccesses(self.shelf)

    def change(self) -> AbstractContextManager[None]:
        return self.shelf.database.changing()


class JournalStore:
    """All journals of one folder; a context manager that closes the database at the end."""

    def __init__(self, folder: Path, engine: Engine, places: KeyPlaces) -> None:
        self.folder = folder
        self._engine, self._places = engine, places
        self._journals: dict[AthleteId, SqlJournal] = {}

    def journal(self, athlete: AthleteId = THE_ATHLETE) -> SqlJournal:
        """That athlete's journal; it begins empty and needs no founding, and once unlocked stays so here."""
        if athlete not in self._journals:
            database = Database(self._engine, lock_of(athlete))
            vault = SqlVault(athlete, database, self._places)
            shelf = Shelf(athlete, database, self.folder, vault)
            self._journals[athlete] = SqlJournal(shelf, SqlSearch(shelf))
        return self._journals[athlete]

    @property
    def database(self) -> Database:
        """The database under all journals, for what belongs to no athlete."""
        return Database(self._engine)

    def close(self) -> None:
        """Close the database; the store is of no use afterwards."""
        self._engine.dispose()

    def __enter__(self) -> JournalStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(folder: Path, places: KeyPlaces | None = None, server: str | None = None) -> JournalStore:
    """Open the journals in `folder`, making the folder and an empty store where there is none.

    The rows lie in the folder too, or in the PostgreSQL database whose URL `server` is. Keys lie in the folder's own
    `keys` unless `places` says otherwise.
    """
    folder.mkdir(parents=True, exist_ok=True)
    engine = sqlite_engine(folder / DATABASE_NAME) if server is None else postgresql_engine(server)
    known = places or KeyPlaces(KeyFolder(folder / KEYS_NAME))
    older = bring_up_to_date(engine, known.files)
    store = JournalStore(folder, engine, known)
    if older:
        _seal_originals(store)
    return store


def _seal_originals(store: JournalStore) -> None:
    """Seal what older versions kept in the clear; of athletes whose key is not at hand `doctor --repair` does later."""
    with store.database.reading() as connection:
        athletes = connection.scalars(select(originals.c.athlete).distinct()).all()
    for athlete in athletes:
        with suppress(VaultLocked):
            store.journal(AthleteId(athlete)).originals.seal_all()
