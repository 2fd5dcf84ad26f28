"""What the decoder makes of files that say one thing each."""

from __future__ import annotations

import numpy as np
import pytest

from longgame.intake.formats.fit import FitFile, decode
from longgame.intake.model import Extent
from tests.intake.formats.fit.writing import T0, F, Writer, ride


def codes(file: FitFile) -> list[str]:
    return [each.code.value for each in file.diagnostics]


def column(file: FitFile, table: str, name: str, part: int = 0) -> list[float | None]:
    found = file.parts[part].table(table)
    assert found is not None
    numbers = found.numbers(name)
    assert numbers is not None
    return [None if np.isnan(each) else each for each in numbers.tolist()]


@pytest.mark.parametrize("big", [False, True])
def test_records_become_columns(big: bool) -> None:
    file = decode(ride(300, big=big).bytes())
    assert (file.extent, codes(file)) == (Extent.FULL, [])
    assert column(file, "record", "timestamp") == [T0 + second for second in range(300)]
    assert column(file, "record", "heart_rate") == [120 + second % 10 for second in range(300)]
    assert column(file, "record", "distance") == [10.0 * second for second in range(300)]


def test_compressed_timestamps_count_on_from_the_last_full_one() -> None:
    writer = Writer().define(0, 20, (F(253, "uint32"), F(3, "uint8"))).define(1, 20, (F(3, "uint8"),))
    writer.data(0, T0, 100)
    for second in (1, 2, 5, 31, 40):
        writer.data(1, 100 + second, offset=(T0 + second) % 32)
    writer.data(0, T0 + 500, 90).data(1, 91, offset=(T0 + 501) % 32)
    file = decode(writer.bytes())
    assert column(file, "record", "timestamp") == [T0 + s for s in (0, 1, 2, 5, 31, 40, 500, 501)]
    assert column(file, "record", "heart_rate") == [100, 101, 102, 105, 131, 140, 90, 91]


def test_nothing_is_nothing() -> None:
    writer = Writer().define(0, 20, (F(3, "uint8"), F(7, "uint16"), F(6, "uint16")))
    writer.data(0, 0xFF, 0xFFFF, 2500).data(0, 150, 0, 0xFFFF)
    file = decode(writer.bytes())
    assert column(file, "record", "heart_rate") == [None, 150]
    assert column(file, "record", "power") == [None, 0]
    assert column(file, "record", "enhanced_speed") == [2.5, None]


def test_scales_and_offsets_are_those_of_the_profile() -> None:
    writer = Writer().define(0, 20, (F(2, "uint16"), F(0, "sint32"), F(13, "sint8")))
    writer.data(0, (100 + 500) * 5, -(2**30), -7)
    file = decode(writer.bytes())
    assert column(file, "record", "enhanced_altitude") == [100.0]
    assert column(file, "record", "position_lat") == [-(2.0**30)]
    assert column(file, "record", "temperature") == [-7]


@pytest.mark.parametrize("rows", [3, 300])
def test_the_wider_field_goes_before_the_one_that_it_widens(rows: int) -> None:
    writer = Writer().define(0, 20, (F(6, "uint16"), F(73, "uint32")))
    for _ in range(rows):
        writer.data(0, 2500, 2501).data(0, 1000, 0xFFFFFFFF).data(0, 0xFFFF, 0xFFFFFFFF)
    file = decode(writer.bytes())
    assert column(file, "record", "enhanced_speed") == [2.501, 1.0, None] * rows


@pytest.mark.parametrize("rows", [1, 200])
def test_speed_and_distance_come_out_of_three_bytes(rows: int) -> None:
    """12 bits of speed in cm/s, 12 bits of distance in sixteenths of a metre, counted on where they overflow."""
    writer = Writer().define(0, 20, (F(8, "byte", 3),))
    walked = [40.0 * step for step in range(rows)]
    for metres in walked:
        packed = 250 | (int(metres * 16) & 0xFFF) << 12
        writer.data(0, tuple(packed.to_bytes(3, "little")))
    writer.data(0, (0xFF, 0xFF, 0xFF))
    file = decode(writer.bytes())
    assert column(file, "record", "enhanced_speed") == [2.5] * rows + [None]
    assert column(file, "record", "distance") == [*walked, None]


def test_counts_go_on_from_a_full_value() -> None:
    writer = Writer().define(0, 20, (F(18, "uint8"),)).define(1, 20, (F(19, "uint32"),))
    writer.data(0, 250).data(0, 4).data(1, 1000).data(0, 240)
    file = decode(writer.bytes())
    assert column(file, "record", "total_cycles") == [250, 260, 1000, 1008]


def test_a_field_means_what_another_field_says_it_means() -> None:
    writer = Writer().define(0, 21, (F(0, "enum"), F(1, "enum"), F(3, "uint32")))
    front_and_rear = 2 | 17 << 8 | 1 << 16 | 34 << 24
    writer.data(0, 11, 3, 3700).data(0, 42, 3, front_and_rear).data(0, 0, 0, 0)
    file = decode(writer.bytes())
    assert column(file, "event", "battery_level") == [3.7, None, None]
    names = ("rear_gear_num", "rear_gear", "front_gear_num", "front_gear")
    assert [column(file, "event", name) for name in names] == [[None, each, None] for each in (2, 17, 1, 34)]
    table = file.parts[0].table("event")
    assert table is not None
    assert (words := table.column("event")) is not None
    assert words.words() == ("battery", "front_gear_change", "timer")


def test_several_values_stay_together() -> None:
    writer = Writer().define(0, 78, (F(0, "uint16", 5),))
    writer.data(0, (800, 810, 0xFFFF, 0xFFFF, 0xFFFF)).data(0, (0xFFFF,) * 5)
    table = decode(writer.bytes()).parts[0].table("hrv")
    assert table is not None
    assert (times := table.column("time")) is not None
    assert np.array_equal(times.numbers(), [[0.8, 0.81, np.nan, np.nan, np.nan], [np.nan] * 5], equal_nan=True)
    assert times.present.tolist() == [True, False]


@pytest.mark.parametrize(
    ("octets", "text"),
    [
        (b"Intervals\0\0\0", "Intervals"),
        (b"Short\0garbage", "Short"),
        ("Größe 10 kä".encode()[:12], "Größe 10 k"),
        (b"\xff\xfe\0\0\0\0\0\0\0\0\0\0", "\ufffd\ufffd"),
        (b"\0" * 12, None),
    ],
)
def test_a_text_ends_at_its_first_nul_and_loses_no_more_than_a_cut_character(octets: bytes, text: str | None) -> None:
    writer = Writer().define(0, 26, (F(8, "string", 12),)).data(0, octets)
    table = decode(writer.bytes()).parts[0].table("workout")
    assert table is not None
    assert (names := table.column("wkt_name")) is not None
    assert names.texts() == (text,)


def described(name: bytes, base: int, native: int = 0xFF) -> Writer:
    """A file that describes one developer field of app 0."""
    writer = Writer().define(0, 207, (F(3, "uint8"),)).data(0, 0)
    writer.define(1, 206, (F(0, "uint8"), F(1, "uint8"), F(2, "uint8"), F(3, "string", 16), F(15, "uint8")))
    return writer.data(1, 0, 7, base, name, native)


def test_a_developer_field_never_takes_the_place_of_the_native_one() -> None:
    writer = described(b"speed", 0x88).define(2, 20, (F(6, "uint16"),), [(7, 0, "float32", 1)])
    writer.data(2, 3000, 99.5)
    file = decode(writer.bytes())
    assert column(file, "record", "enhanced_speed") == [3.0]
    table = file.parts[0].table("record")
    assert table is not None
    assert table.numbers("speed") == [3.0]
    assert [(field.meaning.name, found.numbers().tolist()) for field, found in table.developer] == [("speed", [99.5])]


def test_a_developer_field_that_nobody_describes_is_kept_as_bytes() -> None:
    writer = Writer().define(2, 20, (F(3, "uint8"),), [(7, 0, "uint16", 1)]).data(2, 120, 0x0201)
    file = decode(writer.bytes())
    assert codes(file) == ["I108"]
    table = file.parts[0].table("record")
    assert table is not None
    assert [found.raw.tolist() for _, found in table.developer] == [[[1, 2]]]


def test_an_unknown_message_is_kept_by_number() -> None:
    writer = Writer().define(0, 0xFF01, (F(9, "uint16"), F(200, "sint8"))).data(0, 7, -1)
    file = decode(writer.bytes())
    assert [(table.name, table.names) for table in file.parts[0].tables] == [
        ("unknown_65281", ("unknown_9", "unknown_200"))
    ]
    assert column(file, "unknown_65281", "unknown_200") == [-1]


def test_a_message_without_fields_is_counted() -> None:
    writer = Writer().define(0, 20, ()).data(0).data(0).data(0)
    file = decode(writer.bytes())
    assert [(table.name, len(table), table.columns) for table in file.parts[0].tables] == [("record", 3, ())]


def test_layouts_of_one_kind_make_one_table_in_file_order() -> None:
    writer = Writer().define(0, 20, (F(253, "uint32"), F(3, "uint8"))).define(1, 20, (F(253, "uint32"), F(7, "uint16")))
    for second in range(200):
        writer.data(0, T0 + second, 100).data(1, T0 + second, 250)
    writer.define(0, 20, (F(3, "uint8"), F(253, "uint32"))).data(0, 150, T0 + 200)
    file = decode(writer.bytes())
    assert column(file, "record", "timestamp") == [*sorted([T0 + s for s in range(200)] * 2), T0 + 200]
    assert column(file, "record", "heart_rate") == [100, None] * 200 + [150]
    assert column(file, "record", "power") == [None, 250] * 200 + [None]


def test_chained_files_are_parts_with_layouts_of_their_own() -> None:
    second = Writer(big=True).define(0, 20, (F(7, "uint16"),)).data(0, 333)
    file = decode(ride(5).bytes() + second.bytes(short_header=True))
    assert (len(file.parts), file.extent, codes(file)) == (2, Extent.FULL, [])
    assert column(file, "record", "power", part=1) == [333]


def test_a_header_may_have_no_checksum() -> None:
    assert codes(decode(ride(5).bytes(header_crc=False))) == []
    assert codes(decode(ride(5).bytes(short_header=True))) == []


@pytest.mark.parametrize("period", [1, 2, 3, 5, 7])
def test_patterns_of_any_length_are_found_message_by_message(period: int) -> None:
    """The scan jumps over repetitions; what it finds is what was written, breaks of the pattern included."""
    writer = Writer()
    for local in range(period):
        writer.define(local, 100 + local, (F(0, "uint16"), F(1, "uint8", local + 1)))
    expected: dict[int, list[int]] = {local: [] for local in range(period)}
    for turn in range(1500):
        local = turn % period if turn % 217 else 0
        expected[local].append(turn)
        writer.data(local, turn, (1,) * (local + 1))
    tables = {table.number: table for table in decode(writer.bytes()).parts[0].tables}
    found = {number - 100: table.numbers("unknown_0") for number, table in tables.items()}
    assert {local: [] if each is None else each.tolist() for local, each in found.items()} == expected


def test_the_order_of_all_messages_can_be_had_back() -> None:
    file = decode(ride(50).bytes())
    places = sorted((place, table.name) for table in file.parts[0].tables for place in table.positions.tolist())
    assert [name for _, name in places] == ["file_id", *["record"] * 50, "lap", "session"]
