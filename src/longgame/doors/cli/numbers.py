"""Numbers one by one: `lift` (records, rep curve, loads), `race` (VDOT, Riegel), `balance` (W′ through a session)."""

from __future__ import annotations

from typing import Annotated

import typer

from longgame.doors.cli.day import Day, a_day
from longgame.doors.cli.growth import Picture, draw
from longgame.doors.cli.terminal import terminal
from longgame.doors.wiring import open_setting


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(lift)
    app.command()(race)
    app.command()(balance)


def lift(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Words of its name; left out, a line for each lift.")] = None,
    on: Day = None,
    svg: Picture = None,
) -> None:
    """Print a lift's records with their noise, the athlete's own rep curve, one-rep maxima and loads."""
    from longgame.app.lift import curve_words, lift_books, lifts_to_json, lifts_words
    from longgame.app.pictures.rep_curve import rep_curve_picture

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        found = lift_books(setting, a_day(asked, on, setting.today), name)
        if name is not None and not found:
            asked.refuse(f"No lift called {name!r} with loads and reps; `longgame lift` lists them.")
        draw(asked, svg, [rep_curve_picture(one, f"{one.exercise}: {curve_words(one)}.") for one in found[:1]])
        asked.answer(lifts_to_json(found), lifts_words(found, named=name is not None))
    asked.close()


def race(
    context: typer.Context,
    distance: Annotated[str, typer.Argument(help="As 5k, 10 km, 1500, half, marathon or mile.")],
    time: Annotated[str, typer.Argument(help="As m:ss or h:mm:ss.")],
    to: Annotated[str | None, typer.Option(help="Another distance to ask about.")] = None,
    on: Day = None,
    svg: Picture = None,
) -> None:
    """Print what one race says of others."""
    from longgame.app.pictures.race import race_picture
    from longgame.app.race import metres, race_to_json, race_words, seconds_of
    from longgame.app.race import race as asked_about

    asked = terminal(context)
    metres_run, seconds, other = metres(distance), seconds_of(time), None if to is None else metres(to)
    if metres_run is None or (to is not None and other is None):
        asked.refuse("A distance is written as 5k, 10 km, 1500, half, marathon or mile.")
    if seconds is None:
        asked.refuse("A time is written as m:ss or h:mm:ss.")
    with open_setting(asked.folder) as setting:
        found = asked_about(setting, metres_run, seconds, a_day(asked, on, setting.today), other)
        words = race_words(found)
        draw(asked, svg, [race_picture(found, words[0])])
        asked.answer(race_to_json(found), words)
    asked.close()


def balance(
    context: typer.Context,
    which: Annotated[str, typer.Argument(help="`last`, a day as YYYY-MM-DD, or a session's id.")] = "last",
    border: Annotated[float | None, typer.Option(min=0.1, help="Critical power, W, or speed, m/s.")] = None,
    reserve: Annotated[float | None, typer.Option(min=1, help="W′, J, or D′, m.")] = None,
    svg: Picture = None,
) -> None:
    """Print what was left above critical power or speed through a run or ride."""
    from longgame.app.balance import balance_of, balance_to_json, balance_words
    from longgame.app.pictures.balance import balance_picture
    from longgame.kernel.unknown import Unknown

    asked = terminal(context)
    if (border is None) != (reserve is None):
        asked.refuse("Say both --border and --reserve, or neither.")
    with open_setting(asked.folder) as setting:
        found = balance_of(setting, which, border, reserve)
        if isinstance(found, Unknown):
            asked.refuse(f"{found.reason[0].upper()}{found.reason[1:]}.")
        words = balance_words(found)
        draw(asked, svg, [balance_picture(found, " ".join(words[:3]))])
        asked.answer(balance_to_json(found), words)
    asked.close()
