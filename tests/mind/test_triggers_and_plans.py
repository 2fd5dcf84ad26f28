from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from longgame.mind.followed import WITHIN, Change, Changed, followed
from longgame.mind.if_then import Use, proposals, the_plan, tracked
from longgame.mind.patterns import Pattern
from longgame.mind.triggers import Moment, NoticedThen, Trigger, When, Where, Who, recurring, trigger_of, weekly

MONDAY = date(2026, 11, 2)
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def noticed(day: date, text: str = "the next lane was faster than me") -> NoticedThen:
    moment = Moment(NOON, day)
    return NoticedThen(day.isoformat(), (Pattern.COMPARISON,), moment, trigger_of(text, moment))


@pytest.mark.parametrize(
    ("text", "where", "who"),
    [
        ("the guy in the next lane lapped me", Where.NEXT_LANE, Who.STRANGER),
        ("saw my sister's run on strava", Where.FEED, Who.FAMILY),
        ("last on the whiteboard again", Where.BOARD, None),
        ("everyone in class was quicker", Where.CLASS, Who.EVERYONE),
        ("even the beginners passed me", None, Who.NEWER),
        ("why not me", None, None),
    ],
)
def test_where_and_which_kind_of_person(text: str, where: Where | None, who: Who | None) -> None:
    assert trigger_of(text, Moment(NOON, MONDAY)) == Trigger(where, who, None)


@pytest.mark.parametrize(
    ("moment", "when"),
    [
        (Moment(NOON, MONDAY, 0.2), When.FIRST_HALF),
        (Moment(NOON, MONDAY, 0.5), When.SECOND_HALF),
        (Moment(NOON, MONDAY, before=True), When.BEFORE),
        (Moment(NOON, MONDAY, after=True), When.AFTER),
    ],
)
def test_when_in_the_session(moment: Moment, when: When) -> None:
    assert trigger_of("why not me", moment).when is when


def test_weeks_are_counted_from_monday_beside_the_sessions_there_were() -> None:
    thoughts = [noticed(MONDAY), noticed(MONDAY + timedelta(days=6)), noticed(MONDAY + timedelta(days=7))]
    found = weekly(thoughts, Pattern.COMPARISON, [MONDAY, MONDAY], MONDAY + timedelta(days=8), weeks=2)
    assert [(one.monday, one.noticed, one.sessions) for one in found] == [
        (MONDAY, 2, 2),
        (MONDAY + timedelta(days=7), 1, 0),
    ]


def test_what_comes_back_is_worth_a_plan_and_what_has_one_is_not() -> None:
    thoughts = [noticed(MONDAY), noticed(MONDAY + timedelta(days=1)), noticed(MONDAY, "whiteboard, last again")]
    found = recurring(thoughts)
    assert (found[0].trigger, found[0].times, found[0].of) == (Where.NEXT_LANE, 2, 3)
    offered = proposals(found, [(Pattern.PRESSURE, 3), (Pattern.DOUBT, 2)], [])
    assert [one.pattern for one in offered] == [Pattern.PRESSURE, Pattern.COMPARISON]
    mine = the_plan("a", f"If {offered[1].moment}", "then I count", MONDAY)
    assert offered[1].moment not in {one.moment for one in proposals(found, [], [mine])}


def test_a_plan_is_ones_own_words_with_or_without_if_and_then() -> None:
    plain = the_plan("a", "I look at the next lane", "I count my breath.", MONDAY)
    assert plain == the_plan("a", "if  I look at the next lane,", "then I count my breath", MONDAY)
    assert plain.says == "If I look at the next lane, then I count my breath."


@pytest.mark.parametrize(("moment", "act"), [("", "I breathe"), ("if ", "x"), ("I look", " "), ("x" * 141, "y")])
def test_a_plan_needs_both_halves_and_stays_short(moment: str, act: str) -> None:
    with pytest.raises(ValueError, match=r"an if-then plan|each half"):
        the_plan("a", moment, act, MONDAY)


def test_use_is_counted_by_plan() -> None:
    plans = [the_plan("a", "x", "y", MONDAY), the_plan("b", "v", "w", MONDAY)]
    uses = [Use("a", MONDAY, True, True), Use("a", MONDAY, True, False), Use("a", MONDAY, False)]
    first, second = tracked(plans, uses)
    assert (first.met, first.done, first.helped, second.met) == (3, 2, 1, 0)
    assert "not been noted" in second.says


def test_only_what_came_within_three_days_followed() -> None:
    changes = [
        Changed(Change.UNPLANNED, NOON + WITHIN, MONDAY),
        Changed(Change.REST_BROKEN, NOON + WITHIN + timedelta(seconds=1), MONDAY),
        Changed(Change.PLAN_CHANGED, NOON, MONDAY),
    ]
    found = followed([NOON, NOON - timedelta(days=30)], changes)
    assert (found.thoughts, found.followed) == (2, 1)
    assert [one.change for one in found.changes] == [Change.UNPLANNED]
