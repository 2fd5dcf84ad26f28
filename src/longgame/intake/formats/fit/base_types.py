"""FIT's base types: how wide a value is, how it is stored, and which value means "nothing"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np


class Kind(Enum):
    """How the values of a base type are to be taken."""

    WHOLE = "whole numbers"
    REAL = "real numbers"
    BYTES = "bytes"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class BaseType:
    """One base type of the FIT protocol; `invalid` is the stored value that means "nothing"; NaN for real numbers."""

    code: int
    name: str
    kind: Kind
    size: int
    invalid: int
    little: np.dtype[Any]
    big: np.dtype[Any]


def _base_type(code: int, name: str, kind: Kind, letters: str, invalid: int) -> BaseType:
    little = np.dtype("<" + letters)
    return BaseType(code, name, kind, little.itemsize, invalid, little, little.newbyteorder(">"))


ENUM = _base_type(0x00, "enum", Kind.WHOLE, "u1", 0xFF)
BYTE = _base_type(0x0D, "byte", Kind.BYTES, "u1", 0xFF)
TEXT = _base_type(0x07, "string", Kind.TEXT, "u1", 0x00)

BASE_TYPES: tuple[BaseType, ...] = (
    ENUM,
    _base_type(0x01, "sint8", Kind.WHOLE, "i1", 0x7F),
    _base_type(0x02, "uint8", Kind.WHOLE, "u1", 0xFF),
    _base_type(0x83, "sint16", Kind.WHOLE, "i2", 0x7FFF),
    _base_type(0x84, "uint16", Kind.WHOLE, "u2", 0xFFFF),
    _base_type(0x85, "sint32", Kind.WHOLE, "i4", 0x7FFFFFFF),
    _base_type(0x86, "uint32", Kind.WHOLE, "u4", 0xFFFFFFFF),
    TEXT,
    _base_type(0x88, "float32", Kind.REAL, "f4", 0xFFFFFFFF),
    _base_type(0x89, "float64", Kind.REAL, "f8", 0xFFFFFFFFFFFFFFFF),
    _base_type(0x0A, "uint8z", Kind.WHOLE, "u1", 0),
    _base_type(0x8B, "uint16z", Kind.WHOLE, "u2", 0),
    _base_type(0x8C, "uint32z", Kind.WHOLE, "u4", 0),
    BYTE,
    _base_type(0x8E, "sint64", Kind.WHOLE, "i8", 0x7FFFFFFFFFFFFFFF),
    _base_type(0x8F, "uint64", Kind.WHOLE, "u8", 0xFFFFFFFFFFFFFFFF),
    _base_type(0x90, "uint64z", Kind.WHOLE, "u8", 0),
)
"""By the low five bits of the code; the top bit only repeats that the type is wider than a byte."""

BASE_TYPE_BY_NAME = {base.name: base for base in BASE_TYPES}


def base_type(code: int) -> BaseType:
    """The base type of `code` as a definition writes it; bytes where the code is not one of FIT's."""
    index = code & 0x1F
    return BASE_TYPES[index] if index < len(BASE_TYPES) else BYTE
