"""What a person writes down about a day, beside all sessions."""

from __future__ import annotations

from datetime import date, datetime, time

from longgame.app.setting import Setting
from longgame.record.notes import Note

ATHLETE = "athlete"


def write_note(setting: Setting, day: date, text: str) -> Note:
    """Keep a note for `day`; today's carries the present moment, another day's that day's noon.

    `ValueError` when nothing is said.
    """
    if not text.strip():
        raise ValueError("a note needs words")
    now = setting.clock.now().astimezone(setting.zone)
    moment = (
        now if day == setting.today else datetime.combine(day, time(12, 0, now.second, now.microsecond), setting.zone)
    )
    note = Note(moment, text.strip(), ATHLETE)
    setting.journal.days.put_note(note)
    return note


def notes_of(setting: Setting, day: date) -> tuple[Note, ...]:
    """The notes of a day, oldest first."""
    return setting.journal.days.notes(day, day)
