"""Plan files as the commands take them: read, put in place of what was there, and the words that stand in them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from longgame.doors.cli.terminal import Terminal
from longgame.doors.wiring import journal_there, open_setting

Files = Annotated[list[Path], typer.Argument(help="Plan files.")]


def read_text(asked: Terminal, file: Path) -> str | None:
    """The file's text, or None after saying why there is none."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as missing:
        asked.wrong(f"{file}: cannot be read: {missing.strerror}")
    except UnicodeDecodeError as wrong:
        asked.wrong(f"{file}: is not UTF-8 text (byte {wrong.start})\n  hint: a plan is plain text; save it as UTF-8")
    return None


def own_values(asked: Terminal, texts: list[str]) -> dict[str, str]:
    """The athlete's own values for {names}; a journal that is there is opened, only for texts that have any."""
    if not any("{" in text for text in texts) or not journal_there(asked.folder):
        return {}
    from longgame.app.own_words import words_today

    with open_setting(asked.folder) as setting:
        return words_today(setting)


def replace_file(file: Path, text: str) -> None:
    """Write next to the file, then put it in the file's place, so that a kill leaves one or the other whole."""
    beside = file.with_name(file.name + ".new")
    beside.write_text(text, encoding="utf-8", newline="")
    beside.replace(file)
