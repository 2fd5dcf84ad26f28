"""Where messages stand, by layout, and what each header byte means at a place of the file."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from longgame.intake.formats.fit.definitions import Layout, layout

DEFINITION = 0x40
COMPRESSED = 0x80

ANY_OFFSET = bytes(head & 0x4F if head < COMPRESSED else head & 0xE0 for head in range(256))
"""Header bytes with the time offset of compressed ones, and the reserved bits of the others, left out."""


class Run(NamedTuple):
    """Messages at equal distances: as many as `times` says, from `start` on, every `stride` bytes; `after` single ones.

    A tuple, since a ride has hundreds of runs and a frozen dataclass takes four times as long to make.
    """

    after: int
    start: int
    stride: int
    times: int


@dataclass(slots=True, eq=False)
class Rows:
    """Where the messages of one layout stand (their header bytes), in order: single ones and runs."""

    layout: Layout
    compressed: bool
    singles: array[int] = field(default_factory=lambda: array("q"))
    runs: list[Run] = field(default_factory=list)
    braided: bool = False

    def __len__(self) -> int:
        return len(self.singles) + sum(run.times for run in self.runs)

    @property
    def distance(self) -> int | None:
        """How far apart the messages stand if that is the same for all of them: a run, with the single ones that were
        met before it was seen to be one."""
        if len(self.runs) != 1:
            return None
        run, singles = self.runs[0], self.singles
        before = range(run.start - run.stride * len(singles), run.start, run.stride)
        if run.after != len(singles) or singles[:1].tolist() != [*before[:1]] or singles.tolist() != [*before]:
            return None
        return run.stride

    @property
    def stop(self) -> int:
        """The place after the last message; 0 if there is none."""
        ends = [run.start + (run.times - 1) * run.stride for run in self.runs[-1:]]
        ends += self.singles[-1:]
        return max(ends, default=-1 - self.layout.size) + 1 + self.layout.size

    def forget_from(self, position: int) -> None:
        """Leave out the messages that end after `position`."""
        last = position - 1 - self.layout.size
        while self.singles and self.singles[-1] > last:
            self.singles.pop()
        kept = [
            run._replace(
                after=min(run.after, len(self.singles)), times=min(run.times, (last - run.start) // run.stride + 1)
            )
            for run in self.runs
            if run.start <= last
        ]
        self.runs[:] = kept

    @property
    def first(self) -> int:
        """The place of the first header."""
        if self.runs and not (self.singles and self.runs[0].after):
            return self.runs[0].start
        return self.singles[0]


RowsByDefinition = dict[tuple[bytes, bool], Rows]
"""Rows by the bytes of their definition, those with compressed timestamps apart."""


class Headers:
    """What each of the 256 header bytes means at this place of the file."""

    __slots__ = ("compressed", "current", "found", "longest", "rows", "sizes", "take")

    def __init__(self) -> None:
        self.found: RowsByDefinition = {}
        self.sizes = [0] * 256
        self.take: list[Callable[[int], None]] = [_refuse] * 256
        self.rows: list[Rows | None] = [None] * 256
        self.current: list[bytes | None] = [None] * 16
        self.longest = 1
        self.compressed = False

    def define(self, local: int, raw: bytes) -> None:
        """Let data messages of local type `local` be laid out as the definition `raw` says."""
        if self.current[local] == raw:
            return
        self.current[local] = raw
        # Two bits of an ordinary header are reserved; what they hold makes no difference.
        size = self._assign(range(local, COMPRESSED // 2, 16), raw, False)
        if local < 4 and self.compressed:
            self.compress(local)
        if size > self.longest:
            self.longest = size

    def compress(self, local: int) -> None:
        """Let compressed headers of local type `local` mean what its definition says, from here on in this file."""
        self.compressed = True
        raw = self.current[local]
        if raw is not None:
            first = COMPRESSED | local << 5
            self._assign(range(first, first + 32), raw, True)

    def _assign(self, heads: range, raw: bytes, compressed: bool) -> int:
        rows = self.found.get((raw, compressed))
        if rows is None:
            rows = self.found[raw, compressed] = Rows(layout(raw), compressed)
        size, take = rows.layout.size + 1, rows.singles.append
        for head in heads:
            self.sizes[head] = size
            self.take[head] = take
            self.rows[head] = rows
        return size


def _refuse(position: int) -> None:
    raise AssertionError(f"no message is defined at byte {position}")
