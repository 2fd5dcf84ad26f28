"""Answers to what files do not say: asked once, changed and taken back at any time, and history follows."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from longgame.app.answer_question import answer_question, ask_again, refusal_of
from longgame.app.import_files import import_files
from longgame.app.open_questions import given_answers, open_questions
from longgame.app.setting import Setting
from longgame.app.undo_import import undo_import
from longgame.intake.readers import ALL_READERS
from longgame.kernel.clock import FixedClock
from longgame.store.entries import Outcome
from longgame.store.journal import open_store
from tests.app.importing.conftest import NOW
from tests.app.importing.whole_journal import contents

STRONG = (
    b"Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    b"2026-05-01 18:00:00,Evening,40m,Squat (Barbell),1,100,5,0,0,,,\n"
)
KEY = "strong.weight-unit"


@pytest.fixture
def setting(tmp_path: Path) -> Iterator[Setting]:
    with open_store(tmp_path / "journal") as store:
        yield Setting(store.journal(), FixedClock(NOW), ZoneInfo("Europe/Berlin"))


def brought_in(setting: Setting, path: Path, content: bytes) -> str:
    path.write_bytes(content)
    account = import_files(setting.journal, [path], setting.reading(), NOW)
    assert account.batch is not None
    return account.batch


def load(setting: Setting) -> str:
    """The one load in the journal, in the words of the file."""
    (head,) = setting.journal.sessions.heads()
    session = setting.journal.sessions.get(head.id)
    assert session is not None
    return str(session.sets[0].load)


def test_another_answer_changes_all_history_that_was_read_with_the_first(setting: Setting, tmp_path: Path) -> None:
    brought_in(setting, tmp_path / "strong.csv", STRONG)
    assert load(setting) == "None"
    answer_question(setting, KEY, "kg")
    assert load(setting) == "100 kg"
    account = answer_question(setting, KEY, "lb")
    assert ([entry.outcome for entry in account.entries], account.sessions) == ([Outcome.IMPORTED], 0)
    assert load(setting) == "100 lb"
    assert [(one.key, one.value, len(one.files)) for one in given_answers(setting.journal)] == [(KEY, "lb", 1)]


def test_an_answer_taken_back_leaves_the_journal_as_before_it(setting: Setting, tmp_path: Path) -> None:
    brought_in(setting, tmp_path / "strong.csv", STRONG)
    before = contents(setting.journal)
    answer_question(setting, KEY, "kg")
    assert (len(open_questions(setting.journal)), contents(setting.journal) == before) == (0, False)
    ask_again(setting, KEY)
    assert contents(setting.journal) == before
    assert [one.choices for one in open_questions(setting.journal)] == [("kg", "lb")]
    assert given_answers(setting.journal) == ()


def test_a_file_that_comes_later_is_read_with_the_answer_and_follows_another(setting: Setting, tmp_path: Path) -> None:
    brought_in(setting, tmp_path / "first.csv", STRONG)
    answer_question(setting, KEY, "kg")
    brought_in(setting, tmp_path / "second.csv", STRONG.replace(b"05-01", b"05-08"))
    account = answer_question(setting, KEY, "lb")
    assert [entry.path.rpartition("/")[2] for entry in account.entries] == ["first.csv", "second.csv"]


def test_an_import_taken_back_no_longer_follows_an_answer(setting: Setting, tmp_path: Path) -> None:
    batch = brought_in(setting, tmp_path / "strong.csv", STRONG)
    answer_question(setting, KEY, "kg")
    undo_import(setting.journal, batch, NOW)
    assert answer_question(setting, KEY, "lb").entries == ()
    assert given_answers(setting.journal) == ()


def test_what_is_no_answer_is_told_before_anything_changes(setting: Setting, tmp_path: Path) -> None:
    assert refusal_of(setting, KEY, "kg") is not None
    brought_in(setting, tmp_path / "strong.csv", STRONG)
    assert refusal_of(setting, KEY, "kg") is None
    assert refusal_of(setting, KEY, "stone") == f"“stone” is no answer to “{KEY}”; answer kg or lb"
    assert refusal_of(setting, "nobody.asks", "kg") == f"no file asks “nobody.asks”; open questions: {KEY}"


def test_an_answer_that_is_none_does_not_take_the_place_of_one(setting: Setting, tmp_path: Path) -> None:
    brought_in(setting, tmp_path / "strong.csv", STRONG)
    answer_question(setting, KEY, "kg")
    assert refusal_of(setting, KEY, "stone") == f"“stone” is no answer to “{KEY}”; answer kg or lb"
    assert (refusal_of(setting, KEY, "lb"), refusal_of(setting, KEY, "")) == (None, None)
    assert (load(setting), open_questions(setting.journal)) == ("100 kg", ())


def test_every_key_can_be_typed_as_one_word() -> None:
    """As `longgame import answer KEY=VALUE`, and as the web page reads it back from the hint."""
    modules = [import_module(one.module) for one in ALL_READERS]
    keys = {str(value) for one in modules for name, value in vars(one).items() if name.endswith(("_QUESTION", "_KEY"))}
    assert {KEY, "garmin.units", "fitbit.weight-unit"} <= keys
    assert [key for key in keys if not re.fullmatch(r"[\w.-]+", key)] == []
