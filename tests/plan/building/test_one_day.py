"""One day changes, no other does, and the day keeps its identity."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.kernel.ids import content_hash
from longgame.plan.anchors import NOTHING_KNOWN
from longgame.plan.building.one_day import change_one_day
from longgame.plan.calendar import resolve
from longgame.plan.language import parse
from longgame.plan.planned import PlannedSession
from longgame.purpose.intent import Intent
from tests.plan.canonical import plans

TEXT = """\
longgame plan 1

season "S"  2026-11-23 .. 2027-01-31
  goal g "G"  run 10 km

block "B"  4 weeks  serves g
  Tue "Easy"  base  # by feel
    40 min run  rpe 2..3  progress +5 min every week
  Thu every 2 weeks "Hills"  strength
    6 x ( 60 s run hard, 2 min easy )
  2026-11-28 "Race"  limit
    5 km run all out
"""


def sessions(text: str) -> dict[str, PlannedSession]:
    """By id; places in the text left aside."""
    return {one.id: one for one in resolve(parse(text).plan, content_hash(b""), NOTHING_KNOWN)}


def said(one: PlannedSession) -> tuple[object, ...]:
    return (one.day, one.title, one.intent, [(step.written, step.targets) for step in one.steps], one.targets)


def on(text: str, day: str) -> PlannedSession:
    return next(one for one in sessions(text).values() if one.day.isoformat() == day)


def test_a_week_is_parted_from_its_line() -> None:
    changed = change_one_day(TEXT, on(TEXT, "2026-12-01"), "20 min walk").text
    assert changed.splitlines()[6:10] == [
        '  Tue weeks 1, 3..4 "Easy"  base  # by feel',
        "    40 min run  rpe 2..3  progress +5 min every week",
        '  Tue week 2 "Easy"  base',
        "    20 min walk",
    ]


def test_a_day_becomes_rest() -> None:
    changed = change_one_day(TEXT, on(TEXT, "2026-12-10"), "rest").text
    assert on(changed, "2026-12-10").intent is Intent.REST
    assert '  Thu week 1 "Hills"  strength\n' in changed
    assert '  Thu week 3 "Hills"  rest\n' in changed


def test_a_date_of_its_own_needs_no_parting() -> None:
    changed = change_one_day(TEXT, on(TEXT, "2026-11-28"), 'Sat "Run along"  base\n  5 km run  rpe 3').text
    assert changed.endswith('  2026-11-28 "Run along"  base\n    5 km run  rpe 3\n')


@pytest.mark.parametrize("steps", ["20 min walk  rpe 1..2", "rest", "  2 x ( 5 min row, 1 min easy )"])
@settings(max_examples=40, deadline=None)
@given(st.one_of(st.just(TEXT), plans()), st.data())
def test_no_other_day_changes(steps: str, text: str, data: st.DataObject) -> None:
    before = sessions(text)
    chosen = data.draw(st.sampled_from(sorted(before.values(), key=lambda one: (one.day, one.id))))
    edited = change_one_day(text, chosen, steps)
    after = sessions(edited.text)
    assert edited.diagnostics == parse(text).diagnostics
    assert after.keys() == before.keys()
    assert [key for key in before if key != chosen.id and said(before[key]) != said(after[key])] == []
    assert after[chosen.id].intent is (Intent.REST if steps == "rest" else chosen.intent)
