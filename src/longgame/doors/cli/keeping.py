"""`longgame recompute`: what keeps a journal sound."""

from __future__ import annotations

import sys

import typer

from longgame.doors.cli.progress import counting
from longgame.doors.cli.terminal import terminal
from longgame.doors.wiring import open_setting


def register(app: typer.Typer) -> None:
    """Add the commands that keep a journal sound."""
    app.command(help="Throw away everything derived and make it anew from what is kept for ever.")(recompute)


def recompute(context: typer.Context) -> None:
    """The same journal gives the same reviews, byte for byte; only time is lost by asking."""
    from longgame.app.stored_reviews import recompute as make_anew

    asked = terminal(context)
    with (
        open_setting(asked.folder) as setting,
        counting("weeks", show=sys.stderr.isatty() and not asked.as_json) as watch,
    ):
        reviews = make_anew(setting, watch)
    asked.answer({"reviews": reviews}, [f"Made {reviews} reviews anew."])
    asked.close()
