"""The export in blocks that hold whole elements, so that gigabytes pass through a few megabytes of memory."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Iterator
from typing import BinaryIO

BLOCK_BYTES = 4 << 20
_LONGEST_ELEMENT = 64 << 20
_ROOT = b"<HealthData"
_WORKOUT, _WORKOUT_END = b"<Workout ", b"</Workout>"
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}


class BrokenStream(Exception):
    """The bytes stopped coming before the end of the file; the text says why."""


def blocks(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """The file from its root element on, in pieces that cut no record and no workout; a tag left open at the end goes.

    A piece is the text up to a number of bytes. What follows there begins the next one, and saves copying the first.
    The document type before the root, which is broken in exports of some years, is never looked at.
    `BrokenStream` when the stream breaks off, after everything that came before has been given.
    """
    text_stream = _InUtf8(stream)
    carried = _until_root(text_stream)
    trouble: BrokenStream | None = None
    while True:
        try:
            fresh = text_stream.read(BLOCK_BYTES)
        except (OSError, EOFError, zlib.error) as error:
            fresh, trouble = b"", BrokenStream(str(error).lower())
        if not fresh:
            break
        text = carried + fresh
        cut = _safe_cut(text)
        if cut:
            yield text, cut
        carried = text[cut:]
    whole = carried.rfind(b">") + 1
    if whole:
        yield carried, whole
    if trouble is not None:
        raise trouble


class _InUtf8:
    """The text in UTF-8 where it comes in UTF-16, as some editors write it; otherwise as it comes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._begun = False
        self._decoder: codecs.IncrementalDecoder | None = None

    def read(self, size: int) -> bytes:
        """About so many bytes; none at the end."""
        fresh = self._stream.read(size)
        if not self._begun:
            self._begun = True
            encoding = _WIDE.get(fresh[:2])
            self._decoder = None if encoding is None else codecs.getincrementaldecoder(encoding)("replace")
        if self._decoder is None:
            return fresh
        text = self._decoder.decode(fresh, final=not fresh)
        return text.encode("utf-8", "replace") if text or not fresh else self.read(size)


def _until_root(stream: _InUtf8) -> bytes:
    """The first bytes from the root element on; empty if it does not come."""
    text = b""
    while fresh := stream.read(BLOCK_BYTES):
        text += fresh
        at = text.find(_ROOT)
        if at >= 0:
            return text[at:]
        text = text[-len(_ROOT) :]
    return b""


def _safe_cut(text: bytes) -> int:
    """After the last line, or else the last tag, that ends outside a workout; 0 to wait for more."""
    cut = (text.rfind(b"\n") + 1) or (text.rfind(b">") + 1)
    begun = text.rfind(_WORKOUT, 0, cut)
    if begun >= 0 and not _ends(text, begun, cut) and len(text) < _LONGEST_ELEMENT:
        return begun
    return cut if cut or len(text) < _LONGEST_ELEMENT else len(text)


def _ends(text: bytes, begun: int, cut: int) -> bool:
    closed = text.find(b">", begun, cut)
    if closed > 0 and text[closed - 1 : closed] == b"/":
        return True
    return text.find(_WORKOUT_END, begun, cut) >= 0
