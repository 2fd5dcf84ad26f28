"""An athlete's own values for {names}: they hold from their day on, and the past stays as it was asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from longgame.app.adapt_day import adapt_day, adapted_on
from longgame.app.own_words import own_words, say_word, words_today, words_told
from longgame.app.profile import tell_fact
from longgame.app.promises import dated_plans
from longgame.app.setting import Setting
from longgame.app.show_plan import weeks_of
from longgame.app.write_plan import check_plan, use_plan
from longgame.kernel.clock import FixedClock

TEXT = """longgame plan 1

let easy = 5:30..6:10 /km

season "Autumn"  2026-11-02 .. 2026-11-29
  goal run "Run easily for an hour"

block "Base"  4 weeks  serves run
  Tue "Easy"  base
    40 min run @ {easy}
"""
FACTS = TEXT.replace("@ {easy}", "hr <= {first_threshold_hr}")


def asked_for(setting: Setting, text: str) -> dict[date, str]:
    return {one.day: one.steps[0].written for week in weeks_of(setting, text) for one in week.sessions if one.steps}


def test_an_own_value_holds_from_its_day_on_and_can_be_taken_back(setting: Setting) -> None:
    say_word(setting, "easy", "5:20..5:50 /km", date(2026, 11, 10))
    say_word(setting, "easy", "", date(2026, 11, 24))
    assert asked_for(setting, TEXT) == {
        date(2026, 11, 3): "40 min run @ 5:30..6:10 /km",
        date(2026, 11, 10): "40 min run @ 5:20..5:50 /km",
        date(2026, 11, 17): "40 min run @ 5:20..5:50 /km",
        date(2026, 11, 24): "40 min run @ 5:30..6:10 /km",
    }


def test_what_was_promised_on_earlier_days_stays_when_a_value_changes(setting: Setting) -> None:
    use_plan(setting, "autumn", TEXT, datetime(2026, 11, 1, tzinfo=UTC))
    before = {day: dated_plans(setting)[0].on(day) for day in (date(2026, 11, 3), date(2026, 11, 17))}
    say_word(setting, "easy", "6:00..6:30 /km", date(2026, 11, 12))
    (plan,) = dated_plans(setting)
    assert plan.on(date(2026, 11, 3)) == before[date(2026, 11, 3)]
    (later,) = plan.on(date(2026, 11, 17))
    assert later.id == before[date(2026, 11, 17)][0].id
    assert [step.written for step in later.steps] == ["40 min run @ 6:00..6:30 /km"]


def test_facts_are_names_without_being_said_again(setting: Setting) -> None:
    assert [one.code.value for one in check_plan("x", FACTS, words_today(setting)).diagnostics] == ["P119"]
    tell_fact(setting, "first_threshold_hr", 140, date(2026, 11, 1))
    tell_fact(setting, "first_threshold_hr", 144, date(2026, 11, 15))
    tell_fact(setting, "one_rep_max", 102.5, date(2026, 11, 1), "Back Squat")
    tell_fact(setting, "critical_speed", 4.0, date(2026, 11, 1))
    later = replace(setting, clock=FixedClock(datetime(2026, 11, 20, tzinfo=UTC)))
    assert check_plan("x", FACTS, words_today(later)).diagnostics == ()
    assert words_today(later) == {
        "first_threshold_hr": "144 bpm",
        "one_rep_max_back_squat": "102.5 kg",
        "critical_speed": "4 m/s",
        "critical_pace": "4:10 /km",
    }
    asked = asked_for(later, FACTS)
    assert asked[date(2026, 11, 10)] == "40 min run  hr <= 140 bpm"
    assert asked[date(2026, 11, 17)] == "40 min run  hr <= 144 bpm"


def test_a_text_leans_only_on_the_values_that_it_names(setting: Setting) -> None:
    say_word(setting, "easy", "5:20..5:50 /km", date(2026, 11, 10))
    say_word(setting, "other", "3 x", date(2026, 11, 11))
    tell_fact(setting, "body_mass", 80, date(2026, 11, 12))
    own = own_words(setting)
    assert [one.name for one in own.used_by(TEXT).said] == ["easy"]
    assert own.used_by(TEXT).facts == ()
    assert own.used_by(TEXT.replace("{easy}", "5:30 /km")).days() == []


@pytest.mark.parametrize(
    ("name", "text"), [("two words", "5"), ("1st", "5"), ("easy", "{fast}"), ("easy", 'a "b"'), ("easy", "5" * 300)]
)
def test_what_cannot_stand_in_a_plan_is_refused(setting: Setting, name: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"name|value"):
        say_word(setting, name, text, date(2026, 11, 10))
    assert own_words(setting).said == ()


def test_values_are_told_with_where_they_come_from(setting: Setting) -> None:
    assert words_told(setting) == [
        "No name has a value of your own yet. A first one: longgame plan let easy '5:20..5:50 /km'"
    ]
    say_word(setting, "easy", " 5:20..5:50   /km ", setting.today)
    tell_fact(setting, "body_mass", 80, setting.today)
    assert words_told(setting) == [
        "{body_mass} is 80 kg, from your facts",
        f"{{easy}} is 5:20..5:50 /km, since {setting.today}",
    ]


def test_what_is_put_in_a_days_place_may_use_own_values_too(setting: Setting) -> None:
    say_word(setting, "easy", "5:20..5:50 /km", date(2026, 11, 1))
    (planned,) = [one for week in weeks_of(setting, TEXT) for one in week.sessions if one.day == date(2026, 11, 10)]
    made = adapt_day(setting, planned, "20 min run @ {easy}")
    assert made.session is not None
    assert ([step.written for step in made.session.steps], made.diagnostics) == (["20 min run @ 5:20..5:50 /km"], ())
    assert adapted_on(setting, planned) == made.session
