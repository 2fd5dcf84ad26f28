"""Tables: all messages of one kind, in file order, as columns made when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from longgame.intake.formats.fit.base_types import BASE_TYPE_BY_NAME, ENUM, BaseType, Kind
from longgame.intake.formats.fit.blocks import AnyArray, Block, Positions
from longgame.intake.formats.fit.columns import Column, Numbers, validity
from longgame.intake.formats.fit.components import filled
from longgame.intake.formats.fit.definitions import TIMESTAMP, DeveloperSlot
from longgame.intake.formats.fit.developer import DeveloperField
from longgame.intake.formats.fit.profile import Field, Filling, Meaning, MessageProfile, Subfield, message_profile

CLOCK = BASE_TYPE_BY_NAME["uint32"]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """The stored values of a field in one block, which fill the table's rows from `start` on."""

    start: int
    base: BaseType
    raw: AnyArray


class Table:
    """All messages of one kind in a FIT file, in the order of the file.

    Columns go by the names of FIT's profile, with "unknown_7" for field 7 that it does not know, and include the
    fields which components fill and the subfields. Developer fields are kept apart, so that one which calls itself
    "speed" is never taken for the device's own.
    """

    def __init__(self, number: int, blocks: Sequence[Block], developer_fields: Sequence[DeveloperField]) -> None:
        self.number = number
        self._blocks = tuple(blocks)
        self._developer_fields = tuple(developer_fields)
        self._columns: dict[str, Column | None] = {}

    def __len__(self) -> int:
        return sum(block.count for block in self._blocks)

    @cached_property
    def profile(self) -> MessageProfile:
        """What FIT's profile says about messages of this kind."""
        return message_profile(self.number)

    @property
    def name(self) -> str:
        """The message's name, such as "record"; "unknown_147" for one that the profile does not have."""
        return self.profile.name

    @cached_property
    def positions(self) -> Positions:
        """Where in the file the messages stand, rising."""
        found = np.concatenate([block.positions for block in self._blocks])
        return found if self._order is None else found[self._order]

    @cached_property
    def _order(self) -> Positions | None:
        """The file's order of the blocks' rows, put end to end; None if that is it already."""
        ends = [(block.positions[0], block.positions[-1]) for block in self._blocks]
        if all(last < first for (_, last), (first, _) in pairwise(ends)):
            return None
        return np.argsort(np.concatenate([block.positions for block in self._blocks]), kind="stable")

    @cached_property
    def numbers_stored(self) -> tuple[int, ...]:
        """The numbers of all fields that the file stores for this kind of message."""
        found = dict.fromkeys(slot.number for block in self._blocks for slot in block.layout.slots)
        if any(block.clock is not None for block in self._blocks):
            found[TIMESTAMP] = None
        return tuple(found)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all columns that have a value in any message."""
        stored = [self._name(number) for number in self.numbers_stored]
        filled_in = [self._name(number) for number in self.profile.fillings]
        names = dict.fromkeys([*stored, *filled_in, *self.profile.subfields])
        return tuple(name for name in names if (found := self.column(name)) is not None and found.present.any())

    def column(self, name: str) -> Column | None:
        """The column called `name`; None if the file has no such field."""
        if name not in self._columns:
            self._columns[name] = self._make(name)
        return self._columns[name]

    def numbers(self, name: str) -> Numbers | None:
        """The first value of every message of the column called `name`, in its units, NaN where there is none."""
        found = self.column(name)
        return None if found is None else found.firsts()

    @cached_property
    def developer(self) -> tuple[tuple[DeveloperField, Column], ...]:
        """The columns of developer fields, each with what its description says."""
        return tuple((field, column) for field in self._developer_fields if (column := self._developed(field)))

    def _name(self, number: int) -> str:
        known = self.profile.fields.get(number)
        return known.meaning.name if known else f"unknown_{number}"

    def _make(self, name: str) -> Column | None:
        number = self.profile.numbers.get(name)
        if number is not None:
            return self._field(self.profile.fields[number])
        found = self.profile.subfields.get(name)
        if found is not None:
            return self._subfield(*found)
        number = int(name[8:]) if name.startswith("unknown_") and name[8:].isdecimal() else -1
        return self._stored(number, Meaning(name, "unknown"))

    def _field(self, field: Field) -> Column | None:
        own = self._stored(field.number, field.meaning)
        for filling in self.profile.fillings.get(field.number, ()):
            holder = self._holder(filling)
            if holder is not None:
                own = filled(field.meaning, own, holder, filling.components)
        return own

    def _holder(self, filling: Filling) -> Column | None:
        """The column of which components fill another, with whole numbers as a device would have stored them."""
        if filling.subfield is not None:
            return self._subfield(filling.source, filling.subfield)
        field = self.profile.fields[filling.source]
        found = self.column(field.meaning.name)
        if found is None or (found.raw.dtype.kind in "iu" and found.meaning.scale == field.meaning.scale):
            return found
        base = BASE_TYPE_BY_NAME.get(field.meaning.type, ENUM)
        numbers = np.nan_to_num((found.numbers() + field.meaning.offset) * field.meaning.scale)
        limits = np.iinfo(base.little) if base.kind is Kind.WHOLE else np.iinfo(np.int64)
        raw = np.clip(np.trunc(numbers), limits.min, limits.max).astype(base.little)
        return Column(field.meaning, Kind.WHOLE, raw, found.valid)

    def _subfield(self, number: int, subfield: Subfield) -> Column | None:
        name = self._name(number)
        whole = self.column(name)
        if whole is None:
            return None
        applies = np.zeros(len(self), np.bool_)
        for reference, value in subfield.when:
            told = self.column(self._name(reference))
            if told is not None and told.raw.ndim == 1:
                applies |= told.present & (told.raw == value)
        if not applies.any():
            return None
        valid = applies if whole.raw.ndim == 1 or whole.kind in (Kind.BYTES, Kind.TEXT) else applies[:, None]
        valid = valid & (True if whole.valid is None else whole.valid)
        return Column(subfield.meaning, whole.kind, whole.raw, np.broadcast_to(valid, _mask_shape(whole)))

    def _stored(self, number: int, meaning: Meaning) -> Column | None:
        pieces: list[Piece] = []
        start = 0
        for block in self._blocks:
            slot = block.layout.slot(number)
            if number == TIMESTAMP and block.clock is not None:
                pieces.append(Piece(start, CLOCK, np.where(block.clock < 0, CLOCK.invalid, block.clock)))
            elif slot is not None:
                pieces.append(Piece(start, slot.base, block.values(slot.base, slot.offset, slot.count)))
            start += block.count
        return self._joined(meaning, pieces)

    def _developed(self, field: DeveloperField) -> Column | None:
        pieces: list[Piece] = []
        start = 0
        for block in self._blocks:
            slot = next(filter(field.describes, block.layout.developer_slots), None)
            if slot is not None:
                pieces.append(Piece(start, *_developer_values(block, field, slot)))
            start += block.count
        return self._joined(field.meaning, pieces)

    def _joined(self, meaning: Meaning, pieces: Sequence[Piece]) -> Column | None:
        """One column of the pieces; rows of blocks without the field have no value."""
        if not pieces:
            return None
        kind = pieces[0].base.kind
        rows = len(self)
        if len(pieces) == 1 and len(pieces[0].raw) == rows and self._order is None:
            return Column(meaning, kind, pieces[0].raw, validity(pieces[0].raw, pieces[0].base))
        pieces = [piece for piece in pieces if piece.base.kind is kind]
        width = max(piece.raw.shape[1] if piece.raw.ndim == 2 else 1 for piece in pieces)
        raw = np.zeros((rows, width), np.result_type(*(piece.raw.dtype.newbyteorder("=") for piece in pieces)))
        by_message = kind in (Kind.BYTES, Kind.TEXT)
        valid = np.zeros((rows, 1 if by_message else width), np.bool_)
        for piece in pieces:
            values = piece.raw if piece.raw.ndim == 2 else piece.raw[:, None]
            place = slice(piece.start, piece.start + len(values))
            raw[place, : values.shape[1]] = values
            found = validity(values, piece.base)
            columns = slice(None) if by_message else slice(values.shape[1])
            valid[place, columns] = True if found is None else found.reshape(len(values), -1)
        if self._order is not None:
            raw, valid = raw[self._order], valid[self._order]
        raw = raw[:, 0] if width == 1 else raw
        valid = valid[:, 0] if valid.shape[1] == 1 else valid
        return Column(meaning, kind, raw, None if valid.all() else valid)


def _mask_shape(column: Column) -> tuple[int, ...]:
    return column.raw.shape[:1] if column.kind in (Kind.BYTES, Kind.TEXT) else column.raw.shape


def _developer_values(block: Block, field: DeveloperField, slot: DeveloperSlot) -> tuple[BaseType, AnyArray]:
    base = field.base_for(slot.size)
    return base, block.values(base, slot.offset, slot.size // base.size)
