"""Law 9: missing evidence makes a criterion "not assessed"; it never counts as zero or full, and coverage is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.plan.anchors import NOTHING_KNOWN
from longgame.purpose.intent import Intent
from longgame.record.reflection import NOTHING_SAID
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.history import NO_HISTORY
from longgame.review.model import Verdict
from tests.strategies.doings import worlds
from tests.strategies.profiles import examples


def without_words(case: Case) -> Case:
    """Nothing said, by the athlete or by the source."""
    session = None if case.session is None else replace(case.session, rpe=None)
    return replace(case, reflection=NOTHING_SAID, session=session)


def without_history(case: Case) -> Case:
    """No past known."""
    return replace(case, history=NO_HISTORY)


def without_streams(case: Case) -> Case:
    """No sensor worn."""
    return case if case.session is None else replace(case, session=replace(case.session, streams=None))


def without_reserve(case: Case) -> Case:
    """No set says how hard it was."""
    if case.session is None:
        return case
    sets = tuple(replace(one, rir=None, rpe=None) for one in case.session.sets)
    return replace(case, session=replace(case.session, sets=sets))


def without_form(case: Case) -> Case:
    """No set says how it looked."""
    if case.session is None:
        return case
    sets = tuple(replace(one, form=None, clean_reps=None) for one in case.session.sets)
    return replace(case, session=replace(case.session, sets=sets))


def without_earned(case: Case) -> Case:
    """Nothing known of the conditions of a test."""
    return replace(case, earned=None)


SILENCES: tuple[tuple[Callable[[Case], Case], frozenset[str]], ...] = (
    (without_words, frozenset({"session_rpe", "usual_load", "form", "clean_share"})),
    (without_history, frozenset({"usual_load", "spike"})),
    (without_reserve, frozenset({"rir", "failures"})),
    (without_form, frozenset({"form", "clean_share", "quality_kept"})),
    (without_earned, frozenset({"earned"})),
)
"""What falls silent, and the criteria that may lean on it."""


@pytest.mark.parametrize("silence", SILENCES, ids=lambda pair: pair[0].__name__)
@pytest.mark.parametrize("intent", Intent)
@examples(4)
@given(data=st.data())
def test_what_falls_silent_is_not_assessed_and_nothing_else_changes(
    intent: Intent, silence: tuple[Callable[[Case], Case], frozenset[str]], data: st.DataObject
) -> None:
    case = data.draw(worlds(intent)).case()
    quiet, leaning = silence[0](case), silence[1]
    if intent.must_be_earned:
        leaning = leaning | {"session_rpe", "earned"}
    before = {row.name: row for row in review(case).criteria}
    after = {row.name: row for row in review(quiet).criteria}
    changed = {name for name in before if before[name].score != after[name].score}
    assert changed <= leaning
    assert review(quiet).coverage <= review(case).coverage


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data())
def test_a_row_without_evidence_is_neither_zero_nor_full(intent: Intent, data: st.DataObject) -> None:
    got = review(data.draw(worlds(intent)).case())
    for row in got.criteria:
        assert (row.score is None) == (row.not_assessed is not None) == (row.value is None)
        assert row.score is not None or (row.contribution == 0 and row.evidence.sentence.startswith("Not assessed: "))
    assessed = sum(row.weight for row in got.criteria if row.score is not None)
    whole = sum(row.weight for row in got.criteria)
    assert got.coverage == (assessed / whole if whole == 1 else got.coverage)
    assert got.coverage * whole == assessed


@pytest.mark.parametrize("intent", [intent for intent in Intent if intent is not Intent.REST])
@examples(4)
@given(data=st.data())
def test_a_session_of_which_nothing_is_known_cannot_be_told(intent: Intent, data: st.DataObject) -> None:
    case = data.draw(worlds(intent)).case()
    assert case.session is not None
    bare = replace(case.session, streams=None, sets=(), laps=(), duration_s=None, distance_m=None, rpe=None)
    quiet = replace(case, session=bare, reflection=NOTHING_SAID, earned=None, anchors=NOTHING_KNOWN)
    got = review(quiet)
    assert (got.verdict, got.execution, got.coverage) == (Verdict.CANNOT_TELL, None, 0)


@pytest.mark.parametrize("intent", Intent)
@examples(4)
@given(data=st.data())
def test_without_sensors_no_sensor_row_is_judged(intent: Intent, data: st.DataObject) -> None:
    got = review(without_streams(data.draw(worlds(intent)).case()))
    sensed = {
        "ease",
        "hard_minutes",
        "drift",
        "evenness",
        "work_in_band",
        "rep_targets",
        "inside_targets",
        "easy_steps",
    }
    assert [row.name for row in got.criteria if row.name in sensed and row.score is not None] == []
