"""The table of commands agrees with what the modules register, and the help loads no room."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest
import typer

from longgame.doors.cli.commands import COMMANDS, build


def registered(module: str) -> set[str]:
    app = typer.Typer()
    import_module(f"longgame.doors.cli.{module}").register(app)
    alone = {each.name or each.callback.__name__ for each in app.registered_commands if each.callback is not None}
    return alone | {each.name for each in app.registered_groups if each.name}


@pytest.mark.parametrize("module", sorted({entry.module for entry in COMMANDS.values()}))
def test_every_command_of_a_module_stands_in_the_table(module: str) -> None:
    assert registered(module) == {name for name, entry in COMMANDS.items() if entry.module == module}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_built_alone_has_its_name_and_its_help(name: str) -> None:
    built = build(name, COMMANDS[name])
    assert (built.name or name, bool(built.help)) == (name, True)


def test_help_lists_every_command_and_loads_no_room() -> None:
    script = (
        "import sys; from longgame.doors.cli.main import run\n"
        "heavy = {'numpy', 'sqlalchemy', 'pydantic', 'longgame.app', 'longgame.plan'}\n"
        "try: run(['--help'])\n"
        "finally: print(sorted(heavy & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    *lines, loaded = printed.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ") and line[2:3].strip()]
    assert [name for name in listed if name in COMMANDS] == list(COMMANDS)
    assert loaded == "[]"
