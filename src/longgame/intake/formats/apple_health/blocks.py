"""The export in blocks that hold whole elements, so that gigabytes pass through a few megabytes of memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

BLOCK_BYTES = 4 << 20
_LONGEST_ELEMENT = 64 << 20
_ROOT = b"<HealthData"
_WORKOUT, _WORKOUT_END = b"<Workout ", b"</Workout>"


class BrokenStream(Exception):
    """The bytes stopped coming before the end of the file; the text says why."""


def blocks(stream: BinaryIO) -> Iterator[bytes]:
    """The file from its root element on, in pieces that cut no record and no workout; a tag left open at the end goes.

    The document type before the root, which is broken in exports of some years, is never looked at.
    `BrokenStream` when the stream breaks off, after everything that came before has been given.
    """
    carried = _until_root(stream)
    trouble: BrokenStream | None = None
    while True:
        try:
            fresh = stream.read(BLOCK_BYTES)
        except (OSError, EOFError, zlib.error) as error:
            fresh, trouble = b"", BrokenStream(str(error).lower())
        if not fresh:
            break
        text = carried + fresh
        cut = _safe_cut(text)
        if cut:
            yield text[:cut]
        carried = text[cut:]
    whole = carried[: carried.rfind(b">") + 1]
    if whole:
        yield whole
    if trouble is not None:
        raise trouble


def _until_root(stream: BinaryIO) -> bytes:
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
