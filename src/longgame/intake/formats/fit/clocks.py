"""Compressed timestamps: five bits in a message's header that count seconds on from the last full timestamp."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from longgame.intake.formats.fit.base_types import BASE_TYPE_BY_NAME
from longgame.intake.formats.fit.blocks import Block, Positions
from longgame.intake.formats.fit.columns import validity
from longgame.intake.formats.fit.counters import counted_on
from longgame.intake.formats.fit.definitions import TIMESTAMP

OFFSET_BITS = 5
UNKNOWN = -1


def clocked(data: bytes, compressed: Sequence[Block], others: Sequence[Block]) -> list[Block]:
    """The compressed blocks with the time of each message in FIT seconds, by the full timestamps of all blocks."""
    octets = np.frombuffer(data, np.uint8)
    places, times, full = [], [], []
    for block in (*others, *compressed):
        found = _full_timestamps(block)
        if found is not None:
            places.append(found[0])
            times.append(found[1])
            full.append(np.ones(len(found[0]), np.bool_))
    for block in compressed:
        places.append(block.positions)
        times.append((octets[block.positions] & ((1 << OFFSET_BITS) - 1)).astype(np.int64))
        full.append(np.zeros(block.count, np.bool_))
    place = np.concatenate(places)
    order = np.argsort(place, kind="stable")
    marked = np.concatenate(full)[order]
    counted = counted_on(np.concatenate(times)[order], marked, OFFSET_BITS)
    counted[np.cumsum(marked) == 0] = UNKNOWN
    at = place[order]
    return [block.timed(counted[np.searchsorted(at, block.positions, side="right") - 1]) for block in compressed]


def _full_timestamps(block: Block) -> tuple[Positions, Positions] | None:
    slot = block.layout.slot(TIMESTAMP)
    if slot is None or slot.base.name != "uint32" or slot.count != 1:
        return None
    raw = block.records.values(slot.base, slot.offset, 1)
    valid = validity(raw, BASE_TYPE_BY_NAME["uint32"])
    if valid is None:
        return block.positions, raw.astype(np.int64)
    return block.positions[valid], raw[valid].astype(np.int64)
