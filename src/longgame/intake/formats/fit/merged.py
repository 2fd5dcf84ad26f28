"""Merged records: messages of one kind that a device lays out in several ways, packed alike in the order of the file.

Devices change their layout whenever a sensor joins or falls silent, and change it back, so that the records of a ride
stand in five or ten blocks. To join every field from its blocks costs more than to read it. So the records are packed
together once, as if they had all been written in one layout, and every field is one strided view again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from longgame.intake.formats.fit.base_types import BASE_TYPES, BaseType, Kind
from longgame.intake.formats.fit.blocks import Block, Positions, Records
from longgame.intake.formats.fit.definitions import Layout, Slot

REMEMBERED = 256
"""How many common layouts are kept in mind: fewer than layouts, since damaged files may make them of 65 KB each."""


@dataclass(frozen=True, slots=True)
class Move:
    """Bytes of a stored record, from `source` on, that go to `target` in the packed one."""

    source: int
    target: int
    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """The one layout that holds what several hold: `slots` by field number, and by layout what moves where.

    `blank` is a packed record in which nothing is stored.
    """

    slots: Mapping[int, Slot]
    moves: tuple[tuple[Move, ...], ...]
    blank: bytes


@lru_cache(maxsize=REMEMBERED)
def common(layouts: tuple[Layout, ...]) -> Common:
    """One layout for all of `layouts`, which have the same byte order; without fields that they do not store alike."""
    own = [{slot.number: slot for slot in reversed(layout.slots)} for layout in layouts]
    slots: dict[int, Slot] = {}
    unlike: set[int] = set()
    blank = b""
    # The fullest comes first, since neighbours that stay neighbours move as one.
    for slot in (slot for each in sorted(own, key=len, reverse=True) for slot in _in_order(each)):
        known = slots.get(slot.number)
        if known is None:
            slots[slot.number] = Slot(slot.number, len(blank), slot.base, slot.count, slot.odd)
            blank += _nothing(slot.base, big_endian=layouts[0].big_endian) * slot.count
        elif known.base is not slot.base or known.count != slot.count:
            unlike.add(slot.number)
    moves = tuple(_moves(each, slots) for each in own)
    return Common({number: slot for number, slot in slots.items() if number not in unlike}, moves, blank)


def merged(blocks: Sequence[Block], of: Common, order: Positions | None) -> Records:
    """The records of all blocks packed as `of` says, in the file's `order`; None if that is the blocks'."""
    size = len(of.blank)
    packed = np.full(sum(block.count for block in blocks), np.void(of.blank))
    start = 0
    for block, moves in zip(blocks, of.moves, strict=True):
        records = block.records
        for move in moves:
            kind = f"V{move.size}"
            target = np.ndarray((block.count,), kind, packed, start * size + move.target, (size,))
            target[:] = np.ndarray((block.count,), kind, records.buffer, records.start + move.source, (records.stride,))
        start += block.count
    return Records(packed if order is None else packed[order], 0, size, len(packed), blocks[0].layout.big_endian)


def _in_order(slots: Mapping[int, Slot]) -> list[Slot]:
    return sorted(slots.values(), key=lambda slot: slot.offset)


@lru_cache(maxsize=2 * len(BASE_TYPES))
def _nothing(base: BaseType, *, big_endian: bool) -> bytes:
    """How "nothing" is stored."""
    return np.array(
        np.nan if base.kind is Kind.REAL else base.invalid, base.big if big_endian else base.little
    ).tobytes()


def _moves(own: Mapping[int, Slot], slots: Mapping[int, Slot]) -> tuple[Move, ...]:
    """The moves of one layout's fields, neighbours together."""
    moves: list[Move] = []
    source = target = size = 0
    for slot in _in_order(own):
        goal = slots[slot.number]
        if goal.base is not slot.base or goal.count != slot.count:
            continue
        if (slot.offset, goal.offset) != (source + size, target + size):
            moves.append(Move(source, target, size))
            source, target, size = slot.offset, goal.offset, 0
        size += slot.count * slot.base.size
    moves.append(Move(source, target, size))
    return tuple(move for move in moves if move.size)
