"""The database under a journal: opening it, bringing it up to date, and changing it all or not at all."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, inspect, select, text
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DataError, OperationalError

from longgame.kernel.ids import AthleteId, stable_id
from longgame.store import schema
from longgame.store.backups import back_up, drop_unsealed
from longgame.store.key_places import KeyFolder
from longgame.store.outdating import outdate
from longgame.store.port import CannotWrite, NotKept

BUSY_MS = 30_000
"""How long one process waits for another that is writing to the same journal."""


FOUNDING_LOCK = 0
"""Under this number processes take turns that lay out or migrate a PostgreSQL database."""


class NoDatabase(Exception):
    """The database that was named cannot be opened; the message is a sentence for the athlete, without the address."""


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver must not open transactions by itself: BEGIN IMMEDIATE below decides when a writer waits.
    connection.isolation_level = None
    try:
        _say_pragmas(connection)
    except sqlite3.Error as fault:
        _refuse(fault)
        raise


def _say_pragmas(connection: Any) -> None:
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


_REFUSALS = {
    "disk is full": errno.ENOSPC,
    "readonly database": errno.EROFS,
    "unable to open database": errno.EACCES,
    "disk I/O error": errno.EIO,
    "is locked": errno.EBUSY,
    "malformed": errno.EIO,
    "not a database": errno.EIO,
}


def _refuse(fault: BaseException | None) -> None:
    """Say it as the operating system would when the disk is what refused."""
    for words, number in _REFUSALS.items():
        if words in str(fault):
            raise CannotWrite(number, os.strerror(number)) from fault


def _refuse_in(context: ExceptionContext) -> None:
    _refuse(context.original_exception)


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def sqlite_engine(path: Path) -> Engine:
    """An engine on a SQLite file in WAL mode; a commit is on the disk before it returns."""
    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "handle_error", _refuse_in)
    return engine


def _begin_postgresql(connection: Connection) -> None:
    """Let one writer at a time change what belongs to one lock, as SQLite does for a whole file."""
    options = connection.get_execution_options()
    if options.get("writing", False):
        connection.execute(select(func.pg_advisory_xact_lock(options.get("lock", FOUNDING_LOCK))))


def postgresql_engine(url: str) -> Engine:
    """An engine on a PostgreSQL database through psycopg 3.

    Readers see one snapshot. Writers of one athlete take turns and see what the one before them did.
    """
    try:
        address = make_url(url).set(drivername="postgresql+psycopg")
        engine = create_engine(address, isolation_level="REPEATABLE READ", hide_parameters=True)
    except ImportError:
        raise NoDatabase("PostgreSQL needs the package psycopg: pip install 'longgame[postgres]'") from None
    except (ArgumentError, ValueError):
        raise NoDatabase("this is no address of a database; write postgresql://user@host/name") from None
    event.listen(engine, "begin", _begin_postgresql)
    try:
        engine.connect().close()
    except OperationalError as refused:
        raise NoDatabase(f"the database cannot be reached: {str(refused.orig).splitlines()[0]}") from None
    return engine


def to_write_with(engine: Engine, lock: int | None = None) -> Connection:
    """A connection whose transaction is one that writes, in turn with others that hold `lock`."""
    options: dict[str, Any] = {"writing": True, "lock": FOUNDING_LOCK if lock is None else lock}
    if engine.dialect.name == "postgresql":
        options["isolation_level"] = "READ COMMITTED"
    return engine.connect().execution_options(**options)


def lock_of(athlete: AthleteId) -> int:
    """The number under which writers of one athlete's journal take turns."""
    return int(stable_id("writer", athlete), 16) - (1 << 63)


def bring_up_to_date(engine: Engine, keys: KeyFolder) -> bool:
    """Give an empty database the schema at once, leave a current one alone, migrate an older one; whether it was older.

    `keys` is where a migration that seals finds or makes the keys of athletes. Only a migration needs alembic, whose
    import alone would cost more than opening the journal.
    """
    with engine.connect() as connection:
        found = _stands_at(connection)
    if found == schema.HEAD:
        return False
    if found is None:
        found = _lay_out(engine)
    older = found != schema.HEAD
    if older:
        from longgame.store.migrations.upgrade import upgrade

        place = Path(engine.url.database) if engine.dialect.name == "sqlite" and engine.url.database else None
        if place is not None:
            back_up(place, found or "none")
        with to_write_with(engine) as connection, connection.begin():
            upgrade(connection, keys)
        leave_no_trace(engine)
        if place is not None:
            drop_unsealed(place)
    return older


def _stands_at(connection: Connection) -> str | None:
    """The migration a database stands at; None when it is empty, "" when it holds tables but not its migration."""
    names = set(inspect(connection).get_table_names())
    if "alembic_version" not in names:
        return "" if names else None
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())


def _lay_out(engine: Engine) -> str:
    """Lay out the schema unless another process just did; the migration the database stands at then."""
    with to_write_with(engine) as connection, connection.begin():
        found = _stands_at(connection)
        if found is not None:
            return found
        schema.metadata.create_all(connection)
        connection.execute(
            text(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
            )
        )
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": schema.HEAD})
    return schema.HEAD


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
    lock: int = 0
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
        change = _Change(to_write_with(self.engine, self.lock), [], {})
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
