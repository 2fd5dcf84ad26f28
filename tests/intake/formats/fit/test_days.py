"""What watches and scales write between sessions, and the workouts that they carry."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from longgame.intake.formats.fit import READER, decode, workouts
from longgame.intake.formats.fit.workouts import FitWorkout, Target, WorkoutStep
from longgame.intake.model import Reading
from longgame.kernel.sport import Sport
from longgame.record.profile import Fact, FactKind
from longgame.record.wellness import Wellness
from tests.intake.formats.fit.writing import F, Writer
from tests.intake.formats.samples import CONTEXT, original_of

MIDNIGHT = int((datetime(2026, 3, 2, tzinfo=UTC) - datetime(1989, 12, 31, tzinfo=UTC)) / timedelta(seconds=1))
"""The first moment of 2 March 2026 in UTC, in FIT seconds."""


def read(writer: Writer) -> Reading:
    return READER.read(original_of(writer.bytes(), "a.fit"), CONTEXT)


def file_of(kind: int, created: int = MIDNIGHT) -> Writer:
    writer = Writer().define(0, 0, (F(0, "enum"), F(1, "uint16"), F(4, "uint32"), F(8, "string", 8)))
    return writer.data(0, kind, 1, created, b"Lily 2")


def test_a_weigh_in_is_a_reading_and_a_fact_of_its_day() -> None:
    writer = file_of(9).define(1, 30, (F(253, "uint32"), F(0, "uint16"))).data(1, MIDNIGHT + 7 * 3600, 7215)
    reading = read(writer)
    assert reading.wellness == (Wellness(date(2026, 3, 2), body_mass_kg=72.15, source="Garmin Lily 2"),)
    assert reading.facts == (Fact(FactKind.BODY_MASS, 72.15, date(2026, 3, 2)),)


def test_a_scale_that_weighed_two_people_is_not_guessed_at() -> None:
    writer = file_of(9).define(1, 30, (F(253, "uint32"), F(0, "uint16"), F(12, "uint16")))
    reading = read(writer.data(1, MIDNIGHT, 7200, 0).data(1, MIDNIGHT + 60, 5800, 1))
    assert (reading.wellness, reading.facts) == ((), ())
    why = "the scale weighed several people and does not say which of them is you"
    assert [(each.why, each.count) for each in reading.skipped] == [(why, 2)]


def test_steps_count_on_from_midnight_for_each_way_of_moving() -> None:
    """Most messages have only the lowest 16 bits of the time, and 2 walking cycles are 4 steps."""
    writer = file_of(32).define(1, 103, (F(253, "uint32"), F(0, "uint32"))).data(1, MIDNIGHT, MIDNIGHT)
    writer.define(2, 55, (F(253, "uint32"), F(5, "enum"), F(3, "uint32")))
    writer.define(3, 55, (F(26, "uint16"), F(5, "enum"), F(3, "uint32")))
    walking, running = 6, 1
    writer.data(2, MIDNIGHT + 3600, walking, 400)
    for hour, kind, steps in ((2, walking, 900), (14, running, 2000), (23, walking, 5000), (25, walking, 30)):
        writer.data(3, (MIDNIGHT + hour * 3600) & 0xFFFF, kind, steps)
    assert [(each.day, each.steps) for each in read(writer).wellness] == [
        (date(2026, 3, 2), 7000),
        (date(2026, 3, 3), 30),
    ]


def test_a_night_belongs_to_the_day_of_waking_up() -> None:
    writer = file_of(49).define(1, 275, (F(253, "uint32"), F(0, "enum")))
    awake, light, deep, rem = 1, 2, 3, 4
    night = ((-60, light), (0, deep), (90, light), (180, awake), (190, rem), (300, light), (420, awake))
    for minute, level in night:
        writer.data(1, MIDNIGHT + minute * 60, level)
    (found,) = read(writer).wellness
    assert (found.day, found.sleep_s) == (date(2026, 3, 2), (480 - 10) * 60.0)


def test_resting_heart_rate_and_variability_are_the_days() -> None:
    writer = file_of(32).define(1, 211, (F(253, "uint32"), F(0, "uint8"), F(1, "uint8"))).data(1, MIDNIGHT, 50, 47)
    writer.define(2, 370, (F(253, "uint32"), F(1, "uint16"))).data(2, MIDNIGHT, 62 * 128)
    found = read(writer).wellness
    assert [(each.resting_hr_bpm, each.hrv_rmssd_ms) for each in found] == [(47, None), (None, 62)]


def test_settings_are_facts_from_the_files_day_on() -> None:
    writer = file_of(2).define(1, 3, (F(4, "uint16"), F(8, "uint8"))).data(1, 725, 48)
    writer.define(2, 7, (F(1, "uint8"), F(2, "uint8"), F(3, "uint16"))).data(2, 192, 171, 260)
    day = date(2026, 3, 2)
    assert set(read(writer).facts) == {
        Fact(FactKind.BODY_MASS, 72.5, day),
        Fact(FactKind.RESTING_HR, 48, day),
        Fact(FactKind.MAX_HR, 192, day),
        Fact(FactKind.THRESHOLD_HR, 171, day),
    }


def test_settings_without_a_day_say_why_they_gave_nothing() -> None:
    reading = read(Writer().define(1, 3, (F(4, "uint16"),)).data(1, 725))
    assert reading.facts == ()
    assert [each.why for each in reading.skipped] == ["the file does not tell from which day on its settings hold"]


HILLS = """longgame plan 1

block "Hills"  1 week
  Any "Hills"  intervals  # the intent is a guess: change it if this is for something else
    warm up 10 min run  hr z2  note "Warm up"
    6 x ( 400 m run pace 4:23..4:46 /km )
"""
"""1000 m at 3.8 m/s take 263 s, at 3.5 m/s 286 s."""


def test_a_workouts_steps_can_be_had() -> None:
    writer = file_of(5).define(1, 26, (F(4, "enum"), F(8, "string", 12))).data(1, 1, b"Hills\0")
    fields = (F(254, "uint16"), F(0, "string", 8), F(1, "enum"), F(2, "uint32"), F(3, "enum"), F(4, "uint32"))
    writer.define(2, 27, (*fields, F(5, "uint32"), F(6, "uint32"), F(7, "enum")))
    time, distance, repeat = 0, 1, 6
    speed, heart, nothing = 0, 1, 0xFFFFFFFF
    writer.data(2, 0, b"Warm up", time, 600_000, heart, 2, nothing, nothing, 2)
    writer.data(2, 1, b"", distance, 40_000, speed, 0, 3500, 3800, 0)
    writer.data(2, 2, b"", repeat, 1, 2, 6, nothing, nothing, 0xFF)
    assert workouts(decode(writer.bytes())) == (
        FitWorkout(
            "Hills",
            Sport.RUN,
            (
                WorkoutStep(0, "Warm up", "time", 600.0, "s", Target("heart_rate", 2), "warmup"),
                WorkoutStep(1, None, "distance", 400.0, "m", Target("speed", None, 3.5, 3.8), "active"),
                WorkoutStep(2, None, "repeat_until_steps_cmplt", 1.0, "step", None, None, repeats=6),
            ),
        ),
    )
    reading = READER.read(original_of(writer.bytes(), "a.fit"), CONTEXT)
    assert (reading.plan_texts, reading.skipped) == ((HILLS,), ())
