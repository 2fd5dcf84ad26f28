"""The terminal as commands see it: what was asked for globally, and the two ways of answering."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any, NoReturn

import typer


class Exit(IntEnum):
    """What the exit code says; scripts rely on it."""

    FINE = 0
    PROBLEMS_IN_INPUT = 1
    USAGE = 2
    OUR_FAULT = 3


@dataclass
class Terminal:
    """Options given before the command, and how to answer: words for a person, or JSON for a program."""

    folder: Path | str | None = None
    as_json: bool = False
    zone: str | None = None
    problems: list[str] = field(default_factory=list)

    def answer(self, payload: Any, words: Iterable[str]) -> None:
        """Print `payload` as JSON where that was asked for, else the lines of `words`."""
        if self.as_json:
            sys.stdout.write(json.dumps(payload, ensure_ascii=False, indent=2, allow_nan=False) + "\n")
            return
        for line in words:
            sys.stdout.write(line + "\n")

    def wrong(self, line: str) -> None:
        """Say on standard error what is wrong with the input; the command's exit code will tell it too."""
        self.problems.append(line)
        sys.stderr.write(line + "\n")

    def close(self) -> None:
        """End the command with the code that fits what was found."""
        if self.problems:
            raise typer.Exit(Exit.PROBLEMS_IN_INPUT)

    def refuse(self, line: str) -> NoReturn:
        """End the command because what was asked for is not there; in JSON the sentence is `{"problem": …}`."""
        if self.as_json:
            sys.stdout.write(json.dumps({"problem": line}, ensure_ascii=False) + "\n")
        sys.stderr.write(line + "\n")
        raise typer.Exit(Exit.PROBLEMS_IN_INPUT)


def terminal(context: typer.Context) -> Terminal:
    """The terminal of a running command."""
    found = context.find_object(Terminal)
    if found is None:
        raise LookupError("a command ran without its terminal")
    return found
