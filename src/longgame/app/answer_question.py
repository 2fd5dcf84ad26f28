"""Answer a question that a file left open; every file that asked it is read again from its kept original."""

from __future__ import annotations

from longgame.app.import_account import ImportAccount
from longgame.app.quarantine import read_again
from longgame.app.regroup import days_of, regroup
from longgame.app.setting import Setting
from longgame.intake.codes import IntakeCode
from longgame.intake.pipeline import Desk
from longgame.intake.readers import recognise
from longgame.store.entries import FileEntry, ImportAnswer, Remark
from longgame.store.port import Journal, Warehouse


def answer_question(setting: Setting, key: str, value: str) -> ImportAccount:
    """Remember the answer, now and for every later file, and read again what waited for it. `VaultLocked`.

    Where the question was answered before, this answer takes the place of that one, and what was read with it is read
    again.
    """
    setting.journal.answers.answer(ImportAnswer(key, value, setting.clock.now()))
    return _read_again(setting, key)


def ask_again(setting: Setting, key: str) -> ImportAccount:
    """Take an answer back: the question is open again, and what was read with the answer waits for another."""
    setting.journal.answers.forget(key)
    return _read_again(setting, key)


def _read_again(setting: Setting, key: str) -> ImportAccount:
    journal = setting.journal
    before = journal.sessions.tally()
    desk = Desk(setting.reading(), recognise, setting.clock.now())
    entries = tuple(_again(journal, entry, desk, journal.warehouse) for entry in depending_on(journal, key))
    after = journal.sessions.tally()
    return ImportAccount(None, entries, after.sessions - before.sessions, after.sets - before.sets)


def depending_on(journal: Journal, key: str) -> tuple[FileEntry, ...]:
    """The files of standing imports that wait for the answer with this key, or were read with it."""
    standing = [batch.id for batch in journal.imports.batches() if batch.undone_at is None]
    entries = [entry for batch in standing for entry in journal.imports.files(batch)]
    return tuple(entry for entry in entries if any(_is_about(remark, key) for remark in entry.remarks))


def _is_about(remark: Remark, key: str) -> bool:
    return remark.code in _OF_ANSWERS and f" {key}=" in (remark.hint or "")


_OF_ANSWERS = (IntakeCode.ASKED.value, IntakeCode.ANSWERED.value)


def _again(journal: Journal, entry: FileEntry, desk: Desk, warehouse: Warehouse) -> FileEntry:
    if entry.original is None or entry.batch is None:
        return entry
    with journal.change():
        touched = journal.imports.release(entry.batch, entry.original)
        again = read_again(journal, entry, desk, warehouse)
        regroup(journal, days_of(journal, touched))
    return again
