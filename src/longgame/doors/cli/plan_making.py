"""`longgame plan new` and `diff`: begin a plan, compare two."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from longgame.doors.cli.plan_files import read_text
from longgame.doors.cli.terminal import terminal
from longgame.doors.wiring import open_setting

PlanFile = Annotated[Path, typer.Argument(help="A plan file.")]


def register(plan: typer.Typer) -> None:
    """Add the commands to `plan`."""
    plan.command(help="Begin from a template; without a name, list them.")(new)
    plan.command(help="Say what changed between two plans, in words; with one file, since the plan in force.")(diff)


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


def diff(
    context: typer.Context,
    before: PlanFile,
    after: Annotated[Path | None, typer.Argument(help="The newer plan; without it, the file is the newer one.")] = None,
) -> None:
    """Print each change as a sentence."""
    from longgame.app.plan_versions import changes_to_json, changes_words, in_force_now
    from longgame.plan.diff import compare
    from longgame.plan.language import parse

    asked = terminal(context)
    texts = [read_text(asked, file) for file in (before, after) if file is not None]
    asked.close()
    if after is None:
        with open_setting(asked.folder) as setting:
            standing = in_force_now(setting)
        if standing is None:
            asked.refuse("no plan is in force yet; longgame plan use FILE makes one so")
        texts = [standing.text, *texts]
    changes = compare(*(parse(text or "").plan for text in texts))
    asked.answer(changes_to_json(changes), changes_words(changes))
