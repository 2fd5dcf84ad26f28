"""TCX and GPX against the Python libraries people use: megabytes per second of processor time, and the ratio.

Run with `PYTHONPATH=src python -m benchmarks.xml_readers [folder of .tcx and .gpx files]`. Without a folder, or beside
it, rides of four hours are made up in the shapes that Garmin Connect and Strava write. Ours is the whole reader, from
bytes to a session with streams, laps and derived columns; a peer's is parsing and taking out every column it offers.
Readers take turns in one run and processor time is counted, because the machine's speed drifts.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from longgame.intake.model import Original, ReadContext
from longgame.intake.readers import reader_named
from longgame.kernel.ids import THE_ATHLETE, ContentHash

ROUNDS = 5
SECONDS = 4 * 3600
CONTEXT = ReadContext(THE_ATHLETE, UTC)


def ours(path: Path) -> None:
    """The whole of our reader."""
    data = path.read_bytes()
    reader = reader_named(path.suffix.removeprefix("."))
    assert reader is not None
    reading = reader.read(Original(path.name, ContentHash("0"), data), CONTEXT)
    assert reading.reader


def tcxparser(path: Path) -> None:
    """Every column that python-tcxparser offers."""
    from tcxparser import TCXParser

    tcx = TCXParser(str(path))
    _ = tcx.time_objects(), tcx.hr_values(), tcx.position_values(), tcx.altitude_points()
    _ = [float(distance) for distance in tcx.distance_values()]
    _ = tcx.cadence_values(), tcx.power_values()


def gpxpy(path: Path) -> None:
    """gpxpy's points, with the extensions read from the elements it leaves."""
    import gpxpy as library

    for track in library.parse(path.read_text("utf-8-sig")).tracks:
        for segment in track.segments:
            for point in segment.points:
                _ = [float(leaf.text) for ext in point.extensions for leaf in ext.iter() if (leaf.text or "").strip()]


def main() -> None:
    """Print one line a file kind and peer."""
    folders = [Path(argument) for argument in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as made:
        for suffix, peer in ((".tcx", tcxparser), (".gpx", gpxpy)):
            made_up = _make_up(Path(made), suffix)
            _compare(f"{suffix} made up, 4 h", [made_up], peer)
            real = sorted(path for folder in folders for path in folder.rglob(f"*{suffix}"))
            real = [path for path in real if path.stat().st_size > 60_000]
            if real:
                _compare(f"{suffix} real, {len(real)} files", real, peer)


def _compare(what: str, files: list[Path], peer: Callable[[Path], None]) -> None:
    size = sum(path.stat().st_size for path in files) / 1e6
    best = {ours: float("inf"), peer: float("inf")}
    for _ in range(ROUNDS):
        for reader in best:
            begin = time.process_time()
            for path in files:
                reader(path)
            best[reader] = min(best[reader], time.process_time() - begin)
    print(
        f"{what:28s} {size:6.1f} MB   ours {size / best[ours]:6.1f} MB/s   "
        f"{peer.__name__} {size / best[peer]:5.1f} MB/s   ratio {best[peer] / best[ours]:.1f}"
    )


def _make_up(folder: Path, suffix: str) -> Path:
    random = Random(20261123)
    start = datetime(2026, 3, 7, 6, 30, tzinfo=UTC)
    lat, distance = 46.05, 0.0
    points = []
    for second in range(SECONDS):
        lat += random.uniform(0, 8e-5)
        distance += random.uniform(5, 11)
        moment = (start + timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        numbers = (
            lat,
            14.5 + lat / 100,
            300 + random.random(),
            distance,
            random.randint(90, 180),
            random.randint(60, 99),
        )
        points.append((TCX_POINT if suffix == ".tcx" else GPX_POINT).format(moment, *numbers, random.randint(0, 400)))
    path = folder / f"ride{suffix}"
    path.write_text((TCX if suffix == ".tcx" else GPX) % "".join(points))
    return path


TCX = """<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2" xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
  <Activities>
    <Activity Sport="Biking">
      <Id>2026-03-07T06:30:00.000Z</Id>
      <Lap StartTime="2026-03-07T06:30:00.000Z">
        <TotalTimeSeconds>14400.0</TotalTimeSeconds>
        <DistanceMeters>115200.0</DistanceMeters>
        <Track>
%s        </Track>
      </Lap>
    </Activity>
  </Activities>
</TrainingCenterDatabase>
"""
TCX_POINT = """          <Trackpoint>
            <Time>{0}</Time>
            <Position>
              <LatitudeDegrees>{1}</LatitudeDegrees>
              <LongitudeDegrees>{2}</LongitudeDegrees>
            </Position>
            <AltitudeMeters>{3}</AltitudeMeters>
            <DistanceMeters>{4}</DistanceMeters>
            <HeartRateBpm>
              <Value>{5}</Value>
            </HeartRateBpm>
            <Cadence>{6}</Cadence>
            <Extensions>
              <ns3:TPX>
                <ns3:Speed>8.0</ns3:Speed>
                <ns3:Watts>{7}</ns3:Watts>
              </ns3:TPX>
            </Extensions>
          </Trackpoint>
"""
GPX = """<?xml version="1.0" encoding="UTF-8"?>
<gpx creator="StravaGPX" version="1.1" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
 <trk>
  <name>Ride</name>
  <trkseg>
%s  </trkseg>
 </trk>
</gpx>
"""
GPX_POINT = """   <trkpt lat="{1:.7f}" lon="{2:.7f}">
    <ele>{3:.1f}</ele>
    <time>{0}</time>
    <extensions>
     <power>{7}</power>
     <gpxtpx:TrackPointExtension>
      <gpxtpx:hr>{5}</gpxtpx:hr>
      <gpxtpx:cad>{6}</gpxtpx:cad>
     </gpxtpx:TrackPointExtension>
    </extensions>
   </trkpt>
"""

if __name__ == "__main__":
    main()
