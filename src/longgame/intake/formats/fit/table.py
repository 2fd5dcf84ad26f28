"""Tables: all messages of one kind, in file order, as columns made when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from longgame.intake.formats.fit.base_types import BASE_TYPE_BY_NAME, ENUM, BaseType, Kind
from longgame.intake.formats.fit.blocks import AnyArray, Block, Positions, Records
from longgame.intake.formats.fit.columns import Column, Numbers, validity
from longgame.intake.formats.fit.components import filled
from longgame.intake.formats.fit.definitions import TIMESTAMP, DeveloperSlot
from longgame.intake.formats.fit.developer import DeveloperField
from longgame.intake.formats.fit.merged import Common, common, merged
from longgame.intake.formats.fit.outline import Outline, column_name, numbers_in, outline
from longgame.intake.formats.fit.profile import (
    Field,
    Filling,
    Meaning,
    MessageProfile,
    Subfield,
    message_profile,
    unknown_meaning,
)
from longgame.intake.formats.fit.sheets import LARGEST, Sheet, sheet

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
        self.profile: MessageProfile = message_profile(number)
        self._blocks = tuple(blocks)
        self._count = sum(block.count for block in blocks)
        self._developer_fields = tuple(developer_fields)
        self._columns: dict[str, Column | None] = {}
        self._distinct: dict[int, frozenset[float]] = {}

    def __len__(self) -> int:
        return self._count

    @property
    def name(self) -> str:
        """The message's name, such as "record"; "unknown_147" for one that the profile does not have."""
        return self.profile.name

    @property
    def first(self) -> int:
        """Where in the file the first message stands."""
        return min(block.first for block in self._blocks)

    @cached_property
    def positions(self) -> Positions:
        """Where in the file the messages stand, rising."""
        if len(self._blocks) == 1:
            return self._blocks[0].positions
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
        numbers = numbers_in(tuple(block.layout for block in self._blocks))
        clocked = any(block.clock is not None for block in self._blocks)
        return (*numbers, TIMESTAMP) if clocked and TIMESTAMP not in numbers else numbers

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """All columns that have a value in any message, developer fields left out."""
        able = self._able
        names = [*able.mixed, *able.derived, *self._applying(able)]
        sheet = self._sheet
        places = {} if sheet is None else sheet.places
        found = [] if sheet is None else sheet.stored_only()
        names += [column_name(self.profile, number) for number in able.direct if number not in places]
        made = (self.column(name) for name in names)
        return (*found, *(column for column in made if column is not None and not column.empty))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of `columns`."""
        return tuple(column.meaning.name for column in self.columns)

    def column(self, name: str) -> Column | None:
        """The column called `name`; None if the file has no such field."""
        try:
            return self._columns[name]
        except KeyError:
            found = self._columns[name] = self._make(name)
            return found

    def numbers(self, name: str) -> Numbers | None:
        """The first value of every message of the column called `name`, in its units, NaN where there is none."""
        found = self.column(name)
        return None if found is None else found.firsts()

    @cached_property
    def developer(self) -> tuple[tuple[DeveloperField, Column], ...]:
        """The columns of developer fields, each with what its description says."""
        return tuple((field, column) for field in self._developer_fields if (column := self._developed(field)))

    @cached_property
    def _able(self) -> Outline:
        return outline(self.number, self.numbers_stored)

    @cached_property
    def _sheet(self) -> Sheet | None:
        """All plain fields of a small table."""
        return sheet(self.number, self._blocks, self._order) if self._count <= LARGEST else None

    def _make(self, name: str) -> Column | None:
        number = self.profile.numbers.get(name)
        if number is not None:
            return self._field(self.profile.fields[number]) if number in self._able.fields else None
        found = self.profile.subfields.get(name)
        if found is not None:
            return self._subfield(*found)
        number = int(name[8:]) if name.startswith("unknown_") and name[8:].isdecimal() else -1
        return self._plain(number) or self._stored(number, unknown_meaning(number))

    def _plain(self, number: int) -> Column | None:
        if self._sheet is None or (place := self._sheet.places.get(number)) is None:
            return None
        return self._sheet.column(place)

    def _field(self, field: Field) -> Column | None:
        own = self._plain(field.number) or self._stored(field.number, field.meaning)
        for filling in self.profile.fillings.get(field.number, ()):
            if own is not None and (own.valid is None or own.valid.all()):
                break
            holder = self._holder(filling)
            if holder is not None and not holder.empty:
                own = filled(field.meaning, own, holder, filling.components)
        return own

    def _holder(self, filling: Filling) -> Column | None:
        """The column of which components fill another, with whole numbers as a device would have stored them."""
        if filling.subfield is not None:
            return self._subfield(filling.source, filling.subfield)
        field = self.profile.fields[filling.source]
        found = self.column(field.meaning.name)
        if found is None or (found.meaning.scale, found.meaning.offset) == (field.meaning.scale, field.meaning.offset):
            return found
        base = BASE_TYPE_BY_NAME.get(field.meaning.type, ENUM)
        stored = np.trunc((found.numbers() + field.meaning.offset) * field.meaning.scale)
        return Column(field.meaning, Kind.WHOLE, stored, found.valid, bits=8 * base.size)

    def _applying(self, able: Outline) -> Iterable[str]:
        """The names of the subfields that hold in any message."""
        found: dict[str, None] = {}
        for reference, values in able.subfields.items():
            for value in self._values(reference):
                found.update(dict.fromkeys(values.get(value, ())))
        return found

    def _values(self, number: int) -> frozenset[float]:
        """The values that a field of whole numbers has in any message."""
        if number not in self._distinct:
            told = self.column(column_name(self.profile, number))
            raw = np.empty(0) if told is None or told.raw.ndim != 1 else told.raw[told.present]
            self._distinct[number] = frozenset(raw.tolist())
        return self._distinct[number]

    def _subfield(self, number: int, subfield: Subfield) -> Column | None:
        whole = self.column(column_name(self.profile, number))
        if whole is None or not any(value in self._values(reference) for reference, value in subfield.when):
            return None
        applies = np.zeros(len(self), np.bool_)
        for reference, value in subfield.when:
            told = self.column(column_name(self.profile, reference))
            if told is not None and told.raw.ndim == 1:
                applies |= told.present & (told.raw == value)
        if whole.valid is not None:
            applies = whole.valid & (applies if whole.valid.ndim == 1 else applies[:, None])
        return Column(subfield.meaning, whole.kind, whole.raw, applies)

    @cached_property
    def _common(self) -> Common | None:
        """The one layout for all messages of a table that is no sheet; None where there is only one anyway, where the
        times do not stand in the messages, or where more would be blank than is stored."""
        layouts = tuple(block.layout for block in self._blocks)
        if len(layouts) == 1 or self._count <= LARGEST or any(block.clock is not None for block in self._blocks):
            return None
        if len({layout.big_endian for layout in layouts}) > 1:
            return None
        found = common(layouts)
        stored = sum(block.count * block.layout.size for block in self._blocks)
        return found if len(found.blank) * self._count <= 2 * stored else None

    @cached_property
    def _merged(self) -> Records | None:
        return None if self._common is None else merged(self._blocks, self._common, self._order)

    def _stored(self, number: int, meaning: Meaning) -> Column | None:
        if self._common and (slot := self._common.slots.get(number)) and self._merged:
            return _column(meaning, slot.base, self._merged.values(slot.base, slot.offset, slot.count))
        pieces: list[Piece] = []
        start = 0
        for block in self._blocks:
            slot = block.layout.slot(number)
            if number == TIMESTAMP and block.clock is not None:
                pieces.append(Piece(start, CLOCK, np.where(block.clock < 0, CLOCK.invalid, block.clock)))
            elif slot is not None:
                pieces.append(Piece(start, slot.base, block.records.values(slot.base, slot.offset, slot.count)))
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
        first = pieces[0]
        if len(first.raw) == self._count and self._order is None:
            return _column(meaning, first.base, first.raw)
        if not all(_alike(piece, first) for piece in pieces):
            return self._padded(meaning, [piece for piece in pieces if piece.base.kind is first.base.kind])
        nothing = np.nan if first.base.kind is Kind.REAL else first.base.invalid
        raw = np.full((self._count, *first.raw.shape[1:]), nothing, first.raw.dtype.newbyteorder("="))
        for piece in pieces:
            raw[piece.start : piece.start + len(piece.raw)] = piece.raw
        raw = raw if self._order is None else raw[self._order]
        return Column(meaning, first.base.kind, raw, validity(raw, first.base))

    def _padded(self, meaning: Meaning, pieces: Sequence[Piece]) -> Column:
        """One column of pieces of one kind whose values differ in width or number."""
        base = pieces[0].base
        width = max(piece.raw.shape[1] if piece.raw.ndim == 2 else 1 for piece in pieces)
        kind = np.result_type(*(piece.raw.dtype.newbyteorder("=") for piece in pieces))
        raw = np.full((self._count, width), 0 if base.kind is Kind.REAL else base.invalid, kind)
        valid = np.zeros((self._count, 1 if base.kind is Kind.TEXT else width), np.bool_)
        for piece in pieces:
            values = piece.raw if piece.raw.ndim == 2 else piece.raw[:, None]
            place = slice(piece.start, piece.start + len(values))
            raw[place, : values.shape[1]] = values
            found = validity(values, piece.base)
            valid[place, : values.shape[1]] = True if found is None else found.reshape(len(values), -1)
        if self._order is not None:
            raw, valid = raw[self._order], valid[self._order]
        raw = raw[:, 0] if width == 1 else raw
        valid = valid[:, 0] if valid.shape[1] == 1 else valid
        return Column(meaning, base.kind, raw, None if valid.all() else valid)


def _column(meaning: Meaning, base: BaseType, raw: AnyArray) -> Column:
    """The column of values that stand among others. They are copied together, if there is one a message, because
    they are gone over several times, and reading one value in thirty bytes costs as much as reading all of them."""
    raw = raw.astype(raw.dtype.newbyteorder("=")) if raw.ndim == 1 else raw
    return Column(meaning, base.kind, raw, validity(raw, base))


def _alike(piece: Piece, other: Piece) -> bool:
    return (
        piece.base is other.base and piece.raw.dtype == other.raw.dtype and piece.raw.shape[1:] == other.raw.shape[1:]
    )


def _developer_values(block: Block, field: DeveloperField, slot: DeveloperSlot) -> tuple[BaseType, AnyArray]:
    base = field.base_for(slot.size)
    return base, block.records.values(base, slot.offset, slot.size // base.size)
