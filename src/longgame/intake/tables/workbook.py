"""Excel workbooks (.xlsx) to rows of text: the first sheet that holds a table, its dates as ISO text.

A workbook is a zip of XML written by strangers, so sizes are bounded and entities are not followed.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml import etree

from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.sheet import Row, Sheet
from longgame.kernel.diagnostics import Diagnostic, Severity

_LARGEST_PART = 128 * 1024 * 1024
_LATEST_DAY = 100_000
"""Days since 1900 beyond this, in the year 2173, are no dates."""
_MOST_COLUMNS = 16_384
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, NotImplementedError),
    *(LookupError, ArithmeticError, RuntimeError, OSError, ValueError),
)
_DATE_FORMATS = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
"""Number formats of every workbook that show dates or times (ECMA-376 part 1, 18.8.30)."""
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DATE_SIGNS = re.compile(r"[dmyhs]", re.IGNORECASE)
_CELL = re.compile(r"^([A-Z]{1,3})(\d+)$")
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a wall clock: workbooks know no zones
_FIRST_DAY_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - a wall clock: workbooks know no zones


def is_workbook(head: bytes) -> bool:
    """Whether a file beginning with `head` is an Excel workbook."""
    return head.startswith(b"PK\x03\x04") and (b"xl/" in head or b"[Content_Types].xml" in head)


def read_workbook(data: bytes) -> Sheet:
    """The first sheet with at least two rows; without one, an empty sheet with the reason."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            book = _Book.open(archive)
            for part in book.sheets:
                rows = [row for row in _rows(archive, part, book) if any(row.cells)]
                if len(rows) > 1:
                    return Sheet(rows[0].cells, tuple(rows[1:]), ",", rows[0].number)
    except (*_BROKEN, etree.XMLSyntaxError) as error:
        return _nothing(f"the workbook cannot be opened: {error}")
    return _nothing("no sheet of the workbook has a header and a row under it")


def _nothing(why: str) -> Sheet:
    return Sheet((), (), ",", diagnostics=(Diagnostic(TableCode.MISSING_COLUMN, Severity.ERROR, why),))


@dataclass(frozen=True, slots=True)
class _Book:
    """What the cells of all sheets refer to."""

    sheets: tuple[str, ...]
    strings: tuple[str, ...]
    dates: frozenset[int]
    first_day: datetime

    @classmethod
    def open(cls, archive: zipfile.ZipFile) -> _Book:
        names = archive.namelist()
        sheets = sorted((n for n in names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)), key=_number_in)
        old = b'date1904="1"' in _part(archive, "xl/workbook.xml") or b'date1904="true"' in _part(
            archive, "xl/workbook.xml"
        )
        return cls(
            tuple(sheets),
            tuple(_strings(archive)) if "xl/sharedStrings.xml" in names else (),
            frozenset(_date_styles(archive)) if "xl/styles.xml" in names else frozenset(),
            _FIRST_DAY_1904 if old else _FIRST_DAY,
        )


def _number_in(name: str) -> int:
    return int("".join(re.findall(r"\d+", name)) or 0)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        data = part.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise ValueError(f"{name} is larger than {_LARGEST_PART >> 20} MiB")
    return data


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    return etree.fromstring(_part(archive, name), parser)


def _text_of(element: etree._Element) -> str:
    """The text of a string, its runs joined and its phonetic readings left out."""
    parts = []
    for node in element.iter("{*}t"):
        parent = node.getparent()
        if parent is None or not str(parent.tag).endswith("}rPh"):
            parts.append(node.text or "")
    return "".join(parts)


def _strings(archive: zipfile.ZipFile) -> Iterator[str]:
    for item in _parsed(archive, "xl/sharedStrings.xml").iterchildren("{*}si"):
        yield _text_of(item)


def _date_styles(archive: zipfile.ZipFile) -> Iterator[int]:
    """The indexes of the cell styles that show a number as a date or a time."""
    root = _parsed(archive, "xl/styles.xml")
    shown = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in root.iter("{*}numFmt")}
    cells = root.find("{*}cellXfs")
    for index, style in enumerate(cells if cells is not None else ()):
        number = int(style.get("numFmtId", "0"))
        if number in _DATE_FORMATS or _DATE_SIGNS.search(_LITERAL.sub("", shown.get(number, ""))):
            yield index


def _rows(archive: zipfile.ZipFile, part: str, book: _Book) -> Iterator[Row]:
    """The rows of a sheet, each let go of once it is read: a sheet is far larger as a tree than as text."""
    number = 0
    sheet = io.BytesIO(_part(archive, part))
    for _, row in etree.iterparse(sheet, tag="{*}row", resolve_entities=False, no_network=True, huge_tree=True):
        number = int(row.get("r", "0")) or number + 1
        cells: list[str] = []
        for cell in row.iterchildren("{*}c"):
            place = _place(cell.get("r"), len(cells))
            if place < _MOST_COLUMNS:
                cells += [""] * (place + 1 - len(cells))
                cells[place] = _shown(cell, book).strip()
        yield Row(number, tuple(cells))
        row.clear()
        while row.getprevious() is not None:
            del row.getparent()[0]


def _place(reference: str | None, after: int) -> int:
    """The column of a cell reference such as "AB12", counted from 0."""
    match = _CELL.match(reference or "")
    if match is None:
        return after
    place = 0
    for letter in match.group(1):
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _shown(cell: etree._Element, book: _Book) -> str:
    kind = cell.get("t", "n")
    value = cell.findtext("{*}v") or ""
    if kind == "inlineStr":
        return _text_of(cell)
    if kind == "s":
        return book.strings[int(value)] if value.isdecimal() and int(value) < len(book.strings) else ""
    if kind == "b":
        return {"0": "false", "1": "true"}.get(value, value)
    if kind == "e":
        return ""
    style = int(cell.get("s", "0")) if cell.get("s", "0").isdecimal() else 0
    return _as_date(value, book) if kind == "n" and style in book.dates and value else _as_number(value)


def _as_date(value: str, book: _Book) -> str:
    """A count of days as a date, a date with its time, or, below one day, a time of day or a length."""
    try:
        days = float(value)
    except ValueError:
        return value
    if not 0 <= days < _LATEST_DAY:
        return value
    whole = timedelta(seconds=round(days * 86_400))
    if days < 1:
        return str(whole)
    when = book.first_day + whole
    return when.date().isoformat() if whole.seconds == 0 else when.isoformat(sep=" ")


def _as_number(value: str) -> str:
    """Binary traces such as 62.500000000000007 are what Excel itself shows as 62.5."""
    try:
        return f"{float(value):.15g}" if "." in value and "E" not in value.upper() else value
    except ValueError:
        return value
