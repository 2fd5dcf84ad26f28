"""The table of commands agrees with what the modules register, and the help loads no room."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest
import typer
from typer.main import get_command

from longgame.doors.cli.commands import COMMANDS, OPTIONS, overview
from longgame.doors.cli.main import run
from longgame.doors.cli.program import app, build


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


@pytest.mark.parametrize("width", [50, 63, 78])
def test_the_help_keeps_to_its_width_and_breaks_no_word(width: int) -> None:
    told = overview(width)
    assert max(map(len, told.splitlines())) <= width
    assert told.split() == overview(400).split()


def test_help_told_from_the_table_is_the_help_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for typed in (["--help"], ["--json", "--help"]):
        with pytest.raises(SystemExit) as ended:
            run(typed)
        told.append((ended.value.code, capsys.readouterr().out))
    assert told[0] == told[1]


def test_the_program_takes_every_option_of_the_help() -> None:
    taken = {option for parameter in get_command(app).params for option in parameter.opts}
    assert taken | {"--help"} == {name.split()[0] for name in OPTIONS}


def test_help_lists_every_command_and_loads_no_room() -> None:
    script = (
        "import sys; from longgame.doors.cli.main import run\n"
        "heavy = {'typer', 'numpy', 'sqlalchemy', 'pydantic', 'longgame.app', 'longgame.plan'}\n"
        "try: run(['--help'])\n"
        "finally: print(sorted(heavy & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    *lines, loaded = printed.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ") and line[2:3].strip()]
    assert [name for name in listed if name in COMMANDS] == list(COMMANDS)
    assert loaded == "[]"
