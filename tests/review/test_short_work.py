"""Which stretches may be a short repetition, and what counts as harder than the way in: worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from longgame.kernel.interval import Interval
from longgame.kernel.spans import SampleSpan
from longgame.plan.planned import EffortStep, StepRole
from longgame.purpose.bounds import Quantity
from longgame.record.streams import FloatColumn
from longgame.review.alignment.levels import Levels
from longgame.review.alignment.model import Stretch
from longgame.review.alignment.short_work import Stretches, is_short
from longgame.review.alignment.way_in import above_the_way_in
from longgame.review.channels import Channels
from tests.strategies.build import bound, column, effort

WORK, WARM, EASY, COOL = StepRole.WORK, StepRole.WARM_UP, StepRole.EASY, StepRole.COOL_DOWN
MEANT = Interval(0.75, 1.0)
SPRINT = effort(2, WORK, 10, 10, all_out=True)
QUICK = effort(2, WORK, 10, 10)
EDGES = (0, 100, 200, 205, 210, 220, 230, 300)


def seen(speed: FloatColumn, quantity: Quantity = Quantity.SPEED) -> Channels:
    """A recording of one channel."""
    return Channels(np.arange(float(len(speed))), np.ones(len(speed)), ((quantity, speed),))


def may_be(
    speed: FloatColumn,
    step: EffortStep = SPRINT,
    seconds: float = 10,
    way_in_s: float = 0.0,
    at: FloatColumn | None = None,
    quantity: Quantity = Quantity.SPEED,
) -> set[tuple[int, int]]:
    """From where to where the step may have been done, of the stretches between `EDGES`."""
    channels = seen(speed, quantity=quantity)
    level = np.where(speed > 2.0, 1.0, 0.0) if at is None else at
    levels = Levels(quantity, np.where(np.isfinite(speed), level, np.nan), ())
    index = np.array(EDGES)
    mask = Stretches(levels, channels, index, way_in_s).may_be(step, MEANT, seconds)
    return {(EDGES[a], EDGES[b]) for a, b in zip(*np.nonzero(mask), strict=True) if a < b}


def around(fast: float, before: float = 2.0, after: float = 2.0) -> FloatColumn:
    """Ten seconds, from 210 on, between what lies before and after."""
    return column([(210, before), (10, fast), (80, after)])


@pytest.mark.parametrize(("seconds", "role", "short"), [(75, WORK, True), (76, WORK, False), (10, EASY, False)])
def test_short_is_up_to_seventy_five_seconds_of_work(seconds: float, role: StepRole, short: bool) -> None:
    assert is_short(effort(1, role, seconds, seconds), seconds) is short


@pytest.mark.parametrize(
    ("speed", "expected"),
    [
        (around(6.0), {(210, 220), (205, 220)}),
        (around(2.61), {(210, 220)}),
        (around(2.59), set()),
        (around(6.0, before=5.0), set()),
        (around(6.0, after=5.0), set()),
        (around(2.0), set()),
    ],
    ids=["all out", "just enough", "too little", "begun fast", "gone on", "even"],
)
def test_a_sprint_stands_out_from_both_its_sides(speed: FloatColumn, expected: set[tuple[int, int]]) -> None:
    assert may_be(speed) == expected


def test_a_sprint_lasts_about_as_long_as_asked() -> None:
    # Of 10 s asked, 10 s are found where up to 30 s or at least 6 s were asked: a third to seven quarters.
    assert {s: (210, 220) in may_be(around(6.0), seconds=s) for s in (5.0, 6.0, 30.0, 31.0)} == {
        5.0: False,
        6.0: True,
        30.0: True,
        31.0: False,
    }


def test_a_sprint_of_a_distance_is_held_against_metres() -> None:
    # 10 s at 6 m/s are 60 m: of 180 m a third, of 34 m a little more than seven quarters.
    for asked, found in ((180, True), (181, False), (35, True), (34, False)):
        step = effort(2, WORK, asked, asked, metres=True, all_out=True)
        assert ((210, 220) in may_be(around(6.0), step, seconds=asked / 6)) is found, asked


def test_what_is_only_hard_may_go_on_into_a_recovery_if_it_was_done_in_full_and_is_far_above_the_way_in() -> None:
    through = around(2.7, after=2.65)
    assert may_be(through, QUICK, way_in_s=300) >= {(210, 220)}
    assert may_be(through, QUICK, seconds=13, way_in_s=300) == {(210, 230)}
    assert may_be(around(2.5, before=2.0, after=2.4), QUICK, way_in_s=300) == set()
    assert may_be(through, QUICK, way_in_s=0) == set()
    assert may_be(around(2.5), QUICK, way_in_s=0) == {(210, 220), (205, 220)}


def test_a_repetition_with_a_target_or_by_the_heart_is_told_by_its_level_alone() -> None:
    aimed = effort(2, WORK, 10, 10, bound(Quantity.SPEED, 2.0, 3.0), all_out=True)
    at = np.where(np.arange(300) >= 210, 0.31, 0.1)
    above = {(a, b) for a in EDGES for b in EDGES if a < b and a >= 210}
    assert may_be(around(2.2), aimed, at=at) == above
    assert may_be(around(2.2), SPRINT, at=at, quantity=Quantity.HEART_RATE) == above


def test_where_nothing_was_read_anything_may_have_been() -> None:
    unread = around(2.0)
    unread[200:230] = np.nan
    found = may_be(unread)
    assert {(205, 210), (210, 220), (205, 220)} <= found
    assert (0, 100) not in found


def test_a_pause_is_no_side_of_a_sprint() -> None:
    # The watch stood still for five minutes right before: what lies behind the pause is five minutes away.
    t_s = np.where(np.arange(300) >= 210, np.arange(300.0) + 300, np.arange(300.0))
    speed = around(6.0, before=5.9)
    levels = Levels(Quantity.SPEED, np.where(speed > 2.0, 1.0, 0.0), ())
    channels = Channels(t_s, np.ones(300), ((Quantity.SPEED, speed),))
    mask = Stretches(levels, channels, np.array([0, 210, 220, 300])).may_be(SPRINT, MEANT, 10)
    assert bool(mask[1, 2])


def stretched(*spans: tuple[EffortStep, float, float] | EffortStep) -> list[Stretch]:
    """Steps with where they were done, in seconds; a step alone was left out."""
    return [
        Stretch(one, None, 0.0)
        if isinstance(one, EffortStep)
        else Stretch(one[0], SampleSpan(*one[1:]), one[2] - one[1])
        for one in spans
    ]


def reached(
    speed: FloatColumn, *spans: tuple[EffortStep, float, float] | EffortStep, relative: bool = True, size_s: float = 60
) -> list[bool]:
    """Which of the steps count as reached, all of them meant to last so long."""
    levels = Levels(Quantity.SPEED, np.zeros(len(speed)), (), relative=relative)
    stretches = stretched(*spans)
    return [one.reached for one in above_the_way_in(stretches, [size_s] * len(stretches), levels, seen(speed))]


INTO, REP, REST, OUT = (
    effort(1, WARM, 60, 60),
    effort(2, WORK, 60, 60),
    effort(3, EASY, 60, 60),
    effort(4, COOL, 60, 60),
)


@pytest.mark.parametrize(
    ("work", "size_s", "expected"), [(2.69, 60, False), (2.71, 60, True), (3.24, 40, False), (3.26, 40, True)]
)
def test_work_is_harder_than_the_warm_up(work: float, size_s: float, expected: bool) -> None:
    # By 8 % in a repetition, by 30 % in a sprint of up to forty seconds.
    speed = column([(60, 2.5), (60, work), (60, 1.0)])
    assert reached(speed, (INTO, 0, 60), (REP, 60, 120), (REST, 120, 180), size_s=size_s) == [True, expected, True]
    assert reached(speed, (INTO, 0, 60), (REP, 60, 120), relative=False, size_s=size_s) == [True, True]


def test_without_a_warm_up_the_way_out_tells_and_else_nothing() -> None:
    speed = column([(60, 2.6), (60, 2.5)])
    assert reached(speed, (REP, 0, 60), (OUT, 60, 120)) == [False, True]
    assert reached(speed, (REP, 0, 60), (REST, 60, 120)) == [True, True]


def test_where_the_warm_up_was_left_out_the_rest_of_the_day_tells() -> None:
    # Outside the work lie 60 s at 2.0 m/s and 60 s at 2.5: nine tenths of that time lie below 2.5.
    speed = column([(60, 2.6), (60, 2.0), (60, 2.8), (60, 2.5)])
    spans = ((REP, 0.0, 60.0), (REST, 60.0, 120.0), (REP, 120.0, 180.0))
    assert reached(speed, INTO, *spans) == [True, False, True, True]


def test_where_more_was_idled_than_the_warm_up_was_to_last_nothing_was_work() -> None:
    speed = column([(60, 2.8), (60, 2.0), (60, 2.8)])
    spans = ((REP, 0.0, 60.0), (REP, 120.0, 180.0))
    assert reached(speed, INTO, *spans, size_s=60) == [True, False, False]
    assert reached(speed, INTO, *spans, size_s=61) == [True, True, True]
