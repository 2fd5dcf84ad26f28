from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from longgame.mind.support.asking import needs_in
from longgame.mind.support.choosing import Feedback, KindRecord, offered, records
from longgame.mind.support.library import PRACTICES, practice_called, practices_for
from longgame.mind.support.practice import MOST_WORDS, Grade, Kind, Need

feedbacks = st.lists(st.builds(Feedback, st.sampled_from([one.key for one in PRACTICES]), st.booleans()), max_size=12)


def test_the_library_is_short_cited_and_honest() -> None:
    assert len(PRACTICES) >= 40
    assert len({one.key for one in PRACTICES}) == len(PRACTICES)
    for one in PRACTICES:
        assert len(one.steps.split()) <= MOST_WORDS, one.key
        assert re.fullmatch(r"[\w\-. ]+ (?:19|20)\d\d", one.source), one.key
        assert one.limit.endswith("."), one.key
        assert "!" not in one.steps + one.when
    assert practice_called("mindful-five").grade is Grade.WEAK


@pytest.mark.parametrize("need", Need)
def test_every_need_finds_practices_of_more_than_one_kind(need: Need) -> None:
    found = practices_for(need)
    assert len(found) >= 3
    assert len({one.kind for one in found}) >= 2


@pytest.mark.parametrize(
    ("answer", "need"),
    [
        ("sleeping better, honestly", Need.SLEEP),
        ("I keep comparing myself to the others", Need.COMPARISON),
        ("more time. kids and work", Need.TIME),
        ("race day nerves", Need.NERVES),
        ("my achilles", Need.BODY),
        ("not going out too fast", Need.PACING),
        ("somebody to train with", Need.PEOPLE),
        ("getting my double unders", Need.SKILL),
        ("being less hard on myself", Need.SELF_TALK),
        ("believing I can, confidence", Need.CONFIDENCE),
        ("I'm exhausted", Need.RECOVERY),
        ("getting started in the morning", Need.MOTIVATION),
        ("coming back after a bad month", Need.SETBACK),
    ],
)
def test_what_is_asked_for_is_heard(answer: str, need: Need) -> None:
    assert needs_in(answer)[0].need is need


def test_an_answer_that_names_nothing_is_not_guessed_at() -> None:
    assert needs_in("dunno") == ()
    assert offered([]) == ()


@given(st.sampled_from(list(Need)), feedbacks)
def test_the_same_answers_give_the_same_offer_in_any_order(need: Need, said: list[Feedback]) -> None:
    found = offered([need], said)
    assert found == offered([need], said[::-1])
    assert all(need in one.needs for one in found)
    assert len({one.kind for one in found}) == len(found)


def test_the_kind_that_helps_this_athlete_comes_first() -> None:
    before = [one.kind for one in offered([Need.NERVES])]
    said = [Feedback("worry-page", True)] * 3 + [Feedback("slow-breath", False)] * 3
    after = [one.kind for one in offered([Need.NERVES], said)]
    assert before[0] is not Kind.WRITING
    assert after[0] is Kind.WRITING
    assert Kind.BREATHING not in after


@given(st.integers(0, 9), st.integers(0, 9))
def test_a_record_is_the_posterior_of_a_uniform_prior(yes: int, no: int) -> None:
    record = KindRecord(Kind.SLEEP, yes, yes + no)
    exact = stats.beta(yes + 1, no + 1)
    assert record.expected == pytest.approx(exact.mean())
    assert record.spread == pytest.approx(exact.std())


def test_records_count_what_was_said() -> None:
    found = {one.kind: one for one in records([Feedback("nap", True), Feedback("dark-hour", False)])}
    assert (found[Kind.SLEEP].helped, found[Kind.SLEEP].tried) == (1, 2)
    assert found[Kind.IMAGERY].tried == 0
