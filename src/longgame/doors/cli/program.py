"""The command line with all its commands. A command's room is loaded only when that command is run."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup
from typer.main import get_command

from longgame.doors.cli.commands import COMMANDS, OPTIONS, PURPOSE, Entry, overview
from longgame.doors.cli.terminal import Exit, Terminal
from longgame.doors.wiring import FolderRefused

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter
    from typer.models import CommandInfo


class CommandTable(TyperGroup):
    """The top of the command line. Only the command that is run is built, out of its own module; help needs none."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 -- the signature is the library's
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 -- as above
        """Build one command; None when there is none of this name."""
        entry = COMMANDS.get(cmd_name)
        return None if entry is None else build(cmd_name, entry)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 -- as above
        """Write the one help there is, which loads no room."""
        formatter.write(overview() + "\n")


def build(name: str, entry: Entry) -> Command:
    """Load the module of a command and build what it registers under this name; LookupError when it does not."""
    registered = typer.Typer()
    import_module(f"longgame.doors.cli.{entry.module}").register(registered)
    for group in registered.registered_groups:
        if group.name == name and group.typer_instance is not None:
            group.typer_instance.info.help = group.typer_instance.info.help or entry.help
            return get_command(group.typer_instance)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.registered_commands = [each for each in registered.registered_commands if _name(each) == name]
    alone.registered_commands[0].help = alone.registered_commands[0].help or entry.help
    return get_command(alone)


def _name(command: CommandInfo) -> str:
    return command.name or (command.callback.__name__ if command.callback else "")


app = typer.Typer(
    cls=CommandTable,
    name="longgame",
    help=PURPOSE,
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
        typer.Option(help=OPTIONS["--journal <str>"]),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=OPTIONS["--json"])] = False,
    _version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=say_version, help=OPTIONS["--version"])
    ] = False,
) -> None:
    """What holds for every command."""
    context.obj = Terminal(journal, json)


def answer(typed: list[str]) -> None:
    """Run the command that was `typed`. It always ends in SystemExit.

    Global options may stand anywhere, and our own faults exit with 3.
    """
    arguments = _globals_first(typed)
    try:
        app(arguments, prog_name="longgame")
    except BrokenPipeError:
        raise  # nobody reads on, which is no fault of ours: the entry point ends it quietly
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
