"""Concept2's logbook: machines by their names, work apart from rest, and the rest of a row kept as it is."""

from __future__ import annotations

from datetime import date

import pytest

from longgame.intake.formats.concept2 import READER
from longgame.intake.model import Extent, Reading
from longgame.kernel.sport import Sport
from tests.intake.formats.samples import CONTEXT, SAMPLES, original_of

DATA = next(sample for sample in SAMPLES if sample.reader == "concept2").data()


def read(data: bytes) -> Reading:
    return READER.read(original_of(data, "season.csv"), CONTEXT)


def test_a_row_becomes_a_session() -> None:
    session = read(DATA).sessions[0]
    assert (session.sport, session.local_day, session.title) == (Sport.ROW, date(2026, 3, 7), "2000m row")
    assert (session.duration_s, session.distance_m, session.mean_power_w, session.mean_hr_bpm) == (
        432.4,
        2000,
        277,
        168,
    )
    assert session.note == "steady, even splits"
    assert session.sources[0].external_id == "1001"


def test_rest_counts_as_time_but_not_as_work() -> None:
    session = read(DATA).sessions[1]
    assert (session.duration_s, session.moving_s, session.sport) == (1080.0, 900.0, Sport.SKI)


@pytest.mark.parametrize(
    ("machine", "sport", "indoor"),
    [(b"BikeErg", Sport.RIDE, True), (b"Indoor Rower", Sport.ROW, True), (b"Water", Sport.ROW, False)],
)
def test_machines_are_sports(machine: bytes, sport: Sport, indoor: bool) -> None:
    session = read(DATA.replace(b"RowErg", machine)).sessions[0]
    assert (session.sport, session.indoor) == (sport, indoor)


def test_a_time_told_only_as_a_clock_is_read() -> None:
    header = b"Date,Description,Work Time (Formatted),Work Distance,Stroke Count,Drag Factor\n"
    data = header + b"2026-03-07,row,7:12.4,2000,202,125\n"
    assert [session.moving_s for session in read(data).sessions] == [432.4]


def test_what_has_no_place_is_kept_in_the_words_of_the_source() -> None:
    assert ("Drag Factor", "125") in read(DATA).sessions[0].raw


def test_a_row_without_a_date_is_left_out() -> None:
    reading = read(DATA.replace(b"2026-03-07 07:32:00", b"once"))
    assert (reading.extent, len(reading.sessions), len(reading.skipped)) == (Extent.PARTIAL, 1, 1)
