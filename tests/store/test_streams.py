"""Streams come back float for float, whatever the sensors said."""

import json
import zlib
from collections.abc import Callable
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from longgame.record.streams import FloatColumn, Streams
from longgame.store import packing
from longgame.store.packing import Packing, deflate, zstandard
from longgame.store.streams import LaidStreams, decode_streams, encode_streams, streams_hash

CHANNELS = ("hr_bpm", "power_w", "speed_m_s", "distance_m", "altitude_m", "lat_deg")


def bits(column: FloatColumn | None) -> bytes | None:
    """The column's very bits, all NaN taken for one."""
    return None if column is None else np.where(np.isnan(column), np.nan, column).tobytes()


def same(one: Streams, other: Streams) -> bool:
    names = {*one.channels(), *other.channels(), "t_s"}
    return all(bits(getattr(one, name)) == bits(getattr(other, name)) for name in names)


@st.composite
def recordings(draw: st.DrawFn) -> Streams:
    n = draw(st.integers(0, 200))
    counted = arrays(np.int32, n).map(lambda a: a.astype(np.float64))
    column = st.one_of(
        arrays(np.float64, n, elements=st.floats(width=64, allow_infinity=True)),
        counted,
        counted.map(lambda a: a / 100),
        counted.map(lambda a: a / 5 - 500),
        counted.map(lambda a: a * (180 / 2**31)),
    )
    holes = arrays(np.bool_, n)
    columns = {
        name: np.where(draw(holes), np.nan, draw(column)) if draw(st.booleans()) else draw(column)
        for name in draw(st.sets(st.sampled_from(CHANNELS)))
    }
    return Streams(t_s=np.arange(n, dtype=np.float64), **columns)


@given(recordings())
@settings(max_examples=80, deadline=None)
def test_what_was_kept_comes_back_bit_for_bit(streams: Streams) -> None:
    back = decode_streams(encode_streams(streams))
    assert same(streams, back)
    assert streams_hash(back) == streams_hash(streams)


def packing_or_skip(way: Callable[[], Packing | None]) -> Packing:
    found = way()
    if found is None:
        pytest.skip("this Python has no Zstandard")
    return found


@given(recordings())
@settings(max_examples=20, deadline=None)
def test_streams_deflated_by_an_earlier_version_are_the_same_under_the_same_name(streams: Streams) -> None:
    back = decode_streams(LaidStreams(streams).encoded(deflate()))
    assert same(streams, back)
    assert streams_hash(back) == streams_hash(streams)


def test_a_file_of_the_first_version_is_opened() -> None:
    # Written by hand after the format's description: hearts of 120, 121, missing, 119 at seconds 0 to 3.
    seconds = (0).to_bytes(8, "little") + zlib.compress(bytes([0, 1, 1, 1]))
    mask = zlib.compress(np.packbits([False, False, True, False]).tobytes())
    beats = (
        len(mask).to_bytes(4, "little") + mask + (120).to_bytes(8, "little") + zlib.compress(bytes([0, 1, 135, 119]))
    )
    columns = [["t_s", "steps", [1, 1, 0], 1, False, len(seconds)], ["hr_bpm", "steps", [1, 1, 0], 1, True, len(beats)]]
    head = json.dumps({"samples": 4, "columns": columns}).encode()
    back = decode_streams(b"LGS1" + len(head).to_bytes(4, "little") + head + seconds + beats)
    assert same(back, Streams(np.arange(4.0), hr_bpm=np.array([120.0, 121.0, np.nan, 119.0])))


def test_where_there_is_no_zstandard_streams_are_deflated_and_packed_ones_say_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = encode_streams(Streams(np.arange(3.0)))
    monkeypatch.setattr(packing, "zstandard", lambda: None)
    assert encode_streams(Streams(np.arange(3.0)))[:4] == b"LGS1"
    if packed[:4] == b"LGS2":
        with pytest.raises(ValueError, match=r"install backports\.zstd"):
            decode_streams(packed)


@pytest.mark.parametrize(
    "jump", [2.0**30, 2.0**31 - 1, 2.0**31, 2.0**40, 2.0**52, 2.0**53, 2.0**60, float("inf"), -0.0]
)
def test_leaps_of_any_height_come_back(jump: float) -> None:
    column = np.array([0.0, jump, -jump, 1.0, -1.0])
    streams = Streams(np.arange(5.0), power_w=column, lat_deg=column * (180 / 2**31), altitude_m=column / 5 - 500)
    assert same(streams, decode_streams(encode_streams(streams)))


def test_a_named_channel_comes_with_time_and_nothing_else() -> None:
    t = np.arange(5, dtype=np.float64)
    streams = Streams(t_s=t, hr_bpm=t + 100, power_w=t + 200)
    some = decode_streams(encode_streams(streams), ("power_w",))
    assert same(some, Streams(t_s=t, power_w=t + 200))


def test_an_hour_of_a_steady_sensor_takes_less_than_a_byte_a_sample() -> None:
    rng = np.random.default_rng(7)
    t = np.arange(3600, dtype=np.float64)
    hr = 140 + np.cumsum(rng.integers(-1, 2, 3600)).astype(np.float64)
    assert len(encode_streams(Streams(t_s=t, hr_bpm=hr))) < 3600


@pytest.mark.parametrize("way", [deflate, zstandard])
def test_no_changed_byte_of_a_column_goes_unseen(way: Callable[[], Packing | None]) -> None:
    laid = LaidStreams(Streams(t_s=np.arange(500.0), power_w=np.sqrt(np.arange(500.0))))
    written = laid.encoded(packing_or_skip(way))
    packed = len(written) // 2
    for place in range(packed, len(written), 37):
        damaged = bytearray(written)
        damaged[place] ^= 0x55
        with pytest.raises(ValueError, match="damaged streams"):
            decode_streams(bytes(damaged), ("power_w",))


@pytest.mark.parametrize("damage", [b"", b"LGS1", b"PK\x03\x04 something else"])
def test_damage_is_told_apart(damage: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode_streams(damage)


def test_the_hash_tells_channels_and_values_apart() -> None:
    t = np.arange(3, dtype=np.float64)
    variants = [
        Streams(t_s=t),
        Streams(t_s=t, hr_bpm=t),
        Streams(t_s=t, power_w=t),
        Streams(t_s=t, hr_bpm=cast(FloatColumn, np.array([0, 1, np.nan]))),
        Streams(t_s=t + 1),
    ]
    assert len({streams_hash(one) for one in variants}) == len(variants)


def test_whole_numbers_given_as_such_have_the_name_of_the_same_floats() -> None:
    counted, read = (Streams(np.arange(9.0), hr_bpm=np.full(9, 128, kind)) for kind in (np.int64, np.float64))
    assert streams_hash(counted) == streams_hash(read) == streams_hash(decode_streams(encode_streams(counted)))
