"""How it went inside: before, during and after. All of it optional, none of it ever held against the athlete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from longgame.record.sets import Form


@dataclass(frozen=True, slots=True)
class Before:
    """Said before the start. `adaptation` is plan text for the day that replaces what was planned."""

    said_at: datetime
    confidence: int | None = None
    low_day: bool | None = None
    intention_confirmed: bool | None = None
    expected_rpe: float | None = None
    adaptation: str | None = None


@dataclass(frozen=True, slots=True)
class Thought:
    """A thought noticed during the session; `met` tells whether it was answered or simply acknowledged."""

    said_at: datetime
    text: str
    at_s: float | None = None
    at_set: int | None = None
    met: str | None = None
    acknowledged: bool = False


@dataclass(frozen=True, slots=True)
class After:
    """Said after the end. `effort` is CR10; presence, form and challenge are 0–10; stars 0–5 are never scored."""

    said_at: datetime
    effort: float | None = None
    presence: int | None = None
    challenge: int | None = None
    form: Form | None = None
    built: str | None = None
    learned: str | None = None
    pain: int | None = None
    soreness: int | None = None
    mood: int | None = None
    stars: int | None = None


@dataclass(frozen=True, slots=True)
class Reflection:
    """All that was said about one session."""

    before: Before | None = None
    thoughts: tuple[Thought, ...] = ()
    after: After | None = None


NOTHING_SAID = Reflection()
"""The reflection of a session about which nothing was said."""
