"""Law 8: S equals the sum of its listed contributions exactly; each names its evidence."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.purpose.intent import Intent
from longgame.review.engine import review
from longgame.review.report import to_json
from tests.strategies.doings import worlds
from tests.strategies.profiles import examples


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data())
def test_contributions_sum_to_execution(intent: Intent, data: st.DataObject) -> None:
    got = review(data.draw(worlds(intent)).case())
    parts = sum((row.contribution for row in got.criteria), Fraction(0))
    assert parts == (got.execution or 0)
    assert all(row.contribution == 0 for row in got.criteria if row.score is None)


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data())
def test_each_part_names_its_evidence(intent: Intent, data: st.DataObject) -> None:
    got = review(data.draw(worlds(intent)).case())
    assert [row.name for row in got.criteria if not row.evidence.sentence.endswith(".")] == []


@pytest.mark.parametrize("intent", Intent)
@examples()
@given(data=st.data())
def test_the_sum_holds_in_json(intent: Intent, data: st.DataObject) -> None:
    case = data.draw(worlds(intent)).case()
    got = review(case)
    told = to_json(got, case.planned, case.session)
    criteria, execution = told["criteria"], told["execution"]
    assert isinstance(criteria, list)
    total = sum(row["contribution"] for row in criteria)
    assert abs(total - (execution if isinstance(execution, float) else 0.0)) < 1e-12
