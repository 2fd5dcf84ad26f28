"""What could stand at a place, and what the word there means; for any text and any place without raising."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.plan.language import parse
from longgame.plan.language.assist import Completion, complete, hover
from tests.plan.corpus import CORPUS

SKETCH = (CORPUS / "days" / "sketch.plan").read_text().partition("\n# ")[0]
NAMES = """\
longgame plan 1

let easy = 5:30..6:10 /km

block "B"  1 week
  Mon "A"  base
    40 min run @ {easy}
    use cruise(3)

template cruise(reps)
  {reps} x ( 8 min run, 2 min easy )
"""


def offered(text: str) -> list[str]:
    """What is offered at the mark `|`."""
    return [one.label for one in found(text)]


def found(text: str) -> tuple[Completion, ...]:
    before, _, after = text.partition("|")
    rows = before.split("\n")
    return complete(before + after, len(rows), len(rows[-1]) + 1)


def at(text: str, word: str, line: int) -> str | None:
    told = hover(text, line, text.splitlines()[line - 1].index(word) + 1)
    return None if told is None else told.text


def test_lines_are_offered_by_what_they_would_stand_under() -> None:
    assert offered("longgame plan 1\n|")[:3] == ["season", "block", "let"] or "season" in offered("longgame plan 1\n|")
    under_season = offered(SKETCH.replace("  ration failure", "  |ration failure"))
    assert {"goal", "why", "ration", "available", "away"} <= set(under_season)
    assert not {"Mon", "warm up"} & set(under_season)
    under_block = offered(SKETCH + "\n  |")
    assert {"Mon", "Any", "deload"} <= set(under_block)
    assert "goal" not in under_block
    assert {"why", "warm up", "earned by", "emom"} <= set(offered(SKETCH + "\n    |"))


def test_exercises_are_offered_by_their_first_letters() -> None:
    assert "Pullups" in offered(SKETCH + "\n    Pullu|")
    assert all(one.casefold().startswith("dead") for one in offered(SKETCH + "\n    Dead|"))


def test_a_session_is_offered_intents_then_goals() -> None:
    assert {"base", "strength", "limit"} <= set(offered(SKETCH + '\n  Mon "New"  |'))
    assert offered(SKETCH + '\n  Mon "New"  thr|') == ["threshold"]
    assert offered(SKETCH + '\n  Mon "New"  base for |') == ["half", "pullup"]
    assert offered(SKETCH + '\n  Mon "New"  base for half, p|') == ["pullup"]


def test_a_step_is_offered_sports_and_phrases() -> None:
    assert {"run", "ride", "hr"} <= set(offered(SKETCH + "\n    40 min |"))
    assert offered(SKETCH + "\n    40 min run  cad|") == ["cadence"]
    assert offered(SKETCH + "\n    Squat  3 x 5  prog|") == ["progress"]


def test_names_are_offered_in_braces_and_after_use() -> None:
    assert offered(NAMES.replace("{easy}", "{|}")) == ["easy", "reps"]
    assert offered(NAMES.replace("use cruise(3)", "use |")) == ["cruise"]


@pytest.mark.parametrize("text", ['longgame plan 1\nseason "s|', "longgame plan 1  # se|"])
def test_nothing_is_offered_inside_texts_and_comments(text: str) -> None:
    assert offered(text) == []


def test_what_is_taken_stands_in_place_of_what_was_typed() -> None:
    (one,) = found(SKETCH + "\n    Squat  3 x 5  prog|")
    row = "    Squat  3 x 5  prog"
    written = row[: one.span.column - 1] + one.insert
    assert parse(SKETCH + "\n" + written).diagnostics == ()


def test_words_tell_what_they_mean() -> None:
    assert "Easy enough to talk" in (at(SKETCH, "base", 15) or "")
    assert (at(SKETCH, "half", 15) or "").startswith("**Half marathon under 1:45**, by 2027-04-18")
    assert "Reps left in reserve" in (at(SKETCH, "rir", 12) or "")
    assert "What has to be true" in (at(SKETCH, "earned", 22) or "")
    assert "Zones" in (at(SKETCH, "z1", 18) or "")
    assert at(NAMES, "easy", 3) == "`easy` stands for `5:30..6:10 /km`"
    assert at(NAMES, "cruise", 8) == "a template of this plan; it takes reps"
    assert at(SKETCH, "Row", 13) is None


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.just(SKETCH), st.text(max_size=60)), st.integers(-2, 40), st.integers(-2, 90))
def test_no_text_and_no_place_raise(text: str, line: int, column: int) -> None:
    assert isinstance(complete(text, line, column), tuple)
    told = hover(text, line, column)
    assert told is None or told.text
