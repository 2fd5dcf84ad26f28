"""Law 5: going to the limit on an earned limit day costs nothing; the same effort unearned does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.purpose.intent import Intent
from longgame.record.sets import Form, SetKind
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.model import Verdict
from tests.laws.test_law_01_no_credit_for_exhaustion import saying, to_failure
from tests.laws.test_law_02_both_sides_count import as_meant
from tests.strategies.compare import raised
from tests.strategies.doings import earned, worlds
from tests.strategies.profiles import examples

LIMITS = [Intent.LIMIT, Intent.TEST]


def all_out(case: Case, effort: float) -> Case:
    """The day taken to the limit, cleanly."""
    return saying(to_failure(case, SetKind.WORK), effort=effort, form=Form.CLEAN)


@pytest.mark.parametrize("intent", LIMITS)
@examples(40)
@given(data=st.data(), effort=st.floats(9, 10))
def test_an_earned_limit_costs_nothing(intent: Intent, data: st.DataObject, effort: float) -> None:
    world = as_meant(data.draw(worlds(intent)))
    sets = tuple((reps, load, rir, Form.CLEAN) for reps, load, rir, _ in world.doing.sets)
    got = review(replace(all_out(world.done(sets=sets).case(), effort), earned=earned(True)))
    assert (got.verdict, got.execution) == (Verdict.SERVED, 1)


@pytest.mark.parametrize("intent", LIMITS)
@examples(40)
@given(data=st.data(), effort=st.floats(9, 10))
def test_the_same_effort_unearned_costs(intent: Intent, data: st.DataObject, effort: float) -> None:
    case = all_out(data.draw(worlds(intent)).case(), effort)
    due, forced = review(replace(case, earned=earned(True))), review(replace(case, earned=earned(False)))
    assert due.execution is not None
    assert forced.execution is not None
    assert forced.execution < due.execution
    assert forced.verdict is not Verdict.SERVED
    assert "forced" in [finding.code for finding in forced.findings]


@pytest.mark.parametrize("intent", LIMITS)
@examples(40)
@given(data=st.data(), held=st.floats(0, 8), pushed=st.floats(8, 10))
def test_forcing_never_beats_holding_back(intent: Intent, data: st.DataObject, held: float, pushed: float) -> None:
    case = replace(data.draw(worlds(intent)).case(), earned=earned(False))
    credited = raised(review(saying(case, effort=held)), review(saying(case, effort=pushed)))
    assert credited is None
