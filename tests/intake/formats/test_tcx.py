"""TCX: activities, laps and points as the file tells them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pytest

from longgame.intake.formats.tcx import READER
from longgame.intake.model import Extent, Reading
from longgame.kernel.sport import Sport
from longgame.record.session import Lap, LapTrigger, Session
from tests.intake.formats.samples import CONTEXT, SAMPLES, original_of

DATA = next(s for s in SAMPLES if s.reader == "tcx").data()


def read(data: bytes) -> Reading:
    return READER.read(original_of(data, "a.tcx"), CONTEXT)


def only(reading: Reading) -> Session:
    (session,) = reading.sessions
    return session


def test_the_sample_is_told_as_it_was() -> None:
    session = only(read(DATA))
    assert session.start == datetime(2026, 3, 7, 6, 30, tzinfo=UTC)
    assert session.local_day == date(2026, 3, 7)
    assert session.sport is Sport.RUN
    assert (session.duration_s, session.moving_s, session.distance_m) == (5.0, 5.0, 15.2)
    assert session.energy_kj == pytest.approx(2 * 4.184)
    assert session.mean_hr_bpm == pytest.approx((121 * 3 + 126 * 2) / 5)
    assert session.note == "Cold morning, legs light."
    assert (session.sources[0].device, session.sources[0].external_id) == ("Example Watch", "2026-03-07T06:30:00.000Z")


def test_laps_follow_each_other_with_what_ended_them() -> None:
    assert only(read(DATA)).laps == (
        Lap(0.0, 3.0, 9.0, LapTrigger.MANUAL, 121.0, None),
        Lap(3.0, 5.0, 6.2, LapTrigger.DISTANCE, 126.0, None),
    )


def test_every_channel_is_kept_across_laps() -> None:
    streams = only(read(DATA)).streams
    assert streams is not None
    assert streams.t_s.tolist() == [0, 1, 3]
    columns = {name: column.tolist() for name, column in streams.channels().items()}
    assert columns == {
        "hr_bpm": [118, 121, 126],
        "speed_m_s": [2.9, 3.0, 3.1],
        "distance_m": [0, 3, 9],
        "altitude_m": [300.2, 300.4, 300.8],
        "cadence_rpm": [84, 85, 86],
        "lat_deg": [46.05, 46.050027, 46.05008],
        "lon_deg": [14.5, 14.5, 14.5],
    }


def test_speed_is_derived_and_said_to_be_where_the_file_has_none() -> None:
    session = only(read(DATA.replace(b"ns3:Speed", b"ns3:Other")))
    assert session.streams is not None
    assert session.streams.speed_m_s is not None
    assert np.isnan(session.streams.speed_m_s[0])
    assert session.streams.speed_m_s[1:].tolist() == [3, 3]
    assert ("derived speed_m_s", "computed from distance and time") in session.raw


def test_an_activity_without_points_keeps_its_totals() -> None:
    one_lap = DATA[: DATA.index(b"<Lap StartTime", DATA.index(b"</Lap>"))]
    start, stop = one_lap.index(b"<Track>"), one_lap.index(b"</Track>") + len(b"</Track>")
    ends = b"</Activity></Activities></TrainingCenterDatabase>"
    session = only(read(one_lap[:start] + one_lap[stop:] + ends))
    assert session.streams is None
    assert (session.duration_s, session.distance_m) == (3.0, 9.0)


def test_an_activity_without_any_time_cannot_be_dated() -> None:
    text = b'<TrainingCenterDatabase><Activities><Activity Sport="Biking"><Id>ride</Id></Activity></Activities>'
    reading = read(text + b"</TrainingCenterDatabase>")
    assert reading.extent is Extent.NONE
    assert [d.code.value for d in reading.diagnostics] == ["I203"]


def test_planned_things_are_counted_and_not_read_as_done() -> None:
    text = b"<TrainingCenterDatabase><Workouts><Workout/><Workout/></Workouts><Courses><Course/></Courses>"
    reading = read(text + b"</TrainingCenterDatabase>")
    assert reading.sessions == ()
    assert {(s.why, s.count) for s in reading.skipped} == {
        ("course: a way planned, not a session done", 1),
        ("planned workout: not a session done", 2),
    }


def test_two_activities_are_two_sessions() -> None:
    begin, end = DATA.index(b"<Activity "), DATA.index(b"</Activities>")
    second = DATA[begin:end].replace(b"2026-03-07T06", b"2026-03-08T06")
    reading = read(DATA[:end] + second + DATA[end:])
    assert [s.local_day.day for s in reading.sessions] == [7, 8]


def test_a_second_track_in_a_lap_is_a_pause() -> None:
    gap = b"</Track><Track><Trackpoint><Time>2026-03-07T06:30:02.000Z</Time></Trackpoint></Track>"
    session = only(read(DATA.replace(b"</Track>", gap, 1)))
    assert session.streams is not None
    assert session.streams.t_s.tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize("cut", range(1, len(DATA), 61))
def test_a_cut_loses_only_the_point_it_goes_through(cut: int) -> None:
    reading = read(DATA[:cut])
    kept = DATA[:cut].count(b"</Trackpoint>")
    found = [session.streams for session in reading.sessions]
    assert sum(len(streams) for streams in found if streams is not None) == kept
