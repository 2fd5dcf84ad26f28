"""Opening a piece: its bytes decompressed, their hash, and an `Original` for a reader, within bounded memory."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, cast

from longgame.intake.archives import (
    BROKEN,
    HIGHEST_RATIO,
    MOST_BYTES,
    SMALL_BYTES,
    ArchiveTrouble,
    member_stream,
    open_member,
)
from longgame.intake.codes import IntakeCode
from longgame.intake.model import Original
from longgame.intake.pieces import Piece
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.ids import ContentHash

HELD = 256 << 20
"""Up to this many bytes a file is held in memory for its reader; larger ones are read from the disk in a stream."""

_CHUNK = 1 << 20
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Opened:
    """A piece ready for its reader, its size decompressed, and what was odd on the way.

    `raw` are the bytes as they came, to be kept; None for a large file, which is kept from `original.stream()`.
    """

    original: Original
    raw: bytes | None
    size: int
    remarks: tuple[Diagnostic, ...] = ()

    @property
    def packed(self) -> bool:
        """Whether `raw` is a whole gzip file; a damaged one stands for itself, not for what came out of it."""
        return self.raw is not None and self.raw[:2] == _GZIP_MAGIC and not self.remarks


def open_piece(piece: Piece) -> Opened:
    """The piece's content. `ArchiveTrouble` when it cannot be read at all."""
    if piece.size > HELD:
        return _large(piece)
    with _stream(piece) as stream:
        raw = _all(stream)
    if raw[:2] != _GZIP_MAGIC:
        return _held(piece, raw, raw, ())
    content, remarks = _inflated(raw)
    return _held(piece, raw, content, remarks)


def _held(piece: Piece, raw: bytes, content: bytes, remarks: tuple[Diagnostic, ...]) -> Opened:
    """What is damaged goes by the hash of its own bytes, for what is inside is not all there."""
    digest = hashlib.sha256(raw if remarks else content).hexdigest()
    return Opened(Original(_bare_name(piece.name), ContentHash(digest), held=content), raw, len(content), remarks)


@contextmanager
def _stream(piece: Piece) -> Iterator[BinaryIO]:
    if piece.inside:
        with member_stream(piece.path, piece.inside) as stream:
            yield stream
        return
    try:
        with piece.path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise ArchiveTrouble(IntakeCode.NOT_OPENED, (error.strerror or str(error)).lower()) from error


def _all(stream: BinaryIO) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > HELD:
            raise ArchiveTrouble(
                IntakeCode.TOO_MUCH_INSIDE,
                f"it is larger than {HELD >> 20} MiB inside an archive; unpack it and import the file itself",
            )
    return b"".join(chunks)


def _large(piece: Piece) -> Opened:
    """A file that is never held as a whole: each reading opens it anew, where it lies."""
    opener: Callable[[], BinaryIO] = partial(_reopened, piece)
    digest = hashlib.sha256()
    size = 0
    try:
        with opener() as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except BROKEN as error:
        raise ArchiveTrouble(IntakeCode.NOT_OPENED, str(error).lower()) from error
    return Opened(Original(_bare_name(piece.name), ContentHash(digest.hexdigest()), opener=opener), None, size)


def _reopened(piece: Piece) -> BinaryIO:
    """A large piece's content from its beginning."""
    stream = open_member(piece.path, piece.inside) if piece.inside else piece.path.open("rb")
    buffered = io.BufferedReader(cast(io.RawIOBase, stream))
    if buffered.peek(2)[:2] == _GZIP_MAGIC:
        return cast(BinaryIO, gzip.GzipFile(fileobj=buffered))
    return cast(BinaryIO, buffered)


def _inflated(raw: bytes) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """What is inside a gzip file of one or more members, as far as it goes."""
    parts: list[bytes] = []
    rest = raw
    most = min(MOST_BYTES, max(SMALL_BYTES, len(raw) * HIGHEST_RATIO))
    left = most
    while rest:
        one = zlib.decompressobj(wbits=31)
        try:
            parts.append(one.decompress(rest, left))
        except zlib.error as error:
            return b"".join(parts), (_gzip_damage(str(error)),)
        left -= len(parts[-1])
        if left <= 0:
            raise ArchiveTrouble(IntakeCode.TOO_MUCH_INSIDE, f"it unpacks to more than {most >> 20} MiB")
        if not one.eof:
            return b"".join(parts), (_gzip_damage("it ends too early"),)
        rest = one.unused_data.lstrip(b"\0")
    return b"".join(parts), ()


def _gzip_damage(why: str) -> Diagnostic:
    return Diagnostic(
        IntakeCode.GZIP_DAMAGED,
        Severity.WARNING,
        f"the gzip file is damaged ({why}); what came out of it before that was read",
    )


def _bare_name(name: str) -> str:
    return name[:-3] if name.lower().endswith(".gz") else name
