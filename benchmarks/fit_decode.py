"""FIT decoding against its peers, interleaved in one run: `python -m benchmarks.fit_decode [FOLDER] [ROUNDS]`.

Every decoder gets the bytes of every file, one decoder after the other per file, and the round is repeated; a file's
time is its median over the rounds, in seconds of the processor. Ratios are of the summed times over the files that
both decoders read without complaint, so that giving up early does not count as being fast. Peers that are not
installed are left out; the collector of garbage rests meanwhile, as in timeit, so that nobody pays for what another
left behind.

What each does: fitdecode, fitparse, the vendor's SDK and pyfitparsernative make objects or dicts of all messages;
fitfast and pyroparse make columns of the records alone, and leave the rest out. Ours is shown in three ways: every
column of every message computed, every column of the records computed, and decoded so that any column can be had.
"""

from __future__ import annotations

import gc
import importlib
import io
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from longgame.intake.formats.fit.base_types import Kind
from longgame.intake.formats.fit.decode import decode
from longgame.intake.formats.fit.table import Table

REFERENCE = Path(__file__).parents[2] / "shared/data/devices/fit"
SHIPPED = Path(__file__).parents[1] / "tests/corpus/intake/fit/recorded"
ROUNDS = 5
SLOW_ROUNDS = 1
"""Decoders that need minutes for a round get this many."""

LARGE = 100_000
"""Bytes from which on a file is shown apart: recordings of some hours rather than samples and settings."""

WARMING = 1
"""Runs of a file just before the one that counts: an import runs one decoder, which is warm."""

Work = Callable[[bytes], object]


def everything(data: bytes) -> object:
    """Every column of every message, scaled, components and subfields included, as float64 or texts."""
    return [materialised(table) for part in decode(data).parts for table in part.tables]


def records(data: bytes) -> object:
    """The same of the record messages alone."""
    return [materialised(table) for part in decode(data).parts for table in part.tables if table.name == "record"]


def materialised(table: Table) -> object:
    """All columns of a table with their values."""
    columns = (*table.columns, *(column for _, column in table.developer))
    return [column.texts() if column.kind is Kind.TEXT else column.numbers() for column in columns]


def peers() -> dict[str, Work]:
    """The peers that are installed; each raises where it cannot read a file in full."""
    found: dict[str, Work] = {}
    for name, make in (
        ("fitdecode", _fitdecode),
        ("fitparse", _fitparse),
        ("garmin_fit_sdk", _vendor),
        ("pyfitparsernative", lambda module: module.parse_fit_bytes),
        ("fitfast", lambda module: module.records),
        ("pyroparse", lambda module: lambda data: module.Activity.load_fit(io.BytesIO(data))),
    ):
        try:
            found[name] = make(importlib.import_module(name))
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)
    return found


def _fitdecode(module: Any) -> Work:
    def read(data: bytes) -> object:
        with module.FitReader(data) as reader:
            return [frame for frame in reader if isinstance(frame, module.FitDataMessage)]

    return read


def _fitparse(module: Any) -> Work:
    return lambda data: [message.get_values() for message in module.FitFile(data).get_messages()]


def _vendor(module: Any) -> Work:
    def read(data: bytes) -> object:
        messages, errors = module.Decoder(module.Stream.from_byte_array(bytearray(data))).read()
        if errors:
            raise errors[0]
        return messages

    return read


SLOW = {"fitdecode", "fitparse", "garmin_fit_sdk"}
OWN: dict[str, Work] = {
    "longgame, every column": everything,
    "longgame, records": records,
    "longgame, decode": decode,
}


def timed(work: Work, data: bytes, warming: int) -> float | None:
    """Seconds; None if the file was refused."""
    gc.collect()
    gc.disable()
    try:
        for _ in range(warming):
            work(data)
        start = process_time()
        work(data)
    except Exception:  # noqa: BLE001 - a peer may fail in any way it likes
        return None
    finally:
        gc.enable()
    return process_time() - start


def measure(files: list[bytes], rounds: int) -> dict[str, list[float | None]]:
    """Per decoder the median seconds of every file, None where it was refused."""
    works = {**OWN, **peers()}
    times: dict[str, list[list[float | None]]] = {name: [[] for _ in files] for name in works}
    for turn in range(rounds):
        for place, data in enumerate(files):
            for name, work in works.items():
                if name not in SLOW or turn < SLOW_ROUNDS:
                    times[name][place].append(timed(work, data, 0 if name in SLOW else WARMING))
    return {name: [_median(each) for each in runs] for name, runs in times.items()}


def _median(runs: list[float | None]) -> float | None:
    good = [each for each in runs if each is not None]
    return median(good) if len(good) == len(runs) else None


def main() -> None:
    """Print megabytes a second, and how many times faster each way of ours is than each peer."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else REFERENCE if REFERENCE.is_dir() else SHIPPED
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    files = [path.read_bytes() for path in sorted(folder.rglob("*.fit"))]
    warnings.simplefilter("ignore")
    for work in OWN.values():
        for data in files:
            work(data)
    gc.freeze()
    found = measure(files, rounds)
    show("all files", files, found)
    _show_some("files that every decoder reads", _read_by_all(found), files, found)
    large = [place for place, data in enumerate(files) if len(data) >= LARGE]
    _show_some(f"files of {LARGE // 1000} KB and more", large, files, found)


def _read_by_all(found: dict[str, list[float | None]]) -> list[int]:
    return [place for place, times in enumerate(zip(*found.values(), strict=True)) if None not in times]


def _show_some(title: str, places: list[int], files: list[bytes], found: dict[str, list[float | None]]) -> None:
    if places:
        of = {name: [times[place] for place in places] for name, times in found.items()}
        show(title, [files[place] for place in places], of)


def show(title: str, files: list[bytes], found: dict[str, list[float | None]]) -> None:
    """Print the figures of some files."""
    print(f"{title}: {len(files)}, {sum(map(len, files)) / 1e6:.1f} MB;  ours is faster by {', '.join(OWN)}")
    for name, times in found.items():
        read = [place for place, seconds in enumerate(times) if seconds is not None]
        speed = sum(len(files[place]) for place in read) / sum(times[place] or 0 for place in read) / 1e6
        ratios = "".join(f"{_ratio(found[own], times):9.1f}x" for own in OWN)
        print(f"{name:24} {len(read):4} read {speed:8.2f} MB/s {ratios}")


def _ratio(own: list[float | None], peer: list[float | None]) -> float:
    both = [(mine, theirs) for mine, theirs in zip(own, peer, strict=True) if mine is not None and theirs is not None]
    return sum(theirs for _, theirs in both) / sum(mine for mine, _ in both)


if __name__ == "__main__":
    main()
