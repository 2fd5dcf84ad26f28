"""How far files are read, against the libraries people use: `python -m benchmarks.reach [FOLDER]`.

Reach is what a reader has got out of a file when it ends or gives up: of FIT all data messages, or the records where a
peer reads nothing else; of GPX and TCX all points. One line a format and peer tells of how many files we read more, as
much or less than it, and the files read less far are named; the exit code is 1 if there are any. Peers that are not
installed are left out. Points without a time, of a clock that was not set or of a moment that was there before make no
sample, but are counted as read: they are told.
"""

from __future__ import annotations

import importlib
import io
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from longgame.intake.formats.fit.decode import decode
from longgame.intake.model import Original, ReadContext
from longgame.intake.readers import reader_named
from longgame.kernel.ids import THE_ATHLETE, ContentHash

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT.parent / "shared/data/devices"
CONTEXT = ReadContext(THE_ATHLETE, UTC)
LEFT_OUT = {"point without a time", "point dated before 1980", "second point of a moment"}

Reach = Callable[[Path], int]


def messages(path: Path) -> int:
    """Our FIT messages, those of settings and events included."""
    return len(decode(path.read_bytes()))


def records(path: Path) -> int:
    """Our FIT records."""
    tables = (table for part in decode(path.read_bytes()).parts for table in part.tables)
    return sum(len(table) for table in tables if table.name == "record")


def points(path: Path) -> int:
    """Our points of a track file, in sessions or left out with a reason."""
    reader = reader_named(path.suffix.removeprefix("."))
    assert reader is not None
    reading = reader.read(Original(path.name, ContentHash("0"), path.read_bytes()), CONTEXT)
    in_sessions = sum(len(session.streams) for session in reading.sessions if session.streams is not None)
    return in_sessions + sum(left.count for left in reading.skipped if left.why in LEFT_OUT)


def _as_far_as_it_goes(things: Iterator[Any], wanted: Callable[[Any], bool]) -> int:
    """How many wanted things come before the end or a failure."""
    for number in count():
        try:
            while not wanted(next(things)):
                pass
        except Exception:  # noqa: BLE001 - a peer may fail in any way it likes; StopIteration is its end
            return number
    raise AssertionError("count does not end")


def _fitdecode(module: Any, path: Path) -> int:
    frames = iter(module.FitReader(path.read_bytes(), check_crc=module.CrcCheck.DISABLED))
    return _as_far_as_it_goes(frames, lambda frame: isinstance(frame, module.FitDataMessage))


def _fitparse(module: Any, path: Path) -> int:
    return _as_far_as_it_goes(iter(module.FitFile(path.read_bytes(), check_crc=False)), lambda _: True)


def _vendor(module: Any, path: Path) -> int:
    told, _ = module.Decoder(module.Stream.from_byte_array(bytearray(path.read_bytes()))).read(merge_heart_rates=False)
    return sum(map(len, told.values()))


def _fitfast(module: Any, path: Path) -> int:
    return max(map(len, module.records(path.read_bytes()).values()), default=0)


def _pyroparse(module: Any, path: Path) -> int:
    return int(module.Activity.load_fit(io.BytesIO(path.read_bytes())).data.num_rows)


def _gpxpy(module: Any, path: Path) -> int:
    tracks = module.parse(path.read_text("utf-8-sig")).tracks
    return sum(len(segment.points) for track in tracks for segment in track.segments)


def _tcxparser(module: Any, path: Path) -> int:
    return len(module.TCXParser(str(path)).time_values())


PEERS: tuple[tuple[str, str, Reach, Callable[[Any, Path], int]], ...] = (
    (".fit", "fitdecode", messages, _fitdecode),
    (".fit", "fitparse", messages, _fitparse),
    (".fit", "garmin_fit_sdk", messages, _vendor),
    (".fit", "fitfast", records, _fitfast),
    (".fit", "pyroparse", records, _pyroparse),
    (".gpx", "gpxpy", points, _gpxpy),
    (".tcx", "tcxparser", points, _tcxparser),
)


def main() -> int:
    """Print one line a format and peer; 1 if a peer reads any file further than we do."""
    warnings.simplefilter("ignore")
    folders = [Path(argument) for argument in sys.argv[1:]] or [ROOT / "tests", REFERENCE]
    nearer = 0
    for suffix, name, ours, theirs in PEERS:
        try:
            module = importlib.import_module(name)
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)
            continue
        files = sorted(path for folder in folders for path in folder.rglob(f"*{suffix}"))
        nearer += _compare(suffix, name, files, ours, partial(theirs, module))
    return int(nearer > 0)


def _compare(suffix: str, name: str, files: list[Path], ours: Reach, theirs: Reach) -> int:
    """Print the line of a peer; how many files it reads further than we do."""
    refused, more, less = 0, 0, []
    for path in files:
        try:
            reached = theirs(path)
        except Exception:  # noqa: BLE001 - a peer may fail in any way it likes
            reached, refused = 0, refused + 1
        own = ours(path)
        more += own > reached
        if own < reached:
            less.append(f"{path.name} ({own} of {reached})")
    same = len(files) - more - len(less)
    print(
        f"{suffix} {name:16s} {len(files):4d} files: we read {more} further, {same} as far, {len(less)} less far;",
        end="",
    )
    print(f" it refuses {refused}", *less, sep="\n    " if less else "")
    return len(less)


if __name__ == "__main__":
    sys.exit(main())
