"""FIT's checksum, CRC-16/ARC, taken of a whole file at once.

A CRC without start value is linear: it is the sum, bit by bit without carry, of what each set bit contributes,
and that depends only on how far the bit stands from the end. For this polynomial, x^16 + x^15 + x^2 + 1, the
contributions repeat every 32,767 bits, which are also 8 times in 32,767 bytes: so the file is folded onto 32,767
bits by exclusive or, and one look-up finishes it.
"""

from __future__ import annotations

from functools import cache, reduce
from operator import xor

import numpy as np
import numpy.typing as npt

PERIOD = 32767
"""The order of x modulo the polynomial: 2^15 - 1, since it is (x + 1)(x^15 + x + 1)."""
REFLECTED_POLYNOMIAL = 0xA001
SHORT = 48
"""Bytes up to which going from byte to byte is faster."""


@cache
def _contributions() -> npt.NDArray[np.uint16]:
    """What a set bit contributes to the checksum, by the number of bits after it."""
    register = REFLECTED_POLYNOMIAL
    found = np.empty(PERIOD, np.uint16)
    for after in range(PERIOD):
        found[after] = register
        register = (register >> 1) ^ (REFLECTED_POLYNOMIAL if register & 1 else 0)
    return found


@cache
def _steps() -> tuple[int, ...]:
    """What each octet, pushed out of the register, leaves in it."""
    contributions = _contributions()[:8][::-1].tolist()
    return tuple(
        reduce(xor, (found for bit, found in enumerate(contributions) if octet >> bit & 1), 0) for octet in range(256)
    )


def checksum(data: bytes | memoryview) -> int:
    """The CRC-16/ARC of `data`, as FIT stores it after its header and after its messages.

    >>> hex(checksum(b"123456789"))
    '0xbb3d'
    """
    if len(data) <= SHORT:
        return _stepped(data)
    octets = _folded(np.frombuffer(data, np.uint8))
    # Bits are sent lowest first; turned round, position k has k bits after it.
    bits = _folded_from_front(np.unpackbits(octets[::-1]))
    return int(np.bitwise_xor.reduce(_contributions()[: len(bits)] * bits))


def _stepped(data: bytes | memoryview) -> int:
    """The checksum of a few bytes, one after the other."""
    register, steps = 0, _steps()
    for octet in data:
        register = register >> 8 ^ steps[(register ^ octet) & 0xFF]
    return register


def _folded(octets: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The octets laid over each other in periods that end where the data ends."""
    whole, lead = divmod(len(octets), PERIOD)
    if not whole:
        return octets
    folded: npt.NDArray[np.uint8] = np.bitwise_xor.reduce(octets[lead:].reshape(whole, PERIOD), axis=0)
    folded[PERIOD - lead :] ^= octets[:lead]
    return folded


def _folded_from_front(bits: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The bits laid over each other in periods that start where the data starts."""
    whole, rest = divmod(len(bits), PERIOD)
    if not whole:
        return bits
    folded: npt.NDArray[np.uint8] = np.bitwise_xor.reduce(bits[: whole * PERIOD].reshape(whole, PERIOD), axis=0)
    folded[:rest] ^= bits[whole * PERIOD :]
    return folded
