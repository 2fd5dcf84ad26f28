"""Messages of one layout as a block of equal records, of which every field is one strided array."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from longgame.intake.formats.fit.base_types import BaseType
from longgame.intake.formats.fit.definitions import Layout
from longgame.intake.formats.fit.scan import Rows

Positions = npt.NDArray[np.int64]
AnyArray = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """`count` records of one layout in `buffer`, the first at `base` (after its header), every `stride` bytes.

    `positions` are the places of their headers in the file, rising. `clock` gives the time of messages with a
    compressed timestamp in FIT seconds, -1 where no full timestamp came before them.
    """

    layout: Layout
    buffer: bytes | AnyArray
    base: int
    stride: int
    count: int
    positions: Positions
    clock: Positions | None = None

    def values(self, base: BaseType, offset: int, count: int) -> AnyArray:
        """The stored values at `offset` of every record: shape (records,), or (records, count) if more than one."""
        kind = base.big if self.layout.big_endian else base.little
        start = self.base + offset
        if count == 1:
            return np.ndarray((self.count,), kind, self.buffer, start, (self.stride,))
        return np.ndarray((self.count, count), kind, self.buffer, start, (self.stride, base.size))

    def timed(self, clock: Positions) -> Block:
        """The same block with the time of its records."""
        return replace(self, clock=clock)


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
        pieces.append(np.arange(run.start, run.start + run.count * run.stride, run.stride, dtype=np.int64))
    pieces.append(singles[taken:])
    found = np.concatenate(pieces)
    if rows.braided:
        found.sort()
    return found


def block_of(data: bytes, rows: Rows) -> Block:
    """The rows as a block: a view of `data` where they stand at equal distances, else a copy packed together."""
    positions = positions_of(rows)
    size = rows.layout.size
    if len(rows.runs) == 1 and not rows.singles:
        run = rows.runs[0]
        return Block(rows.layout, data, run.start + 1, run.stride, run.count, positions)
    if len(positions) == 1:
        return Block(rows.layout, data, int(positions[0]) + 1, size, 1, positions)
    if size == 0:
        return Block(rows.layout, data, 0, 0, len(positions), positions)
    anywhere = np.ndarray((len(data) - size + 1,), f"V{size}", data, 0, (1,))
    return Block(rows.layout, anywhere[positions + 1], 0, size, len(positions), positions)
