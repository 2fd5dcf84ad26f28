"""Forms: how to unpack all plain fields of a kind of message at once, worked out once for all files of a device.

A field is plain if its values are numbers that a float64 holds exactly, be it one or several in a message.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from longgame.intake.formats.fit.base_types import Kind
from longgame.intake.formats.fit.columns import Numbers
from longgame.intake.formats.fit.definitions import REMEMBERED, Layout, Slot
from longgame.intake.formats.fit.profile import Meaning, message_profile, unknown_meaning

PLAIN = frozenset({Kind.WHOLE, Kind.REAL})


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """How to unpack the plain fields of one layout; `invalid` has a row for each value."""

    slots: Mapping[int, Slot]
    unpack: struct.Struct
    invalid: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """The rows of a sheet that hold a field, from `start` up to `stop`; `single` if that is one."""

    meaning: Meaning
    bits: int
    start: int
    stop: int
    single: bool


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """How a sheet of some layouts is filled: by layout, which of its values go to which rows of the sheet.

    `stored_only` are the places of the fields that no components fill. `scales` and `offsets` have a row for each
    of the sheet's; None if all are 1 or 0.
    """

    plans: tuple[Plan, ...]
    moves: tuple[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]], ...]
    places: Mapping[int, Place]
    stored_only: tuple[Place, ...]
    height: int
    scales: Numbers | None
    offsets: Numbers | None


@lru_cache(maxsize=REMEMBERED)
def plan(layout: Layout) -> Plan:
    """How to unpack the plain fields of `layout`; of fields that it names twice, the first."""
    slots = {slot.number: slot for slot in reversed(layout.slots) if slot.base.kind in PLAIN and slot.base.size <= 4}
    slots = {slot.number: slot for slot in sorted(slots.values(), key=lambda slot: slot.offset)}
    letters, end = [">" if layout.big_endian else "<"], 0
    invalid: list[float] = []
    for slot in slots.values():
        letters.append(f"{slot.offset - end}x{slot.count}{slot.base.little.char}")
        end = slot.offset + slot.count * slot.base.size
        invalid += [np.nan if slot.base.kind is Kind.REAL else slot.base.invalid] * slot.count
    return Plan(slots, struct.Struct("".join(letters)), np.array(invalid, np.float64)[:, None])


@lru_cache(maxsize=REMEMBERED)
def form(message: int, layouts: tuple[Layout, ...], left_out: int | None) -> Form:
    """The form of a table of such layouts, without field `left_out`."""
    plans = tuple(plan(layout) for layout in layouts)
    widths = _widths(layouts, plans)
    if left_out is not None:
        widths.pop(left_out, None)
    profile = message_profile(message)
    known = profile.fields
    places: dict[int, Place] = {}
    height = 0
    for number, (count, bits) in widths.items():
        meaning = known[number].meaning if number in known else unknown_meaning(number)
        places[number] = Place(meaning, bits, height, height + count, count == 1)
        height += count
    meanings = [place.meaning for place in places.values() for _ in range(place.start, place.stop)]
    scales = np.array([[meaning.scale] for meaning in meanings], np.float64).reshape(-1, 1)
    offsets = np.array([[meaning.offset] for meaning in meanings], np.float64).reshape(-1, 1)
    return Form(
        plans,
        tuple(_moves(each, places) for each in plans),
        places,
        tuple(place for number, place in places.items() if number not in profile.fillings),
        height,
        scales if (scales != 1).any() else None,
        offsets if offsets.any() else None,
    )


def _widths(layouts: Sequence[Layout], plans: Sequence[Plan]) -> dict[int, tuple[int, int]]:
    """By field the most values in a message and their width in bits; fields that are not plain everywhere are not."""
    widths: dict[int, tuple[int, int]] = {}
    for each in plans:
        for number, slot in each.slots.items():
            count, bits = widths.get(number, (0, 0))
            widths[number] = max(count, slot.count), max(bits, 8 * slot.base.size)
    for layout, each in zip(layouts, plans, strict=True):
        for slot in layout.slots:
            if slot.number not in each.slots:
                widths.pop(slot.number, None)
    return widths


def _moves(each: Plan, places: Mapping[int, Place]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Which of a plan's values, and to which rows of the sheet they go."""
    taken: list[int] = []
    rows: list[int] = []
    value = 0
    for number, slot in each.slots.items():
        if number in places:
            taken += range(value, value + slot.count)
            rows += range(places[number].start, places[number].start + slot.count)
        value += slot.count
    return np.array(taken, np.intp), np.array(rows, np.intp)
