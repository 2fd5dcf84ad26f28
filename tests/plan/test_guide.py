"""The guide covers the whole grammar, its examples parse, and the reference is what the tables say."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from longgame.plan.language import parse
from longgame.plan.language.guide import AIMS, SAID, TOPICS, Topic
from longgame.plan.language.headers import HEADERS
from longgame.plan.language.places import PARENTS
from longgame.plan.model import (
    Available,
    Away,
    Block,
    Deload,
    GoalLine,
    GroupKind,
    Header,
    Let,
    Ration,
    Season,
    SessionLine,
    Template,
)
from longgame.plan.written import AimKind

ROOT = Path(__file__).parents[2]
HEAD = "longgame plan 1\n"
CRUISE = "template cruise(reps, pace)\n  {reps} x ( 8 min run @ {pace}, 2 min easy )\n"
SEASON = 'season "S"  2026-11-23 .. 2027-12-31\n  goal half "H"\n'
BLOCK = 'block "B"  6 weeks  serves half\n'


def standing(one: Topic) -> str:
    """The example where such a line may stand."""
    rows = one.example.splitlines(keepends=True)
    if one.kind is Header:
        return one.example
    if one.kind in (Season, Let, Template):
        return HEAD + one.example + "\n"
    if one.kind is GoalLine:
        return HEAD + 'season "S"\n  ' + one.example
    if one.kind is Block:
        return HEAD + SEASON + one.example
    if one.kind in (Ration, Available, Away, Deload, SessionLine):
        return HEAD + SEASON + BLOCK + "  " + one.example
    session = '  Mon "A"  test\n'
    return HEAD + CRUISE + SEASON + BLOCK + session + "".join("    " + row for row in rows)


@pytest.mark.parametrize("one", TOPICS, ids=lambda one: one.word)
def test_every_example_parses_where_it_may_stand(one: Topic) -> None:
    assert parse(standing(one)).diagnostics == ()


def test_no_word_of_the_grammar_is_left_out() -> None:
    words = {one.word for one in TOPICS}
    assert set(HEADERS) <= words
    assert {kind.value for kind in AimKind} - {"load", "share"} <= words
    assert {kind.value for kind in GroupKind} - {"repeat"} <= words
    assert set(PARENTS) <= {one.kind for one in TOPICS}
    assert len(words) == len(TOPICS)


@pytest.mark.parametrize("one", [*AIMS, *SAID], ids=lambda one: one.word)
def test_examples_of_phrases_use_them(one: Topic) -> None:
    assert re.search(rf"(?<!\w){re.escape(one.word)}", one.example)


def test_the_reference_is_current() -> None:
    spec = importlib.util.spec_from_file_location("plan_reference", ROOT / "tools" / "plan_reference.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    written = (ROOT / "docs" / "reference" / "plan-language.md").read_text("utf-8")
    assert written == tool.page(), "run python tools/plan_reference.py"


def test_whole_plans_in_the_documents_are_sound() -> None:
    pages = [ROOT / "docs" / "reference" / "plan-language.md", ROOT / "docs" / "how-to" / "write-a-plan.md"]
    blocks = [block for page in pages for block in re.findall(r"```plan\n(.*?)```", page.read_text("utf-8"), re.DOTALL)]
    whole = [block for block in blocks if block.startswith("longgame plan") and block.count("\n") > 1]
    assert len(whole) >= 3
    assert [(block, found) for block in whole if (found := parse(block).diagnostics)] == []
