"""`longgame align`: which part of a session was which planned step, and putting it right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting

if TYPE_CHECKING:
    from longgame.app.reviewed import Reviewed
    from longgame.app.setting import Setting
    from longgame.kernel.ids import SessionId


def register(app: typer.Typer) -> None:
    """Add the align command."""
    app.command()(align)


def align(
    context: typer.Context,
    which: Annotated[str, typer.Argument(help="`last`, a day as YYYY-MM-DD, or a session's id.")] = "last",
    step: Annotated[int | None, typer.Option(min=1, help="The planned step to put right, by its number.")] = None,
    begin: Annotated[str | None, typer.Option("--from", help="Where the step began, as 15:00 or 1:02:30.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Where the step ended.")] = None,
    set_: Annotated[int | None, typer.Option("--set", min=1, help="The logged set to put right, by its place.")] = None,
    nothing: Annotated[bool, typer.Option("--not-done", help="The step was not done; the set is no step's.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back everything put right about the session.")] = False,
) -> None:
    """Print the alignment, after keeping what was said about it."""
    from longgame.app.review_session import review_which
    from longgame.app.show_alignment import Aligned, aligned, aligned_to_json, aligned_words

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        done = [one for one in review_which(setting, which) if one.session is not None and one.planned is not None]
        if len(done) != 1 or done[0].session is None:
            asked.refuse(f"{which!r} names {len(done)} sessions with a plan; name one by its id")
        session = done[0].session.id
        if undo:
            _undo(setting, session)
        elif step is not None or set_ is not None:
            _put_right(asked, setting, done[0], (step, set_, begin, end), nothing=nothing)
        found = aligned(review_which(setting, session)[0]) or Aligned()
        asked.answer(aligned_to_json(found) | {"session": session}, aligned_words(found))
    asked.close()


def _undo(setting: Setting, session: SessionId) -> None:
    from longgame.app.correct_alignment import undo_corrections

    undo_corrections(setting, session)


def _put_right(
    asked: Terminal,
    setting: Setting,
    reviewed: Reviewed,
    words: tuple[int | None, int | None, str | None, str | None],
    *,
    nothing: bool,
) -> None:
    from longgame.app.correct_alignment import correct_set, correct_step
    from longgame.app.show_alignment import Aligned, aligned, why_no_set, why_no_step
    from longgame.kernel.ids import SessionId
    from longgame.review.case import SetCorrection, StepCorrection

    step, position, begin, end = words
    found, session = aligned(reviewed) or Aligned(), SessionId(reviewed.id)
    if position is not None:
        if step is None and not nothing:
            asked.refuse("say which step the set belongs to with --step, or --not-done for none")
        of_set = SetCorrection(position, None if nothing else step)
        _refuse_if(asked, why_no_set(found, of_set))
        correct_set(setting, session, of_set)
    elif step is not None:
        if not nothing and (begin is None or end is None):
            asked.refuse("say where the step was done with --from and --to, or --not-done")
        ends = (None, None) if nothing else (_seconds(asked, begin or ""), _seconds(asked, end or ""))
        _refuse_if(asked, why_no_step(found, StepCorrection(step, *ends)))
        try:
            correct_step(setting, session, StepCorrection(step, *ends))
        except ValueError as wrong:
            asked.refuse(f"{begin} to {end}: {wrong}")


def _refuse_if(asked: Terminal, why: str | None) -> None:
    if why is not None:
        asked.refuse(f"{why[:1].upper()}{why[1:]}.")


def _seconds(asked: Terminal, written: str) -> float:
    if not re.fullmatch(r"(\d+:)?\d+:[0-5]\d", written):
        asked.refuse(f"{written!r} is no place in a session; write it as 15:00 or 1:02:30")
    seconds = 0
    for part in written.split(":"):
        seconds = 60 * seconds + int(part)
    return float(seconds)
