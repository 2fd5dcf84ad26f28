"""Whole files as they are sealed: AES-256-GCM in pieces, so that a file of any size is written and read as a stream.

A sealed file is the line `longgame sealed 1`, 16 random bytes, and pieces of 1 MiB, each with its tag. The key is
made from the athlete's file key and those 16 bytes; the nonce is the number of the piece and whether it is the last.
The last piece is bound to the athlete and the place, so that a file cut short, put together from others, or put in
another's place does not open to its end.
"""

from __future__ import annotations

import hmac
import io
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, cast

from longgame.store.inner_port import Tampered

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"longgame sealed 1\n"
PIECE = 1 << 20
"""Bytes of a file that are sealed together, the tag left out."""
_SALT_BYTES, _TAG_BYTES = 16, 16


@dataclass(frozen=True, slots=True)
class FileSeal:
    """Seals and opens one athlete's files; small enough to be sent to another process, and never printed."""

    athlete: str
    key: bytes = field(repr=False)

    def writer(self, file: BinaryIO) -> SealingFile:
        """What is written to it stands sealed in `file` once `finish` was called."""
        salt = os.urandom(_SALT_BYTES)
        file.write(MAGIC + salt)
        return SealingFile(file, self._cipher(salt), self.athlete)

    def reader(self, file: BinaryIO, place: str) -> BinaryIO:
        """The content of a sealed file, opened piece by piece while it is read; closing it closes `file`.

        Reading raises `Tampered` where a piece does not open.
        """
        head = file.read(len(MAGIC) + _SALT_BYTES)
        if not head.startswith(MAGIC) or len(head) != len(MAGIC) + _SALT_BYTES:
            file.close()
            raise Tampered(place)
        opening = _OpeningFile(file, self._cipher(head[len(MAGIC) :]), f"{self.athlete}\x1f{place}", place)
        return cast(BinaryIO, io.BufferedReader(opening, PIECE))

    def _cipher(self, salt: bytes) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(hmac.digest(self.key, b"file" + salt, "sha256"))


class SealingFile:
    """Takes what is to be sealed; the place it is bound to need be known only at the end."""

    def __init__(self, file: BinaryIO, cipher: AESGCM, athlete: str) -> None:
        self._file, self._cipher, self._athlete = file, cipher, athlete
        self._waiting, self._number = bytearray(), 0

    def write(self, data: bytes) -> int:
        """Take more of the content."""
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._put(bytes(self._waiting[:PIECE]), last=False, bound=None)
            del self._waiting[:PIECE]
        return len(data)

    def finish(self, place: str) -> None:
        """Write the last piece, bound to the place where the file is to lie."""
        self._put(bytes(self._waiting), last=True, bound=f"{self._athlete}\x1f{place}".encode())
        self._waiting.clear()

    def _put(self, content: bytes, *, last: bool, bound: bytes | None) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last=last), content, bound))
        self._number += 1


class _OpeningFile(io.RawIOBase):
    def __init__(self, file: BinaryIO, cipher: AESGCM, bound: str, place: str) -> None:
        super().__init__()
        self._file, self._cipher, self._bound, self._place = file, cipher, bound.encode(), place
        self._ahead: bytes | None = file.read(PIECE + _TAG_BYTES)
        self._number = 0
        self._open, self._at = b"", 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # it is given a writable buffer
        if self._at == len(self._open) and not self._next():
            return 0
        some = self._open[self._at : self._at + len(buffer)]
        buffer[: len(some)] = some
        self._at += len(some)
        return len(some)

    def _next(self) -> bool:
        """Open the next piece; False at the end, which comes only after a piece that was sealed as the last."""
        from cryptography.exceptions import InvalidTag

        if self._ahead is None:
            return False
        following = self._file.read(PIECE + _TAG_BYTES)
        last = not following
        try:
            nonce = _nonce(self._number, last=last)
            self._open = self._cipher.decrypt(nonce, self._ahead, self._bound if last else None)
        except (InvalidTag, ValueError):
            raise Tampered(self._place) from None
        self._at, self._number, self._ahead = 0, self._number + 1, following or None
        return bool(self._open)

    def close(self) -> None:
        self._file.close()
        super().close()


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
