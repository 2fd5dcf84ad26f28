"""`longgame plan history`, `upgrade` and `move`: what was in force, text of older versions, sessions on other days."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from longgame.doors.cli.plan_files import read_text, replace_file
from longgame.doors.cli.terminal import terminal
from longgame.doors.wiring import open_setting


def register(plan: typer.Typer) -> None:
    """Add the commands to `plan`."""
    plan.command(help="List the versions that were in force, and what each changed.")(history)
    plan.command(help="Show what bringing files to the newest version of the language changes; --write does it.")(
        upgrade
    )
    plan.command("let", help="Give a {name} of plans a value of your own; without a name, list them.")(give)
    plan.command(help="Put a planned session on another day; its original day is kept.")(move)


def history(context: typer.Context) -> None:
    """Print every version with the changes it made."""
    from longgame.app.plan_versions import history_to_json, history_words, plan_history

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        found = plan_history(setting)
        asked.answer(history_to_json(found), history_words(setting, found))


def upgrade(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="Plan files.")],
    write: Annotated[bool, typer.Option("--write", help="Write the files, not only show what would change.")] = False,
) -> None:
    """Print the difference as a diff; nothing is written unless that is asked for."""
    from longgame.kernel.diagnostics import render
    from longgame.plan.upgrade import upgrade as upgraded

    asked = terminal(context)
    payload = []
    words: list[str] = []
    for file in files:
        text = read_text(asked, file)
        if text is None:
            continue
        made = upgraded(text, str(file))
        for one in made.diagnostics:
            asked.wrong(render(one, str(file), made.text))
        if write and made.changes:
            replace_file(file, made.text)
        payload.append({"file": str(file), "changes": made.changes, "difference": made.difference})
        words += made.difference.splitlines() or [f"{file}: is of the newest version"]
    asked.answer(payload, words)
    asked.close()


def give(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="The name, as plans have it in braces.")] = None,
    text: Annotated[str | None, typer.Argument(help="What it stands for, such as '5:20..5:50 /km'.")] = None,
    since: Annotated[str | None, typer.Option(help="From which day on it holds; today when not given.")] = None,
    drop: Annotated[bool, typer.Option("--drop", help="From that day on the plan's own value holds again.")] = False,
) -> None:
    """Keep the value from a day on; what was asked on earlier days stays as it was."""
    from longgame.app.own_words import say_word, words_to_json, words_told
    from longgame.doors.cli.day import a_day

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        if name is not None and not drop and not (text or "").strip():
            asked.refuse(f"what does {name} stand for? Write it as: longgame plan let {name} '5:20..5:50 /km'")
        if name is not None:
            try:
                say_word(setting, name, "" if drop else text or "", a_day(asked, since, setting.today))
            except ValueError as wrong:
                asked.refuse(str(wrong))
        asked.answer(words_to_json(setting), words_told(setting))


def move(
    context: typer.Context,
    planned: Annotated[str, typer.Argument(help="The planned session's id, as plan show and today have it.")],
    to: Annotated[str | None, typer.Argument(help="The day, as YYYY-MM-DD.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Back to the day before its last move.")] = False,
) -> None:
    """Move the session, or take the last move back."""
    from longgame.app.move_session import move_session, moved_to_json, moved_words, undo_move
    from longgame.doors.cli.day import a_day
    from longgame.kernel.ids import PlannedId

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        if not undo and to is None:
            asked.refuse("to which day? Write it as: longgame plan move ID 2026-11-23")
        try:
            if undo:
                moved = undo_move(setting, PlannedId(planned))
            else:
                moved = move_session(setting, PlannedId(planned), a_day(asked, to, setting.today))
        except ValueError as wrong:
            asked.refuse(str(wrong))
        asked.answer(moved_to_json(moved), moved_words(moved))
