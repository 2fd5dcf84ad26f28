"""`longgame exercises`: the names that were logged, and what each is taken for."""

from __future__ import annotations

from typing import Annotated

import typer

from longgame.doors.cli.terminal import terminal
from longgame.doors.wiring import open_setting

HELP = "Names of exercises as logged: exercises · map LOGGED EXERCISE · unmap LOGGED."


def register(app: typer.Typer) -> None:
    """Add the exercises command."""
    app.command(help=HELP)(exercises)


def exercises(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(help="map LOGGED EXERCISE; or unmap LOGGED.")] = None,
    unknown: Annotated[bool, typer.Option("--unknown", help="List only names that are not known.")] = False,
) -> None:
    """One word for three deeds; what is said of a name holds for all history."""
    from longgame.app.exercises import (
        NameNotKnown,
        exercise_words,
        exercises_to_json,
        logged_exercises,
        map_exercise,
        unmap_exercise,
    )

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        match words or []:
            case []:
                found = tuple(one for one in logged_exercises(setting) if not unknown or one.exercise is None)
            case ["map", logged, exercise]:
                try:
                    found = (map_exercise(setting, logged, exercise),)
                except NameNotKnown as wrong:
                    near = f"; did you mean {', '.join(wrong.similar)}?" if wrong.similar else ""
                    asked.refuse(f"{wrong}{near}")
            case ["unmap", logged]:
                found = (unmap_exercise(setting, logged),)
            case _:
                asked.refuse("write it as: longgame exercises map LOGGED EXERCISE, or exercises unmap LOGGED")
        lines = [exercise_words(one) for one in found]
        asked.answer(exercises_to_json(found), lines or ["No exercise waits here."])
    asked.close()
