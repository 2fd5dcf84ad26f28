"""TrainingPeaks: what was done becomes sessions, what was only planned becomes plan text, readings become days."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from longgame.intake.formats import trainingpeaks, trainingpeaks_metrics
from longgame.intake.model import Extent, Original, ReadContext, Reader, Reading
from longgame.kernel.ids import THE_ATHLETE, content_hash
from longgame.kernel.sport import Sport
from longgame.plan.language.parser import parse
from longgame.record.wellness import Wellness

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(__file__).parents[4] / "shared" / "data" / "exports" / "trainingpeaks"
ZONE = ZoneInfo("Europe/Madrid")


def read(reader: Reader, data: bytes) -> Reading:
    return reader.read(Original("workouts.csv", content_hash(data), data), ReadContext(THE_ATHLETE, ZONE))


def test_planned_and_done_in_one_file() -> None:
    reading = read(trainingpeaks.READER, (SAMPLES / "trainingpeaks.csv").read_bytes())
    run, second = reading.sessions
    assert (reading.extent, reading.diagnostics, reading.skipped) == (Extent.FULL, (), ())
    assert (run.start, run.start_known, run.local_day) == (
        datetime(2026, 1, 6, 12, tzinfo=ZONE),
        False,
        date(2026, 1, 6),
    )
    assert (run.title, run.sport, run.duration_s, run.distance_m) == (
        "Easy 10",
        Sport.RUN,
        pytest.approx(2420.0),
        7912.4,
    )
    assert (run.mean_hr_bpm, run.rpe, run.feel) == (139.0, 3.0, 75.0)
    assert run.note == (
        "06/01/2026 Me: Cold: 2 degrees\n07/01/2026 Me: legs fine\n06/01/2026 Ana Coach: Well held. Keep it so."
    )
    assert dict(run.raw)["TSS"] == "34.1"
    assert dict(run.raw)["HRZone2Minutes"] == "28"
    assert dict(run.raw)["PlannedDuration"] == "0.666666666666667"
    assert (second.title, second.local_day, second.duration_s) == ("Easy 10", date(2026, 1, 6), 720.0)
    assert run.id != second.id


def test_what_was_planned_done_or_not_is_plan_text_that_asks_what_each_session_is_for() -> None:
    (text,) = read(trainingpeaks.READER, (SAMPLES / "trainingpeaks.csv").read_bytes()).plan_texts
    assert text == (
        "longgame plan 1\n\n"
        'block "TrainingPeaks"  2026-01-06 .. 2026-01-08\n'
        '  2026-01-06 "Easy 10"\n'
        "    40 min run\n"
        '    note "8000 m planned"\n'
        "    note \"40 min easy, 'talking' pace\"\n"
        '  2026-01-07 "Bike"\n'
        "    90 min ride\n"
        '    note "30000 m planned"\n'
        '    note "Two climbs"\n'
        '  2026-01-08 "Rest" rest\n'
        '    note "Sleep"\n'
    )
    assert [each.code.value for each in parse(text).diagnostics] == ["P113", "P113"]


@pytest.mark.parametrize(("feeling", "feel"), [("1", 100.0), ("5", 50.0), ("9", 0.0)])
def test_feeling_nine_is_the_worst(feeling: str, feel: float) -> None:
    head = "Title,WorkoutType,WorkoutDay,TimeTotalInHours,Feeling\n"
    (session,) = read(trainingpeaks.READER, f"{head}Run,Run,2026-01-06,1,{feeling}\n".encode()).sessions
    assert session.feel == feel


def test_metrics_become_days_and_nothing_is_lost() -> None:
    reading = read(trainingpeaks_metrics.READER, (SAMPLES / "trainingpeaks_metrics.csv").read_bytes())
    source = "trainingpeaks_metrics"
    assert reading.wellness == (
        Wellness(
            date(2026, 1, 6),
            hrv_rmssd_ms=62.0,
            resting_hr_bpm=48.0,
            sleep_s=26100.0,
            note="Body Battery: Min : 29 / Max : 96 / Avg : 55",
            source=source,
        ),
        Wellness(date(2026, 1, 7), body_mass_kg=66.4, note="Weight Kilograms: 66.1", source=source),
    )


def test_a_table_of_other_types_is_not_taken_for_metrics() -> None:
    table = b"timestamp,type,value\n2026-01-06,memory,12\n"
    assert not trainingpeaks_metrics.READER.recognises(table, "build.csv")
    assert trainingpeaks_metrics.READER.recognises(table.replace(b"memory", b"HRV"), "export.csv")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared exports are not here")
def test_the_real_plan_is_accounted_for_to_the_last_row() -> None:
    data = (SHARED / "tp_athlete3_planned.csv").read_bytes()
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))
    reading = read(trainingpeaks.READER, data)
    (text,) = reading.plan_texts
    assert (len(rows), reading.sessions, reading.skipped, reading.diagnostics) == (59, (), (), ())
    assert text.count("\n  2026-") == 59
    days_off = sum(row["WorkoutType"] == "Day Off" for row in rows)
    assert [each.code.value for each in parse(text).diagnostics] == ["P113"] * (59 - days_off)
