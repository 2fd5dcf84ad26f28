"""Bring in files: anything an athlete has, in files, folders and archives, each file wholly or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from longgame.app.import_account import ImportAccount
from longgame.app.import_keeping import Keeper
from longgame.app.import_pool import in_turn
from longgame.app.import_progress import Cancelled, Progress, Watcher, nobody
from longgame.app.import_work import Taken
from longgame.intake.detect import Recognise
from longgame.intake.model import ReadContext
from longgame.intake.pieces import Piece, Refused, find, for_people
from longgame.intake.pipeline import Desk
from longgame.intake.readers import recognise as recognise_any
from longgame.store.entries import FileEntry, Outcome
from longgame.store.port import Journal, Warehouse

_IMPORTED = Outcome.IMPORTED
TOGETHER = 32
"""Files written in one transaction: a cut costs at most these, and they are read again by the next import."""


def import_files(
    journal: Journal,
    paths: Sequence[Path],
    context: ReadContext,
    now: datetime,
    watcher: Watcher = nobody,
    recognise: Recognise = recognise_any,
    root: Path | None = None,
) -> ImportAccount:
    """Import everything under `paths`; what cannot be read waits in quarantine, and nothing stops the rest.

    Names are kept as they stand below `root` where it is given: the folder that sent files were put in for a moment.

    A file whose original was lost from the disk is taken for new and puts it back, and doubles nothing.
    Kept file by file: after a cut, importing the same paths again goes on where it stopped. A watcher may stop it by
    raising `Cancelled`. `now` dates the batch and tells sessions of the future. `VaultLocked` before anything is
    begun when originals cannot be sealed.
    """
    warehouse = journal.warehouse
    found = tuple(_below(root, one) for one in find(paths))
    desk = Desk(context, recognise, now, journal.imports.known() - journal.originals.missing())
    before = journal.sessions.tally()
    batch = journal.imports.begin(now, () if root else tuple(for_people(path) for path in paths))
    keeper = Keeper(journal, batch, now, set(desk.known))
    entries: list[FileEntry] = []
    plans: list[str] = []
    notes = 0
    with suppress(Cancelled):
        for some in _groups(_taken(found, desk, warehouse), TOGETHER):
            kept = keeper.keep([one for one, _ in some])
            entries += kept
            notes += sum(_notes(one) for (one, _), entry in zip(some, kept, strict=True) if entry.outcome is _IMPORTED)
            plans += [text for one, _ in some for text in _plan_texts(one)]
            for _, progress in some:
                watcher(progress)
    after = journal.sessions.tally()
    return ImportAccount(
        batch, tuple(entries), after.sessions - before.sessions, after.sets - before.sets, tuple(plans), notes
    )


def _notes(one: Taken | Refused) -> int:
    return len(one.reading.notes) if isinstance(one, Taken) and one.reading is not None else 0


def _plan_texts(one: Taken | Refused) -> tuple[str, ...]:
    return one.reading.plan_texts if isinstance(one, Taken) and one.reading is not None else ()


def _below(root: Path | None, one: Piece | Refused) -> Piece | Refused:
    return one if root is None else replace(one, shown=one.shown.removeprefix(f"{root}{os.sep}"))


def _taken(
    found: tuple[Piece | Refused, ...], desk: Desk, warehouse: Warehouse
) -> Iterator[tuple[Taken | Refused, Progress]]:
    """Every piece found, read and put away, in the order of finding, with how far that is."""
    pieces = [one for one in found if isinstance(one, Piece)]
    results = in_turn(pieces, desk, warehouse)
    total = sum(piece.size for piece in pieces)
    so_far = 0
    for done, one in enumerate(found, 1):
        so_far += one.size if isinstance(one, Piece) else 0
        progress = Progress(done, len(found), so_far, total, one.shown)
        yield (next(results) if isinstance(one, Piece) else one), progress


def _groups(
    items: Iterable[tuple[Taken | Refused, Progress]], size: int
) -> Iterator[list[tuple[Taken | Refused, Progress]]]:
    group: list[tuple[Taken | Refused, Progress]] = []
    for item in items:
        group.append(item)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group
