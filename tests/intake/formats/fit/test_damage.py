"""Damaged files: read as far as they go, and never an exception."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.formats.fit import READER, FitFile, decode, workouts
from longgame.intake.formats.fit import scan as scanning
from longgame.intake.formats.fit.base_types import Kind
from longgame.intake.formats.fit.rows import Headers
from longgame.intake.model import Extent
from longgame.kernel.spans import ByteSpan
from tests.intake.formats.fit.recordings import SHIPPED, by_name, shipped
from tests.intake.formats.fit.writing import RECORD, T0, F, Writer, ride
from tests.intake.formats.samples import CONTEXT, original_of

SMALL = [path for path in SHIPPED if path.stat().st_size < 20_000]


def read_all(data: bytes) -> FitFile:
    """Decode and look at every column, then read as the pipeline does."""
    file = decode(data)
    for part in file.parts:
        for table in part.tables:
            for column in (*table.columns, *(column for _, column in table.developer)):
                assert len(column) == len(table)
                assert column.texts() if column.kind is Kind.TEXT else column.numbers() is not None
    assert workouts(file) is not None
    assert READER.read(original_of(data, "a.fit"), CONTEXT).extent is file.extent
    return file


def records(file: FitFile) -> int:
    return sum(len(table) for part in file.parts for table in part.tables if table.name == "record")


def test_cut_anywhere_every_record_before_the_cut_is_read() -> None:
    writer = Writer().define(1, 20, RECORD)
    for second in range(40):
        writer.data(1, T0 + second, 120, 200, 100 * second)
    data = writer.bytes()
    definition, record = 6 + 3 * len(RECORD), 1 + 4 + 1 + 2 + 4
    for length in range(14, len(data)):
        file = read_all(data[:length])
        complete = max(0, min(40, (length - 14 - definition) // record))
        assert records(file) == complete
        assert file.extent is (Extent.PARTIAL if complete else Extent.NONE)
        assert {each.code.value for each in file.diagnostics} <= {"I101", "I113"}


def places(file: FitFile) -> list[int]:
    """Where the file's messages stand."""
    return sorted(place for part in file.parts for table in part.tables for place in table.positions.tolist())


@by_name(SMALL)
def test_a_real_file_cut_anywhere_loses_only_what_was_cut(path: Path) -> None:
    data = path.read_bytes()
    whole = places(decode(data))
    for length in range(14, len(data), max(1, len(data) // 60)):
        found = places(read_all(data[:length]))
        assert found == whole[: len(found)]
        ended_before = sum(following <= length for following in whole[1:])
        assert len(found) >= ended_before


def test_a_wrong_checksum_is_told_and_the_file_read() -> None:
    data = bytearray(ride(30).bytes())
    data[-1] ^= 0xFF
    file = read_all(bytes(data))
    assert [each.code.value for each in file.diagnostics] == ["I102"]
    assert (records(file), file.extent) == (30, Extent.FULL)


def test_every_flipped_bit_is_noticed() -> None:
    data = shipped("fitdecode-fenix-5-run")
    for place in range(14, len(data) - 2, 97):
        flipped = bytearray(data)
        flipped[place] ^= 1 << place % 8
        assert "I102" in {each.code.value for each in decode(bytes(flipped)).diagnostics}


def test_a_length_of_nothing_is_read_to_the_end() -> None:
    file = read_all(ride(30).bytes(size=0))
    assert [each.code.value for each in file.diagnostics] == ["I109"]
    assert (records(file), file.extent) == (30, Extent.FULL)


def test_junk_between_chained_files_is_stepped_over() -> None:
    first, second = ride(5).bytes(), ride(6).bytes()
    file = read_all(b"lead" + first + b"junk" * 9 + second + b"tail")
    between = 4 + len(first)
    after = between + 36 + len(second)
    assert [(each.code.value, each.where) for each in file.diagnostics] == [
        ("I104", ByteSpan(0, 4)),
        ("I104", ByteSpan(between, between + 36)),
        ("I104", ByteSpan(after, after + 4)),
    ]
    assert records(file) == 11


def test_a_message_that_nobody_defined_ends_the_reading_there() -> None:
    writer = Writer().define(0, 20, (F(3, "uint8"),)).data(0, 100).data(0, 101).raw(b"\x05\x01\x02\x03")
    file = read_all(writer.bytes())
    assert [each.code.value for each in file.diagnostics] == ["I105"]
    assert (records(file), file.extent) == (2, Extent.PARTIAL)


def test_a_size_that_is_no_multiple_of_the_type_is_bytes() -> None:
    writer = Writer().raw(bytes([0x40, 0, 0, 20, 0, 2, 3, 1, 0x02, 7, 3, 0x84])).raw(bytes([0, 120, 1, 2, 3]))
    file = read_all(writer.bytes())
    assert [each.code.value for each in file.diagnostics] == ["I107"]
    table = file.parts[0].tables[0]
    assert [column.raw.tolist() for column in table.columns] == [[120.0], [[1, 2, 3]]]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_after_a_header_make_it_raise(body: bytes) -> None:
    assert read_all(Writer().raw(body).bytes()).extent in Extent


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 15), st.sampled_from([0, 18, 19, 20, 21, 27, 55, 78, 101, 132, 206, 207, 225]), st.data()
        )
    )
)
def test_no_definitions_make_it_raise(definitions: list[tuple[int, int, st.DataObject]]) -> None:
    writer = Writer()
    for local, message, draw in definitions:
        fields = draw.draw(
            st.lists(st.tuples(st.integers(0, 255), st.integers(0, 30), st.integers(0, 255)), max_size=6)
        )
        developer = draw.draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9), st.integers(0, 2)), max_size=3))
        writer.raw(bytes([0x60 | local, 0, draw.draw(st.integers(0, 1)), message, 0, len(fields)]))
        writer.raw(b"".join(map(bytes, fields)) + bytes([len(developer)]) + b"".join(map(bytes, developer)))
        size = sum(field[1] for field in (*fields, *developer))
        for _ in range(draw.draw(st.integers(0, 4))):
            writer.raw(bytes([local]) + draw.draw(st.binary(min_size=size, max_size=size)))
    assert read_all(writer.bytes()).extent in Extent


@pytest.mark.parametrize("seed", range(40))
def test_no_mutation_of_a_real_file_makes_it_raise(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(chance.choice(SMALL).read_bytes())
    for _ in range(chance.choice([1, 3, 30])):
        kind, place = chance.randrange(3), chance.randrange(len(data))
        if kind == 0:
            data[place] = chance.randrange(256)
        elif kind == 1:
            del data[place : place + chance.randrange(1, 40)]
        else:
            data[place:place] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 20)))
    assert read_all(bytes(data)).extent in Extent


def outing() -> Writer:
    """300 records with a place, as long as no other message, and a session after them."""
    writer = ride(1).define(1, 20, (*RECORD, F(0, "sint32"), F(1, "sint32")))
    for second in range(300):
        place = 500_000_000 + 77_777 * second, 180_000_000 - 55_555 * second
        writer.data(1, T0 + second, 120 + second % 10, 200 + second % 50, 1000 * second, *place)
    return writer.data(3, T0 + 300, T0, 300_000, 300_000, 300_000, 2)


@settings(max_examples=80, deadline=None)
@given(st.integers(30, 270), st.integers(0, 19), st.sampled_from(["lost", "added", "changed"]))
def test_behind_a_lost_or_added_byte_the_messages_are_found_again(record: int, byte: int, kind: str) -> None:
    data = bytearray(outing().bytes())
    place = (
        data.index(struct.pack("<IBHI", T0 + record, 120 + record % 10, 200 + record % 50, 1000 * record)) - 1 + byte
    )
    if kind == "lost":
        del data[place]
    elif kind == "added":
        data[place:place] = b"\x5b"
    else:
        data[place] ^= 0x7F
    file = read_all(bytes(data))
    # Bytes out of step may pass for messages of another kind for a while before the damage shows.
    assert 296 <= records(file) <= 301
    heart = file.parts[0].tables[1].numbers("heart_rate")
    assert heart is not None
    assert heart[-20:].tolist() == [120 + second % 10 for second in range(280, 300)]


def test_a_file_copied_as_text_is_found_again_almost_whole() -> None:
    """Each carriage return before a line feed is gone: 19 bytes of 78 kB, and other decoders stop at the first."""
    data = shipped("fitparse-strava-app-run")
    file = read_all(data)
    assert {each.code.value for each in file.diagnostics} == {"I101", "I114"}
    (session,) = READER.read(original_of(data, "a.fit"), CONTEXT).sessions
    assert session.streams is not None
    assert session.streams.t_s[-1] == session.duration_s == 3558
    lost = sum(each.where.stop - each.where.start for each in file.diagnostics if isinstance(each.where, ByteSpan))
    assert lost < 600


def test_a_damaged_header_that_passes_for_a_definition_longer_than_the_file_costs_one_message() -> None:
    data = bytearray(outing().bytes())
    place = data.index(struct.pack("<IBHI", T0 + 270, 120, 220, 270_000)) - 1
    data[place] ^= 0x7F
    assert 298 <= records(read_all(bytes(data))) <= 300


def test_damage_that_leads_back_before_itself_is_searched_a_few_times_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The later, longer definition of local type 0 fits every other of the earlier messages, and leads over the damage.
    padded = [F(253, "uint32"), F(200, "byte", 35)]
    writer = Writer().define(2, 0xFF10, [F(0, "byte", 19)]).define(1, 21, [F(253, "uint32"), F(0, "enum")])
    writer.data(1, T0, 0).define(0, 20, padded)
    for second in range(13):
        writer.data(0, T0 + second, (7,) * 35)
    writer.define(0, 20, [F(253, "uint32"), F(200, "byte", 75)]).data(2, (7,) * 19)
    writer.body += b"\x0f" + b"\x07" * 7
    for second in range(60, 90):
        writer.data(0, T0 + second, (7,) * 75)
    looks: list[int] = []
    searching = scanning.resume

    def counted(data: bytes, failed: int, stop: int, headers: Headers, *, ahead: bool) -> int | None:
        looks.append(failed)
        return searching(data, failed, stop, headers, ahead=ahead)

    monkeypatch.setattr(scanning, "resume", counted)
    file = read_all(writer.bytes())
    assert 1 < len(looks) < 20
    assert records(file) == 13 + 30


def test_no_file_is_searched_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    # Whatever a look finds, each counts for so much that the last one comes.
    looks: list[int] = []

    def always_back(_data: bytes, failed: int, _stop: int, _headers: Headers, *, ahead: bool) -> int | None:
        looks.append(failed)
        return failed - 1 - len(looks) % 7 if not ahead else None

    monkeypatch.setattr(scanning, "resume", always_back)
    writer = Writer().define(0, 20, [F(253, "uint32")])
    writer.data(0, T0).data(0, T0 + 1)
    writer.body += b"\x0f" * 40
    decode(writer.bytes())
    assert 0 < len(looks) <= scanning.SEARCHED_AT_MOST // scanning.LEAST_CHARGED


def test_a_word_of_several_values_of_which_the_first_is_missing_is_none() -> None:
    maker = [F(1, "float64", 2), F(4, "uint32")]
    file = decode(Writer().define(0, 0, maker).data(0, (float("nan"), 15.0), T0).bytes())
    table = file.parts[0].table("file_id")
    assert table is not None
    column = table.column("manufacturer")
    assert column is not None
    assert column.words() == (None,)
