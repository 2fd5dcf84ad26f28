from __future__ import annotations

from longgame.app.pictures.intent_mark import SIGNS, intent_mark
from longgame.app.pictures.sets import ExerciseRow, SetMark, sets_picture
from longgame.kernel.interval import Interval
from longgame.purpose.intent import Intent
from tests.app.pictures.reading import read


def test_each_set_has_its_band_and_its_mark() -> None:
    marks = tuple(SetMark(reps, Interval(4, 6), "80 kg", "RIR 2") for reps in (6, 5, 7))
    drawn = read(sets_picture((ExerciseRow("Pull-up", "reps", marks),)))
    assert len(drawn.styled("lg-bar")) == 3
    assert len(drawn.styled("lg-mark")) == 3
    assert len(drawn.styled("lg-outside")) == 1
    assert drawn.says == "Pull-up: 2 of 3 judged sets inside their bounds"


def test_a_set_that_no_step_asked_for_is_hollow() -> None:
    drawn = read(sets_picture((ExerciseRow("Curl", "reps", (SetMark(12, None, "10 kg"),)),)))
    assert drawn.styled("lg-bar") == []
    assert len(drawn.styled("lg-hollow")) == 1


def test_a_set_with_nothing_said_shows_only_its_bounds() -> None:
    drawn = read(sets_picture((ExerciseRow("Hang", "seconds", (SetMark(None, Interval(30, 45), ""),)),)))
    assert drawn.styled("lg-mark") == []
    assert len(drawn.styled("lg-bar")) == 1


def test_no_sets_are_said_to_be_none() -> None:
    assert read(sets_picture(())).says == "no sets"


def test_every_intent_has_a_sign_of_its_own() -> None:
    signs = {(sign.hue, sign.path) for sign in SIGNS.values()}
    assert set(SIGNS) == set(Intent)
    assert len(signs) == len(Intent)
    assert {read(intent_mark(intent)).says for intent in Intent} == {i.value.replace("_", " ") for i in Intent}
