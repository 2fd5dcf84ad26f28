"""`longgame plan import` and `export`: workouts of other programs as plan text, and plans for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting
from longgame.kernel.diagnostics import Diagnostic, Severity, render

FORMATS = "fit, zwo, erg, mrc, intervals, liftoscript, trainingpeaks or ics"


def register(plan: typer.Typer) -> None:
    """Add the commands to `plan`."""
    plan.command("import", help="Print plan text made of a workout file of another program.")(bring_in)
    plan.command("export", help="Write a plan's sessions as files for another program.")(take_out)


def bring_in(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(help="ZWO, ERG, MRC, FIT workout, intervals.icu text, Liftoscript, TrainingPeaks CSV.")
    ],
) -> None:
    """Print the plan text, and on standard error everything that could not be carried."""
    from longgame.app.carry_workouts import carry_in

    asked = terminal(context)
    try:
        data = file.read_bytes()
    except OSError as missing:
        asked.refuse(f"{file}: cannot be read: {missing.strerror}")
    with open_setting(asked.folder) as setting:
        made = carry_in(setting, file.name, data)
    texts = [one.text for one in made if one.text is not None]
    told = [diagnostic for one in made for diagnostic in one.diagnostics]
    _tell(asked, str(file), told)
    payload: dict[str, Any] = {"text": texts[0] if texts else None, "diagnostics": _rows(told)}
    if len(texts) > 1:
        payload["texts"] = texts
    asked.answer(payload, "\n".join(texts).splitlines())
    if not texts:
        asked.problems.append("unreadable")
    asked.close()


def take_out(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A plan file.")],
    to: Annotated[str, typer.Option("--to", help=f"The format: {FORMATS}.")],
    on: Annotated[str | None, typer.Option(help="Only the sessions of this day, as YYYY-MM-DD.")] = None,
    into: Annotated[Path | None, typer.Option(help="The folder for the files; `-` prints a single one.")] = None,
) -> None:
    """Write a file for each session (one for all in calendars and tables); what cannot be carried is told."""
    from longgame.app.carry_workouts import Foreign, carry_out
    from longgame.doors.cli.day import a_day
    from longgame.doors.cli.plan_files import read_text

    asked = terminal(context)
    known = {one.value: one for one in Foreign}
    if to not in known:
        asked.refuse(f"{to!r} is no format that plans can go out in; there are {FORMATS}")
    text = read_text(asked, file)
    asked.close()
    with open_setting(asked.folder) as setting:
        day = None if on is None else a_day(asked, on, setting.today)
        made = carry_out(setting, file.stem, text or "", known[to], day)
    if not made:
        asked.refuse(f"{file} has no session{' on that day' if on else ''} that can go out as {to}")
    for one in made:
        _tell(asked, one.name, one.exported.diagnostics)
    good = [one for one in made if one.data]
    if str(into) == "-":
        if len(good) != 1:
            asked.refuse(f"{len(good)} files would be printed; name one day with --on, or a folder with --into")
        sys.stdout.buffer.write(good[0].data)
        asked.close()
        return
    folder = into or Path()
    _write(asked, folder, [(one.name, one.data) for one in good])
    payload = [{"file": str(folder / one.name), "diagnostics": _rows(one.exported.diagnostics)} for one in good]
    asked.answer(payload, [str(folder / one.name) for one in good])
    asked.close()


def _write(asked: Terminal, folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files:
            (folder / name).write_bytes(data)
    except OSError as wrong:
        asked.refuse(f"{folder}: cannot be written: {wrong.strerror}")


def _tell(asked: Terminal, source: str, diagnostics: Iterable[Diagnostic]) -> None:
    """Losses go to standard error; an error makes the command end with a problem."""
    for one in diagnostics:
        typer.echo(render(one, source), err=True)
        if one.severity is Severity.ERROR:
            asked.problems.append(one.message)


def _rows(diagnostics: Iterable[Diagnostic]) -> list[dict[str, str]]:
    return [{"code": one.code.value, "message": one.message} for one in diagnostics]
