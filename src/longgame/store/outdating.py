"""What a change to the truth does to what was derived from it, in the same transaction.

Every way of changing the truth says from which day on it may matter (`Shelf.outdate`). Values with a day go when it
is that day or later. Values kept under the hash of their own inputs stay: they hold whenever those inputs come again.
A counter goes up with every change, so that a value computed from what was there before is never kept after it.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Connection, Integer, cast, delete, func, insert, select, update
from sqlalchemy import Text as SqlText

from longgame.store.schema import derived, sessions

CHANGES = "changes"
"""The kind of the one value that counts changes; it is derived from nothing and never thrown away alone."""


def outdate(connection: Connection, athlete: str, day: date) -> int:
    """Throw away what a change on `day` may have made wrong, and count the change; how many values went."""
    gone = connection.execute(delete(derived).where(*_outdated(athlete, day))).rowcount
    counted = cast(cast(derived.c.inputs, Integer) + 1, SqlText)
    mine = (derived.c.athlete == athlete, derived.c.kind == CHANGES)
    if connection.execute(update(derived).where(*mine).values(inputs=counted)).rowcount == 0:
        first = {"athlete": athlete, "kind": CHANGES, "key": "", "value": b"", "inputs": "1", "engine": ""}
        connection.execute(insert(derived).values(**first))
    return gone


def changes(connection: Connection, athlete: str, *, holding: bool = False) -> int:
    """How many changes there were; while `holding`, nobody else can add one before this transaction ends."""
    query = select(derived.c.inputs).where(derived.c.athlete == athlete, derived.c.kind == CHANGES)
    found = connection.scalar(query.with_for_update() if holding else query)
    return 0 if found is None else int(found)


def first_day_about(connection: Connection, athlete: str, day: date, session: str | None) -> date:
    """The day that words are about, or that of the session they name, whichever comes first."""
    named = select(func.min(sessions.c.local_day)).where(sessions.c.athlete == athlete, sessions.c.id == session)
    found = None if session is None else connection.scalar(named)
    return day if found is None else min(day, found)


def _outdated(athlete: str, day: date) -> tuple[ColumnElement[bool], ...]:
    late = (derived.c.day >= day) | derived.c.day.is_(None)
    return (derived.c.athlete == athlete, late, derived.c.key != derived.c.inputs, derived.c.kind != CHANGES)
