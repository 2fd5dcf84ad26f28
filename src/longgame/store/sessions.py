"""Sessions in the database: recordings as they were read, and what is shown of them.

Each recording has a row of its own (layer "read" or "hand"). A recording that stands alone is shown itself.
Recordings of one and the same session are shown as one further row (layer "whole"), which carries the id of one of
them; `shown_as` leads from any recording to what is shown of it. So a merge can always be taken apart again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, delete, func, insert, select, update

from longgame.kernel.ids import ContentHash, SessionId, stable_id
from longgame.record.heads import SessionHead
from longgame.record.session import Session
from longgame.record.streams import Streams
from longgame.store.entries import Arrival, Recording, Support, Tally
from longgame.store.moments import moment_at
from longgame.store.port import NotKept
from longgame.store.schema import laps, sessions, sets, sources, supports
from longgame.store.session_rows import (
    content_of,
    head_of,
    lap_rows,
    raw_read,
    session_of,
    session_values,
    set_rows,
    source_rows,
)
from longgame.store.shelf import Shelf
from longgame.store.supports import in_turn, originals_of, paths_of, support_rows
from longgame.store.warehouse import FolderWarehouse

_ORDER = (sessions.c.start_us, sessions.c.id, sessions.c.content, sessions.c.row)
"""One order on any database: what was entered by hand and what was read may share a start and an id."""


def _place(row: Row[Any]) -> tuple[int, str, str, str]:
    """Where a row stands in that order."""
    return row.start_us, row.id, row.content, row.row


KIND = "session"
"""The word for sessions in `supports`."""


@dataclass(frozen=True, slots=True, eq=False)
class SqlSessions:
    """Sessions of one athlete."""

    shelf: Shelf

    def put(self, session: Session) -> None:
        with self.shelf.database.writing() as connection:
            self.remove(session.id)
            self._insert(connection, [(session, None)], "hand")

    def add(self, session: Session, support: Support, streams: ContentHash | None = None) -> bool:
        return self.add_all((Arrival(session, support, streams),))[0]

    def add_all(self, arrivals: Sequence[Arrival]) -> tuple[bool, ...]:
        with self.shelf.database.writing() as connection:
            added = self._insert(connection, [(one.session, one.streams) for one in arrivals], "read")
            said = ((row, one.support) for (row, _), one in zip(added, arrivals, strict=True))
            support_rows(connection, self.shelf.athlete, KIND, said)
        return tuple(new for _, new in added)

    def get(self, session: SessionId) -> Session | None:
        with self.shelf.database.reading() as connection:
            row = self._shown(connection, session)
            if row is None:
                return None
            streams = None if row.streams is None else self.warehouse.load_streams(ContentHash(row.streams))
            return self._complete(connection, [row], {row.row: streams})[0]

    def streams(self, session: SessionId, channels: tuple[str, ...] | None = None) -> Streams | None:
        with self.shelf.database.reading() as connection:
            row = self._shown(connection, session)
        if row is None or row.streams is None:
            return None
        return self.warehouse.load_streams(ContentHash(row.streams), channels)

    def between(self, first: date, last: date) -> tuple[Session, ...]:
        query = self._select_shown().where(sessions.c.local_day.between(first, last))
        with self.shelf.database.reading() as connection:
            return self._complete(connection, connection.execute(query).all(), {})

    def heads(self, first: date | None = None, last: date | None = None) -> tuple[SessionHead, ...]:
        query = self._select_shown()
        if first is not None:
            query = query.where(sessions.c.local_day >= first)
        if last is not None:
            query = query.where(sessions.c.local_day <= last)
        with self.shelf.database.reading() as connection:
            rows = connection.execute(query).all()
            some = None if first is None and last is None else [row.row for row in rows]
            readers = self._readers(connection, some)
        opened = self.shelf.vault.opened
        found = ((row, readers.get(row.row, ())) for row in rows)
        return tuple(opened.of(("head", row.row), (*row, told), partial(head_of, row, told)) for row, told in found)

    def head(self, session: SessionId) -> SessionHead | None:
        with self.shelf.database.reading() as connection:
            row = self._shown(connection, session)
            return None if row is None else head_of(row, self._readers(connection, [row.row]).get(row.row, ()))

    def recordings(self, session: SessionId) -> tuple[Session, ...]:
        with self.shelf.database.reading() as connection:
            shown = self._shown(connection, session)
            if shown is None:
                return ()
            return self._recordings(connection, sessions.c.shown_as == shown.id)

    def recording(self, content: ContentHash) -> Session | None:
        with self.shelf.database.reading() as connection:
            return next(iter(self._recordings(connection, sessions.c.content == content)), None)

    def tally(self) -> Tally:
        query = select(func.count(), func.coalesce(func.sum(sessions.c.set_count), 0))
        with self.shelf.database.reading() as connection:
            count, set_count = connection.execute(query.where(self._mine, sessions.c.shown)).one()
        return Tally(count, int(set_count))

    def recordings_between(self, first: date, last: date) -> tuple[Recording, ...]:
        query = (
            select(sessions)
            .where(self._mine, sessions.c.local_day.between(first, last), sessions.c.layer != "whole")
            .order_by(*_ORDER)
        )
        with self.shelf.database.reading() as connection:
            rows = connection.execute(query).all()
            keys = [row.row for row in rows]
            readers = self._children(connection, sources, keys)
            rests_on = originals_of(connection, self.shelf.athlete, KIND, keys)
            every = {one for several in rests_on.values() for one in several}
            until = self._exported_until(connection, every)
            paths = paths_of(connection, self.shelf.athlete, every)
        return tuple(
            Recording(
                head_of(row, tuple(source.reader for source in readers.get(row.row, ()))),
                SessionId(row.shown_as),
                not row.shown,
                rests_on.get(row.row, ()),
                max((until[one] for one in rests_on.get(row.row, ())), default=None),
                tuple(path for one in rests_on.get(row.row, ()) for path in paths.get(one, ())),
                raw_read(row.raw, self.shelf.sealer, row.row),
            )
            for row in rows
        )

    def shown_as(self, session: SessionId) -> SessionId | None:
        with self.shelf.database.reading() as connection:
            row = self._shown(connection, session)
        return None if row is None else SessionId(row.id)

    def show_as(self, whole: Session, parts: tuple[SessionId, ...], because: tuple[str, ...]) -> None:
        if whole.id not in parts:
            raise ValueError(f"{whole.id} is none of its parts")
        with self.shelf.database.writing() as connection:
            for part in parts:
                self.show_apart(part)
            self._outdate(connection, sessions.c.id.in_(parts))
            connection.execute(
                update(sessions).where(self._mine, sessions.c.id.in_(parts)).values(shown=False, shown_as=whole.id)
            )
            row, _ = self._insert(connection, [(whole, None)], "whole")[0]
            connection.execute(
                update(sessions)
                .where(self._mine, sessions.c.row == row)
                .values(because=json.dumps(because, ensure_ascii=False))
            )

    def show_apart(self, session: SessionId) -> None:
        with self.shelf.database.writing() as connection:
            shown = self._shown(connection, session)
            if shown is None or shown.layer != "whole":
                return
            self._drop_rows(connection, and_(self._mine, sessions.c.row == shown.row))
            self._outdate(connection, sessions.c.shown_as == shown.id)
            connection.execute(
                update(sessions)
                .where(self._mine, sessions.c.shown_as == shown.id)
                .values(shown=True, shown_as=sessions.c.id)
            )

    def because(self, session: SessionId) -> tuple[str, ...]:
        with self.shelf.database.reading() as connection:
            shown = self._shown(connection, session)
        return () if shown is None or shown.because is None else tuple(json.loads(shown.because))

    def remove(self, session: SessionId) -> None:
        with self.shelf.database.writing() as connection:
            self.show_apart(session)
            self._drop_rows(connection, and_(self._mine, sessions.c.id == session, sessions.c.layer == "hand"))

    def drop_unsupported(self, rows: Iterable[str]) -> tuple[SessionId, ...]:
        """Drop these recordings if no file supports them any more; the ids whose showing must be made anew."""
        touched: set[SessionId] = set()
        with self.shelf.database.writing() as connection:
            for some in in_turn(rows):
                query = select(sessions.c.row, sessions.c.shown_as).where(self._mine, sessions.c.row.in_(some))
                for row, shown_as in connection.execute(query).all():
                    touched |= self._drop_one_unsupported(connection, row, SessionId(shown_as))
        return tuple(sorted(touched))

    @property
    def warehouse(self) -> FolderWarehouse:
        """Where the streams lie."""
        return self.shelf.warehouse

    @property
    def _mine(self) -> ColumnElement[bool]:
        return sessions.c.athlete == self.shelf.athlete

    def _select_shown(self) -> Select[Any]:
        return select(sessions).where(self._mine, sessions.c.shown).order_by(*_ORDER)

    def _shown(self, connection: Connection, session: SessionId) -> Row[Any] | None:
        """The row that a session is shown by. Rows of one id are few, and are put in order here: asked to do it, a
        database goes through the whole journal in that order instead."""
        rows = self._of_id(connection, session)
        told = min(rows, key=lambda row: (not row.shown, _place(row)), default=None)
        if told is None:
            return None
        alike = rows if told.shown_as == session else self._of_id(connection, told.shown_as)
        return min((row for row in alike if row.shown), key=_place, default=None)

    def _of_id(self, connection: Connection, session: str) -> Sequence[Row[Any]]:
        return connection.execute(select(sessions).where(self._mine, sessions.c.id == session)).all()

    def _recordings(self, connection: Connection, which: ColumnElement[bool]) -> tuple[Session, ...]:
        query = select(sessions).where(self._mine, which, sessions.c.layer != "whole")
        rows = connection.execute(query.order_by(*_ORDER)).all()
        streams = {row.row: self.warehouse.load_streams(ContentHash(row.streams)) for row in rows if row.streams}
        return self._complete(connection, rows, streams)

    def _insert(
        self, connection: Connection, given: Sequence[tuple[Session, ContentHash | None]], layer: str
    ) -> list[tuple[str, bool]]:
        """Insert rows that are shown as themselves; for each its key, and whether it is new."""
        named = [self._named(session, streams, layer) for session, streams in given]
        known: set[str] = set()
        for some in in_turn({row for row, *_ in named}):
            known |= set(connection.scalars(select(sessions.c.row).where(self._mine, sessions.c.row.in_(some))))
        new = {row: (session, values) for row, session, values in reversed(named) if row not in known}
        self._insert_new(connection, new)
        first_of = {row: number for number, (row, *_) in reversed(list(enumerate(named)))}
        return [(row, row in new and first_of[row] == number) for number, (row, *_) in enumerate(named)]

    def _named(self, session: Session, streams: ContentHash | None, layer: str) -> tuple[str, Session, dict[str, Any]]:
        """The key of a session's row, the session, and what the row says of where it stands."""
        streams = streams if session.streams is None else self.warehouse.keep_streams(session.streams)
        if streams is not None and not self.warehouse.streams_path(streams).exists():
            raise NotKept("its streams were removed while it was on its way")
        content = content_of(session, streams)
        row = stable_id(layer, session.id, "" if layer == "hand" else content)
        standing = {"content": content, "layer": layer, "shown": True, "shown_as": session.id, "streams": streams}
        return row, session, standing

    def _insert_new(self, connection: Connection, new: Mapping[str, tuple[Session, dict[str, Any]]]) -> None:
        rows: dict[Table, list[dict[str, Any]]] = {sessions: [], sources: [], laps: [], sets: []}
        for row, (session, standing) in new.items():
            key = {"athlete": self.shelf.athlete, "row": row}
            values = session_values(session, self.shelf.sealer, row)
            rows[sessions].append({**key, **values, **standing})
            rows[sources] += source_rows(session, key)
            rows[laps] += lap_rows(session, key)
            rows[sets] += set_rows(session, key, self.shelf.sealer)
            self.shelf.outdate(session.local_day)
        for table, some in rows.items():
            if some:
                connection.execute(insert(table), some)

    def _complete(
        self, connection: Connection, rows: Sequence[Row[Any]], streams: Mapping[str, Streams | None]
    ) -> tuple[Session, ...]:
        """The sessions of rows. Laps and sets are looked up only of those that are not known to have stayed the same;
        sources are looked up of all, for they alone change where the row does not."""
        opened, of_sources = self.shelf.vault.opened, self._children(connection, sources, [row.row for row in rows])
        seen = {row.row: (tuple(row), *map(tuple, of_sources.get(row.row, ()))) for row in rows}
        known = {row: cast(Session | None, opened.known((KIND, row), said)) for row, said in seen.items()}
        found = {row: session for row, session in known.items() if session is not None}
        new = [row for row in seen if row not in found]
        of_laps, of_sets = (self._children(connection, table, new) for table in (laps, sets))
        for row in rows:
            if row.row not in found:
                children = (some.get(row.row, ()) for some in (of_sources, of_laps, of_sets))
                session = session_of(row, self.shelf.athlete, self.shelf.sealer, *children)
                found[row.row] = opened.keep((KIND, row.row), seen[row.row], session)
        return tuple(
            found[row.row] if row.row not in streams else replace(found[row.row], streams=streams[row.row])
            for row in rows
        )

    def _children(self, connection: Connection, table: Table, keys: list[str]) -> dict[str, list[Row[Any]]]:
        found: dict[str, list[Row[Any]]] = defaultdict(list)
        for some in in_turn(keys):
            query = (
                select(table)
                .where(table.c.athlete == self.shelf.athlete, table.c.row.in_(some))
                .order_by(table.c.row, table.c.number)
            )
            for child in connection.execute(query):
                found[child.row].append(child)
        return found

    def _readers(self, connection: Connection, keys: list[str] | None) -> dict[str, tuple[str, ...]]:
        """The readers of these rows' sources, of all rows for None."""
        query = (
            select(sources.c.row, sources.c.reader)
            .where(sources.c.athlete == self.shelf.athlete)
            .order_by(sources.c.row, sources.c.number)
        )
        parts = [query] if keys is None else [query.where(sources.c.row.in_(some)) for some in in_turn(keys)]
        found: dict[str, tuple[str, ...]] = {}
        for row, reader in (pair for part in parts for pair in connection.execute(part)):
            found[row] = (*found.get(row, ()), reader)
        return found

    def _exported_until(self, connection: Connection, files: set[ContentHash]) -> dict[ContentHash, datetime]:
        """For each file, the start of the latest session that rests on it."""
        latest: dict[ContentHash, datetime] = {}
        together = (supports.c.athlete == sessions.c.athlete) & (supports.c.row == sessions.c.row)
        for some in in_turn(sorted(files)):
            query = (
                select(supports.c.original, func.max(sessions.c.start_us))
                .join(sessions, together)
                .where(self._mine, supports.c.kind == KIND, supports.c.original.in_(some))
                .group_by(supports.c.original)
            )
            latest |= {ContentHash(one): moment_at(us) for one, us in connection.execute(query)}
        return latest

    def _drop_rows(self, connection: Connection, which: ColumnElement[bool]) -> None:
        streams = [ContentHash(one) for one in connection.scalars(select(sessions.c.streams).where(which)) if one]
        self._outdate(connection, which)
        connection.execute(delete(sessions).where(which))
        for name in streams:
            self.shelf.database.afterwards(partial(self._drop_streams, name))

    def _outdate(self, connection: Connection, which: ColumnElement[bool]) -> None:
        """What these rows are shown as is about to change."""
        day = connection.scalar(select(func.min(sessions.c.local_day)).where(self._mine, which))
        if day is not None:
            self.shelf.outdate(day)

    def _drop_streams(self, name: ContentHash) -> None:
        """Remove a file of streams unless something rests on it; nobody can begin to while this looks and removes."""
        query = select(sessions.c.row).where(self._mine, sessions.c.streams == name).limit(1)
        with self.shelf.database.writing() as connection:
            if connection.scalar(query) is None:
                self.warehouse.streams_path(name).unlink(missing_ok=True)

    def _drop_one_unsupported(self, connection: Connection, row: str, shown_as: SessionId) -> set[SessionId]:
        mine = and_(supports.c.athlete == self.shelf.athlete, supports.c.kind == KIND, supports.c.row == row)
        rests_on = sorted(set(connection.scalars(select(supports.c.original).where(mine))))
        if rests_on:
            self._rest_on(connection, row, rests_on)
            return set()
        others = select(sessions.c.id).where(self._mine, sessions.c.shown_as == shown_as, sessions.c.row != row)
        touched = {SessionId(one) for one in connection.scalars(others.where(sessions.c.layer != "whole"))}
        self.show_apart(shown_as)
        self._drop_rows(connection, and_(self._mine, sessions.c.row == row))
        return touched

    def _rest_on(self, connection: Connection, row: str, originals: list[str]) -> None:
        """Let a recording name an original that still supports it, where the one it names is gone."""
        connection.execute(
            update(sources)
            .where(sources.c.athlete == self.shelf.athlete, sources.c.row == row)
            .where(sources.c.original.not_in(originals))
            .values(original=originals[0])
        )
