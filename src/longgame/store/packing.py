"""How the columns of streams are packed: with Zstandard, or deflated where this Python has no Zstandard.

Python has it from 3.14 on; before that, `backports.zstd` brings the same module. What was deflated by an earlier
version is opened as it always was. Measured in docs/decisions/2026-11-23-stream-columns.md.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

DEFLATED = b"LGS1"
ZSTANDARD = b"LGS2"
"""The first bytes of a file of streams, by how its columns are packed."""

_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Packing:
    """One way of packing bytes and of opening them again; `opened` raises `ValueError` on damage, however small."""

    magic: bytes
    packed: Callable[[bytes], bytes]
    opened: Callable[[bytes], bytes]


@cache
def deflate() -> Packing:
    """Level 1 of zlib, which every Python has."""
    return Packing(DEFLATED, lambda data: zlib.compress(data, _LEVEL), _inflated)


@cache
def zstandard() -> Packing | None:
    """Level 1 of Zstandard with a checksum; None where it is not to be had."""
    codec = _zstandard_module()
    if codec is None:
        return None
    asked = codec.CompressionParameter
    # One compressor for all: setting one up takes longer than packing a short column.
    compressor = codec.ZstdCompressor(options={asked.compression_level: _LEVEL, asked.checksum_flag: 1})
    whole = codec.ZstdCompressor.FLUSH_FRAME

    def opened(body: bytes) -> bytes:
        try:
            return bytes(codec.decompress(body))
        except codec.ZstdError as damage:
            raise ValueError(f"damaged streams: {damage}") from damage

    return Packing(ZSTANDARD, lambda data: bytes(compressor.compress(data, whole)), opened)


def best() -> Packing:
    """The packing for what is kept now."""
    return zstandard() or deflate()


def packing_of(magic: bytes) -> Packing:
    """The packing that a file's first four bytes tell of. `ValueError` for none, or for one that is not to be had."""
    if magic == DEFLATED:
        return deflate()
    if magic != ZSTANDARD:
        raise ValueError("not a file of streams")
    found = zstandard()
    if found is None:
        raise ValueError("these streams are packed with Zstandard: install backports.zstd to open them")
    return found


def _zstandard_module() -> Any:
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    return None


def _inflated(body: bytes) -> bytes:
    try:
        return zlib.decompress(body)
    except zlib.error as damage:
        raise ValueError(f"damaged streams: {damage}") from damage
