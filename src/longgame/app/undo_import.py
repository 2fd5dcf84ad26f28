"""Take an import back: the journal is then as if that batch had never come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from longgame.app.regroup import days_of, regroup
from longgame.store.entries import Batch
from longgame.store.port import Journal


@dataclass(frozen=True, slots=True)
class Undone:
    """A batch that was taken back, and how many sessions and sets fewer the journal shows."""

    batch: Batch
    sessions: int
    sets: int


def undo_import(journal: Journal, batch: str, now: datetime) -> Undone | None:
    """Take back the batch whose id begins with `batch`; None when no standing batch, or more than one, does."""
    standing = [one for one in journal.imports.batches() if one.undone_at is None and one.id.startswith(batch)]
    if len(standing) != 1:
        return None
    before = journal.sessions.tally()
    with journal.change():
        touched = journal.imports.withdraw(standing[0].id, now)
        regroup(journal, days_of(journal, touched))
    after = journal.sessions.tally()
    return Undone(standing[0], before.sessions - after.sessions, before.sets - after.sets)
