"""Independent readers agree with ours on real files: gpxpy for GPX, python-tcxparser for TCX."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import numpy as np
import pytest

from longgame.intake.model import Reading
from longgame.intake.moments import as_datetime
from longgame.intake.readers import reader_named
from tests.intake.formats.samples import CONTEXT, FOLDER, original_of

gpxpy = pytest.importorskip("gpxpy", reason="gpxpy, the independent reader, is not installed")
tcxparser = pytest.importorskip("tcxparser", reason="python-tcxparser, the independent reader, is not installed")

DEVICES = Path(__file__).parents[4] / "shared" / "data" / "devices"
GPX = [FOLDER / "gpx.gpx", *sorted(DEVICES.glob("gpx/*.gpx"))]
TCX = [FOLDER / "tcx.tcx", *sorted(DEVICES.glob("tcx/*.tcx"))]


def _read(path: Path) -> Reading:
    reader = reader_named(path.suffix.removeprefix("."))
    assert reader is not None
    return reader.read(original_of(path.read_bytes(), path.name), CONTEXT)


def _moments(reading: Reading) -> list[str]:
    times = []
    for session in reading.sessions:
        assert session.streams is not None
        start = session.start.astimezone(UTC)
        times += [start.timestamp() + t for t in session.streams.t_s.tolist()]
    return [as_datetime(round(t * 1e6)).isoformat() for t in sorted(times)]


@pytest.mark.parametrize("path", GPX, ids=lambda path: path.name)
def test_gpx_points_are_those_that_gpxpy_finds(path: Path) -> None:
    theirs = [p for trk in gpxpy.parse(path.read_text("utf-8-sig")).tracks for seg in trk.segments for p in seg.points]
    dated = [p for p in theirs if p.time is not None and p.time.year >= 1980]
    reading = _read(path)
    utc = sorted((p.time.replace(tzinfo=p.time.tzinfo or UTC)).astimezone(UTC) for p in dated)
    assert _moments(reading) == [t.isoformat() for t in utc]
    without = {"point without a time", "point dated before 1980", "second point of a moment"}
    assert sum(s.count for s in reading.skipped if s.why in without) == len(theirs) - len(dated)


@pytest.mark.parametrize("path", GPX, ids=lambda path: path.name)
def test_gpx_positions_are_those_that_gpxpy_finds(path: Path) -> None:
    ours = [s.streams for s in _read(path).sessions if s.streams is not None]
    tracks = gpxpy.parse(path.read_text("utf-8-sig")).tracks
    points = [[p for seg in trk.segments for p in seg.points if p.time and p.time.year >= 1980] for trk in tracks]
    points = [sorted(found, key=lambda p: p.time) for found in points if found]
    assert len(points) == len(ours)
    for found, streams in zip(points, ours, strict=True):
        on_globe = [(p.latitude, p.longitude) for p in found if abs(p.latitude) <= 90]
        assert streams.lat_deg is not None
        assert streams.lon_deg is not None
        known = ~np.isnan(streams.lat_deg)
        np.testing.assert_allclose(
            np.column_stack([streams.lat_deg[known], streams.lon_deg[known]]), np.array(on_globe), rtol=1e-15
        )


@pytest.mark.parametrize("path", TCX, ids=lambda path: path.name)
def test_tcx_values_are_those_that_tcxparser_finds(path: Path) -> None:
    theirs = tcxparser.TCXParser(str(path))
    session = _read(path).sessions[0]
    assert session.streams is not None
    times = [value for value in theirs.time_values() if value is not None]
    assert len(session.streams) == len({str(value) for value in times})
    heart = session.streams.hr_bpm
    if heart is not None and len(times) == len(session.streams):
        assert heart[~np.isnan(heart)].tolist() == [float(v) for v in theirs.hr_values()]
    if session.streams.distance_m is not None and ("derived distance_m" not in dict(session.raw)):
        known = session.streams.distance_m[~np.isnan(session.streams.distance_m)]
        assert known[-1] == pytest.approx(float(theirs.distance_values()[-1]))
