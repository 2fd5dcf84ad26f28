"""Messages of one layout as a block of equal records, of which every field is one strided array."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from longgame.intake.formats.fit.base_types import BaseType
from longgame.intake.formats.fit.definitions import Layout
from longgame.intake.formats.fit.rows import Rows

Positions = npt.NDArray[np.int64]
AnyArray = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """Equal records at equal distances: `count` of them in `buffer`, the first at `start`, one every `stride` bytes."""

    buffer: bytes | AnyArray
    start: int
    stride: int
    count: int
    big_endian: bool

    def values(self, base: BaseType, offset: int, count: int) -> AnyArray:
        """The stored values at `offset` of every record: shape (records,), or (records, count) if more than one."""
        kind = base.big if self.big_endian else base.little
        if count == 1:
            return np.ndarray((self.count,), kind, self.buffer, self.start + offset, (self.stride,))
        shape, strides = (self.count, count), (self.stride, base.size)
        return np.ndarray(shape, kind, self.buffer, self.start + offset, strides)


class Block:
    """All records of one layout. Nothing is copied or even looked at before a field is asked for.

    `clock` gives the time of messages with a compressed timestamp in FIT seconds, -1 where no full timestamp came
    before them.
    """

    def __init__(self, data: bytes, rows: Rows, clock: Positions | None = None) -> None:
        self.data = data
        self.layout: Layout = rows.layout
        self.count = len(rows)
        self.clock = clock
        self._rows = rows

    def timed(self, clock: Positions) -> Block:
        """The same block with the time of its records."""
        return Block(self.data, self._rows, clock)

    @property
    def first(self) -> int:
        """The place of the first record's header in the file."""
        return self._rows.first

    @cached_property
    def positions(self) -> Positions:
        """The places of all records' headers in the file, rising."""
        return positions_of(self._rows)

    @cached_property
    def records(self) -> Records:
        """The records without their headers: where they stand in the file if that is at equal distances, else a copy
        packed together."""
        size, big_endian = self.layout.size, self.layout.big_endian
        if self.count == 1:
            return Records(self.data, self.first + 1, size, 1, big_endian)
        distance = self._rows.distance
        if distance is not None:
            return Records(self.data, self.first + 1, distance, self.count, big_endian)
        anywhere = np.ndarray((len(self.data) - size + 1,), f"V{size}", self.data, 0, (1,))
        return Records(anywhere[self.positions + 1], 0, size, self.count, big_endian)


def positions_of(rows: Rows) -> Positions:
    """The places of all of the rows' headers, rising."""
    singles = np.frombuffer(rows.singles, np.int64) if rows.singles else np.empty(0, np.int64)
    if not rows.runs:
        return singles
    pieces: list[Positions] = []
    taken = 0
    for run in rows.runs:
        if run.after > taken:
            pieces.append(singles[taken : run.after])
            taken = run.after
        pieces.append(np.arange(run.start, run.start + run.times * run.stride, run.stride, dtype=np.int64))
    if taken < len(singles):
        pieces.append(singles[taken:])
    found = pieces[0] if len(pieces) == 1 else np.concatenate(pieces)
    if rows.braided:
        found.sort()
    return found
