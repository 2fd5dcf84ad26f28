"""How a record is written: what all records written alike have in common, and where the rest stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from longgame.intake.byte_columns import MARGIN, ByteText, Flags, Positions, Words
from longgame.intake.formats.apple_health.kinds import UNITS, RecordKind, sleep_value

_QUOTE = np.uint8(34)
_WORD = 8
_ALL, _NOTHING = 0xFF, 0x00

_TAG = re.compile(rb'<Record((?:\s+[A-Za-z_][\w.-]*="[^"<]*")+)\s*/?>')
_ATTRIBUTE = re.compile(rb'\s+([A-Za-z_][\w.-]*)="([^"<]*)"')
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}")
_MOMENT_MASK = bytes(0xF0 if sign == "0" else _ALL for sign in "0000-00-00 00:00:00 ") + b"\xf9\xf0\xf0\xf0\xf0"
"""What of a moment's bits is the same in all: the upper half of a digit, all of what stands between, and of the sign
what `+` and `-` share. So no quote passes for a part of it."""
_ADDRESS = re.compile(rb"(?<=HKDevice: 0x)[0-9a-f]+")
"""Where a device lay in the memory of the phone that wrote the file: it changes often and tells nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A way to write a record of a kind, up to its number, or up to the end of its word if that is what its value is.

    `start` and `stop` are the places of the moments that are read; `free` are those of signs that nobody reads, which
    may be any but a quote; `fixed` are the texts between all these, each with its place. `factor` is what one of its
    unit is in ours, or what its word means.
    """

    kind: RecordKind
    source: bytes
    factor: float
    fixed: tuple[tuple[int, bytes], ...]
    length: int
    start: int
    stop: int
    free: tuple[slice, ...]
    words: Words
    mask: Words

    @classmethod
    def of(cls, record: bytes, kind: RecordKind) -> Pattern | None:
        """The way in which this record is written; None for any but the usual order with moments in their form."""
        tag = _TAG.match(record)
        found = [] if tag is None else list(_ATTRIBUTE.finditer(record, tag.start(1), tag.end(1)))
        told = {one.group(1): one.group(2) for one in found}
        at = {one.group(1): one.start(2) for one in found}
        dated = at.keys() & {b"creationDate", b"startDate", b"endDate"}
        moments = [at[name] for name in dated]
        factor = _factor(told, kind)
        usual = len(told) == len(found) and {b"startDate", b"endDate"} <= at.keys() and found[-1].group(1) == b"value"
        if factor is None or not usual or not all(_MOMENT.fullmatch(told[name]) for name in dated):
            return None
        length = at[b"value"] + (len(told[b"value"]) if kind is RecordKind.SLEEP else 0)
        free = tuple(slice(*one.span()) for one in _ADDRESS.finditer(record, 0, min(moments)))
        return cls(
            kind,
            told.get(b"sourceName", told.get(b"source", b"")),
            factor,
            tuple(_between(record[:length], moments, free)),
            length,
            at[b"startDate"],
            at[b"endDate"],
            free,
            *_compared(record[:length], moments, free),
        )

    def fits(self, record: bytes) -> bool:
        """Whether that may be a record written so, at first sight."""
        return record.startswith(self.fixed[0][1]) and all(record.startswith(text, at) for at, text in self.fixed[1:])

    def same(self, text: ByteText, begin: Positions, end: Positions) -> Flags:
        """Which of the records between those places are written so, up to their value."""
        same: Flags = end - begin >= self.length
        maybe = np.flatnonzero(same)
        last = int.from_bytes(self.fixed[-1][1][-_WORD:], "little")
        maybe = maybe[text.words[begin[maybe] + self.length - _WORD] == last]  # most others are longer or shorter
        size = len(self.mask) * _WORD
        count = max(0, text.length + MARGIN - size + 1)
        windows = np.ndarray((count,), dtype=f"V{size}", buffer=text.chars.data, strides=(1,))
        rows = windows[begin[maybe]]
        apart: Words = rows.view("<u8").reshape(len(rows), len(self.words)) ^ self.words
        apart &= self.mask
        alike = np.ones(len(rows), dtype=np.bool_)
        if np.count_nonzero(apart):
            alike &= np.bitwise_or.reduce(apart, axis=1) == 0
        chars = rows.view(np.uint8).reshape(len(rows), size)
        for free in self.free:
            alike &= ~(chars[:, free] == _QUOTE).any(axis=1)
        same[:] = False
        same[maybe[alike]] = True
        return same


def _factor(told: dict[bytes, bytes], kind: RecordKind) -> float | None:
    """What the unit is worth in ours, or what the word of a night's stage means; None where that is not known."""
    if kind is RecordKind.SLEEP:
        return float(sleep_value(told[b"value"])) if told.get(b"value") else None
    return UNITS[kind].get(told.get(b"unit", b"").decode("utf-8", "replace"))


def _between(written: bytes, moments: list[int], free: tuple[slice, ...]) -> Iterator[tuple[int, bytes]]:
    """The texts before, between and behind the moments and the free places, each with where it begins."""
    places = [slice(begin, begin + len(_MOMENT_MASK)) for begin in moments] + list(free)
    at = 0
    for place in sorted(places, key=lambda one: one.start):
        yield at, written[at : place.start]
        at = place.stop
    yield at, written[at:]


def _compared(written: bytes, moments: list[int], free: tuple[slice, ...]) -> tuple[Words, Words]:
    """The text and the mask of what of it all share, in words; a last one is filled up with what nobody looks at."""
    size = -(-len(written) // _WORD) * _WORD
    mask = np.full(size, _NOTHING, dtype=np.uint8)
    mask[: len(written)] = _ALL
    for begin in moments:
        mask[begin : begin + len(_MOMENT_MASK)] = np.frombuffer(_MOMENT_MASK, dtype=np.uint8)
    for span in free:
        mask[span] = _NOTHING
    text: Words = np.frombuffer(written.ljust(size, b"\0"), dtype="<u8")
    return text, mask.view("<u8")
