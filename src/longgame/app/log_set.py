"""Log a session set by set while it happens; what several devices say comes together without loss."""

from __future__ import annotations

import json
from datetime import date, datetime

from longgame.app.regroup import regroup
from longgame.app.setting import Setting
from longgame.kernel.ids import PlannedId, SessionId
from longgame.record.live import LoggedHead, LoggedSet
from longgame.store.entries import PairingChoice, PrivateEntry, PrivateKind


def log_head(setting: Setting, session: SessionId, head: LoggedHead, planned: PlannedId | None = None) -> bool:
    """Say when a live session began and what it is, or say it anew; False when this very saying was known.

    `planned` is the promise it was begun for: whoever starts from the day's card has said what it belongs to. A pairing
    that was chosen or undone by hand since is left alone.
    """
    with setting.journal.change():
        before = setting.journal.live.head(session)
        new = setting.journal.live.put_head(session, head)
        if new:
            regroup(setting.journal, {head.local_day, *([] if before is None else [before.local_day])})
        if planned is not None and not any(one.session == session for one in setting.journal.pairings.log()):
            setting.journal.pairings.choose(PairingChoice(session, planned, head.said_at))
    return new


def went_past(setting: Setting, session: SessionId, uuid: str, said_at: datetime, day: date, what: str) -> bool:
    """Keep that the athlete went on past the top of the day's bounds after being told, and at what.

    It is no score: the review judges what was done. False when it was said before.
    """
    words = json.dumps({"what": what}, ensure_ascii=False)
    return setting.journal.private.add(
        PrivateEntry(PrivateKind.PAST_THE_TOP, uuid, said_at, day, words, session=session)
    )


def times_past(setting: Setting, session: SessionId) -> tuple[str, ...]:
    """At what the athlete knowingly went past the top of the bounds in a session, in the order it happened."""
    entries = setting.journal.private.about(session)
    told = [one.words for one in entries if one.kind is PrivateKind.PAST_THE_TOP and one.words is not None]
    return tuple(str(json.loads(words)["what"]) for words in told)


def log_set(setting: Setting, session: SessionId, logged: LoggedSet) -> bool:
    """Say one set of a live session, correct it, or take it back (`done` None); False when it was known.

    A set may arrive before the session's head; it is kept, and shown once the head is there.
    """
    with setting.journal.change():
        new = setting.journal.live.put_set(session, logged)
        head = setting.journal.live.head(session)
        if new and head is not None:
            regroup(setting.journal, {head.local_day})
    return new
