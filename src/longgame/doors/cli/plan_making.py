"""`longgame plan new`, `diff` and `import`: begin a plan, compare two, make plan text of a workout file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from longgame.doors.cli.plan import read_text
from longgame.doors.cli.terminal import terminal
from longgame.doors.wiring import open_setting

PlanFile = Annotated[Path, typer.Argument(help="A plan file.")]


def register(plan: typer.Typer) -> None:
    """Add the commands to `plan`."""
    plan.command(help="Begin from a template; without a name, list them.")(new)
    plan.command(help="Say what changed between two plans, in words.")(diff)
    plan.command("import", help="Print plan text made of a workout file (ZWO).")(bring_in)


def new(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="The template's name.")] = None,
    start: Annotated[str | None, typer.Option(help="The first day, as YYYY-MM-DD; next Monday if not given.")] = None,
) -> None:
    """Print the template's text, begun on a day, or the list of templates."""
    from longgame.app.new_plan import new_plan, templates

    asked = terminal(context)
    known = templates()
    if name is None:
        payload = [{"name": one.name, "title": one.title, "says": one.says} for one in known]
        asked.answer(payload, [f"{one.name}: {one.says}" for one in known])
        return
    chosen = next((one for one in known if one.name == name), None)
    if chosen is None:
        asked.refuse(f"no template is called {name!r}; there are {', '.join(one.name for one in known)}")
    with open_setting(asked.folder) as setting:
        today = setting.today
    try:
        first = today + timedelta(days=7 - today.weekday()) if start is None else date.fromisoformat(start)
    except ValueError:
        asked.refuse(f"{start!r} is no day; write it as 2026-11-23")
    text = new_plan(chosen, first)
    asked.answer({"name": chosen.name, "text": text}, text.splitlines())


def diff(context: typer.Context, before: PlanFile, after: PlanFile) -> None:
    """Print each change as a sentence."""
    from longgame.plan.diff import compare
    from longgame.plan.language import parse

    asked = terminal(context)
    texts = [read_text(asked, file) for file in (before, after)]
    asked.close()
    changes = compare(*(parse(text or "").plan for text in texts))
    payload = [
        {"kind": one.kind.value, "place": one.place, "before": one.before, "after": one.after, "says": one.says}
        for one in changes
    ]
    asked.answer(payload, [one.says for one in changes] or ["Nothing changed."])


def bring_in(context: typer.Context, file: Annotated[Path, typer.Argument(help="A .zwo file.")]) -> None:
    """Print the plan text, and on standard error everything that could not be carried."""
    from longgame.kernel.diagnostics import render
    from longgame.plan.interop.zwo import read_zwo

    asked = terminal(context)
    try:
        made = read_zwo(file.read_bytes())
    except OSError as missing:
        asked.refuse(f"{file}: cannot be read: {missing.strerror}")
    for one in made.diagnostics:
        typer.echo(render(one, str(file)), err=True)
    if made.text is None:
        asked.problems.append("unreadable")
    codes = [{"code": one.code.value, "message": one.message} for one in made.diagnostics]
    asked.answer({"text": made.text, "diagnostics": codes}, (made.text or "").splitlines())
    asked.close()
