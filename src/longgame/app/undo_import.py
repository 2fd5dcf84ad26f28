"""Take an import back: the journal is then as if that batch had never come, and every other had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from longgame.app.regroup import days_of, regroup
from longgame.store.entries import Batch
from longgame.store.port import Journal


@dataclass(frozen=True, slots=True)
class Undone:
    """A batch that was taken back, and how many sessions and sets fewer the journal shows.

    `stay` counts the files that a later import had asked for too: they are that one's now.
    """

    batch: Batch
    sessions: int
    sets: int
    stay: int = 0


def undo_import(journal: Journal, batch: str, now: datetime) -> Undone | None:
    """Take back the batch whose id begins with `batch`; None when no standing batch, or more than one, does.

    The journal is then as if that import had never been asked for, and all others had. `VaultLocked` where files that
    stay have words about them which cannot be opened.
    """
    standing = [one for one in journal.imports.batches() if one.undone_at is None and one.id.startswith(batch)]
    if len(standing) != 1:
        return None
    before = journal.sessions.tally()
    with journal.change():
        stay = journal.imports.hand_over(standing[0].id)
        touched = journal.imports.withdraw(standing[0].id, now)
        regroup(journal, days_of(journal, touched))
    after = journal.sessions.tally()
    return Undone(standing[0], before.sessions - after.sessions, before.sets - after.sets, stay)
