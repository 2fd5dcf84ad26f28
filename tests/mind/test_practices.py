from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from longgame.mind.practices import Practice, mindset, practices_done
from longgame.record.reflection import NOTHING_SAID, After, Before, Reflection, Thought

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
scale = st.none() | st.integers(0, 10)
befores = st.none() | st.builds(
    Before,
    st.just(NOW),
    confidence=scale,
    low_day=st.none() | st.booleans(),
    intention_confirmed=st.none() | st.booleans(),
)
afters = st.none() | st.builds(
    After,
    st.just(NOW),
    effort=scale,
    presence=scale,
    challenge=scale,
    pain=scale,
    mood=scale,
    learned=st.none() | st.text(),
)
thoughts = st.lists(st.builds(Thought, st.just(NOW), st.text(min_size=1)), max_size=3).map(tuple)
reflections = st.builds(Reflection, before=befores, thoughts=thoughts, after=afters)


@given(st.lists(reflections, max_size=6), reflections, scale, scale, scale)
def test_reporting_a_dark_state_never_lowers_the_pillar(
    others: list[Reflection], said: Reflection, mood: int | None, pain: int | None, confidence: int | None
) -> None:
    before = said.before or Before(NOW)
    after = said.after or After(NOW)
    darker = replace(
        said,
        before=replace(before, confidence=confidence, low_day=True),
        after=replace(after, mood=mood, pain=pain),
        thoughts=(*said.thoughts, Thought(NOW, "Why am I not better?"), Thought(NOW, "I want to die")),
    )
    assert mindset([*others, darker]).done >= mindset([*others, said]).done
    assert mindset([*others, darker]).offered == mindset([*others, said]).offered


@given(reflections, st.integers(0, 10), st.integers(0, 10))
def test_what_was_answered_makes_no_difference(said: Reflection, one: int, other: int) -> None:
    after = said.after or After(NOW)
    answers = [replace(said, after=replace(after, presence=answer)) for answer in (one, other)]
    assert practices_done(answers[0]) == practices_done(answers[1])


def test_silence_is_no_score() -> None:
    assert mindset([NOTHING_SAID, NOTHING_SAID]).share is None


def test_each_practice_counts_once() -> None:
    said = Reflection(
        Before(NOW, intention_confirmed=True),
        (Thought(NOW, "I am behind", met="behind whom?"), Thought(NOW, "I am still here", acknowledged=True)),
        After(NOW, presence=2, learned="To start slower."),
    )
    assert practices_done(said) == frozenset(Practice)
    assert mindset([said, NOTHING_SAID]).share == Fraction(1, 2)


def test_a_thought_is_a_practice_once_it_was_met_and_acknowledging_is_enough() -> None:
    noticed = Reflection(thoughts=(Thought(NOW, "I am behind"),))
    acknowledged = Reflection(thoughts=(Thought(NOW, "I am behind", acknowledged=True),))
    assert practices_done(noticed) == frozenset()
    assert practices_done(acknowledged) == {Practice.THOUGHTS}
