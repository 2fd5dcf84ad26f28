"""Each sensor's own faults are taken out, and nothing else is: what a body can do stays as it was read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.purpose.bounds import Quantity
from longgame.record.streams import FloatColumn, Streams
from longgame.review.channels import Channels, believe
from longgame.review.sensors import as_it_is, clean_heart_rate, clean_power, clean_speed
from tests.strategies.build import beating, column, session
from tests.strategies.profiles import examples

HOUR = np.arange(3600.0)


def streams(t_s: FloatColumn = HOUR, **columns: FloatColumn) -> Streams:
    """A recording."""
    return Streams(t_s, **columns)


def believed(t_s: FloatColumn = HOUR, **columns: FloatColumn) -> Channels:
    """What is believed of a recording."""
    return believe(session(streams=streams(t_s, **columns)))


def out(cleaned: FloatColumn) -> list[tuple[int, int]]:
    """The stretches taken out, first and last sample."""
    gone = np.flatnonzero(np.isnan(cleaned))
    if not len(gone):
        return []
    cuts = np.flatnonzero(np.diff(gone) > 1)
    firsts, lasts = gone[np.append(0, cuts + 1)], gone[np.append(cuts, len(gone) - 1)]
    return list(zip(firsts.tolist(), lasts.tolist(), strict=True))


def hearts(levels: FloatColumn, t_s: FloatColumn = HOUR, **others: FloatColumn) -> list[tuple[int, int]]:
    """What is taken out of a heart rate."""
    return out(clean_heart_rate(streams(t_s, hr_bpm=levels, **others), levels)[0])


def put(levels: FloatColumn, first: int, stop: int, value: float) -> FloatColumn:
    """A column with one stretch read otherwise."""
    changed = levels.copy()
    changed[first:stop] = value
    return changed


STEADY = np.full(3600, 140.0) + np.arange(3600) % 3


@pytest.mark.parametrize(("value", "first", "stop"), [(230, 50, 51), (90, 1000, 1200), (172, 0, 400), (60, 3300, 3600)])
def test_what_lies_beyond_a_leap_no_heart_makes_is_taken_out(value: float, first: int, stop: int) -> None:
    assert hearts(put(STEADY, first, stop, value)) == [(first, stop - 1)]


def test_of_many_leaps_the_side_that_lasted_is_kept() -> None:
    sparks = STEADY.copy()
    sparks[40::60] = 229.0
    assert [first for first, _ in hearts(sparks)] == list(range(40, 3600, 60))


def test_a_wrist_sensor_that_catches_up_is_believed() -> None:
    late = np.concatenate([beating([(600, 120)], 0.0), *[np.linspace(160.0, 122.0, 500)] * 6])
    assert hearts(late) == []


def test_what_lasts_too_long_to_be_told_from_the_truth_is_kept() -> None:
    assert hearts(put(STEADY, 1000, 1601, 180.0)) == [(1000, 1600)]
    assert hearts(put(STEADY, 1000, 1602, 180.0)) == []


def test_a_leap_across_a_pause_is_none() -> None:
    t_s = np.where(HOUR >= 1800, HOUR + 4, HOUR)
    assert hearts(put(STEADY, 1800, 2000, 100.0), t_s) == []
    assert hearts(put(STEADY, 1800, 2000, 100.0), np.where(HOUR >= 1800, HOUR + 2, HOUR)) == [(1800, 1999)]


def test_rates_no_heart_has_are_taken_out_with_what_they_hide() -> None:
    assert hearts(put(STEADY, 100, 200, 0.0)) == [(100, 199)]
    assert hearts(put(put(STEADY, 100, 200, 236.0), 300, 400, 29.0)) == [(100, 199), (300, 399)]
    beside = put(put(STEADY, 100, 200, 200.0), 99, 100, 0.0)
    assert hearts(beside) == [(99, 199)]


@examples(20)
@given(st.lists(st.tuples(st.integers(20, 300), st.floats(70, 190)), min_size=2, max_size=12))
def test_a_heart_that_follows_what_is_asked_is_never_touched(pieces: list[tuple[int, float]]) -> None:
    levels = beating(pieces, 0.01)
    assert hearts(levels, np.arange(float(len(levels)))) == []


def test_a_rate_held_while_the_effort_changed_is_taken_out_and_one_held_at_one_effort_is_not() -> None:
    # Six minutes at one and the same beat, while the pace goes from a walk to a run.
    held = put(STEADY, 600, 960, 145.0)
    changing, even = column([(780, 1.5), (2820, 3.0)]), np.full(3600, 3.0)
    assert hearts(held, speed_m_s=changing) == [(600, 959)]
    assert hearts(held, power_w=100 * changing) == [(600, 959)]
    assert hearts(held, speed_m_s=even) == hearts(held) == []
    assert hearts(put(STEADY, 600, 780, 145.0), speed_m_s=changing) == []


def test_a_rate_held_for_ten_minutes_beside_a_speed_that_lives_is_no_heart() -> None:
    # Four-minute repetitions: every sixth of the hour is as fast as the others, so that only the holding tells.
    turns = column([(240, 4.0), (240, 2.4)] * 8)[:3600]
    lively = turns * (1 + 0.02 * np.sin(HOUR))
    held = np.full(3600, 140.0)
    assert hearts(held, speed_m_s=lively) == hearts(held, power_w=60 * lively) == [(0, 3599)]
    even = 3 + np.sin(HOUR) / 10
    assert hearts(put(STEADY, 600, 1201, 145.0), speed_m_s=even) == [(600, 1200)]
    assert hearts(put(STEADY, 600, 1200, 145.0), speed_m_s=even) == []
    aside = believed(hr_bpm=held, speed_m_s=lively)
    assert aside.get(Quantity.HEART_RATE) is None
    assert aside.why_not(Quantity.HEART_RATE) == "heart rate dropped out, leapt or stood still for 100% of the time"


def test_a_rate_told_once_a_minute_or_once_a_lap_may_stay_the_same() -> None:
    held = np.full(60, 140.0)
    assert hearts(held, 60 * np.arange(60.0), speed_m_s=3 + np.sin(np.arange(60.0)) / 10) == []
    assert hearts(np.full(3600, 140.0), speed_m_s=np.full(3600, 3.0)) == []


def test_a_meter_that_read_zero_from_start_to_end_was_not_at_work() -> None:
    dead = believed(power_w=np.zeros(3600), speed_m_s=np.full(3600, 8.0), hr_bpm=STEADY)
    assert dead.get(Quantity.POWER) is None
    assert dead.why_not(Quantity.POWER) == "power read zero for 100% of the time"
    coasting = put(np.full(3600, 200.0), 100, 130, 0.0)
    assert believed(power_w=coasting).get(Quantity.POWER) is not None


def test_zeros_while_the_legs_turn_are_the_meter_and_zeros_of_coasting_are_real() -> None:
    watts = put(put(np.full(3600, 200.0), 100, 130, 0.0), 500, 530, 0.0)
    legs = put(np.full(3600, 90.0), 500, 530, 0.0)
    assert out(clean_power(streams(power_w=watts, cadence_rpm=legs), watts)[0]) == [(100, 129)]
    assert out(clean_power(streams(power_w=watts), watts)[0]) == []
    assert out(clean_power(streams(power_w=put(watts, 0, 1, -5.0)), put(watts, 0, 1, -5.0))[0]) == [(0, 0)]
    below = put(watts, 200, 201, -5.0)
    assert out(clean_power(streams(power_w=below, cadence_rpm=legs), below)[0]) == [(100, 129), (200, 200)]


@pytest.mark.parametrize(("beats", "lasts", "gone"), [(150, 300, True), (110, 300, False), (150, 120, False)])
def test_minutes_of_zero_watts_are_believed_only_if_the_heart_rested(beats: float, lasts: int, gone: bool) -> None:
    watts = put(np.full(3600, 200.0), 1000, 1001 + lasts, 0.0)
    heart = beating([(1000, 150), (1 + lasts, beats), (2600, 150)], 0.0)[:3600]
    assert out(clean_power(streams(power_w=watts, hr_bpm=heart), watts)[0]) == ([(1000, 1000 + lasts)] if gone else [])


def test_a_leap_at_the_exit_of_a_tunnel_takes_the_standstill_before_it_along() -> None:
    pace = put(put(np.full(3600, 3.0), 1000, 1090, 0.0), 1090, 1093, 40.0)
    assert out(clean_speed(streams(speed_m_s=pace), pace)[0]) == [(1000, 1092)]
    sprint = put(np.full(3600, 3.0), 1000, 1005, 7.0)
    assert out(clean_speed(streams(speed_m_s=sprint), sprint)[0]) == []
    light = put(np.full(3600, 3.0), 1000, 1090, 0.0)
    assert out(clean_speed(streams(speed_m_s=light), light)[0]) == []
    backwards = put(light, 2000, 2001, -1.0)
    assert out(clean_speed(streams(speed_m_s=backwards), backwards)[0]) == [(2000, 2000)]


def test_standing_still_while_the_legs_turn_is_no_standing() -> None:
    pace = put(np.full(3600, 3.0), 1000, 1090, 0.0)
    legs = np.full(3600, 85.0)
    assert out(clean_speed(streams(speed_m_s=pace, cadence_rpm=legs), pace)[0]) == [(1000, 1089)]
    assert out(clean_speed(streams(speed_m_s=pace, cadence_rpm=put(legs, 1000, 1090, 0.0)), pace)[0]) == []


def test_a_speed_that_never_changes_is_no_measure_while_the_heart_swings() -> None:
    swinging = beating([(600, 130), *[(300, 168), (300, 140)] * 5], 0.005)
    drifting = np.linspace(120.0, 155.0, 3600)
    once = beating([(1200, 150), (1200, 130), (1200, 150)], 0.0)
    pod = np.full(3600, 2.9)
    channels = believed(speed_m_s=pod, hr_bpm=swinging)
    assert channels.get(Quantity.SPEED) is None
    assert (
        channels.why_not(Quantity.SPEED)
        == "speed never changed while the heart rate rose and fell for 100% of the time"
    )
    assert believed(speed_m_s=pod, hr_bpm=drifting).get(Quantity.SPEED) is not None
    assert believed(speed_m_s=pod, hr_bpm=once).get(Quantity.SPEED) is not None
    assert believed(speed_m_s=column([(1800, 2.9), (1800, 3.2)]), hr_bpm=swinging).get(Quantity.SPEED) is not None


def test_a_channel_of_which_too_little_is_left_is_set_aside_with_what_was_wrong() -> None:
    missing = put(STEADY, 0, 1500, float("nan"))
    dead = put(np.full(3600, 200.0), 0, 1500, 0.0)
    legs = np.full(3600, 90.0)
    assert believed(hr_bpm=missing).why_not(Quantity.HEART_RATE) == "heart rate was not read for 42% of the time"
    assert believed(power_w=dead, cadence_rpm=legs).why_not(Quantity.POWER) == (
        "power read zero while the legs turned for 42% of the time"
    )
    assert believed(speed_m_s=np.zeros(3600)).why_not(Quantity.SPEED) == "speed shows no movement for 100% of the time"
    assert believed(hr_bpm=STEADY).why_not(Quantity.POWER) == "power was not recorded"
    assert as_it_is(streams(hr_bpm=STEADY), STEADY)[1] == "is missing"


def test_a_level_is_gone_back_to_from_where_it_was_left() -> None:
    # 165 falls to 139 and rises to 190: a heart may have gone on from 165 to 190, 25 beats, and from no further.
    assert hearts(column([(300, 165), (100, 139), (3200, 190)])) == [(300, 399)]
    assert hearts(column([(300, 165), (100, 139), (3200, 191)])) == [(0, 399)]
    # Two levels in turns: the one with more time in all its parts is the true one, whichever came first.
    turns = column([(310, 140), (600, 100), (310, 140), (600, 100)])
    assert hearts(turns, np.arange(1820.0)) == [(0, 309), (910, 1219)]


@pytest.mark.parametrize(("first", "stop", "gone"), [(600, 781, False), (600, 782, True), (0, 182, True)])
def test_a_rate_has_stood_still_after_three_minutes(first: int, stop: int, gone: bool) -> None:
    middle = (first + stop) // 2
    changing = column([(middle, 1.5), (3600 - middle, 3.0)])
    assert hearts(put(STEADY, first, stop, 145.0), speed_m_s=changing) == ([(first, stop - 1)] if gone else [])


@pytest.mark.parametrize(("samples", "gone"), [(24, False), (25, True)])
def test_a_held_rate_is_judged_by_four_samples_in_each_sixth(samples: int, gone: bool) -> None:
    t_s = np.arange(0.0, 3600.0, 10.0)
    levels = put(140.0 + np.arange(360.0) % 3, 100, 100 + samples, 145.0)
    changing = column([(100 + samples // 2, 1.5), (360, 3.0)])[:360]
    assert hearts(levels, t_s, speed_m_s=changing) == ([(100, 99 + samples)] if gone else [])


@pytest.mark.parametrize(
    ("watts", "working", "beats", "gone"),
    [(200.0, 150.0, 135.0, True), (200.0, 150.0, 134.95, False), (1.0, 150.0, 150.0, True)],
)
def test_a_heart_at_nine_tenths_of_its_rate_under_power_was_not_let_off(
    watts: float, working: float, beats: float, gone: bool
) -> None:
    power = put(np.full(3600, watts), 1000, 1301, 0.0)
    heart = put(np.full(3600, working), 1000, 1301, beats)
    assert out(clean_power(streams(power_w=power, hr_bpm=heart), power)[0]) == ([(1000, 1300)] if gone else [])


def test_slow_steps_before_a_tunnels_exit_are_standing_and_what_is_unknown_is_not() -> None:
    slow = put(put(np.full(3600, 3.0), 1000, 1090, 0.2), 1090, 1093, 40.0)
    assert out(clean_speed(streams(speed_m_s=slow), slow)[0]) == [(1000, 1092)]
    at_once = put(put(np.full(3600, 3.0), 0, 90, 0.0), 90, 93, 40.0)
    assert out(clean_speed(streams(speed_m_s=at_once), at_once)[0]) == [(0, 92)]
    for usual in (3.0, 15.0):
        unread = put(put(put(np.full(3600, usual), 1000, 1060, 0.0), 1060, 1090, np.nan), 1090, 1093, 60.0)
        assert out(clean_speed(streams(speed_m_s=unread), unread)[0]) == [(1060, 1092)]


def test_what_is_wrong_with_a_speed_is_said() -> None:
    stood = put(np.full(3600, 3.0), 1000, 1090, 0.0)
    legs = np.full(3600, 85.0)
    leapt = put(stood, 1090, 1093, 40.0)
    assert clean_speed(streams(speed_m_s=stood, cadence_rpm=legs), stood)[1] == "stood still while the legs turned"
    assert clean_speed(streams(speed_m_s=leapt), leapt)[1] == "jumped as satellites do in tunnels"


@pytest.mark.parametrize(
    ("beats", "believed_in"),
    [
        ([(600, 168), (300, 130), (300, 168), (300, 130), (2100, 168)], False),
        ([(600, 168), (300, 130), (2700, 168)], True),
        ([(900, 180), (900, 160), (900, 140), (900, 120)], True),
    ],
    ids=["twice", "once", "only down"],
)
def test_two_recoveries_belie_a_speed_that_never_changes(beats: list[tuple[float, float]], believed_in: bool) -> None:
    channels = believed(speed_m_s=np.full(3600, 2.9), hr_bpm=beating(beats, 0.0))
    assert (channels.get(Quantity.SPEED) is not None) is believed_in


def test_the_slowest_and_the_fastest_heart_are_believed() -> None:
    assert hearts(np.full(3600, 30.0)) == hearts(np.full(3600, 235.0)) == []
    assert hearts(np.full(3600, 29.9)) == hearts(np.full(3600, 235.1)) == [(0, 3599)]


def test_a_rise_at_the_end_may_be_true() -> None:
    assert hearts(column([(3000, 140), (600, 180)])) == []
    assert hearts(column([(3000, 140), (600, 100)])) == [(3000, 3599)]


def test_legs_at_thirty_are_not_at_work() -> None:
    watts = put(np.full(3600, 200.0), 100, 130, 0.0)
    slow, slower = np.full(3600, 30.1), np.full(3600, 30.0)
    assert out(clean_power(streams(power_w=watts, cadence_rpm=slow), watts)[0]) == [(100, 129)]
    assert out(clean_power(streams(power_w=watts, cadence_rpm=slower), watts)[0]) == []
