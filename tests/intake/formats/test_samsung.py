"""Samsung Health: UTC times with the athlete's offset, prefixed headers, and sources that count the same twice."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from longgame.intake.formats.samsung import READER
from longgame.intake.model import Extent, Reading
from longgame.kernel.sport import Sport
from tests.intake.formats.samples import CONTEXT, SAMPLES, original_of


def sample(file: str) -> Reading:
    return READER.read(original_of(next(s for s in SAMPLES if s.file == file).data(), file), CONTEXT)


def read(*lines: str, encoding: str = "utf-8") -> Reading:
    return READER.read(original_of("\n".join(lines).encode(encoding), "a.csv"), CONTEXT)


def test_an_exercise_becomes_a_session() -> None:
    (session,) = sample("samsung_exercise.csv").sessions
    assert session.start == datetime(2026, 3, 7, 6, 0, tzinfo=UTC)
    assert session.start.hour == 7
    assert (session.sport, session.title) == (Sport.RUN, "Morning run")
    assert (session.duration_s, session.moving_s, session.distance_m) == (3000.0, 2700.0, 8000.0)
    assert session.sources[0].external_id == "abc-1"


def test_of_two_sources_of_steps_the_larger_counts() -> None:
    assert [(day.day, day.steps) for day in sample("samsung_steps.csv").wellness] == [(date(2026, 3, 7), 8123)]


def test_a_weight_belongs_to_the_local_day() -> None:
    assert [(day.day, day.body_mass_kg) for day in sample("samsung_weight.csv").wellness] == [(date(2026, 3, 7), 68.4)]


def test_a_night_belongs_to_the_day_on_which_it_ends() -> None:
    assert [(day.day, day.sleep_s) for day in sample("samsung_sleep.csv").wellness] == [(date(2026, 3, 7), 24060.0)]


def test_without_a_duration_a_night_lasts_from_start_to_end() -> None:
    reading = read(
        "com.samsung.shealth.sleep,6,1",
        "com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time",
        "2026-03-06 22:10:00.000,2026-03-07 05:40:00.000",
    )
    assert [day.sleep_s for day in reading.wellness] == [7.5 * 3600]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_do_not_matter(encoding: str) -> None:
    lines = ("com.samsung.health.weight,6,1", "start_time,weight", "2026-03-07 07:30:00.000,81.5")
    data = "\n".join(lines).encode(encoding)
    assert READER.recognises(data, "a.csv")
    assert [day.body_mass_kg for day in read(*lines, encoding=encoding).wellness] == [81.5]


def test_placeholders_of_1970_are_not_days() -> None:
    reading = read("com.samsung.health.weight,6,1", "start_time,weight", "1970-01-01 00:00:00.000,74.0")
    assert (reading.extent, reading.wellness) == (Extent.PARTIAL, ())


def test_kinds_without_a_use_are_counted() -> None:
    reading = read("com.samsung.shealth.stress,6,1", "score,start_time", "30,2026-03-07 07:30:00.000")
    assert [(s.why, s.count) for s in reading.skipped] == [("com.samsung.shealth.stress is not used", 1)]


@pytest.mark.parametrize("code", ["177284160³000", "9" * 5000, "٣"])
def test_a_code_that_is_no_plain_number_is_another_sport(code: str) -> None:
    sample_lines = next(s for s in SAMPLES if s.file == "samsung_exercise.csv").data().decode("utf-8-sig").splitlines()
    place = sample_lines[1].split(",").index("com.samsung.health.exercise.exercise_type")
    cells = sample_lines[2].split(",")
    cells[place] = code
    (session,) = read(*sample_lines[:2], ",".join(cells)).sessions
    assert session.sport is Sport.OTHER
