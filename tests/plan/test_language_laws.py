"""What holds for any text: reading never raises, formatting settles at once, and comments are never lost."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from longgame.kernel.ids import content_hash
from longgame.kernel.spans import TextSpan
from longgame.plan.calendar import resolve
from longgame.plan.language import format_text, parse, render
from tests.plan.corpus import KNOWN, corpus

PIECES = sorted({word for path in corpus() for word in path.read_text().split()})
SOME_TEXT = Path(__file__).parent.parent / "corpus" / "plan" / "days" / "sketch.plan"

words = st.one_of(
    st.sampled_from(PIECES), st.text(max_size=6), st.sampled_from(["(", ")", '"', "#", "{", "}", "..", ","])
)
shuffled = st.lists(
    st.tuples(st.sampled_from(["", "  ", "    ", "\t", "      "]), st.lists(words, max_size=9)), max_size=14
).map(lambda rows: "\n".join(indent + " ".join(row) for indent, row in rows))
any_text = st.one_of(st.text(max_size=300), shuffled, shuffled.map(lambda text: "longgame plan 1\n" + text))


@settings(max_examples=300, deadline=None)
@given(any_text)
def test_any_text_is_read_to_its_end_without_raising(text: str) -> None:
    parsed = parse(text)
    last = max(1, len(text.splitlines()))
    places = [one.where for one in parsed.diagnostics if isinstance(one.where, TextSpan)]
    assert len(places) == len(parsed.diagnostics)
    assert [where for where in places if not (1 <= where.line <= last and where.column >= 1)] == []


@settings(max_examples=300, deadline=None)
@given(any_text)
@example('4 "z\nt 3x..2kg rir ..3 rest 2:30')
def test_formatting_settles_at_once(text: str) -> None:
    once = format_text(text)
    assert format_text(once) == once
    assert render(parse(once).plan) == once


@settings(max_examples=150, deadline=None)
@given(any_text)
def test_any_plan_resolves_without_raising(text: str) -> None:
    sessions = resolve(parse(text).plan, content_hash(b""), KNOWN)
    assert [one.day for one in sessions] == sorted(one.day for one in sessions)
    assert len({one.id for one in sessions}) == len(sessions)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_broken_line_takes_no_other_with_it(data: st.DataObject) -> None:
    lines = SOME_TEXT.read_text().splitlines()
    index = data.draw(st.integers(10, 12))
    lines[index] = "    " + data.draw(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20))
    plan = parse("\n".join(lines)).plan
    days = {one.day.isoformat() for one in resolve(plan, content_hash(b""), KNOWN)}
    assert {"2026-11-23", "2026-11-24", "2026-11-26", "2026-11-29", "2027-01-02"} <= days
