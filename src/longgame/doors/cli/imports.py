"""`longgame import`: bring in files, take an import back, look at what could not be read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from longgame.doors.cli.progress import bar
from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting

if TYPE_CHECKING:
    from longgame.app.import_account import ImportAccount
    from longgame.app.setting import Setting
    from longgame.store.entries import FileEntry, Remark

HELP = "Bring in files, folders, zips: import PATH… · undo ID · answer [KEY=VALUE] · quarantine [--retry]."

SHOWN_PLACES = 3
"""A remark met in more places than this is told once, with their number; --json lists them all."""


SHOWN_LEFT_OUT = 12
"""Kinds of things left out that the account in words lists."""


def register(app: typer.Typer) -> None:
    """Add the import command."""
    app.command("import", help=HELP)(bring_in)


def bring_in(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(help="Files, folders; or undo ID; answer [KEY=VALUE]; quarantine.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read everything, keep nothing.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="With `quarantine`: try those files again.")] = False,
) -> None:
    """One word for four deeds; a file that is really called `undo` is reached as ./undo."""
    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        if paths == ["answer"]:
            _questions(asked, setting)
        elif paths[0] == "answer":
            _answer(asked, setting, paths[1:])
        elif paths[0] == "undo" and len(paths) == 2:
            _take_back(asked, setting, paths[1])
        elif paths == ["quarantine"]:
            _quarantine(asked, setting, retry)
        else:
            _bring_in(asked, setting, [Path(path) for path in paths], dry_run)
    asked.close()


def _questions(asked: Terminal, setting: Setting) -> None:
    """What files still ask, and what they were read with."""
    from longgame.app.open_questions import given_answers, open_questions

    still_open, given = open_questions(setting.journal), given_answers(setting.journal)
    payload = {
        "open": [
            {"key": one.key, "question": one.text, "choices": list(one.choices), "files": list(one.files)}
            for one in still_open
        ],
        "given": [{"key": one.key, "answer": one.value, "files": list(one.files)} for one in given],
    }
    lines = []
    for one in still_open:
        lines += [one.text, f"  longgame import answer {' or '.join(f'{one.key}={c}' for c in one.choices or ('…',))}"]
    for answer in given:
        read = _so_many(len(answer.files), "file")
        lines += [
            f"{answer.key}={answer.value}: {read} read with it",
            f"  asked again by: longgame import answer {answer.key}=",
        ]
    asked.answer(payload, lines or ["No file asks anything, and none was read with an answer."])


def _answer(asked: Terminal, setting: Setting, given: list[str]) -> None:
    """Answer questions, or with nothing behind the sign have them asked again; what hangs on them is read again."""
    from longgame.app.answer_question import answer_question, ask_again, refusal_of
    from longgame.app.import_account import together

    accounts = []
    for one in given:
        key, equals, value = one.partition("=")
        if not equals:
            asked.refuse(f"{one!r} is no answer; write it as KEY=VALUE, with the key of the question")
        why_not = refusal_of(setting, key, value)
        if why_not is not None:
            asked.refuse(why_not)
        accounts.append(answer_question(setting, key, value) if value else ask_again(setting, key))
    _tell(asked, together(accounts), again=True)


def _bring_in(asked: Terminal, setting: Setting, paths: list[Path], dry_run: bool) -> None:
    from longgame.app.import_files import import_files
    from longgame.app.rehearse_import import rehearse_import

    missing = [path for path in paths if not path.exists()]
    if missing:
        asked.refuse("; ".join(f"{path}: there is no such file or folder" for path in missing))
    doing = rehearse_import if dry_run else import_files
    with bar(show=sys.stderr.isatty() and not asked.as_json) as watcher:
        account = doing(setting.journal, paths, setting.reading(), setting.clock.now(), watcher)
    _tell(asked, account, rehearsed=dry_run)


def _quarantine(asked: Terminal, setting: Setting, retry: bool) -> None:
    from longgame.app.import_account import entry_to_json
    from longgame.app.quarantine import retry_quarantine

    if retry:
        _tell(asked, retry_quarantine(setting.journal, setting.reading(), setting.clock.now()))
        return
    waiting = setting.journal.imports.quarantined()
    lines = [f"{entry.path}: {entry.code} {entry.message}" for entry in waiting]
    asked.answer({"quarantined": [entry_to_json(entry) for entry in waiting]}, lines or ["Nothing waits."])


def _take_back(asked: Terminal, setting: Setting, batch: str) -> None:
    from longgame.app.undo_import import undo_import

    undone = undo_import(setting.journal, batch, setting.clock.now())
    if undone is None:
        asked.refuse(f"there is no single import {batch!r} to take back")
    payload = {"undone": undone.batch.id, "sessions": undone.sessions, "sets": undone.sets, "stay": undone.stay}
    fewer = f"{_so_many(undone.sessions, 'session')} and {_so_many(undone.sets, 'set')} fewer"
    stay = f" {_so_many(undone.stay, 'file')} asked for by a later import too: kept." if undone.stay else ""
    asked.answer(payload, [f"Taken back: {fewer}.{stay}"])


def _tell(asked: Terminal, account: ImportAccount, *, rehearsed: bool = False, again: bool = False) -> None:
    from longgame.app.import_account import account_to_json
    from longgame.store.entries import Outcome

    asked.answer(account_to_json(account), _words(account, rehearsed=rehearsed, again=again))
    if account.of(Outcome.QUARANTINED):
        asked.problems.append("quarantined")


def _words(account: ImportAccount, *, rehearsed: bool, again: bool) -> list[str]:
    from longgame.store.entries import Outcome

    lines = _read_again(account) if again else _found(account, rehearsed=rehearsed)
    if account.plan_texts:
        lines.append(
            f"Planned workouts read: {len(account.plan_texts)}. longgame plan import FILE prints one as plan text."
        )
    for outcome in (Outcome.SKIPPED, Outcome.QUARANTINED):
        for one in account.of(outcome):
            lines.append(f"  {outcome.value}: {one.path}: {' '.join(filter(None, (one.code, one.message)))}")
            lines += [f"    hint: {remark.hint}" for remark in one.remarks if remark.hint and _is_why(one, remark)]
    lines += _remarks(account.entries)
    lines += _left_out(account.entries)
    return [*lines, f"To take this back: longgame import undo {account.batch}"] if account.batch else lines


def _found(account: ImportAccount, *, rehearsed: bool) -> list[str]:
    """What was found, and what came of it."""
    from longgame.store.entries import Outcome

    counts = [f"{account.count(outcome)} {outcome.value}" for outcome in Outcome]
    came = "are in them; nothing was kept" if rehearsed else "came in"
    more = [_so_many(account.sessions, "session"), _so_many(account.sets, "set")]
    more += [_so_many(count, what) for count, what in ((account.days, "day"), (account.notes, "note")) if count]
    return [
        f"{_so_many(account.found, 'file')} found = {' + '.join(counts)}",
        f"{', '.join(more[:-1])} and {more[-1]} {came}.",
    ]


def _read_again(account: ImportAccount) -> list[str]:
    """What was read again after an answer, and how much is in it."""
    sessions, sets = (sum(getattr(one, name) for one in account.entries) for name in ("sessions", "sets"))
    inside = f"{_so_many(sessions, 'session')} and {_so_many(sets, 'set')}"
    return [f"{_so_many(account.found, 'file')} read again, holding {inside}."]


def _so_many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _left_out(entries: Sequence[FileEntry]) -> list[str]:
    """What was left out inside the files, each reason once, with how often and in how many files."""
    counts: dict[str, int] = {}
    files: dict[str, list[str]] = {}
    for entry in entries:
        told = {entry.message, *(remark.message for remark in entry.remarks)}
        for part in entry.skipped:
            if part.message not in told:
                counts[part.message] = counts.get(part.message, 0) + part.count
                files.setdefault(part.message, []).append(entry.path)
    lines = []
    for why, count in counts.items():
        places = dict.fromkeys(files[why])
        where = next(iter(places)) if len(places) == 1 else f"{len(places)} files"
        lines.append(f"  left out of {where}: {why}{'' if count == 1 else f' × {count}'}")
    if len(lines) > SHOWN_LEFT_OUT + 1:
        more = len(lines) - SHOWN_LEFT_OUT
        lines[SHOWN_LEFT_OUT:] = [f"  and {more} more kinds of things were left out; longgame --json lists all"]
    return lines


def _is_why(entry: FileEntry, remark: Remark) -> bool:
    """Whether the remark says again why the file came in not at all."""
    return (remark.code, remark.message) == (entry.code, entry.message)


def _remarks(entries: Sequence[FileEntry]) -> Iterator[str]:
    """What was remarked on the files; a remark that many of them share is told once, with where it was first met."""
    met: dict[tuple[str, str, str], list[str]] = {}
    for entry in entries:
        for remark in entry.remarks:
            if _is_why(entry, remark):
                continue
            place = f"{entry.path} ({remark.where})" if remark.where else entry.path
            met.setdefault((remark.code or "", remark.message, remark.hint or ""), []).append(place)
    for (code, message, hint), places in met.items():
        shown = places if len(places) <= SHOWN_PLACES else places[:1]
        more = "" if shown is places else f" (and in {len(places) - 1} more places)"
        yield from (f"  {place}: {code} {message}{more}" for place in shown)
        if hint:
            yield f"    hint: {hint}"
