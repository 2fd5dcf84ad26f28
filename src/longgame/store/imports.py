"""Batches, outcomes and quarantine in the database, and taking a batch back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, func, insert, select, update

from longgame.kernel.ids import ContentHash, SessionId, stable_id
from longgame.store.days import first_day_of_fact
from longgame.store.entries import LOCKED_WORDS, Batch, BatchId, FileEntry, Outcome, Remark
from longgame.store.inner_port import VaultLocked
from longgame.store.moments import moment_of, moment_text
from longgame.store.originals import SqlOriginals
from longgame.store.schema import batches, facts, files, notes, supports, wellness
from longgame.store.sealing import Sealer, seal_maybe, unseal_or_say
from longgame.store.sessions import KIND, SqlSessions
from longgame.store.shelf import Shelf
from longgame.store.supports import in_turn

NO_REMARKS = "[]"
"""What stands where a file had no remarks; it says nothing and is not sealed."""


@dataclass(frozen=True, slots=True, eq=False)
class SqlImports:
    """Imports of one athlete."""

    shelf: Shelf
    sessions: SqlSessions
    originals: SqlOriginals

    def begin(self, said_at: datetime, asked: tuple[str, ...]) -> BatchId:
        with self.shelf.database.writing() as connection:
            mine = batches.c.athlete == self.shelf.athlete
            number = (connection.scalar(select(func.max(batches.c.number)).where(mine)) or 0) + 1
            batch = BatchId(stable_id("batch", self.shelf.athlete, str(number), moment_text(said_at))[:8])
            connection.execute(
                insert(batches).values(
                    athlete=self.shelf.athlete,
                    id=batch,
                    number=number,
                    said_at=moment_text(said_at),
                    asked=json.dumps(asked, ensure_ascii=False),
                )
            )
        return batch

    def note(self, batch: BatchId, entries: Sequence[FileEntry]) -> None:
        key = {"athlete": self.shelf.athlete, "batch": batch}
        rows = [{**key, "path": entry.path, **_entry_values(entry, batch, self.shelf.sealer)} for entry in entries]
        mine = (files.c.athlete == self.shelf.athlete, files.c.batch == batch)
        with self.shelf.database.writing() as connection:
            for some in in_turn(entry.path for entry in entries):
                connection.execute(delete(files).where(*mine, files.c.path.in_(some)))
            if rows:
                connection.execute(insert(files), rows)

    def batches(self) -> tuple[Batch, ...]:
        query = select(batches).where(batches.c.athlete == self.shelf.athlete).order_by(batches.c.number)
        with self.shelf.database.reading() as connection:
            return tuple(_batch_of(row) for row in connection.execute(query))

    def files(self, batch: BatchId) -> tuple[FileEntry, ...]:
        return self._entries(files.c.batch == batch)

    def known(self) -> frozenset[ContentHash]:
        query = select(files.c.original).where(
            files.c.athlete == self.shelf.athlete, files.c.outcome == Outcome.IMPORTED.value
        )
        with self.shelf.database.reading() as connection:
            return frozenset(ContentHash(one) for one in connection.scalars(query) if one is not None)

    def entry_of(self, original: ContentHash) -> FileEntry | None:
        came_in = self._entries((files.c.original == original) & (files.c.outcome == Outcome.IMPORTED.value))
        return came_in[-1] if came_in else None

    def quarantined(self) -> tuple[FileEntry, ...]:
        """Of several tries with one file the last stands, and none once the file came in after all.

        What could not even be opened has no hash, so there the path stands for the file.
        """
        known = self.known()
        last: dict[str, FileEntry] = {}
        for entry in self._entries(files.c.outcome != Outcome.ALREADY_THERE.value):
            last[entry.original or entry.path] = entry
        waiting = [one for one in last.values() if one.outcome is Outcome.QUARANTINED and one.original not in known]
        return tuple(sorted(waiting, key=lambda entry: entry.path))

    def release(self, batch: BatchId, original: ContentHash) -> tuple[SessionId, ...]:
        with self.shelf.database.writing() as connection:
            return self._take_away(connection, supports.c.batch == batch, supports.c.original == original)

    def _take_away(self, connection: Connection, *which: ColumnElement[bool]) -> tuple[SessionId, ...]:
        """Take these supports away, and whatever rests on nothing then."""
        mine = (supports.c.athlete == self.shelf.athlete, *which)
        rested = connection.execute(select(supports.c.kind, supports.c.row).where(*mine).distinct()).all()
        connection.execute(delete(supports).where(*mine))
        for table in (wellness, facts, notes):
            self._drop_unsupported(connection, table, (row.row for row in rested if row.kind == table.name))
        return self.sessions.drop_unsupported(row.row for row in rested if row.kind == KIND)

    def hand_over(self, batch: BatchId) -> int:
        with self.shelf.database.writing() as connection:
            heirs = self._heirs(batch)
            for original, (heir, path) in heirs.items():
                which = (files.c.batch == batch) & (files.c.original == original)
                brought = self._entries(which & (files.c.outcome == Outcome.IMPORTED.value))[-1]
                connection.execute(
                    update(supports)
                    .where(supports.c.athlete == self.shelf.athlete)
                    .where(supports.c.batch == batch, supports.c.original == original)
                    .values(batch=heir)
                )
                self.note(heir, (replace(brought, path=path, batch=heir),))
        return len(heirs)

    def _heirs(self, batch: BatchId) -> dict[ContentHash, tuple[BatchId, str]]:
        """By content that came in with this batch alone: the earliest other one that found it there, and where."""
        mine, came_in = files.c.athlete == self.shelf.athlete, files.c.outcome == Outcome.IMPORTED.value
        by_batch = select(files.c.original).where(mine, came_in, files.c.batch == batch)
        by_others = select(files.c.original).where(mine, came_in, files.c.batch != batch, files.c.original.is_not(None))
        found_there = (files.c.batch != batch) & (files.c.outcome == Outcome.ALREADY_THERE.value)
        entries = self._entries(found_there & files.c.original.in_(by_batch) & files.c.original.not_in(by_others))
        return {one.original: (one.batch, one.path) for one in reversed(entries) if one.original and one.batch}

    def withdraw(self, batch: BatchId, said_at: datetime) -> tuple[SessionId, ...]:
        with self.shelf.database.writing() as connection:
            touched = self._take_away(connection, supports.c.batch == batch)
            brought = self._originals_of(connection, batch)
            connection.execute(delete(files).where(files.c.athlete == self.shelf.athlete, files.c.batch == batch))
            self.originals.drop(tuple(one for one in brought if not self._still_needed(connection, one)))
            connection.execute(
                update(batches)
                .where(batches.c.athlete == self.shelf.athlete, batches.c.id == batch)
                .values(undone_at=moment_text(said_at))
            )
        return touched

    def _entries(self, which: ColumnElement[bool]) -> tuple[FileEntry, ...]:
        together = (batches.c.athlete == files.c.athlete) & (batches.c.id == files.c.batch)
        query = (
            select(files)
            .join(batches, together)
            .where(files.c.athlete == self.shelf.athlete, which)
            .order_by(batches.c.number, files.c.path)
        )
        with self.shelf.database.reading() as connection:
            return tuple(_entry_of(row, self.shelf.sealer) for row in connection.execute(query))

    def _drop_unsupported(self, connection: Connection, table: Table, rows: Iterable[str]) -> None:
        supported = select(supports.c.row).where(
            supports.c.athlete == self.shelf.athlete, supports.c.kind == table.name, supports.c.row == table.c.row
        )
        for some in in_turn(rows):
            which = (table.c.athlete == self.shelf.athlete, table.c.row.in_(some), ~supported.exists())
            for row in connection.execute(select(table).where(*which)).all():
                self.shelf.outdate(self._first_day(connection, table, row))
            connection.execute(delete(table).where(*which))

    def _first_day(self, connection: Connection, table: Table, row: Row[Any]) -> date:
        if table is facts:
            return first_day_of_fact(connection, self.shelf.athlete, row.kind, row.about, row.since)
        day: date = row.day
        return day

    def _originals_of(self, connection: Connection, batch: BatchId) -> tuple[ContentHash, ...]:
        query = select(files.c.original).where(files.c.athlete == self.shelf.athlete, files.c.batch == batch)
        return tuple(sorted({ContentHash(one) for one in connection.scalars(query) if one is not None}))

    def _still_needed(self, connection: Connection, original: ContentHash) -> bool:
        """Whether another batch brought it too; batches that only found it there do not count."""
        mine = (files.c.athlete == self.shelf.athlete, files.c.outcome != Outcome.ALREADY_THERE.value)
        query = select(files.c.path).where(*mine, files.c.original == original)
        return connection.scalar(query.limit(1)) is not None


def _entry_values(entry: FileEntry, batch: BatchId, sealer: Sealer) -> dict[str, Any]:
    """What was said of a file may quote it, so that is sealed."""
    place = f"{batch}/{entry.path}"
    return {
        "outcome": entry.outcome.value,
        "original": entry.original,
        "reader": entry.reader,
        "extent": entry.extent,
        "code": entry.code,
        "message": seal_maybe(sealer, entry.message, f"files.message/{place}"),
        "sessions": entry.sessions,
        "sets": entry.sets,
        "wellness": entry.wellness,
        "remarks": _remarks_text(entry.remarks, sealer, f"files.remarks/{place}"),
        "skipped": _remarks_text(entry.skipped, sealer, f"files.skipped/{place}"),
    }


def _entry_of(row: Row[Any], sealer: Sealer) -> FileEntry:
    place = f"{row.batch}/{row.path}"
    return FileEntry(
        path=row.path,
        outcome=Outcome(row.outcome),
        original=None if row.original is None else ContentHash(row.original),
        reader=row.reader,
        extent=row.extent,
        code=row.code,
        message=unseal_or_say(sealer, row.message, f"files.message/{place}"),
        sessions=row.sessions,
        sets=row.sets,
        wellness=row.wellness,
        remarks=_remarks_of(row.remarks, sealer, f"files.remarks/{place}"),
        skipped=_remarks_of(row.skipped, sealer, f"files.skipped/{place}"),
        batch=BatchId(row.batch),
    )


def _remarks_text(remarks: tuple[Remark, ...], sealer: Sealer, place: str) -> str:
    if not remarks:
        return NO_REMARKS
    told = json.dumps([asdict(remark) for remark in remarks], ensure_ascii=False, separators=(",", ":"))
    return sealer.seal(told, place)


def _remarks_of(kept: str, sealer: Sealer, place: str) -> tuple[Remark, ...]:
    """The remarks; while they are locked one in their place that says so."""
    if kept == NO_REMARKS:
        return ()
    try:
        return tuple(replace(Remark(""), **told) for told in json.loads(sealer.unseal(kept, place)))
    except VaultLocked:
        return (Remark(LOCKED_WORDS),)


def _batch_of(row: Row[Any]) -> Batch:
    return Batch(
        BatchId(row.id),
        moment_of(row.said_at),
        tuple(json.loads(row.asked)),
        None if row.undone_at is None else moment_of(row.undone_at),
    )
