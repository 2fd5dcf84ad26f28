"""Columns of numbers and moments straight from bytes, eight characters at a time.

A digit string is read as one little-endian 64-bit word and summed by three multiplications (the technique is known as
"SIMD within a register"); here each such step works on a whole column. Whatever is not written in the plain form is
reported as not understood and left to the caller, who reads it letter by letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from longgame.record.streams import FloatColumn

Words = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

MARGIN = 64
"""Bytes that must follow the last position looked at."""

KEPT = np.array([(1 << 8 * k) - 1 for k in range(8)] + [(1 << 64) - 1], dtype=np.uint64)
"""By number of characters: the bits of a word that belong to them."""


def _constant(value: int) -> Words:
    """A word as an array without dimensions, with which arrays are combined a third quicker than with a scalar."""
    return np.array(value, dtype=np.uint64)


_ONE = _constant(1)
_ONES = _constant(0x0101010101010101)
_HIGHS = _constant(0x8080808080808080)
_DOTS = _constant(0x2E2E2E2E2E2E2E2E)
_ZEROES = _constant(0x3030303030303030)
_SIXES = _constant(0x0606060606060606)
_UP_FROM_TEN = _constant(0x7676767676767676)
"""Added to bytes below 128, it lifts those from ten on to 128."""
_WHOLE_BYTES, _WORD_BITS, _THREE = _constant(0xF8), _constant(64), _constant(3)
_LOWEST_BYTE, _THREE_BYTES, _SIX_BYTES = _constant(0xFF), _constant(0xFFFFFF), _constant(0xFFFFFFFFFFFF)
_MINUS, _PLUS, _SPACE, _T = (_constant(ord(sign)) for sign in "-+ T")
_DOT, _Z = (np.array(ord(sign), dtype=np.uint8) for sign in ".Z")
_CLOCK = _constant(int.from_bytes(b"00:00:00", "little"))
_UP_FROM_TEN_OR_ONE = _constant(0x76767F76767F7676)
_TEN_AND_NEXT = _constant(10 << 8 | 1)
_HOUR_MINUTE_SECOND = _constant(0x00FF0000FF0000FF)
_UP_FROM_24_AND_60 = _constant(0x0044000044000068)
_SECONDS_AN_HOUR, _SECONDS_A_MINUTE = _constant(3600), _constant(60)
_NIBBLES = _constant(0x0F0F0F0F0F0F0F0F)
_TENS = _constant(0xF0F0F0F0F0F0F0F0)
_JOIN_PAIRS, _JOIN_FOURS, _JOIN_EIGHT = _constant(2561), _constant(6553601), _constant(42949672960001)
_EIGHT, _SIXTEEN, _TWENTY_FOUR, _THIRTY_TWO, _FORTY_EIGHT = (_constant(bits) for bits in (8, 16, 24, 32, 48))
_PAIRS, _FOURS = _constant(0x00FF00FF00FF00FF), _constant(0x0000FFFF0000FFFF)
_POWERS = 10 ** np.arange(20, dtype=np.uint64)
_FLOAT_POWERS = _POWERS.astype(np.float64)
_ENOUGH = _constant(10**16)
"""A mantissa of that many digits loses less than the last place of a double with those that follow."""
_MOST_DIGITS = 18
"""Digits that fit a 64-bit word whatever they are; further ones cannot change a double by more than its last place."""


@dataclass(frozen=True, slots=True, eq=False)
class ByteText:
    """A text of which words can be taken at any byte up to its end; what follows its `length` is not part of it.

    It stands in `data` from `begin` on; all other positions count from there.
    """

    data: bytes
    begin: int
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
        return cls(data, begin, chars, words, length)

    def between(self, begin: int, stop: int) -> bytes:
        """The bytes from one position to another."""
        return self.data[self.begin + begin : self.begin + stop]

    @property
    def stop(self) -> int:
        """Where the text ends in `data`."""
        return self.begin + self.length

    def count(self, sign: bytes) -> int:
        """How often a sign is in the text."""
        first = self.data.find(sign, self.begin, self.stop)
        return 0 if first < 0 else self.data.count(sign, first, self.stop)

    def windows(self, size: int) -> npt.NDArray[np.bytes_]:
        """The `size` bytes from each position on that has so many behind it."""
        count = max(0, self.length - size + 1)
        return np.ndarray((count,), dtype=f"S{size}", buffer=self.chars.data, strides=(1,))

    def unlike(self, at: Positions, written: bytes) -> Flags | None:
        """At which of the positions something else stands than that; None where it stands at all of them."""
        windows = self.windows(len(written))
        try:
            found = windows[at]
        except IndexError:
            other: Flags = at >= len(windows)
            within = ~other
            other[within] = windows[at[within]] != written
            return other
        return None if found.tobytes() == written * len(at) else found != written


def any_of(flags: Flags | Positions) -> bool:
    """Whether one of them is set or not 0: twice as quick as `any` for the short columns here."""
    return bool(np.count_nonzero(flags) > 0)


def all_of(flags: Flags) -> bool:
    """Whether all of them are set."""
    return bool(np.count_nonzero(flags) == flags.size)


def _behind_the_sign(text: ByteText, start: Positions) -> tuple[Positions, Words, Flags | None]:
    """Where each number begins behind its sign, its first bytes, and which are negative; None if none is."""
    head = text.words[start]
    negative = head & _LOWEST_BYTE == _MINUS
    if not any_of(negative):
        return start, head, None
    behind = start + negative
    return behind, text.words[behind], negative


def decimals(text: ByteText, start: Positions, stop: Positions) -> tuple[FloatColumn, Flags]:
    """Plain decimal numbers such as `-12.345` between each `start` and `stop`, and which of them are such.

    Correct to the last place up to 15 digits, and within two units of the last place beyond. Exponents, blanks, signs
    other than `-`, more than eight digits before the point, and digits lost behind leading zeros are not understood.
    """
    start, head, negative = _behind_the_sign(text, start)
    length = stop - start
    before = np.minimum(_before(head, _DOTS), length)
    mantissa, bad = _digits(head, before)
    good = length > 0
    good &= ~bad
    if any_of(length > before):
        value = _with_fraction(text, start, length, before, mantissa, good)
    else:
        value = mantissa.astype(np.float64)
    if negative is not None:
        np.negative(value, out=value, where=negative)
    return value, good


def decimals_at(text: ByteText, start: Positions) -> tuple[FloatColumn, Positions, Flags]:
    """The plain decimal numbers that begin at each `start`, where each stops, and which of them are such.

    Like `decimals`, but quicker because nobody has to find the stops first. Of a number with more digits than are
    looked at (8 before the point, 40 behind it), the stop is one of its digits.
    """
    start, head, negative = _behind_the_sign(text, start)
    mantissa, before = _leading_digits(head)
    good = before > 0
    stop = start + before
    dotted = text.chars.take(stop) == _DOT
    if any_of(dotted):
        value, stop = _with_leading_fraction(text, stop, dotted, before, mantissa, good)
    else:
        value = mantissa.astype(np.float64)
    if negative is not None:
        np.negative(value, out=value, where=negative)
    return value, stop, good


def _with_leading_fraction(
    text: ByteText, dot: Positions, dotted: Flags, before: Positions, mantissa: Words, good: Flags
) -> tuple[FloatColumn, Positions]:
    """The numbers with the digits that follow each `dot` behind those of `mantissa`, and where they stop.

    `good` gains those that have digits there only, and loses those that have too many.
    """
    digits, after = _leading_digits(text.words[dot + 1])
    if not all_of(dotted):
        digits *= dotted
        after *= dotted
    mantissa *= _POWERS[after]
    mantissa += digits
    good |= after > 0
    stop = dot + dotted
    stop += after
    if any_of(after == 8):
        _with_later_fraction(text, stop, before, after, mantissa, good)
    value: FloatColumn = mantissa / _FLOAT_POWERS[after]
    return value, stop


def _with_later_fraction(
    text: ByteText, stop: Positions, before: Positions, after: Positions, mantissa: Words, good: Flags
) -> None:
    """Go on with the ninth digit behind the dot, at `stop`, where eight were there: all in place.

    Up to 18 digits go into `mantissa`, and into `after` how many of those were behind the dot.
    """
    more = after == 8
    digits, count = _leading_digits(text.words[stop])
    if not all_of(more):
        digits *= more
        count *= more
    over = np.maximum(before + count - (_MOST_DIGITS - 8), 0)
    if any_of(over):
        digits //= _POWERS[over]
    stop += count
    more = count == 8
    lost = over > 0
    count -= over
    mantissa *= _POWERS[count]
    mantissa += digits
    after += count
    for _ in range(3):
        if not any_of(more):
            break
        count = _leading_digits(text.words[stop])[1] * more
        stop += count
        lost |= count > 0
        more = count == 8
    if any_of(lost):
        good &= ~lost | (mantissa >= _ENOUGH)


def _leading_digits(word: Words) -> tuple[Words, Positions]:
    """The number that the digits at the beginning of each word write, and how many these are."""
    apart = word ^ _ZEROES
    other = apart + _UP_FROM_TEN
    other |= apart
    other &= _HIGHS
    other &= np.negative(other)
    other -= _ONE
    count = np.bitwise_count(other).astype(np.uint64)
    count &= _WHOLE_BYTES
    apart <<= _WORD_BITS - count
    count >>= _THREE
    return _digits_joined(apart), count.view(np.int64)


def until(text: ByteText, start: Positions, sign: int) -> Positions:
    """Where the first `sign` after each `start` is, if it is among the next 64 characters; else 64 further."""
    stop, left = start.copy(), np.arange(len(start))
    for _ in range(8):
        count = _before(text.words[np.minimum(stop[left], len(text.words) - 1)], _constant(sign * 0x0101010101010101))
        stop[left] += count
        left = left[count == 8]
        if not len(left):
            break
    return stop


def moments(text: ByteText, start: Positions, stop: Positions, naive: int) -> tuple[Positions, Positions, Flags]:
    """Moments like `2026-03-07T06:30:00.25+01:00`: microseconds since 1970 UTC, offset in s, and which are such.

    `naive` stands as the offset of times without a zone. The zone is `Z`, `+hh:mm` or nothing; up to eight digits of a
    second are taken.
    """
    days, good = _days(text.words[start], text.words[start + 8], _T)
    seconds = _clock(text.words[start + 11], good)
    offset, zone_length = _zones(text, stop, naive, good)
    fraction_length = stop - start - zone_length
    fraction_length -= 19
    us = days * 86_400 + seconds
    us -= offset if naive == 0 else np.where(offset == naive, 0, offset)
    us *= 1_000_000
    if any_of(fraction_length):
        us += _micros(text, start + 19, fraction_length, good)
    return us, offset, good


def _micros(text: ByteText, dot: Positions, length: Positions, good: Flags) -> Positions:
    """The microseconds that `length` characters from each `dot` on write, none being 0; withdraws from `good`."""
    word = text.words[dot]
    if (length == length[0]).all() and 0 < length[0] <= 8 and not ((word ^ word[0]) & KEPT[length[0]]).any():
        alike = len(dot)
        dot, length, word = dot[:1], length[:1], word[:1]
    else:
        alike = 1
    count = np.clip(length - 1, 0, 8)
    fraction, bad = _digits(text.words[dot + 1], count)
    good &= (length == 0) | ((word & _LOWEST_BYTE == _DOT) & (length >= 2) & (length <= 9) & ~bad)
    fraction *= _POWERS[8 - count]
    fraction //= _POWERS[2]
    return np.repeat(fraction.astype(np.int64), alike)


def spaced_moments(text: ByteText, start: Positions, stop: Positions) -> tuple[Positions, Positions, Flags]:
    """Moments like `2026-03-07 06:30:00 +0100`: seconds since 1970 UTC, offset in s, and which are such."""
    days, good = _days(text.words[start], text.words[start + 8], _SPACE)
    seconds = _clock(text.words[start + 11], good)
    good &= stop - start == 25
    offset = _spaced_zones(text.words[start + 19], good)
    seconds += days * 86_400
    seconds -= offset
    return seconds, offset, good


def _with_fraction(
    text: ByteText, begin: Positions, length: Positions, before: Positions, mantissa: Words, good: Flags
) -> FloatColumn:
    """The numbers of that `length`, of which `mantissa` has the digits `before` the dot; withdraws from `good`."""
    after = np.maximum(length - before - 1, 0)
    fraction = begin + before + 1
    taken = np.minimum(after, 8)
    _append_digits(text, fraction, taken, mantissa, good)
    good &= (before + after > 0) & ((before < 8) | (length == before))
    if int(after.max(initial=0)) > 8:
        second = np.minimum(after - taken, np.minimum(_MOST_DIGITS - 8 - before, 8))
        _append_digits(text, fraction + 8, second, mantissa, good)
        taken += second
        late = after > taken
        if any_of(late):
            good &= ~late | (mantissa >= _ENOUGH)
            _check_tail(text, fraction, taken, after, good)
    value: FloatColumn = mantissa / _FLOAT_POWERS[taken]
    return value


def _append_digits(text: ByteText, begin: Positions, count: Positions, mantissa: Words, good: Flags) -> None:
    """Put `count` digits from each `begin` on behind those of `mantissa`, in place; what are none leave `good`."""
    if int(count.min(initial=1)):
        digits, bad = _digits(text.words[begin], count)
        mantissa *= _POWERS[count]
        mantissa += digits
        good &= ~bad
        return
    some = np.flatnonzero(count)
    digits, bad = _digits(text.words[begin[some]], count[some])
    mantissa[some] = mantissa[some] * _POWERS[count[some]] + digits
    good[some] &= ~bad


def _digits(word: Words, count: Positions) -> tuple[Words, Flags]:
    """The number that the first `count` (0 to 8) characters of each word write, and where they are not all digits."""
    shift = ((8 - count) * 8).astype(np.uint64)
    word = word << shift
    apart = word ^ (_ZEROES << shift)
    bad = (((apart + (_SIXES << shift)) | apart) & _TENS) != 0
    word &= _NIBBLES
    return _digits_joined(word), bad


def _digits_joined(word: Words) -> Words:
    """The number that eight bytes from 0 to 9 tell, the first of them being the highest digit; in place."""
    word *= _JOIN_PAIRS
    word >>= _EIGHT
    word &= _PAIRS
    word *= _JOIN_FOURS
    word >>= _SIXTEEN
    word &= _FOURS
    word *= _JOIN_EIGHT
    word >>= _THIRTY_TWO
    return word


def _before(word: Words, sign: Words) -> Positions:
    """How many of a word's eight characters come before the first that is a `sign`, given as eight of them."""
    apart = word ^ sign
    found = apart - _ONES
    found &= ~apart
    found &= _HIGHS
    found &= np.negative(found)
    found -= _ONE
    count: Positions = np.bitwise_count(found).astype(np.int64)
    count >>= 3
    return count


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


def _days(first: Words, second: Words, separator: Words) -> tuple[Positions, Flags]:
    """Days since 1970 from `yyyy-mm-` and `dd` with a separator behind, and which of them are such.

    Dates are looked up once for each stretch of equal ones.
    """
    day = second & _THREE_BYTES
    fresh = first[1:] != first[:-1]
    fresh |= day[1:] != day[:-1]
    if len(first) and not any_of(fresh):
        alike = _day(int(first[0]), int(day[0]), int(separator))
        return np.full(len(first), alike or 0, dtype=np.int64), np.full(len(first), alike is not None)
    at = np.append(0, np.flatnonzero(fresh) + 1)[: len(first)]
    told = [_day(int(first[k]), int(day[k]), int(separator)) for k in at.tolist()]
    lengths = np.diff(at, append=len(first))
    days = np.array([0 if d is None else d for d in told], dtype=np.int64)
    known = np.array([d is not None for d in told], dtype=np.bool_)
    return np.repeat(days, lengths), np.repeat(known, lengths)


@lru_cache(maxsize=1024)
def _day(year_and_month: int, day: int, separator: int) -> int | None:
    written = year_and_month.to_bytes(8, "little") + day.to_bytes(3, "little")
    if written[4:5] != b"-" or written[7:8] != b"-" or written[10] != separator:
        return None
    parts = written[:4], written[5:7], written[8:10]
    if not all(part.isdigit() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts)).toordinal() - _EPOCH_ORDINAL
    except ValueError:
        return None


_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


def _clock(word: Words, good: Flags) -> Positions:
    """Seconds since midnight from `hh:mm:ss`; withdraws from `good` what is not such."""
    apart = word ^ _CLOCK
    wrong = apart + _UP_FROM_TEN_OR_ONE
    wrong |= apart
    apart *= _TEN_AND_NEXT
    apart >>= _EIGHT
    apart &= _HOUR_MINUTE_SECOND
    wrong |= apart + _UP_FROM_24_AND_60
    wrong &= _HIGHS
    good &= wrong == 0
    seconds = (apart & _LOWEST_BYTE) * _SECONDS_AN_HOUR
    seconds += (apart >> _TWENTY_FOUR & _LOWEST_BYTE) * _SECONDS_A_MINUTE
    seconds += apart >> _FORTY_EIGHT
    return seconds.astype(np.int64)


def _pair(word: Words) -> tuple[Positions, Flags]:
    """The two-digit number in a word's lowest two bytes."""
    tens = (word & _LOWEST_BYTE).astype(np.int64) - 48
    ones = ((word >> _EIGHT) & _LOWEST_BYTE).astype(np.int64) - 48
    return tens * 10 + ones, (tens < 0) | (tens > 9) | (ones < 0) | (ones > 9)


def _zones(text: ByteText, stop: Positions, naive: int, good: Flags) -> tuple[Positions, Positions]:
    """Offset in seconds and how many characters write it; withdraws from `good` what is not well written."""
    universal = text.chars.take(stop - 1) == _Z
    if all_of(universal):
        return np.zeros(len(stop), np.int64), np.ones(len(stop), np.int64)
    word = text.words[np.maximum(stop - 6, 0)]
    sign = word & _LOWEST_BYTE
    signed = ((sign == _PLUS) | (sign == _MINUS)) & ~universal
    hour, bad = _pair(word >> _EIGHT)
    minute, wrong = _pair(word >> _THIRTY_TWO)
    colon = (word >> _TWENTY_FOUR) & _LOWEST_BYTE == ord(":")
    good &= ~signed | (colon & ~bad & ~wrong & (hour < 24) & (minute < 60))
    seconds = (hour * 3600 + minute * 60) * np.where(sign == _MINUS, -1, 1)
    offset = np.where(universal, 0, np.where(signed, seconds, naive))
    return offset, np.where(universal, 1, np.where(signed, 6, 0))


def _spaced_zones(word: Words, good: Flags) -> Positions:
    """Offset in seconds from ` +hhmm`; withdraws from `good` what is not such."""
    zone = word & _SIX_BYTES
    alike = bool(len(zone)) and bool((zone == zone[0]).all())
    some = zone[:1] if alike else zone
    sign = (some >> _EIGHT) & _LOWEST_BYTE
    hour, bad = _pair(some >> _SIXTEEN)
    minute, wrong = _pair(some >> _THIRTY_TWO)
    signed = ((sign == _PLUS) | (sign == _MINUS)) & (some & _LOWEST_BYTE == _SPACE)
    good &= signed & ~bad & ~wrong & (hour < 24) & (minute < 60)
    offset = (hour * 3600 + minute * 60) * np.where(sign == _MINUS, -1, 1)
    return np.full(len(zone), offset[0]) if alike else offset
