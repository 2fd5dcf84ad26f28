"""Answer a question that a file left open; every file that asked it is read again from its kept original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from longgame.app.import_account import ImportAccount
from longgame.app.open_questions import open_questions, standing_files
from longgame.app.quarantine import read_again, read_kept
from longgame.app.regroup import days_of, regroup
from longgame.app.setting import Setting
from longgame.intake.codes import IntakeCode
from longgame.intake.model import Answer
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


def refusal_of(setting: Setting, key: str, value: str) -> str | None:
    """Why this cannot be an answer: no file asks so, or its question leaves only other answers; None when it can.

    Where the question was answered before, one of the files that were read with that answer is asked. `VaultLocked`.
    """
    asked = {one.key: one for one in open_questions(setting.journal)}
    if key in asked:
        question = asked[key]
        closed = bool(question.choices) and not question.correctable
        return _other_than(key, value, question.choices) if closed and value not in question.choices else None
    read_with = next(iter(depending_on(setting.journal, key)), None)
    if read_with is None or read_with.original is None:
        return f"no file asks “{key}”; open questions: {', '.join(asked) or 'none'}"
    context = setting.reading()
    candidate = replace(context, answers=(*context.answers, Answer(key, value)))
    desk = Desk(candidate, recognise, setting.clock.now())
    reading = read_kept(setting.journal, read_with.path, read_with.original, desk).reading
    still = None if reading is None or not value else reading.question
    return None if still is None or still.key != key else _other_than(key, value, still.choices)


def _other_than(key: str, value: str, choices: Sequence[str]) -> str:
    return f"“{value}” is no answer to “{key}”; answer {' or '.join(choices) or 'something else'}"


def _read_again(setting: Setting, key: str) -> ImportAccount:
    journal = setting.journal
    before = journal.sessions.tally()
    desk = Desk(setting.reading(), recognise, setting.clock.now())
    entries = tuple(_again(journal, entry, desk, journal.warehouse) for entry in depending_on(journal, key))
    after = journal.sessions.tally()
    return ImportAccount(None, entries, after.sessions - before.sessions, after.sets - before.sets)


def depending_on(journal: Journal, key: str) -> tuple[FileEntry, ...]:
    """The files of standing imports that wait for the answer with this key, or were read with it."""
    return tuple(one for one in standing_files(journal) if any(_is_about(remark, key) for remark in one.remarks))


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
