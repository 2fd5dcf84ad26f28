"""What of a journal can be found: gathered from the tables, private words opened on the way, kept in memory only."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Row, Table, select

from longgame.store.entries import FoundKind, PrivateKind, SearchDocument
from longgame.store.inner_port import VaultLocked
from longgame.store.outdating import changes
from longgame.store.schema import (
    excuses,
    notes,
    plan_versions,
    private_entries,
    said,
    sessions,
    sets,
    wellness,
)
from longgame.store.search_index import MemoryIndex
from longgame.store.session_rows import note_place, set_note_place
from longgame.store.shelf import Shelf

_KINDS = {
    PrivateKind.COMMENT: FoundKind.COMMENT,
    PrivateKind.CHECK_IN: FoundKind.CHECK_IN,
    PrivateKind.CHECK_IN_ANSWER: FoundKind.CHECK_IN,
    PrivateKind.THOUGHT_LABEL: FoundKind.THOUGHT,
}
_NAMES = frozenset({"role", "form", "author"})
"""Fields of words that hold choices and not what somebody wrote."""


class SqlSearch:
    """Keeps the index of one athlete's journal for as long as nothing changes."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._made: tuple[tuple[int, bool], MemoryIndex] | None = None

    def index(self) -> MemoryIndex:
        state = self._state()
        if self._made is None or self._made[0] != state:
            locked = state[1]
            public = [*self._sessions(), *self._plans()]
            self._made = state, MemoryIndex([*public, *([] if locked else self._private())], locked)
        return self._made[1]

    def _state(self) -> tuple[int, bool]:
        """What tells whether anything changed: the journal's counter of changes, and whether it is locked."""
        with self._shelf.database.reading() as connection:
            counted = changes(connection, self._shelf.athlete)
        return counted, self._shelf.vault.locked

    def _rows(self, table: Table, *columns: str) -> list[Row[Any]]:
        query = select(*(table.c[name] for name in columns)).where(table.c.athlete == self._shelf.athlete)
        with self._shelf.database.reading() as connection:
            return list(connection.execute(query))

    def _sessions(self) -> Iterator[SearchDocument]:
        """What is shown of sessions: title, sport, exercises, and their notes and those of their sets."""
        lifted: dict[str, dict[str, None]] = defaultdict(dict)
        noted: dict[str, list[str]] = defaultdict(list)
        for one in self._rows(sets, "row", "number", "exercise", "note"):
            lifted[one.row][one.exercise] = None
            if one.note is not None:
                noted[one.row] += self._opened(one.note, set_note_place(one.row, one.number))
        for one in self._rows(sessions, "row", "id", "shown", "local_day", "sport", "title", "note"):
            if one.shown:
                note = [] if one.note is None else self._opened(one.note, note_place(one.row))
                text = "\n".join([*note, *noted[one.row], ", ".join(lifted[one.row])])
                title = one.title or one.sport
                yield SearchDocument(FoundKind.SESSION, one.id, one.local_day, title, text, one.sport, one.id)

    def _plans(self) -> Iterator[SearchDocument]:
        """The text in use of each plan, in pieces that blank lines part."""
        versions = self._rows(plan_versions, "name", "hash", "text", "used_from", "used_from_us", "number")
        last = {one.name: one for one in sorted(versions, key=lambda one: (one.used_from_us, one.number))}
        for one in last.values():
            for piece in one.text.split("\n\n"):
                if piece.strip():
                    used_from = date.fromisoformat(one.used_from[:10])
                    yield SearchDocument(FoundKind.PLAN, one.hash, used_from, one.name, piece.strip())

    def _private(self) -> Iterator[SearchDocument]:
        for one in self._rows(notes, "row", "day", "text", "source"):
            text = self._unsealed(one.text, f"notes.text/{one.row}")
            yield SearchDocument(FoundKind.NOTE, one.row, one.day, one.source, text)
        for one in self._rows(wellness, "row", "day", "note", "source"):
            if one.note is not None:
                text = self._unsealed(one.note, f"wellness.note/{one.row}")
                yield SearchDocument(FoundKind.NOTE, one.row, one.day, one.source or "morning", text)
        for one in self._rows(excuses, "number", "kind", "first", "note", "withdrawn_at"):
            if one.note is not None and one.withdrawn_at is None:
                text = self._unsealed(one.note, f"excuses.note/{one.number}")
                yield SearchDocument(FoundKind.NOTE, str(one.number), one.first, one.kind, text)
        yield from self._said()
        yield from self._entries()

    def _said(self) -> Iterator[SearchDocument]:
        for one in self._rows(said, "uuid", "day", "session", "kind", "words"):
            words = _words_in(json.loads(self._unsealed(one.words, f"said.words/{one.uuid}")))
            if words:
                kind = FoundKind.THOUGHT if one.kind == "thought" else FoundKind.REFLECTION
                yield SearchDocument(kind, one.uuid, one.day, one.kind, "\n".join(words), None, one.session)

    def _entries(self) -> Iterator[SearchDocument]:
        rows = self._rows(private_entries, "uuid", "said_us", "day", "session", "kind", "words")
        last = {one.uuid: one for one in sorted(rows, key=lambda one: int(one.said_us))}
        for one in last.values():
            if one.words is None:
                continue
            opened = self._unsealed(one.words, f"private_entries.words/{one.uuid}/{one.said_us}")
            words = _words_in(_json(opened))
            if words:
                kind = _KINDS.get(PrivateKind(one.kind), FoundKind.PRACTICE)
                yield SearchDocument(kind, one.uuid, one.day, one.kind, "\n".join(words), None, one.session)

    def _unsealed(self, kept: str, place: str) -> str:
        return self._shelf.sealer.unseal(kept, place)

    def _opened(self, kept: str, place: str) -> list[str]:
        """The text, or nothing while it is locked."""
        try:
            return [self._unsealed(kept, place)]
        except VaultLocked:
            return []


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _words_in(told: Any) -> list[str]:
    """Every text that somebody wrote, in whatever shape its kind has."""
    match told:
        case str():
            return [told]
        case dict():
            return [word for name, one in told.items() if name not in _NAMES for word in _words_in(one)]
        case list():
            return [word for one in told for word in _words_in(one)]
    return []
