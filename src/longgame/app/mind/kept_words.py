"""Small records of the inner game in the journal's sealed entries: written and read back as JSON, one shape a kind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol, TypeVar

from longgame.app.setting import Setting
from longgame.kernel.ids import SessionId
from longgame.store.entries import PrivateEntry, PrivateKind


def keep(
    setting: Setting,
    kind: PrivateKind,
    uuid: str,
    words: dict[str, Any] | None,
    day: date,
    about: str | None = None,
    session: SessionId | None = None,
) -> bool:
    """Keep words under a uuid, in place of earlier ones; None takes them back. False when nothing changed."""
    text = None if words is None else json.dumps(words, ensure_ascii=False, sort_keys=True)
    entry = PrivateEntry(kind, uuid, setting.clock.now(), day, text, session=session, about=about)
    return setting.journal.private.add(entry)


def words_of(entry: PrivateEntry) -> dict[str, Any]:
    """The words of an entry that stands."""
    found: dict[str, Any] = json.loads(entry.words or "{}")
    return found


class Named(Protocol):
    """Anything kept under a uuid."""

    @property
    def uuid(self) -> str:
        """Its name."""
        ...


AnyNamed = TypeVar("AnyNamed", bound=Named)


def the_one(kept: Iterable[AnyNamed], uuid: str, kind: str) -> AnyNamed:
    """What is kept under a uuid, or under the only one that begins so; `LookupError` with the reason otherwise."""
    found = [one for one in kept if one.uuid.startswith(uuid)]
    exact = [one for one in found if one.uuid == uuid]
    if len(exact or found) != 1:
        several = f"{uuid} begins several of them; write more of it"
        raise LookupError(several if found else f"there is no {kind} {uuid}")
    return (exact or found)[0]
