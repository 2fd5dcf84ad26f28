"""Feed damaged files to every reader and say which inputs raised: `python -m tools.fuzz_readers [SECONDS] [SEED]`.

Each input is one of the samples of the tests (and of the small files of the reference data, where that is there) after
a few wounds: bytes changed, cut, repeated or strewn in, cells and values made absurd, two files spliced. Readers come
up equally often, each with its small files more often than its large ones, so that many inputs take little time.
Every tenth input goes to recognition and to a reader of another format too. The same seed gives the same inputs in the
same order. Inputs that raise are printed with their seed and kept beside in a folder; the exit code tells.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from zoneinfo import ZoneInfo

from longgame.intake.believable import believed
from longgame.intake.model import Original, ReadContext
from longgame.intake.pipeline import clock_doubts
from longgame.intake.readers import ALL_READERS, HEAD_BYTES, reader_named, recognise
from longgame.kernel.ids import THE_ATHLETE, ContentHash

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests/intake/formats/samples"
REFERENCE = ROOT.parent / "shared/data"
LARGEST = 20_000
FIXED_COST = 500
"""A file of so many bytes more is drawn half as often: it takes twice the time to read."""
RECOGNISED_EVERY = 10
TOLD_EVERY = 100_000
CONTEXT = ReadContext(THE_ATHLETE, ZoneInfo("Europe/Berlin"))
NOW = datetime(2026, 6, 1, tzinfo=UTC)
MARKS = re.compile(rb'[,;:"\n]')
ABSURD = (
    *(
        b"0",
        b"-1",
        b"1e999",
        b"-1e308",
        b"nan",
        b"inf",
        b"9" * 400,
        b"1,825",
        b"62,5",
        b"--",
        b"",
        b'"',
        b"\x00",
        b"\xff\xfe",
    ),
    *(b"9999-12-31", b"0001-01-01", b"31/02/2026", b"2026-13-45 99:99:99", b"24:00:00", b"12:61", b"264h 1m", b"2e400"),
    *(
        "½".encode(),
        "٣".encode(),
        "１２".encode(),
        b"\xed\xa0\x80",
        b"<a>",
        b"]]>",
        b"&#0;",
        b"{",
        b"[[[[",
        b"null",
        b"true",
    ),
    *(b"0001-01-01 00:30:00", b"9999-12-31 23:59:00", b"9999-12-31T23:59:59-12:00", b"1h " + b"9" * 400, b"9" * 5000),
    *(b"\\ud800", b"\\u0000", b"1" + b"0" * 310, b"2026-03-29 02:30:00", b"2026-10-25 02:30:00"),
    *(b"\r", b"\n\n", b";;;;", b"\t", b"18446744073709551616", b"253402300800000", b"-62135596801", b"1e15", b"1e300"),
)


@dataclass(frozen=True)
class Seedling:
    """A file to damage."""

    reader: str
    name: str
    data: bytes


def seedlings() -> list[Seedling]:
    """All samples, and the small reference files that a reader knows."""
    paths = [*sorted(SAMPLES.iterdir()), *sorted(REFERENCE.rglob("*"))]
    found = []
    for path in paths:
        if path.is_file() and path.stat().st_size <= LARGEST:
            data = path.read_bytes()
            reader = recognise(data[:HEAD_BYTES], path.name)
            if reader is not None:
                found.append(Seedling(reader.name, path.name, data))
    return found


def change(data: bytearray, chance: random.Random, _other: bytes) -> None:
    """One byte is another."""
    data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random, _other: bytes) -> None:
    """Some bytes are missing."""
    at = chance.randrange(len(data))
    del data[at : at + chance.choice([1, 2, 7, 40, 400])]


def repeat(data: bytearray, chance: random.Random, _other: bytes) -> None:
    """Some bytes stand twice."""
    at = chance.randrange(len(data))
    data[at:at] = data[at : at + chance.choice([1, 5, 60, 300])]


def strew(data: bytearray, chance: random.Random, _other: bytes) -> None:
    """Something absurd stands where nothing was."""
    at = chance.randrange(len(data))
    data[at:at] = chance.choice(ABSURD)


def replace_value(data: bytearray, chance: random.Random, _other: bytes) -> None:
    """A cell, a value or an attribute is absurd."""
    marks = [mark.start() for mark in MARKS.finditer(data)]
    if len(marks) > 1:
        at = chance.randrange(len(marks) - 1)
        data[marks[at] + 1 : marks[at + 1]] = chance.choice(ABSURD)


def splice(data: bytearray, chance: random.Random, other: bytes) -> None:
    """The end is that of another file."""
    data[chance.randrange(len(data)) :] = other[chance.randrange(len(other)) :]


WOUNDS: tuple[Callable[[bytearray, random.Random, bytes], None], ...] = (
    *(change, change, cut, repeat, strew, strew),
    *(replace_value, replace_value, replace_value, splice),
)


def damaged(seedling: Seedling, chance: random.Random, every: list[Seedling]) -> bytes:
    """The file after one to eight wounds."""
    data = bytearray(seedling.data)
    for _ in range(chance.choice([1, 1, 2, 3, 8])):
        if data:
            chance.choice(WOUNDS)(data, chance, chance.choice(every).data)
    return bytes(data)


def feed(reader_name: str, name: str, data: bytes) -> None:
    """What an import does with the bytes of one file; raises what a reader raises."""
    reader = reader_named(reader_name)
    assert reader is not None
    original = Original(name, ContentHash("0" * 64), data)
    clock_doubts(believed(reader.read(original, CONTEXT)).sessions, NOW)


class Garden:
    """Draws inputs: the same for the same seed and number."""

    def __init__(self) -> None:
        self.every = seedlings()
        self._by_reader: dict[str, list[Seedling]] = {}
        for seedling in self.every:
            self._by_reader.setdefault(seedling.reader, []).append(seedling)
        self._readers = sorted(self._by_reader)
        self._weights = {
            reader: list(accumulate(1 / (FIXED_COST + len(one.data)) for one in held))
            for reader, held in self._by_reader.items()
        }

    def drawn(self, seed: int, number: int) -> tuple[Seedling, bytes, tuple[str, ...]]:
        """The file, its bytes after the wounds, and the readers that it goes to."""
        chance = random.Random(f"{seed}/{number}")
        reader = chance.choice(self._readers)
        (seedling,) = chance.choices(self._by_reader[reader], cum_weights=self._weights[reader])
        data = damaged(seedling, chance, self.every)
        another = (chance.choice(ALL_READERS).name,) if number % RECOGNISED_EVERY == 0 else ()
        return seedling, data, (reader, *another)


def main() -> int:
    """Feed for so many seconds; 1 if anything raised."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    garden, fed, faults = Garden(), Counter[str](), Counter[str]()
    number, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        number += 1
        seedling, data, readers = garden.drawn(seed, number)
        for reader in readers:
            fed[reader] += 1
            try:
                if number % RECOGNISED_EVERY == 0:
                    recognise(data[:HEAD_BYTES], seedling.name)
                feed(reader, seedling.name, data)
            except Exception as fault:  # noqa: BLE001 - whatever a reader raises is what is looked for
                place = traceback.extract_tb(fault.__traceback__)[-1]
                what = f"{reader}: {type(fault).__name__} in {place.name} ({Path(place.filename).name}:{place.lineno})"
                if what not in faults:
                    print(f"{seed}/{number} {seedling.name}: {what}: {fault}"[:300], flush=True)
                    _keep(f"{seed}-{number}-{seedling.name}", data)
                faults[what] += 1
        if number % TOLD_EVERY == 0:
            print(_told(fed, faults, garden), flush=True)
    print(_told(fed, faults, garden))
    return 1 if faults else 0


def _told(fed: Counter[str], faults: Counter[str], garden: Garden) -> str:
    return f"{fed.total()} inputs from {len(garden.every)} files over {len(fed)} readers; {faults.total()} raised"


def _keep(name: str, data: bytes) -> None:
    kept = Path(tempfile.gettempdir()) / "longgame-fuzz"
    kept.mkdir(exist_ok=True)
    (kept / name).write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
