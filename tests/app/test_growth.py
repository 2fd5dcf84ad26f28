"""Growth over a real journal: measures then and now, what was felt beside them, mornings, the watch, the gate."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest

from longgame.advice.overreach import WatchState
from longgame.app.awareness import awareness
from longgame.app.gate import gates, gates_words
from longgame.app.how_far import progress, progress_to_json
from longgame.app.mind.own_facts import progress_facts
from longgame.app.pictures.capacity import capacity_picture
from longgame.app.pictures.conditions import conditions_picture
from longgame.app.pictures.watch import watch_picture
from longgame.app.rate_progress import rate_progress
from longgame.app.reflect import reflect
from longgame.app.say_wellness import say_wellness
from longgame.app.setting import Setting
from longgame.app.watch import watched
from longgame.app.write_plan import use_plan
from longgame.kernel.ids import SessionId
from longgame.kernel.units import Amount, Unit
from longgame.measure.capacity import Standing
from longgame.measure.capacity.filtering import run_together
from longgame.record.reflection import After, Before
from longgame.record.session import Session
from longgame.record.sets import SetKind, StrengthSet
from longgame.record.wellness import Wellness
from tests.app.made import lifted
from tests.app.pictures.reading import read

TODAY = date(2026, 11, 23)

PLAN = """longgame plan 1

season "Autumn"  2026-11-02 .. 2026-12-27
  goal strong "Squat more"
    why "To carry my children."

block "Base"  8 weeks  serves strong
  Tue "Squat" strength for strong
    Squat (Barbell)  3 x 5
  Thu week 5 "Squat test" test for strong
    Squat (Barbell)  1 x 1 @ {target} kg
  Sun rest
"""


def training(setting: Setting, weeks: int = 26, per_week: float = 0.006, until: date = TODAY) -> None:
    """Two sessions of squats a week, growing, with a little noise."""
    rng = np.random.default_rng(5)
    for n in range(2 * weeks):
        day = until - timedelta(days=7 * weeks - n * 7 // 2 - 1)
        kilos = 100 * np.exp(per_week * n / 2 + rng.normal() * 0.02)
        made = lifted(day.isoformat(), "Squat (Barbell)", (5, 5, 5), str(round(kilos * 2) / 2))
        setting.journal.sessions.put(replace(made, sources=(), id=SessionId(f"squat-{n}")))


def test_a_growing_lift_is_told_then_and_now(setting: Setting) -> None:
    training(setting)
    (one,) = progress(setting)
    assert (one.measured.measure, one.measured.standing) == ("Squat (Barbell)", Standing.UP)
    (row,) = progress_to_json(progress(setting, "squat"))
    assert row["now"] > row["then"]
    assert row["p_up"] > 0.9 > 0.1 > row["p_down"]
    assert row["p_up"] + row["p_flat"] + row["p_down"] == pytest.approx(1)
    assert read(capacity_picture(one.measured)).says == row["says"]


def test_one_more_session_is_fed_into_what_was_kept_and_an_earlier_one_makes_it_anew(
    setting: Setting, monkeypatch
) -> None:
    fed: list[int] = []
    monkeypatch.setattr(
        "longgame.measure.capacity.checkpoint.run_together",
        lambda grid, seen, states: fed.extend(map(len, seen)) or run_together(grid, seen, states),
    )
    training(setting)
    first = progress(setting)
    assert fed == [1, 51]
    assert progress(setting) == first
    (told,) = progress_facts(setting, setting.journal.sessions.between(date.min, TODAY), TODAY)
    assert (told.says, fed) == (first[0].measured.says, [1, 51])
    more = lifted(TODAY.isoformat(), "Squat (Barbell)", (5,), "120")
    setting.journal.sessions.put(replace(more, sources=(), id=SessionId("later")))
    later = progress(setting)
    assert (fed, later[0].measured.sessions) == ([1, 51, 1], 53)
    setting.journal.derived.forget_all()
    assert progress(setting) == later
    early = lifted("2026-07-01", "Squat (Barbell)", (5,), "90")
    setting.journal.sessions.put(replace(early, sources=(), id=SessionId("early")))
    assert progress(setting)[0].measured.sessions == 54
    assert fed[-2:] == [1, 53]


def test_a_forecast_lies_ahead_and_is_wider_than_now(setting: Setting) -> None:
    training(setting)
    (one,) = progress(setting, until=TODAY + timedelta(days=90))
    ahead, now = one.measured.forecast, one.measured.now
    assert ahead.high / ahead.low > now.high / now.low
    assert progress(setting, until=TODAY + timedelta(days=900))[0].measured.forecast is None


def test_the_forecast_goes_to_the_day_of_the_next_goal(setting: Setting) -> None:
    training(setting)
    assert progress(setting)[0].measured.forecast is None
    plan = PLAN.replace('goal strong "Squat more"', 'goal strong "Squat more"  by 2026-12-20')
    use_plan(setting, "autumn", plan.format(target="140"))
    assert progress(setting)[0].measured.forecast.day == date(2026, 12, 20)


def test_what_was_felt_stands_beside_what_was_measured(setting: Setting) -> None:
    training(setting)
    rate_progress(setting, -1, TODAY - timedelta(days=3))
    assert progress(setting)[0].felt.rating == -1
    rate_progress(setting, 0, TODAY, "squat")
    (one,) = progress(setting)
    assert (one.felt.rating, one.felt_on) == (0, TODAY)
    assert one.felt.says.endswith("You are doing more than you think.")


def test_a_rating_outside_its_scale_is_refused(setting: Setting) -> None:
    with pytest.raises(ValueError, match="from -3"):
        rate_progress(setting, 4, TODAY)


def test_two_names_of_one_exercise_are_one_lift(setting: Setting) -> None:
    training(setting, weeks=4)
    setting.journal.sessions.put(replace(lifted("2026-11-22", "Barbell Squat", (5,), "105"), sources=()))
    assert [(one.measured.measure, one.measured.sessions) for one in progress(setting)] == [("Squat (Barbell)", 9)]


def test_mornings_add_up_item_by_item_and_stay_within_their_scales(setting: Setting) -> None:
    say_wellness(setting, Wellness(TODAY, fatigue=2.0))
    kept = say_wellness(setting, Wellness(TODAY, mood=4.0, note="slept badly"))
    assert (kept.fatigue, kept.mood, kept.note) == (2.0, 4.0, "slept badly")
    assert setting.journal.days.wellness() == (kept,)
    with pytest.raises(ValueError, match="from 1 to 5"):
        say_wellness(setting, Wellness(TODAY, mood=6.0))
    with pytest.raises(ValueError, match="nothing was said"):
        say_wellness(setting, Wellness(TODAY))


def tired_weeks(setting: Setting, days: int) -> None:
    """Good mornings for weeks, then `days` bad ones on which the same squats go badly too."""
    rng = np.random.default_rng(3)
    for n in range(60):
        morning = TODAY - timedelta(days=59 - n)
        level = 4.0 if n < 60 - days else 1.5
        items = np.clip(np.round(level + rng.normal(0, 0.5, 5)), 1, 5).tolist()
        say_wellness(setting, Wellness(morning, *items))
    for n in range(0, days, 2):
        day = (TODAY - timedelta(days=n)).isoformat()
        bad = replace(lifted(day, "Squat (Barbell)", (5, 5), "88"), sources=(), id=SessionId(f"bad-{n}"))
        setting.journal.sessions.put(bad)


def test_a_tired_week_turns_the_watch_and_a_usual_one_does_not(setting: Setting) -> None:
    training(setting, until=TODAY - timedelta(days=7))
    tired_weeks(setting, days=6)
    found = watched(setting)
    assert found.today.state in (WatchState.AMBER, WatchState.RED)
    assert {sign.family for sign in found.today.evidence if sign.off} == {"how you feel", "performance"}
    assert "diagnos" not in found.today.says
    assert watched(setting, TODAY - timedelta(days=8)).today.state is WatchState.STEADY
    assert read(watch_picture(found.days)).styled("lg-outside")


def test_an_empty_journal_says_what_is_missing(setting: Setting) -> None:
    assert watched(setting).today.state is WatchState.CANNOT_TELL
    assert "how you feel" in watched(setting).missing
    assert progress(setting) == ()
    assert gates(setting) == ()


def gate_of(setting: Setting, target: str):
    use_plan(setting, "autumn", PLAN.format(target=target))
    (gate,) = gates(setting, "squat test")
    return gate, {one.condition.quantity.value: one for one in gate.status.conditions}


def test_a_test_within_reach_after_steady_weeks_asks_for_little(setting: Setting) -> None:
    training(setting)
    gate, rows = gate_of(setting, "145")
    assert rows["informative"].met in (True, False)
    assert rows["no failure"].met is True
    assert rows["no amber"].met is None
    assert rows["last test"].met is True
    assert gate.planned.day == date(2026, 12, 3)
    assert len(read(conditions_picture(gate.status)).styled("lg-hollow")) == sum(r.met is None for r in rows.values())


@pytest.mark.parametrize(("target", "words"), [("200", "0% chance"), ("110", "all but sure")])
def test_a_target_out_of_reach_or_sure_is_no_test(setting: Setting, target: str, words: str) -> None:
    training(setting)
    _, rows = gate_of(setting, target)
    assert (rows["chance"].met, words in rows["chance"].says) == (False, True)


def test_failure_yesterday_names_the_first_day(setting: Setting) -> None:
    training(setting)
    failed = StrengthSet("Squat (Barbell)", 3, Amount(Decimal(130), Unit.KILOGRAM), SetKind.FAILURE)
    day = (TODAY - timedelta(days=1)).isoformat()
    made = replace(lifted(day, "Squat (Barbell)", (5,)), sources=(), sets=(failed,), id=SessionId("fail"))
    setting.journal.sessions.put(made)
    _, rows = gate_of(setting, "140")
    assert rows["no failure"].met is False
    assert rows["no failure"].earliest == TODAY + timedelta(days=1)


def test_a_forced_limit_is_told_in_its_review_and_counted_by_the_gate(setting: Setting) -> None:
    training(setting)
    load = Amount(Decimal(130), Unit.KILOGRAM)
    made = replace(lifted("2026-11-11", "Squat (Barbell)", (5,)), sources=(), id=SessionId("fail"))
    setting.journal.sessions.put(replace(made, sets=(StrengthSet("Squat (Barbell)", 3, load, SetKind.FAILURE),)))
    tried = replace(lifted("2026-11-12", "Squat (Barbell)", (1,), "140"), sources=(), id=SessionId("tried"))
    setting.journal.sessions.put(tried)
    again = '  Thu week 2 "First test" test for strong\n    Squat (Barbell)  1 x 1 @ 140 kg\n  Thu week 5'
    use_plan(
        setting, "autumn", PLAN.format(target="145").replace("  Thu week 5", again), datetime(2026, 11, 2, tzinfo=UTC)
    )
    reflect(setting, After(datetime(2026, 11, 12, 20, tzinfo=UTC), effort=10.0), date(2026, 11, 12), tried.id)
    (gate,) = gates(setting, "squat test")
    assert gate.forced == (date(2026, 11, 12),)
    assert gates_words((gate,))[-1].endswith("once so far, last on 2026-11-12.")


def checked(n: int) -> Session:
    """A set of five said to leave two, and at once the same load to failure: four more were there."""
    load = Amount(Decimal(100), Unit.KILOGRAM)
    sets = (StrengthSet("Bench Press", 5, load, rir=2), StrengthSet("Bench Press", 9, load, SetKind.FAILURE))
    return replace(lifted((TODAY - timedelta(days=n)).isoformat(), "Bench Press", (5,)), sources=(), sets=sets)


def test_awareness_reads_reserve_and_effort(setting: Setting) -> None:
    for n in range(1, 7):
        session = checked(n)
        setting.journal.sessions.put(session)
        moment = datetime(2026, 11, 23 - n, 18, tzinfo=UTC)
        reflect(setting, Before(moment - timedelta(hours=1), expected_rpe=8.0), session.local_day, session.id)
        reflect(setting, After(moment + timedelta(hours=1), effort=6.0), session.local_day, session.id)
    found = awareness(setting)
    assert found.reserve[0].bias < -1
    assert found.effort.bias > 1
    assert found.confidence.reason.endswith("there are 0")
