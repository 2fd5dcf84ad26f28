"""Sheets: the plain number fields of a small table, all at once.

Most kinds of message come once or a few times in a file and have many fields. Reading such a table field by field
would cost more than all records of a ride, so its rows are unpacked whole.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from longgame.intake.formats.fit.base_types import Kind
from longgame.intake.formats.fit.blocks import Block, Positions
from longgame.intake.formats.fit.columns import Column, Mask, Numbers
from longgame.intake.formats.fit.definitions import REMEMBERED, TIMESTAMP, Layout, Slot
from longgame.intake.formats.fit.profile import Meaning, message_profile, unknown_meaning

LARGEST = 256
"""Rows up to which a table is read as a sheet."""
PLAIN = frozenset({Kind.WHOLE, Kind.REAL})
FEW = 12
"""Rows up to which unpacking row by row is faster than column by column."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """How to unpack the plain fields of one layout: single numbers that a float64 holds exactly."""

    slots: tuple[Slot, ...]
    fields: tuple[int, ...]
    bits: tuple[int, ...]
    unpack: struct.Struct
    invalid: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Scaling:
    """The meanings of some fields of a message, with their scales and offsets as arrays; None for all 1 or 0."""

    meanings: tuple[Meaning, ...]
    scales: Numbers | None
    offsets: Numbers | None


class Sheet:
    """The values of all plain fields, one row a field, one column a message: as stored and in the field's units."""

    def __init__(self, fields: tuple[int, ...], bits: tuple[int, ...], scaling: Scaling, stored: Numbers) -> None:
        self.place = {number: place for place, number in enumerate(fields)}
        self._bits = bits
        self._scaling = scaling
        self._stored = stored
        self._there: Mask = np.isfinite(stored)
        numbers = stored if scaling.scales is None else stored / scaling.scales
        self._numbers = numbers if scaling.offsets is None else numbers - scaling.offsets
        held: Mask = np.any(self._there, axis=1)
        self.held: list[bool] = held.tolist()

    def column(self, place: int) -> Column:
        """The field at `place` as a column."""
        meaning = self._scaling.meanings[place]
        return Column(
            meaning, Kind.WHOLE, self._stored[place], self._there[place], self._numbers[place], self._bits[place]
        )


def sheet(message: int, blocks: Sequence[Block], order: Positions | None) -> Sheet:
    """All plain fields of the blocks' messages; those which are not plain in all blocks are left out."""
    plans = [plan(block.layout) for block in blocks]
    if len(blocks) == 1 and blocks[0].clock is None:
        fields, bits = plans[0].fields, plans[0].bits
        return Sheet(fields, bits, scaling(message, fields), _unpacked(blocks[0], plans[0]))
    widths = _plain_everywhere(blocks, plans)
    fields, bits = tuple(widths), tuple(widths.values())
    stored = np.full((len(fields), sum(block.count for block in blocks)), np.nan)
    place = {number: row for row, number in enumerate(fields)}
    start = 0
    for block, each in zip(blocks, plans, strict=True):
        own = _unpacked(block, each)
        kept = [row for row, slot in enumerate(each.slots) if slot.number in place]
        stored[[place[each.slots[row].number] for row in kept], start : start + block.count] = own[kept]
        start += block.count
    return Sheet(fields, bits, scaling(message, fields), stored if order is None else stored[:, order])


def _plain_everywhere(blocks: Sequence[Block], plans: Sequence[Plan]) -> dict[int, int]:
    """The numbers of the fields that are plain in all blocks which have them, and how many bits wide they are."""
    plain: dict[int, int] = {}
    for each in plans:
        for number, bits in zip(each.fields, each.bits, strict=True):
            plain[number] = max(bits, plain.get(number, 0))
    for block, each in zip(blocks, plans, strict=True):
        other = {slot.number for slot in block.layout.slots}.difference(each.fields)
        if block.clock is not None:
            other.add(TIMESTAMP)
        for number in other:
            plain.pop(number, None)
    return plain


def _unpacked(block: Block, each: Plan) -> Numbers:
    """The stored values, one row a field, NaN where there is none."""
    if block.count <= FEW:
        places = block.positions.tolist()
        unpack = each.unpack.unpack_from
        stored: Numbers = np.array([unpack(block.data, place + 1) for place in places], np.float64).T
    else:
        stored = np.empty((len(each.slots), block.count))
        for row, slot in enumerate(each.slots):
            with np.errstate(invalid="ignore"):
                stored[row] = block.values(slot.base, slot.offset, 1)
    stored[stored == each.invalid] = np.nan
    return stored


@lru_cache(maxsize=REMEMBERED)
def plan(layout: Layout) -> Plan:
    """How to unpack the plain fields of `layout`."""
    slots = [slot for slot in layout.slots if slot.count == 1 and slot.base.kind in PLAIN and slot.base.size <= 4]
    slots = list({slot.number: slot for slot in reversed(slots)}.values())[::-1]
    letters, end = [], 0
    for slot in slots:
        letters.append(f"{slot.offset - end}x{slot.base.little.char}")
        end = slot.offset + slot.base.size
    order = ">" if layout.big_endian else "<"
    invalid = [np.nan if slot.base.kind is Kind.REAL else slot.base.invalid for slot in slots]
    return Plan(
        tuple(slots),
        tuple(slot.number for slot in slots),
        tuple(8 * slot.base.size for slot in slots),
        struct.Struct(order + "".join(letters)),
        np.array(invalid, np.float64)[:, None],
    )


@lru_cache(maxsize=REMEMBERED)
def scaling(message: int, fields: tuple[int, ...]) -> Scaling:
    """What the profile says about some fields of a message."""
    known = message_profile(message).fields
    meanings = tuple(known[number].meaning if number in known else unknown_meaning(number) for number in fields)
    scales = np.array([[meaning.scale] for meaning in meanings], np.float64)
    offsets = np.array([[meaning.offset] for meaning in meanings], np.float64)
    return Scaling(meanings, scales if (scales != 1).any() else None, offsets if offsets.any() else None)
