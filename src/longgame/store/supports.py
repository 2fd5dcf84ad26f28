"""What rests on which file: the thread by which an import can be taken back exactly."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from longgame.kernel.ids import ContentHash
from longgame.store.entries import Support
from longgame.store.schema import files, supports

_MANY = 500
"""Keys in one IN list: well under every database's limit on parameters."""


def support_rows(connection: Connection, athlete: str, kind: str, said: Iterable[tuple[str, Support]]) -> None:
    """Write down that rows of some kind rest on files; said twice it stands once."""
    said = dict.fromkeys(said)
    known: set[tuple[str, Support]] = set()
    for some in in_turn({row for row, _ in said}):
        query = select(supports.c.row, supports.c.original, supports.c.batch).where(
            supports.c.athlete == athlete, supports.c.kind == kind, supports.c.row.in_(some)
        )
        known |= {(one.row, Support(one.original, one.batch)) for one in connection.execute(query)}
    rows = [
        {"athlete": athlete, "kind": kind, "row": row, "original": support.original, "batch": support.batch}
        for row, support in said
        if (row, support) not in known
    ]
    if rows:
        connection.execute(insert(supports), rows)


def originals_of(
    connection: Connection, athlete: str, kind: str, rows: Iterable[str]
) -> dict[str, tuple[ContentHash, ...]]:
    """The files that each of these rows rests on, in order; rows that rest on none are left out."""
    found: dict[str, tuple[ContentHash, ...]] = {}
    for some in in_turn(rows):
        query = (
            select(supports.c.row, supports.c.original)
            .distinct()
            .where(supports.c.athlete == athlete, supports.c.kind == kind, supports.c.row.in_(some))
            .order_by(supports.c.row, supports.c.original)
        )
        for row, original in connection.execute(query):
            found[row] = (*found.get(row, ()), ContentHash(original))
    return found


def paths_of(
    connection: Connection, athlete: str, originals: Iterable[ContentHash]
) -> dict[ContentHash, tuple[str, ...]]:
    """The names under which each of these files came in."""
    found: dict[ContentHash, tuple[str, ...]] = {}
    for some in in_turn(sorted(originals)):
        query = (
            select(files.c.original, files.c.path)
            .distinct()
            .where(files.c.athlete == athlete, files.c.original.in_(some))
            .order_by(files.c.original, files.c.path)
        )
        for original, path in connection.execute(query):
            found[ContentHash(original)] = (*found.get(ContentHash(original), ()), path)
    return found


def in_turn(keys: Iterable[str]) -> Iterable[list[str]]:
    """The keys in lists short enough for one query each."""
    ordered = list(keys)
    return (ordered[i : i + _MANY] for i in range(0, len(ordered), _MANY))
