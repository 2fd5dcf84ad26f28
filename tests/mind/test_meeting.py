from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.mind.facts import LOW_DAY, RELEVANCE, About, OwnFact, fact_for, most_fitting
from longgame.mind.meeting import QUESTIONS, meet, question_for
from longgame.mind.patterns import TURNED_ROUND, Pattern

SQUAT = OwnFact(About.PROGRESS, "Squat: better than then (93% sure).", subject="Squat", telling=0.93)
BENCH = OwnFact(About.PROGRESS, "Bench: better than then (99% sure).", subject="Bench Press", telling=0.99)
PROMISES = OwnFact(About.PROMISES, "you kept 11 of 12 promises.", telling=0.9)
UNKNOWN = OwnFact(About.PROGRESS, "Row: not yet knowable.", known=False, subject="Row")
PLATITUDE = re.compile(
    r"\b(you've got this|believe in yourself|just|simply be|amazing|great|never give up|you can)\b", re.I
)


@pytest.mark.parametrize("pattern", Pattern)
def test_every_pattern_has_a_question_and_an_order_of_facts(pattern: Pattern) -> None:
    questions = dict(QUESTIONS)[pattern]
    assert all(one.endswith((".", "?")) for one in questions)
    assert any("?" in one for one in questions)
    assert not any(PLATITUDE.search(one) or "!" in one for one in questions)
    assert dict(RELEVANCE)[pattern]


def test_a_fact_about_what_was_named_goes_before_a_surer_one() -> None:
    facts = [BENCH, PROMISES, SQUAT]
    assert fact_for(Pattern.COMPARISON, facts) == BENCH
    assert fact_for(Pattern.COMPARISON, facts, "she outsquats me, my squat is nothing") == SQUAT
    assert fact_for(Pattern.COMPARISON, facts, trained=["Squat"]) == SQUAT


def test_what_is_known_goes_before_what_is_not_and_the_unknown_is_said() -> None:
    assert fact_for(Pattern.COMPARISON, [UNKNOWN, PROMISES]) == PROMISES
    assert fact_for(Pattern.COMPARISON, [UNKNOWN]) == UNKNOWN
    assert fact_for(Pattern.COMPARISON, []) is None
    assert most_fitting(LOW_DAY, [BENCH, PROMISES]) == PROMISES


@given(st.permutations([SQUAT, BENCH, PROMISES, UNKNOWN]), st.sampled_from(list(Pattern)))
def test_the_order_in_which_facts_are_found_does_not_matter(facts: list[OwnFact], pattern: Pattern) -> None:
    assert fact_for(pattern, facts) == fact_for(pattern, sorted(facts, key=lambda one: one.says))


def test_a_thought_is_answered_with_its_words_a_question_and_a_fact() -> None:
    answer = meet("everyone in class lapped me again", [SQUAT, PROMISES])
    assert answer.pattern is Pattern.COMPARISON
    assert answer.question == question_for(Pattern.COMPARISON, "everyone in class lapped me again")
    assert answer.fact == SQUAT
    assert "lapped me" in answer.says[0]


def test_an_unknown_thought_is_kept_and_left_alone() -> None:
    answer = meet("5x5 at 80", [SQUAT])
    assert (answer.question, answer.fact) == (None, None)


def test_only_what_holds_back_is_turned_round() -> None:
    assert {one for one in Pattern if one.is_turned_round} == TURNED_ROUND
    assert Pattern.PRIDE not in TURNED_ROUND
