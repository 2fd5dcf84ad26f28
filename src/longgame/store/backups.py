"""Copies of the database, made before a migration changes it, the last few of them kept.

Copies from before private words were sealed would hold them in the clear, so those go once the migration has held.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from longgame.store.durable import WORKING_SUFFIX, sync_folder

BACKUPS_NAME = "backups"
KEPT = 3
"""How many copies are kept; the oldest goes first."""
FIRST_SEALED = "0006"
"""From this migration on a database holds no private words in the clear."""


def back_up(database: Path, version: str) -> Path:
    """Copy a SQLite database that stands at `version`, on the disk when this returns; older copies rotate away."""
    folder = database.parent / BACKUPS_NAME
    folder.mkdir(exist_ok=True, mode=0o700)
    number = 1 + max((int(one.stem.split("-")[0]) for one in backups(database)), default=0)
    target = folder / f"{number:04}-{version}.db"
    working = target.with_suffix(WORKING_SUFFIX)
    working.unlink(missing_ok=True)
    source, copy = sqlite3.connect(database), sqlite3.connect(working)
    try:
        copy.execute("PRAGMA synchronous=FULL")
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()
        source.close()
    working.replace(target)
    sync_folder(folder)
    for old in backups(database)[:-KEPT]:
        old.unlink()
    return target


def backups(database: Path) -> tuple[Path, ...]:
    """The copies there are, oldest first."""
    return tuple(sorted((database.parent / BACKUPS_NAME).glob("[0-9]*-*.db")))


def drop_unsealed(database: Path) -> None:
    """Remove the copies that hold private words in the clear."""
    for one in backups(database):
        if one.stem.split("-")[1] < FIRST_SEALED:
            one.unlink()
