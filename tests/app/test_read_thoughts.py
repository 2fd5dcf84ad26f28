"""A thought is read once, and again only where it, what was taught, or what reads it has changed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from longgame.app.day_notes import write_note
from longgame.app.mind import read_thoughts
from longgame.app.mind.thoughts import correct_thought, thoughts
from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.mind.patterns import Pattern
from longgame.record.reflection import Thought
from tests.app.conftest import NOW

TEXTS = ("everyone in class lapped me again", "5x5 at 80", "I want to hurt myself")
TODAY = NOW.date()


@pytest.fixture
def told(setting: Setting) -> Setting:
    for number, text in enumerate(TEXTS):
        reflect(setting, Thought(NOW, text), TODAY - timedelta(days=len(TEXTS) - number), uuid=f"thought-{number}")
    return setting


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were read."""
    found: list[str] = []
    really = read_thoughts.help_for

    def help_for(text: str) -> object:
        found.append(text)
        return really(text)

    monkeypatch.setattr(read_thoughts, "help_for", help_for)
    return found


def test_a_change_of_today_reads_nothing_again(told: Setting, read: list[str]) -> None:
    first = thoughts(told)
    assert read[: len(TEXTS)] == list(TEXTS)
    assert [bool(one.patterns) for one in first] == [True, False, False]
    assert [one.help is not None for one in first] == [False, False, True]
    read.clear()
    write_note(told, TODAY, "a quiet day")
    assert thoughts(told) == first
    assert read == [TEXTS[2]]  # only the help of a cue of harm is looked up each time, never kept


def test_a_correction_has_every_thought_read_with_it_in_mind(told: Setting, read: list[str]) -> None:
    thoughts(told)
    read.clear()
    correct_thought(told, "thought-1", [Pattern.COMPARISON])
    assert {*TEXTS} <= {*read}
    assert [one.patterns for one in thoughts(told)][:2] == [(Pattern.COMPARISON,)] * 2


def test_another_recogniser_reads_again(told: Setting, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    thoughts(told)
    read.clear()
    monkeypatch.setattr(read_thoughts, "recogniser", lambda: "another")
    thoughts(told)
    assert read[: len(TEXTS)] == list(TEXTS)


def test_nothing_of_it_stands_in_the_clear(told: Setting, tmp_path: Path) -> None:
    thoughts(told)
    rows = told.journal.derived.of_kind(read_thoughts.KIND)
    assert [one.key for one in rows] == ["thought-0", "thought-1", "thought-2"]
    stored = b"".join(path.read_bytes() for path in (tmp_path / "journal").glob("journal.db*"))
    assert b"thought-2" in stored
    for value in (*(one.value for one in rows), b"COMPARISON", b"harm"):
        assert value not in stored
