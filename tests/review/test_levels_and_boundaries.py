"""What an alignment goes by: how hard each moment was on the plan's scale, and where steps may begin and end."""

from __future__ import annotations

from math import ceil

import numpy as np
import pytest

from longgame.kernel.interval import Interval
from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Quantity
from longgame.record.session import Lap
from longgame.record.streams import FloatColumn
from longgame.review.alignment import align_efforts
from longgame.review.alignment.boundaries import boundaries
from longgame.review.alignment.levels import Speeds, levels, speeds
from longgame.review.case import StepCorrection
from longgame.review.channels import Channels, believe
from tests.review.test_alignment_of_efforts import ridden, run, thrice, told
from tests.strategies.build import bound, column, effort, recorded

WORK, EASY = StepRole.WORK, StepRole.EASY
BY_ROLE = tuple(Interval(0.75, 1.0) if step.role is WORK else Interval(0.0, 0.25) for step in thrice())


def flat(seconds: int) -> Channels:
    """A recording of so many seconds without any channel."""
    return Channels(np.arange(float(seconds)), np.ones(seconds))


def coarse(seconds: int) -> set[int]:
    """The marks of the coarse clock, and both ends."""
    return {0, seconds, *(ceil(seconds * k / 32) for k in range(33))}


def marks(sizes: list[float], level: FloatColumn, laps: tuple[Lap, ...] = ()) -> set[int]:
    """What is marked besides the coarse clock and the plan's own times."""
    found = boundaries(sizes, flat(len(level)), laps, level)
    assert found.tolist() == sorted(set(found.tolist()))
    return set(found.tolist()) - coarse(len(level)) - {round(sum(sizes[: k + 1])) for k in range(len(sizes))}


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (np.full(1000, 0.5), set()),
        (column([(301, 0.0), (699, 1.0)]), {301}),
        (column([(301, 0.0), (699, 0.11)]), set()),
        (column([(301, 0.0), (699, 0.13)]), {301}),
        (column([(301, 0.0), (60, 1.0), (639, 0.0)]), {301, 361}),
        (column([(301, 0.0), (5, 1.0), (694, 0.5)]), {301}),
        (column([(301, 0.5), (5, 1.0), (694, 0.0)]), {306}),
        (column([(400, 0.5), (21, np.nan), (579, 0.5)]), set()),
        (column([(301, 0.0), (9, np.nan), (690, 1.0)]), {310}),
    ],
    ids=["none", "one", "too small", "just enough", "up and down", "first", "second", "unread", "unread between"],
)
def test_steps_may_change_where_the_effort_does(level: FloatColumn, expected: set[int]) -> None:
    assert marks([100.0], level) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(80, {34, 44}), (400, {201, 231})])
def test_in_a_short_recording_a_burst_is_seen_as_it_was(seconds: int, expected: set[int]) -> None:
    # An eighth of the recording is compared, or half a minute: of a burst of 10 s half a minute sees half a minute.
    first = min(expected)
    assert marks([60.0], column([(first, 0.0), (10, 1.0), (seconds - first - 10, 0.0)])) == expected


def test_laps_and_the_plans_own_times_are_marks() -> None:
    laps = (Lap(0.0, 333.0), Lap(333.0, 777.0), Lap(777.0, 1200.0))
    found = boundaries([101.0, 102.0], flat(1000), laps, None).tolist()
    assert set(found) == coarse(1000) | {101, 203, 333, 777}


def test_levels_by_contrast_stand_between_the_easy_part_and_the_middle_of_the_work() -> None:
    ride = ridden((600, 150), (240, 300), (120, 120), (240, 340), (120, 120), (180, 300), (60, 340), (300, 150))
    found = levels(thrice(), ride, None)
    assert found is not None
    assert found.channel is Quantity.POWER
    assert [found.at[place] for place in (0, 700, 900, 1000, 1700)] == [0, 1, 0, 1, 0]
    assert found.meant == BY_ROLE


def test_levels_by_a_floor_of_the_work_begin_two_contrasts_below_it() -> None:
    found = levels(thrice(bound(Quantity.POWER, 290, None)), ridden((1860, 280)), None)
    assert found is not None
    low = 290 / 1.15**2
    assert found.at[5] == pytest.approx((280 - low) / (290 - low))
    assert found.meant == BY_ROLE


def test_levels_by_targets_are_those_of_the_targets() -> None:
    steps = (
        effort(1, WORK, 600, 600, bound(Quantity.POWER, 280, 300)),
        effort(2, EASY, 600, 600, bound(Quantity.POWER, 120, 160)),
        effort(3, EASY, 600, 600),
    )
    found = levels(steps, ridden((600, 290), (600, 130), (600, 160)), None)
    assert found is not None
    assert [round(float(found.at[place]), 4) for place in (0, 700, 1300)] == [1.0, 0.0, 0.0]
    assert found.meant == (Interval(1.0, 1.0), Interval(0.0, 0.0), Interval(0.0, 0.25))


def test_without_movement_there_are_no_speeds() -> None:
    t_s = np.arange(100.0)
    assert speeds(Channels(t_s, np.ones(100), ((Quantity.SPEED, np.zeros(100)),))) is None
    assert speeds(run((90, 2.0), (10, 5.0))) == Speeds(2.3, 5.0)
    assert speeds(ridden((100, 200))) is None


def test_the_last_sample_stands_as_long_as_it_holds() -> None:
    t_s, dt_s = np.arange(600.0), np.ones(600)
    dt_s[-1] = 5.0
    found = align_efforts((effort(1, WORK, 600, 700),), Channels(t_s, dt_s, ((Quantity.POWER, np.full(600, 200.0)),)))
    assert told(found) == ["0-604"]


def test_distances_without_movement_are_laid_by_the_clock() -> None:
    t_s = np.arange(1200.0)
    still = Channels(
        t_s,
        np.ones(1200),
        ((Quantity.POWER, column([(600, 100), (300, 300), (300, 100)])), (Quantity.SPEED, np.zeros(1200))),
    )
    steps = (effort(1, EASY, 600, 600), effort(2, WORK, 1000, 1000, metres=True), effort(3, EASY, 300, 300))
    assert told(align_efforts(steps, still)) == ["0-600", "600-900", "900-1200"]


def test_a_correction_counts_in_seconds_and_metres_of_samples_that_hold_longer() -> None:
    t_s = np.arange(0.0, 1200.0, 2.0)
    channels = Channels(t_s, np.full(600, 2.0), ((Quantity.SPEED, np.full(600, 3.0)),))
    said = [StepCorrection(1, 100.0, 400.0), StepCorrection(2, None, None)]
    first, second = align_efforts((effort(1, WORK, 600, 600), effort(2, WORK, 600, 600)), channels, (), said).stretches
    assert (first.seconds, first.metres) == (300, 900)
    assert (second.seen_at, second.seconds) == (None, 0)


def test_heart_rate_leads_by_its_lag() -> None:
    beats = believe(recorded(hr=[(900, 120), (900, 165)], noise=0.0))
    steps = (effort(1, EASY, 900, 900), effort(2, WORK, 900, 900))
    found = levels(steps, beats, None)
    assert found is not None
    assert found.channel is Quantity.HEART_RATE
    # A heart that follows with a constant of 15 s is half way after 15 ln 2 = 10 s; the lag taken out is 20 s.
    assert float(np.interp(0.5, found.at[850:950], np.arange(850.0, 950.0))) == pytest.approx(890, abs=2)


def test_where_nearly_all_is_work_the_easy_part_is_looked_for_below_it() -> None:
    steps = (effort(1, WORK, 1000, 1000), effort(2, EASY, 200, 200))
    found = levels(steps, ridden((1000, 300), (120, 100), (80, 150)), None)
    assert found is not None
    assert [float(found.at[place]) for place in (0, 1050, 1150)] == [1.0, 0.0, 0.25]


@pytest.mark.parametrize(("seconds", "found_in"), [(40.0, False), (41.0, True)])
def test_up_to_forty_seconds_a_repetition_without_a_target_is_a_sprint(seconds: float, found_in: bool) -> None:
    # A fifth faster is work in a long repetition and none in a sprint.
    steps = [effort(1, StepRole.WARM_UP, 600, 600)]
    for number in range(2, 8, 2):
        steps += [effort(number, WORK, seconds, seconds), effort(number + 1, EASY, 120, 120)]
    ran = run((600, 2.5), *[(seconds, 3.0), (120, 2.5)] * 3)
    found = levels(steps, ran, None)
    assert found is not None
    assert found.channel is Quantity.SPEED
    assert bool((found.at > 0.5).any()) is found_in


def test_a_target_between_the_others_stands_between_them() -> None:
    steps = (
        effort(1, WORK, 600, 600, bound(Quantity.POWER, 280, 300)),
        effort(2, EASY, 600, 600, bound(Quantity.POWER, 120, 160)),
        effort(3, EASY, 600, 600, bound(Quantity.POWER, 200, 220)),
        effort(4, EASY, 600, 600, bound(Quantity.POWER, None, 190)),
        effort(5, WORK, 600, 600, bound(Quantity.POWER, 250, None)),
    )
    found = levels(steps, ridden((600, 290), (600, 130), (600, 210), (600, 180), (600, 260)), None)
    assert found is not None
    ends = [end for one in found.meant for end in (one.floor, one.ceiling)]
    assert ends == pytest.approx([1.0, 1.0, 0.0, 0.0, 1 / 3, 0.5, 0.0, 0.25, 0.75, 1.0])


def test_speeds_count_in_seconds() -> None:
    channels = Channels(np.arange(0.0, 200.0, 2.0), np.full(100, 2.0), ((Quantity.SPEED, np.full(100, 3.0)),))
    assert speeds(channels) == Speeds(3.0, 3.0)


def test_a_repetition_more_than_asked_is_seen_to_the_very_end() -> None:
    extra = ((600, 150), *[(240, 300), (120, 120)] * 3, (130, 300))
    found = align_efforts(thrice()[:-1], ridden(*extra))
    assert [(one.start_s, one.stop_s) for one in found.unasked] == [(1560, 1810)]
