"""Archives: listing and opening what is inside, one member at a time, within bounds that a bomb runs into.

What a zip says about its sizes is not believed: bytes are counted as they come out.
"""

from __future__ import annotations

import io
import lzma
import struct
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO, BinaryIO, cast

from longgame.intake.codes import IntakeCode

DEEPEST = 4
"""Archives inside archives beyond this are not followed."""

MOST_MEMBERS = 200_000
"""More members than any athlete's archive has."""

MOST_BYTES = 16 << 30
"""No single file inside an archive is read beyond this many bytes."""

HIGHEST_RATIO = 300
"""Deflated training data shrinks 3 to 60 times; beyond `SMALL_BYTES`, more than this is taken for a bomb."""

SMALL_BYTES = 64 << 20
_IN_MEMORY = 32 << 20
_ZIP_MAGIC = b"PK\x03\x04"
_EMPTY_ZIP_MAGIC = b"PK\x05\x06"
_OFFICE_MARK = "[Content_Types].xml"
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError),
    *(LookupError, ValueError, OSError, RuntimeError),
)
"""What opening or reading a damaged archive may raise; a damaged directory leads its reader beside its own bytes."""


class ArchiveTrouble(Exception):
    """An archive or a member that cannot be read, with the diagnostic's code; the text says why."""

    def __init__(self, code: IntakeCode, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside an archive."""

    name: str
    size: int
    is_archive: bool


def is_archive(path: Path) -> bool:
    """Whether the file is a zip to look into; office documents are zips too, but single files to us."""
    with path.open("rb") as file:
        if file.read(4) not in (_ZIP_MAGIC, _EMPTY_ZIP_MAGIC):
            return False
    return not _is_office(path, ())


def listing(path: Path, inside: tuple[str, ...]) -> tuple[Member, ...]:
    """The files in the archive at `path`, or in the one that the member names `inside` lead to.

    `ArchiveTrouble` when it cannot be read.
    """
    try:
        archive = _opened(path, inside)
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MOST_MEMBERS:
            raise ArchiveTrouble(IntakeCode.TOO_MUCH_INSIDE, f"it holds {len(infos)} files")
        return tuple(
            Member(name, info.file_size, _member_is_archive(archive, info, path, (*inside, name)))
            for name, info in _named_apart(infos)
        )
    except BROKEN as error:
        raise _trouble(error) from error


def open_member(path: Path, inside: tuple[str, ...]) -> BinaryIO:
    """One member's bytes, counted as they come; the caller closes it. `ArchiveTrouble` when it cannot be opened."""
    try:
        archive = _opened(path, inside[:-1])
        info = _info(archive, inside[-1])
        if info.flag_bits & 0x1:
            raise ArchiveTrouble(IntakeCode.LOCKED, "it is locked with a password; unpack it and import what is inside")
        return cast(BinaryIO, io.BufferedReader(_Counted(archive.open(info), info.compress_size)))
    except KeyError as error:
        raise ArchiveTrouble(IntakeCode.ARCHIVE_DAMAGED, "the archive changed while it was read") from error
    except BROKEN as error:
        raise _trouble(error) from error


def _named_apart(infos: Iterable[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """Each member by a name of its own: a zip may hold two files of one name, and each of them is somebody's."""
    seen: Counter[str] = Counter()
    named = []
    for info in infos:
        seen[info.filename] += 1
        count = seen[info.filename]
        named.append((info.filename if count == 1 else f"{info.filename} #{count}", info))
    return named


def _info(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """The member that `listing` called so; `KeyError` when there is none."""
    every_name_is_one_file = len(archive.NameToInfo) == len(archive.infolist())
    return archive.getinfo(name) if every_name_is_one_file else dict(_named_apart(archive.infolist()))[name]


@contextmanager
def member_stream(path: Path, inside: tuple[str, ...]) -> Iterator[BinaryIO]:
    """One member's bytes; `ArchiveTrouble` when it cannot be read to its end or goes too far."""
    try:
        with open_member(path, inside) as stream:
            yield stream
    except BROKEN as error:
        raise _trouble(error) from error


class _Counted(io.RawIOBase):
    """A member's bytes, refused once they are more than any real file would be."""

    def __init__(self, stream: IO[bytes], packed: int) -> None:
        super().__init__()
        self._stream = stream
        self._most = min(MOST_BYTES, max(SMALL_BYTES, packed * HIGHEST_RATIO))
        self._read = 0

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._stream.close()
        super().close()

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # it is given a bytearray
        data = self._stream.read(len(buffer))
        self._read += len(data)
        if self._read > self._most:
            raise ArchiveTrouble(
                IntakeCode.TOO_MUCH_INSIDE, f"it unpacks to more than {self._most >> 20} MiB, as no training file does"
            )
        buffer[: len(data)] = data
        return len(data)


@lru_cache(maxsize=4)
def _opened(path: Path, inside: tuple[str, ...]) -> zipfile.ZipFile:
    """An archive ready to read; the last few stay open, for their members are asked for in turn."""
    if not inside:
        return zipfile.ZipFile(path)
    spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - lives as long as the archive in the cache
    with member_stream(path, inside) as stream:
        while chunk := stream.read(1 << 20):
            spool.write(chunk)
    spool.seek(0)
    return zipfile.ZipFile(cast(IO[bytes], spool))


def _member_is_archive(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, member: tuple[str, ...]) -> bool:
    if info.flag_bits & 0x1 or info.file_size < 22:
        return False
    try:
        with archive.open(info) as stream:
            if stream.read(4) not in (_ZIP_MAGIC, _EMPTY_ZIP_MAGIC):
                return False
    except BROKEN:
        return False
    return not _is_office(path, member)


def _is_office(path: Path, inside: tuple[str, ...]) -> bool:
    try:
        return _OFFICE_MARK in _opened(path, inside).namelist()
    except (*BROKEN, ArchiveTrouble):
        return False


def _trouble(error: BaseException) -> ArchiveTrouble:
    if isinstance(error, ArchiveTrouble):
        return error
    return ArchiveTrouble(IntakeCode.ARCHIVE_DAMAGED, f"the archive is damaged: {error}")
