"""A whole journal as plain rows, to be taken away and brought back: every table, whatever a later one is called.

Sealed fields leave in the clear and are sealed anew, with the new journal's key, when they come back. Names of rows
that were made with the key leave as names made without it, so that equal journals give equal rows.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Boolean, ColumnElement, Date, Select, Table, delete, func, insert, select

from longgame.kernel.ids import ContentHash, stable_id
from longgame.store.backups import BACKUPS_NAME
from longgame.store.database import leave_no_trace
from longgame.store.days import WELLNESS_SAID
from longgame.store.durable import erase_folder, writing_file
from longgame.store.entries import CarriedTable
from longgame.store.imports import NO_REMARKS
from longgame.store.originals import SqlOriginals
from longgame.store.parquet import ParquetRoom
from longgame.store.port import NotKept
from longgame.store.schema import import_answers, metadata, sessions
from longgame.store.shelf import Shelf
from longgame.store.warehouse import FolderWarehouse

INCOMING_NAME = "incoming"
"""The folder of files that are on their way in through a door."""

STAYS: Mapping[str, str] = {
    "derived": "it is made again from the rest",
    "vault_keys": "each journal has a key of its own",
}
"""Tables that are not taken along, and why."""

SEALED: Mapping[str, tuple[str, ...]] = {
    "said": ("words",),
    "sessions": ("note", "raw"),
    "sets": ("note",),
    "wellness": ("note",),
    "excuses": ("note",),
    "notes": ("text",),
    "private_entries": ("words",),
    "logged": ("note",),
    "files": ("message", "remarks", "skipped"),
}
"""The columns that stand sealed on the disk, each at the place "table.column/key/key"."""

Values = dict[str, Any]
Naming = Callable[[Values], tuple[str, ...] | None]


def _of_note(row: Values) -> tuple[str, ...]:
    return ("note", row["said_at"], row["source"], row["text"])


def _of_wellness(row: Values) -> tuple[str, ...] | None:
    if row["by_hand"] or row["note"] is None:
        return None
    return ("read", *(str(row[name]) for name in WELLNESS_SAID))


_NAMED_WITH_KEY: Mapping[str, Naming] = {"notes": _of_note, "wellness": _of_wellness}


def carried_tables() -> tuple[Table, ...]:
    """The tables that go along, those that others lean on first."""
    return tuple(table for table in metadata.sorted_tables if table.name not in STAYS)


class SqlCarrying:
    """One athlete's journal as rows and files."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    @cached_property
    def _room(self) -> ParquetRoom:
        return ParquetRoom(self.warehouse.streams)

    @property
    def warehouse(self) -> FolderWarehouse:
        """Where originals and streams lie."""
        return self.shelf.warehouse

    def _mine(self, table: Table) -> ColumnElement[bool]:
        return table.c.athlete == self.shelf.athlete

    def _one(self, query: Select[Any]) -> object:
        with self.shelf.database.reading() as connection:
            return connection.scalar(query)

    def tables(self) -> Iterator[CarriedTable]:
        renamed: dict[tuple[str, str], str] = {}
        ordered = sorted(carried_tables(), key=lambda table: table.name == "supports")
        with self.shelf.database.reading() as connection:
            for table in ordered:
                names = [column.name for column in table.columns if column.name != "athlete"]
                found = connection.execute(select(table).where(table.c.athlete == self.shelf.athlete)).mappings()
                rows = [self._leaving(table, dict(row), renamed) for row in found]
                plain = [tuple(_written(row[name]) for name in names) for row in rows]
                yield CarriedTable(table.name, tuple(names), tuple(sorted(plain, key=repr)))

    def original_file(self, original: ContentHash) -> bytes:
        return SqlOriginals(self.shelf).packed(original)

    def streams_files(self) -> tuple[ContentHash, ...]:
        named = select(sessions.c.streams).distinct().where(self._mine(sessions), sessions.c.streams.is_not(None))
        with self.shelf.database.reading() as connection:
            return tuple(ContentHash(one) for one in connection.scalars(named.order_by(sessions.c.streams)))

    def write_parquet(self, streams: ContentHash) -> bytes:
        return self._room.write(self.warehouse.load_streams(streams))

    def keep_parquet(self, data: bytes) -> ContentHash:
        return self.warehouse.keep_streams(self._room.read(data))

    def writing(self, target: Path) -> AbstractContextManager[BinaryIO]:
        return writing_file(target)

    def is_empty(self) -> bool:
        with self.shelf.database.reading() as connection:
            return not any(
                connection.scalar(select(func.count()).where(table.c.athlete == self.shelf.athlete))
                for table in carried_tables()
                if table is not import_answers
            )

    def take_in(self, brought: Iterable[CarriedTable]) -> int:
        by_name = {one.name: one for one in brought}
        renamed: dict[tuple[str, str], str] = {}
        count = 0
        with self.shelf.database.changing(), self.shelf.database.writing() as connection:
            if not self.is_empty():
                raise NotKept("the journal is not empty; restore into a folder of its own")
            connection.execute(delete(import_answers).where(import_answers.c.athlete == self.shelf.athlete))
            for table in sorted(carried_tables(), key=lambda one: one.name == "supports"):
                one = by_name.get(table.name)
                rows = [] if one is None else [self._coming(table, one, row, renamed) for row in one.rows]
                self._check_files(table, rows)
                for some in _parts(rows):
                    connection.execute(insert(table), some)
                count += len(rows)
            self.shelf.outdate(date.min)
        return count

    def erase(self) -> int:
        count = 0
        with self.shelf.database.writing() as connection:
            for table in reversed(metadata.sorted_tables):
                if "athlete" in table.columns:
                    count += connection.execute(delete(table).where(self._mine(table))).rowcount
        for kind in ("originals", "streams"):
            shutil.rmtree(self.shelf.files(kind), ignore_errors=True)
        # These hold things of every athlete of the folder; none may keep what one of them wants forgotten.
        for name in (BACKUPS_NAME, INCOMING_NAME):
            erase_folder(self.shelf.folder / name)
        self.shelf.vault.drop_keys()
        leave_no_trace(self.shelf.database.engine)
        return count

    def _leaving(self, table: Table, row: Values, renamed: dict[tuple[str, str], str]) -> Values:
        for column in _sealed_columns(table, row):
            row[column] = self.shelf.sealer.unseal(row[column], _place(table, column, row))
        return _renamed(table, row, renamed, stable_id)

    def _coming(
        self, table: Table, brought: CarriedTable, values: Sequence[Any], renamed: dict[tuple[str, str], str]
    ) -> Values:
        row = {name: _read(table, name, value) for name, value in zip(brought.columns, values, strict=True)}
        row = _renamed(table, row, renamed, self.shelf.sealer.name)
        for column in _sealed_columns(table, row):
            row[column] = self.shelf.sealer.seal(row[column], _place(table, column, row))
        return {**{column.name: None for column in table.columns}, **row, "athlete": self.shelf.athlete}

    def _check_files(self, table: Table, rows: list[Values]) -> None:
        """Every original and every stream that a row names lies there."""
        for row in rows:
            if table.name == "originals" and not self.warehouse.original_path(row["hash"], row["kept_as"]).exists():
                raise NotKept(f"the original {row['hash'][:12]} is missing")
            if table.name == "sessions" and row["streams"] and not self.warehouse.streams_path(row["streams"]).exists():
                raise NotKept(f"the streams {row['streams'][:12]} are missing")


def _sealed_columns(table: Table, row: Values) -> Iterator[str]:
    """The columns of a row that say something and stand sealed."""
    for column in SEALED.get(table.name, ()):
        says_nothing = table.name == "files" and row.get(column) == NO_REMARKS
        if row.get(column) is not None and not says_nothing:
            yield column


def _renamed(table: Table, row: Values, renamed: dict[tuple[str, str], str], name: Callable[..., str]) -> Values:
    """The row under the name that it has on the other side; what rests on it follows."""
    if table.name == "supports":
        return {**row, "row": renamed.get((row["kind"], row["row"]), row["row"])}
    naming = _NAMED_WITH_KEY.get(table.name)
    parts = None if naming is None else naming(row)
    if parts is None:
        return row
    renamed[table.name, row["row"]] = name(*parts)
    return {**row, "row": renamed[table.name, row["row"]]}


def _place(table: Table, column: str, row: Values) -> str:
    """Where a field is sealed: its table, its column and the row's key, the athlete left out."""
    keys = (str(row[key.name]) for key in table.primary_key if key.name != "athlete")
    return "/".join((f"{table.name}.{column}", *keys))


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _read(table: Table, name: str, value: Any) -> Any:
    if name not in table.columns:
        raise NotKept(f"{table.name} has no {name}; it comes from a newer longgame")
    kind = table.columns[name].type
    if value is None:
        return None
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return bool(value) if isinstance(kind, Boolean) else value


def _parts(rows: list[Values]) -> Iterator[list[Values]]:
    return (rows[start : start + 500] for start in range(0, len(rows), 500))
