"""Every template is a sound plan that deserves no second look, on whatever day it begins."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.app.new_plan import PlanTemplate, new_plan, templates
from longgame.kernel.ids import content_hash
from longgame.plan.anchors import NOTHING_KNOWN
from longgame.plan.calendar import resolve
from longgame.plan.language import format_text, lint, parse

ALL = templates()


def test_there_is_a_template_for_each_of_ten_situations() -> None:
    assert [one.name for one in ALL] == [
        "beginner-strength",
        "busy-weeks",
        "class-goer",
        "first-5-km",
        "half-marathon",
        "powerlifting-peak",
        "pull-up-skill",
        "return-after-injury",
        "threshold-on-the-bike",
        "wave-531",
    ]


@pytest.mark.parametrize("template", ALL, ids=lambda one: one.name)
def test_a_template_has_no_mistakes_no_lints_and_is_in_canonical_form(template: PlanTemplate) -> None:
    parsed = parse(template.text)
    assert parsed.diagnostics == ()
    assert lint(parsed.plan) == ()
    assert format_text(template.text) == template.text


@pytest.mark.parametrize("template", ALL, ids=lambda one: one.name)
def test_a_template_says_what_it_is_for_and_where_its_structure_is_from(template: PlanTemplate) -> None:
    comments = [line for line in template.text.splitlines() if line.startswith("#")]
    assert comments[0] == f"# {template.says}"
    assert any(word in " ".join(comments) for word in ("Structure:", "coaching convention"))


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(ALL), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_new_plan_begins_on_the_next_monday_and_loses_no_session(template: PlanTemplate, first: date) -> None:
    begun = resolve(parse(new_plan(template, first)).plan, content_hash(b""), NOTHING_KNOWN)
    there = resolve(parse(template.text).plan, content_hash(b""), NOTHING_KNOWN)
    shift = begun[0].day - there[0].day
    assert (begun[0].day - first).days in range(8)
    assert shift.days % 7 == 0
    assert [one.day - shift for one in begun] == [one.day for one in there]
