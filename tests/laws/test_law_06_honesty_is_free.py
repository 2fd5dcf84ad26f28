"""Law 6: reporting doubt, pain, low mood or a missed target never lowers a mindset score, against not reporting it.

We score practices and show states. So no state enters any score at all: only effort and form, which are what a session
was meant to cost, are read by rubrics, and law 1 watches those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.mind.practices import Practice, mindset, practices_done
from longgame.purpose.intent import Intent
from longgame.record.reflection import NOTHING_SAID, After, Before, Reflection, Thought
from longgame.record.sets import Form
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.model import Review
from tests.strategies.build import START
from tests.strategies.doings import reflections, worlds
from tests.strategies.profiles import examples

DARK = ("I do not belong here", "everybody else is faster", "all or nothing", "I will never get there")
JUDGED = frozenset({"effort", "form"})
"""All that rubrics read of a reflection's end."""

scale = st.integers(0, 10)
thoughts = st.lists(
    st.builds(
        Thought,
        st.just(START),
        st.sampled_from(DARK),
        met=st.sampled_from((None, "noted")),
        acknowledged=st.booleans(),
    ),
    max_size=4,
).map(tuple)


@st.composite
def confessions(draw: st.DrawFn) -> dict[str, object]:
    """Any dark thing that can be said after a session, one field or many."""
    said: dict[str, object] = {
        "presence": draw(scale),
        "challenge": draw(scale),
        "pain": draw(scale),
        "soreness": draw(scale),
        "mood": draw(scale),
        "stars": draw(st.integers(0, 5)),
        "built": "nothing today",
    }
    kept = draw(st.sets(st.sampled_from(sorted(said)), min_size=1))
    return {name: said[name] for name in sorted(kept)}


def after(reflection: Reflection, said: dict[str, object]) -> Reflection:
    """The reflection with more said at the end."""
    changed = replace(reflection.after or After(START), **said)  # type: ignore[arg-type]  # fields by name
    return replace(reflection, after=changed)


def before(reflection: Reflection, **said: object) -> Reflection:
    """The reflection with more said at the beginning."""
    changed = replace(reflection.before or Before(START), **said)  # type: ignore[arg-type]  # fields by name
    return replace(reflection, before=changed)


def share(said: Sequence[Reflection]) -> Fraction:
    """The mindset pillar, nothing said at all being no more than nothing."""
    return mindset(said).share or Fraction(0)


def judged(got: Review) -> tuple[object, ...]:
    """All that is a score or a verdict in a review."""
    return (got.verdict, got.manner, got.execution, got.coverage, got.criteria)


@examples(100)
@given(others=st.lists(reflections(), max_size=5), one=reflections(), said=confessions())
def test_saying_a_dark_thing_afterwards_never_lowers_mindset(
    others: list[Reflection], one: Reflection, said: dict[str, object]
) -> None:
    assert share([*others, after(one, said)]) >= share([*others, one])


@examples(100)
@given(others=st.lists(reflections(), max_size=5), one=reflections(), noticed=thoughts)
def test_writing_down_dark_thoughts_never_lowers_mindset(
    others: list[Reflection], one: Reflection, noticed: tuple[Thought, ...]
) -> None:
    assert share([*others, replace(one, thoughts=one.thoughts + noticed)]) >= share([*others, one])


@examples(100)
@given(
    others=st.lists(reflections(), max_size=5),
    one=reflections(),
    confidence=scale,
    low=st.booleans(),
    expected=st.floats(0, 10),
)
def test_doubting_beforehand_never_lowers_mindset(
    others: list[Reflection], one: Reflection, confidence: int, low: bool, expected: float
) -> None:
    doubting = before(one, confidence=confidence, low_day=low, expected_rpe=expected)
    assert share([*others, doubting]) >= share([*others, one])


@examples(100)
@given(one=reflections(), light=confessions(), dark=confessions())
def test_what_was_said_counts_the_same_however_dark_it_is(
    one: Reflection, light: dict[str, object], dark: dict[str, object]
) -> None:
    said = {name: light[name] for name in light if name in dark}
    other = {name: dark[name] for name in said}
    assert practices_done(after(one, said)) == practices_done(after(one, other))


@examples(100)
@given(one=reflections(), effort=st.floats(0, 10), form=st.sampled_from(Form))
def test_reporting_a_missed_target_or_lost_form_never_lowers_mindset(
    one: Reflection, effort: float, form: Form
) -> None:
    assert share([after(one, {"effort": effort, "form": form})]) >= share([one])


def test_every_practice_is_open_to_everybody() -> None:
    darkest = Reflection(
        Before(START, confidence=0, low_day=True, intention_confirmed=True),
        (Thought(START, DARK[0], acknowledged=True),),
        After(START, effort=10, presence=0, form=Form.BROKE_DOWN, learned="that today was bad", pain=9, mood=0),
    )
    assert practices_done(darkest) == frozenset(Practice)
    assert mindset([darkest]).share == 1


def said_of(case: Case, said: Reflection) -> Case:
    """The same day with other words about it."""
    return replace(case, reflection=said)


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data(), said=confessions())
def test_no_state_said_afterwards_changes_any_score(
    intent: Intent, data: st.DataObject, said: dict[str, object]
) -> None:
    case = data.draw(worlds(intent)).case()
    assert set(said) & JUDGED == set()
    assert judged(review(said_of(case, after(case.reflection, said)))) == judged(review(case))


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data(), confidence=scale, low=st.booleans(), noticed=thoughts)
def test_no_doubt_and_no_thought_changes_any_score(
    intent: Intent, data: st.DataObject, confidence: int, low: bool, noticed: tuple[Thought, ...]
) -> None:
    case = data.draw(worlds(intent)).case()
    doubting = replace(before(case.reflection, confidence=confidence, low_day=low), thoughts=noticed)
    assert judged(review(said_of(case, doubting))) == judged(review(case))


def test_no_field_of_a_reflection_is_forgotten_here() -> None:
    states = {field.name for field in fields(After)} - JUDGED - {"said_at", "learned"}
    assert states == {"presence", "challenge", "pain", "soreness", "mood", "stars", "built"}
    assert mindset([NOTHING_SAID]).share is None
