"""Whoop: days belong to the morning, naps are no nights, and times are where the athlete was."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from longgame.intake.formats.whoop import READER
from longgame.intake.model import Extent, Reading
from longgame.kernel.sport import Sport
from longgame.record.wellness import Wellness
from tests.intake.formats.samples import CONTEXT, SAMPLES, original_of


def sample(file: str) -> Reading:
    return READER.read(original_of(next(s for s in SAMPLES if s.file == file).data(), file), CONTEXT)


def read(*lines: str) -> Reading:
    return READER.read(original_of("\n".join(lines).encode(), "a.csv"), CONTEXT)


def test_a_cycle_belongs_to_the_day_of_waking() -> None:
    assert sample("whoop_cycles.csv").wellness == (
        Wellness(date(2026, 3, 7), sleep_s=27000.0, resting_hr_bpm=51.0, hrv_rmssd_ms=66.0, source="whoop"),
        Wellness(date(2026, 3, 8), sleep_s=25260.0, resting_hr_bpm=53.0, hrv_rmssd_ms=59.0, source="whoop"),
    )


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [
        ("2026-03-06 22:50:00", "2026-03-07 23:10:00", 7),
        ("2026-03-07 00:20:00", "2026-03-08 00:30:00", 7),
        ("2026-03-06 22:50:00", "", 7),
        ("2026-03-07 00:20:00", "", 7),
    ],
)
def test_without_waking_the_cycle_tells_the_day(start: str, end: str, day: int) -> None:
    reading = read("Cycle start time,Cycle end time,Cycle timezone,Resting heart rate (bpm)", f"{start},{end},UTCZ,51")
    assert [one.day.day for one in reading.wellness] == [day]


def test_a_nap_is_not_added_to_the_night() -> None:
    reading = sample("whoop_sleeps.csv")
    assert [day.sleep_s for day in reading.wellness] == [27000.0]
    assert "a nap, which is not the night's sleep" in {skipped.why for skipped in reading.skipped}


def test_a_workout_keeps_the_day_and_the_offset_of_the_place() -> None:
    (session,) = sample("whoop_workouts.csv").sessions
    assert session.start == datetime(2026, 3, 8, 4, 30, tzinfo=UTC)
    assert session.local_day == date(2026, 3, 7)
    assert (session.sport, session.duration_s, session.distance_m) == (Sport.RUN, 2700.0, 8046.0)
    assert session.energy_kj == pytest.approx(520 * 4.184)
    assert ("Activity Strain", "12.1") in session.raw


def test_the_journal_keeps_what_was_answered_with_yes() -> None:
    assert [note.text for note in sample("whoop_journal.csv").notes] == ["Have any caffeine? Yes. two cups"]


def test_headers_may_be_spanish() -> None:
    reading = read(
        "Hora de inicio del ciclo,Hora de finalización del ciclo,Zona horaria del ciclo,"
        "Frecuencia cardíaca en reposo (lpm),Variabilidad de la frecuencia cardíaca (ms),Inicio de la vigilia",
        "2026-03-06 22:50:00,2026-03-07 23:10:00,UTC+01:00,51,66,2026-03-07 06:40:00",
    )
    assert [(day.day.day, day.hrv_rmssd_ms) for day in reading.wellness] == [(7, 66.0)]


def test_an_unknown_sport_is_said_once_and_kept_as_title() -> None:
    row = "2026-03-07 17:00:00,2026-03-07 18:00:00,UTCZ,Quidditch"
    reading = read("Workout start time,Workout end time,Cycle timezone,Activity name", row, row.replace("17:", "16:"))
    assert [session.title for session in reading.sessions] == ["Quidditch", "Quidditch"]
    assert [d.code.value for d in reading.diagnostics] == ["I406"]


def test_a_row_without_a_start_is_left_out() -> None:
    reading = read("Workout start time,Workout end time,Cycle timezone,Activity name", "soon,later,UTCZ,Running")
    assert (reading.extent, reading.sessions) == (Extent.PARTIAL, ())


def test_a_cycle_at_the_end_of_the_calendar_belongs_to_no_day() -> None:
    head = next(s for s in SAMPLES if s.file == "whoop_cycles.csv").data().decode().splitlines()[0]
    reading = read(head, "9999-12-31 22:50:00,0001-01-01 06:10:00,UTC+01:00,72,51,66,33.1,12.5,2600,165,75,,,92,450")
    assert reading.wellness == ()
    assert [one.count for one in reading.skipped if one.why == "no time of waking and no cycle"] == [1]
