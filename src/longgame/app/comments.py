"""Comments on a session: say one, change its wording, take it back, read them in order."""

from __future__ import annotations

import json
from datetime import date
from uuid import uuid4

from longgame.app.setting import Setting
from longgame.kernel.ids import SessionId
from longgame.record.comment import AuthorRole, Comment
from longgame.store.entries import PrivateEntry, PrivateKind
from longgame.store.port import Journal


def comment(
    setting: Setting,
    session: SessionId,
    text: str,
    role: AuthorRole = AuthorRole.ATHLETE,
    name: str | None = None,
    uuid: str | None = None,
) -> Comment:
    """Keep a comment, or with a uuid that was used before its new wording, and return it as it stands.

    `LookupError` when there is no such session, or no such words to change; `ValueError` when nothing is said.
    """
    if not text.strip():
        raise ValueError("a comment needs words")
    day = _day_of(setting.journal, session)
    words = json.dumps({"text": text, "role": role.value, "name": name}, ensure_ascii=False, sort_keys=True)
    known = uuid or uuid4().hex
    setting.journal.private.add(
        PrivateEntry(PrivateKind.COMMENT, known, setting.clock.now(), day, words, session=session)
    )
    standing = _standing(setting.journal, known)
    if standing is None:
        raise LookupError("this comment was taken back")
    return standing


def take_back(setting: Setting, uuid: str) -> bool:
    """Take a comment back, its words erased; False when there is none."""
    entry = setting.journal.private.get(uuid)
    if entry is None or entry.kind is not PrivateKind.COMMENT:
        return False
    return setting.journal.private.add(
        PrivateEntry(PrivateKind.COMMENT, uuid, setting.clock.now(), entry.day, None, session=entry.session)
    )


def comments_on(journal: Journal, session: SessionId) -> tuple[Comment, ...]:
    """The comments under a session (or any recording behind it), oldest first by when each was first said."""
    entries = [one for one in journal.private.about(session) if one.kind is PrivateKind.COMMENT]
    found = [one for entry in entries if (one := _standing(journal, entry.uuid)) is not None]
    return tuple(sorted(found, key=lambda one: (one.said_at, one.uuid)))


def _standing(journal: Journal, uuid: str) -> Comment | None:
    history = journal.private.history(uuid)
    last = history[-1] if history else None
    if last is None or last.words is None or last.session is None:
        return None
    told = json.loads(last.words)
    first = next(one for one in history if one.words is not None)
    return Comment(
        uuid, last.session, first.said_at, told["text"], AuthorRole(told["role"]), told["name"], first is not last
    )


def _day_of(journal: Journal, session: SessionId) -> date:
    shown = journal.sessions.shown_as(session)
    found = next((head for head in journal.sessions.heads() if head.id == shown), None)
    if found is None:
        raise LookupError(f"there is no session {session}")
    return found.local_day
