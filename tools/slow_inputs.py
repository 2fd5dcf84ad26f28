"""Say which readers' time grows faster than their input: `python -m tools.slow_inputs [READER ...]`.

One value, mark or line of a small sample is grown to a long one, and then to one four times as long. A reader that
walks its input once takes four times as long for it; one that looks back at every step takes sixteen times, and a file
made for it would stop an import for hours. Told are the inputs whose time grew more than eightfold, and those that took
longer than is allowed; the exit code tells whether there were any.
"""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType

from tools.fuzz_readers import MARKS, Seedling, feed, seedlings

SHORT, LONG = 10_000, 40_000
"""Bytes of what is grown."""
BYTES_OF_A_LINE = 8
"""Long units are repeated as often as if they were no longer than this."""
PLACES = 4
"""Of each sample so many places are grown, spread over it."""
GREW, SEEN_FROM_S, ALLOWED_S = 8.0, 0.05, 5.0
REPEATED = (
    *(
        b"9",
        b"0",
        b"-",
        b".",
        b",",
        b";",
        b":",
        b"/",
        b"|",
        b"'",
        b'"',
        b"\\",
        b" ",
        b"\t",
        b"\n",
        b"\r",
        b"\x00",
        b"a",
        b"_",
    ),
    *(b"(", b"[", b"{", b"[1", b'{"a":', b"<a>", b"<a ", b"<!--", b"<![CDATA[", b"&amp;", b"&#", b'a="b" ', b"</a>"),
    *(
        b"1,",
        b"1.",
        b"1e",
        b"9 ",
        b"1h ",
        b"1:",
        b"kg ",
        b"5x5 ",
        b"(kg) ",
        b"2026-01-01 ",
        b"-1",
        b"a b ",
        b"\n,",
        b'","',
        b"%",
    ),
    *(
        "é".encode(),
        "٣".encode(),
        "½".encode(),
        b"\xff",
        b"\xed\xa0\x80",
        b"T",
        b"Z",
        b"+00:00",
        b"AM ",
        b"max ",
        b"##",
        b"\n\n1,",
    ),
)


@dataclass(frozen=True)
class Grown:
    """A sample of which one place holds `unit` over and over."""

    seedling: Seedling
    at: int
    until: int
    unit: bytes

    def data(self, size: int) -> bytes:
        """The file with so many bytes in that place."""
        held = self.unit * max(size // len(self.unit), size // BYTES_OF_A_LINE)
        return self.seedling.data[: self.at] + held + self.seedling.data[self.until :]


def grown(samples: list[Seedling]) -> Iterator[Grown]:
    """Every sample with every unit in every place: in the first and last values and in some between."""
    for seedling in samples:
        marks = [mark.start() for mark in MARKS.finditer(seedling.data)] or [0, len(seedling.data) - 1]
        for place in range(PLACES):
            at = marks[place * (len(marks) - 2) // (PLACES - 1)] + 1
            until = next((mark for mark in marks if mark >= at), len(seedling.data))
            for unit in REPEATED:
                yield Grown(seedling, at, until, unit)
            begin = seedling.data.rfind(b"\n", 0, at) + 1
            end = seedling.data.find(b"\n", at) + 1 or len(seedling.data)
            yield Grown(seedling, begin, end, seedling.data[begin:end])


class TooLong(Exception):
    """A read was ended because it took longer than is allowed."""


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise TooLong


def seconds(one: Grown, size: int) -> float:
    """Processor time of one read; what is not done when the allowed time is over counts as that."""
    data, start = one.data(size), time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, ALLOWED_S)
    try:
        feed(one.seedling.reader, one.seedling.name, data)
    except TooLong:
        return ALLOWED_S
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def grows(one: Grown) -> tuple[float, float] | None:
    """Seconds for the short and the long one where they grew too fast, twice of two."""
    for _ in range(2):
        long = seconds(one, LONG)
        if long < SEEN_FROM_S:
            return None
        short = seconds(one, SHORT)
        if long < GREW * short and long < ALLOWED_S:
            return None
    return short, long


def main() -> int:
    """Grow every place of the smallest samples of each reader."""
    signal.signal(signal.SIGVTALRM, _end)
    asked = set(sys.argv[1:])
    smallest: dict[str, list[Seedling]] = {}
    for one in sorted(seedlings(), key=lambda one: len(one.data)):
        if not asked or one.reader in asked:
            smallest.setdefault(one.reader, []).append(one)
    tried = faults = 0
    for reader, samples in sorted(smallest.items()):
        for one in grown(samples[:4]):
            tried += 1
            took = grows(one)
            if took is not None:
                faults += 1
                print(
                    f"{reader} {one.seedling.name} at {one.at}: {one.unit!r} {took[0]:.2f} s, {took[1]:.2f} s",
                    flush=True,
                )
    print(f"{tried} inputs over {len(smallest)} readers; {faults} grew too fast")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
