"""Private entries in the database: sealed, append-only, the latest saying of each uuid standing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from longgame.kernel.ids import SessionId
from longgame.store.entries import PrivateEntry, PrivateKind
from longgame.store.moments import moment_of, moment_text, moment_us
from longgame.store.outdating import first_day_about
from longgame.store.schema import private_entries, sessions
from longgame.store.sealing import seal_maybe, unseal_maybe
from longgame.store.shelf import Shelf


@dataclass(frozen=True, slots=True, eq=False)
class SqlPrivate:
    """Private entries of one athlete."""

    shelf: Shelf

    def add(self, entry: PrivateEntry) -> bool:
        said_us = moment_us(entry.said_at)
        with self.shelf.database.writing() as connection:
            of_uuid = (self._mine, private_entries.c.uuid == entry.uuid)
            known = select(private_entries.c.said_us).where(*of_uuid, private_entries.c.said_us == said_us)
            if connection.scalar(known) is not None:
                return False
            self.shelf.outdate(first_day_about(connection, self.shelf.athlete, entry.day, entry.session))
            taken_back = connection.scalar(
                select(private_entries.c.said_us)
                .where(*of_uuid, private_entries.c.words.is_(None), private_entries.c.said_us > said_us)
                .limit(1)
            )
            words = None if taken_back is not None else entry.words
            connection.execute(
                insert(private_entries).values(
                    athlete=self.shelf.athlete,
                    uuid=entry.uuid,
                    said_us=said_us,
                    said_at=moment_text(entry.said_at),
                    kind=entry.kind.value,
                    day=entry.day,
                    session=entry.session,
                    about=entry.about,
                    words=seal_maybe(self.shelf.sealer, words, _place(entry.uuid, said_us)),
                )
            )
            if entry.words is None:
                earlier = update(private_entries).where(*of_uuid, private_entries.c.said_us < said_us)
                connection.execute(earlier.values(words=None))
        return True

    def get(self, uuid: str) -> PrivateEntry | None:
        return next(iter(self._standing(private_entries.c.uuid == uuid)), None)

    def of_kind(
        self, kind: PrivateKind, first: date | None = None, last: date | None = None
    ) -> tuple[PrivateEntry, ...]:
        standing = self._standing(private_entries.c.kind == kind.value)
        return tuple(
            one for one in standing if (first is None or first <= one.day) and (last is None or one.day <= last)
        )

    def about(self, session: SessionId) -> tuple[PrivateEntry, ...]:
        mine = sessions.c.athlete == self.shelf.athlete
        shown = select(sessions.c.shown_as).where(mine, sessions.c.id == session)
        behind = select(sessions.c.id).where(mine, sessions.c.shown_as.in_(shown))
        return self._standing((private_entries.c.session == session) | private_entries.c.session.in_(behind))

    def answering(self, about: str) -> tuple[PrivateEntry, ...]:
        return self._standing(private_entries.c.about == about)

    def history(self, uuid: str) -> tuple[PrivateEntry, ...]:
        return self._entries(private_entries.c.uuid == uuid)

    def all(self) -> tuple[PrivateEntry, ...]:
        return self._entries()

    @property
    def _mine(self) -> ColumnElement[bool]:
        return private_entries.c.athlete == self.shelf.athlete

    def _rows(self, *which: ColumnElement[bool]) -> list[Row[Any]]:
        query = select(private_entries).where(self._mine, *which)
        with self.shelf.database.reading() as connection:
            return list(connection.execute(query.order_by(private_entries.c.said_us, private_entries.c.uuid)))

    def _entries(self, *which: ColumnElement[bool]) -> tuple[PrivateEntry, ...]:
        return tuple(self._entry_of(row) for row in self._rows(*which))

    def _standing(self, which: ColumnElement[bool]) -> tuple[PrivateEntry, ...]:
        """Of everything said under the uuids that fit `which`, the latest saying where that fits and has words.

        Only what stands is unsealed.
        """
        uuids = select(private_entries.c.uuid).where(self._mine, which)
        last = {row.uuid: row for row in self._rows(private_entries.c.uuid.in_(uuids))}
        fitting = {(row.uuid, row.said_us) for row in self._rows(which)}
        standing = [row for row in last.values() if row.words is not None and (row.uuid, row.said_us) in fitting]
        return tuple(self._entry_of(row) for row in sorted(standing, key=lambda row: (row.said_us, row.uuid)))

    def _entry_of(self, row: Row[Any]) -> PrivateEntry:
        return PrivateEntry(
            kind=PrivateKind(row.kind),
            uuid=row.uuid,
            said_at=moment_of(row.said_at),
            day=row.day,
            words=unseal_maybe(self.shelf.sealer, row.words, _place(row.uuid, row.said_us)),
            session=None if row.session is None else SessionId(row.session),
            about=row.about,
        )


def _place(uuid: str, said_us: int) -> str:
    return f"private_entries.words/{uuid}/{said_us}"
