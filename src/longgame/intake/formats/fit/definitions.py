"""Definition messages: how the data messages that follow one are laid out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from longgame.intake.formats.fit.base_types import BYTE, BaseType, base_type

FIXED = 6
"""Bytes of a definition before its fields: header, reserved, byte order, message number (2), number of fields."""
DEVELOPER_FLAG = 0x20
TIMESTAMP = 253
REMEMBERED = 4096
"""How many definitions are kept in mind from file to file."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a field's values stand in a data message, counted from after its header; `odd` if the size does not
    suit the declared type, which makes them plain bytes."""

    number: int
    offset: int
    base: BaseType
    count: int
    odd: bool = False


@dataclass(frozen=True, slots=True)
class DeveloperSlot:
    """Where a developer field stands; its type is told elsewhere, in a field description."""

    developer: int
    number: int
    offset: int
    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """What one definition message says; `size` counts the bytes of a data message after its header, `odd` are those
    of the slots whose size does not suit their type.

    There is one for every definition that differs, so that layouts are equal only if they are the same.
    """

    message: int
    big_endian: bool
    size: int
    slots: tuple[Slot, ...]
    odd: tuple[Slot, ...]
    developer_slots: tuple[DeveloperSlot, ...]

    def slot(self, number: int) -> Slot | None:
        """The slot of field `number`, if the definition has it."""
        return _slots_by_number(self).get(number)


@lru_cache(maxsize=REMEMBERED)
def _slots_by_number(layout: Layout) -> dict[int, Slot]:
    return {slot.number: slot for slot in reversed(layout.slots)}


def definition_size(data: bytes, position: int, stop: int) -> int | None:
    """How many bytes the definition message at `position` takes; None if it does not end before `stop`."""
    if position + FIXED > stop:
        return None
    size = FIXED + 3 * data[position + 5]
    if data[position] & DEVELOPER_FLAG:
        if position + size >= stop:
            return None
        size += 1 + 3 * data[position + size]
    return size if position + size <= stop else None


@lru_cache(maxsize=REMEMBERED)
def layout(raw: bytes) -> Layout:
    """The layout that the definition message `raw` describes; remembered, since devices repeat it."""
    big_endian = raw[2] == 1
    message = int.from_bytes(raw[3:5], "big" if big_endian else "little")
    slots: list[Slot] = []
    offset = 0
    end = FIXED + 3 * raw[5]
    for place in range(FIXED, end, 3):
        number, size, code = raw[place : place + 3]
        base = base_type(code)
        odd = size % base.size != 0
        base = BYTE if odd else base
        if size:
            slots.append(Slot(number, offset, base, size // base.size, odd))
        offset += size
    developer_slots: list[DeveloperSlot] = []
    for place in range(end + 1, len(raw) if raw[0] & DEVELOPER_FLAG else 0, 3):
        number, size, index = raw[place : place + 3]
        if size:
            developer_slots.append(DeveloperSlot(index, number, offset, size))
        offset += size
    odd_slots = tuple(slot for slot in slots if slot.odd)
    return Layout(message, big_endian, offset, tuple(slots), odd_slots, tuple(developer_slots))
