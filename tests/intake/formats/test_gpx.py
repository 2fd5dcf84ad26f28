"""GPX: what comes out of a file, and of every way in which exporters bend the format."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from longgame.intake.formats.gpx import READER
from longgame.intake.model import Extent, Reading
from longgame.kernel.sport import Sport
from longgame.record.session import Session
from tests.intake.formats.samples import CONTEXT, SAMPLES, original_of

TIMES = [f"2026-03-07T06:30:0{second}Z" for second in range(4)]


def point(number: int, time: str | None, extra: str = "", lat: str | None = None) -> str:
    position = f'lat="{46.05 + number * 0.0001 if lat is None else lat}" lon="14.5"'
    told = "" if time is None else f"<time>{time}</time>"
    return f"<trkpt {position}>{told}{extra}</trkpt>"


def gpx(points: str, root: str = 'version="1.1" xmlns="http://www.topografix.com/GPX/1/1"', before: str = "") -> str:
    return f"{before}<gpx {root}><trk><trkseg>{points}</trkseg></trk></gpx>"


def read(text: str | bytes) -> Reading:
    data = text if isinstance(text, bytes) else text.encode()
    return READER.read(original_of(data, "a.gpx"), CONTEXT)


def only(reading: Reading) -> Session:
    (session,) = reading.sessions
    return session


@pytest.fixture
def sample() -> Session:
    data = next(s for s in SAMPLES if s.reader == "gpx").data()
    return only(READER.read(original_of(data, "gpx.gpx"), CONTEXT))


def test_the_sample_is_told_as_it_was(sample: Session) -> None:
    assert sample.start == datetime(2026, 3, 7, 6, 30, tzinfo=UTC)
    assert sample.start.utcoffset() == timedelta(hours=1)
    assert sample.local_day == date(2026, 3, 7)
    assert (sample.title, sample.sport) == ("Lake round", Sport.RUN)
    assert (sample.duration_s, sample.moving_s) == (601.0, 2.0)
    assert sample.sources[0].device == "Example Watch"


def test_every_channel_of_the_sample_is_kept(sample: Session) -> None:
    assert sample.streams is not None
    columns = {name: column.tolist() for name, column in sample.streams.channels().items()}
    assert sample.streams.t_s.tolist() == [0, 1, 600, 601]
    assert columns["hr_bpm"] == [118, 121, 110, 112]
    assert columns["power_w"] == [210, 214, 205, 208]
    assert columns["cadence_rpm"] == [84, 85, 83, 84]
    assert columns["temperature_c"] == [4.5, 4.5, 4.0, 4.0]
    assert columns["altitude_m"] == [300.2, 300.4, 300.8, 300.9]
    assert columns["lat_deg"] == [46.05, 46.050027, 46.06, 46.060027]


def test_what_was_moved_during_a_pause_is_not_distance(sample: Session) -> None:
    assert sample.distance_m == pytest.approx(6.0, abs=0.01)
    assert ("derived distance_m", "computed from positions by the haversine formula, pauses left out") in sample.raw


def test_a_waypoint_marked_on_the_way_is_a_note() -> None:
    data = next(s for s in SAMPLES if s.reader == "gpx").data()
    (note,) = READER.read(original_of(data, "gpx.gpx"), CONTEXT).notes
    assert note.text == "Bench: Shoes too tight."
    assert note.said_at == datetime(2026, 3, 7, 6, 30, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "extension",
    [
        "<extensions><x:TrackPointExtension><x:hr>140</x:hr></x:TrackPointExtension></extensions>",
        "<extensions><TrackPointExtension><hr>140</hr></TrackPointExtension></extensions>",
        "<extensions><hr>140</hr></extensions>",
        "<extensions><cluetrust:hr>140</cluetrust:hr></extensions>",
        '<extensions><g:TrackPointExtension xmlns:g="urn:wrong"><g:hr>140</g:hr></g:TrackPointExtension></extensions>',
        "<extensions><heartrate> 140 </heartrate></extensions>",
        "<hr>140,0</hr>",
    ],
)
def test_heart_rate_is_found_in_whatever_namespace(extension: str) -> None:
    session = only(read(gpx(point(0, TIMES[0], extension) + point(1, TIMES[1], extension))))
    assert session.streams is not None
    assert session.streams.hr_bpm is not None
    assert session.streams.hr_bpm.tolist() == [140, 140]


@pytest.mark.parametrize(
    ("prolog", "encoding"),
    [
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8-sig"),
        ('\n  \t<?xml version="1.0" encoding="UTF-8"?>', "utf-8"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16"),
        ('<?xml version="1.0"?>', "utf-16-le"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "latin-1"),
        ("<!-- <gpx> --><!DOCTYPE gpx [<!ELEMENT gpx ANY>]>", "utf-8"),
        ("", "utf-8"),
    ],
)
def test_encodings_and_prologs_do_not_matter(prolog: str, encoding: str) -> None:
    named = gpx("".join(point(n, t) for n, t in enumerate(TIMES))).replace("<trkseg>", "<name>Köln</name><trkseg>")
    data = (prolog + named).encode(encoding)
    assert READER.recognises(data[:65536], "a")
    reading = read(data)
    assert only(reading).title == "Köln"
    assert reading.diagnostics == ()


def test_an_offset_tells_the_day_the_athlete_lived() -> None:
    session = only(read(gpx(point(0, "2026-03-07T23:30:00-05:00") + point(1, "2026-03-07T23:30:01.250-05:00"))))
    assert session.local_day == date(2026, 3, 7)
    assert session.start == datetime(2026, 3, 8, 4, 30, tzinfo=UTC)
    assert session.duration_s == 1.25


def test_positions_off_the_globe_are_no_positions() -> None:
    points = point(0, TIMES[0]) + point(1, TIMES[1], lat="100") + point(2, TIMES[2])
    session = only(read(gpx(points)))
    assert session.streams is not None
    assert session.streams.lat_deg is not None
    assert np.isnan(session.streams.lat_deg).tolist() == [False, True, False]
    assert session.distance_m == pytest.approx(22.24, abs=0.01)


def test_an_indoor_track_at_nought_nought_has_no_positions_and_no_distance() -> None:
    points = "".join(f'<trkpt lat="0.0" lon="0.0"><time>{t}</time><hr>120</hr></trkpt>' for t in TIMES)
    session = only(read(gpx(points)))
    assert session.streams is not None
    assert list(session.streams.channels()) == ["hr_bpm"]
    assert session.distance_m is None


def test_points_without_position_keep_their_readings() -> None:
    session = only(read(gpx("".join(f"<trkpt><time>{t}</time><hr>{n}</hr></trkpt>" for n, t in enumerate(TIMES, 90)))))
    assert session.streams is not None
    assert session.streams.hr_bpm is not None
    assert session.streams.hr_bpm.tolist() == [90, 91, 92, 93]


def test_doubled_and_backward_times_are_put_right() -> None:
    order = [0, 2, 1, 2, 3]
    points = "".join(point(n, TIMES[n], f"<hr>{100 + n}</hr>" if k != 1 else "") for k, n in enumerate(order))
    reading = read(gpx(points))
    session = only(reading)
    assert session.streams is not None
    assert session.streams.hr_bpm is not None
    assert session.streams.t_s.tolist() == [0, 1, 2, 3]
    assert session.streams.hr_bpm.tolist() == [100, 101, 102, 103]
    assert [(s.why, s.count) for s in reading.skipped] == [("second point of a moment", 1)]


def test_two_tracks_are_two_sessions_with_ids_of_their_own() -> None:
    one = f"<trk><trkseg>{point(0, TIMES[0])}</trkseg></trk>"
    reading = read(f"<gpx>{one}{one}</gpx>")
    assert len({session.id for session in reading.sessions}) == 2


def test_an_id_does_not_depend_on_what_else_the_file_holds() -> None:
    alone = only(read(gpx(point(0, TIMES[0]))))
    longer = only(read(gpx(point(0, TIMES[0], "<hr>100</hr>") + point(1, TIMES[1]))))
    assert alone.id == longer.id


@pytest.mark.parametrize("cut", range(20, 700, 37))
def test_a_cut_loses_only_the_point_it_goes_through(cut: int) -> None:
    whole = gpx("".join(point(n, f"2026-03-07T06:30:{n:02}Z", "<hr>100</hr>") for n in range(12)))
    text = whole[:cut]
    reading = read(text)
    kept = text.count("</trkpt>")
    assert reading.extent is (Extent.PARTIAL if kept or "<gpx" in text else Extent.NONE)
    assert sum(len(s.streams) for s in reading.sessions if s.streams is not None) == kept


def test_entities_are_never_expanded() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    outside = '<!ENTITY passwd SYSTEM "file:///etc/passwd">'
    name = "<name>&l9;&passwd;</name><trkseg>"
    reading = read(gpx(point(0, TIMES[0]), before=f"<!DOCTYPE gpx [{lol}{outside}]>").replace("<trkseg>", name))
    session = only(reading)
    assert session.title is None
    assert [d.code.value for d in reading.diagnostics] == ["I208"]


def test_strangely_nested_and_commented_points_are_all_found() -> None:
    points = f"<!-- <trkpt> -->{point(0, TIMES[0])}<!-- a > b -->{point(1, TIMES[1])}<x><y>{point(2, TIMES[2])}</y></x>"
    session = only(read(gpx(points)))
    assert session.streams is not None
    assert len(session.streams) == 3
