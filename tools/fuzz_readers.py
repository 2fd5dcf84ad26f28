"""Feed damaged files to every reader and say which inputs raised: `python -m tools.fuzz_readers [SECONDS] [SEED]`.

Each input is one of the samples of the tests (and of the small files of the reference data, where that is there) after
a few wounds: bytes changed, cut, repeated or strewn in, cells and values made absurd, two files spliced. It goes to its
own reader and to recognition; every tenth goes to a reader of another format too. The same seed gives the same inputs
in the same order. Inputs that raise are printed with their seed and kept beside in a folder; the exit code tells.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from longgame.intake.model import Original, ReadContext
from longgame.intake.pipeline import clock_doubts
from longgame.intake.readers import ALL_READERS, HEAD_BYTES, reader_named, recognise
from longgame.kernel.ids import THE_ATHLETE, ContentHash

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests/intake/formats/samples"
REFERENCE = ROOT.parent / "shared/data"
LARGEST = 20_000
CONTEXT = ReadContext(THE_ATHLETE, ZoneInfo("Europe/Berlin"))
NOW = datetime(2026, 6, 1, tzinfo=UTC)
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
    marks = [at for at, byte in enumerate(data) if byte in b',;:"\n']
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
    recognise(data[:HEAD_BYTES], name)
    reader = reader_named(reader_name)
    assert reader is not None
    original = Original(name, ContentHash(hashlib.sha256(data).hexdigest()), data)
    clock_doubts(reader.read(original, CONTEXT).sessions, NOW)


def main() -> int:
    """Feed for so many seconds; 1 if anything raised."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    every = seedlings()
    names = [registered.name for registered in ALL_READERS]
    fed: Counter[str] = Counter()
    faults: dict[str, int] = {}
    kept = Path(tempfile.gettempdir()) / "longgame-fuzz"
    number, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        number += 1
        chance = random.Random(f"{seed}/{number}")
        seedling = chance.choice(every)
        data = damaged(seedling, chance, every)
        for reader in (seedling.reader, *([chance.choice(names)] if number % 10 == 0 else [])):
            fed[reader] += 1
            try:
                feed(reader, seedling.name, data)
            except Exception as fault:  # noqa: BLE001 - whatever a reader raises is what is looked for
                place = traceback.extract_tb(fault.__traceback__)[-1]
                what = f"{reader}: {type(fault).__name__} in {place.name} ({Path(place.filename).name}:{place.lineno})"
                if what not in faults:
                    kept.mkdir(exist_ok=True)
                    (kept / f"{seed}-{number}-{seedling.name}").write_bytes(data)
                    print(f"{seed}/{number} {seedling.name}: {what}: {fault}"[:300], flush=True)
                faults[what] = faults.get(what, 0) + 1
    print(f"{sum(fed.values())} inputs from {len(every)} files over {len(fed)} readers; {sum(faults.values())} raised")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
