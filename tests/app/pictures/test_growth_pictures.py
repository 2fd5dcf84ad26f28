"""The pictures of growth: what is drawn where, and the sentence that says the same."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from longgame.advice.overreach import Morning, mornings_beside_normal
from longgame.app.how_far import Progress
from longgame.app.pictures.alone import standing_alone
from longgame.app.pictures.curve import curve_picture
from longgame.app.pictures.felt import felt_picture
from longgame.app.pictures.load import load_picture
from longgame.app.pictures.mornings import mornings_picture
from longgame.growth.confidence import perceived_beside_measured
from longgame.growth.curve import Curve, Envelope
from longgame.growth.how_far import how_far
from longgame.growth.loads import Load
from longgame.kernel.sport import Sport
from longgame.kernel.unknown import Unknown
from longgame.measure.power_duration import BestEffort
from longgame.record.wellness import Wellness
from tests.app.pictures.reading import extent, read
from tests.growth.test_how_far import squats

ON = date(2026, 5, 31)


def middle(box) -> tuple[float, float]:
    left, right = extent(box)
    return (left + right) / 2, float(box.get("y")) + float(box.get("height")) / 2


def test_a_curve_has_a_mark_for_every_best_and_longer_lies_lower_and_to_the_right() -> None:
    ever = tuple(BestEffort(seconds, watts, ON) for seconds, watts in ((60, 450.0), (300, 340.0), (1200, 290.0)))
    now = (BestEffort(60, 430.0, ON), BestEffort(300, 340.0, ON))
    unknown = Unknown("too few")
    drawn = read(curve_picture(Curve(Sport.RIDE, "W", Envelope(ON, now), (), ever, unknown), "said"))
    hollow = [middle(one) for one in drawn.styled("lg-hollow")]
    marks = [middle(one) for one in drawn.styled("lg-mark")]
    assert (drawn.says, len(hollow), len(marks), len(drawn.styled("lg-line"))) == ("said", 3, 2, 1)
    assert [x for x, _ in hollow] == sorted(x for x, _ in hollow)
    assert [y for _, y in hollow] == sorted(y for _, y in hollow)
    assert marks[0][1] > hollow[0][1]
    assert marks[1] == pytest.approx(hollow[1])
    assert {"1 min", "5 min", "20 min"} <= set(drawn.words())


def test_a_sport_with_nothing_lately_has_no_line() -> None:
    ever = (BestEffort(60, 4.5, ON), BestEffort(300, 4.5, ON))
    drawn = read(curve_picture(Curve(Sport.RUN, "m/s", Envelope(ON, ()), (), ever, Unknown("none")), ""))
    assert (drawn.styled("lg-line"), len(drawn.styled("lg-hollow"))) == ([], 2)


def test_the_load_has_a_bar_for_each_day_done_and_the_week_is_deeper() -> None:
    daily = tuple(0.0 if day % 2 else 100.0 + day for day in range(28))
    unknown = Unknown("few weeks")
    found = Load(ON, daily, 369.0, 52.0, 57.0, unknown, unknown, unknown, unknown, (), (), (), 0)
    drawn = read(load_picture(found))
    tall = [float(one.get("height")) for one in [*drawn.styled("lg-bar"), *drawn.styled("lg-work")]]
    assert (len(drawn.styled("lg-bar")), len(drawn.styled("lg-work"))) == (11, 3)
    assert tall == sorted(tall)
    assert tall[0] / tall[-1] == pytest.approx(100 / 126, abs=0.01)
    assert drawn.says.startswith("Effort × minutes of the 28 days until 2026-05-31: 369 points in the last seven")
    assert len(drawn.styled("lg-dashed")) == 1
    assert len([word for word in drawn.words() if "May" in word]) == 4


def answered(days: int) -> list[Wellness]:
    levels = 3.5 + 0.4 * np.sin(np.arange(days))
    return [Wellness(ON - timedelta(days - 1 - n), fatigue=v, mood=v) for n, v in enumerate(levels.tolist())]


def test_mornings_are_drawn_beside_ones_own_normal_and_low_ones_are_hollow() -> None:
    said = [*answered(40)[:-1], Wellness(ON, fatigue=1.0, mood=1.5)]
    drawn = read(mornings_picture(mornings_beside_normal(said)))
    assert (len(drawn.styled("lg-bar")), len(drawn.styled("lg-line"))) == (1, 1)
    marks = drawn.styled("lg-hollow") + drawn.styled("lg-mark")
    assert len(marks) == 40
    assert max(marks, key=lambda one: float(one.get("y"))) in drawn.styled("lg-hollow")
    assert drawn.says.startswith("40 answered mornings until 2026-05-31, the last at 1.2 of 5; your normal is 3.")


def test_the_first_fortnight_has_no_normal() -> None:
    drawn = read(mornings_picture(mornings_beside_normal(answered(10))))
    assert (drawn.styled("lg-bar"), len(drawn.styled("lg-mark"))) == ([], 10)
    assert drawn.says.endswith("your normal is not yet known.")
    assert mornings_beside_normal(answered(3))[0] == Morning(ON - timedelta(2), pytest.approx(3.5))
    with pytest.raises(ValueError, match="no answered morning"):
        mornings_picture(())


def test_what_is_felt_stands_over_what_was_measured() -> None:
    (told,) = how_far(squats(), date(2026, 12, 31))
    assert told.change is not None
    beside = perceived_beside_measured(-2, told.change)
    drawn = read(felt_picture(Progress(told, beside, ON)))
    (felt_x, felt_y), (measured_x, measured_y) = (middle(one) for one in drawn.styled("lg-mark"))
    (span,) = drawn.styled("lg-bar")
    low, high = extent(span)
    assert drawn.says == beside.says
    assert felt_y < measured_y
    assert felt_x < 180 < measured_x
    assert low < measured_x < high
    with pytest.raises(ValueError, match="not rated"):
        felt_picture(Progress(told))


def test_a_measure_that_cannot_be_told_leaves_its_rail_empty() -> None:
    (told,) = how_far(squats()[:2], date(2026, 12, 31))
    drawn = read(felt_picture(Progress(told, perceived_beside_measured(1, Unknown("too few")), ON)))
    assert (len(drawn.styled("lg-mark")), drawn.styled("lg-bar")) == (1, [])


def test_a_picture_alone_brings_every_style_it_uses() -> None:
    daily = tuple(100.0 for _ in range(28))
    unknown = Unknown("few weeks")
    alone = standing_alone(
        load_picture(Load(ON, daily, 700, 100, 100, unknown, unknown, unknown, unknown, (), (), (), 0))
    )
    used = {style for one in read(alone).root.iter() for style in (one.get("class") or "").split()}
    assert {f".{style}" for style in used if style.startswith("lg-")} - {".lg-picture"} <= set(
        alone.replace("{", " ").replace(",", " ").split()
    )
    assert all(f"{name}:" in alone for name in ("--band", "--deep", "--rail", "--ink", "--quiet", "--mark"))
