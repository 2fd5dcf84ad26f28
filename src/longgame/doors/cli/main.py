"""`longgame`: the command line. Heavy rooms are imported by the commands that need them, so that --help is quick."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from longgame.doors.cli.commands import CommandTable
from longgame.doors.cli.terminal import Exit, Terminal
from longgame.doors.wiring import FolderRefused

app = typer.Typer(
    cls=CommandTable,
    name="longgame",
    help="A training journal and coach: was the purpose served, why, and what next.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def say_version(asked: bool) -> None:
    """Print the version and end, whatever else was typed."""
    if asked:
        from longgame import __version__

        typer.echo(f"longgame {__version__}")
        raise typer.Exit(Exit.FINE)


@app.callback()
def options(
    context: typer.Context,
    journal: Annotated[
        str | None,
        typer.Option(help="The journal's folder, or postgresql://…; else $LONGGAME_JOURNAL, else the usual place."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Answer in the documented JSON.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=say_version, help="Say which version this is.")
    ] = False,
) -> None:
    """What holds for every command."""
    context.obj = Terminal(journal, json)


def run(typed: Sequence[str] | None = None) -> None:
    """The entry point, with the words `typed` (None: those of this process). It always ends in SystemExit.

    Global options may stand anywhere, and our own faults exit with 3.
    """
    arguments = _globals_first(sys.argv[1:] if typed is None else list(typed))
    try:
        app(arguments, prog_name="longgame")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(Exit.FINE) from None
    except FolderRefused as refused:
        sys.stderr.write(f"{refused}\n  hint: name another folder with --journal, or in $LONGGAME_JOURNAL\n")
        raise SystemExit(Exit.PROBLEMS_IN_INPUT) from None
    except OSError as refused:
        if os.environ.get("LONGGAME_DEBUG"):
            raise
        place = "the journal" if refused.filename is None else refused.filename
        sys.stderr.write(f"{place} cannot be written or read: {refused.strerror}\n")
        sys.stderr.write("  hint: what was kept before holds; make room or say --journal FOLDER, then try again.\n")
        raise SystemExit(Exit.PROBLEMS_IN_INPUT) from None
    except Exception as fault:
        if _is_locked(fault):
            _say_locked(fault, "--json" in arguments)
            raise SystemExit(Exit.PROBLEMS_IN_INPUT) from None
        if os.environ.get("LONGGAME_DEBUG"):
            raise
        sys.stderr.write(f"longgame: something went wrong on our side ({type(fault).__name__}).\n")
        sys.stderr.write("  hint: the journal is as it was; LONGGAME_DEBUG=1 shows the details.\n")
        raise SystemExit(Exit.OUR_FAULT) from None


def _is_locked(fault: Exception) -> bool:
    """Whether private words were asked for while the vault is locked; the store is loaded only to tell this."""
    from longgame.store.port import VaultLocked

    return isinstance(fault, VaultLocked)


def _say_locked(locked: Exception, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps({"problem": str(locked)}, ensure_ascii=False) + "\n")
    sys.stderr.write(f"{locked}\n")


def _globals_first(arguments: list[str]) -> list[str]:
    """Move --json and --journal before the command, where they are understood."""
    first: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument == "--json" or argument.startswith("--journal="):
            first.append(argument)
        elif argument == "--journal":
            first += [argument, *([value] if (value := next(waiting, None)) is not None else [])]
        else:
            rest.append(argument)
    return first + rest
