"""Columns: one field of all messages of a kind, as stored, and on demand as numbers, words, texts or moments."""

from __future__ import annotations

import codecs
from typing import Any

import numpy as np
import numpy.typing as npt

from longgame.intake.formats.fit.base_types import BaseType, Kind
from longgame.intake.formats.fit.profile import Meaning, words

AnyArray = npt.NDArray[Any]
Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]


class Column:
    """A field over all messages of a table: `raw` as stored, one row a message, a second axis where a message holds
    several values; `valid` of the same shape or one per message, `None` if every value is there.
    """

    __slots__ = ("_bits", "_numbers", "_texts", "_words", "kind", "meaning", "raw", "valid")

    def __init__(
        self,
        meaning: Meaning,
        kind: Kind,
        raw: AnyArray,
        valid: Mask | None,
        numbers: Numbers | None = None,
        bits: int | None = None,
    ) -> None:
        self.meaning = meaning
        self.kind = kind
        self.raw = raw
        self.valid = valid
        self._numbers = numbers
        self._bits = bits
        self._texts: tuple[str | None, ...] | None = None
        self._words: tuple[str | None, ...] | None = None

    def __len__(self) -> int:
        return len(self.raw)

    @property
    def present(self) -> Mask:
        """Which messages have a value."""
        if self.valid is None:
            return np.ones(len(self.raw), np.bool_)
        return self.valid if self.valid.ndim == 1 else np.any(self.valid, axis=1)

    @property
    def bits(self) -> int:
        """How wide the values were stored, where `raw` no longer tells."""
        return self._bits or 8 * self.raw.dtype.itemsize

    def called(self, meaning: Meaning) -> Column:
        """The same values under another meaning; they are scaled anew only if it scales differently."""
        same = (meaning.scale, meaning.offset) == (self.meaning.scale, self.meaning.offset)
        return Column(meaning, self.kind, self.raw, self.valid, self._numbers if same else None, self._bits)

    @property
    def empty(self) -> bool:
        """Whether no message has a value."""
        return self.valid is not None and not self.valid.any()

    def numbers(self) -> Numbers:
        """The values in the field's units, NaN where there is none; the caller may not change them."""
        if self._numbers is None:
            self._numbers = self._scaled()
        return self._numbers

    def _scaled(self) -> Numbers:
        if self.kind is Kind.TEXT:
            return np.full(len(self.raw), np.nan)
        numbers = _as_real(self.raw) if self.kind is Kind.REAL else self.raw.astype(np.float64)
        if self.meaning.scale != 1.0:
            numbers /= self.meaning.scale
        if self.meaning.offset:
            numbers -= self.meaning.offset
        if self.valid is not None:
            numbers[~self.valid] = np.nan
        return numbers

    def firsts(self) -> Numbers:
        """The first value of every message in the field's units, NaN where there is none."""
        numbers = self.numbers()
        return numbers if numbers.ndim == 1 else numbers[:, 0]

    def words(self) -> tuple[str | None, ...]:
        """The first value of every message as a word of the field's enumeration; `type_code` if it has no word."""
        if self._words is None:
            self._words = self._named()
        return self._words

    def _named(self) -> tuple[str | None, ...]:
        known = words(self.meaning.type)
        codes = self.raw if self.raw.ndim == 1 else self.raw[:, 0]
        # Of several values the first may be missing though the message has one.
        there = self.present if self.valid is None or self.valid.ndim == 1 else self.valid[:, 0]
        return tuple(
            known.get(code) or f"{self.meaning.type}_{int(code)}" if here else None
            for code, here in zip(codes.tolist(), there.tolist(), strict=True)
        )

    def texts(self) -> tuple[str | None, ...]:
        """The text of every message, up to its first NUL."""
        if self._texts is None:
            self._texts = self._decoded()
        return self._texts

    def _decoded(self) -> tuple[str | None, ...]:
        if self.kind is not Kind.TEXT:
            return (None,) * len(self.raw)
        octets = np.ascontiguousarray(self.raw)
        width = octets.shape[1] if octets.ndim == 2 else 1
        joined = octets.tobytes()
        return tuple(text_of(joined[start : start + width]) for start in range(0, len(joined), width))


def _as_real(raw: AnyArray) -> Numbers:
    """Real numbers in full width. Bytes that are no number at all may stand among them, and are none afterwards."""
    with np.errstate(invalid="ignore"):
        return raw.astype(np.float64)


def text_of(octets: bytes) -> str | None:
    """The text stored in `octets`, up to its first NUL, since devices leave old bytes after it.

    A character cut off at the end is left out, other damage shows as U+FFFD.
    """
    octets = octets.partition(b"\0")[0]
    try:
        return octets.decode() or None
    except UnicodeDecodeError:
        # Not told that the text ends here, the decoder waits for the rest of a character that was cut.
        return codecs.getincrementaldecoder("utf-8")("replace").decode(octets) or None


def validity(raw: AnyArray, base: BaseType) -> Mask | None:
    """Which of the stored values are not "nothing"; `None` if all of them are something."""
    if base.kind is Kind.REAL:
        found: Mask = np.isfinite(raw)
    else:
        found = raw != base.invalid
    if base.kind is not Kind.WHOLE and base.kind is not Kind.REAL and raw.ndim == 2:
        found = np.any(found, axis=1)
    return None if found.all() else found
