"""Try an import without keeping anything: the same account, and the journal stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import accumulate
from pathlib import Path

from longgame.app.import_account import ImportAccount
from longgame.app.import_keeping import entry_refused, entry_told
from longgame.app.import_progress import Progress, Watcher, nobody
from longgame.app.import_work import Taken
from longgame.intake.model import ReadContext
from longgame.intake.pieces import Piece, Refused, find
from longgame.intake.pipeline import Desk, read_piece
from longgame.intake.readers import recognise
from longgame.store.entries import FileEntry, Outcome
from longgame.store.port import Journal


def rehearse_import(
    journal: Journal, paths: Sequence[Path], context: ReadContext, now: datetime, watcher: Watcher = nobody
) -> ImportAccount:
    """Read everything under `paths` and say what would happen; `batch` is None.

    Sessions and sets are counted as the files hold them: whether two files tell of one session shows when they come in.
    """
    found = tuple(find(paths))
    desk = Desk(context, recognise, now, journal.imports.known())
    entries: list[FileEntry] = []
    so_far = list(accumulate(one.size if isinstance(one, Piece) else 0 for one in found))
    for done, one in enumerate(found, 1):
        entries.append(_entry(one, desk))
        watcher(Progress(done, len(found), so_far[done - 1], so_far[-1], one.shown))
    return ImportAccount(None, tuple(entries), sum(one.sessions for one in entries), sum(one.sets for one in entries))


def _entry(one: Piece | Refused, desk: Desk) -> FileEntry:
    if isinstance(one, Refused):
        return FileEntry(one.shown, Outcome.QUARANTINED, code=one.code.value, message=one.message)
    read = read_piece(one, desk)
    original = None if read.opened is None else read.opened.original.hash
    if read.already_there:
        return FileEntry(one.shown, Outcome.ALREADY_THERE, original)
    entry = FileEntry(one.shown, Outcome.IMPORTED, original)
    if read.reading is not None:
        sets = sum(len(session.sets) for session in read.reading.sessions)
        days = len(read.reading.wellness)
        entry = replace(entry_told(entry, read.reading), sessions=len(read.reading.sessions), sets=sets, wellness=days)
    return entry if read.refusal is None else entry_refused(entry, Taken(one, original, refusal=read.refusal))
