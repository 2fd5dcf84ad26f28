"""Bytes to text: byte order marks, UTF-16, and the old Windows and Asian encodings that spreadsheets still write."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read in; `certain` is False where the encoding had to be chosen."""

    text: str
    encoding: str
    certain: bool


def decode(data: bytes) -> Decoded:
    """The text of `data`: by its byte order mark, else UTF-8, else UTF-16 without a mark, else Windows-1252.

    Never raises: bytes that fit no character become U+FFFD, and `certain` is False then.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lossless(data[len(mark) :], encoding)
    wide = _wide_without_mark(data)
    if wide is not None:
        return _lossless(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", certain=True)
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return Decoded(data.decode("utf-8", "replace"), "utf-8", certain=False)
    return Decoded(data.decode("cp1252", "replace"), "windows-1252", certain=False)


def decode_head(head: bytes) -> str:
    """The beginning of a file as text, good enough to look at its header; a character cut at the end is dropped."""
    return decode(head).text.rstrip("\ufffd")


def _lossless(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, certain=True)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, certain=False)


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark shows as NUL in every second byte of a text that is mostly ASCII."""
    sample = data[:512]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > max(0.4 * half, 4 * even):
        return "utf-16-le"
    if even > max(0.4 * half, 4 * odd):
        return "utf-16-be"
    return None
