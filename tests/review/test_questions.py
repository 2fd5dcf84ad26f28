"""The four questions are answered from evidence with its doubt, or asked; they never enter a score."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.plan.planned import StepRole
from longgame.purpose.goals import WhyLevel, WhyLink
from longgame.purpose.intent import Intent
from longgame.record.sets import Form
from longgame.review.case import Case
from longgame.review.engine import review
from longgame.review.history import History
from longgame.review.questions import Answer, Known, Question, four_questions
from tests.strategies.build import done, effort, felt, lift, lifted, plan, recorded, session
from tests.strategies.doings import worlds
from tests.strategies.profiles import examples

EASY = plan(Intent.BASE, effort(1, StepRole.WORK, 2400, 2400))
SKILL = plan(Intent.TECHNIQUE, lift(1, "Clean", 6, (2, 2)))


def asked(case: Case) -> dict[Question, Answer]:
    """The answers by question."""
    return {one.question: one for one in four_questions(case, review(case))}


def cleaned(*pairs: tuple[int, int], usual: float | None) -> Case:
    """A technique day of counted reps, beside one's own usual share."""
    sets = [replace(done("Clean", reps), clean_reps=good) for good, reps in pairs]
    return Case(SKILL, lifted(*sets), felt(3), history=History(usual_clean_share=usual))


def test_effort_inside_the_bounds_was_the_right_challenge() -> None:
    got = asked(Case(EASY, recorded(speed=[(2400, 2.6)]), felt(3)))[Question.CHALLENGED]
    assert got == Answer(Question.CHALLENGED, Known.EVIDENCE, "Yes, as meant: Effort 3 of 10, asked 2–4.")


@pytest.mark.parametrize(("said", "word"), [(4.5, "A little more"), (7, "Clearly more"), (0.5, "Clearly less")])
def test_too_much_and_too_little_are_told_apart(said: float, word: str) -> None:
    got = asked(Case(EASY, recorded(speed=[(2400, 2.6)]), felt(said)))[Question.CHALLENGED]
    assert got.says.startswith(word)


def test_where_nothing_tells_it_is_asked() -> None:
    got = asked(Case(EASY, session()))
    assert {one.known for one in got.values()} == {Known.ASKED}
    assert all(one.says.endswith("?") for one in got.values())


def test_a_skill_is_said_to_have_grown_only_beyond_chance() -> None:
    few = asked(cleaned(*[(2, 2)] * 4, usual=0.75))[Question.SKILL]
    many = asked(cleaned(*[(2, 2)] * 20, usual=0.75))[Question.SKILL]
    worse = asked(cleaned(*[(0, 2)] * 10, usual=0.75))[Question.SKILL]
    words = [one.says.split(":")[0] for one in (few, many, worse)]
    assert words == ["Cannot be told apart", "Likely yes", "Likely not today"]


def test_form_from_first_to_last_tells_of_movement() -> None:
    held = lifted(*[done("Clean", 2, 40, form=form) for form in (Form.FADING, Form.CLEAN, Form.CLEAN, Form.CLEAN)])
    lost = lifted(*[done("Clean", 2, 40, form=form) for form in (Form.CLEAN, Form.CLEAN, Form.BROKE_DOWN, Form.FADING)])
    clean, fading = (lifted(*[done("Clean", 2, 40, form=form)] * 4) for form in (Form.CLEAN, Form.FADING))
    told = [asked(Case(SKILL, one))[Question.MOVEMENT].says for one in (held, lost, clean, fading)]
    words = [one.split(":")[0] for one in told]
    assert words == ["It came together", "It went the other way", "It held", "Not today"]


def test_what_was_said_or_planned_is_not_asked_for_again() -> None:
    unplanned = asked(Case(None, session(), felt(8.5)))[Question.CHALLENGED]
    assert unplanned.says == "You called the effort 8.5 of 10. Was that what the day called for?"
    untold = replace(EASY, why=(WhyLink(WhyLevel.GOAL, "Run 10 km."),))
    closer = asked(Case(untold, session()))[Question.CLOSER]
    assert closer.says == "Too little was recorded to tell. Did it bring you closer to “Run 10 km”?"


def test_a_session_not_done_is_asked_nothing() -> None:
    case = Case(EASY, None)
    assert four_questions(case, review(case)) == ()


@pytest.mark.parametrize("intent", Intent)
@examples(3)
@given(data=st.data())
def test_every_day_gets_four_calm_answers(intent: Intent, data: st.DataObject) -> None:
    case = data.draw(worlds(intent)).case()
    got = four_questions(case, review(case))
    assert [one.question for one in got] == list(Question)
    assert not any("!" in one.says for one in got)
