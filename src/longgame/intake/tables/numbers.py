"""Numbers as spreadsheets of all countries write them; the decimal mark is decided once per file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from enum import Enum

_SPACES = re.compile(r"[\s'’\u00a0\u202f]+")
_COMMA_DECIMAL = re.compile(r"^[+-]?(\d+|\d{1,3}(\.\d{3})+),(\d{1,2}|\d{4,})$|^[+-]?0,\d+$")
_POINT_DECIMAL = re.compile(r"^[+-]?(\d+|\d{1,3}(,\d{3})+)\.(\d{1,2}|\d{4,})$|^[+-]?0\.\d+$")
_NUMBER = re.compile(r"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$")


class DecimalMark(Enum):
    """Which sign stands before the decimals in a file; the other one groups thousands."""

    POINT = "."
    COMMA = ","


def decimal_mark(cells: Iterable[str], otherwise: DecimalMark = DecimalMark.POINT) -> DecimalMark:
    """The decimal mark of a file from its number cells: cells like "1,825" prove nothing, "62,5" and "1.5" do.

    >>> decimal_mark(["62,5", "1.200"]), decimal_mark(["1,825", "7"])
    (<DecimalMark.COMMA: ','>, <DecimalMark.POINT: '.'>)
    """
    comma = point = 0
    for cell in cells:
        if "," in cell or "." in cell:
            bare = _SPACES.sub("", cell)
            comma += _COMMA_DECIMAL.match(bare) is not None
            point += _POINT_DECIMAL.match(bare) is not None
    if comma == point:
        return otherwise
    return DecimalMark.COMMA if comma > point else DecimalMark.POINT


def number(cell: str, mark: DecimalMark = DecimalMark.POINT) -> Decimal | None:
    """The number in `cell`, thousands marks removed, or None where it is not a number.

    >>> number("1,825"), number("62,5", DecimalMark.COMMA), number("--")
    (Decimal('1825'), Decimal('62.5'), None)
    """
    bare = _SPACES.sub("", unicodedata.normalize("NFKC", cell))
    if mark is DecimalMark.COMMA:
        bare = bare.replace(".", "").replace(",", ".") if "," in bare else _grouped(bare, ".")
    else:
        bare = _grouped(bare, ",")
    if not _NUMBER.match(bare):
        return None
    try:
        value = Decimal(bare)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < Decimal("1e15") else None


def _grouped(bare: str, mark: str) -> str:
    """`bare` without thousands marks where they stand before groups of three; else as it was."""
    if mark in bare and re.match(rf"^[+-]?\d{{1,3}}({re.escape(mark)}\d{{3}})+(\D\d*)?$", bare):
        return bare.replace(mark, "")
    return bare
