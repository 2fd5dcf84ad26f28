"""GoldenCheetah's and Polar's JSON: samples become streams, codes for "nothing" do not."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import numpy as np

from longgame.intake.health.streams import streams_of
from longgame.intake.model import Extent, Reading
from longgame.intake.readers import reader_named
from longgame.kernel.sport import Sport
from longgame.record.session import Lap
from tests.intake.formats.samples import CONTEXT, SAMPLES, original_of


def data_of(name: str) -> bytes:
    return next(one for one in SAMPLES if one.reader == name).data()


def read(name: str, data: bytes | dict[str, Any]) -> Reading:
    reader = reader_named(name)
    assert reader is not None
    return reader.read(original_of(data if isinstance(data, bytes) else json.dumps(data).encode(), "a.json"), CONTEXT)


def columns(reading: Reading) -> dict[str, list[float | None]]:
    (session,) = reading.sessions
    assert session.streams is not None
    return {
        name: [None if np.isnan(value) else float(value) for value in column]
        for name, column in {"t_s": session.streams.t_s, **session.streams.channels()}.items()
    }


def test_a_goldencheetah_ride_tells_tags_and_intervals() -> None:
    (session,) = read("goldencheetah", data_of("goldencheetah")).sessions
    assert (session.start, session.sport) == (datetime(2026, 3, 7, 6, 30, tzinfo=UTC), Sport.RIDE)
    assert (session.title, session.note, session.rpe) == ("Hill", "Even, all the way up.", 6.0)
    assert (session.duration_s, session.distance_m, session.laps) == (3.0, 24.0, (Lap(1.0, 3.0),))
    assert session.sources[0].device == "Example Meter"


def test_codes_for_nothing_measured_are_missing_samples() -> None:
    told = columns(read("goldencheetah", data_of("goldencheetah")))
    assert told["hr_bpm"] == [120.0, 121.0, None]
    assert told["cadence_rpm"] == [85.0, 86.0, 0.0]
    assert "temperature_c" not in told
    assert told["speed_m_s"] == [8.0, 8.0, 8.0]


def test_a_ride_cut_short_keeps_the_samples_before_the_cut() -> None:
    data = data_of("goldencheetah")
    reading = read("goldencheetah", data[: data.index(b'"SECS": 3')])
    assert reading.extent is Extent.PARTIAL
    assert columns(reading)["t_s"] == [0.0, 1.0]


def test_a_polar_session_weaves_its_series_together() -> None:
    reading = read("polar", data_of("polar"))
    (session,) = reading.sessions
    assert (session.start, session.sport) == (datetime(2026, 3, 7, 6, 30, tzinfo=UTC), Sport.RUN)
    assert (session.duration_s, session.moving_s, session.mean_hr_bpm) == (3.0, 3.0, 119.0)
    assert columns(reading) == {
        "t_s": [0.0, 1.0],
        "hr_bpm": [118.0, 121.0],
        "speed_m_s": [None, 5.0],
        "lat_deg": [46.05, None],
        "lon_deg": [14.5, None],
    }


def test_polar_series_at_equal_intervals_are_read_too() -> None:
    series = {"type": "HEART_RATE", "values": [100, None, 102], "intervalMillis": 2000}
    exercise = {"startTime": "2026-03-07T07:30:00", "timezoneOffset": 60, "samples": {"samples": [series]}}
    told = columns(read("polar", {"exportVersion": "2", "startTime": "2026-03-07T07:30:00", "exercises": [exercise]}))
    assert told == {"t_s": [0.0, 4.0], "hr_bpm": [100.0, 102.0]}


def test_two_sports_in_one_polar_session_are_multisport() -> None:
    parts = [{"startTime": "2026-03-07T07:30:00", "stopTime": "x", "sport": sport} for sport in ("RUNNING", "CYCLING")]
    (session,) = read("polar", {"startTime": "2026-03-07T07:30:00", "stopTime": "x", "exercises": parts}).sessions
    assert session.sport is Sport.MULTISPORT


def test_streams_are_in_order_and_one_sample_a_moment() -> None:
    streams = streams_of([2.0, 0.0, 2.0, float("nan"), -1.0], {"hr_bpm": [102.0, 100.0, 103.0, 1.0, 1.0]})
    assert streams is not None
    assert streams.t_s.tolist() == [0.0, 2.0]
    assert streams.hr_bpm is not None
    assert streams.hr_bpm.tolist() == [100.0, 102.0]


def test_without_a_time_or_a_value_there_are_no_streams() -> None:
    assert streams_of([], {}) is None
    assert streams_of([0.0], {"hr_bpm": [0.0]}) is None
