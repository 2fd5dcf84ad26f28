"""Garmin's, Fitbit's and intervals.icu's own files: their units, their scales and their ways of telling time."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from longgame.intake.model import Answer, Extent, ReadContext, Reading
from longgame.intake.readers import reader_named, recognise
from longgame.kernel.sport import Sport
from longgame.record.session import Lap, LapTrigger
from longgame.record.wellness import Wellness
from tests.intake.formats.samples import CONTEXT, SAMPLES, original_of


def sample(file: str) -> Reading:
    found = next(one for one in SAMPLES if one.file == file)
    return read(found.reader, found.data(), file)


def read(name: str, data: bytes | object, file: str = "a.json", context: ReadContext = CONTEXT) -> Reading:
    reader = reader_named(name)
    assert reader is not None
    written = data if isinstance(data, bytes) else json.dumps(data).encode()
    return reader.read(original_of(written, file), context)


def garmin(*calories: float) -> list[float | None]:
    activities = [{"activityId": n, "beginTimestamp": 1772865000000, "calories": c} for n, c in enumerate(calories)]
    return [s.energy_kj for s in read("garmin_account", [{"summarizedActivitiesExport": activities}]).sessions]


def test_garmin_activities_come_in_centimetres_and_milliseconds() -> None:
    session = sample("garmin_activities.json").sessions[0]
    assert session.start == datetime(2026, 3, 7, 6, 30, tzinfo=UTC)
    assert (session.start.hour, session.sport, session.title) == (7, Sport.RUN, "Lake run")
    assert (session.duration_s, session.moving_s, session.distance_m) == (2460.0, 2380.0, 8000.0)
    assert (session.ascent_m, session.rpe, session.feel) == (120.0, 4.0, 75.0)


def test_garmins_unit_of_energy_shows_in_its_numbers() -> None:
    assert garmin(1758.456, 837.36) == [pytest.approx(1758.456), pytest.approx(837.36)]
    assert garmin(420, 200) == [pytest.approx(420 * 4.184), pytest.approx(200 * 4.184)]


def test_where_it_does_not_show_no_energy_is_told() -> None:
    assert garmin(420.37, 200.81) == [None, None]


def test_garmin_nights_leave_out_the_time_awake() -> None:
    assert [(d.day, d.sleep_s) for d in sample("garmin_sleep.json").wellness] == [(date(2026, 3, 7), 25860.0)]


def test_garmin_nights_of_variability_are_rmssd() -> None:
    reading = read("garmin_account", [{"calendarDate": "2026-03-07", "lastNightAvg": 61}])
    assert [day.hrv_rmssd_ms for day in reading.wellness] == [61.0]


def test_a_garmin_document_without_days_is_refused_in_words() -> None:
    reading = read("garmin_account", [{"calendarDate": "someday"}])
    assert (reading.extent, [d.code.value for d in reading.diagnostics]) == (Extent.NONE, ["I403"])


def test_fitbit_exercises_start_in_utc() -> None:
    run, walk = sample("fitbit_exercise.json").sessions
    assert run.start == datetime(2026, 3, 7, 6, 0, tzinfo=UTC)
    assert (run.sport, run.duration_s, run.moving_s, run.distance_m) == (Sport.RUN, 2400.0, 2340.0, 7500.0)
    assert (walk.sport, walk.distance_m) == (Sport.WALK, None)


def test_fitbit_steps_add_up_to_local_days() -> None:
    assert {d.day.day: d.steps for d in sample("steps-2026-03-07.json").wellness} == {7: 140, 8: 15}


def test_fitbit_values_without_a_known_kind_are_counted() -> None:
    reading = read("fitbit", [{"dateTime": "03/07/26 08:00:00", "value": "5"}], "altitude-2026-03-07.json")
    assert (reading.wellness, [s.count for s in reading.skipped]) == ((), [1])


def test_fitbit_naps_are_no_nights() -> None:
    assert [day.sleep_s for day in sample("fitbit_sleep.json").wellness] == [421 * 60]


def test_fitbit_weight_is_asked_for_and_then_read() -> None:
    weights = [{"logId": 1, "weight": 150.0, "bmi": 21.0, "date": "03/07/26", "time": "07:00:00"}]
    asked = read("fitbit", weights)
    assert asked.wellness == ()
    assert asked.question is not None
    answered = ReadContext(CONTEXT.athlete, CONTEXT.zone, (Answer(asked.question.key, "lb"),))
    assert [day.body_mass_kg for day in read("fitbit", weights, context=answered).wellness] == [
        pytest.approx(68.0388555)
    ]


def test_the_monthly_export_has_a_table_a_section() -> None:
    assert sample("fitbit_monthly.csv").wellness == (
        Wellness(date(2026, 3, 7), sleep_s=421 * 60, steps=11230, source="fitbit"),
    )


def test_an_intervals_activity_tells_feel_from_strong_to_weak() -> None:
    (session,) = sample("intervals_activities.json").sessions
    assert (session.start, session.sport, session.indoor) == (datetime(2026, 3, 7, 6, 30, tzinfo=UTC), Sport.RIDE, True)
    assert (session.rpe, session.feel, session.note) == (5.0, 75.0, "Held the middle.")
    assert session.laps == (Lap(600.0, 1080.0, None, LapTrigger.WORKOUT, 152.0, 232.0),)


def test_intervals_feelings_run_from_best_to_worst() -> None:
    day = sample("intervals_wellness.json").wellness[0]
    assert (day.soreness, day.mood) == (5.0, 1.0)
    assert day.fatigue == pytest.approx(5 - 4 / 3)


def test_intervals_tells_rmssd_and_sdnn_apart() -> None:
    reading = read("intervals", [{"id": "2026-03-07", "restingHR": 51, "sleepSecs": 1, "hrv": 62, "hrvSDNN": 70}])
    assert [(day.hrv_rmssd_ms, day.hrv_sdnn_ms) for day in reading.wellness] == [(62.0, 70.0)]


def test_intervals_tables_say_the_same_as_its_documents() -> None:
    table, document = sample("intervals_wellness.csv").wellness[0], sample("intervals_wellness.json").wellness[0]
    assert (table.resting_hr_bpm, table.hrv_rmssd_ms, table.steps) == (51.0, 62.0, 11230)
    assert (table.resting_hr_bpm, table.hrv_rmssd_ms, table.steps) == (
        document.resting_hr_bpm,
        document.hrv_rmssd_ms,
        document.steps,
    )


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"calendarDate": {"date": "Mar 7, 2026 12:00:00 AM"}, "totalSteps": 9000}, {"steps": 9000}),
        ({"weight": {"weight": 70500}, "metaData": {"calendarDate": "2026-03-07T05:30:00.0"}}, {"body_mass_kg": 70.5}),
        (
            {"calendarDate": "2026-03-07", "metrics": [{"type": "HRV", "value": 61}, {"type": "HR", "value": 48}]},
            {"hrv_rmssd_ms": 61.0, "resting_hr_bpm": 48.0},
        ),
    ],
)
def test_garmins_older_and_newer_days_tell_their_date_in_other_places(
    record: object, expected: dict[str, float]
) -> None:
    written = json.dumps([record]).encode()
    found = recognise(written, "userBioMetrics.json")
    assert found is not None
    assert found.name == "garmin_account"
    (day,) = read("garmin_account", [record]).wellness
    assert day == Wellness(date(2026, 3, 7), source="garmin_account", **expected)  # type: ignore[arg-type]  # by name


def test_fitbits_table_of_exercises_is_in_utc_and_millimetres() -> None:
    run, workout = sample("fitbit_exercises.csv").sessions
    assert run.start == datetime(2026, 6, 1, 22, 30, tzinfo=UTC)
    assert (run.local_day, run.sport, run.duration_s) == (date(2026, 6, 2), Sport.RUN, 2730.0)
    assert (run.distance_m, run.ascent_m, run.mean_hr_bpm) == (8000.0, 42.0, 151.0)
    assert run.energy_kj == pytest.approx(2092.0)
    assert (workout.sport, workout.distance_m, workout.mean_hr_bpm) == (Sport.CONDITIONING, None, None)
    assert workout.energy_kj == pytest.approx(1046.0)


def test_fitbits_nights_belong_to_the_day_of_waking_where_the_athlete_was() -> None:
    home, away = sample("fitbit_nights.csv").wellness
    assert (home.day, home.sleep_s) == (date(2026, 6, 2), 25_800.0)
    assert (away.day, away.sleep_s) == (date(2026, 6, 3), 23_400.0)


def test_a_second_shorter_sleep_of_a_day_is_no_night() -> None:
    head = "sleep_id,minutes_asleep,end_utc_offset,sleep_end\n"
    rows = "1,40,+02:00,2026-06-02T12:00:00Z\n2,430,+02:00,2026-06-02T04:50:00Z\n3,30,+02:00,2026-06-02T15:00:00Z\n"
    reading = read("fitbit_tables", (head + rows).encode())
    assert [(day.day, day.sleep_s) for day in reading.wellness] == [(date(2026, 6, 2), 25_800.0)]
    assert sum(left.count for left in reading.skipped) == 2
    assert reading.extent is Extent.FULL


def test_steps_that_two_devices_counted_are_counted_once() -> None:
    first, second = sample("fitbit_steps.csv").wellness
    assert (first.day, first.steps) == (date(2026, 6, 1), 114)
    assert (second.day, second.steps) == (date(2026, 6, 2), 20)


def test_fitbits_masses_are_in_grams() -> None:
    assert [day.body_mass_kg for day in sample("fitbit_mass.csv").wellness] == [80.5, 80.25]


def test_a_fitbit_row_without_a_moment_is_left_out_with_its_reason() -> None:
    reading = read("fitbit_tables", b"timestamp,steps,data source\nsoon,5,Watch\n2026-06-01T06:00:00Z,7,Watch\n")
    assert [day.steps for day in reading.wellness] == [7]
    assert (reading.extent, sum(left.count for left in reading.skipped)) == (Extent.PARTIAL, 1)


@pytest.mark.parametrize(
    ("name", "sport"),
    [
        ("e_bike_mountain", Sport.RIDE),
        ("kayaking_v2", Sport.PADDLE),
        ("cross_country_skiing_ws", Sport.SKI),
        ("treadmill_running", Sport.RUN),
    ],
)
def test_garmins_names_of_sports_carry_editions(name: str, sport: Sport) -> None:
    activity = {"activityId": 1, "beginTimestamp": 1772865000000, "activityType": name}
    (session,) = read("garmin_account", [{"summarizedActivitiesExport": [activity]}]).sessions
    assert session.sport is sport
