"""Sheets: the plain fields of a small table, all at once.

Most kinds of message come once or a few times in a file and have many fields. Reading such a table field by field
would cost more than all records of a ride, so its rows are unpacked whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from longgame.intake.formats.fit.base_types import Kind
from longgame.intake.formats.fit.blocks import Block, Positions
from longgame.intake.formats.fit.columns import Column, Mask, Numbers
from longgame.intake.formats.fit.definitions import TIMESTAMP
from longgame.intake.formats.fit.forms import Form, Place, Plan, form

LARGEST = 256
"""Rows up to which a table is read as a sheet."""
FEW = 12
"""Rows up to which unpacking row by row is faster than column by column."""


class Sheet:
    """The values of all plain fields, one row a value, one column a message: as stored and in the field's units."""

    def __init__(self, of: Form, stored: Numbers) -> None:
        self.places = of.places
        self._of = of
        self._stored = stored
        self._there: Mask = np.isfinite(stored)
        numbers = stored if of.scales is None else stored / of.scales
        self._numbers = numbers if of.offsets is None else numbers - of.offsets
        held: Mask = np.any(self._there, axis=1)
        self._held: list[bool] = held.tolist()

    def stored_only(self) -> list[Column]:
        """The fields that have a value in any message and that no components fill."""
        held = self._held
        return [
            self.column(place)
            for place in self._of.stored_only
            if (held[place.start] if place.single else any(held[place.start : place.stop]))
        ]

    def column(self, place: Place) -> Column:
        """The field as a column."""
        if place.single:
            row = place.start
            raw, there, numbers = self._stored[row], self._there[row], self._numbers[row]
        else:
            rows = slice(place.start, place.stop)
            raw, there, numbers = self._stored[rows].T, self._there[rows].T, self._numbers[rows].T
        return Column(place.meaning, Kind.WHOLE, raw, there, numbers, place.bits)


def sheet(message: int, blocks: Sequence[Block], order: Positions | None) -> Sheet:
    """All plain fields of the blocks' messages; those which are not plain in all blocks are left out."""
    clocked = any(block.clock is not None for block in blocks)
    of = form(message, tuple(block.layout for block in blocks), TIMESTAMP if clocked else None)
    if len(blocks) == 1 and not clocked:
        return Sheet(of, _unpacked(blocks[0], of.plans[0]))
    stored = np.full((of.height, sum(block.count for block in blocks)), np.nan)
    start = 0
    for block, each, (taken, rows) in zip(blocks, of.plans, of.moves, strict=True):
        stored[rows, start : start + block.count] = _unpacked(block, each)[taken]
        start += block.count
    return Sheet(of, stored if order is None else stored[:, order])


def _unpacked(block: Block, each: Plan) -> Numbers:
    """The stored values, one row a value, NaN where there is none."""
    if block.count <= FEW:
        unpack = each.unpack.unpack_from
        rows = [unpack(block.data, place + 1) for place in block.positions.tolist()]
        stored: Numbers = np.array(rows, np.float64).T
    else:
        stored = np.empty((len(each.invalid), block.count))
        row = 0
        with np.errstate(invalid="ignore"):
            for slot in each.slots.values():
                stored[row : row + slot.count] = block.records.values(slot.base, slot.offset, slot.count).T
                row += slot.count
    stored[stored == each.invalid] = np.nan
    return stored
