"""Say how it went inside: before, during and after. Saying it twice with one uuid says it once."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from uuid import uuid4

from longgame.app.setting import Setting
from longgame.kernel.ids import PlannedId, SessionId
from longgame.record.heads import SessionHead
from longgame.record.reflection import After, Before, Said, Thought


def reflect(
    setting: Setting,
    words: Before | Thought | After,
    day: date,
    session: SessionId | None = None,
    uuid: str | None = None,
    planned: PlannedId | None = None,
) -> Said:
    """Keep what was said about a day, or about one session or promise of it, and return it as kept.

    Without a session given, words said after the fact go to the day's last session; words said before a session
    exists stay with the day and are read with whatever is recorded on it.
    """
    known = session if planned else session or _session_meant(setting.journal.sessions.heads(day, day), words)
    said = Said(uuid or uuid4().hex, day, words, known, planned)
    setting.journal.reflections.add(said)
    return said


def says_something(words: Before | Thought | After) -> bool:
    """Whether anything was said beside the moment of saying."""
    return any(getattr(words, field.name) is not None for field in fields(words) if field.name != "said_at")


def _session_meant(heads: tuple[SessionHead, ...], words: Before | Thought | After) -> SessionId | None:
    if not heads or (isinstance(words, Before) and len(heads) > 1):
        return None
    return heads[-1].id
