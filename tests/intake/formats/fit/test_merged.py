"""Messages of one kind in several layouts against reading them one by one, as they were written."""

from __future__ import annotations

import struct
import tracemalloc
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.formats.fit.base_types import Kind
from longgame.intake.formats.fit.decode import decode
from longgame.intake.formats.fit.definitions import layout
from longgame.intake.formats.fit.merged import common
from longgame.intake.formats.fit.sheets import LARGEST
from longgame.intake.formats.fit.table import Table
from tests.intake.formats.fit.writing import TYPES, F, Writer

UNKNOWN = 0xFF00
FIELDS = {
    1: F(1, "uint8"),
    2: F(2, "uint16"),
    3: F(3, "float32"),
    4: F(4, "string", 3),
    5: F(5, "uint16", 2),
    6: F(6, "sint32"),
}
VALUES: dict[int, Any] = {1: 7, 2: 700, 3: 1.5, 4: b"ab\0", 5: (11, 12), 6: -5}
numbers = st.lists(st.sampled_from(sorted(FIELDS)), min_size=1, max_size=6, unique=True)


def table(writer: Writer) -> Table:
    return decode(writer.bytes()).parts[0].tables[0]


def listed(found: Table, name: str) -> list[float]:
    values = found.numbers(name)
    assert values is not None
    return [float(value) for value in values]


def written(layouts: list[list[int]], order: list[int], *, big: bool) -> Writer:
    """Messages of the layouts in `order`; each holds its place in the file in field 0."""
    writer = Writer(big)
    for local, held in enumerate(layouts):
        writer.define(local, UNKNOWN, [FIELDS[number] for number in held] + [F(0, "uint32")])
    for place, local in enumerate(order):
        writer.data(local, *(VALUES[number] for number in layouts[local]), place)
    return writer


@settings(max_examples=20, deadline=None)
@given(st.lists(numbers, min_size=2, max_size=4), st.lists(st.integers(0, 3), min_size=1, max_size=9), st.booleans())
def test_every_message_has_the_values_that_its_layout_stores(
    layouts: list[list[int]], pattern: list[int], big: bool
) -> None:
    order = [pattern[place % len(pattern)] % len(layouts) for place in range(LARGEST)] + list(range(len(layouts)))
    found = table(written(layouts, order, big=big))
    assert listed(found, "unknown_0") == list(range(len(order)))
    for number in {number for held in layouts for number in held}:
        column = found.column(f"unknown_{number}")
        assert column is not None
        assert column.present.tolist() == [number in layouts[local] for local in order]
        if column.kind is Kind.TEXT:
            assert {text for text, here in zip(column.texts(), column.present, strict=True) if here} == {"ab"}
        else:
            assert (
                np.unique(column.numbers()[column.present], axis=0).ravel().tolist()
                == np.ravel(VALUES[number]).tolist()
            )


def test_a_field_that_is_stored_in_two_ways_keeps_both() -> None:
    writer = Writer()
    writer.define(0, UNKNOWN, [F(1, "uint8"), F(2, "uint16")])
    writer.define(1, UNKNOWN, [F(2, "uint16"), F(1, "uint16")])
    for _ in range(LARGEST):
        writer.data(0, 3, 300).data(1, 400, 0xFF)
    found = table(writer)
    assert listed(found, "unknown_1")[:4] == [3, 0xFF, 3, 0xFF]
    assert listed(found, "unknown_2")[:4] == [300, 400, 300, 400]


def test_one_huge_message_does_not_blow_up_the_small_ones() -> None:
    """Packed alike, 3,000 messages of a byte would take as much as that of 10,000 bytes each, 30 MB."""
    writer = Writer()
    writer.define(0, UNKNOWN, [F(1, "uint8")])
    writer.define(1, UNKNOWN, [F(1, "uint8"), *(F(number, "string", 200) for number in range(10, 60))])
    for _ in range(3000):
        writer.data(0, 1)
    writer.data(1, 2, *(b"x" * 200 for _ in range(50)))
    found = table(writer)
    tracemalloc.start()
    values = found.numbers("unknown_1")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert values is not None
    assert values.tolist() == [1] * 3000 + [2]
    assert peak < 1_000_000


@pytest.mark.parametrize("order", [[1, 2, 3], [3, 1, 2]])
def test_neighbours_move_as_one(order: list[int]) -> None:
    def raw(held: list[int]) -> bytes:
        fields = b"".join(bytes((number, FIELDS[number].size, TYPES[FIELDS[number].type][0])) for number in held)
        return struct.pack("<BBBHB", 0x40, 0, 0, UNKNOWN, len(held)) + fields

    found = common((layout(raw([1, 2, 3])), layout(raw(order))))
    assert [len(moves) for moves in found.moves] == [1, 1 if order == [1, 2, 3] else 2]
    assert found.blank == b"\xff\xff\xff" + np.float32(np.nan).tobytes()
