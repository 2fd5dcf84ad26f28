"""Text to rows: the delimiter, line ends of every system, quotes, and rows longer or shorter than their header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.text import decode, decode_head
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.spans import CellSpan

DELIMITERS = (",", ";", "\t", "|")
_LONGEST_FIELD = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (the first row is 1) and its cells as written, stripped of outer spaces."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its header, the rows under it, and what was wrong with the text they came from."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str
    header_row: int = 1
    diagnostics: tuple[Diagnostic, ...] = ()


def read_sheet(data: bytes, delimiter: str | None = None) -> Sheet:
    """The table in `data`; blank lines are left out, and row numbers count every record of the file from 1."""
    decoded = decode(data)
    found: list[Diagnostic] = []
    if not decoded.certain:
        message = f"not UTF-8, read as {decoded.encoding}"
        hint = "if names look wrong, save the file as UTF-8 and import it again"
        found.append(Diagnostic(TableCode.NOT_UTF8, Severity.WARNING, message, None, hint))
    text, named = _declared_delimiter(decoded.text.replace("\0", "\ufffd"))  # no database's text holds NUL
    mark = delimiter or named or delimiter_of(text)
    first = 2 if named else 1
    rows = [row for row in _rows(text, mark, first, found) if any(row.cells)]
    if not rows:
        return Sheet((), (), mark, diagnostics=tuple(found))
    return Sheet(rows[0].cells, tuple(rows[1:]), mark, rows[0].number, tuple(found))


def header_of(head: bytes) -> tuple[str, ...]:
    """The header of a table that begins with `head`, or () where there is no text to speak of."""
    text, named = _declared_delimiter(decode_head(head[:16384]))
    if "\x00" in text[:1024]:
        return ()
    found: list[Diagnostic] = []
    rows = _rows(text, named or delimiter_of(text), 1, found)
    return next((row.cells for row in rows if any(row.cells)), ())


def delimiter_of(text: str) -> str:
    """The delimiter that splits the first line that is not blank into most cells, quotes respected."""
    line = next((line for line in _lines(text[:65536]) if line.strip()), "")
    outside = "".join(part for place, part in enumerate(line.split('"')) if place % 2 == 0)
    return max(DELIMITERS, key=lambda mark: (outside.count(mark), -DELIMITERS.index(mark)))


def _declared_delimiter(text: str) -> tuple[str, str | None]:
    """Spreadsheets may say the delimiter in a first line such as "sep=;"."""
    text = text.lstrip("\ufeff")
    if text[:4].lower() == "sep=" and len(text) > 5 and text[4] in DELIMITERS and text[5] in "\r\n":
        return text[5:].lstrip("\r\n"), text[4]
    return text, None


def _lines(text: str) -> list[str]:
    """Lines ended by LF, CR LF or, as in files from old tools, CR alone."""
    return list(io.StringIO(text, newline=None))


def _rows(text: str, delimiter: str, first: int, found: list[Diagnostic]) -> Iterator[Row]:
    """The records of `text`; where a quote that is never closed would swallow rows, only its own line is lost."""
    csv.field_size_limit(_LONGEST_FIELD)
    lines = _lines(text)
    number, place, width = first - 1, 0, 0
    while place < len(lines):
        reader = csv.reader(map(lines.__getitem__, range(place, len(lines))), delimiter=delimiter, strict=True)
        begun = 0
        for cells in _patiently(reader):
            number += 1
            ended = reader.line_num
            if cells is None or (ended - begun > 1 and width and len(cells) != width):
                cells = _alone(lines[place + begun], delimiter, width)
                if cells is None:
                    message = "a quote that is opened and not closed; this row is not readable"
                    found.append(Diagnostic(TableCode.BROKEN_QUOTES, Severity.ERROR, message, CellSpan(number)))
                else:
                    yield Row(number, tuple([cell.strip() for cell in cells]))
                break
            begun, width = ended, width or len(cells)
            yield Row(number, tuple([cell.strip() for cell in cells]))
        else:
            return
        place += begun + 1


def _patiently(reader: Iterator[list[str]]) -> Iterator[list[str] | None]:
    """The reader's records, with None for one that it cannot make out."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield None


def _alone(line: str, delimiter: str, width: int) -> list[str] | None:
    """A line with quotes in the wrong places read by itself, where that gives as many cells as there are headers."""
    try:
        cells = next(csv.reader([line], delimiter=delimiter), None)
    except csv.Error:
        return None
    balanced = line.count('"') % 2 == 0
    return cells if cells is not None and balanced and len(cells) == width else None
