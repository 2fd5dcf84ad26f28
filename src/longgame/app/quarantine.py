"""Look at the files that wait in quarantine, and try them again after an update or an answer."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from longgame.app.import_account import ImportAccount
from longgame.app.import_keeping import Keeper
from longgame.app.import_progress import Progress, Watcher, nobody
from longgame.app.import_work import Taken, put_streams_away
from longgame.intake.detect import Recognise
from longgame.intake.model import Original, ReadContext
from longgame.intake.opening import Opened
from longgame.intake.pieces import Piece
from longgame.intake.pipeline import Desk, PieceRead, read_opened
from longgame.intake.readers import recognise as recognise_any
from longgame.kernel.ids import ContentHash
from longgame.store.entries import FileEntry
from longgame.store.port import Journal, Warehouse


def retry_quarantine(
    journal: Journal,
    context: ReadContext,
    now: datetime,
    watcher: Watcher = nobody,
    recognise: Recognise = recognise_any,
) -> ImportAccount:
    """Read every waiting file again from its kept original; what comes in stays part of the batch that brought it.

    Files whose bytes could not be kept (they could not even be opened) stay listed: importing their path again is
    the way to try them. `VaultLocked` while kept originals cannot be opened.
    """
    warehouse = journal.warehouse
    desk = Desk(context, recognise, now)
    before = journal.sessions.tally()
    entries: list[FileEntry] = []
    waiting = journal.imports.quarantined()
    for done, entry in enumerate(waiting, 1):
        entries.append(read_again(journal, entry, desk, warehouse))
        watcher(Progress(done, len(waiting), 0, 0, entry.path))
    after = journal.sessions.tally()
    return ImportAccount(None, tuple(entries), after.sessions - before.sessions, after.sets - before.sets)


def read_again(journal: Journal, entry: FileEntry, desk: Desk, warehouse: Warehouse) -> FileEntry:
    """Read one file again from its kept original, in place of its old entry; as it was when nothing was kept."""
    if entry.original is None or entry.batch is None or not journal.originals.has(entry.original):
        return entry
    read = read_kept(journal, entry.path, entry.original, desk)
    taken = Taken(read.piece, entry.original, None, read.reading, (), read.refusal)
    keeper = Keeper(journal, entry.batch, desk.now)
    return keeper.keep_again(put_streams_away(taken, warehouse))


def read_kept(journal: Journal, path: str, kept: ContentHash, desk: Desk) -> PieceRead:
    """Read a kept original once more; `path` is the name under which it came."""
    name = path.rsplit("/", 1)[-1]
    original = Original(name.removesuffix(".gz"), kept, opener=partial(journal.originals.open, kept))
    return read_opened(Piece(path, Path(path)), Opened(original, None, 1), desk)
