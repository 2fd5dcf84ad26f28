"""Which session was done for which plan: by day, sport, size, exercises, name and hour; one's own word first."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from longgame.kernel.ids import PlannedId, SessionId
from longgame.kernel.sport import Sport
from longgame.plan.planned import PlannedSession, PlannedStep, StepRole
from longgame.purpose.bounds import Quantity
from longgame.purpose.intent import Intent
from longgame.record.profile import Excuse, ExcuseKind
from longgame.record.reflection import Before, Reflection
from longgame.record.session import Session
from longgame.review.model import Pairing
from longgame.review.pairing import Override, Pair, pair, sports_of
from tests.strategies.build import bound, done, effort, lift, plan, session

MONDAY = date(2026, 3, 2)
HOUR = effort(1, StepRole.WORK, 3600, 3600)
SHORT = effort(1, StepRole.WORK, 1200, 1200)


def day(offset: int) -> date:
    """A day of the week that begins on Monday 2 March."""
    return MONDAY + timedelta(days=offset)


def asked(
    name: str, offset: int, *steps: PlannedStep, intent: Intent = Intent.BASE, title: str = "", **more: object
) -> PlannedSession:
    """A planned session, an hour's run unless said otherwise."""
    chosen = steps or (HOUR,)
    return plan(intent, *chosen, id=PlannedId(name), day=day(offset), title=title, **more)


def rest(name: str, offset: int) -> PlannedSession:
    """A rest day."""
    return plan(Intent.REST, id=PlannedId(name), day=day(offset))


def was(name: str, offset: int, sport: Sport = Sport.RUN, hour: int = 17, **more: object) -> Session:
    """A session that was done."""
    fields: dict[str, object] = {"duration_s": 3600.0, **more}
    start = datetime.combine(day(offset), time(hour), UTC)
    return session(sport, id=SessionId(name), local_day=day(offset), start=start, **fields)


def told(pairs: tuple[Pair, ...]) -> list[tuple[str | None, str | None, Pairing]]:
    """Pairs as names."""
    return [
        (None if p.planned is None else p.planned.id, None if p.session is None else p.session.id, p.state)
        for p in pairs
    ]


def test_each_goes_with_the_one_of_its_day() -> None:
    pairs = pair([asked("a", 0), asked("b", 2)], [was("x", 0), was("y", 2)])
    assert told(pairs) == [("a", "x", Pairing.PAIRED), ("b", "y", Pairing.PAIRED)]


def test_a_session_done_on_another_day_of_the_week_was_moved_and_one_of_the_next_week_was_not() -> None:
    assert told(pair([asked("a", 1)], [was("x", 3)])) == [("a", "x", Pairing.MOVED)]
    assert told(pair([asked("a", 6)], [was("x", 7)])) == [("a", None, Pairing.MISSED), (None, "x", Pairing.UNPLANNED)]


def test_of_two_days_the_nearer_one_is_made_up_for() -> None:
    pairs = pair([asked("a", 0), asked("b", 3)], [was("x", 4)])
    assert told(pairs) == [("a", None, Pairing.MISSED), ("b", "x", Pairing.MOVED)]


def test_a_related_sport_stands_in_on_the_same_day_alone() -> None:
    assert told(pair([asked("a", 1)], [was("x", 1, Sport.RIDE)])) == [("a", "x", Pairing.SUBSTITUTED)]
    assert told(pair([asked("a", 1)], [was("x", 2, Sport.RIDE)])) == [
        ("a", None, Pairing.MISSED),
        (None, "x", Pairing.UNPLANNED),
    ]
    lifted = pair([asked("a", 1)], [was("x", 1, Sport.STRENGTH)])
    assert told(lifted) == [(None, "x", Pairing.UNPLANNED), ("a", None, Pairing.MISSED)]


def test_lifting_stands_in_for_lifting_and_goes_by_its_exercises() -> None:
    push = asked("push", 0, lift(1, "Bench Press", 3, (8, 8)), intent=Intent.HYPERTROPHY)
    legs = asked("legs", 0, lift(1, "Back Squat", 3, (8, 8)), intent=Intent.HYPERTROPHY)
    squats = was("s", 0, Sport.STRENGTH, 9, sets=(done("Back Squat", 8, 100),))
    presses = was("p", 0, Sport.STRENGTH, 18, sets=(done("Bench Press", 8, 60),))
    assert told(pair([push, legs], [squats, presses])) == [
        ("legs", "s", Pairing.PAIRED),
        ("push", "p", Pairing.PAIRED),
    ]
    assert told(pair([push], [was("m", 0, Sport.MOBILITY)])) == [("push", "m", Pairing.SUBSTITUTED)]
    assert sports_of(push) == (Sport.STRENGTH, Sport.CONDITIONING, Sport.SKILL)
    assert sports_of(asked("a", 0, HOUR, sport=Sport.RIDE)) == (Sport.RIDE, Sport.RUN)


def test_of_two_on_one_day_size_decides() -> None:
    pairs = pair(
        [asked("long", 0, HOUR), asked("short", 0, SHORT)],
        [was("first", 0, hour=7, duration_s=1300.0), was("second", 0, hour=18, duration_s=3500.0)],
    )
    assert told(pairs) == [("long", "second", Pairing.PAIRED), ("short", "first", Pairing.PAIRED)]
    far, near = (effort(1, StepRole.WORK, metres, metres, metres=True) for metres in (15000, 5000))
    by_distance = pair(
        [asked("far", 0, far), asked("near", 0, near)],
        [was("one", 0, hour=7, distance_m=5200.0), was("two", 0, hour=18, distance_m=14000.0)],
    )
    assert told(by_distance) == [("far", "two", Pairing.PAIRED), ("near", "one", Pairing.PAIRED)]


def test_a_range_is_as_near_as_its_middle_and_moving_time_counts_before_the_whole() -> None:
    ranged = asked("ranged", 0, effort(1, StepRole.WORK, 3000, 4200))
    pairs = pair(
        [ranged, asked("short", 0, SHORT)],
        [was("a", 0, hour=7, duration_s=3600.0, moving_s=1200.0), was("b", 0, hour=18, duration_s=3600.0)],
    )
    assert told(pairs) == [("ranged", "b", Pairing.PAIRED), ("short", "a", Pairing.PAIRED)]


def test_the_name_decides_between_equals_and_so_does_the_hour() -> None:
    plans = [asked("a", 0, title="Tempo"), asked("b", 0, title="Easy")]
    by_name = pair(plans, [was("x", 0, hour=7, title="easy morning"), was("y", 0, hour=18, title="My TEMPO run")])
    assert told(by_name) == [("a", "y", Pairing.PAIRED), ("b", "x", Pairing.PAIRED)]
    timed = [asked("evening", 0, at=time(18, 30)), asked("z-morning", 0, at=time(7))]
    sessions = [was("x", 0, hour=5), was("y", 0, hour=17)]
    zone = ZoneInfo("Europe/Madrid")
    assert told(pair(timed, sessions, zone=zone)) == [
        ("evening", "y", Pairing.PAIRED),
        ("z-morning", "x", Pairing.PAIRED),
    ]


def test_between_equals_the_first_goes_with_the_first() -> None:
    pairs = pair([asked("b", 0), asked("a", 0)], [was("y", 0, hour=18), was("x", 0, hour=7)])
    assert told(pairs) == [("a", "x", Pairing.PAIRED), ("b", "y", Pairing.PAIRED)]


def test_a_rest_day_is_kept_broken_or_moved() -> None:
    assert told(pair([rest("r", 2)], [])) == [("r", None, Pairing.REST_KEPT)]
    assert told(pair([rest("r", 2)], [was("x", 2)])) == [("r", "x", Pairing.REST_BROKEN)]
    walked = pair([rest("r", 2)], [was("x", 2, Sport.WALK)])
    assert told(walked) == [(None, "x", Pairing.UNPLANNED), ("r", None, Pairing.REST_KEPT)]
    changed = pair([asked("a", 1), rest("r", 2)], [was("x", 2)])
    assert told(changed) == [("a", "x", Pairing.MOVED), ("r", None, Pairing.MOVED)]
    both = pair([asked("a", 1), rest("r", 2)], [was("x", 2), was("y", 1, Sport.RIDE)])
    assert told(both) == [
        (None, "y", Pairing.UNPLANNED),
        ("a", "x", Pairing.MOVED),
        ("r", "x", Pairing.REST_BROKEN),
    ]


def test_what_is_still_to_come_and_what_was_free_are_left_out() -> None:
    plans = [asked("past", 0), asked("today", 2), asked("free", 1, optional=True)]
    assert told(pair(plans, [], on=day(2))) == [("past", None, Pairing.MISSED)]
    assert told(pair(plans, [], on=day(3))) == [("past", None, Pairing.MISSED), ("today", None, Pairing.MISSED)]
    assert told(pair([asked("free", 1, optional=True)], [was("x", 1)])) == [("free", "x", Pairing.PAIRED)]
    assert told(pair([rest("r", 2)], [], on=day(2))) == []


def said(moment: datetime, text: str) -> Reflection:
    """What was put in the plan's place."""
    return Reflection(before=Before(moment, adaptation=text))


START = datetime.combine(day(1), time(17), UTC)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (START - timedelta(minutes=1), Pairing.ADAPTED),
        (START, Pairing.ADAPTED),
        (START + timedelta(minutes=1), Pairing.PAIRED),
    ],
)
def test_what_was_put_in_its_place_counts_if_it_was_said_before_the_start(moment: datetime, state: Pairing) -> None:
    pairs = pair([asked("a", 1)], [was("x", 1)], {PlannedId("a"): said(moment, "20 min run")})
    assert told(pairs) == [("a", "x", state)]


def test_where_the_start_is_not_known_the_day_decides_where_the_athlete_lives() -> None:
    unknown = was("x", 1, start_known=False)
    late = {PlannedId("a"): said(datetime.combine(day(1), time(23, 30), UTC), "20 min run")}
    assert told(pair([asked("a", 1)], [unknown], late)) == [("a", "x", Pairing.ADAPTED)]
    assert told(pair([asked("a", 1)], [unknown], late, zone=ZoneInfo("Europe/Madrid"))) == [("a", "x", Pairing.PAIRED)]


def test_rest_put_in_the_place_of_a_session_is_a_kept_promise() -> None:
    early, late = (datetime.combine(day(1) + timedelta(days=off), time(9), UTC) for off in (0, 1))
    assert told(pair([asked("a", 1)], [], {PlannedId("a"): said(early, "rest")})) == [("a", None, Pairing.ADAPTED)]
    assert told(pair([asked("a", 1)], [], {PlannedId("a"): said(early, " rest ")})) == [("a", None, Pairing.ADAPTED)]
    assert told(pair([asked("a", 1)], [], {PlannedId("a"): said(late, "rest")})) == [("a", None, Pairing.MISSED)]
    assert told(pair([asked("a", 1)], [], {PlannedId("a"): said(early, "20 min run")})) == [("a", None, Pairing.MISSED)]


def test_an_excuse_covers_its_days_and_only_what_was_missed() -> None:
    ill = Excuse(ExcuseKind.ILL, day(1), day(2))
    pairs = pair([asked("a", 0), asked("b", 1), asked("c", 2), asked("d", 3)], [was("x", 2)], excuses=[ill])
    assert told(pairs) == [
        ("a", None, Pairing.MISSED),
        ("b", None, Pairing.EXCUSED),
        ("c", "x", Pairing.PAIRED),
        ("d", None, Pairing.MISSED),
    ]
    assert [p.excuse for p in pairs] == [None, ill, None, None]


def test_the_athletes_own_word_stands_above_all() -> None:
    plans, sessions = [asked("a", 0), asked("b", 2), rest("r", 4)], [was("x", 0), was("y", 4), was("z", 0, Sport.RIDE)]
    a, b, r = (PlannedId(name) for name in "abr")
    x, y, z = (SessionId(name) for name in "xyz")
    alone = pair(plans, sessions, overrides=[Override(None, x)])
    assert (None, "x", Pairing.UNPLANNED) in told(alone)
    assert ("a", "z", Pairing.SUBSTITUTED) in told(alone)
    crossed = told(pair(plans, sessions, overrides=[Override(b, x), Override(r, y), Override(a, None)]))
    assert crossed == [
        (None, "z", Pairing.UNPLANNED),
        ("a", None, Pairing.MISSED),
        ("b", "x", Pairing.MOVED),
        ("r", "y", Pairing.REST_BROKEN),
    ]
    assert ("r", None, Pairing.REST_KEPT) in told(pair(plans, sessions, overrides=[Override(r, None)]))
    last_word = told(pair(plans, sessions, overrides=[Override(a, x), Override(b, x)]))
    assert ("b", "x", Pairing.MOVED) in last_word
    assert ("a", "z", Pairing.SUBSTITUTED) in last_word
    assert (
        told(pair(plans, sessions, overrides=[Override(PlannedId("gone"), z)])).count((None, "z", Pairing.UNPLANNED))
        == 1
    )


def test_a_plan_that_names_no_sport_goes_with_any() -> None:
    anything = asked("a", 0, effort(1, StepRole.WORK, 3600, 3600, bound(Quantity.RPE, 2, 3), sport=None))
    assert told(pair([anything], [was("x", 0, Sport.SWIM)])) == [("a", "x", Pairing.PAIRED)]


def test_a_plan_of_going_and_lifting_can_be_done_as_either() -> None:
    both = plan(Intent.BASE, HOUR, lift(2, "Back Squat", 3, (5, 5)))
    assert sports_of(both) == (Sport.RUN, Sport.STRENGTH, Sport.CONDITIONING, Sport.SKILL)


def test_a_plan_without_a_name_is_named_by_no_title() -> None:
    plans = [asked("a", 0, title="Easy"), asked("b", 0, title="")]
    assert told(pair(plans, [was("s", 0, title="A run")])) == [
        ("a", "s", Pairing.PAIRED),
        ("b", None, Pairing.MISSED),
    ]


def test_of_two_days_of_lifting_the_one_with_its_exercises_is_the_planned_one() -> None:
    squats = asked("p", 0, lift(1, "Back Squat", 3, (5, 5)), intent=Intent.STRENGTH)
    pressed = was("a", 0, Sport.STRENGTH, hour=8, sets=(done("Bench Press", 5, 60),))
    squatted = was("b", 0, Sport.STRENGTH, hour=18, sets=(done("Back Squat", 5, 90),))
    assert ("p", "b", Pairing.PAIRED) in told(pair([squats], [pressed, squatted]))


def test_what_was_said_on_the_day_a_moved_session_was_done_was_said_in_time() -> None:
    moved = was("s", 1, start_known=False)
    before = Before(datetime.combine(day(1), time(8), UTC), adaptation="30 min run")
    found = pair([asked("p", 0)], [moved], {PlannedId("p"): Reflection(before=before)}, zone=UTC)
    assert told(found) == [("p", "s", Pairing.ADAPTED)]
