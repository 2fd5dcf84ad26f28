"""Sessions logged live, in the database: every saying a row, and the session among the others made from them."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from longgame.kernel.ids import SessionId
from longgame.kernel.sport import Sport
from longgame.record.live import LoggedHead, LoggedSet, standing_sets
from longgame.record.session import Session
from longgame.record.sets import StrengthSet
from longgame.store.moments import moment_of, moment_text, moment_us
from longgame.store.schema import logged
from longgame.store.sealing import seal_maybe, unseal_or_say
from longgame.store.session_rows import set_of, set_values
from longgame.store.sessions import SqlSessions
from longgame.store.shelf import Shelf

_HEAD = ""
"""What stands in the place of a set's uuid for the head; no set may be called so."""


@dataclass(frozen=True, slots=True, eq=False)
class SqlLiveLog:
    """Live sessions of one athlete."""

    shelf: Shelf
    kept: SqlSessions

    def put_head(self, session: SessionId, head: LoggedHead) -> bool:
        return self._put(session, _HEAD, head.said_at, _head_text(head), head.note)

    def put_set(self, session: SessionId, logged: LoggedSet) -> bool:
        if logged.uuid == _HEAD:
            raise ValueError("a set needs a uuid")
        note = None if logged.done is None else logged.done.note
        return self._put(session, logged.uuid, logged.said_at, _set_text(logged), note)

    def head(self, session: SessionId) -> LoggedHead | None:
        heads = [one for one in self.said(session) if isinstance(one, LoggedHead)]
        return heads[-1] if heads else None

    def sets(self, session: SessionId) -> tuple[LoggedSet, ...]:
        return standing_sets(one for one in self.said(session) if isinstance(one, LoggedSet))

    def said(self, session: SessionId) -> tuple[LoggedHead | LoggedSet, ...]:
        query = select(logged).where(self._mine, logged.c.session == session)
        with self.shelf.database.reading() as connection:
            rows = connection.execute(query.order_by(logged.c.said_us, logged.c.uuid)).all()
        return tuple(self._saying(row) for row in rows)

    def sessions(self) -> tuple[SessionId, ...]:
        query = select(logged.c.session).distinct().where(self._mine).order_by(logged.c.session)
        with self.shelf.database.reading() as connection:
            return tuple(SessionId(one) for one in connection.scalars(query))

    @property
    def _mine(self) -> ColumnElement[bool]:
        return logged.c.athlete == self.shelf.athlete

    def _put(self, session: SessionId, uuid: str, said_at: datetime, told: str, note: str | None) -> bool:
        """Add a saying and make the session anew; of two at one moment the one that sorts last stands."""
        said_us = moment_us(said_at)
        sealed = seal_maybe(self.shelf.sealer, note, _place(session, uuid, said_us))
        key = (self._mine, logged.c.session == session, logged.c.uuid == uuid, logged.c.said_us == said_us)
        values = {"said_at": moment_text(said_at), "told": told, "note": sealed}
        with self.shelf.database.writing() as connection:
            known = connection.scalar(select(logged.c.told).where(*key))
            if known is not None and known >= told:
                return False
            if known is not None:
                connection.execute(update(logged).where(*key).values(**values))
            else:
                row = {"athlete": self.shelf.athlete, "session": session, "uuid": uuid, "said_us": said_us}
                connection.execute(insert(logged).values(**row, **values))
            self._show(session)
        return True

    def _show(self, session: SessionId) -> None:
        head = self.head(session)
        if head is not None:
            done = tuple(one.done for one in self.sets(session) if one.done is not None)
            self.kept.put(_session_of(session, self.shelf, head, done))

    def _saying(self, row: Row[Any]) -> LoggedHead | LoggedSet:
        note = unseal_or_say(self.shelf.sealer, row.note, _place(row.session, row.uuid, row.said_us))
        told = json.loads(row.told)
        said_at = moment_of(row.said_at)
        if row.uuid == _HEAD:
            return _head_of(said_at, told, note)
        done = None if told["done"] is None else replace(set_of(told["done"]), note=note)
        return LoggedSet(row.uuid, said_at, moment_of(told["done_at"]), done)


def _session_of(session: SessionId, shelf: Shelf, head: LoggedHead, sets: tuple[StrengthSet, ...]) -> Session:
    return Session(
        id=session,
        athlete=shelf.athlete,
        sources=(),
        sets=sets,
        **{field.name: getattr(head, field.name) for field in fields(head) if field.name != "said_at"},
    )


def _head_text(head: LoggedHead) -> str:
    told = {field.name: getattr(head, field.name) for field in fields(head) if field.name not in ("said_at", "note")}
    told |= {"start": moment_text(head.start), "local_day": head.local_day.isoformat(), "sport": head.sport.value}
    return _text(told)


def _head_of(said_at: datetime, told: dict[str, Any], note: str | None) -> LoggedHead:
    read = {"start": moment_of(told["start"]), "local_day": date.fromisoformat(told["local_day"])}
    return LoggedHead(said_at=said_at, note=note, **{**told, **read, "sport": Sport(told["sport"])})


def _set_text(logged: LoggedSet) -> str:
    done = None if logged.done is None else set_values(logged.done)
    return _text({"done_at": moment_text(logged.done_at), "done": done})


def _text(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _place(session: str, uuid: str, said_us: int) -> str:
    return f"logged.note/{session}/{uuid}/{said_us}"
