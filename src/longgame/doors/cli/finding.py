"""`longgame search` and `longgame comment`: find anything again, and say something about a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting

if TYPE_CHECKING:
    from longgame.app.setting import Setting
    from longgame.record.comment import Comment

SEARCH_HELP = (
    'Find words everywhere: search knee "easy run" tempo* -race sport:run intent:base verdict:served kind:thought '
    "after:2026-01-01 before:2026-12-31"
)


def register(app: typer.Typer) -> None:
    """Add the commands that find and comment."""
    app.command("search", help=SEARCH_HELP)(find)
    app.command()(comment)


def find(
    context: typer.Context,
    query: Annotated[list[str], typer.Argument(help='Words, "phrases", begin*, -unwanted and filters.')],
    limit: Annotated[int, typer.Option(min=1, help="How many to show.")] = 20,
) -> None:
    """Search the journal."""
    from longgame.app.search import found_to_json, found_words, search

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        try:
            found = search(setting, " ".join(_requoted(one) for one in query), limit)
        except ValueError as wrong:
            asked.refuse(str(wrong))
        asked.answer(found_to_json(found), found_words(found))


def _requoted(word: str) -> str:
    """A word as it was typed before the shell took its quotes off."""
    return f'"{word}"' if " " in word and '"' not in word and ":" not in word else word


def comment(
    context: typer.Context,
    session: Annotated[str, typer.Argument(help="The session's id, or last.")],
    words: Annotated[list[str] | None, typer.Argument(help="What to say; left out, the comments are listed.")] = None,
    coach: Annotated[str | None, typer.Option(help="The name of the coach who says it, and may see comments.")] = None,
    change: Annotated[str | None, typer.Option(help="The uuid of the comment that these words replace.")] = None,
    take_back: Annotated[str | None, typer.Option(help="The uuid of a comment to take back.")] = None,
) -> None:
    """Keep a comment, change it, take it back, or list them."""
    from longgame.app.comments import comment as keep
    from longgame.app.comments import comments_on
    from longgame.app.comments import take_back as drop
    from longgame.app.look import NotAllowed, let_in
    from longgame.record.comment import AuthorRole
    from longgame.store.entries import ConsentItem

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        about = _session_meant(asked, setting, session)
        try:
            if coach is not None:
                let_in(setting, coach, ConsentItem.COMMENTS, "command line")
            if take_back is not None and not drop(setting, take_back):
                asked.refuse(f"there is no comment {take_back}")
            if words:
                role = AuthorRole.ATHLETE if coach is None else AuthorRole.COACH
                keep(setting, about, " ".join(words), role, coach, change)
        except (LookupError, ValueError, NotAllowed) as wrong:
            asked.refuse(str(wrong.args[0]))
        found = comments_on(setting.journal, about)
        asked.answer([_to_json(one) for one in found], [_words(one) for one in found] or ["No comments yet."])


def _session_meant(asked: Terminal, setting: Setting, named: str) -> Any:
    heads = setting.journal.sessions.heads()
    if named == "last" and heads:
        return heads[-1].id
    shown = next((head.id for head in heads if head.id == named), None)
    return shown or asked.refuse(f"there is no session {named}")


def _to_json(one: Comment) -> dict[str, Any]:
    return {
        "uuid": one.uuid,
        "session": one.session,
        "said_at": one.said_at.isoformat(),
        "role": one.role.value,
        "name": one.name,
        "text": one.text,
        "changed": one.changed,
    }


def _words(one: Comment) -> str:
    who = one.name or one.role.value
    changed = ", changed" if one.changed else ""
    return f"{one.said_at:%Y-%m-%d %H:%M} {who}{changed}: {one.text}  ({one.uuid})"
