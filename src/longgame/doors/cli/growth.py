"""Growth and its limits: `how-far`, `curve`, `load`, `watch`, `earned`, `awareness`; how mornings and progress feel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from longgame.doors.cli.day import Day, a_day
from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting

if TYPE_CHECKING:
    from collections.abc import Sequence

Picture = Annotated[Path | None, typer.Option("--svg", help="Write the picture of the first answer here.")]
Item = Annotated[float | None, typer.Option(min=1, max=5, help="1–5, 5 is best.")]


def register(app: typer.Typer) -> None:
    """Add the commands of growth."""
    app.command("how-far")(how_far)
    app.command(
        context_settings={"ignore_unknown_options": True},  # so that -2 is a rating and no option
    )(felt)
    app.command()(watch)
    app.command()(load)
    app.command()(curve)
    app.command()(earned)
    app.command()(awareness)
    app.command()(wellness)


def how_far(
    context: typer.Context,
    measure: Annotated[str | None, typer.Argument(help="Words of its name; left out, all of them.")] = None,
    since: Annotated[str | None, typer.Option(help="Compare with this day; the first record when not given.")] = None,
    by: Annotated[
        str | None, typer.Option(help="Carry it forward to this day; to the next goal's when not given.")
    ] = None,
    svg: Picture = None,
) -> None:
    """Print every measure then and now."""
    from longgame.app.how_far import progress, progress_to_json, progress_words
    from longgame.app.pictures.capacity import capacity_picture

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        today = setting.today
        start, end = (None if day is None else a_day(asked, day, today) for day in (since, by))
        found = progress(setting, measure, start, end)
        if measure is not None and not found:
            asked.refuse(f"Nothing called {measure!r} has been measured; `longgame how-far` lists what has.")
        draw(asked, svg, [capacity_picture(one.measured) for one in found[:1]])
        asked.answer(progress_to_json(found), progress_words(found))
    asked.close()


def felt(
    context: typer.Context,
    rating: Annotated[int, typer.Argument(min=-3, max=3, help="-3 much worse … +3 much better.")],
    about: Annotated[str | None, typer.Option(help="Which measure; training as a whole when not given.")] = None,
    on: Day = None,
    svg: Picture = None,
) -> None:
    """Keep the athlete's own rating of progress."""
    from longgame.app.how_far import progress
    from longgame.app.pictures.felt import felt_picture
    from longgame.app.rate_progress import rate_progress

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        said = rate_progress(setting, rating, a_day(asked, on, setting.today), about)
        rated = [] if svg is None else [one for one in progress(setting, about) if one.felt is not None]
        draw(asked, svg, [felt_picture(one) for one in rated[:1]])
        payload = {"rating": said.value, "about": said.about, "said_on": said.said_on.isoformat()}
        asked.answer(
            payload, [f"Kept for {said.said_on.isoformat()}; `longgame how-far` shows it beside the measures."]
        )


def watch(context: typer.Context, on: Day = None, svg: Picture = None) -> None:
    """Print how the signs stand."""
    from longgame.app.pictures.watch import watch_picture
    from longgame.app.watch import watch_to_json, watch_words, watched

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        found = watched(setting, a_day(asked, on, setting.today))
        draw(asked, svg, [watch_picture(found.days)])
        asked.answer(watch_to_json(found), watch_words(found))
    asked.close()


def load(context: typer.Context, on: Day = None, svg: Picture = None) -> None:
    """Print the load of the week."""
    from longgame.app.load import loads, loads_to_json, loads_words
    from longgame.app.pictures.load import load_picture
    from longgame.kernel.unknown import Unknown

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        found = loads(setting, a_day(asked, on, setting.today))
        if not isinstance(found.effort, Unknown):
            draw(asked, svg, [load_picture(found.effort)])
        asked.answer(loads_to_json(found), loads_words(found))
    asked.close()


def curve(
    context: typer.Context,
    sport: Annotated[str | None, typer.Argument(help="run or ride; both when left out.")] = None,
    on: Day = None,
    svg: Picture = None,
) -> None:
    """Print what was held for how long, and the zones of the day."""
    from longgame.app.curve import critical_words, curve_to_json, curve_words, endurance_on
    from longgame.app.pictures.curve import curve_picture

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        found = endurance_on(setting, a_day(asked, on, setting.today), sport)
        if sport is not None and not found.curves:
            asked.refuse(f"No {sport!r} with pace or power has been recorded; a curve is of run or ride.")
        draw(asked, svg, [curve_picture(one, critical_words(one)) for one in found.curves[:1]])
        asked.answer(curve_to_json(found), curve_words(found))
    asked.close()


def earned(
    context: typer.Context,
    test: Annotated[
        str | None, typer.Argument(help="Words of its title, its day or its id; all when left out.")
    ] = None,
    on: Day = None,
    svg: Picture = None,
) -> None:
    """Print the conditions of the tests that are planned."""
    from longgame.app.gate import gates, gates_to_json, gates_words
    from longgame.app.pictures.conditions import conditions_picture

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        found = gates(setting, test, a_day(asked, on, setting.today))
        if test is not None and not found:
            asked.refuse(f"No test or limit day called {test!r} is planned from here on.")
        draw(asked, svg, [conditions_picture(one.status) for one in found[:1]])
        asked.answer(gates_to_json(found), gates_words(found))
    asked.close()


def awareness(context: typer.Context, svg: Picture = None) -> None:
    """Print how well effort, reserve and confidence were read."""
    from longgame.app.awareness import awareness as read
    from longgame.app.awareness import awareness_to_json, awareness_words
    from longgame.app.pictures.reliability import reliability_picture
    from longgame.kernel.unknown import Unknown

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        found = read(setting)
        if not isinstance(found.confidence, Unknown):
            draw(asked, svg, [reliability_picture(found.confidence)])
        asked.answer(awareness_to_json(found), awareness_words(found))
    asked.close()


def wellness(
    context: typer.Context,
    on: Day = None,
    fatigue: Item = None,
    sleep_quality: Item = None,
    soreness: Item = None,
    stress: Item = None,
    mood: Item = None,
    readiness: Item = None,
    life_stress: Item = None,
    sleep_hours: Annotated[float | None, typer.Option(min=0, max=24, help="Hours slept.")] = None,
    resting_hr: Annotated[float | None, typer.Option(help="Resting heart rate, bpm.")] = None,
    rmssd: Annotated[float | None, typer.Option(help="Heart-rate variability as rMSSD, ms.")] = None,
    body_mass: Annotated[float | None, typer.Option(help="Body mass, kg.")] = None,
    note: Annotated[str | None, typer.Option(help="Anything you want to remember.")] = None,
    svg: Annotated[Path | None, typer.Option("--svg", help="Draw your mornings beside your own normal here.")] = None,
) -> None:
    """Keep a morning's answers; what was said before for the day and is left out now stays."""
    from longgame.advice.overreach import mornings_beside_normal
    from longgame.app.own_past import mornings
    from longgame.app.pictures.mornings import mornings_picture
    from longgame.app.say_wellness import say_wellness, wellness_to_json
    from longgame.record.wellness import Wellness

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        day, sleep_s = a_day(asked, on, setting.today), None if sleep_hours is None else sleep_hours * 3600
        items = (fatigue, sleep_quality, soreness, stress, mood, readiness, life_stress, sleep_s, resting_hr, rmssd)
        said = Wellness(day, *items, body_mass_kg=body_mass, note=note)
        try:
            kept = say_wellness(setting, said)
        except ValueError as wrong:
            asked.refuse(str(wrong))
        if svg is not None:
            said_before = mornings(setting.journal.days.wellness(last=day))
            draw(asked, svg, [mornings_picture(found) for found in (mornings_beside_normal(said_before),) if found])
        asked.answer(wellness_to_json(kept), [f"Kept for {day.isoformat()}."])


def draw(asked: Terminal, file: Path | None, pictures: Sequence[str]) -> None:
    """Write the picture as a file that stands by itself."""
    from longgame.app.pictures.alone import standing_alone

    if file is None or not pictures:
        return
    try:
        file.write_text(standing_alone(pictures[0]), encoding="utf-8")
    except OSError as refused:
        asked.wrong(f"{file}: cannot be written: {refused.strerror}")
