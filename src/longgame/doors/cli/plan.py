"""`longgame plan …`: check, format, show and use plan text."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Annotated

import typer

from longgame.doors.cli.plan_files import Files, own_values, read_text, replace_file
from longgame.doors.cli.terminal import terminal
from longgame.doors.wiring import open_setting


def register(app: typer.Typer) -> None:
    """Add the plan commands."""
    from longgame.doors.cli import plan_exchange, plan_making, plan_standing

    plan = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
    plan.command(help="Say everything that is wrong or worth a second look.")(check)
    plan.command("fmt", help="Lay plan files out in their canonical form.")(fmt)
    plan.command(help="Print a week of a plan as sessions with their bounds and reasons.")(show)
    plan.command(help="Make a plan the one in force from now on.")(use)
    plan_making.register(plan)
    plan_standing.register(plan)
    plan_exchange.register(plan)
    app.add_typer(plan, name="plan")
    app.command()(lsp)


def lsp(context: typer.Context) -> None:
    """Answer an editor until it hangs up; needs the extra `lsp`."""
    try:
        from longgame.doors.cli.language_server import serve
    except ImportError:
        terminal(context).refuse("the language server is not installed; install it with pip install 'longgame[lsp]'")
    serve(own_values(terminal(context), ["{"]))


def check(context: typer.Context, files: Files) -> None:
    """Print the diagnostics of all files; the exit code is 1 when any text could not be understood."""
    from longgame.app.write_plan import check_plan, checked_to_json, checked_words

    asked = terminal(context)
    texts = [(str(file), text) for file in files if (text := read_text(asked, file)) is not None]
    words = own_values(asked, [text for _, text in texts])
    checked = [check_plan(name, text, words) for name, text in texts]
    payload = [row for one in checked for row in checked_to_json(one)]
    lines = [line for one in checked for line in checked_words(one)]
    asked.answer({"diagnostics": payload}, lines or ["Nothing wrong."])
    if any(one.has_errors for one in checked):
        asked.problems.append("errors")
    asked.close()


def fmt(
    context: typer.Context,
    files: Files,
    only_check: Annotated[bool, typer.Option("--check", help="Change nothing; exit 1 if a file would change.")] = False,
) -> None:
    """Format in place; lines that cannot be understood stay as they are."""
    from longgame.app.write_plan import formatted

    asked = terminal(context)
    changed = []
    for file in files:
        text = read_text(asked, file)
        if text is None or (new := formatted(text)) == text:
            continue
        changed.append(str(file))
        if only_check:
            asked.wrong(
                "".join(difflib.unified_diff(text.splitlines(True), new.splitlines(True), str(file), "formatted"))
            )
        else:
            replace_file(file, new)
    asked.answer({"changed": changed}, [f"{name}: {'would change' if only_check else 'formatted'}" for name in changed])
    asked.close()


def show(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A plan file.")],
    week: Annotated[int | None, typer.Option(min=1, help="The week of the plan, counted from 1.")] = None,
) -> None:
    """Print the plan's sessions week by week."""
    from longgame.app.show_plan import plan_to_json, plan_words, weeks_of

    asked = terminal(context)
    text = read_text(asked, file)
    if text is None:
        asked.close()
        return
    with open_setting(asked.folder) as setting:
        weeks = weeks_of(setting, text)
    chosen = [one for one in weeks if week is None or one.number == week]
    if week is not None and not chosen:
        asked.refuse(f"{file} has no week {week}; it has {len(weeks)}")
    asked.answer(plan_to_json(chosen), plan_words(chosen))


def use(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A plan file.")],
) -> None:
    """Keep the text as the plan in force; it is kept as it is, errors and all, and what is wrong is said."""
    from longgame.app.own_words import words_today
    from longgame.app.write_plan import check_plan, checked_to_json, checked_words, use_plan

    asked = terminal(context)
    text = read_text(asked, file)
    if text is None:
        asked.close()
        return
    with open_setting(asked.folder) as setting:
        checked = check_plan(str(file), text, words_today(setting))
        version = use_plan(setting, file.stem, text)
    if checked.has_errors:
        asked.problems.append("errors")
    payload = {"plan": version.hash, "name": version.name, "used_from": version.used_from.isoformat()}
    words = [*checked_words(checked), f"{file.name} is the plan from now on."]
    asked.answer(payload | {"diagnostics": checked_to_json(checked)}, words)
    asked.close()
