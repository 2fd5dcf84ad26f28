"""Values as JSON: back exactly, one text for one value, and a clear word where that cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longgame.kernel.ids import SessionId
from longgame.kernel.plain import of_bytes, plain, to_bytes
from longgame.kernel.spans import ByteSpan, CellSpan, SampleSpan, SetSpan, TextSpan, Where


class Shade(Enum):
    DARK = ("dark", 1)
    PALE = ("pale", 2)


@dataclass(frozen=True, slots=True)
class Leaf:
    share: Fraction
    shade: Shade | None = None
    name: SessionId | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    leaves: tuple[Leaf, ...]
    day: date
    said: datetime | None
    at: time
    load: Decimal
    size: float | int
    places: tuple[Where, ...] = ()
    pairs: tuple[tuple[Shade, int], ...] = ()
    known: Mapping[str, float] | None = None
    count: int = 3


leaves = st.builds(
    Leaf, st.fractions(), st.sampled_from([None, *Shade]), st.none() | st.text(max_size=8).map(SessionId)
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
whole = st.integers(0, 99)
places = st.one_of(
    st.builds(TextSpan, whole, whole, whole, whole),
    st.builds(ByteSpan, whole, whole),
    st.builds(CellSpan, whole, st.none() | st.text(max_size=4)),
    st.builds(SampleSpan, numbers, numbers),
    st.builds(SetSpan, whole, whole),
)
trees = st.builds(
    Tree,
    st.lists(leaves, max_size=3).map(tuple),
    st.dates(),
    st.none() | st.datetimes().map(lambda moment: moment.replace(fold=0)),
    st.times().map(lambda moment: moment.replace(fold=0)),
    st.decimals(allow_nan=False, allow_infinity=False),
    numbers | st.integers(),
    st.lists(places, max_size=3).map(tuple),
    st.lists(st.tuples(st.sampled_from(Shade), st.integers()), max_size=2).map(tuple),
    st.none() | st.dictionaries(st.text(max_size=4), numbers, max_size=3),
    st.integers(),
)


@given(trees)
def test_what_is_written_comes_back_exactly(tree: Tree) -> None:
    written = to_bytes(tree)
    again = of_bytes(Tree, written)
    assert again == tree
    assert repr(again) == repr(tree) or tree.known is not None
    assert to_bytes(again) == written


@given(st.dictionaries(st.text(max_size=4), whole, min_size=2, max_size=5))
def test_the_order_of_a_mapping_does_not_show(mapping: dict[str, int]) -> None:
    assert to_bytes(dict(reversed(mapping.items()))) == to_bytes(mapping)


def test_a_whole_number_stays_whole() -> None:
    assert of_bytes(tuple[float, ...], to_bytes((1, 1.0))) == (1, 1.0)
    assert to_bytes((1, 1.0)) == b"[1,1.0]"


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        plain(object())
    with pytest.raises(ValueError, match="not a"):
        of_bytes(Leaf, b'{"shade": "GREEN"}')
    with pytest.raises(ValueError, match="not a"):
        of_bytes(Leaf, b"7")


def test_the_order_of_a_set_does_not_show() -> None:
    days = [date(2026, 11, day) for day in (26, 3, 14)]
    written = {to_bytes(frozenset(order)) for order in (days, days[::-1])}
    assert written == {b'["2026-11-03","2026-11-14","2026-11-26"]'}
    assert of_bytes(frozenset[date], written.pop()) == frozenset(days)
