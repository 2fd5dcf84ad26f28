"""Text to rows: whatever Python's own writer writes, in any encoding, delimiter and line end, comes back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.tables.mend import mended
from longgame.intake.tables.sheet import Row, delimiter_of, header_of, read_sheet
from longgame.intake.tables.text import decode

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=8)
CELLS = st.builds(
    lambda *parts: "".join(parts).strip(), WORDS, st.sampled_from(["", ",", ";", '"', "\n", " - ", "\t"]), WORDS
)
TABLES = st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6)
HEADER = ["Date", "Exercise", "Weight (kg)"]


def written(rows: list[list[str]], delimiter: str, end: str) -> str:
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([HEADER, *rows])
    return held.getvalue()


@settings(max_examples=120, deadline=None)
@given(
    rows=TABLES,
    delimiter=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]),
)
def test_what_python_writes_comes_back(rows: list[list[str]], delimiter: str, end: str, encoding: str) -> None:
    sheet = read_sheet(written(rows, delimiter, end).encode(encoding))
    assert (sheet.header, sheet.delimiter) == (tuple(HEADER), delimiter)
    expected = [tuple(cell.strip() for cell in row) for row in rows]
    assert [row.cells for row in sheet.rows] == [row for row in expected if any(row)]
    assert sheet.diagnostics == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    sheet = read_sheet(f"a,b{end}1,2{end}{end}3,4".encode())
    assert [(row.number, row.cells) for row in sheet.rows] == [(2, ("1", "2")), (4, ("3", "4"))]


def test_a_note_of_several_lines_is_one_cell() -> None:
    sheet = read_sheet(b'a,b\n"one\r\ntwo",2\n')
    assert [row.cells for row in sheet.rows] == [("one\ntwo", "2")]


def test_a_quote_inside_a_cell_without_quotes_is_a_letter() -> None:
    assert read_sheet(b'a,b\n5" band,2\nx,y\n').rows[0].cells == ('5" band', "2")


def test_a_stray_quote_costs_its_own_line_and_no_other() -> None:
    sheet = read_sheet(b'a,b\n1,2\n3,"4\n5,6\n7,"8\n9,0\n')
    assert [row.cells for row in sheet.rows] == [("1", "2"), ("5", "6"), ("9", "0")]
    assert [str(each.where) for each in sheet.diagnostics] == ["row 3", "row 5"]


def test_a_spreadsheet_may_name_its_delimiter() -> None:
    sheet = read_sheet(b"sep=;\r\na;b\r\n1,5;2\r\n")
    assert (sheet.header, sheet.header_row, sheet.rows[0].number) == (("a", "b"), 2, 3)
    assert header_of(b"sep=;\na;b\n") == ("a", "b")


@pytest.mark.parametrize(
    ("line", "delimiter"),
    [("a;b;c,d", ";"), ('"a,b,c,d";e;f', ";"), ("a\tb,c\td", "\t"), ("a|b|c", "|"), ("alone", ",")],
)
def test_the_delimiter_is_what_splits_the_header(line: str, delimiter: str) -> None:
    assert delimiter_of(f"\n{line}\n1;2;3;4;5;6\n") == delimiter


@pytest.mark.parametrize(
    ("data", "text", "certain"),
    [
        ("Übung".encode("cp1252"), "Übung", False),
        ("Übung".encode(), "Übung", True),
        (b"\xef\xbb\xbfdate", "date", True),
        ("Übung\n".encode()[:-1] + "é".encode()[:1], "Übung\ufffd", False),
        (b"", "", True),
    ],
)
def test_encodings(data: bytes, text: str, certain: bool) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.certain) == (text, certain)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise_and_no_row_is_counted_twice(data: bytes) -> None:
    numbers = [row.number for row in read_sheet(data).rows]
    assert numbers == sorted(set(numbers))
    assert isinstance(header_of(data), tuple)


@pytest.mark.parametrize(("spare", "whole"), [(0, False), (1, True), (200, True), (201, False)])
def test_a_row_torn_into_hundreds_of_cells_is_left_as_it_is(spare: int, whole: bool) -> None:
    row = Row(7, ("1", *["x"] * (spare + 1), "2"))
    found = mended(row, 3, 1, 1, lambda cells: cells[0] == "1" and cells[-1] == "2")
    assert found == (Row(7, ("1", ", ".join(["x"] * (spare + 1)), "2")) if whole else None)
