"""The contract of every reader: knows its own files and only those, loses nothing silently, never raises."""

from __future__ import annotations

import math
import pkgutil
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise

import numpy as np
import pytest

import longgame.intake.formats as formats
from longgame.intake.believable import believed
from longgame.intake.model import Extent, Reader, Reading
from longgame.intake.readers import ALL_READERS, HEAD_BYTES, RegisteredReader, reader_named, recognise
from longgame.kernel.diagnostics import DiagnosticCode, Severity
from longgame.record.session import Session
from tests.intake.formats.samples import CONTEXT, SAMPLES, Sample, original_of

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)


def _reader(sample: Sample) -> Reader:
    reader = reader_named(sample.reader)
    assert reader is not None
    return reader


def _read(sample: Sample, data: bytes | None = None) -> Reading:
    return _reader(sample).read(original_of(sample.data() if data is None else data, sample.file), sample.context)


def test_every_format_is_registered_and_has_a_sample() -> None:
    modules = {f"{formats.__name__}.{module.name}" for module in pkgutil.iter_modules(formats.__path__)}
    assert {registered.module for registered in ALL_READERS} == modules
    assert {sample.reader for sample in SAMPLES} == {registered.name for registered in ALL_READERS}


@pytest.mark.parametrize("registered", ALL_READERS, ids=lambda registered: registered.name)
def test_a_reader_goes_by_the_name_it_is_registered_with(registered: RegisteredReader) -> None:
    assert registered.load().name == registered.name


def test_listing_the_readers_imports_none_of_them() -> None:
    program = (
        "import sys, longgame.intake.readers;"
        "print([m for m in sys.modules if m.startswith('longgame.intake.formats.') or m in ('lxml', 'pandas')])"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=_env())
    assert out.stdout.strip() == "[]"


def _env() -> dict[str, str]:
    return {"PYTHONPATH": ":".join(path for path in sys.path if path)}


@every_sample
def test_a_file_is_recognised_by_its_own_reader_alone(sample: Sample) -> None:
    head = sample.data()[:HEAD_BYTES]
    by_content = [r.name for r in ALL_READERS if r.load().recognises(head, "export")]
    assert by_content in ([sample.reader], []), "another reader takes this file"
    found = recognise(head, sample.file)
    assert found is not None
    assert found.name == sample.reader


@every_sample
def test_the_sample_is_read_in_full_and_nothing_is_lost(sample: Sample) -> None:
    reading = _read(sample)
    counted = (
        len(reading.sessions),
        len(reading.wellness),
        len(reading.facts),
        len(reading.notes),
        len(reading.plan_texts),
        sum(skipped.count for skipped in reading.skipped),
    )
    expected = (sample.sessions, sample.wellness, sample.facts, sample.notes, sample.plan_texts, sample.skipped)
    assert counted == expected
    assert reading.reader == sample.reader
    assert reading.extent is Extent.FULL


@every_sample
def test_reading_again_gives_the_same_ids_and_the_same_diagnostics(sample: Sample) -> None:
    first, second = _read(sample), _read(sample)
    assert [s.id for s in first.sessions] == [s.id for s in second.sessions]
    assert first.diagnostics == second.diagnostics
    assert first.wellness == second.wellness
    assert len({s.id for s in first.sessions}) == len(first.sessions)


@every_sample
def test_a_sample_gives_consistent_records(sample: Sample) -> None:
    _check(_read(sample))


@every_sample
def test_no_truncation_makes_a_reader_raise(sample: Sample) -> None:
    data = sample.data()
    for stop in sorted({len(data) * k // 40 for k in range(40)} | {0, 1, 2}):
        _check(_read(sample, data[:stop]))


@every_sample
def test_no_damage_makes_a_reader_raise(sample: Sample) -> None:
    """The same forty wounded files each time; `tools/fuzz_readers.py` makes as many as there is time for."""
    for number in range(40):
        chance = random.Random(f"{sample.file}/{number}")
        data = bytearray(sample.data())
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(data) or 1)
            data[at : at + chance.randint(0, 6)] = chance.randbytes(chance.randint(0, 6))
        _check(_read(sample, bytes(data)))


ABSURD = (
    *(b"0001-01-01 00:30", b"9999-12-31 23:59", b"0001-01-01T00:00:00Z", b"9999-12-31T23:59:59-12:00", b"12/31/9999"),
    *(b"9" * 30, b"9" * 400, b"9" * 5000, b"1e308", b"-1e308", b"999999999999999", b"1h " + b"9" * 400, b"9999:99:99"),
    *(
        b"253402300799999",
        b"-62135596800",
        b"a\x00b",
        b"\\ud800",
        b"\xed\xa0\x80",
        "\u202e½²٣".encode(),
        b"nan",
        b"inf",
    ),
)


@every_sample
def test_no_absurd_value_makes_a_reader_raise_or_leaves_what_cannot_be_kept(sample: Sample) -> None:
    """Twenty values of each sample, each in turn something that no calendar, clock, counter or text can hold."""
    data = sample.data()
    marks = [at for at, byte in enumerate(data) if byte in b',;:"\n<>=']
    spans = [(a + 1, b) for a, b in pairwise(marks) if b - a > 1]
    for number in range(20):
        chance = random.Random(f"{sample.file}/absurd/{number}")
        begin, end = chance.choice(spans)
        reading = believed(_read(sample, data[:begin] + chance.choice(ABSURD) + data[end:]))
        _check(reading)
        for text in _texts(reading):
            assert "\0" not in text
            assert text.encode().decode() == text


@every_sample
def test_no_number_without_an_end_makes_a_reader_raise(sample: Sample) -> None:
    """Each kind of number in the sample, by its length and what stands before it, in turn five thousand digits long."""
    data = sample.data()
    kinds = {(match.group(1), len(match.group(2))): match for match in re.finditer(rb"(\D{1,2}?)(\d+)", data[:20_000])}
    chosen = random.Random(sample.file).sample(sorted(kinds), min(len(kinds), 40))
    for kind in chosen:
        at = kinds[kind]
        _check(believed(_read(sample, data[: at.start(2)] + b"9" * 5000 + data[at.end(2) :])))


def _texts(reading: Reading) -> Iterator[str]:
    """Every text of a reading that goes into the database."""
    for session in reading.sessions:
        yield from (text for text in (session.title, session.note) if text)
        yield from (text for pair in session.raw for text in pair)
        yield from (text for one in session.sets for text in (one.exercise, one.note, one.superset) if text)
        yield from (text for one in session.sources for text in (one.external_id, one.device) if text)
    yield from (note.text for note in reading.notes)
    yield from (diagnostic.message for diagnostic in reading.diagnostics)


@pytest.mark.parametrize("registered", ALL_READERS, ids=lambda registered: registered.name)
@pytest.mark.parametrize("data", [b"", b"\0", b"\xff\xfe", b"{}", b"[]", b"<a/>", b"a,b\n1,2\n", bytes(range(256)) * 8])
def test_foreign_bytes_are_refused_in_words(registered: RegisteredReader, data: bytes) -> None:
    reader = registered.load()
    assert not reader.recognises(data, "file")
    reading = reader.read(original_of(data, "file"), CONTEXT)
    _check(reading)
    assert reading.sessions == ()
    assert reading.wellness == ()


def _check(reading: Reading) -> None:
    """What holds of every reading, of whatever bytes."""
    if reading.extent is Extent.NONE:
        errors = [d for d in reading.diagnostics if d.severity is Severity.ERROR]
        assert errors or reading.question, "a file that gave nothing must say why"
        assert not reading.sessions
    for diagnostic in reading.diagnostics:
        assert isinstance(diagnostic.code, DiagnosticCode)
        assert diagnostic.message
    assert all(skipped.count > 0 and skipped.why for skipped in reading.skipped)
    assert all(note.said_at.tzinfo is not None and note.text for note in reading.notes)
    for session in reading.sessions:
        _check_session(session)
    for day in reading.wellness:
        numbers = [value for f in fields(day) if isinstance(value := getattr(day, f.name), int | float)]
        assert all(math.isfinite(number) for number in numbers)


def _check_session(session: Session) -> None:
    assert session.start.tzinfo is not None
    assert session.start_known or session.start.hour == 12
    numbers = (
        session.duration_s,
        session.moving_s,
        session.distance_m,
        session.energy_kj,
        session.mean_hr_bpm,
        session.mean_power_w,
    )
    assert all(number is None or (math.isfinite(number) and number >= 0) for number in numbers)
    assert session.sources
    if session.streams is not None:
        assert len(session.streams) > 0
        assert np.isfinite(session.streams.t_s).all()
        assert (np.diff(session.streams.t_s) > 0).all()
        assert not any(np.isinf(column).any() for column in session.streams.channels().values())
    for lap in session.laps:
        assert lap.stop_s >= lap.start_s >= 0
