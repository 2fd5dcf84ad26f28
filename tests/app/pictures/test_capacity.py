"""The band of a capacity: one stretch where training went on, broken where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from longgame.app.pictures.capacity import capacity_picture
from longgame.growth.how_far import how_far
from tests.app.pictures.reading import read
from tests.growth.test_how_far import gym, squats


def test_the_band_is_broken_by_a_long_break_and_says_the_sentence() -> None:
    (whole,) = how_far(squats(), date(2026, 12, 31))
    (broken,) = how_far([*squats(), *(gym(400 + 4 * n, "Squat", 100) for n in range(4))], date(2027, 12, 31))
    assert len(read(capacity_picture(whole)).styled("lg-line")) == 1
    assert len(read(capacity_picture(broken)).styled("lg-line")) == 2
    assert read(capacity_picture(whole)).says == whole.says


def test_days_ahead_are_drawn_hollow() -> None:
    (told,) = how_far(squats(), date(2026, 12, 31), until=date(2026, 8, 30))
    plain = read(capacity_picture(replace(told, forecast=None)))
    assert len(read(capacity_picture(told)).styled("lg-hollow")) == len(plain.styled("lg-hollow")) + 1
