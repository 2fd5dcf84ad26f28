"""`longgame review`: was the purpose served, why, and what next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from longgame.doors.cli.day import Day, a_day
from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting

if TYPE_CHECKING:
    from longgame.app.reviewed import Reviewed


def register(app: typer.Typer) -> None:
    """Add the review command."""
    app.command()(pillars)
    app.command()(review)


def pillars(context: typer.Context, on: Day = None) -> None:
    """Print consistency, execution and mindset over four and twelve weeks, and what stands beside them."""
    from longgame.app.pillars import pillars as found_on
    from longgame.app.pillars import pillars_to_json, pillars_words

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        found = found_on(setting, a_day(asked, on, setting.today))
        asked.answer(pillars_to_json(found), pillars_words(found))
    asked.close()


def review(
    context: typer.Context,
    which: Annotated[str, typer.Argument(help="`last`, a day as YYYY-MM-DD, or a session's id.")] = "last",
    everything: Annotated[bool, typer.Option("--all", help="Every session and promise, in order.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write one self-contained page here.")] = None,
    why: Annotated[str | None, typer.Option(help="Derive this criterion's score, number by number.")] = None,
) -> None:
    """Print reviews; with --html the last of them becomes a page."""
    from longgame.app.mind.in_review import mind_in_review, mind_to_json, mind_words
    from longgame.app.review_words import review_line, review_to_json, review_words
    from longgame.app.show_review import show_all, show_which

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        reviewed = show_all(setting) if everything else show_which(setting, which)
        if not reviewed:
            asked.refuse(_nothing(which, everything))
        if why is not None:
            _derive(asked, reviewed, why)
            return
        if html is not None:
            _write_page(asked, html, reviewed[-1])
        if everything:
            asked.answer([review_to_json(one) for one in reviewed], [review_line(one) for one in reviewed])
        elif len(reviewed) == 1:
            mind = mind_in_review(setting, reviewed[0])
            payload = {**review_to_json(reviewed[0]), "mind": mind_to_json(mind)}
            asked.answer(
                payload,
                [*review_words(reviewed[0], setting.today), *([""] if mind_words(mind) else []), *mind_words(mind)],
            )
        else:
            lines = [line for one in reviewed for line in (*review_words(one, setting.today), "")]
            asked.answer([review_to_json(one) for one in reviewed], lines)
    asked.close()


def _derive(asked: Terminal, reviewed: tuple[Reviewed, ...], why: str) -> None:
    """Print how the criterion called `why` came to its score, in the first review that has it."""
    from longgame.app.derivation import criterion_called, derivation, derivation_to_json

    found = next(((one, row) for one in reviewed if (row := criterion_called(one, why)) is not None), None)
    if found is None:
        names = ", ".join(dict.fromkeys(row.name for one in reviewed for row in one.review.criteria))
        asked.refuse(f"This review has no criterion {why!r}; it has: {names or 'none'}.")
    asked.answer(derivation_to_json(*found), derivation(*found))
    asked.close()


def _nothing(which: str, everything: bool) -> str:
    if everything or which == "last":
        return "There is nothing to review yet. Bring something in first: longgame import FILE…"
    return f"Nothing was done or planned as {which!r}; say `last`, `today`, a day as 2026-11-23, or a session's id."


def _write_page(asked: Terminal, file: Path, reviewed: Reviewed) -> None:
    from longgame.app.pages.review_page import review_html

    try:
        file.write_text(review_html(reviewed), encoding="utf-8")
    except OSError as refused:
        asked.wrong(f"{file}: cannot be written: {refused.strerror}")
