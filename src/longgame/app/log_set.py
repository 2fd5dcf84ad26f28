"""Log a session set by set while it happens; what several devices say comes together without loss."""

from __future__ import annotations

from longgame.app.regroup import regroup
from longgame.app.setting import Setting
from longgame.kernel.ids import SessionId
from longgame.record.live import LoggedHead, LoggedSet


def log_head(setting: Setting, session: SessionId, head: LoggedHead) -> bool:
    """Say when a live session began and what it is, or say it anew; False when this very saying was known."""
    with setting.journal.change():
        before = setting.journal.live.head(session)
        new = setting.journal.live.put_head(session, head)
        if new:
            regroup(setting.journal, {head.local_day, *([] if before is None else [before.local_day])})
    return new


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
