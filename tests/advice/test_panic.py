from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from longgame.advice.panic import WINDOW, Change, ChangeKind, Trigger, TriggerKind, panic_changes, with_panic
from longgame.kernel.ids import SessionId
from longgame.plan.planned import StepRole
from longgame.purpose.intent import Intent
from longgame.review.case import Case
from longgame.review.engine import review
from tests.strategies.build import effort, plan, recorded

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOURS = st.integers(-200, 200).map(lambda hours: NOON + timedelta(hours=hours))
triggers = st.lists(st.builds(Trigger, st.sampled_from(TriggerKind), HOURS), max_size=6)
changes = st.lists(st.builds(Change, st.sampled_from(ChangeKind), HOURS), max_size=6)


@given(triggers, changes)
def test_a_change_is_found_exactly_when_something_set_it_off_within_three_days(
    before: list[Trigger], made: list[Change]
) -> None:
    found = panic_changes(before, made)
    expected = [c for c in made if any(timedelta(0) <= c.at - t.at <= timedelta(hours=72) for t in before)]
    assert sorted(one.change.at for one in found) == sorted(c.at for c in expected)
    assert all(0 <= one.hours <= 72 for one in found)


@given(triggers, changes)
def test_the_latest_trigger_before_it_is_named(before: list[Trigger], made: list[Change]) -> None:
    for one in panic_changes(before, made):
        assert one.trigger.at == max(t.at for t in before if t.at <= one.change.at)


def test_the_window_is_closed_on_both_ends() -> None:
    change = Change(ChangeKind.UNPLANNED_HARD, NOON)
    at_its_end = panic_changes([Trigger(TriggerKind.MISS, NOON - WINDOW)], [change])
    past_it = panic_changes([Trigger(TriggerKind.MISS, NOON - WINDOW - timedelta(seconds=1))], [change])
    assert (len(at_its_end), len(past_it)) == (1, 0)


def test_what_is_said_is_kind_and_puts_the_plan_back() -> None:
    (found,) = panic_changes(
        [Trigger(TriggerKind.MISS, NOON - timedelta(hours=20), "Intervals")], [Change(ChangeKind.MAKE_UP, NOON)]
    )
    assert found.says == (
        "A missed session stacked onto another day's work came 20 hours after a planned session that did not happen "
        "(“Intervals”). That is a common reflex; the plan still holds, and nothing needs to be made up."
    )


def test_a_session_that_went_badly_does_not_set_itself_off() -> None:
    ride = SessionId("ride")
    change = Change(ChangeKind.MAKE_UP, NOON, ride)
    own, other = (Trigger(TriggerKind.POOR_REVIEW, NOON, session=SessionId(name)) for name in ("ride", "run"))
    assert panic_changes([own], [change]) == ()
    assert [one.trigger for one in panic_changes([own, other], [change])] == [other]


def test_the_evidence_stands_in_the_finding_and_nothing_else_of_the_review_changes() -> None:
    asked = plan(Intent.BASE, effort(1, StepRole.WORK, 1800, 1800))
    before = review(Case(asked, recorded(speed=[(1800, 2.5)])))
    change = Change(ChangeKind.UNPLANNED_HARD, NOON, SessionId("s"), "effort 8 of 10")
    found = panic_changes([Trigger(TriggerKind.COMPARISON, NOON)], [change])
    after = with_panic(before, found)
    (told,) = [one for one in after.findings if one not in before.findings]
    assert told.code == "panic_change"
    assert told.text == (
        "A hard session that nobody planned (effort 8 of 10) came right after a thought that compared you with "
        "others. That is a common reflex; the plan still holds, and nothing needs to be made up."
    )
    assert (after.verdict, after.execution, after.criteria) == (before.verdict, before.execution, before.criteria)
    assert with_panic(before, ()) is before
