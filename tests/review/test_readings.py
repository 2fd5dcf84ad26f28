"""What is read out of a recording before anything is judged: holds, laps, windows, means, slopes, named places."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.interval import Interval
from longgame.kernel.spans import SampleSpan
from longgame.plan.planned import StepRole
from longgame.purpose.bounds import Bounds, Quantity
from longgame.purpose.intent import Intent
from longgame.purpose.rubric import Tolerance
from longgame.record.session import Lap
from longgame.record.streams import Streams
from longgame.review.alignment import Stretch
from longgame.review.asked import asked_of_session, is_point, planned_seconds, total_asked
from longgame.review.assign import assign
from longgame.review.case import Case
from longgame.review.channels import NO_CHANNELS, Channels, believe, from_laps, holds
from longgame.review.movements import is_variant, key_of, likeness
from longgame.review.output import Output, hills_differ, mean_in, smoothed, work_output
from longgame.review.owed import asked_s
from longgame.review.places import named, unread_words, where_true
from longgame.review.score import closeness, mean
from longgame.review.seen import Seen, look
from tests.strategies.build import bound, effort, plan, recorded, session
from tests.strategies.profiles import examples

TEN = np.arange(10.0)
RAMP = Channels(TEN, np.ones(10), ((Quantity.POWER, TEN * 10),))
HALVES = Channels(
    np.array([0.0, 1, 3, 7]), np.array([1.0, 2, 4, 1]), ((Quantity.POWER, np.array([100.0, 200, 300, 400])),)
)


@pytest.mark.parametrize(
    ("t_s", "expected"),
    [
        ([0, 1, 2, 3], [1, 1, 1, 1]),
        ([0, 1, 2, 12, 13], [1, 1, 10, 1, 1]),
        ([0, 1, 2, 13, 14], [1, 1, 1, 1, 1]),
        ([0, 8, 16, 32, 40], [8, 8, 16, 8, 8]),
        ([0, 8, 16, 33, 41], [8, 8, 8, 8, 8]),
        ([5], [1]),
    ],
)
def test_a_sample_stands_until_the_next_unless_that_was_a_pause(t_s: list[float], expected: list[float]) -> None:
    assert holds(np.array(t_s, dtype=float)).tolist() == expected


def test_laps_become_a_coarse_recording() -> None:
    laps = (Lap(0, 20, distance_m=60, mean_hr_bpm=120), Lap(20, 20), Lap(20, 30, distance_m=50, mean_power_w=200))
    got = from_laps(laps)
    assert got is not None
    assert got.t_s.tolist() == [0, 5, 10, 15, 20, 25]
    assert got.speed_m_s is not None
    assert got.speed_m_s.tolist() == [3, 3, 3, 3, 5, 5]
    assert got.hr_bpm is not None
    assert np.array_equal(got.hr_bpm, [120] * 4 + [np.nan] * 2, equal_nan=True)
    assert got.power_w is not None
    assert np.isnan(got.power_w[:4]).all()


@pytest.mark.parametrize("laps", [(), (Lap(5, 5),), (Lap(0, 20), Lap(10, 30))], ids=["none", "empty", "overlapping"])
def test_laps_that_are_no_recording(laps: tuple[Lap, ...]) -> None:
    assert from_laps(laps) is None


def test_laps_that_begin_together_are_no_recording() -> None:
    assert from_laps((Lap(0, 1, distance_m=5), Lap(0, 2, distance_m=6))) is None


def test_a_slow_walk_by_distance_is_as_slow_as_it_was() -> None:
    got = believe(session(streams=Streams(np.arange(200.0), distance_m=0.5 * np.arange(200.0)))).get(Quantity.SPEED)
    assert got is not None
    assert got.tolist() == [0.5] * 200
    two = believe(session(streams=Streams(np.array([0.0, 2.0]), distance_m=np.array([0.0, 6.0])))).get(Quantity.SPEED)
    assert two is not None
    assert two.tolist() == [3.0, 3.0]


def test_a_step_is_meant_to_last_its_least_or_else_its_most() -> None:
    step = effort(1, StepRole.WORK, 600, 900)
    at_most = replace(step, size=Bounds(Quantity.DURATION, Interval(None, 900)))
    assert [planned_seconds(one) for one in (step, at_most, replace(step, size=None))] == [600, 900, None]


def test_the_mean_of_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match=r"^the mean of no scores$"):
        mean(())


def test_laps_of_five_seconds_after_each_other_are_a_recording() -> None:
    got = from_laps((Lap(0, 1, distance_m=5), Lap(1, 2, distance_m=6)))
    assert got is not None
    assert got.t_s.tolist() == [0, 1]


def test_distance_alone_gives_speed_and_never_backwards() -> None:
    t_s = np.arange(0.0, 200.0, 2.0)
    metres = 6 * np.arange(100.0)
    metres[50:] -= 30
    got = believe(session(streams=Streams(t_s, distance_m=metres))).get(Quantity.SPEED)
    assert got is not None
    assert got[10] == pytest.approx(3.0)
    assert np.nanmin(got) >= 0


def test_what_was_not_read_is_a_share_of_the_time() -> None:
    power = np.array([100.0, np.nan, 300, 400])
    channels = Channels(HALVES.t_s, HALVES.dt_s, ((Quantity.POWER, power),))
    assert channels.unread(Quantity.POWER) == 2 / 8
    assert channels.unread(Quantity.SPEED) == 1
    assert NO_CHANNELS.unread(Quantity.POWER) == 1
    half = Channels(np.array([0.0]), np.array([0.5]), ((Quantity.POWER, np.array([200.0])),))
    assert half.unread(Quantity.POWER) == 0
    assert (
        unread_words(channels, Quantity.POWER) == " For 25% of the time power was not read, which counts neither way."
    )
    assert unread_words(half, Quantity.POWER) == ""


def test_the_whole_of_a_recording_ends_with_its_last_sample() -> None:
    assert HALVES.whole == SampleSpan(0, 8)
    assert NO_CHANNELS.whole == SampleSpan(0, 0)
    assert HALVES.window(1, 7).tolist() == [False, True, True, False]
    assert HALVES.total_s == 8


@pytest.mark.parametrize(
    ("span", "skip", "expected"),
    [
        (SampleSpan(0, 10), 0.0, 45),
        (SampleSpan(2, 6), 0.0, 35),
        (SampleSpan(2, 6), 0.5, 45),
        (SampleSpan(4, 8), 0.25, 60),
        (SampleSpan(20, 30), 0.0, None),
    ],
)
def test_the_mean_of_a_stretch_leaves_out_its_beginning(span: SampleSpan, skip: float, expected: float | None) -> None:
    assert mean_in(RAMP, Quantity.POWER, span, skip) == expected
    assert mean_in(RAMP, Quantity.SPEED, span, skip) is None


def test_samples_that_stand_longer_count_more() -> None:
    assert mean_in(HALVES, Quantity.POWER, SampleSpan(0, 8)) == (100 + 400 + 1200 + 400) / 8
    output = Output(Quantity.POWER, np.array([100.0, 200, 300, 400]), HALVES.dt_s, HALVES.t_s)
    assert output.seconds == 8
    assert output.parts(2) == ((100 + 400 + 300) / 4, (900 + 400) / 4)
    assert output.parts(3) == ()
    assert len(Output(Quantity.POWER, TEN, np.ones(10), TEN).parts(5)) == 5


def test_smoothing_is_the_mean_of_half_a_minute_and_never_looks_outside() -> None:
    t_s = np.arange(120.0)
    power = np.where(t_s < 60, 100.0, 300.0)
    channels = Channels(t_s, np.ones(120), ((Quantity.POWER, power), (Quantity.HEART_RATE, power)))
    got = smoothed(channels, Quantity.POWER, SampleSpan(0, 120))
    assert got[30] == pytest.approx(100)
    assert got[59] == pytest.approx((15.5 * 100 + 14.5 * 300) / 30)
    assert got[90] == pytest.approx(300)
    inside = smoothed(channels, Quantity.POWER, SampleSpan(0, 60))
    assert inside[59] == pytest.approx(100)
    assert np.isnan(inside[60:]).all()
    ramp = smoothed(Channels(t_s, np.ones(120), ((Quantity.POWER, t_s),)), Quantity.POWER, SampleSpan(0, 120))
    # Half a second is the middle of the first sample: the mean of the 15.5 s from the beginning on.
    assert ramp[0] == pytest.approx((sum(range(15)) + 0.5 * 15) / 15.5)
    torn = np.where((t_s >= 50) & (t_s < 56), np.nan, 100.0)
    mended = smoothed(Channels(t_s, np.ones(120), ((Quantity.POWER, torn),)), Quantity.POWER, SampleSpan(0, 120))
    assert mended == pytest.approx(np.full(120, 100.0))
    assert smoothed(channels, Quantity.HEART_RATE, SampleSpan(0, 120)) is channels.get(Quantity.HEART_RATE)
    assert np.isnan(smoothed(channels, Quantity.SPEED, SampleSpan(0, 120))).all()


def over(altitude: list[float | None]) -> Seen:
    """An easy run of 100 m between points of these heights."""
    count = len(altitude)
    t_s = 30.0 * np.arange(count)
    heights = np.array([np.nan if one is None else one for one in altitude])
    streams = Streams(t_s, distance_m=100.0 * np.arange(count), altitude_m=heights)
    case = Case(plan(Intent.BASE, effort(1, StepRole.WORK, 600)), session(streams=streams))
    assert case.planned is not None
    assert case.session is not None
    return look(case, case.planned, case.session)


@pytest.mark.parametrize(
    ("altitude", "differ"),
    [
        ([0, 0, 0, 0, 0], False),
        ([500, 500, 500, 500, 500], False),
        ([0, 1, 2, 3, 4], False),
        ([0, 1, 2, 1, 0], True),
        ([0, 0, 0, 0.4, 0.8], False),
        ([0, 0, 0, 0.6, 1.2], True),
        ([None, 0, 0, 0, 1.0, 2.0], True),
        ([0, 5], False),
        ([None, None, None], False),
        ([0, 0, 0, 0, 1.2], True),
        ([1.2, 0, 0, 0, 0], True),
        ([0.9, 0, 0, 0, 0], False),
        ([0, 1.0, 0], True),
        ([0, 0, 1.2, 0, 0, 0, 0], False),
    ],
)
def test_two_halves_are_differently_hilly_from_half_a_percent_on(altitude: list[float | None], differ: bool) -> None:
    assert hills_differ(over(altitude)) is differ


def test_places_are_bridged_and_short_ones_left_out() -> None:
    t_s = np.arange(600.0)
    channels = Channels(t_s, np.ones(600))

    def at(*spans: tuple[int, int]) -> tuple[SampleSpan, ...]:
        mask = np.zeros(600, dtype=bool)
        for first, stop in spans:
            mask[first:stop] = True
        return where_true(channels, mask)

    assert at() == ()
    assert at((10, 39)) == ()
    assert at((10, 40)) == (SampleSpan(10, 40),)
    assert at((10, 40), (59, 80)) == (SampleSpan(10, 80),)
    assert at((10, 40), (60, 90)) == (SampleSpan(10, 40), SampleSpan(60, 90))
    assert at((10, 50), (100, 130), (200, 250), (300, 360)) == (
        SampleSpan(10, 50),
        SampleSpan(200, 250),
        SampleSpan(300, 360),
    )
    assert named(()) == ""
    assert named((SampleSpan(60, 180), SampleSpan(300, 420), SampleSpan(600, 720))) == ", in minute 1–3, 5–7 and 10–12"


@pytest.mark.parametrize(
    ("value", "interval", "expected"),
    [
        (2.0, Interval(2, 4), 1.0),
        (4.0, Interval(2, 4), 1.0),
        (4.0 + 1e-10, Interval(2, 4), 1.0),
        (4.5, Interval(2, 4), 0.75),
        (1.5, Interval(2, 4), 0.5),
        (6.0, Interval(2, 4), 0.0),
        (9.0, Interval(2, 4), 0.0),
        (9.0, Interval(2, None), 1.0),
    ],
)
def test_the_score_falls_in_a_straight_line(value: float, interval: Interval, expected: float) -> None:
    assert closeness(value, interval, Tolerance(1, 2)) == expected


def test_without_a_width_a_breach_is_a_breach() -> None:
    assert closeness(4.1, Interval(2, 4), Tolerance(1, 0)) == 0.0


@examples(60)
@given(
    st.integers(1, 4).flatmap(
        lambda columns: st.lists(
            st.lists(
                st.sampled_from([-3.0, -2.0, -1.5, -1.0, -0.25, 0.0, 1.0, inf]), min_size=columns, max_size=columns
            ),
            min_size=1,
            max_size=4,
        )
    )
)
def test_an_assignment_costs_no_more_than_any_other(costs: list[list[float]]) -> None:
    rows, columns = len(costs), len(costs[0])

    def cost(chosen: tuple[int | None, ...]) -> float:
        return sum(costs[row][column] for row, column in enumerate(chosen) if column is not None)

    places = [*range(columns), *[None] * rows]
    least = min(
        sum(min(0.0, costs[r][c]) for r, c in enumerate(one) if c is not None) for one in permutations(places, rows)
    )
    got = assign(costs)
    taken = [column for column in got if column is not None]
    assert len(taken) == len(set(taken))
    assert cost(got) == pytest.approx(least)
    assert all(column is None or costs[row][column] < 0 for row, column in enumerate(got))


def test_nothing_to_assign_is_no_mistake() -> None:
    assert assign([]) == ()
    assert assign([[], []]) == (None, None)


@pytest.mark.parametrize(
    ("planned", "done", "expected"),
    [
        ("Pull-up", "pull up", 1.0),
        ("My thing", "my  THING", 1.0),
        ("My thing", "my other thing", 0.0),
        ("My thing", "Pull-up", 0.0),
        ("Pull-up", "Lat Pulldown", 0.7),
        ("Pull-up", "Squat", 0.0),
        ("Bench Press", "Triceps Extension", 0.4),
        ("Alternate Hammer Curl", "Barbell Shrug", 0.0),
    ],
)
def test_exercises_are_as_alike_as_their_movement(planned: str, done: str, expected: float) -> None:
    assert likeness(planned, done) == likeness(done, planned) == expected


def test_own_names_and_equipment_in_brackets() -> None:
    own = {"my pull": "Pull-up"}
    assert likeness("Pull-up", "My pull", own) == likeness("My pull", "Pull-up", own) == 1
    assert likeness("My pull", "Lat Pulldown", own) == likeness("Lat Pulldown", "My pull", own) == 0.7
    assert likeness("Pull-up", "My pull") == 0
    assert key_of("My Pull", own) == key_of("Pull-up")
    assert key_of("A  Thing of mine") == "a thing of mine"
    assert is_variant("Shoulder-Press", "shoulder press (Plate Loaded)")
    assert is_variant("Press (Machine) wide", "press wide")
    assert not is_variant("Squat", "Squat Jump")


@pytest.mark.parametrize(
    ("interval", "point"),
    [
        (Interval(60, 60), True),
        (Interval(100, 101), True),
        (Interval(199, 201), True),
        (Interval(100, 102), False),
        (Interval(None, 60), False),
        (Interval(60, None), False),
    ],
)
def test_a_single_number_is_told_from_a_range(interval: Interval, point: bool) -> None:
    assert is_point(interval) is point


def test_the_whole_is_what_its_steps_come_to() -> None:
    work, rest = effort(1, StepRole.WORK, 600, 900), effort(2, StepRole.EASY, 120, 120)
    whole = total_asked(plan(Intent.BASE, work, rest))
    assert whole is not None
    assert whole.interval == Interval(720, 1020)
    far = effort(3, StepRole.WORK, 1000, 1000, metres=True)
    assert total_asked(plan(Intent.BASE, work, far)) is None
    stopped = total_asked(plan(Intent.SPEED, effort(1, StepRole.WORK, 600, 900, until="pace falls"), rest))
    assert stopped is not None
    assert stopped.interval == Interval(None, 1020)
    open_end = total_asked(plan(Intent.BASE, work, effort(2, StepRole.EASY)))
    assert open_end is not None
    assert open_end.interval == Interval(600, None)
    shared = plan(Intent.BASE, work, targets=(bound(Quantity.DURATION, 1800, 2400),))
    assert total_asked(shared).interval == Interval(1800, 2400)  # type: ignore[union-attr]  # it has one
    at_most = total_asked(plan(Intent.BASE, replace(work, size=Bounds(Quantity.DURATION, Interval(None, 900))), rest))
    assert at_most is not None
    assert at_most.interval == Interval(120, 1020)
    assert total_asked(plan(Intent.BASE)) is None


def test_what_all_work_shares_is_asked_of_the_session() -> None:
    easy, hard = bound(Quantity.RPE, 3, 4), bound(Quantity.RPE, 7, 8)
    work, other = effort(1, StepRole.WORK, 600, 600, easy), effort(2, StepRole.WORK, 600, 600, hard)
    warm = effort(3, StepRole.WARM_UP, 600, 600, hard)
    assert asked_of_session(plan(Intent.BASE, work, work, warm), Quantity.RPE) == Interval(3, 4)
    assert asked_of_session(plan(Intent.BASE, work, other), Quantity.RPE) is None
    assert asked_of_session(plan(Intent.BASE, warm), Quantity.RPE) is None
    assert asked_of_session(plan(Intent.BASE, work, other, targets=(hard,)), Quantity.RPE) == Interval(7, 8)


def looked(case: Case) -> Seen:
    """What is seen of a case that has both plan and session."""
    assert case.planned is not None
    assert case.session is not None
    return look(case, case.planned, case.session)


def test_what_was_free_to_be_left_out_was_owed_no_time() -> None:
    work, far = effort(1, StepRole.WORK, 600, 600), effort(2, StepRole.WORK, 1000, 1000, metres=True)
    at_most = replace(far, size=Bounds(Quantity.DISTANCE, Interval(None, 500)))
    seen = looked(Case(plan(Intent.INTERVALS, work), recorded(speed=[(600, 2.5)], noise=0.0)))
    assert asked_s(Stretch(work, None, 0.0), seen) == 600
    assert asked_s(Stretch(work, None, 0.0, free=True), seen) == 0
    # Distances at the 2.5 m/s of the session, since nothing else tells.
    assert asked_s(Stretch(far, None, 0.0), seen) == pytest.approx(400)
    assert asked_s(Stretch(at_most, None, 0.0), seen) == pytest.approx(200)
    assert asked_s(Stretch(replace(far, size=None), None, 0.0), seen) == 0


def test_no_output_is_none_even_where_a_meter_was_there() -> None:
    case = Case(
        plan(Intent.BASE, effort(1, StepRole.WORK, 600, 600)),
        recorded(speed=[(600, 2.5)], power=[(600, 0.0)], noise=0.0),
    )
    output = work_output(looked(case))
    assert output is not None
    assert output.quantity is Quantity.SPEED


def test_heights_without_way_have_no_slope() -> None:
    t_s = 30.0 * np.arange(5)
    streams = Streams(t_s, distance_m=np.zeros(5), altitude_m=np.array([0.0, 1, 2, 1, 0]))
    case = Case(plan(Intent.BASE, effort(1, StepRole.WORK, 600)), session(streams=streams))
    assert not hills_differ(looked(case))


@pytest.mark.parametrize(
    ("targets", "expected"),
    [((), 250.0), ((bound(Quantity.SPEED, 4.5, 5.5),), 200.0), ((bound(Quantity.SPEED, 5.0, None),), 200.0)],
    ids=["like the one that was done", "as asked", "as asked at least"],
)
def test_a_distance_left_out_was_meant_to_last(targets: tuple[object, ...], expected: float) -> None:
    steps = (
        effort(1, StepRole.WARM_UP, 600, 600),
        effort(2, StepRole.WORK, 1000, 1000, metres=True),
        effort(3, StepRole.EASY, 120, 120),
        effort(4, StepRole.WORK, 1000, 1000, *targets, metres=True),  # type: ignore[arg-type]  # targets, as given
    )
    case = Case(plan(Intent.INTERVALS, *steps), recorded(speed=[(600, 2.5), (250, 4.0), (120, 2.0)], noise=0.0))
    assert case.planned is not None
    assert case.session is not None
    seen = look(case, case.planned, case.session)
    assert seen.efforts is not None
    last = seen.efforts.stretches[3]
    assert not last.done
    assert asked_s(last, seen) == pytest.approx(expected)
    assert asked_s(seen.efforts.stretches[0], seen) == 600
