"""Streams on disk: one small file of columns for each recording, read a channel at a time.

Sensors count in steps (a beat, a watt, a centimetre), so a column is kept as the differences of whole numbers of
steps, byte planes apart, packed. A column that is not exactly such a number of steps is kept as it is. Either
way the very same floats come back. Measured against Parquet in docs/decisions/2026-11-23-stream-columns.md.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from longgame.kernel.ids import ContentHash
from longgame.record.streams import FloatColumn, Streams
from longgame.store.packing import Packing, best, packing_of

if TYPE_CHECKING:
    from hashlib import _Hash as Digest

_PROBE = 64
_NARROW = 2**31
_WIDEST = 2**53

Counts = npt.NDArray[np.int32] | npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

# (multiplied by, divided by, then added): value = k * multiplied / divided + added, in this order of operations.
_Step = tuple[float, float, float]
_COMMON: tuple[_Step, ...] = ((1, 1, 0), (1, 10, 0), (1, 100, 0), (1, 1000, 0), (1, 2, 0))
_DEGREES: tuple[_Step, ...] = (
    (180.0 / 2**31, 1, 0),
    (1, 2**31 / 180.0, 0),
    (180.0, 2**31, 0),
    (1, 1e5, 0),
    (1, 1e6, 0),
    (1, 1e7, 0),
    (1, 1e8, 0),
)
_STEPS: dict[str, tuple[_Step, ...]] = {
    "lat_deg": _DEGREES,
    "lon_deg": _DEGREES,
    "altitude_m": ((1, 5, -500), (0.2, 1, -500), (1, 5, 0), *_COMMON),
    "speed_m_s": ((1, 1000, 0), *_COMMON),
    "distance_m": ((1, 100, 0), *_COMMON),
}


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    coding: str
    step: _Step
    width: int
    holes: bool
    size: int


@dataclass(frozen=True, slots=True)
class _Laid:
    """A column as the bytes that are packed; which these are follows from its values alone."""

    name: str
    coding: str
    step: _Step
    width: int
    first: bytes
    planes: bytes
    mask: bytes

    def identify(self, digest: Digest) -> None:
        """Add all that tells this column from any other."""
        head = [self.name, self.coding, list(self.step), self.width, len(self.first), len(self.planes), len(self.mask)]
        digest.update(json.dumps(head).encode())
        for part in (self.first, self.planes, self.mask):
            digest.update(part)

    def packed(self, packing: Packing) -> tuple[_Column, bytes]:
        """The column as it is kept, with what its head must say."""
        body = self.first + packing.packed(self.planes)
        if self.mask:
            mask = packing.packed(self.mask)
            body = len(mask).to_bytes(4, "little") + mask + body
        return _Column(self.name, self.coding, self.step, self.width, bool(self.mask), len(body)), body


class LaidStreams:
    """Streams laid out to be kept: named before they are packed, for streams that are there already need no more."""

    def __init__(self, streams: Streams) -> None:
        self._samples = len(streams)
        self._columns = [_lay(name, column) for name, column in (("t_s", streams.t_s), *streams.channels().items())]

    @property
    def name(self) -> ContentHash:
        """The hash of every value of every channel: the same on any machine, whatever packs them."""
        digest = hashlib.sha256(self._samples.to_bytes(8, "little"))
        for column in sorted(self._columns, key=lambda one: one.name):
            column.identify(digest)
        return ContentHash(digest.hexdigest())

    def encoded(self, packing: Packing | None = None) -> bytes:
        """The columns as bytes to keep, packed the best way unless told how."""
        packing = packing or best()
        parts = [column.packed(packing) for column in self._columns]
        columns = [[c.name, c.coding, list(c.step), c.width, c.holes, c.size] for c, _ in parts]
        head = json.dumps({"samples": self._samples, "columns": columns}, separators=(",", ":")).encode()
        return b"".join((packing.magic, len(head).to_bytes(4, "little"), head, *(body for _, body in parts)))


def streams_hash(streams: Streams) -> ContentHash:
    """The name under which these streams are kept."""
    return LaidStreams(streams).name


def encode_streams(streams: Streams) -> bytes:
    """The columns as bytes to keep."""
    return LaidStreams(streams).encoded()


def decode_streams(data: bytes, channels: tuple[str, ...] | None = None) -> Streams:
    """The streams again; only the named channels when given (time always). `ValueError` on damaged bytes."""
    packing = packing_of(data[:4])
    start = 8 + int.from_bytes(data[4:8], "little")
    head = json.loads(data[8:start])
    samples = int(head["samples"])
    found: dict[str, FloatColumn] = {}
    for name, coding, step, width, holes, size in head["columns"]:
        if name == "t_s" or channels is None or name in channels:
            column = _Column(name, coding, tuple(step), width, holes, size)
            found[name] = _decode(column, data[start : start + size], samples, packing)
        start += size
    return Streams(**found)


def _lay(name: str, column: FloatColumn) -> _Laid:
    # Whole numbers that were given as such are the same values, and must come to the same name.
    floats = np.asarray(column, np.float64)
    hole = np.isnan(floats)
    holes = bool(hole.any())
    filled = np.where(hole, 0.0, floats) if holes else np.ascontiguousarray(floats)
    mask = np.packbits(hole).tobytes() if holes else b""
    for number, step in enumerate(_STEPS.get(name, _COMMON)):
        # The first is what most devices write.
        counts = _counts(filled, hole if holes else None, step, _PROBE if number else 0)
        if counts is not None:
            first, planes, width = _differences(counts)
            return _Laid(name, "steps", step, width, first, planes, mask)
    planes = filled.astype("<f8").view(np.uint8).reshape(-1, 8).T.tobytes()
    return _Laid(name, "floats", (1, 1, 0), 8, b"", planes, mask)


def _counts(filled: FloatColumn, hole: Mask | None, step: _Step, probe: int) -> Counts | None:
    """The column as whole numbers of steps, or None when that would not give back the very same floats.

    `filled` has 0 where `hole` is true. A step that fails the first `probe` samples is not tried on the others.
    """
    if probe and _whole(filled[:probe], None if hole is None else hole[:probe], step) is None:
        return None
    return _whole(filled, hole, step)


def _whole(wanted: FloatColumn, hole: Mask | None, step: _Step) -> Counts | None:
    multiplied, divided, added = step
    with np.errstate(over="ignore", invalid="ignore"):
        scaled = wanted if added == 0 else wanted - added
        scaled = scaled if divided == 1 else scaled * divided
        rounded = np.rint(scaled if multiplied == 1 else scaled / multiplied)
        # Half as wide is twice as fast, and what does not fit does not come back either.
        counts: Counts = rounded.astype(np.int32)
    if not _gives(counts, step, wanted, hole):
        widest = max(-rounded.min(initial=0), rounded.max(initial=0))
        if not _NARROW <= widest < _WIDEST:
            return None
        counts = rounded.astype(np.int64)
        if not _gives(counts, step, wanted, hole):
            return None
    return counts if hole is None else np.where(hole, counts.dtype.type(0), counts)


def _gives(counts: Counts, step: _Step, wanted: FloatColumn, hole: Mask | None) -> bool:
    """Whether so many steps are the very same floats, by their bits, for -0.0 is another float than 0.0."""
    values = _values(counts.astype(np.float64), step)
    if hole is None:
        return values.tobytes() == wanted.tobytes()
    return bool(((values.view(np.int64) == wanted.view(np.int64)) | hole).all())


def _values(counts: npt.NDArray[np.float64], step: _Step) -> FloatColumn:
    multiplied, divided, added = step
    values = counts if multiplied == 1 else counts * multiplied
    values = values if divided == 1 else values / divided
    return values if added == 0 else values + added


def _differences(counts: Counts) -> tuple[bytes, bytes, int]:
    """The first count, the byte planes of what each differs by from the one before, and how many planes these are."""
    first = int(counts[0]) if len(counts) else 0
    if int(counts.max(initial=0)) - int(counts.min(initial=0)) >= _NARROW:
        counts = counts.astype(np.int64)
    differences = np.zeros_like(counts)
    np.subtract(counts[1:], counts[:-1], out=differences[1:])
    widest = max(-int(differences.min(initial=0)), int(differences.max(initial=0)))
    width = next(w for w in (1, 2, 4, 8) if widest < 1 << (8 * w - 1))
    planes = differences.astype(f"<i{width}").view(np.uint8).reshape(-1, width).T
    return first.to_bytes(8, "little", signed=True), planes.tobytes(), width


def _decode(column: _Column, body: bytes, samples: int, packing: Packing) -> FloatColumn:
    hole: Mask | None = None
    if column.holes:
        end = 4 + int.from_bytes(body[:4], "little")
        packed = np.frombuffer(packing.opened(body[4:end]), np.uint8)
        hole = np.unpackbits(packed, count=samples).astype(np.bool_)
        body = body[end:]
    if column.coding == "floats":
        planes = np.frombuffer(packing.opened(body), np.uint8).reshape(8, samples)
        values = np.ascontiguousarray(planes.T).view("<f8").ravel().astype(np.float64)
    else:
        first = int.from_bytes(body[:8], "little", signed=True)
        planes = np.frombuffer(packing.opened(body[8:]), np.uint8).reshape(column.width, samples)
        differences = np.ascontiguousarray(planes.T).view(f"<i{column.width}").ravel()
        counts = np.cumsum(differences, dtype=np.int64) + first
        values = _values(counts.astype(np.float64), column.step)
    if hole is not None:
        values[hole] = np.nan
    return values
