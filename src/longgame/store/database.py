"""The database under a journal: opening it, bringing it up to date, and changing it all or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DataError

from longgame.store import schema
from longgame.store.key_places import KeyFolder
from longgame.store.outdating import outdate
from longgame.store.port import NotKept

BUSY_MS = 30_000
"""How long one process waits for another that is writing to the same journal."""


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver must not open transactions by itself: BEGIN IMMEDIATE below decides when a writer waits.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        f"busy_timeout={BUSY_MS}",
        "cache_size=-16384",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def sqlite_engine(path: Path) -> Engine:
    """An engine on a SQLite file in WAL mode; a commit is on the disk before it returns."""
    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def bring_up_to_date(engine: Engine, keys: KeyFolder) -> None:
    """Give an empty database the schema at once, leave a current one alone, and migrate an older one.

    `keys` is where a migration that seals finds or makes the keys of athletes.

    Only the last needs alembic, whose import alone would cost more than opening the journal.
    """
    with engine.connect() as connection:
        names = set(inspect(connection).get_table_names())
        if "alembic_version" in names:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if found == schema.HEAD:
                return
    if names:
        from longgame.store.migrations.upgrade import upgrade

        upgrade(engine, keys)
        leave_no_trace(engine)
        return
    with engine.execution_options(writing=True).begin() as connection:
        schema.metadata.create_all(connection)
        connection.execute(
            text(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
            )
        )
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": schema.HEAD})


def leave_no_trace(engine: Engine) -> None:
    """Write a SQLite database anew, so that no free page and no log still holds what was changed or removed."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            raw.cursor().execute(statement)
    finally:
        raw.close()


@dataclass(frozen=True, slots=True, eq=False)
class _Change:
    """A transaction under way, and what is to be done once it holds."""

    connection: Connection
    afterwards: list[Callable[[], None]]
    outdated: dict[str, date]


@contextmanager
def _part(change: _Change) -> Iterator[None]:
    mark = len(change.afterwards)
    try:
        with change.connection.begin_nested():
            yield
    except BaseException:
        del change.afterwards[mark:]
        raise


@dataclass(frozen=True, slots=True, eq=False)
class Database:
    """One engine, and the change that is under way on it in this thread, if one is."""

    engine: Engine
    _open: ContextVar[_Change | None] = field(default_factory=lambda: ContextVar("open_change", default=None))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with: the one of the change that is under way, else one with its own snapshot."""
        current = self._open.get()
        if current is not None:
            yield current.connection
            return
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection to write with; what is done on it is kept when the outermost such block ends well."""
        current = self._open.get()
        if current is not None:
            yield current.connection
            return
        change = _Change(self.engine.connect().execution_options(writing=True), [], {})
        with change.connection, change.connection.begin():
            token = self._open.set(change)
            try:
                yield change.connection
            finally:
                self._open.reset(token)
            for athlete, day in change.outdated.items():
                outdate(change.connection, athlete, day)
        for action in change.afterwards:
            action()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """A whole change, or inside another a part of it that is rolled back alone when it fails."""
        current = self._open.get()
        try:
            if current is None:
                with self.writing():
                    yield
            else:
                with _part(current):
                    yield
        except (DataError, OverflowError, UnicodeError) as fault:
            raise NotKept(str(getattr(fault, "orig", None) or fault).splitlines()[0]) from fault

    def outdate(self, athlete: str, day: date) -> None:
        """Say inside a change that what was derived for `day` and later days may no longer hold when it is done."""
        current = self._open.get()
        if current is None:
            raise RuntimeError("nothing is being changed")
        current.outdated[athlete] = min(day, current.outdated.get(athlete, day))

    def afterwards(self, action: Callable[[], None]) -> None:
        """Do `action` once the change under way holds, or now when none is; never when it is undone.

        For what cannot be rolled back, such as removing files.
        """
        current = self._open.get()
        if current is None:
            action()
        else:
            current.afterwards.append(action)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()
