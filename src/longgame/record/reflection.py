"""How it went inside: before, during and after. All of it optional, none of it ever held against the athlete."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import TypeVar

from longgame.kernel.ids import PlannedId, SessionId
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


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said, once: `uuid` is made where it was typed, so that sending it twice says it once.

    `session` is None while there is no session yet (before the start, or before the file arrives); then `day`, and
    `planned` where it is known, tell what it was about.
    """

    uuid: str
    day: date
    words: Before | Thought | After
    session: SessionId | None = None
    planned: PlannedId | None = None


Words = TypeVar("Words", Before, After)


def reflection_of(said: Iterable[Said]) -> Reflection:
    """All that was said, as one reflection: later words replace earlier ones field by field, thoughts are all kept.

    The order in which things were said decides, not the order in which they are given.
    """
    ordered = sorted(said, key=lambda one: (one.words.said_at, one.uuid))
    before: Before | None = None
    after: After | None = None
    thoughts: list[Thought] = []
    for one in ordered:
        match one.words:
            case Before():
                before = _later_wins(before, one.words)
            case After():
                after = _later_wins(after, one.words)
            case Thought():
                thoughts.append(one.words)
    return Reflection(before, tuple(thoughts), after)


def _later_wins(earlier: Words | None, later: Words) -> Words:
    if earlier is None:
        return later
    said = {f.name: value for f in fields(later) if (value := getattr(later, f.name)) is not None}
    return replace(earlier, **said)
