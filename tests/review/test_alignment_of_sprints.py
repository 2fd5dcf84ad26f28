"""Short repetitions among long rests: over days whose truth is known, what was found was there."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.sprints import Tally, drawn, tally

from longgame.plan.planned import StepRole
from longgame.record.streams import Streams
from longgame.review.alignment import align_efforts
from longgame.review.channels import believe
from tests.strategies.build import column, effort, session

DAYS = 30


@pytest.mark.parametrize("kind", ["all done", "stopped early", "some left out"])
def test_no_rest_is_taken_for_a_sprint_and_hardly_a_sprint_is_missed(kind: str) -> None:
    got = sum((tally(drawn(seed, kind)) for seed in range(DAYS)), Tally())
    assert got.done > 3 * DAYS
    assert got.false == 0
    assert got.split <= 1
    assert got.found >= 0.97 * got.done


def test_walked_sprints_with_jogged_rests_are_hardly_ever_taken_for_sprints() -> None:
    """Some 200 are asked for; those that pass were asked for with rests hardly longer than the sprint."""
    got = sum((tally(drawn(seed, "walked, rests jogged")) for seed in range(DAYS)), Tally())
    assert got.done == 0
    assert got.false <= 3


@pytest.mark.parametrize("count", [1, 3])
def test_few_sprints_of_a_distance_are_found_in_a_long_run(count: int) -> None:
    sprint, walk = effort(2, StepRole.WORK, 100, 100, metres=True, all_out=True), effort(3, StepRole.EASY, 120, 120)
    speed = column([(2400, 2.7), *[(13, 7.8), (120, 1.3)] * count], noise=0.03)
    steps = (effort(1, StepRole.WARM_UP, 2400, 2400), *[sprint, walk] * 6)
    aligned = align_efforts(steps, believe(session(streams=Streams(np.arange(float(len(speed))), speed_m_s=speed))))
    done = [s.seen_at for s in aligned.stretches if s.step.role is StepRole.WORK and s.done and s.seen_at is not None]
    places = [moment for span in done for moment in (span.start_s, span.stop_s)]
    assert places == pytest.approx([2400 + 133 * n + end for n in range(count) for end in (0, 13)], abs=1.5)


def test_a_sprint_is_no_leap_of_the_satellites() -> None:
    """Its speed flickers about twice the fast end of the rest, as on a day with a long way in."""
    steps = (effort(1, StepRole.WARM_UP, 1500, 1500), effort(2, StepRole.WORK, 8, 8, all_out=True))
    top = np.where(np.arange(8) % 2 == 0, 5.6, 5.0)
    speed = np.concatenate([np.full(1500, 2.6), top, np.full(200, 1.2)])
    aligned = align_efforts(steps, believe(session(streams=Streams(np.arange(float(len(speed))), speed_m_s=speed))))
    span = aligned.stretches[1].seen_at
    assert span is not None
    assert (span.start_s, span.stop_s) == (1500, 1508)


def test_work_without_a_length_is_not_taken_to_be_short() -> None:
    steps = (effort(1, StepRole.WARM_UP, 600, 600), effort(2, StepRole.WORK), effort(3, StepRole.COOL_DOWN, 300, 300))
    speed = column([(600, 2.5), (900, 4.0), (300, 2.5)], noise=0.02)
    aligned = align_efforts(steps, believe(session(streams=Streams(np.arange(1800.0), speed_m_s=speed))))
    span = aligned.stretches[1].seen_at
    assert span is not None
    assert (span.start_s, span.stop_s) == pytest.approx((600, 1500), abs=5)


@pytest.mark.parametrize(("work", "done"), [(4.0, True), (2.5, False), (2.2, False), (1.2, False)])
def test_a_way_in_is_not_taken_for_work_that_was_slower_than_it(work: float, done: bool) -> None:
    steps = (
        effort(1, StepRole.WARM_UP, 600, 600),
        effort(2, StepRole.WORK, 900, 900),
        effort(3, StepRole.COOL_DOWN, 300, 300),
    )
    speed = column([(600, 2.5), (900, work), (300, 2.5)], noise=0.01)
    aligned = align_efforts(steps, believe(session(streams=Streams(np.arange(1800.0), speed_m_s=speed))))
    assert aligned.stretches[1].done is done


def test_a_way_in_and_a_way_out_are_not_taken_for_two_repetitions_that_were_slower() -> None:
    steps = (
        effort(1, StepRole.WARM_UP, 600, 600),
        effort(2, StepRole.WORK, 600, 600),
        effort(3, StepRole.EASY, 60, 60),
        effort(4, StepRole.WORK, 600, 600),
        effort(5, StepRole.COOL_DOWN, 300, 300),
    )
    speed = column([(600, 2.5), (600, 1.8), (60, 2.5), (600, 1.8), (300, 2.5)], noise=0.01)
    aligned = align_efforts(steps, believe(session(streams=Streams(np.arange(2160.0), speed_m_s=speed))))
    assert not any(one.done for one in aligned.stretches if one.step.role is StepRole.WORK)


def test_work_begun_without_a_way_in_is_work() -> None:
    steps = (effort(1, StepRole.WARM_UP, 600, 600), effort(2, StepRole.WORK, 900, 900))
    speed = column([(900, 4.0), (600, 2.5)], noise=0.01)
    aligned = align_efforts(steps, believe(session(streams=Streams(np.arange(1500.0), speed_m_s=speed))))
    assert [one.done for one in aligned.stretches] == [False, True]


def test_a_sprint_that_is_hardly_half_the_days_best_is_none() -> None:
    """As on a ride of 30/15 that ended after three: two easier half minutes stand out from the spinning about them."""
    steps = [effort(1, StepRole.WARM_UP, 600, 600)]
    for number in range(2, 12, 2):
        steps += [effort(number, StepRole.WORK, 30, 30), effort(number + 1, StepRole.EASY, 15, 15)]
    watts = column([(600, 150), *[(30, 480), (15, 130)] * 3, (60, 60), (30, 190), (60, 60), (30, 190), (60, 60)], 0.02)
    aligned = align_efforts(steps, believe(session(streams=Streams(np.arange(float(len(watts))), power_w=watts))))
    assert [one.done for one in aligned.stretches if one.step.role is StepRole.WORK] == [True] * 3 + [False] * 2
