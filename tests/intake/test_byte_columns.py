"""Numbers and moments read eight characters at a time are those that Python reads one by one."""

from __future__ import annotations

import math
import re
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.byte_columns import ByteText, decimals, decimals_at, moments, spaced_moments, until
from longgame.intake.moments import parse_moment

NAIVE = -(2**62)


def laid_out(texts: list[str]) -> tuple[ByteText, np.ndarray, np.ndarray]:
    data = "".join(f"<{text}>" for text in texts).encode()
    lengths = np.array([len(text.encode()) for text in texts], dtype=np.int64)
    start = np.cumsum(lengths + 2) - lengths - 1
    return ByteText.of(data, 0, len(data)), start, start + lengths


def read_numbers(texts: list[str]) -> tuple[list[float], list[bool]]:
    value, good = decimals(*laid_out(texts))
    return value.tolist(), good.tolist()


plain = st.from_regex(r"-?[0-9]{0,7}(\.[0-9]{0,24})?", fullmatch=True).filter(lambda t: any(c.isdigit() for c in t))


@settings(max_examples=150, deadline=None)
@given(st.lists(plain, min_size=1, max_size=20))
def test_plain_decimals_are_read_to_the_last_place(texts: list[str]) -> None:
    values, good = read_numbers(texts)
    for value, fine, text in zip(values, good, texts, strict=True):
        assert fine or len(text.partition(".")[2]) > 16
        assert not fine or abs(value - float(text)) <= 2 * math.ulp(float(text))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.from_regex(r"-?[0-9]{1,7}\.[0-9]{1,8}", fullmatch=True), min_size=1, max_size=20))
def test_up_to_fifteen_digits_are_read_exactly(texts: list[str]) -> None:
    assert read_numbers(texts)[0] == [float(text) for text in texts]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("0123456789.-+e ,x/:", max_size=30), min_size=1, max_size=20))
def test_nothing_else_passes_for_a_decimal(texts: list[str]) -> None:
    values, good = read_numbers(texts)
    for value, fine, text in zip(values, good, texts, strict=True):
        if fine:
            assert abs(value - float(text)) <= 2 * math.ulp(float(text))


@settings(max_examples=100, deadline=None)
@given(st.lists(plain | st.text("0123456789.-+e ,x", max_size=30), min_size=1, max_size=20))
def test_a_decimal_stops_where_its_plain_text_does(texts: list[str]) -> None:
    text, start, stop = laid_out(texts)
    values, stops, good = decimals_at(text, start)
    whole = good & (stops == stop)
    for value, fine, written in zip(values.tolist(), whole.tolist(), texts, strict=True):
        if fine:
            assert abs(value - float(written)) <= 2 * math.ulp(float(written))
    known, understood = decimals(text, start, stop)
    assert values[whole & understood].tolist() == known[whole & understood].tolist()
    short = [bool(re.fullmatch(r"-?[0-9]{1,7}(\.[0-9]{1,8})?", written)) for written in texts]
    assert whole[short].all()


@pytest.mark.parametrize("text", ["1." + "3" * 41, "123456789", "123456789.5"])
def test_of_a_decimal_too_long_to_look_at_the_stop_is_a_digit(text: str) -> None:
    _, stop, _ = decimals_at(*laid_out([text])[:2])
    assert text[int(stop[0]) - 1].isdigit()


@given(st.text("ab", min_size=1, max_size=12), st.text("ab", min_size=1, max_size=4), st.data())
def test_where_another_text_stands(whole: str, written: str, data: st.DataObject) -> None:
    text = ByteText.of(b"x" + whole.encode() + b"ab" * 40, 1, 1 + len(whole))
    at = data.draw(st.lists(st.integers(0, len(whole)), max_size=9))
    other = text.unlike(np.array(at, dtype=np.int64), written.encode())
    expected = [not whole.startswith(written, place) for place in at]
    assert ([False] * len(at) if other is None else other.tolist()) == expected


@given(st.lists(st.text("ab", max_size=80), min_size=1, max_size=8))
def test_the_next_sign_is_found_within_64_characters(texts: list[str]) -> None:
    text, start, stop = laid_out(texts)
    assert until(text, start, ord(">")).tolist() == np.minimum(stop, start + 64).tolist()


@pytest.mark.parametrize(
    "text", ["", ".", "-", "1e3", "+1", " 1", "1 ", "12345678.5", "1.2.3", "0x1", "1.23456789012345678901x"]
)
def test_unusual_numbers_are_left_to_the_caller(text: str) -> None:
    assert read_numbers([text])[1] == [False]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.datetimes(),
            st.sampled_from(["", "Z", "+00:00", "+01:15", "-11:30"]),
            st.sampled_from(["seconds", "milliseconds", "microseconds"]),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_moments_are_those_that_python_reads(told: list[tuple[datetime, str, str]]) -> None:
    texts = [moment.isoformat(timespec=spec) + zone for moment, zone, spec in told]
    us, offset, good = moments(*laid_out(texts), NAIVE)
    assert good.all()
    for k, text in enumerate(texts):
        expected = parse_moment(text)
        assert expected is not None
        assert (int(us[k]), None if offset[k] == NAIVE else int(offset[k])) == (expected.us, expected.offset_s)


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789-+:.TZ ", min_size=1, max_size=32), st.integers(0, 31))
def test_a_damaged_moment_is_never_taken_for_another(damage: str, at: int) -> None:
    whole = "2026-03-07T06:30:00.250+01:00"
    text = whole[:at] + damage + whole[at + len(damage) :]
    us, _, good = moments(*laid_out([text]), NAIVE)
    expected = parse_moment(text)
    assert not good[0] or (expected is not None and int(us[0]) == expected.us)


@pytest.mark.parametrize("text", ["2026-02-30T06:30:00Z", "2026-03-07T24:30:00Z", "2026-03-07T06:60:00Z", "2026-03-07"])
def test_impossible_moments_are_none(text: str) -> None:
    assert not moments(*laid_out([text]), NAIVE)[2][0]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.datetimes().map(lambda t: t.replace(microsecond=0)), st.sampled_from(["+0000", "+0115", "-1130"])),
        min_size=1,
        max_size=20,
    )
)
def test_spaced_moments_are_those_that_python_reads(told: list[tuple[datetime, str]]) -> None:
    seconds, offset, good = spaced_moments(*laid_out([f"{moment} {zone}" for moment, zone in told]))
    assert good.all()
    expected = [parse_moment(f"{moment.isoformat()}{zone}") for moment, zone in told]
    assert [(int(s) * 1_000_000, int(o)) for s, o in zip(seconds, offset, strict=True)] == [
        (e.us, e.offset_s) for e in expected if e is not None
    ]


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789-+: TZ", min_size=1, max_size=32), st.integers(0, 24))
def test_a_damaged_spaced_moment_is_never_taken_for_another(damage: str, at: int) -> None:
    whole = "2026-03-07 06:30:00 +0100"
    text = whole[:at] + damage + whole[at + len(damage) :]
    seconds, _, good = spaced_moments(*laid_out([text]))
    expected = parse_moment(text)
    assert not good[0] or (expected is not None and int(seconds[0]) * 1_000_000 == expected.us)
