from __future__ import annotations

import pytest
from benchmarks.noticing import NEVER_TUNED_ON, Labelled, development, labelled, macro_f1, recognised, scores
from hypothesis import given
from hypothesis import strategies as st
from tools.noticing_weights import digest

from longgame.mind.noticing import weights
from longgame.mind.noticing.recognise import every_pattern, patterns_in
from longgame.mind.noticing.wording import reading, words_of
from longgame.mind.patterns import Pattern, pattern_named

SENTENCES = development()
UNSEEN = labelled(NEVER_TUNED_ON)
RUN = 5
"""Words in a row that make a near copy when many are shared."""


def names(thought: str) -> set[str]:
    return {one.pattern.value for one in patterns_in(thought)}


def test_sentences_that_nothing_was_tuned_on_are_recognised_well_enough_to_be_shown() -> None:
    found = scores(UNSEEN, recognised)
    assert len(UNSEEN) >= 300
    assert macro_f1(found) >= 0.80
    comparison = found[0]
    assert comparison.meant >= 40
    assert comparison.precision >= 0.90
    assert comparison.recall >= 0.70


def test_no_sentence_that_is_measured_on_is_a_near_copy_of_one_that_was_learned_from() -> None:
    def runs(one: Labelled) -> set[tuple[str, ...]]:
        words = words_of(one.text)
        return {words[at : at + RUN] for at in range(len(words) - RUN + 1)}

    learned = set().union(*(runs(one) for one in SENTENCES))
    shared = [one.text for one in UNSEEN if len(runs(one) & learned) > len(runs(one)) / 2]
    assert shared == []


@pytest.mark.parametrize(
    ("thought", "meant"),
    [
        ("I'm so weak", {"self-criticism"}),
        ("I'm not weak, it was just a heavy day", set()),
        ("not tired at all today", set()),
        ("IM SOOOO TIRED", {"fatigue"}),
        ("im not worried about sunday", set()),
        ("so proud of my daughter", set()),
        ("so proud of myself", {"pride"}),
        ("I don't belong here", {"doubt"}),
        ("well done me, forgot how to count", {"self-criticism"}),
        ("", set()),
    ],
)
def test_negation_voice_and_irony(thought: str, meant: set[str]) -> None:
    assert names(thought) == meant


def test_what_somebody_else_thinks_of_himself_is_not_ones_own() -> None:
    assert "self-criticism" not in names("my mate says he is rubbish at swimming")


@given(st.text(max_size=80))
def test_any_text_is_read_and_evidence_points_into_it(thought: str) -> None:
    for one in every_pattern(thought):
        assert 0 <= one.confidence < 1
        for each in one.evidence:
            assert thought[each.start : each.end] == each.words
            assert each.words


@pytest.mark.parametrize("one", SENTENCES[::61], ids=lambda one: one.text[:30])
def test_evidence_stands_in_the_thought_as_typed(one: Labelled) -> None:
    thought = one.text
    for found in every_pattern(thought):
        assert all(thought[each.start : each.end] == each.words for each in found.evidence)


@given(st.text(max_size=60))
def test_places_of_the_plain_wording_lie_in_the_typed_one_in_order(thought: str) -> None:
    wording = reading(thought)
    assert len(wording.places) == len(wording.plain)
    assert all(0 <= start < end <= len(thought) for start, end in wording.places)
    assert list(wording.places) == sorted(wording.places)


def test_a_pattern_has_one_name() -> None:
    assert [pattern_named(one.value) for one in Pattern] == list(Pattern)
    with pytest.raises(ValueError, match="no pattern"):
        pattern_named("envy")


def test_the_weights_were_learned_from_the_sentences_and_features_as_they_stand() -> None:
    assert digest() == weights.LEARNED_FROM, "run python tools/noticing_weights.py"
