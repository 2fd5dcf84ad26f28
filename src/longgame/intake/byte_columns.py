"""Columns of numbers and moments straight from bytes, eight characters at a time.

A digit string is read as one little-endian 64-bit word and summed by three multiplications (the technique is known as
"SIMD within a register"); here each such step works on a whole column. Whatever is not written in the plain form is
reported as not understood and left to the caller, who reads it letter by letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from longgame.record.streams import FloatColumn

Words = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

MARGIN = 64
"""Bytes that must follow the last position looked at."""

_ONES = np.uint64(0x0101010101010101)
_HIGHS = np.uint64(0x8080808080808080)
_DOTS = np.uint64(0x2E2E2E2E2E2E2E2E)
_ZEROES = np.uint64(0x3030303030303030)
_SIXES = np.uint64(0x0606060606060606)
_NIBBLES = np.uint64(0x0F0F0F0F0F0F0F0F)
_TENS = np.uint64(0xF0F0F0F0F0F0F0F0)
_EVERY_BIT = np.uint64(0xFFFFFFFFFFFFFFFF)
_POWERS = 10 ** np.arange(20, dtype=np.uint64)
_FLOAT_POWERS = _POWERS.astype(np.float64)
_ENOUGH = np.uint64(10**16)
"""A mantissa of that many digits loses less than the last place of a double with those that follow."""
_MOST_DIGITS = 18
"""Digits that fit a 64-bit word whatever they are; further ones cannot change a double by more than its last place."""


@dataclass(frozen=True, slots=True, eq=False)
class ByteText:
    """A text of which words can be taken at any byte up to its end; what follows its `length` is not part of it."""

    chars: npt.NDArray[np.uint8]
    words: Words
    length: int

    @classmethod
    def of(cls, data: bytes, begin: int, stop: int) -> ByteText:
        """The text that `data` holds from `begin` to `stop`: not copied where enough bytes follow it."""
        length = stop - begin
        if stop + MARGIN > len(data):
            data, begin = data[begin:stop] + b" " * MARGIN, 0
        chars = np.frombuffer(data, dtype=np.uint8, count=length + MARGIN, offset=begin)
        words: Words = np.ndarray((length + MARGIN - 8,), dtype="<u8", buffer=data, offset=begin, strides=(1,))
        return cls(chars, words, length)

    def between(self, begin: int, stop: int) -> bytes:
        """The bytes from one position to another."""
        return self.chars[begin:stop].tobytes()


def decimals(text: ByteText, start: Positions, stop: Positions) -> tuple[FloatColumn, Flags]:
    """Plain decimal numbers such as `-12.345` between each `start` and `stop`, and which of them are such.

    Correct to the last place up to 15 digits, and within two units of the last place beyond. Exponents, blanks, signs
    other than `-`, more than eight digits before the point, and digits lost behind leading zeros are not understood.
    """
    negative = text.chars[start] == ord("-")
    begin = start + negative
    length = stop - begin
    head = text.words[begin]
    before = np.minimum(_before_dot(head), length)
    after = np.maximum(length - before - 1, 0)
    first = np.minimum(after, 8)
    second = np.minimum(np.clip(after - 8, 0, 8), _MOST_DIGITS - 8 - before)
    mantissa, bad = _digits(head, before)
    _append_digits(text, begin + before + 1, first, mantissa, bad)
    _append_digits(text, begin + before + 9, second, mantissa, bad)
    value: FloatColumn = mantissa / _FLOAT_POWERS[first + second]
    np.negative(value, out=value, where=negative)
    good = ~bad & (length > 0) & (before + after > 0) & ((before < 8) | (length == before))
    good &= (after <= first + second) | (mantissa >= _ENOUGH)
    _check_tail(text, begin + before + 1, first + second, after, good)
    return value, good


def moments(text: ByteText, start: Positions, stop: Positions, naive: int) -> tuple[Positions, Positions, Flags]:
    """Moments like `2026-03-07T06:30:00.25+01:00`: microseconds since 1970 UTC, offset in s, and which are such.

    `naive` stands as the offset of times without a zone. The zone is `Z`, `+hh:mm` or nothing; up to eight digits of a
    second are taken.
    """
    days, good = _days(text.words[start], text.words[start + 8])
    seconds, fine = _clock(text.words[start + 8], text.words[start + 16])
    offset, zone_length, known = _zones(text, stop, naive)
    fraction_length = stop - zone_length - start - 19
    dotted = text.chars[np.minimum(start + 19, len(text.chars) - 1)] == ord(".")
    digits = np.clip(fraction_length - 1, 0, 8)
    fraction, bad = _digits(text.words[start + 20], digits)
    whole = (fraction_length == 0) | (dotted & (fraction_length >= 2) & (fraction_length <= 9) & ~bad)
    micros = (fraction * _POWERS[8 - digits] // _POWERS[2]).astype(np.int64)
    us = (days * 86_400 + seconds - np.where(offset == naive, 0, offset)) * 1_000_000 + micros
    return us, offset, good & fine & known & whole


def spaced_moments(text: ByteText, start: Positions, stop: Positions) -> tuple[Positions, Positions, Flags]:
    """Moments like `2026-03-07 06:30:00 +0100`: seconds since 1970 UTC, offset in s, and which are such."""
    days, good = _days(text.words[start], text.words[start + 8])
    seconds, fine = _clock(text.words[start + 8], text.words[start + 16], b" ")
    zone = text.words[start + 19]
    sign = (zone >> np.uint64(8)) & np.uint64(0xFF)
    hour, bad = _pair(zone >> np.uint64(16))
    minute, wrong = _pair(zone >> np.uint64(32))
    signed = ((sign == ord("+")) | (sign == ord("-"))) & (zone & np.uint64(0xFF) == ord(" "))
    offset = (hour * 3600 + minute * 60) * np.where(sign == ord("-"), -1, 1)
    good &= fine & signed & ~bad & ~wrong & (hour < 24) & (minute < 60) & (stop - start == 25)
    return days * 86_400 + seconds - offset, offset, good


def _append_digits(text: ByteText, begin: Positions, count: Positions, mantissa: Words, bad: Flags) -> None:
    """Put the `count` digits at each `begin` behind those of `mantissa`, in place."""
    some = np.flatnonzero(count)
    digits, wrong = _digits(text.words[begin[some]], count[some])
    mantissa[some] = mantissa[some] * _POWERS[count[some]] + digits
    bad[some] |= wrong


def _digits(word: Words, count: Positions) -> tuple[Words, Flags]:
    """The number that the first `count` (0 to 8) characters of each word write, and where they are not all digits."""
    shift = ((8 - count) * 8).astype(np.uint64)
    word = word << shift
    apart = word ^ (_ZEROES << shift)
    bad = (((apart + (_SIXES << shift)) | apart) & _TENS) != 0
    word &= _NIBBLES
    word *= np.uint64(2561)
    word >>= np.uint64(8)
    word &= np.uint64(0x00FF00FF00FF00FF)
    word *= np.uint64(6553601)
    word >>= np.uint64(16)
    word &= np.uint64(0x0000FFFF0000FFFF)
    word *= np.uint64(42949672960001)
    word >>= np.uint64(32)
    return word, bad


def _before_dot(word: Words) -> Positions:
    """How many of a word's eight characters come before its first dot."""
    apart = word ^ _DOTS
    found = (apart - _ONES) & ~apart & _HIGHS
    lowest = found & (~found + np.uint64(1))
    return (np.bitwise_count(lowest - np.uint64(1)) >> 3).astype(np.int64)


def _check_tail(text: ByteText, begin: Positions, taken: Positions, after: Positions, good: Flags) -> None:
    """Withdraw from `good` the numbers whose digits beyond those taken are not digits."""
    late = np.flatnonzero(good & (after > taken))
    while len(late):
        count = np.minimum(after[late] - taken[late], 8)
        at = begin[late] + taken[late]
        good[late] &= ~_digits(text.words[np.minimum(at, len(text.words) - 1)], count)[1]
        taken = taken.copy()
        taken[late] += count
        late = late[good[late] & (after[late] > taken[late])]


def _days(first: Words, second: Words) -> tuple[Positions, Flags]:
    """Days since 1970 from `yyyy-mm-` and `dd......`; dates are looked up once for each stretch of equal ones."""
    day = second & np.uint64(0xFFFF)
    fresh = np.append(True, (np.diff(first) != 0) | (np.diff(day) != 0)) if len(first) else np.zeros(0, bool)
    at = np.flatnonzero(fresh)
    told = [_day(int(first[k]), int(day[k])) for k in at]
    lengths = np.diff(np.append(at, len(first)))
    days = np.repeat(np.array([0 if d is None else d for d in told], dtype=np.int64), lengths)
    return days, np.repeat(np.array([d is not None for d in told], dtype=np.bool_), lengths)


def _day(year_and_month: int, day: int) -> int | None:
    written = year_and_month.to_bytes(8, "little") + day.to_bytes(2, "little")
    if written[4:5] != b"-" or written[7:8] != b"-":
        return None
    parts = written[:4], written[5:7], written[8:]
    if not all(part.isdigit() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts)).toordinal() - _EPOCH_ORDINAL
    except ValueError:
        return None


_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


def _clock(first: Words, second: Words, before: bytes = b"T") -> tuple[Positions, Flags]:
    """Seconds since midnight from `..Thh:mm` and `:ss.....`, with `before` in the place of the T."""
    separators = np.uint64(0x0000FF0000FF0000)
    good = (first & separators) == np.uint64(0x00003A0000000000 | before[0] << 16)
    good &= (second & np.uint64(0xFF)) == np.uint64(0x3A)
    hour, bad = _pair(first >> np.uint64(24))
    minute, wrong = _pair(first >> np.uint64(48))
    second_of, worse = _pair(second >> np.uint64(8))
    good &= ~(bad | wrong | worse) & (hour < 24) & (minute < 60) & (second_of < 60)
    return hour * 3600 + minute * 60 + second_of, good


def _pair(word: Words) -> tuple[Positions, Flags]:
    """The two-digit number in a word's lowest two bytes."""
    tens = (word & np.uint64(0xFF)).astype(np.int64) - 48
    ones = ((word >> np.uint64(8)) & np.uint64(0xFF)).astype(np.int64) - 48
    return tens * 10 + ones, (tens < 0) | (tens > 9) | (ones < 0) | (ones > 9)


def _zones(text: ByteText, stop: Positions, naive: int) -> tuple[Positions, Positions, Flags]:
    """Offset in seconds, how many characters write it, and whether it is well written."""
    universal = text.chars[stop - 1] == ord("Z")
    if universal.all():
        return np.zeros(len(stop), np.int64), np.ones(len(stop), np.int64), np.ones(len(stop), np.bool_)
    word = text.words[np.maximum(stop - 6, 0)]
    sign = word & np.uint64(0xFF)
    signed = ((sign == ord("+")) | (sign == ord("-"))) & ~universal
    hour, bad = _pair(word >> np.uint64(8))
    minute, wrong = _pair(word >> np.uint64(32))
    colon = (word >> np.uint64(24)) & np.uint64(0xFF) == ord(":")
    known = ~signed | (colon & ~bad & ~wrong & (hour < 24) & (minute < 60))
    seconds = (hour * 3600 + minute * 60) * np.where(sign == ord("-"), -1, 1)
    offset = np.where(universal, 0, np.where(signed, seconds, naive))
    return offset, np.where(universal, 1, np.where(signed, 6, 0)), known
