"""Importing an archive of made FIT files end to end: originals, streams, sessions, laps, duplicates, account.

`LONGGAME_ARCHIVE_FILES` sets how many files (400 by default; ten years are about 4,000, 1 GB). Prints files and
megabytes a second, the peak memory of this process and of its helpers, and the same for importing it all again.
"""

from __future__ import annotations

import os
import resource
import struct
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from longgame.app.import_files import import_files
from longgame.intake.formats.fit.crc import checksum
from longgame.intake.model import ReadContext
from longgame.kernel.ids import THE_ATHLETE
from longgame.store.entries import Outcome
from longgame.store.journal import open_store

FILES = int(os.environ.get("LONGGAME_ARCHIVE_FILES", "400"))
SAMPLES = 7500
_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_RECORD = np.dtype(
    [
        ("head", "u1"),
        ("time", "<u4"),
        ("lat", "<i4"),
        ("lon", "<i4"),
        ("distance", "<u4"),
        ("altitude", "<u2"),
        ("speed", "<u2"),
        ("power", "<u2"),
        ("hr", "u1"),
        ("cadence", "u1"),
        ("temperature", "i1"),
        ("spare", "V8"),
    ]
)

RECORD_FIELDS = (
    (253, 4, 0x86),
    (0, 4, 0x85),
    (1, 4, 0x85),
    (5, 4, 0x86),
    (2, 2, 0x84),
    (6, 2, 0x84),
    (7, 2, 0x84),
    (3, 1, 0x02),
    (4, 1, 0x02),
    (13, 1, 0x01),
    (250, 8, 0x0D),
)


def _definition(local: int, message: int, fields: tuple[tuple[int, int, int], ...]) -> bytes:
    body = b"".join(bytes(field) for field in fields)
    return struct.pack("<BBBHB", 0x40 | local, 0, 0, message, len(fields)) + body


RUNNING, CYCLING = 1, 2
"""Sports as FIT numbers them."""


def ride(number: int) -> bytes:
    """One made ride of a little over two hours, about 260 kB, on its own day, with laps and a session."""
    return activity(number, datetime(2016, 1, 1, 16, tzinfo=UTC) + timedelta(hours=21 * number), SAMPLES)


def activity(number: int, begun: datetime, samples: int, sport: int = CYCLING) -> bytes:
    """One made activity of so many seconds, 34 bytes each; the number decides its wanderings."""
    start = int((begun - _EPOCH).total_seconds())
    records = _records(np.random.default_rng(number), start, samples)
    return _file(number, records, start, sport)


def _records(chance: np.random.Generator, start: int, samples: int) -> np.ndarray[Any, Any]:
    records = np.zeros(samples, _RECORD)
    records["head"] = 2
    records["time"] = start + np.arange(samples)
    speed = np.clip(7000 + np.cumsum(chance.integers(-60, 61, samples)), 1000, 15000)
    records["speed"] = speed
    records["distance"] = np.cumsum(speed / 10).astype(np.uint32)
    records["altitude"] = 2500 + 5 * 100 + np.cumsum(chance.integers(-1, 2, samples))
    records["power"] = np.clip(200 + chance.normal(0, 60, samples), 0, 900)
    records["hr"] = np.clip(140 + np.cumsum(chance.integers(-1, 2, samples)), 90, 190)
    records["cadence"] = np.clip(88 + chance.normal(0, 4, samples), 0, 120)
    records["temperature"] = 18
    records["lat"] = 560_000_000 + np.cumsum(chance.integers(0, 1200, samples))
    records["lon"] = 95_000_000 + np.cumsum(chance.integers(0, 1200, samples))
    return records


def _file(number: int, records: np.ndarray[Any, Any], start: int, sport: int) -> bytes:
    end, distance = start + len(records), int(records["distance"][-1])
    whole = ((253, 4, 0x86), (2, 4, 0x86), (7, 4, 0x86), (9, 4, 0x86), (5, 1, 0x00), (254, 2, 0x84))
    body = (
        _definition(0, 0, ((0, 1, 0x00), (1, 2, 0x84), (2, 2, 0x84), (3, 4, 0x8C), (4, 4, 0x86)))
        + struct.pack("<BBHHII", 0, 4, 1, 2067, 12345 + number, start)
        + _definition(2, 20, RECORD_FIELDS)
        + records.tobytes()
        + _definition(3, 19, whole)
        + struct.pack("<BIIIIBH", 3, end, start, len(records) * 1000, distance, sport, 0)
        + _definition(4, 18, whole)
        + struct.pack("<BIIIIBH", 4, end, start, len(records) * 1000, distance, sport, 0)
    )
    header = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    headed = header + struct.pack("<H", checksum(header)) + body
    return headed + struct.pack("<H", checksum(headed))


def memory_mb() -> str:
    """The peak memory of this process and of its largest helper."""
    own, helpers = (resource.getrusage(who).ru_maxrss >> 10 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return f"{own} MB here, {helpers} MB in the largest helper"


def processor_s() -> float:
    """Seconds of the processors so far, of this process and of the helpers that have ended: unlike the time that went
    by, it does not grow when others load the machine."""
    return sum(os.times()[:4])


def timed(what: str, size: int, deed: Callable[[], object]) -> None:
    """Do it and print how long it took."""
    began, worked = time.perf_counter(), processor_s()
    said = deed()
    took, worked = time.perf_counter() - began, processor_s() - worked
    print(
        f"{what}: {took:.1f} s and {worked:.1f} s of the processors, {FILES / took:.0f} files/s, "
        f"{size / took / 1e6:.0f} MB/s; {said}; {memory_mb()}",
        flush=True,
    )


def bring_in(journal_folder: Path, path: Path) -> str:
    """Import it and say what came of it."""
    context = ReadContext(THE_ATHLETE, ZoneInfo("Europe/Berlin"))
    with open_store(journal_folder) as store:
        account = import_files(store.journal(), [path], context, datetime.now(UTC))
    return f"{account.count(Outcome.IMPORTED)} imported, {account.sessions} sessions"


def main() -> None:
    """Make the archive, import it plain, again, and from a zip."""
    with tempfile.TemporaryDirectory() as folder:
        base, files = Path(folder), Path(folder) / "files"
        files.mkdir()
        with zipfile.ZipFile(base / "export.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for number in range(FILES):
                (files / f"{number:05}.fit").write_bytes(ride(number))
                archive.write(files / f"{number:05}.fit", f"activities/{number:05}.fit")
        size = sum(path.stat().st_size for path in files.iterdir())
        print(f"{FILES} files, {size / 1e6:.0f} MB", flush=True)
        timed("first import", size, lambda: bring_in(base / "journal", files))
        timed("import again", size, lambda: bring_in(base / "journal", files))
        timed("from a zip", size, lambda: bring_in(base / "from-zip", base / "export.zip"))
        kept = {
            kind: sum(path.stat().st_size for path in (base / "journal" / kind).rglob("*") if path.is_file())
            for kind in ("streams",)
        }
        database = (base / "journal" / "journal.db").stat().st_size
        print(f"on top of the originals: {(kept['streams'] + database) / size:.0%} of their size")


if __name__ == "__main__":
    main()
