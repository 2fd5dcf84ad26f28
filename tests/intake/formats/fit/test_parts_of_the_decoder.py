"""The decoder's parts against slow and simple ways of doing the same, and the field tables against their source."""

from __future__ import annotations

import fitdecode.profile
import fitdecode.types
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.formats.fit.blocks import positions_of
from longgame.intake.formats.fit.counters import counted_on
from longgame.intake.formats.fit.crc import PERIOD, checksum
from longgame.intake.formats.fit.header import next_header
from longgame.intake.formats.fit.profile import Component, MessageProfile, message_number, message_profile, words
from longgame.intake.formats.fit.scan import scan
from tests.intake.formats.fit.writing import F, Writer, crc


@given(st.binary(max_size=300))
def test_the_checksum_is_that_of_bit_by_bit_division(data: bytes) -> None:
    assert checksum(data) == crc(data)


def test_the_checksum_folds_long_data_where_its_period_ends() -> None:
    chance = np.random.default_rng(1)
    for length in (PERIOD // 8, PERIOD - 1, PERIOD, PERIOD + 1, 2 * PERIOD + 5):
        data = chance.bytes(length)
        assert checksum(data) == crc(data)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 10_000)), max_size=60), st.integers(1, 16))
def test_counting_on_is_what_one_would_do_by_hand(sequence: list[tuple[bool, int]], bits: int) -> None:
    expected: list[int] = []
    for full, value in sequence:
        before = expected[-1] if expected else value
        expected.append(value if full or not expected else before + (value - before) % 2**bits)
    values = np.array([value for _, value in sequence], np.int64)
    assert counted_on(values, np.array([full for full, _ in sequence], bool), bits).tolist() == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=7),
    st.integers(1, 300),
    st.lists(st.tuples(st.integers(0, 299), st.integers(0, 4)), max_size=4),
)
def test_jumping_finds_what_stepping_finds(pattern: list[int], length: int, breaks: list[tuple[int, int]]) -> None:
    """Messages of five layouts in a repeated pattern with breaks: every one stands where it was written."""
    writer = Writer()
    for local in range(5):
        writer.define(local, local, (F(0, "uint8", local + 1),))
    start = len(writer.body)
    order = [pattern[turn % len(pattern)] for turn in range(length)]
    for place, local in breaks:
        order[place % length] = local
    expected: dict[int, list[int]] = {}
    for local in order:
        expected.setdefault(local, []).append(len(writer.body))
        writer.data(local, (7,) * (local + 1))
    found = scan(bytes(writer.body), 0, len(writer.body))
    places = {rows.layout.message: positions_of(rows).tolist() for rows in found.rows.values() if len(rows)}
    assert places == expected
    assert start <= min(places[order[0]])


def test_a_header_is_found_behind_anything() -> None:
    data = Writer().bytes()
    assert next_header(b"x" * 37 + data, 0) == 37
    assert next_header(b".FIT" * 5, 0) is None


def component(number: int, part: fitdecode.types.ComponentField) -> Component:
    return Component(number, part.bits, part.bit_offset, part.scale or 1.0, part.offset or 0.0, bool(part.accumulate))


def test_the_tables_say_what_the_source_says() -> None:
    for number, theirs in fitdecode.profile.MESSAGE_TYPES.items():
        ours = message_profile(number)
        assert (ours.name, message_number(theirs.name)) == (theirs.name, number)
        assert fields(ours) == {
            key: (field.name, field.type.name, field.scale or 1.0, field.offset or 0.0, field.units)
            for key, field in theirs.fields.items()
        }
        for key, field in theirs.fields.items():
            assert ours.fields[key].components == tuple(component(c.def_num, c) for c in field.components or ())
            assert [(sub.meaning.name, sub.when, sub.components) for sub in ours.fields[key].subfields] == [
                (
                    sub.name,
                    tuple((reference.def_num, reference.raw_value) for reference in sub.ref_fields),
                    tuple(component(c.def_num, c) for c in sub.components or ()),
                )
                for sub in field.subfields or ()
            ]


def fields(profile: MessageProfile) -> dict[int, tuple[str, str, float, float, str | None]]:
    found = {key: field.meaning for key, field in profile.fields.items()}
    return {key: (each.name, each.type, each.scale, each.offset, each.units) for key, each in found.items()}


def test_the_words_are_those_of_the_source() -> None:
    for name in ("sport", "sub_sport", "lap_trigger", "exercise_category", "bench_press_exercise_name", "manufacturer"):
        assert words(name) == fitdecode.profile.FIELD_TYPES[name].enum
