"""`longgame`: where the command line begins. The help is told from its table; only a command loads the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def run(typed: Sequence[str] | None = None) -> None:
    """The entry point, with the words `typed` (None: those of this process). It always ends in SystemExit."""
    arguments = sys.argv[1:] if typed is None else list(typed)
    try:
        if arguments == ["--help"]:
            _tell_help()
        else:
            _run_command(arguments)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)


def _tell_help() -> None:
    from longgame.doors.cli.commands import overview

    sys.stdout.write(overview() + "\n")
    sys.stdout.flush()


def _run_command(arguments: list[str]) -> None:
    from longgame.doors.cli.program import answer

    answer(arguments)
