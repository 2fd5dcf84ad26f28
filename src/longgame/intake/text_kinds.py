"""Equal texts among many, found by comparing words of eight characters instead of cutting the texts out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from longgame.intake.byte_columns import KEPT, ByteText, Flags, Positions, Words

_SLOTS = 4096
_SHIFTS = (52, 40, 28, 16)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_TURN = np.uint64(29)


def distinct(keys: Words) -> tuple[Positions, Positions]:
    """Where one of each distinct key stands, and for every key which of those it equals.

    Keys are sorted into slots by some of their bits; one of each slot stands for it, and whoever differs from it goes
    on to the next round with other bits.
    """
    which = np.zeros(len(keys), dtype=np.int64)
    examples: list[Positions] = []
    found, left = 0, np.arange(len(keys))
    for shift in _SHIFTS:
        if not len(left):
            break
        now = keys[left]
        slot = ((now >> np.uint64(shift)) & np.uint64(_SLOTS - 1)).astype(np.int64)
        standing = np.full(_SLOTS, -1, dtype=np.int64)
        standing[slot] = left
        taken = np.flatnonzero(standing >= 0)
        number = np.zeros(_SLOTS, dtype=np.int64)
        number[taken] = found + np.arange(len(taken))
        same = keys[standing[slot]] == now
        which[left[same]] = number[slot[same]]
        examples.append(standing[taken])
        found += len(taken)
        left = left[~same]
    if len(left):
        _, first, rest = np.unique(keys[left], return_index=True, return_inverse=True)
        which[left] = found + rest
        examples.append(left[first])
    return np.concatenate([np.zeros(0, np.int64), *examples]), which


def text_keys(text: ByteText, start: Positions, stop: Positions) -> Words:
    """A number for each stretch of text that tells it from every other, but for one chance in 2^64."""
    length = stop - start
    keys = length.astype(np.uint64)
    for begin in range(0, int(length.max(initial=0)), 8):
        some = np.flatnonzero(length > begin) if begin else np.arange(len(length))
        word = text.words[start[some] + begin] & KEPT[np.clip(length[some] - begin, 0, 8)]
        mixed = (keys[some] ^ word) * _FACTOR
        keys[some] = mixed ^ (mixed >> _TURN)
    return keys


def numbered_texts(text: ByteText, start: Positions, stop: Positions, number: Callable[[bytes], int]) -> Positions:
    """The number that `number` gives to each stretch of text; it is asked once for equal ones."""
    examples, which = distinct(text_keys(text, start, stop))
    told = [number(text.between(int(start[k]), int(stop[k]))) for k in examples.tolist()]
    return np.array(told, dtype=np.int64)[which] if told else which


def reads(text: ByteText, at: Positions, written: bytes) -> Flags:
    """Whether the text at each position is that."""
    same = np.ones(len(at), dtype=np.bool_)
    for begin in range(0, len(written), 8):
        part = written[begin : begin + 8]
        same &= text.words[at + begin] & KEPT[len(part)] == np.uint64(int.from_bytes(part, "little"))
    return same
