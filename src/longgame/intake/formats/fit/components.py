"""Components: fields packed into the bits of other fields, such as speed and distance in three bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from longgame.intake.formats.fit.base_types import BASE_TYPE_BY_NAME, ENUM, Kind
from longgame.intake.formats.fit.columns import AnyArray, Column, Mask, Numbers
from longgame.intake.formats.fit.counters import Counts, counted_on
from longgame.intake.formats.fit.profile import Component, Meaning


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """What components gave: whole numbers by message and component, and which of them are there."""

    values: Counts
    there: Mask


def filled(target: Meaning, own: Column | None, holder: Column, components: Sequence[Component]) -> Column | None:
    """The field `target` as read from `components` of `holder`, its own stored values before them where it has any.

    None if the holder is too short for any of the components.
    """
    if own is None and _whole(holder, components):
        part = components[0]
        return holder.called(Meaning(target.name, target.type, part.scale, part.offset, target.units))
    octets = _octets(holder)
    components = [part for part in components if part.bit_offset + part.bits <= 8 * octets.shape[1]]
    if not components or holder.kind is Kind.TEXT:
        return own
    first = components[0]
    values = np.stack([_bits(octets, part) for part in components], axis=1)
    there = np.repeat(holder.present[:, None], len(components), axis=1)
    packed = Packed(values, there)
    if first.accumulates:
        packed = _accumulated(packed, own, first)
    numbers = packed.values / first.scale - first.offset
    packed = Packed(packed.values, packed.there & ~_nothing(numbers, target))
    if own is None:
        return _column(target, first, packed)
    return _joined(target, own, np.where(packed.there, numbers, np.nan))


def _whole(holder: Column, components: Sequence[Component]) -> bool:
    """Whether the only component is simply all of the holder."""
    part = components[0]
    single = len(components) == 1 and not part.accumulates and part.bit_offset == 0
    return single and holder.kind is Kind.WHOLE and holder.raw.ndim == 1 and part.bits == holder.bits


def _octets(holder: Column) -> AnyArray:
    """The holder's values as bytes, lowest first, one row a message."""
    raw = holder.raw
    if raw.dtype.kind == "f":
        raw = np.where(np.isnan(raw), 0, raw).astype(np.int64).astype(f"<u{holder.bits // 8}")
    little = np.ascontiguousarray(raw.astype(raw.dtype.newbyteorder("<"), copy=False))
    return little.view(np.uint8).reshape(len(raw), -1)


def _bits(octets: AnyArray, part: Component) -> Counts:
    first, shift = divmod(part.bit_offset, 8)
    last = (part.bit_offset + part.bits - 1) // 8
    value = np.zeros(len(octets), np.int64)
    for place in range(first, last + 1):
        value |= octets[:, place].astype(np.int64) << (8 * (place - first))
    bits: Counts = (value >> shift) & ((1 << part.bits) - 1)
    return bits


def _accumulated(packed: Packed, own: Column | None, part: Component) -> Packed:
    """The components counted on, over all messages, from the target's own values where it has some."""
    rows, width = packed.values.shape
    sequence = np.zeros((rows, width + 1), np.int64)
    there = np.zeros((rows, width + 1), np.bool_)
    if own is not None:
        starts = own.firsts()
        there[:, 0] = ~np.isnan(starts)
        sequence[there[:, 0], 0] = ((starts[there[:, 0]] + part.offset) * part.scale).astype(np.int64)
    sequence[:, 1:] = packed.values
    there[:, 1:] = packed.there
    full = np.zeros_like(there)
    full[:, 0] = there[:, 0]
    sequence[there] = counted_on(sequence[there], full[there], part.bits)
    return Packed(sequence[:, 1:], packed.there)


def _nothing(numbers: Numbers, target: Meaning) -> Mask:
    """Which values would be stored in the target as its "nothing"."""
    base = BASE_TYPE_BY_NAME.get(target.type, ENUM)
    stored: Mask = np.trunc((numbers + target.offset) * target.scale) == base.invalid
    return stored


def _column(target: Meaning, part: Component, packed: Packed) -> Column:
    meaning = Meaning(target.name, target.type, part.scale, part.offset, target.units)
    values, there = packed.values, packed.there
    if values.shape[1] == 1:
        values, there = values[:, 0], there[:, 0]
    return Column(meaning, Kind.WHOLE, values, None if there.all() else there)


def _joined(target: Meaning, own: Column, numbers: Numbers) -> Column:
    """The target's own values where it has some, else those of the components, in the target's units."""
    stored = own.numbers()
    stored = stored[:, None] if stored.ndim == 1 else stored
    width = max(stored.shape[1], numbers.shape[1])
    chosen = np.full((len(stored), width), np.nan)
    chosen[:, : numbers.shape[1]] = numbers
    mine = ~np.isnan(stored).all(axis=1)
    chosen[mine] = np.nan
    chosen[mine, : stored.shape[1]] = stored[mine]
    chosen = chosen[:, 0] if width == 1 else chosen
    there = ~np.isnan(chosen)
    return Column(Meaning(target.name, target.type, units=target.units), Kind.REAL, chosen, there)
