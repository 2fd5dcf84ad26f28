"""A day put differently is frozen as the plan would have frozen it, and keeps who it is."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.kernel.ids import content_hash
from longgame.plan.building.adapting import adapt
from longgame.plan.calendar import resolve
from longgame.plan.language import parse
from longgame.purpose.intent import Intent
from tests.plan.corpus import KNOWN

HEAD = """\
longgame plan 1

season "S"  2026-11-23 .. 2027-01-31
  goal g "G"  run 10 km

block "B"  1 week  serves g
  Tue "Easy"  base
"""
STEPS = '30 min run  hr z1..z2\n3 x ( 20 s run hard, 1 min easy )\n  why "Loose legs."\nin all  <= 40 min\n'
(PLANNED,) = resolve(parse(HEAD + "    50 min run  rpe 2..3\n").plan, content_hash(b""), KNOWN)


def test_steps_are_frozen_like_those_of_a_plan() -> None:
    inside = HEAD + "".join(f"    {row}\n" for row in STEPS.splitlines())
    (asked,) = resolve(parse(inside).plan, content_hash(b""), KNOWN)
    made = adapt(PLANNED, STEPS, KNOWN)
    assert made.diagnostics == ()
    assert made.session is not None
    assert [replace(one, span=PLANNED.span) for one in made.session.steps] == [
        replace(one, span=PLANNED.span) for one in asked.steps
    ]
    assert (made.session.id, made.session.targets, made.session.why) == (PLANNED.id, asked.targets, PLANNED.why)


def test_rest_is_an_adaptation_too() -> None:
    made = adapt(PLANNED, " rest\n", KNOWN).session
    assert made is not None
    assert (made.intent, made.steps, made.day) == (Intent.REST, (), PLANNED.day)


def test_a_head_changes_intent_and_title() -> None:
    made = adapt(PLANNED, 'Tue "Walk"  recovery\n  20 min walk', KNOWN).session
    assert made is not None
    assert (made.id, made.intent, made.title, len(made.steps)) == (PLANNED.id, Intent.RECOVERY, "Walk", 1)


def test_what_cannot_be_understood_is_told_and_adapts_nothing() -> None:
    made = adapt(PLANNED, "something light\n30 min run  rpe 2..3 zzz", KNOWN)
    assert [str(one.where) for one in made.diagnostics] == ["1:1", "2:22"]
    assert adapt(PLANNED, "something light", KNOWN).session is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    made = adapt(PLANNED, text, KNOWN)
    assert made.session is None or made.session.id == PLANNED.id
