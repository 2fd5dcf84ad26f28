"""`longgame export`, `restore`, `forget`, `doctor`, `recompute`: the journal as a whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from longgame.doors.cli.progress import counting
from longgame.doors.cli.terminal import Exit, Terminal, terminal
from longgame.doors.wiring import open_setting

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from longgame.doors.cli.progress import Count

EXPORT_PASSPHRASE = "LONGGAME_EXPORT_PASSPHRASE"
"""Where the passphrase of an export may stand instead of being typed; never on the command line, which others see."""


def register(app: typer.Typer) -> None:
    """Add the commands about the journal as a whole."""
    app.command("export")(take_along)
    app.command()(restore)
    app.command()(forget)
    app.command()(doctor)
    app.command()(recompute)


def take_along(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The zip to write.")],
    encrypt: Annotated[bool, typer.Option("--encrypt", help="Ask for a passphrase and encrypt the zip.")] = False,
) -> None:
    """Without --encrypt the zip is readable by whoever has it."""
    from longgame.app.export_all import export_all

    asked = terminal(context)
    passphrase = _passphrase(asked, twice=True) if encrypt else None
    with open_setting(asked.folder) as setting, _bar(asked, "files") as watch:
        try:
            done = export_all(setting, file, passphrase, watch)
        except OSError as refused:
            asked.refuse(f"{file}: cannot be written: {refused.strerror}; nothing was left there")
    payload = {
        "file": str(file),
        "bytes": done.size,
        "files": done.files,
        "rows": done.rows,
        "originals": done.originals,
        "streams": done.streams,
        "encrypted": done.encrypted,
    }
    words = f"Wrote {file}: {done.originals} originals, {done.streams} recordings, {done.rows} rows, "
    clear = "encrypted." if done.encrypted else "readable by whoever has it."
    asked.answer(payload, [f"{words}{done.size / 1e6:.1f} MB, {clear}"])
    asked.close()


def restore(context: typer.Context, file: Annotated[Path, typer.Argument(help="The zip of an export.")]) -> None:
    """Every file of the zip is held against its hash before anything is kept."""
    from longgame.app.restore_all import NoExport, is_encrypted, restore_all

    asked = terminal(context)
    try:
        passphrase = _passphrase(asked) if is_encrypted(file) else None
        with open_setting(asked.folder) as setting, _bar(asked, "files") as watch:
            done = restore_all(setting, file, passphrase, watch)
    except NoExport as wrong:
        asked.refuse(f"{wrong}")
    except OSError as refused:
        asked.refuse(f"{refused.filename or file}: {refused.strerror}")
    payload = {"rows": done.rows, "originals": done.originals, "streams": done.streams, "reviews": done.reviews}
    words = f"Restored {done.originals} originals, {done.streams} recordings and {done.rows} rows"
    asked.answer(payload, [f"{words}; {done.reviews} reviews made anew."])
    asked.close()


def forget(
    context: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; erase.")] = False,
) -> None:
    """Rows, files, keys and backups go, and the database is written anew so that no free page holds a word."""
    asked = terminal(context)
    if not yes and not _confirmed():
        asked.refuse("Nothing was erased. `longgame export FILE.zip` keeps a copy; `longgame forget --yes` erases.")
    with open_setting(asked.folder) as setting, _bar(asked, "steps") as watch:
        watch(0, 1)
        rows = setting.journal.carrying.erase()
        watch(1, 1)
    asked.answer(
        {"forgotten": True, "rows": rows}, [f"Erased {rows} rows, every file, key and backup of this journal."]
    )
    asked.close()


def doctor(
    context: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help="Put right what can be.")] = False,
) -> None:
    """Every row is held against every file, and every file against its hash."""
    from longgame.app.doctor import look_over

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        found = look_over(setting, repair=repair)
    payload = [
        {"kind": one.fault.kind.value, "what": one.fault.what, "hint": one.hint, "repaired": one.repaired}
        for one in found
    ]
    lines = [f"{'mended: ' if one.repaired else ''}{one.says}\n  hint: {one.hint}" for one in found]
    asked.answer({"faults": payload}, lines or ["The journal is sound."])
    if not all(one.repaired for one in found):
        raise typer.Exit(Exit.PROBLEMS_IN_INPUT)


def recompute(context: typer.Context) -> None:
    """The same journal gives the same reviews, byte for byte; only time is lost by asking."""
    from longgame.app.stored_reviews import recompute as make_anew

    asked = terminal(context)
    with open_setting(asked.folder) as setting, _bar(asked, "weeks") as watch:
        reviews = make_anew(setting, watch)
    asked.answer({"reviews": reviews}, [f"Made {reviews} reviews anew."])
    asked.close()


def _bar(asked: Terminal, what: str) -> AbstractContextManager[Count]:
    return counting(what, show=sys.stderr.isatty() and not asked.as_json)


def _confirmed() -> bool:
    """Ask a person at a terminal; anything else is a no."""
    if not sys.stdin.isatty():
        return False
    return bool(typer.prompt("This cannot be undone. Type `forget` to erase the journal", default="") == "forget")


def _passphrase(asked: Terminal, *, twice: bool = False) -> str:
    """The passphrase of an export: from the environment, else typed unseen."""
    given = os.environ.get(EXPORT_PASSPHRASE)
    if given is None and sys.stdin.isatty():
        given = typer.prompt("Passphrase of the export", hide_input=True, confirmation_prompt=twice)
    if not given:
        asked.refuse(
            f"An encrypted export needs a passphrase: type it at a terminal, or put it in ${EXPORT_PASSPHRASE}."
        )
    return str(given)
