"""Law 7: attending (even cut short) never scores below not attending; rest kept is a promise kept; an adaptation
declared before the start is judged against the adapted bounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.plan.planned import EffortStep, StepRole
from longgame.purpose.intent import Intent
from longgame.record.reflection import Before
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.model import Manner, Pairing, Verdict
from tests.strategies.build import START, effort, felt, plan, recorded
from tests.strategies.compare import raised
from tests.strategies.doings import World, worlds
from tests.strategies.profiles import examples

DUE = [intent for intent in Intent if intent is not Intent.REST]


def absent(case: Case) -> Case:
    """The same day without going."""
    return replace(case, session=None)


def cut_short(world: World, share: float) -> World:
    """The session broken off after a share of its steps and sets."""
    count = sum(isinstance(step, EffortStep) for step in world.plan.steps)
    bouts = world.doing.bouts[: max(1, round(share * count))]
    return world.done(bouts=bouts, sets=world.doing.sets[: round(share * len(world.doing.sets))])


@pytest.mark.parametrize("intent", DUE)
@examples()
@given(data=st.data())
def test_attending_never_scores_below_not_attending(intent: Intent, data: st.DataObject) -> None:
    case = data.draw(worlds(intent)).case()
    credited = raised(review(case), review(absent(case)))
    assert credited is None


@pytest.mark.parametrize("intent", DUE)
@examples()
@given(data=st.data(), share=st.floats(0.0, 0.9))
def test_attending_cut_short_never_scores_below_not_attending(
    intent: Intent, data: st.DataObject, share: float
) -> None:
    case = cut_short(data.draw(worlds(intent)), share).case()
    credited = raised(review(case), review(absent(case)))
    assert credited is None


def test_a_rest_day_kept_is_full_success() -> None:
    got = review(Case(plan(Intent.REST), None))
    assert (got.verdict, got.pairing, got.execution) == (Verdict.SERVED, Pairing.REST_KEPT, 1)


@examples(40)
@given(data=st.data())
def test_a_rest_day_broken_never_scores_above_one_kept(data: st.DataObject) -> None:
    case = data.draw(worlds(Intent.REST)).case()
    credited = raised(review(absent(case)), review(case))
    assert credited is None


LONG = plan(Intent.BASE, effort(1, StepRole.WORK, 3600, 3600))
SHORT = plan(Intent.BASE, effort(1, StepRole.WORK, 1200, 1200))


def adapted(minutes_before: int, minutes: float) -> Case:
    """Twenty minutes put in the place of an hour, said some minutes before the start (or after, below zero)."""
    said = Before(START - timedelta(minutes=minutes_before), adaptation="20 min run")
    reflection = replace(felt(3), before=said)
    return Case(LONG, recorded(speed=[(minutes * 60, 2.5)]), reflection, adapted=SHORT)


@examples(40)
@given(before=st.integers(0, 600))
def test_an_adaptation_declared_before_the_start_is_the_promise(before: int) -> None:
    got = review(adapted(before, 20))
    assert (got.pairing, got.manner) == (Pairing.ADAPTED, Manner.ADAPTED)
    assert [row.score for row in got.criteria if row.name == "duration"] == [1]


@examples(40)
@given(after=st.integers(1, 600))
def test_an_adaptation_declared_afterwards_is_not(after: int) -> None:
    got = review(adapted(-after, 20))
    assert got.pairing is Pairing.PAIRED
    assert [row.score for row in got.criteria if row.name == "duration"] == [0]


@examples(40)
@given(minutes=st.floats(20, 60))
def test_the_adapted_bounds_count_on_both_sides(minutes: float) -> None:
    fitting, longer = review(adapted(10, 20)), review(adapted(10, minutes))
    credited = raised(fitting, longer)
    assert credited is None
