"""`longgame accept`: take up the change of the plan that a review proposes, or put the plan back."""

from __future__ import annotations

from typing import Annotated

import typer

from longgame.doors.cli.terminal import terminal
from longgame.doors.wiring import open_setting


def register(app: typer.Typer) -> None:
    """Add the accept command."""
    app.command()(accept)


def accept(
    context: typer.Context,
    which: Annotated[str, typer.Argument(help="`last`, a day as YYYY-MM-DD, or a session's id.")] = "last",
    undo: Annotated[bool, typer.Option("--undo", help="Put the plan back as it was before the last one.")] = False,
) -> None:
    """Print what changed in the plan's text, and why."""
    from longgame.app.accept_step import NotAccepted, accept_step, undo_step
    from longgame.app.accepted_words import accepted_to_json, accepted_words

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        try:
            done = undo_step(setting) if undo else accept_step(setting, which)
        except NotAccepted as refused:
            asked.refuse(f"Nothing was changed: {refused}.")
    asked.answer(accepted_to_json(done, undo), accepted_words(done, undo))
    asked.close()
