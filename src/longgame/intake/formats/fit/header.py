"""Where the FIT files in some bytes begin and end: headers, checksums, chained files, and what belongs to none."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from longgame.intake.formats.fit.codes import FitCode, diagnose
from longgame.intake.formats.fit.crc import checksum
from longgame.kernel.diagnostics import Diagnostic

MAGIC = b".FIT"
SHORT_HEADER = 12
LONG_HEADER = 14
CHECKSUM = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One FIT file inside the bytes, from `begin` up to `after`; its messages fill `start` up to `stop`.

    Versions are as the header writes them.
    """

    begin: int
    start: int
    stop: int
    after: int
    protocol_version: int
    profile_version: int
    diagnostics: tuple[Diagnostic, ...]


def header_at(data: bytes, position: int) -> bool:
    """Whether a FIT header stands at `position`."""
    return (
        data[position + 8 : position + 12] == MAGIC
        and data[position] >= SHORT_HEADER
        and position + data[position] <= len(data)
    )


def parts(data: bytes) -> Iterator[Part]:
    """The chained FIT files in `data`, in order; bytes between them are skipped up to the next header."""
    position = next_header(data, 0)
    while position is not None:
        part = _part(data, position)
        yield part
        position = next_header(data, part.after)


def next_header(data: bytes, position: int) -> int | None:
    """Where the first FIT header at or after `position` stands."""
    while True:
        found = data.find(MAGIC, position + 8)
        if found < 0:
            return None
        if header_at(data, found - 8):
            return found - 8
        position = found - 7


def _part(data: bytes, begin: int) -> Part:
    """The FIT file whose header stands at `begin`."""
    size, protocol, profile, announced = struct.unpack_from("<BBHI", data, begin)
    start = begin + size
    found = _check_header(data, begin, size)
    stop = after = min(start + announced, len(data))
    if announced == 0 and len(data) - start > CHECKSUM:
        stop, after = _unannounced(data, begin, start)
        message = "the header does not tell how long the file is; read to its end"
        found.append(diagnose(FitCode.NO_DATA_SIZE, message, begin, start))
    elif start + announced + CHECKSUM > len(data):
        end = start + announced + CHECKSUM
        message = f"the file ends {end - len(data)} bytes early"
        found.append(diagnose(FitCode.CUT_SHORT, message, len(data), end))
        after = len(data)
    else:
        found += _check_file(data, begin, stop)
        after = stop + CHECKSUM
    return Part(begin, start, stop, after, protocol, profile, tuple(found))


def _unannounced(data: bytes, begin: int, start: int) -> tuple[int, int]:
    """Where the messages and the file end whose recorder never came back to write its length."""
    following = next_header(data, start)
    end = len(data) if following is None else following
    closed = checksum(memoryview(data)[begin:end]) == 0
    return (end - CHECKSUM if closed else end), end


def _check_header(data: bytes, begin: int, size: int) -> list[Diagnostic]:
    if size < LONG_HEADER:
        return []
    stored = int.from_bytes(data[begin + SHORT_HEADER : begin + LONG_HEADER], "little")
    # A stored 0 says that the header carries no checksum.
    if stored in (0, checksum(data[begin : begin + SHORT_HEADER])):
        return []
    return [diagnose(FitCode.HEADER_CHECKSUM, "the header's checksum does not match", begin, begin + size)]


def _check_file(data: bytes, begin: int, stop: int) -> list[Diagnostic]:
    stored = int.from_bytes(data[stop : stop + CHECKSUM], "little")
    computed = checksum(memoryview(data)[begin:stop])
    if stored == computed:
        return []
    message = f"the file's checksum is {stored:#06x}, its bytes give {computed:#06x}; some of them may have changed"
    return [diagnose(FitCode.FILE_CHECKSUM, message, stop, stop + CHECKSUM)]
