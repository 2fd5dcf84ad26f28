"""A page packed ahead: any gzip reader finds the same in it as in the plain one, with new names each time."""

from __future__ import annotations

import gzip
import re

import pytest

from longgame.doors.web.packed_page import pack
from longgame.doors.web.visit import FRESH

WORDS = "<p>calm, exact, and said often enough to be worth packing</p>\n" * 200


@pytest.mark.parametrize("names", [0, 1, 5])
def test_what_is_packed_is_what_is_plain(names: int) -> None:
    page = pack((WORDS + f'<input value="{FRESH}">' * names + WORDS).encode(), "text/html")
    plain, packed = page.both()
    assert gzip.decompress(packed) == plain
    assert len(packed) < len(plain) / 10
    found = re.findall(rb'value="([0-9a-f]{32})"', plain)
    assert len(set(found)) == names
    assert FRESH.encode() not in plain


def test_names_are_new_each_time_and_all_else_is_the_same() -> None:
    page = pack(f"<p>{FRESH}</p>{FRESH}".encode(), "text/html")
    first, second = gzip.decompress(page.body(True)), page.body(False)
    assert first != second
    assert re.sub(rb"[0-9a-f]{32}", b"", first) == re.sub(rb"[0-9a-f]{32}", b"", second) == b"<p></p>"


def test_an_empty_page_is_one_too() -> None:
    assert gzip.decompress(pack(b"", "text/html").body(True)) == b""
