"""Days of the calendar: what was due or done as reviews tell it, what is to come, and promises as they stood."""

from dataclasses import replace
from datetime import UTC, date, datetime

from longgame.app.calendar_days import calendar_days, week_of
from longgame.app.pictures.tiny_band import Standing
from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.purpose.intent import Intent
from longgame.record.reflection import Before
from tests.app.made import EASY_PLAN, lifted, ride, steady


def entries(setting: Setting, first: str, last: str) -> list[tuple[str, str, Standing, bool]]:
    days = calendar_days(setting, date.fromisoformat(first), date.fromisoformat(last))
    return [
        (str(day.day), one.title, one.standing, one.coming is not None)
        for day in days
        for one in day.entries
        if one.intent is not Intent.REST
    ]


def test_each_thing_is_told_once_on_its_day_the_planned_before_the_unplanned(setting: Setting) -> None:
    journal = setting.journal
    journal.plans.use("autumn", EASY_PLAN, datetime(2026, 11, 1, tzinfo=UTC))
    early = replace(lifted("2026-11-17", "Squat", (5,)), title="Squats", sources=())
    journal.sessions.put(early)
    journal.sessions.put(ride("2026-11-17", steady(125)))
    assert entries(setting, "2026-11-09", "2026-11-29") == [
        ("2026-11-10", "Easy ride", Standing.MISSED, False),
        ("2026-11-17", "Easy ride", Standing.INSIDE, False),
        ("2026-11-17", "Squats", Standing.UNPLANNED, False),
        ("2026-11-24", "Easy ride", Standing.COMING, True),
    ]
    assert [str(one.day) for one in week_of(setting, date(2026, 11, 19))][::6] == ["2026-11-16", "2026-11-22"]


def test_what_was_put_differently_beforehand_stands_under_the_promise_that_it_was(setting: Setting) -> None:
    setting.journal.plans.use("autumn", EASY_PLAN, datetime(2026, 11, 1, tzinfo=UTC))
    words = Before(datetime(2026, 11, 17, 9, tzinfo=UTC), adaptation="rest")
    reflect(setting, words, date(2026, 11, 17))
    (entry,) = week_of(setting, date(2026, 11, 17))[1].entries
    assert (entry.title, entry.intent) == ("Easy ride", Intent.BASE)
    assert entry.brief is not None
    assert entry.brief.intent is Intent.REST
