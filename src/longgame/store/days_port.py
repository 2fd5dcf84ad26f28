"""What a journal keeps of days: the part of its port that tells of wellness, facts, excuses and notes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from longgame.record.notes import Note
from longgame.record.profile import Excuse, Fact, Profile
from longgame.record.wellness import Wellness
from longgame.store.entries import DaysRead, Support


class Days(Protocol):
    """What holds for a day or from a day on: wellness, facts, excuses, notes."""

    def put_wellness(self, wellness: Wellness, support: Support | None = None) -> None:
        """Keep one day's answers; entered by hand they replace those entered by hand for that day before."""
        ...

    def wellness(self, first: date | None = None, last: date | None = None) -> tuple[Wellness, ...]:
        """Days in first..last in order, one for each source that spoke."""
        ...

    def put_fact(self, fact: Fact, said_at: datetime, support: Support | None = None) -> None:
        """Add a dated fact; said again for the same kind, subject and day, the later saying holds."""
        ...

    def put_excuse(self, excuse: Excuse, said_at: datetime) -> None:
        """Say that nothing was due on these days."""
        ...

    def withdraw_excuse(self, excuse: Excuse, said_at: datetime) -> None:
        """Take an excuse back."""
        ...

    def profile(self) -> Profile:
        """All facts and excuses that hold."""
        ...

    def put_note(self, note: Note, support: Support | None = None) -> None:
        """Keep words that belong to a moment."""
        ...

    def put_read(self, read: DaysRead, said_at: datetime, support: Support) -> None:
        """Keep all that one file said of days at once; equal words of several files stand once."""
        ...

    def notes(self, first: date | None = None, last: date | None = None) -> tuple[Note, ...]:
        """Notes whose moment falls on first..last (as their own zone has it), in order."""
        ...
