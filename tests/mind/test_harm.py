from __future__ import annotations

import pytest
from benchmarks.noticing import HARM_DEVELOPMENT, any_harm, harms, labelled, scores

from longgame.mind.harm import HELP, Harm, harm_in, help_for
from longgame.mind.meeting import meet
from longgame.mind.practices import Practice, practices_done
from longgame.record.reflection import Reflection, Thought
from tests.mind.test_practices import NOW

LAST = labelled("last_harm.txt")
LEARNED = [one for name in HARM_DEVELOPMENT for one in labelled(name)]
ORDINARY = [*labelled("held_out.txt"), *labelled("fresh.txt")]


def test_most_of_what_nobody_tuned_on_is_answered_with_help() -> None:
    assert sum(one.labels != {"none"} for one in LAST) >= 50
    assert any_harm(LAST) >= 0.80


@pytest.mark.parametrize("kind", [one.value for one in Harm])
def test_hardly_a_known_cue_is_missed(kind: str) -> None:
    found = next(one for one in scores(LEARNED, harms, (kind,)))
    assert found.meant >= 100
    assert found.recall >= 0.95


def test_the_words_of_the_gym_are_seldom_taken_for_harm() -> None:
    gym = [one for one in (*LEARNED, *LAST) if one.labels == {"none"}]
    in_the_gym = sum(bool(harm_in(one.text)) for one in gym) / len(gym)
    elsewhere = sum(bool(harm_in(one.text)) for one in ORDINARY) / len(ORDINARY)
    assert in_the_gym <= 0.1
    assert elsewhere <= 0.05


@pytest.mark.parametrize(
    "idiom", ["this hill is killing me", "that wod killed me", "starving after the long ride", "my legs are dead"]
)
def test_idioms_of_effort_are_no_harm(idiom: str) -> None:
    assert harm_in(idiom) == ()


@pytest.mark.parametrize("harm", Harm)
def test_help_is_whole_for_every_kind_and_binds_to_no_country(harm: Harm) -> None:
    found = HELP[harm]
    assert "scored" in found.says
    assert any("findahelpline.com" in place for place in found.places)
    assert not any("http" in place for place in (found.says, *found.places))


def test_nothing_is_named_asked_or_counted_beside_help() -> None:
    thought = "I'm so weak, everyone is faster than me and I want to die"
    answer = meet(thought, [])
    assert answer.help is HELP[Harm.SELF_HARM]
    assert (answer.noticed, answer.question, answer.fact) == ((), None, None)
    said = Reflection(thoughts=(Thought(NOW, thought, met="said it aloud"),))
    assert Practice.THOUGHTS not in practices_done(said)


def test_no_help_is_pressed_on_an_ordinary_thought() -> None:
    assert help_for("legs like lead, easy does it") is None
