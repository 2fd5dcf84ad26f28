"""What every criterion promises, whatever it looks at: one suite that all of them pass."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.spans import SampleSpan, SetSpan
from longgame.plan.planned import StepRole
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import CriterionRule
from longgame.purpose.rubrics import rubric_for
from longgame.record.session import Session
from longgame.review import criteria
from longgame.review.assessment import Assessment
from longgame.review.case import Case
from longgame.review.criteria import CRITERIA
from longgame.review.model import Manner
from longgame.review.seen import Seen, look
from tests.strategies.build import DAY, effort, lift, plan, session
from tests.strategies.doings import worlds
from tests.strategies.profiles import examples

NAMES = sorted(CRITERIA)
KNOWN_WITHOUT_EVIDENCE = {"rest_kept"}
"""That something was done on a rest day is all that this one needs to know."""


def rules_of(name: str) -> list[tuple[Intent, CriterionRule]]:
    """Where the rubrics ask for a criterion, and how."""
    return [(intent, rule) for intent in Intent for rule in rubric_for(intent).rules if rule.criterion == name]


def assessed(name: str, data: st.DataObject) -> tuple[Seen, CriterionRule, Assessment]:
    """The criterion over anything that can happen on a day that asks for it."""
    intent, rule = data.draw(st.sampled_from(rules_of(name)))
    case = data.draw(worlds(intent)).case()
    assert case.planned is not None
    assert case.session is not None
    seen = look(case, case.planned, case.session)
    return seen, rule, CRITERIA[name].assess(rule, seen)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_one_file_of_its_name_and_some_rubric_asks_for_it(name: str) -> None:
    module = import_module(f"{criteria.__name__}.{name}")
    assert module.CRITERION is CRITERIA[name]
    assert module.CRITERION.name == name
    assert rules_of(name) != []


def test_no_criterion_lies_about_unused() -> None:
    folder = Path(str(criteria.__file__)).parent
    assert {file.stem for file in folder.glob("*.py")} - {"__init__"} == set(CRITERIA)


@pytest.mark.parametrize("name", NAMES)
def test_its_title_is_a_calm_short_name(name: str) -> None:
    title = CRITERIA[name].title
    assert title[0].isupper()
    assert len(title) <= 40
    assert "!" not in title


@pytest.mark.parametrize("name", NAMES)
@examples(5)
@given(data=st.data())
def test_it_is_judged_in_whole_or_silent_with_its_reason(name: str, data: st.DataObject) -> None:
    _, _, got = assessed(name, data)
    assert (got.score is None) == (got.value is None) == (got.not_assessed is not None)
    assert got.score is None or 0 <= got.score <= 1
    assert got.evidence.sentence.endswith(".")
    assert "!" not in got.evidence.sentence
    assert got.not_assessed is None or not got.not_assessed.endswith(".")


@pytest.mark.parametrize("name", NAMES)
@examples(5)
@given(data=st.data())
def test_inside_its_bounds_it_is_full_and_short_of_full_it_is_outside(name: str, data: st.DataObject) -> None:
    _, _, got = assessed(name, data)
    if got.value is None or got.score is None:
        return
    excess = got.bounds.interval.excess(got.value)
    assert excess != 0 or got.score == 1
    assert got.score == 1 or excess != 0


@pytest.mark.parametrize("name", NAMES)
@examples(5)
@given(data=st.data())
def test_its_evidence_lies_inside_the_session(name: str, data: st.DataObject) -> None:
    seen, _, got = assessed(name, data)
    end = float(seen.channels.t_s[-1] + seen.channels.dt_s[-1]) if len(seen.channels.t_s) else 0.0
    for place in got.evidence.seen_at:
        match place:
            case SampleSpan(start_s=start, stop_s=stop):
                assert 0 <= start < stop <= end + 1e-6
            case SetSpan(first=first, last=last):
                assert 1 <= first <= last <= len(seen.session.sets)


@pytest.mark.parametrize("name", NAMES)
@examples(3)
@given(data=st.data())
def test_asked_twice_it_answers_the_same(name: str, data: st.DataObject) -> None:
    seen, rule, got = assessed(name, data)
    assert CRITERIA[name].assess(rule, seen) == got
    assert got.leans is None or isinstance(got.leans, Manner)


@pytest.mark.parametrize("name", NAMES)
def test_of_a_session_of_which_nothing_is_known_it_says_nothing(name: str) -> None:
    for intent, rule in rules_of(name):
        got = CRITERIA[name].assess(rule, look_at(intent, session()))
        assert (got.score is None) == (name not in KNOWN_WITHOUT_EVIDENCE)


def look_at(intent: Intent, done: Session) -> Seen:
    """A day of two efforts and three sets beside a record."""
    asked = plan(
        intent,
        effort(1, StepRole.WORK, 600, 600),
        effort(2, StepRole.EASY, 120),
        lift(3, "Back Squat", 3, (5, 5)),
        day=DAY,
    )
    return look(Case(asked, done), asked, done)
