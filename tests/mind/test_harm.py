from __future__ import annotations

import pytest
from benchmarks.noticing import (
    HARM_DEVELOPMENT,
    HARM_NEVER_TUNED_ON,
    NEVER_TUNED_ON,
    answered,
    harms,
    labelled,
    scores,
    speaking_of_harm,
)

from longgame.mind.harm import HELP, WHERE_HELP_IS, Harm, harm_in, help_for
from longgame.mind.meeting import meet
from longgame.mind.practices import Practice, practices_done
from longgame.record.reflection import Reflection, Thought
from tests.mind.test_practices import NOW

UNSEEN = labelled(HARM_NEVER_TUNED_ON)
LEARNED = [one for name in HARM_DEVELOPMENT for one in labelled(name)]
ORDINARY = [*labelled("held_out.txt"), *labelled(NEVER_TUNED_ON)][::2]
EACH = 3
"""Every how many sentences that were learned from are read here; `make evaluate-noticing` reads all."""


def test_what_is_said_sideways_and_nobody_tuned_on_is_mostly_told_where_help_is() -> None:
    meant = speaking_of_harm(UNSEEN)
    helped, told = answered(meant)
    assert len(meant) >= 60
    assert helped / len(meant) >= 0.45
    assert told / len(meant) >= 0.60


def test_hardly_a_known_cue_is_missed() -> None:
    found = scores(LEARNED[::EACH], harms, [one.value for one in Harm])
    assert min(one.meant for one in found) >= 50
    assert min(one.recall for one in found) >= 0.95


def test_ordinary_words_are_seldom_taken_for_harm() -> None:
    near = [one for one in UNSEEN if one.labels == {"none"}]
    helped, told = answered(ORDINARY)
    assert answered(near)[0] / len(near) <= 0.15
    assert helped / len(ORDINARY) <= 0.06
    assert told / len(ORDINARY) <= 0.13


def test_near_to_harm_the_answer_stays_and_says_where_help_is() -> None:
    thought = "my body's giving up on me for good"
    answer = meet(thought, [])
    assert answer.help is None
    assert answer.question is not None
    assert answer.beside == WHERE_HELP_IS == answer.says[-1]
    assert meet("5x5 at 80", []).beside is None


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
