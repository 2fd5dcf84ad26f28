"""`longgame data` and `look`: what is kept, who may see it, who saw it, and letting somebody see it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from longgame.doors.cli.terminal import Terminal, terminal
from longgame.doors.wiring import open_setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from longgame.app.look import Shown
    from longgame.app.setting import Setting
    from longgame.store.entries import Access, Consent, ConsentItem

LOOKED_BACK = timedelta(days=28)


def register(app: typer.Typer) -> None:
    """Add the commands that tell of the data itself and let somebody see it."""
    app.command()(data)
    app.command()(look)


def data(
    context: typer.Context,
    person: Annotated[str | None, typer.Argument(help="Whom to allow something.")] = None,
    item: Annotated[
        str | None, typer.Argument(help="sessions, reviews, plan, wellness, reflections or comments.")
    ] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Allow it no longer.")] = False,
) -> None:
    """Show the account of the data, after the change that was asked for."""
    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        if person is not None:
            _say(asked, setting, person, item, allowed=not withdraw)
        journal = setting.journal
        consents, seen = journal.consents.standing(), journal.accesses.log()
        status = journal.vault.status()
        payload = {
            "sessions": journal.sessions.tally().sessions,
            "originals": len(journal.originals.all()),
            "private_words": {"opened_by": status.home.value, "locked": status.locked},
            "consents": [_consent_to_json(one) for one in consents],
            "accesses": [_access_to_json(one) for one in seen],
        }
        asked.answer(payload, _words(payload, consents, seen))


def look(
    context: typer.Context,
    person: Annotated[str, typer.Argument(help="Who is looking, by the name that was allowed something.")],
    item: Annotated[str | None, typer.Argument(help="One item; left out, all that they may see.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="The first day; four weeks ago when not given.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="The last day; today when not given.")] = None,
) -> None:
    """Show what the athlete allows this person to see, and write down that they saw it."""
    from longgame.app.look import NotAllowed, shown_to_json
    from longgame.app.look import look as shown_to
    from longgame.doors.cli.day import a_day

    asked = terminal(context)
    with open_setting(asked.folder) as setting:
        until = a_day(asked, last, setting.today)
        since = a_day(asked, first, until - LOOKED_BACK)
        wanted = None if item is None else _item(asked, item)
        try:
            shown = shown_to(setting, person, since, until, "command line", wanted)
        except NotAllowed as refused:
            asked.refuse(str(refused))
        asked.answer(shown_to_json(shown), _shown_words(shown))


def _shown_words(shown: tuple[Shown, ...]) -> Iterator[str]:
    """One heading an item and a line a day."""
    heading = None
    for one in shown:
        if one.item is not heading:
            heading = one.item
            yield f"{heading.value.capitalize()}:"
        yield from (f"  {one.day}  {line}" for line in one.lines)
    if heading is None:
        yield "There is nothing on these days."


def _say(asked: Terminal, setting: Setting, person: str, item: str | None, *, allowed: bool) -> None:
    from longgame.store.entries import Consent

    setting.journal.consents.say(Consent(person, _item(asked, item), allowed, setting.clock.now()))


def _item(asked: Terminal, written: str | None) -> ConsentItem:
    from longgame.store.entries import ConsentItem

    items = {one.value: one for one in ConsentItem}
    if written not in items:
        asked.refuse(f"say what: {', '.join(items)}")
    return items[written]


def _consent_to_json(one: Consent) -> dict[str, Any]:
    return {"person": one.person, "item": one.item.value, "allowed": one.allowed, "said_at": one.said_at.isoformat()}


def _access_to_json(one: Access) -> dict[str, Any]:
    return {"who": one.who, "what": one.what, "through": one.through, "seen_at": one.seen_at.isoformat()}


def _words(payload: dict[str, Any], consents: tuple[Consent, ...], seen: tuple[Access, ...]) -> list[str]:
    private = payload["private_words"]
    lines = [
        f"Kept: {payload['sessions']} sessions, {payload['originals']} original files.",
        "None of it is sent to anybody.",
        f"Private words are sealed, opened by: {private['opened_by']}{' (locked now)' if private['locked'] else ''}.",
        "Who may see what:" if consents else "Nobody else may see anything.",
    ]
    lines += [f"  {one.person}: {one.item.value}{'' if one.allowed else ', withdrawn'}" for one in consents]
    lines.append("Who saw or opened what:" if seen else "Nobody else has seen anything.")
    return [*lines, *(f"  {one.seen_at:%Y-%m-%d %H:%M} {one.who}: {one.what} ({one.through})" for one in seen)]
