from __future__ import annotations

import numpy as np
import pytest

from longgame.app.pictures.stream import Channel, StepBand, axis_words, share_inside, stream_picture
from longgame.kernel.interval import Interval
from tests.app.pictures.reading import read


def heart_rate(values: list[float], t_s: list[float] | None = None) -> Channel:
    times = np.arange(len(values), dtype=float) if t_s is None else np.array(t_s)
    return Channel("Heart rate", "bpm", times, np.array(values, dtype=float))


def test_the_share_inside_is_the_share_of_the_bounded_time() -> None:
    channel = heart_rate([120.0] * 60 + [150.0] * 20 + [120.0] * 20)
    step = StepBand(0, 80, Interval(110, 145))
    assert share_inside(channel, (step,)) == pytest.approx(0.75)


def test_time_without_samples_is_in_neither_count() -> None:
    channel = heart_rate([120.0] * 50 + [float("nan")] * 30 + [150.0] * 50)
    assert share_inside(channel, (StepBand(0, 130, Interval(None, 145)),)) == pytest.approx(0.5)


def test_a_pause_does_not_count_as_a_long_sample() -> None:
    channel = heart_rate([120.0, 120.0, 150.0, 150.0], [0.0, 1.0, 3600.0, 3601.0])
    share = share_inside(channel, (StepBand(0, 4000, Interval(None, 145)),))
    assert share == pytest.approx(16 / 18)


def test_without_bounds_there_is_no_share() -> None:
    assert share_inside(heart_rate([120.0] * 10), ()) is None


def test_time_outside_is_hatched_and_only_that() -> None:
    channel = heart_rate([120.0] * 60 + [150.0] * 20 + [120.0] * 20)
    drawn = read(stream_picture(channel, (StepBand(0, 100, Interval(110, 145)),)))
    assert len(drawn.styled("lg-outside")) == 1
    assert drawn.says == "Heart rate over 2 minutes; 80 % of the time with bounds lay inside them".replace(" %", "%")


def test_a_long_pause_breaks_the_line() -> None:
    channel = heart_rate([120.0] * 4, [0.0, 1.0, 600.0, 601.0])
    assert len(read(stream_picture(channel, ())).styled("lg-line")) == 2


def test_a_long_recording_is_thinned_and_keeps_its_peak() -> None:
    values = [120.0] * 20_000
    values[7_777] = 190.0
    drawn = read(stream_picture(heart_rate(values), ()))
    points = [point for one in drawn.styled("lg-line") for point in (one.get("points") or "").split()]
    heights = [float(point.split(",")[1]) for point in points]
    assert len(points) <= 2 * 760
    assert min(heights) < max(heights)


def test_a_channel_of_nothing_says_so() -> None:
    assert read(stream_picture(heart_rate([float("nan")] * 5), ())).words() == ["not recorded"]


def test_pace_is_read_in_minutes_and_seconds_with_fast_on_top() -> None:
    pace = Channel("Pace", "min/km", np.arange(4.0), np.array([300.0, 300.0, 330.0, 330.0]), inverted=True)
    drawn = read(stream_picture(pace, ()))
    first, *_, last = (drawn.styled("lg-line")[0].get("points") or "").split()
    assert axis_words(pace, 330) == "5:30"
    assert float(first.split(",")[1]) < float(last.split(",")[1])
