"""The pillars read from a real journal: promises, execution, practices, and a hard session made up in haste."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from longgame.advice.panic import ChangeKind, TriggerKind
from longgame.app.pillars import Pillars, pillars, pillars_to_json, pillars_words
from longgame.app.profile import be_excused
from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.record.profile import ExcuseKind
from longgame.record.reflection import After, Thought
from tests.app.made import EASY_PLAN, ride, steady

ON = date(2026, 11, 22)


def at(setting: Setting, moment: str) -> Setting:
    """The same journal at another moment."""
    return replace(setting, clock=FixedClock(datetime.fromisoformat(moment).replace(tzinfo=UTC)))


@pytest.fixture
def weeks(setting: Setting) -> Setting:
    """Three weeks: ridden easily, missed and then a hard ride the day after, excused; every rest day kept."""
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    setting.journal.sessions.put(ride("2026-11-03", steady(128)))
    setting.journal.sessions.put(ride("2026-11-14", steady(170), name="hard"))
    evening = at(setting, "2026-11-14T20:00")
    reflect(evening, After(evening.clock.now(), effort=9, presence=3, learned="patience"), date(2026, 11, 14))
    be_excused(setting, ExcuseKind.ILL.value, date(2026, 11, 16), date(2026, 11, 18))
    return setting


def found(setting: Setting) -> Pillars:
    return pillars(setting, ON)


def test_promises_are_counted_with_rest_and_excuses_beside_them(weeks: Setting) -> None:
    for window in found(weeks).windows:
        counted = window.consistency
        assert (counted.kept, counted.due, counted.excused) == (5, 5, 1)
        assert (counted.rest_kept, counted.rest_due) == (3, 3)


def test_what_was_done_before_the_plan_was_written_down_is_judged_and_counts_as_no_promise(setting: Setting) -> None:
    setting.journal.sessions.put(ride("2026-11-10", steady(128)))
    use_plan(at(setting, "2026-11-12T18:00"), "autumn", EASY_PLAN)
    setting.journal.sessions.put(ride("2026-11-17", steady(128), name="later"))
    window = found(setting).windows[0]
    assert (window.consistency.kept, window.consistency.due, window.consistency.rest_kept) == (3, 3, 2)
    assert window.execution.judged == 2


def test_mindset_counts_practices_of_sessions_attended(weeks: Setting) -> None:
    inside = found(weeks).windows[0].mindset
    assert (inside.done, inside.offered) == (2, 8)


def test_a_hard_ride_the_day_after_a_miss_is_named(setting: Setting) -> None:
    with_tempo = EASY_PLAN.replace("Sun rest", 'Fri "Tempo" tempo for easy\n    30 min run z3\n  Sun rest')
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", with_tempo)
    setting.journal.sessions.put(ride("2026-11-03", steady(128)))
    reflect(at(setting, "2026-11-03T20:00"), After(datetime(2026, 11, 3, 20, tzinfo=UTC), effort=3), date(2026, 11, 3))
    setting.journal.sessions.put(ride("2026-11-07", steady(170), name="hard"))
    evening = at(setting, "2026-11-07T20:00")
    reflect(evening, After(evening.clock.now(), effort=9), date(2026, 11, 7))
    (one,) = found(setting).panic
    assert (one.change.kind, one.trigger.kind) == (ChangeKind.UNPLANNED_HARD, TriggerKind.MISS)
    assert one.says.endswith("the plan still holds, and nothing needs to be made up.")


def test_a_plan_made_harder_after_a_miss_is_named(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    use_plan(at(setting, "2026-11-04T20:00"), "autumn", EASY_PLAN.replace("55..65 min", "95..120 min"))
    (one,) = found(setting).panic
    assert (one.change.kind, one.trigger.title) == (ChangeKind.HARDER_PLAN, "Easy ride")


def test_a_plan_made_easier_is_nobodys_business(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    use_plan(at(setting, "2026-11-04T20:00"), "autumn", EASY_PLAN.replace("55..65 min", "35..40 min"))
    assert found(setting).panic == ()


def test_the_words_and_the_json_say_the_same(weeks: Setting) -> None:
    told, words = pillars_to_json(found(weeks)), "\n".join(pillars_words(found(weeks)))
    assert told["windows"][0]["consistency"]["share"] == 1.0
    assert "Consistency: kept 5 of 5 promises" in words
    assert "rest days kept: 3 of 3" in words
    assert "!" not in words


def test_a_hard_ride_after_a_comparison_is_named(setting: Setting) -> None:
    use_plan(at(setting, "2026-11-01T09:00"), "autumn", EASY_PLAN)
    setting.journal.sessions.put(ride("2026-11-03", steady(128)))
    evening = at(setting, "2026-11-03T20:00")
    reflect(evening, Thought(evening.clock.now(), "everyone else in the club is faster than me"), date(2026, 11, 3))
    setting.journal.sessions.put(ride("2026-11-05", steady(170), name="hard"))
    later = at(setting, "2026-11-05T20:00")
    reflect(later, After(later.clock.now(), effort=9), date(2026, 11, 5))
    (one,) = found(setting).panic
    assert (one.change.kind, one.trigger.kind) == (ChangeKind.UNPLANNED_HARD, TriggerKind.COMPARISON)
