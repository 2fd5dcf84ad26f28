"""Records written alike: what one record shows about how it is written is looked for in the others all at once.

Most records of an export differ from one of their neighbours in three moments and a number, and in nothing else. So
one record is taken as the pattern, its own text is compared with the text of the others, and only the places that may
differ are read. What differs anywhere else is left to those who look for each attribute where it is.
"""

from __future__ import annotations

import numpy as np

from longgame.intake.byte_columns import KEPT, ByteText, Flags, Positions, decimals_at, spaced_moments
from longgame.intake.formats.apple_health.columns import Records
from longgame.intake.formats.apple_health.kinds import RecordKind
from longgame.intake.formats.apple_health.ledger import Ledger
from longgame.intake.formats.apple_health.pattern import Pattern
from longgame.record.streams import FloatColumn

_MOST_ROUNDS = 16
_MOST_PATTERNS = 64
_MOMENT_LENGTH = 25
_LONGEST = 2048
_ENDS, _ENDS_EMPTY = b'">', b'"/>'


def read_alike(
    text: ByteText, begin: Positions, end: Positions, kind: Positions, ledger: Ledger
) -> tuple[Records, Positions]:
    """The records that are written like others of their kind, and their places among all; both in order.

    `kind` tells what each is; where it is none of `RecordKind`, the record is not read here.
    """
    del ledger.patterns[:-_MOST_PATTERNS]
    pattern = _patterns(text, begin, end, kind, ledger)
    record = np.flatnonzero(pattern >= 0)
    known, which, at = ledger.patterns, pattern[record], begin[record]
    places = np.array([(p.start, p.stop, p.length) for p in known], dtype=np.int64).reshape(-1, 3)[which]
    moments = np.concatenate([at + places[:, 0], at + places[:, 1]])
    second, offset, good = spaced_moments(text, moments, moments + _MOMENT_LENGTH)
    number, reached, plain = _numbers(text, at + places[:, 2], kind[record])
    count = len(record)
    plain &= good[:count] & good[count:]
    plain &= _closed(text, reached, end[record])
    factor = np.array([p.factor for p in known])[which]
    source = np.array([ledger.source_number(p.source) for p in known], dtype=np.int64)[which]
    read = Records(kind[record], second[:count], second[count:], offset[:count], number * factor, source)
    return (read, record) if plain.all() else (read.chosen(plain), record[plain])


def _numbers(text: ByteText, begin: Positions, kind: Positions) -> tuple[FloatColumn, Positions, Flags]:
    """The numbers that begin there, where they stop, and which are such; 1, already read, where it was a word."""
    number, reached, plain = decimals_at(text, begin)
    words = kind == RecordKind.SLEEP
    if words.any():
        number[words], reached[words], plain[words] = 1.0, begin[words], True
    return number, reached, plain


def _patterns(text: ByteText, begin: Positions, end: Positions, kind: Positions, ledger: Ledger) -> Positions:
    """The number of the pattern by which each record is written; -1 where none was found."""
    pattern = np.full(len(kind), -1, dtype=np.int64)
    for one in RecordKind:
        left = np.flatnonzero(kind == one)
        for _ in range(_MOST_ROUNDS):
            if not len(left):
                break
            number = _pattern_number(text.between(int(begin[left[0]]), int(end[left[0]])), one, ledger)
            if number is None:
                left = left[1:]
                continue
            same = ledger.patterns[number].same(text, begin[left], end[left])
            pattern[left[same]] = number
            left = left[1:][~same[1:]]
    return pattern


def _pattern_number(record: bytes, kind: RecordKind, ledger: Ledger) -> int | None:
    """The number of the pattern by which a record is written, one seen before if possible."""
    known = ledger.patterns
    for number in range(len(known) - 1, -1, -1):
        if known[number].kind == kind and known[number].fits(record):
            return number
    fresh = Pattern.of(record[:_LONGEST], kind)
    if fresh is None:
        return None
    known.append(fresh)
    return len(known) - 1


def _closed(text: ByteText, reached: Positions, end: Positions) -> Flags:
    """Whether the tag ends right behind the number, within the record."""
    word = text.words[reached]
    empty = word & KEPT[len(_ENDS_EMPTY)] == int.from_bytes(_ENDS_EMPTY, "little")
    same: Flags = empty | (word & KEPT[len(_ENDS)] == int.from_bytes(_ENDS, "little"))
    same &= reached + len(_ENDS) + empty <= end
    return same
