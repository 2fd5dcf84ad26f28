"""Law 1: raising effort, failure, soreness or exhaustion beyond the day's bounds never raises S."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.purpose.intent import Intent
from longgame.record.reflection import After
from longgame.record.sets import SetKind
from longgame.review.case import Case
from longgame.review.engine import review
from tests.strategies.build import START
from tests.strategies.compare import raised
from tests.strategies.doings import worlds
from tests.strategies.profiles import examples


def saying(case: Case, **said: object) -> Case:
    """The case with something else said after the session."""
    after = case.reflection.after or After(START)
    changed = replace(after, **said)  # type: ignore[arg-type]  # fields by name
    return replace(case, reflection=replace(case.reflection, after=changed))


def to_failure(case: Case, kind: SetKind) -> Case:
    """The case with every set taken to failure."""
    if case.session is None:
        return case
    sets = tuple(replace(one, rir=0.0, rpe=10.0, kind=kind) for one in case.session.sets)
    return replace(case, session=replace(case.session, sets=sets))


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data())
def test_effort_beyond_the_bounds_is_never_credited(intent: Intent, data: st.DataObject) -> None:
    case = data.draw(worlds(intent)).case()
    first = review(saying(case, effort=data.draw(st.sampled_from((4.0, 5.0, 7.0, 9.0)))))
    rows = {row.name: row for row in first.criteria}
    row = rows.get("session_rpe")
    if row is None or row.value is None:
        higher = 10.0
    else:
        ceiling = row.bounds.interval.ceiling or 10.0
        higher = data.draw(st.floats(max(row.value, ceiling), 10.0))
        if row.bounds.interval.excess(row.value) < 0:
            higher = 10.0 if ceiling < 10 else row.value
    credited = raised(first, review(saying(case, effort=higher)))
    assert credited is None


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data())
def test_reporting_utter_exhaustion_is_never_credited_against_silence(intent: Intent, data: st.DataObject) -> None:
    case = saying(data.draw(worlds(intent)).case(), effort=None)
    if intent.must_be_earned:
        case = replace(case, earned=None)
        first, second = review(saying(case, effort=9.0)), review(saying(case, effort=10.0, soreness=10))
    else:
        first, second = review(case), review(saying(case, effort=10.0, soreness=10))
    credited = raised(first, second)
    assert credited is None


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data())
def test_sets_to_failure_are_never_credited(intent: Intent, data: st.DataObject) -> None:
    case = data.draw(worlds(intent)).case()
    kind = data.draw(st.sampled_from((SetKind.WORK, SetKind.FAILURE)))
    credited = raised(review(case), review(to_failure(case, kind)))
    assert credited is None


@pytest.mark.parametrize("intent", Intent)
@examples(6)
@given(data=st.data(), sore=st.integers(0, 10), pain=st.integers(0, 10))
def test_soreness_and_pain_change_no_score(intent: Intent, data: st.DataObject, sore: int, pain: int) -> None:
    case = saying(data.draw(worlds(intent)).case())
    first, second = review(case), review(saying(case, soreness=sore, pain=pain))
    assert (first.execution, first.verdict, first.criteria) == (second.execution, second.verdict, second.criteria)
