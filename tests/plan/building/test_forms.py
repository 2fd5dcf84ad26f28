"""A session opened as a form and written again says the same; what is typed in a form comes out as plan text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from longgame.plan.building.forms import BlockForm, GoalForm, Phrase, PlanForm, SessionForm, Shape, Span, StepForm
from longgame.plan.building.reading import session_form
from longgame.plan.building.writing import plan_text, session_text, step_text
from longgame.plan.language import lint, parse, render
from longgame.plan.model import Entry, Plan, SessionLine, Use, Verbatim
from tests.plan.canonical import plans
from tests.plan.corpus import corpus


def sessions(text: str) -> list[Entry]:
    """The sessions of a text that are written out and can be read."""
    found = [one for one in parse(text).plan.walk() if isinstance(one.content, SessionLine)]
    known = [one for one in found if one.content.intent and one.comment is None]
    return [
        one
        for one in known
        if not any(below.written or isinstance(below.content, Use | Verbatim) for below in one.walk())
    ]


def meaning(entry: Entry) -> list[str]:
    """What a session says in canonical words, however they are set in columns."""
    return [" ".join(row.split()) for row in render(Plan((entry,))).splitlines()]


def said_again(entry: Entry) -> Entry:
    built = session_text(session_form(entry))
    (again,) = sessions(
        'longgame plan 1\nblock "B"  9 weeks\n' + "".join(f"  {row}\n" for row in built.text.splitlines())
    )
    return again


@pytest.mark.parametrize("path", corpus(), ids=lambda path: path.stem)
def test_every_session_of_the_corpus_survives_its_form(path: Path) -> None:
    found = sessions(path.read_text())
    assert [meaning(said_again(one)) for one in found] == [meaning(one) for one in found]


@settings(max_examples=60, deadline=None)
@given(plans())
@example(
    'longgame plan 1\n\nblock "B"  1 week\n  Mon "A"  base\n    Aaa  1 x 2+2+1  progress +1 kg every week  rir 0\n'
)
def test_any_session_survives_its_form(text: str) -> None:
    found = sessions(text)
    assert [meaning(said_again(one)) for one in found] == [meaning(one) for one in found]


def test_a_form_becomes_canonical_text() -> None:
    reps = StepForm(
        Shape.SETS,
        Span("4", "6"),
        Span("5", "5"),
        exercise="Pull-up",
        phrases=(Phrase("rir", Span("2", "3")), Phrase("rest", Span("2:30", "2:30"))),
        below=('why "Own the bottom."',),
    )
    easy = StepForm(Shape.EFFORT, Span("2", "2", "min"), phrases=(Phrase("easy"),))
    hard = StepForm(
        Shape.EFFORT, Span("8", "8", "min"), sport="run", phrases=(Phrase("@", Span("4:55", "5:05", "/km")),)
    )
    form = SessionForm(
        "Mon",
        "hypertrophy",
        'Pull, "slowly"',
        goals=("pullup",),
        why="Strong\nbacks last.",
        steps=(
            reps,
            StepForm(Shape.REPEAT, count=Span("4", "4"), inner=(hard, easy)),
            StepForm(
                Shape.SETS,
                Span(unit="max"),
                Span("1", ""),
                exercise="Dip",
                phrases=(Phrase("@", Span("62,5", "65", "kg")),),
            ),
        ),
    )
    built = session_text(form)
    assert built.diagnostics == ()
    assert built.text == (
        "Mon \"Pull, 'slowly'\"  hypertrophy for pullup\n"
        '  why "Strong backs last."\n'
        "  Pull-up  5 x 4..6  rir 2..3  rest 2:30\n"
        '    why "Own the bottom."\n'
        "  4 x ( 8 min run @ 4:55..5:05 /km, 2 min easy )\n"
        "  Dip      1 x max @ 62.5..65 kg\n"
    )


def test_what_is_typed_wrong_is_pointed_at_where_it_stands_in_the_session() -> None:
    step = StepForm(Shape.EFFORT, Span("50", "40", "min"), sport="run")
    built = session_text(SessionForm("Mon", "easy", "A", steps=(step,)))
    assert [(one.code.value, str(one.where)) for one in built.diagnostics] == [("P107", "1:10"), ("P104", "2:3")]


def test_one_step_is_written_alone() -> None:
    built = step_text(
        StepForm(Shape.EMOM, Span("12", "12", "min"), inner=(StepForm(Shape.SETS, Span("5", "5"), exercise="Dip"),))
    )
    assert (built.text, built.diagnostics) == ("emom 12 min ( 5 Dip )\n", ())


def test_a_whole_plan_from_forms_is_sound() -> None:
    easy = StepForm(Shape.EFFORT, Span("30", "40", "min"), sport="run", phrases=(Phrase("rpe", Span("2", "3")),))
    built = plan_text(
        PlanForm(
            "First steps",
            "2027-01-04",
            "2027-01-17",
            (GoalForm("five", "Run 5 km", "run 5 km", "2027-01-17", "For my lungs."),),
            (BlockForm("Begin", "2 weeks", ("five",), "", (SessionForm("Tue", "base", "Easy", steps=(easy,)),)),),
        )
    )
    assert built.diagnostics == ()
    assert lint(parse(built.text).plan) == ()
    assert '    why "For my lungs."\n' in built.text


typed = st.text(max_size=8)
spans = st.builds(Span, typed, typed, typed)


@settings(max_examples=100, deadline=None)
@given(typed, typed, spans, typed, st.sampled_from(Shape))
def test_no_typing_raises_or_adds_a_line(day: str, intent: str, span: Span, words: str, shape: Shape) -> None:
    step = StepForm(shape, span, span, words, words, (Phrase(words, span),), words, words)
    built = session_text(SessionForm(day, intent, words, steps=(step,)))
    assert len(built.text.splitlines()) <= 2
