"""Answer a question that a file left open; every file that asked it is read again from its kept original."""

from __future__ import annotations

from longgame.app.import_account import ImportAccount
from longgame.app.quarantine import read_again
from longgame.app.regroup import days_of, regroup
from longgame.app.setting import Setting
from longgame.intake.codes import IntakeCode
from longgame.intake.pipeline import Desk
from longgame.intake.readers import recognise
from longgame.store.entries import FileEntry, ImportAnswer
from longgame.store.port import Journal, Warehouse


def answer_question(setting: Setting, key: str, value: str) -> ImportAccount:
    """Remember the answer, now and for every later file, and read again what waited for it. `VaultLocked`."""
    journal, now = setting.journal, setting.clock.now()
    warehouse = journal.warehouse
    journal.answers.answer(ImportAnswer(key, value, now))
    before = journal.sessions.tally()
    desk = Desk(setting.reading(), recognise, now)
    entries = tuple(_again(journal, entry, desk, warehouse) for entry in waiting_for(journal, key))
    after = journal.sessions.tally()
    return ImportAccount(None, entries, after.sessions - before.sessions, after.sets - before.sets)


def waiting_for(journal: Journal, key: str) -> tuple[FileEntry, ...]:
    """The files of standing imports whose question with this key is open."""
    standing = [batch.id for batch in journal.imports.batches() if batch.undone_at is None]
    entries = [entry for batch in standing for entry in journal.imports.files(batch)]
    return tuple(entry for entry in entries if _asks(entry, key))


def _asks(entry: FileEntry, key: str) -> bool:
    asked = [one for one in entry.remarks if one.code == IntakeCode.ASKED.value and one.hint is not None]
    return any(f" {key}=" in (one.hint or "") for one in asked)


def _again(journal: Journal, entry: FileEntry, desk: Desk, warehouse: Warehouse) -> FileEntry:
    if entry.original is None or entry.batch is None:
        return entry
    with journal.change():
        touched = journal.imports.release(entry.batch, entry.original)
        again = read_again(journal, entry, desk, warehouse)
        regroup(journal, days_of(journal, touched))
    return again
