"""A plan on other dates is the same plan, that many days later."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.plan.language import parse
from longgame.plan.shift import first_day, moved
from tests.plan.corpus import CORPUS

TEXT = (CORPUS / "days" / "sketch.plan").read_text()


@settings(max_examples=30, deadline=None)
@given(st.integers(-3000, 3000))
def test_moving_there_and_back_changes_nothing(days: int) -> None:
    assert moved(moved(TEXT, days), -days) == TEXT


def test_the_first_day_moves_with_the_text() -> None:
    assert first_day(parse(moved(TEXT, 7)).plan) == date(2026, 11, 30)
    assert first_day(parse("longgame plan 1").plan) is None


def test_dates_in_words_and_comments_stay() -> None:
    line = 'goal g "Since 2026-11-23"  by 2026-11-23  # 2026-11-23'
    assert moved(line, 1) == 'goal g "Since 2026-11-23"  by 2026-11-24  # 2026-11-23'


def test_a_date_on_no_calendar_is_left_as_it_is() -> None:
    assert moved("by 2026-02-30", 1) == "by 2026-02-30"
