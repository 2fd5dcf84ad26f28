"""`longgame log`: what was done, set by set or at once, in the words of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Annotated

import typer

from longgame.doors.cli.day import Day, FormOption, a_day, a_form
from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting
from longgame.kernel.ids import SessionId

if TYPE_CHECKING:
    from longgame.app.log_work import WorkLogged
    from longgame.app.setting import Setting
    from longgame.app.told_work import ToldWork
    from longgame.record.sets import SetKind

Work = Annotated[
    list[str] | None,
    typer.Argument(help="What was done, such as 'Squat  3 x 5 @ 80 kg  rir 2' or '40 min run'; left out, what is due."),
]
KindOption = Annotated[str | None, typer.Option(help="What the sets were: work, warm-up, drop or failure.")]
Took = Annotated[float | None, typer.Option(min=0.1, max=6000, help="Minutes the whole session took; it closes it.")]
Start = Annotated[str | None, typer.Option(help="When a new session began, as 18:30; now when not given.")]
OpenSession = Annotated[str | None, typer.Option(help="The open session's id, when there are several.")]
Past = Annotated[bool, typer.Option("--past", help="Go on past the top of today's bounds; it is recorded as that.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take back the set said last.")]


def register(app: typer.Typer) -> None:
    """Add the log command."""
    app.command()(log)


def log(
    context: typer.Context,
    work: Work = None,
    on: Day = None,
    start: Start = None,
    took: Took = None,
    form: FormOption = None,
    kind: KindOption = None,
    session: OpenSession = None,
    past: Past = False,
    undo: Undo = False,
) -> None:
    """Keep what was done and say where it stands to the top of the day's bounds; without words, show what is due."""
    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        at = _moment(asked, setting, on, start)
        which = SessionId(session) if session else None
        if undo:
            _take_back(asked, setting, at, which)
        elif work or took:
            told = _as_said(asked, _told(asked, work or []), form, kind)
            _keep(asked, setting, told, at, which, took, past)
        else:
            _show(asked, setting, at)


def _moment(asked: Terminal, setting: Setting, on: str | None, start: str | None) -> datetime:
    """When a new session began: the time said, else now; on another day than today noon stands for a time not said."""
    now = setting.clock.now().astimezone(setting.zone)
    day = a_day(asked, on, setting.today)
    if start is None:
        return now if day == setting.today else datetime.combine(day, time(12), setting.zone)
    try:
        return datetime.combine(day, time.fromisoformat(start), setting.zone)
    except ValueError:
        asked.refuse(f"{start!r} is no time of the day; write it as 18:30")


def _told(asked: Terminal, work: list[str]) -> ToldWork:
    from longgame.app.told_work import NotAsDone, ToldWork, told_work

    try:
        return ToldWork(()) if not work else told_work("\n".join(work))
    except NotAsDone as wrong:
        asked.refuse(str(wrong))


def _as_said(asked: Terminal, told: ToldWork, form: str | None, kind: str | None) -> ToldWork:
    """The work with the form and the kind that options say of all its sets."""
    meant = _kind(asked, kind)
    looked = a_form(asked, form)
    sets = (one if looked is None else replace(one, form=looked) for one in told.sets)
    return replace(told, sets=tuple(one if meant is None else replace(one, kind=meant) for one in sets))


def _kind(asked: Terminal, written: str | None) -> SetKind | None:
    from longgame.record.sets import SetKind

    if written is None:
        return None
    try:
        return SetKind(written)
    except ValueError:
        asked.refuse(f"{written!r} is no kind of set; say one of {', '.join(kind.value for kind in SetKind)}")


def _keep(
    asked: Terminal,
    setting: Setting,
    told: ToldWork,
    at: datetime,
    session: SessionId | None,
    took: float | None,
    past: bool,
) -> None:
    from longgame.app.log_work import AtTheTop, NotClear, log_work, work_logged_to_json

    took_s = None if took is None else took * 60
    try:
        logged = log_work(setting, told, at, session=session, took_s=took_s, past=past)
    except NotClear as wrong:
        asked.refuse(str(wrong))
    except AtTheTop as top:
        asked.refuse(
            f"You are at the top of today's bounds for {' and '.join(top.what)}. "
            "Stop here, and this is a full success.\n"
            "  hint: nothing was logged. If you did go on, say it again with --past, and it is recorded as that."
        )
    asked.answer(work_logged_to_json(logged), _words(logged))


def _words(logged: WorkLogged) -> Iterator[str]:
    from longgame.app.journal_text import set_words

    yield f"Logged in {logged.title or 'a session of its own'} ({logged.session})."
    yield from (f"  {place}  {set_words(one)}" for place, one in enumerate(logged.sets, 1))
    if logged.past:
        yield f"Beyond today's bounds: {', '.join(logged.past)}. The review will say so."
    elif logged.whole_day:
        yield "You are at the top of today's bounds. Stop here, and this is a full success."
    else:
        yield from (f"{name} is done, and done in full." for name in logged.top)


def _take_back(asked: Terminal, setting: Setting, at: datetime, session: SessionId | None) -> None:
    from longgame.app.journal_text import set_words
    from longgame.app.log_work import NotClear, take_back_last

    try:
        taken = set_words(take_back_last(setting, at, session))
    except NotClear as wrong:
        asked.refuse(str(wrong))
    asked.answer({"taken_back": taken}, [f"Taken back: {taken}."])


def _show(asked: Terminal, setting: Setting, at: datetime) -> None:
    from longgame.app.log_day import log_day, log_day_to_json, log_day_words

    day = log_day(setting, at.date())
    asked.answer(log_day_to_json(day), log_day_words(day))
