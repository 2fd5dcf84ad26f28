"""A tiny FIT writer for tests: says byte by byte what a device would have written, faults included."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

TYPES = {
    "enum": (0x00, "B"),
    "sint8": (0x01, "b"),
    "uint8": (0x02, "B"),
    "sint16": (0x83, "h"),
    "uint16": (0x84, "H"),
    "sint32": (0x85, "i"),
    "uint32": (0x86, "I"),
    "string": (0x07, "s"),
    "float32": (0x88, "f"),
    "float64": (0x89, "d"),
    "uint8z": (0x0A, "B"),
    "uint16z": (0x8B, "H"),
    "uint32z": (0x8C, "I"),
    "byte": (0x0D, "B"),
    "sint64": (0x8E, "q"),
    "uint64": (0x8F, "Q"),
}

T0 = 1_000_000_000
"""A FIT time in September 2021."""


def crc(data: bytes) -> int:
    """CRC-16/ARC, bit by bit."""
    register = 0
    for octet in data:
        register ^= octet
        for _ in range(8):
            register = (register >> 1) ^ (0xA001 if register & 1 else 0)
    return register


@dataclass(frozen=True)
class F:
    """A field of a definition: number, type, and how many values (bytes for texts) it holds."""

    number: int
    type: str
    count: int = 1

    @property
    def size(self) -> int:
        return struct.calcsize("<" + TYPES[self.type][1]) * self.count


@dataclass
class Writer:
    """Messages one after the other; `bytes()` closes the file."""

    big: bool = False
    body: bytearray = field(default_factory=bytearray)
    layouts: dict[int, tuple[Sequence[F], Sequence[tuple[int, int, str, int]]]] = field(default_factory=dict)

    def define(
        self,
        local: int,
        message: int,
        fields: Sequence[F],
        developer: Sequence[tuple[int, int, str, int]] = (),
    ) -> Writer:
        """A definition; developer fields are (number, app, type, count)."""
        order = ">" if self.big else "<"
        self.body += bytes([0x40 | local | (0x20 if developer else 0), 0, int(self.big)])
        self.body += struct.pack(order + "HB", message, len(fields))
        for each in fields:
            self.body += bytes([each.number, each.size, TYPES[each.type][0]])
        if developer:
            self.body.append(len(developer))
            for number, app, kind, count in developer:
                self.body += bytes([number, F(0, kind, count).size, app])
        self.layouts[local] = (fields, developer)
        return self

    def data(self, local: int, *values: object, offset: int | None = None) -> Writer:
        """A data message; with `offset` it has a compressed timestamp."""
        fields, developer = self.layouts[local]
        kinds = [(each.type, each.count) for each in fields] + [(kind, count) for _, _, kind, count in developer]
        self.body.append(local if offset is None else 0x80 | local << 5 | offset)
        for (kind, count), value in zip(kinds, values, strict=True):
            letter = TYPES[kind][1]
            many = value if isinstance(value, tuple) else (value,)
            order = ">" if self.big else "<"
            self.body += struct.pack(f"{order}{count}{letter}", *many)
        return self

    def raw(self, octets: bytes) -> Writer:
        """Bytes as they are."""
        self.body += octets
        return self

    def bytes(self, *, short_header: bool = False, header_crc: bool = True, size: int | None = None) -> bytes:
        """The finished file; `size` is what its header announces, if not the truth."""
        announced = len(self.body) if size is None else size
        head = struct.pack("<BBHI4s", 12 if short_header else 14, 0x20, 2132, announced, b".FIT")
        if not short_header:
            head += struct.pack("<H", crc(head) if header_crc else 0)
        whole = head + bytes(self.body)
        return whole + struct.pack("<H", crc(whole))


RECORD = (F(253, "uint32"), F(3, "uint8"), F(7, "uint16"), F(5, "uint32"))
"""Time, heart rate, power, distance in cm."""


def ride(seconds: int = 20, *, big: bool = False, created: int = T0) -> Writer:
    """A small activity: identity, records of one a second, a lap, a session."""
    writer = Writer(big)
    writer.define(0, 0, (F(0, "enum"), F(1, "uint16"), F(2, "uint16"), F(3, "uint32z"), F(4, "uint32")))
    writer.data(0, 4, 1, 2713, 12345, created)
    writer.define(1, 20, RECORD)
    for second in range(seconds):
        writer.data(1, T0 + second, 120 + second % 10, 200 + second, 1000 * second)
    writer.define(2, 19, (F(253, "uint32"), F(2, "uint32"), F(7, "uint32"), F(9, "uint32"), F(24, "enum")))
    writer.data(2, T0 + seconds, T0, 1000 * seconds, 1000 * seconds, 0)
    writer.define(
        3, 18, (F(253, "uint32"), F(2, "uint32"), F(7, "uint32"), F(8, "uint32"), F(9, "uint32"), F(5, "enum"))
    )
    writer.data(3, T0 + seconds, T0, 1000 * seconds, 1000 * seconds, 1000 * seconds, 2)
    return writer
