"""Everything a journal holds as one hash: two journals with the same hash are the same."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Row

from longgame.kernel.ids import ContentHash
from longgame.store import schema
from longgame.store.durable import WORKING_SUFFIX
from longgame.store.journal import SqlJournal
from longgame.store.outdating import CHANGES
from longgame.store.warehouse import SEALED_SUFFIX, original_place

HISTORY = {"batches", "files", "alembic_version", "vault_keys"}
"""What tells how things came in and are locked, not what is in."""


def contents(journal: SqlJournal, *, history: bool = False) -> dict[str, list[str]]:
    """Every row of every table and the hash of what every finished file holds, in an order of their own."""
    found: dict[str, list[str]] = {}
    with journal.shelf.database.reading() as connection:
        for table in schema.metadata.sorted_tables:
            if history or table.name not in HISTORY:
                found[table.name] = sorted(_row(row) for row in connection.execute(table.select()) if not _counts(row))
    for kind in ("originals", "streams"):
        folder = journal.shelf.files(kind)
        found[kind + " files"] = sorted(
            f"{path.relative_to(folder)} {hashlib.sha256(_held(journal, path)).hexdigest()}"
            for path in folder.rglob("*")
            if path.is_file() and path.suffix != WORKING_SUFFIX
        )
    return found


def _held(journal: SqlJournal, path: Path) -> bytes:
    """The content of a file; what is sealed never looks the same twice, so that is opened."""
    if path.suffix != SEALED_SUFFIX:
        return path.read_bytes()
    name = ContentHash(path.parent.name + path.name.partition(".")[0])
    with journal.shelf.vault.file_seal().reader(path.open("rb"), original_place(name)) as file:
        return file.read()


def _counts(row: Row[Any]) -> bool:
    """Whether a row only counts how often something changed."""
    return "kind" in row._fields and row.kind == CHANGES


def _row(row: Row[Any]) -> str:
    """A row as text; what is sealed never looks the same twice, so only that it is there is told."""
    return repr(tuple("sealed" if _sealed(one) else one for one in row))


def _sealed(one: object) -> bool:
    return (isinstance(one, str) and one.startswith("1.")) or (isinstance(one, bytes) and one.startswith(b"1."))


def shown(journal: SqlJournal) -> list[str]:
    """What a reader of the journal sees of its sessions, batches and file names left out."""
    return [
        repr((head.id, head.content, head.sources, journal.sessions.because(head.id)))
        for head in journal.sessions.heads(date.min, date.max)
    ]
