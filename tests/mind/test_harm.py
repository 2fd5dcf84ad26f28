from __future__ import annotations

import pytest
from benchmarks.noticing import development, harms, labelled, scores

from longgame.mind.harm import HELP, Harm, harm_in, help_for
from longgame.mind.meeting import meet
from longgame.mind.practices import Practice, practices_done
from longgame.record.reflection import Reflection, Thought
from tests.mind.test_practices import NOW

CUES = labelled("harm.txt")
ORDINARY = [*development(), *labelled("held_out.txt"), *labelled("fresh.txt")]


@pytest.mark.parametrize("kind", [one.value for one in Harm])
def test_hardly_a_cue_is_missed(kind: str) -> None:
    found = next(one for one in scores(CUES, harms, (kind,)))
    assert found.meant >= 30
    assert found.recall >= 0.95


def test_the_words_of_the_gym_are_seldom_taken_for_harm() -> None:
    gym = [one for one in CUES if one.labels == {"none"}]
    assert sum(bool(harm_in(one.text)) for one in gym) <= 0.05 * len(gym)
    assert sum(bool(harm_in(one.text)) for one in ORDINARY) <= 0.01 * len(ORDINARY)


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
