"""The smaller strength apps: each sample is read to the sets that were written into it by hand, and no others."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from longgame.intake.model import Answer, Extent, Original, ReadContext, Reading
from longgame.intake.readers import reader_named
from longgame.kernel.ids import THE_ATHLETE, content_hash
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.record.profile import Fact, FactKind
from longgame.record.sets import SetKind, StrengthSet

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(__file__).parents[4] / "shared" / "data" / "exports" / "sugarwod"
ZONE = ZoneInfo("Europe/Ljubljana")
WARM_UP = SetKind.WARM_UP


def read(name: str, data: str | bytes, *answers: Answer) -> Reading:
    held = data.encode() if isinstance(data, str) else data
    reader = reader_named(name)
    assert reader is not None
    return reader.read(Original(f"{name}.csv", content_hash(held), held), ReadContext(THE_ATHLETE, ZONE, answers))


def sample(name: str) -> Reading:
    return read(name, next(SAMPLES.glob(f"{name}.*")).read_bytes())


def kg(number: str) -> Amount:
    return Amount(Decimal(number), Unit.KILOGRAM)


def lb(number: str) -> Amount:
    return Amount(Decimal(number), Unit.POUND)


def test_fitnotes_mends_names_and_comments_with_commas() -> None:
    first, second = sample("fitnotes").sessions
    bench = "Flat Barbell Bench Press"
    assert (first.local_day, first.start_known) == (date(2026, 6, 1), False)
    assert first.sets == (
        StrengthSet(bench, 8, kg("60")),
        StrengthSet(bench, 8, kg("60"), note="slow, then fast, done"),
        StrengthSet("Squat, pause, belt", 5, kg("100")),
        StrengthSet("Plank", duration_s=90.0),
    )
    assert second.sets == (StrengthSet("Rowing Machine", duration_s=605.0, distance_m=2500.0),)


def test_fitnotes_units_in_headers_in_two_columns_and_asked_for() -> None:
    pounds = read("fitnotes", "Date,Exercise,Category,Weight (lbs),Reps\n2026-06-01,Squat,Legs,135,5\n")
    assert pounds.sessions[0].sets == (StrengthSet("Squat", 5, lb("135")),)
    two = "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind\n"
    both = read("fitnotes", two + "2026-06-01,Squat,Legs,100,,5,,,,,\n2026-06-01,Squat,Legs,,225,3,,,,,\n")
    assert [each.load for each in both.sessions[0].sets] == [kg("100"), lb("225")]
    bare = "Date,Exercise,Category,Weight,Reps,Distance,Distance Unit,Time\n2026-06-01,Squat,Legs,100,5,,,\n"
    asked = read("fitnotes", bare)
    assert asked.question is not None
    assert (asked.question.key, asked.sessions[0].sets[0].load) == ("fitnotes.weight-unit", None)
    answered = read("fitnotes", bare, Answer("fitnotes.weight-unit", "kg"))
    assert (answered.question, answered.sessions[0].sets[0].load) == (None, kg("100"))


def test_fitnotes_a_row_that_can_be_mended_in_two_ways_is_not() -> None:
    head = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment\n"
    reading = read("fitnotes", head + "2026-06-01,A,B,,,,,,,x,y\n")
    assert [each.code.value for each in reading.diagnostics] == ["I302"]


@pytest.mark.parametrize(("ended", "expected"), [("soon", "a date and time"), ("2026-06-01T15:00:00Z", "a time after")])
def test_fitnotes_of_ios_says_which_end_of_a_session_it_cannot_use(ended: str, expected: str) -> None:
    head = "Name,StartTime,EndTime,Exercise,Equipment,Reps,Weight,Status,IsWarmup\n"
    row = f"Monday,2026-06-01T16:30:00Z,{ended},Squat,Barbell,5,60,Done,false\n"
    reading = read("fitnotes_ios", head + row, Answer("fitnotes.weight-unit", "kg"))
    assert (reading.sessions[0].duration_s, len(reading.sessions[0].sets)) == (None, 1)
    (told,) = reading.diagnostics
    assert str(told.where) == "row 2, column EndTime"
    assert expected in told.message


def test_fitnotes_of_ios_tells_warm_ups_failures_effort_and_what_was_never_begun() -> None:
    units = (Answer("fitnotes.weight-unit", "kg"), Answer("fitnotes.distance-unit", "km"))
    planned = 'Monday,2026-06-01T16:30:00Z,2026-06-01T17:25:30Z,,Squat,Barbell,5,"110,0",,,NotStarted,false,,,,\n'
    reading = read("fitnotes_ios", (SAMPLES / "fitnotes_ios.csv").read_bytes() + planned.encode(), *units)
    squats, rowing = reading.sessions
    assert (squats.title, squats.start, squats.duration_s) == (
        "Monday",
        datetime(2026, 6, 1, 16, 30, tzinfo=UTC),
        3330.0,
    )
    assert squats.sets == (
        StrengthSet("Squat (Barbell)", 5, kg("60.0"), kind=WARM_UP),
        StrengthSet("Squat (Barbell)", 5, kg("102.5"), rpe=8.5, rir=2.0, note="belt, slow"),
        StrengthSet("Squat (Barbell)", 3, kg("110.0"), kind=SetKind.FAILURE),
        StrengthSet("Plank", duration_s=90.0),
    )
    assert rowing.sets == (StrengthSet("Rowing (Machine)", duration_s=1200.0, distance_m=5200.0),)
    assert rowing.local_day == date(2026, 6, 3)
    assert [(left.why, left.count) for left in reading.skipped] == [("a set that was planned and not begun", 1)]
    assert reading.facts == (Fact(FactKind.BODY_MASS, 81.5, date(2026, 6, 1)),)


def test_fitnotes_of_ios_asks_for_its_units_and_keeps_the_rest_meanwhile() -> None:
    data = (SAMPLES / "fitnotes_ios.csv").read_bytes()
    first, then = read("fitnotes_ios", data), read("fitnotes_ios", data, Answer("fitnotes.weight-unit", "lb"))
    assert first.question is not None
    assert then.question is not None
    assert (first.question.key, then.question.key) == ("fitnotes.weight-unit", "fitnotes.distance-unit")
    assert [one.load for one in first.sessions[0].sets] == [None] * 4
    assert ("BodyWeight", "81,5") in first.sessions[0].raw
    assert first.facts == ()
    assert then.sessions[0].sets[1].load == lb("102.5")
    assert then.facts[0].value == pytest.approx(36.968, abs=0.001)


def test_fitbod_says_its_unit_in_the_header_and_gives_pounds_back() -> None:
    rest = "Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n2026-06-01 08:41:07 +0000,Row, 5,"
    (pounds,) = read("fitbod", f"Date,Exercise,Reps,Weight(lbs),{rest}60,0.0,0.0,0.0,0.0,false,, 1.0\n").sessions
    assert pounds.sets[0].load == lb("60")
    # 20 lb as the app's own factor, one 2.20462th, makes kilograms of it
    (turned,) = read(
        "fitbod", f"Date,Exercise,Reps,Weight(kg),{rest}9.071858188712795,0.0,0.0,0.0,0.0,false,, 1.0\n"
    ).sessions
    assert turned.sets[0].load == lb("20")


def test_fitbod_sessions_by_pauses_and_pounds_given_back() -> None:
    gym, run = sample("fitbod").sessions
    press = "Dumbbell Bench Press"
    assert (gym.start, gym.local_day, gym.duration_s) == (
        datetime(2026, 5, 1, 23, 15, 15, tzinfo=UTC),
        date(2026, 5, 2),
        1575.0,
    )
    assert gym.sets == (
        StrengthSet(press, 10, kg("16"), WARM_UP),
        StrengthSet(press, 8, lb("50"), note="felt light"),
        StrengthSet("Plank", duration_s=60.0),
    )
    assert run.sets == (StrengthSet("Running", duration_s=1800.0, distance_m=5000.0),)
    assert dict(run.raw)["multiplier"] == "1.0"


def test_stronglifts_sets_in_columns_and_missed_lifts() -> None:
    reading = sample("stronglifts")
    first, second = reading.sessions
    assert (first.title, first.start, first.duration_s, first.note) == (
        "Workout A",
        datetime(2026, 5, 25, 19, 37, tzinfo=ZONE),
        3780.0,
        "Knees fine",
    )
    assert first.sets == (
        *[StrengthSet("Squat", 5, kg("62.5"))] * 3,
        StrengthSet("Bench Press", 5, kg("50")),
        StrengthSet("Bench Press", 3, kg("50")),
        StrengthSet("Bench Press", 0, kg("50")),
    )
    assert [each.missed for each in first.sets] == [False] * 5 + [True]
    assert second.sets == (StrengthSet("Deadlift", 5, kg("100")),)
    assert reading.facts == (
        Fact(FactKind.BODY_MASS, 87.0, date(2026, 5, 25)),
        Fact(FactKind.BODY_MASS, 86.6, date(2026, 5, 27)),
    )


def test_stronglifts_the_older_layout_of_one_row_a_workout() -> None:
    reading = read("stronglifts", (SAMPLES / "stronglifts_old.csv").read_bytes())
    first, second = reading.sessions
    assert [one.local_day for one in (first, second)] == [date(2015, 3, 16), date(2015, 3, 18)]
    assert first.sets == (*[StrengthSet("Squat", 5, kg("60"))] * 5, *[StrengthSet("Bench press", 5, kg("40"))] * 5)
    assert [(one.exercise, one.reps) for one in second.sets[5:]] == [("Overhead press", n) for n in (5, 5, 4, 0)]
    assert (second.title, second.note, second.start_known) == ("Workout B", "Slept badly", False)
    assert second.raw == (("Squat in lb", "140"), ("Overhead press in lb", "65"))
    assert reading.facts == (Fact(FactKind.BODY_MASS, 84.0, date(2015, 3, 18)),)


def test_stronglifts_the_older_layout_in_pounds_and_with_months_first() -> None:
    header = "Date,Note,Body Weight (LB),Exercise 1,Weight (KG),Weight (LB),Set 1,Set 2"
    text = f"{header}\n03/16/2015,,185,Squat,60,130,5,\n"
    (session,) = read("stronglifts", text).sessions
    assert (session.local_day, session.sets) == (date(2015, 3, 16), (StrengthSet("Squat", 5, lb("130")),))


def test_liftosaur_required_beside_completed() -> None:
    first, second = sample("liftosaur").sessions
    assert (first.title, first.start, first.duration_s) == ("Day 1", datetime(2026, 3, 1, 10, tzinfo=UTC), 1200.0)
    assert first.sets == (
        StrengthSet("Squat, Barbell", 5, lb("45"), WARM_UP, note="low bar"),
        StrengthSet("Squat, Barbell", 6, lb("235"), rpe=9.0),
    )
    assert ("Required Weight Value", "set 2: 225") in first.raw
    assert second.sets == (StrengthSet("Bench Press, Barbell", 0, kg("60")),)


def test_liftosaur_what_was_not_done_is_listed() -> None:
    text = (SAMPLES / "liftosaur.csv").read_text(encoding="utf-8")
    reading = read("liftosaur", text.replace("0,5,0,0,,,0,60", "0,5,,0,,,0,60"))
    assert [(str(each.where), each.why) for each in reading.skipped] == [("row 4", "planned and not done")]
    assert reading.extent is Extent.PARTIAL


def test_sugarwod_results_of_every_kind() -> None:
    murph, cindy, push_ups = sample("sugarwod").sessions
    assert (murph.title, murph.sport, murph.duration_s, murph.note) == ("Murph", Sport.CONDITIONING, 2762.0, "No vest")
    assert dict(cindy.raw)["result"] == "16 rounds + 1 reps"
    assert push_ups.sets == (StrengthSet("Max handstand push-ups", 16),)


def test_sugarwod_loads_are_asked_for_and_paired_with_as_many_reps() -> None:
    head = (SAMPLES / "sugarwod.csv").read_text(encoding="utf-8").splitlines()[0]
    loads = json.dumps([{"success": True, "load": 255}, {"success": False, "load": 275}]).replace('"', '""')
    row = f'09/20/2025,Squat,#1: 3 reps #2: 3 reps,275,275,Load,Back Squat,"{loads}",,RX,\n'
    asked = read("sugarwod", f"{head}\n{row}")
    assert asked.question is not None
    assert asked.question.key == "sugarwod.weight-unit"
    assert [(each.reps, each.load) for each in asked.sessions[0].sets] == [(3, None), (0, None)]
    (session,) = read("sugarwod", f"{head}\n{row}", Answer("sugarwod.weight-unit", "lb")).sessions
    assert session.sport is Sport.STRENGTH
    assert session.sets == (StrengthSet("Back Squat", 3, lb("255")), StrengthSet("Back Squat", 0, lb("275")))
    unequal = row.replace("#1: 3 reps #2: 3 reps", "#1: 3 reps")
    assert read("sugarwod", f"{head}\n{unequal}").sessions[0].sets[0].reps is None


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared exports are not here")
def test_sugarwod_the_shared_export_is_accounted_for() -> None:
    data = (SHARED / "sugarwod_a_synthetic.csv").read_bytes()
    reading = read("sugarwod", data, Answer("sugarwod.weight-unit", "lb"))
    assert (len(reading.sessions), reading.skipped, reading.diagnostics, reading.extent) == (377, (), (), Extent.FULL)
    assert len({session.id for session in reading.sessions}) == 377
    assert sum(session.sport is Sport.STRENGTH for session in reading.sessions) == 55
    assert sum(session.duration_s is not None for session in reading.sessions) == 166


def test_jefit_both_kinds_of_sets() -> None:
    reading = sample("jefit")
    first, second = reading.sessions
    assert (first.start, first.duration_s) == (datetime(2026, 1, 1, 16, tzinfo=UTC), 3600.0)
    assert first.sets == (
        StrengthSet("Barbell Bench Press", 10, kg("60")),
        *[StrengthSet("Barbell Bench Press", 8, kg("65"))] * 2,
        StrengthSet("Pull Up, wide", 12),
    )
    assert (second.start, second.sets) == (
        datetime(2026, 1, 5, 16, tzinfo=UTC),
        (StrengthSet("Barbell Squat", 5, lb("225")), StrengthSet("Barbell Squat", 4, lb("225"))),
    )
    assert reading.facts == (Fact(FactKind.BODY_MASS, 66.5, date(2026, 1, 1)),)


def test_jefit_loads_that_went_through_pounds_and_cardio_of_both_tables() -> None:
    data = (SAMPLES / "jefit_cardio.csv").read_bytes()
    asked = read("jefit", data)
    assert (asked.question and asked.question.key, asked.sessions[1].distance_m) == ("jefit.distance-unit", None)
    gym, run, other = read("jefit", data, Answer("jefit.distance-unit", "km")).sessions
    press, treadmill = "Barbell Incline Bench Press", "Treadmill Running"
    assert (gym.start, gym.duration_s) == (datetime.fromtimestamp(1770220318, UTC), 3600.0)
    assert gym.sets == (
        StrengthSet(press, 5, kg("65")),
        StrengthSet(press, 8, kg("32")),
        StrengthSet(treadmill, duration_s=600.0, distance_m=pytest.approx(2011.68)),
        StrengthSet(treadmill, 5, kg("65")),
    )
    assert (run.local_day, run.start_known, run.title, run.sport) == (date(2026, 3, 20), False, treadmill, Sport.RUN)
    assert (run.duration_s, run.distance_m, run.energy_kj) == (3600.0, 1500.0, pytest.approx(220 * 4.184))
    assert (other.title, other.duration_s, other.raw) == ("cardio 999", 1800.0, (("lap", "12"),))


def test_jefit_pounds_stay_pounds_where_they_were_entered() -> None:
    text = "### SETTING\nmass,x\nkg,\n### EXERCISE LOGS\n_id,mydate,ename\n1,2026-01-01,Squat\n### EXERCISE SET LOGS\n"
    text += "exercise_log_id,weight_lbs,reps\n1,225,5\n1,440.92,1\n1,45,3\n"
    assert [one.load for one in read("jefit", text).sessions[0].sets] == [lb("225"), kg("200"), lb("45")]


def test_jefit_without_settings_asks_for_the_unit() -> None:
    text = '### EXERCISE LOGS ###\n_id,mydate,eid,ename,logs\n1,2026-01-01,21,Squat,"60x10,oops"\n'
    asked = read("jefit", text)
    assert asked.question is not None
    assert asked.question.key == "jefit.weight-unit"
    assert asked.sessions[0].sets == (StrengthSet("Squat", 10),)
    assert [(each.code.value, str(each.where)) for each in asked.diagnostics] == [("I303", "row 3, column logs")]
    (session,) = read("jefit", text, Answer("jefit.weight-unit", "kg")).sessions
    assert (session.start_known, session.sets) == (False, (StrengthSet("Squat", 10, kg("60")),))


def test_jefit_headings_with_room_around_them_are_read_once() -> None:
    room = " " * 100_000
    rows = "_id,mydate,ename,logs\n1,2026-01-01,Squat,60x10\n#####\n1,2026-01-02,Squat,60x10\n"
    text = f"###{room}EXERCISE LOGS{room}###\n{rows}"
    assert [one.local_day for one in read("jefit", text).sessions] == [date(2026, 1, 1)]
    many = "### NOTES\n\n" * 5_000 + text
    assert len(read("jefit", many).sessions) == 1


def test_alpha_progression_blocks() -> None:
    legs, push = sample("alpha_progression").sessions
    hack, pull = "Hack Squats (Machine)", "Pull-ups (Bodyweight)"
    assert (legs.start, legs.duration_s) == (datetime(2026, 2, 19, 4, 54, tzinfo=ZONE), 3720.0)
    assert legs.sets == (
        StrengthSet(hack, 9, kg("37.5"), WARM_UP),
        StrengthSet(hack, 7, kg("72.5"), WARM_UP),
        StrengthSet(hack, 8, kg("115"), rir=1.0),
        StrengthSet(hack, 6, kg("102.5"), rir=0.5),
        StrengthSet(pull, 10, kg("35"), rir=0.0, note="body +35"),
        StrengthSet(pull, 12),
    )
    assert push.sets == (StrengthSet("Bench Press (Barbell)", 5, kg("80"), rir=2.0),)


def test_alpha_progression_says_what_it_does_not_understand() -> None:
    reading = read("alpha_progression", '#;KG;REPS;RIR\n1;80;5;2\n"Push";"2026-02-21 17:30 h";"0:48 hr"\nhello;world\n')
    assert [each.code.value for each in reading.diagnostics] == ["I308", "I303"]


def test_boostcamp_units_by_set_and_times() -> None:
    upper, lower = sample("boostcamp").sessions
    bench = "Bench Press (Barbell)"
    assert (upper.title, upper.local_day, upper.start_known) == ("Upper Body", date(2026, 8, 23), False)
    assert upper.sets == (
        StrengthSet(bench, 8, kg("80")),
        StrengthSet(bench, 6, lb("185")),
        StrengthSet("Plank", duration_s=60.0),
    )
    assert lower.sets == (StrengthSet("Squat (Barbell)", 0, kg("100")),)


def test_gymrun_sessions_by_pauses_and_a_unit_that_is_asked_for() -> None:
    text = (SAMPLES / "gymrun.csv").read_text(encoding="utf-8").replace(";0;", ";62,5;")
    asked = read("gymrun", text)
    assert asked.question is not None
    assert asked.question.key == "gymrun.weight-unit"
    first, second = read("gymrun", text, Answer("gymrun.weight-unit", "kg")).sessions
    bench = "Barbell Flat Bench Press"
    assert (first.start, first.duration_s) == (datetime(2026, 3, 2, 18, 0, 10, tzinfo=ZONE), 230.0)
    assert first.sets == (StrengthSet(bench, 12, kg("62.5"), note="empty hands"), StrengthSet(bench, 10, kg("62.5")))
    assert second.sets == (StrengthSet("Planks", 3),)


def test_fitnotes_without_comments_mends_the_name_alone() -> None:
    head = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
    (session,) = read("fitnotes", head + "2026-03-02,Sit-Up, hands up, weighted,Abs,10.0,12,,,\n").sessions
    assert session.sets == (StrengthSet("Sit-Up, hands up, weighted", 12, kg("10.0")),)


def test_alpha_progression_in_another_language() -> None:
    text = (
        '"Beine · Tag 2";"2026-02-19 4:54 Uhr";"1:02 Std."\n"1. Hackenschmidt · Maschine · 8 Wdh.";'
        '"AW1 · 37,5 kg · 9 Wdh."\n#;KG;WDH;RIR\n1;115;8;0,5\n'
    )
    (session,) = read("alpha_progression", text).sessions
    machine = "Hackenschmidt (Maschine)"
    assert session.duration_s == 3720.0
    assert session.sets == (
        StrengthSet(machine, 9, kg("37.5"), WARM_UP),
        StrengthSet(machine, 8, kg("115"), rir=0.5),
    )
