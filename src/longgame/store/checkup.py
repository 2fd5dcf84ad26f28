"""Looking a journal over: what is damaged, missing or left lying about, and putting right what can be."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import ColumnElement, Table, and_, delete, exists, func, or_, select

from longgame.kernel.ids import ContentHash
from longgame.store.durable import WORKING_SUFFIX
from longgame.store.entries import Behind, Fault, FaultKind
from longgame.store.inner_port import Tampered
from longgame.store.originals import SqlOriginals
from longgame.store.outdating import CHANGES
from longgame.store.port import CannotWrite, VaultLocked
from longgame.store.schema import derived, facts, laps, notes, originals, sessions, sets, sources, supports, wellness
from longgame.store.sessions import KIND as SESSION
from longgame.store.shelf import Shelf
from longgame.store.streams import streams_hash
from longgame.store.supports import originals_of

_OF_SESSIONS = (sources, laps, sets)
_SUPPORTED = {SESSION: sessions, "wellness": wellness, "facts": facts, "notes": notes}
_CHUNK = 1 << 20


class SqlCheckup:
    """One athlete's rows and files, held against each other."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def look(self, engines: Mapping[str, str], settled: datetime) -> tuple[Fault, ...]:
        try:
            rows = (*self._database(), *self._dangling(), *self._outdated(engines))
            return (*rows, *self._originals(), *self._streams(), *self._waste(settled))
        except CannotWrite:
            return (Fault(FaultKind.DATABASE, "it cannot be read"),)

    def behind(self, streams: ContentHash) -> Behind:
        mine = sessions.c.athlete == self.shelf.athlete
        named = select(sessions.c.local_day, sessions.c.shown_as).where(mine, sessions.c.streams == streams)
        with self.shelf.database.reading() as connection:
            rows = connection.execute(named).all()
            rested = select(sessions.c.row).where(mine, sessions.c.shown_as.in_({row.shown_as for row in rows}))
            kept = originals_of(connection, self.shelf.athlete, SESSION, connection.scalars(rested).all())
        files = {original for several in kept.values() for original in several}
        return Behind(tuple(sorted(files)), tuple(sorted({row.local_day for row in rows})))

    def repair(self, fault: Fault, engines: Mapping[str, str]) -> bool:
        match fault.kind:
            case FaultKind.WASTE:
                (self.shelf.folder / fault.what).unlink(missing_ok=True)
            case FaultKind.DANGLING:
                with self.shelf.database.writing() as connection:
                    for table, which in self._adrift():
                        connection.execute(delete(table).where(which))
            case FaultKind.ORIGINAL_PLAIN:
                SqlOriginals(self.shelf).seal_all()
            case FaultKind.OUTDATED:
                with self.shelf.database.writing() as connection:
                    connection.execute(delete(derived).where(self._made_otherwise(engines)))
            case _:
                return False
        return True

    def _database(self) -> Iterator[Fault]:
        if self.shelf.database.engine.dialect.name == "sqlite":
            with self.shelf.database.reading() as connection:
                said = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
            yield from (Fault(FaultKind.DATABASE, line) for line in said if line != "ok")

    def _adrift(self) -> Iterator[tuple[Table, ColumnElement[bool]]]:
        """What picks out the rows of each table that lean on a row that is gone."""
        for table in _OF_SESSIONS:
            parent = exists().where(sessions.c.athlete == table.c.athlete, sessions.c.row == table.c.row)
            yield table, and_(table.c.athlete == self.shelf.athlete, ~parent)
        for kind, table in _SUPPORTED.items():
            parent = exists().where(table.c.athlete == supports.c.athlete, table.c.row == supports.c.row)
            yield supports, and_(supports.c.athlete == self.shelf.athlete, supports.c.kind == kind, ~parent)

    def _dangling(self) -> Iterator[Fault]:
        for table, which in self._adrift():
            with self.shelf.database.reading() as connection:
                count = connection.scalar(select(func.count()).select_from(table).where(which))
            if count:
                yield Fault(FaultKind.DANGLING, f"{count} in {table.name}")

    def _made_otherwise(self, engines: Mapping[str, str]) -> ColumnElement[bool]:
        """Derived values of kinds that nothing makes any more, or by another version of what makes them."""
        kind, engine = derived.c.kind, derived.c.engine
        others = [
            and_(kind == name, engine != version, engine.not_like(f"{version} %")) for name, version in engines.items()
        ]
        return and_(derived.c.athlete == self.shelf.athlete, kind != CHANGES, or_(kind.not_in(engines), *others))

    def _outdated(self, engines: Mapping[str, str]) -> Iterator[Fault]:
        with self.shelf.database.reading() as connection:
            which = self._made_otherwise(engines)
            count = connection.scalar(select(func.count()).select_from(derived).where(which))
        if count:
            yield Fault(FaultKind.OUTDATED, f"{count} values")

    def _originals(self) -> Iterator[Fault]:
        kept = SqlOriginals(self.shelf)
        yield from (Fault(FaultKind.ORIGINAL_PLAIN, name) for name in kept.unsealed())
        for name in kept.all():
            try:
                with kept.open(name) as file:
                    digest = hashlib.sha256()
                    while chunk := file.read(_CHUNK):
                        digest.update(chunk)
                if digest.hexdigest() != name:
                    yield Fault(FaultKind.ORIGINAL_DAMAGED, name)
            except VaultLocked:
                yield Fault(FaultKind.ORIGINALS_LOCKED, "they can be looked over once it is unlocked")
                return
            except FileNotFoundError:
                yield Fault(FaultKind.ORIGINAL_MISSING, name)
            except (OSError, EOFError, Tampered, zlib.error):
                yield Fault(FaultKind.ORIGINAL_DAMAGED, name)

    def _streams(self) -> Iterator[Fault]:
        for name in sorted(self._named_streams()):
            try:
                if streams_hash(self.shelf.warehouse.load_streams(name)) != name:
                    yield Fault(FaultKind.STREAMS_DAMAGED, name)
            except FileNotFoundError:
                yield Fault(FaultKind.STREAMS_MISSING, name)
            except (OSError, ValueError, KeyError, IndexError, TypeError):
                yield Fault(FaultKind.STREAMS_DAMAGED, name)

    def _named_streams(self) -> set[ContentHash]:
        query = select(sessions.c.streams).where(sessions.c.athlete == self.shelf.athlete)
        with self.shelf.database.reading() as connection:
            return {ContentHash(one) for one in connection.scalars(query.distinct()) if one is not None}

    def _waste(self, settled: datetime) -> Iterator[Fault]:
        """Files that no row names, and unfinished ones, that have lain there for a while."""
        house = self.shelf.warehouse
        query = select(originals.c.hash, originals.c.kept_as).where(originals.c.athlete == self.shelf.athlete)
        with self.shelf.database.reading() as connection:
            kept = [(ContentHash(row.hash), row.kept_as) for row in connection.execute(query)]
        named = {place(*one) for one in kept for place in (house.original_path, house.plain_path)}
        named |= {house.streams_path(one) for one in self._named_streams()}
        for path in sorted((*house.originals.rglob("*"), *house.streams.rglob("*"), *self._unfinished())):
            if path.is_file() and path not in named and _changed(path) < settled:
                yield Fault(FaultKind.WASTE, path.relative_to(self.shelf.folder).as_posix())

    def _unfinished(self) -> Iterator[Path]:
        return self.shelf.folder.glob(f"*{WORKING_SUFFIX}")


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
