"""The journal in words: one Markdown text of every day on which anything was done or said, the newest last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from enum import Enum

from longgame.app.setting import Setting
from longgame.record.reflection import After, Before, Said, Thought
from longgame.record.session import Session
from longgame.record.sets import SetKind, StrengthSet

_HEADINGS: dict[type, str] = {Before: "Before", Thought: "Thought", After: "After"}


def journal_markdown(setting: Setting) -> str:
    """Sessions with their sets, what was said about them, and the day's notes."""
    days: dict[date, list[str]] = defaultdict(list)
    heads = setting.journal.sessions.heads()
    if heads:
        for session in setting.journal.sessions.between(heads[0].local_day, heads[-1].local_day):
            days[session.local_day] += session_words(session)
    for said in setting.journal.reflections.all():
        days[said.day] += said_words(said)
    for note in setting.journal.days.notes():
        days[note.said_at.date()] += ["", f"Note: {note.text}"]
    lines = ["# Journal"]
    for day in sorted(days):
        lines += ["", f"## {day:%A} {day.day} {day:%B %Y}", *days[day]]
    return "\n".join(lines) + "\n"


def session_words(session: Session) -> Iterator[str]:
    """A session as lines of Markdown: what it was, what was noted, and its sets."""
    yield from ("", f"### {session.title or session.sport.value.capitalize()}, {session.start:%H:%M}", "")
    minutes = session.moving_s or session.duration_s
    told = [session.sport.value]
    told += [] if minutes is None else [f"{minutes / 60:.0f} min"]
    told += [] if session.distance_m is None else [f"{session.distance_m / 1000:.2f} km"]
    told += [] if session.rpe is None else [f"effort {session.rpe:g}"]
    yield ", ".join(told)
    if session.note:
        yield from ("", session.note)
    if session.sets:
        yield ""
        yield from (f"- {set_words(one)}" for one in session.sets)


def set_words(one: StrengthSet) -> str:
    """A set on one line: its exercise, how much of it, and what was said of it."""
    told = [one.exercise]
    told += [] if one.kind is SetKind.WORK else [f"({one.kind.value})"]
    told += [] if one.reps is None else [f"{one.reps} reps"]
    told += [] if one.duration_s is None else [f"{one.duration_s:g} s"]
    told += [] if one.distance_m is None else [f"{one.distance_m:g} m"]
    told += [] if one.load is None else [f"@ {one.load}"]
    told += [] if one.rir is None else [f"rir {one.rir:g}"]
    told += [] if one.form is None else [one.form.value]
    return " ".join(told) + ("" if one.note is None else f" ({one.note})")


def said_words(said: Said) -> Iterator[str]:
    """What was said, on one line of Markdown; none where it holds no words or numbers."""
    words = [
        f"{field.name.replace('_', ' ')}: {value.value if isinstance(value, Enum) else value}"
        for field in fields(said.words)
        if field.name != "said_at" and (value := getattr(said.words, field.name)) not in (None, False)
    ]
    if words:
        yield from ("", f"{_HEADINGS[type(said.words)]} — {'; '.join(words)}")
