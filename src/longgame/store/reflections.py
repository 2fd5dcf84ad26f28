"""What was said before, during and after, in the database: sealed, and added to until something is to be gone."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select

from longgame.kernel.ids import PlannedId, SessionId
from longgame.record.reflection import After, Before, Said, Thought
from longgame.record.sets import Form
from longgame.store.moments import moment_of, moment_text, moment_us
from longgame.store.outdating import first_day_about
from longgame.store.schema import said, sessions
from longgame.store.sealing import Sealer
from longgame.store.shelf import Shelf

_KINDS: dict[str, type[Before | Thought | After]] = {"before": Before, "thought": Thought, "after": After}
_WORD_OF = {kind: word for word, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True, eq=False)
class SqlReflections:
    """Reflections of one athlete."""

    shelf: Shelf

    def add(self, said: Said) -> bool:
        with self.shelf.database.writing() as connection:
            known = select(_said.c.uuid).where(self._mine, _said.c.uuid == said.uuid)
            if connection.scalar(known) is not None:
                return False
            self.shelf.outdate(first_day_about(connection, self.shelf.athlete, said.day, said.session))
            connection.execute(
                insert(_said).values(
                    athlete=self.shelf.athlete,
                    uuid=said.uuid,
                    day=said.day,
                    session=said.session,
                    planned=said.planned,
                    said_at=moment_text(said.words.said_at),
                    said_us=moment_us(said.words.said_at),
                    kind=_WORD_OF[type(said.words)],
                    words=self.shelf.sealer.seal(_words_text(said.words), _place(said.uuid)),
                )
            )
        return True

    def erase(self, uuid: str) -> bool:
        named = (self._mine, _said.c.uuid == uuid)
        with self.shelf.database.writing() as connection:
            row = connection.execute(select(_said.c.day, _said.c.session).where(*named)).one_or_none()
            if row is None:
                return False
            self.shelf.outdate(first_day_about(connection, self.shelf.athlete, row.day, row.session))
            connection.execute(delete(_said).where(*named))
        self.shelf.vault.opened.drop(("said", uuid))
        return True

    def about(self, session: SessionId) -> tuple[Said, ...]:
        mine = sessions.c.athlete == self.shelf.athlete
        shown = select(sessions.c.shown_as).where(mine, sessions.c.id == session)
        behind = select(sessions.c.id).where(mine, sessions.c.shown_as.in_(shown))
        return self._said((_said.c.session == session) | _said.c.session.in_(behind))

    def between(self, first: date, last: date) -> tuple[Said, ...]:
        return self._said(_said.c.day.between(first, last))

    def all(self) -> tuple[Said, ...]:
        return self._said(self._mine)

    @property
    def _mine(self) -> ColumnElement[bool]:
        return _said.c.athlete == self.shelf.athlete

    def _said(self, which: ColumnElement[bool]) -> tuple[Said, ...]:
        query = select(_said).where(self._mine, which).order_by(_said.c.said_us, _said.c.uuid)
        with self.shelf.database.reading() as connection:
            rows = connection.execute(query).all()
        opened, sealer = self.shelf.vault.opened, self.shelf.sealer
        return tuple(opened.of(("said", row.uuid), tuple(row), partial(_said_of, row, sealer)) for row in rows)


_said = said


def _place(uuid: str) -> str:
    return f"said.words/{uuid}"


def _said_of(row: Row[Any], sealer: Sealer) -> Said:
    return Said(
        uuid=row.uuid,
        day=row.day,
        words=_words_of(_KINDS[row.kind], row.said_at, json.loads(sealer.unseal(row.words, _place(row.uuid)))),
        session=None if row.session is None else SessionId(row.session),
        planned=None if row.planned is None else PlannedId(row.planned),
    )


def _words_text(words: Before | Thought | After) -> str:
    """What was said as JSON, the moment and what was not said left out."""
    values = {field.name: getattr(words, field.name) for field in fields(words)}
    told = {
        name: value.value if isinstance(value, Enum) else value
        for name, value in values.items()
        if value is not None and not isinstance(value, datetime)
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _words_of(kind: type[Before | Thought | After], said_at: str, told: dict[str, Any]) -> Before | Thought | After:
    if "form" in told:
        told["form"] = Form(told["form"])
    return kind(said_at=moment_of(said_at), **told)
