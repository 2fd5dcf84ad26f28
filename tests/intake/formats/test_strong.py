"""Strong: every layout and language gives the same sets, and units are never guessed."""

from __future__ import annotations

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.formats.strong import READER
from longgame.intake.model import Answer, Extent, Original, ReadContext, Reading
from longgame.kernel.ids import THE_ATHLETE, content_hash
from longgame.kernel.units import Amount, Unit
from longgame.record.sets import SetKind, StrengthSet

SHARED = Path(__file__).parents[4] / "shared" / "data" / "exports" / "strong"
ZONE = ZoneInfo("Europe/Berlin")
KG = Unit.KILOGRAM


def read(text: str | bytes, *answers: Answer) -> Reading:
    data = text.encode() if isinstance(text, str) else text
    return READER.read(Original("strong.csv", content_hash(data), data), ReadContext(THE_ATHLETE, ZONE, answers))


def kg(number: str) -> Amount:
    return Amount(Decimal(number), KG)


LAYOUTS = {
    "2015, unit as header": """\
Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes
2026-03-02 18:00:00,Push,Bench Press (Barbell),0,62.5,5,0,0,slow
2026-03-02 18:00:00,Push,Rowing (Machine),0,0,0,2,480,
""",
    "phone with semicolons and units": """\
Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;\
Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration
2026-03-02 18:00:00;Push;Bench Press (Barbell);1;62,5;kg;5;;0;km;0;slow;;57m
2026-03-02 18:00:00;Push;Rowing (Machine);1;0;kg;0;;2;km;480;;;57m
""",
    "units in headers": """\
"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";\
"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"
"1";"2026-03-02 18:00:00";"Push";"3420";"Bench Press (Barbell)";"1";"62.5";"5";"";"";"";"slow";""
"1";"2026-03-02 18:00:00";"Push";"3420";"Rowing (Machine)";"1";"";"";"";"2000.0";"480.0";"";""
""",
    "ten columns of 2026, answered": """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes
2026-03-02 18:00:00,"Push",57m,"Bench Press (Barbell)",1,62.5,5.0,0,0.0,slow
2026-03-02 18:00:00,"Push",57m,"Rowing (Machine)",1,0,0,2.0,480.0,
""",
    "Chinese, answered": """\
日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE
2026-03-02 18:00:00,"Push",57分钟,"Bench Press (Barbell)",1,62.5,5,0,0,slow,,
2026-03-02 18:00:00,"Push",57分钟,"Rowing (Machine)",1,0,0,2,480,,,
""",
    "French, answered": """\
Date,Nom de l'entraînement,Durée,\
Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,Notes
2026-03-02 18:00:00,Push,57m,Bench Press (Barbell),1,62.5,5,0,0,slow
2026-03-02 18:00:00,Push,57m,Rowing (Machine),1,0,0,2,480,
""",
    "German spreadsheet, answered": """\
Datum;Workout-Name;Dauer;Name der Übung;Satzreihenfolge;\
Gewicht;Wdh.;Entfernung;Sekunden;Notizen
02.03.2026 18:00;Push;57 Min.;Bench Press (Barbell);1;62,5;5;0;0;slow
13.03.2026 18:00;Push;57 Min.;Squat (Barbell);1;62,5;5;0;0;
02.03.2026 18:00;Push;57 Min.;Rowing (Machine);1;0;0;2;480;
""",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_sets(layout: str) -> None:
    text = LAYOUTS[layout]
    answers = [Answer("strong.weight-unit", "kg"), Answer("strong.distance-unit", "km")]
    reading = read(text, *answers)
    session = reading.sessions[0]
    assert READER.recognises(text.encode(), "export.csv")
    assert reading.extent is Extent.FULL
    assert reading.question is None
    assert (session.start, session.local_day, session.title) == (
        datetime(2026, 3, 2, 18, tzinfo=ZONE),
        date(2026, 3, 2),
        "Push",
    )
    assert session.duration_s == (None if "2015" in layout else 3420.0)
    assert session.sets == (
        StrengthSet("Bench Press (Barbell)", reps=5, load=kg("62.5"), note="slow"),
        StrengthSet("Rowing (Machine)", duration_s=480.0, distance_m=2000.0),
    )


def test_a_file_with_line_ends_of_old_systems_and_a_mark_is_the_same_file() -> None:
    text = LAYOUTS["2015, unit as header"]
    variants = [
        text.replace("\n", "\r").encode(),
        text.replace("\n", "\r\n").encode("utf-8-sig"),
        text.encode("utf-16"),
        text.encode("utf-16-le"),
        b"sep=,\r\n" + text.encode(),
    ]
    expected = [(s.id, s.sets) for s in read(text).sessions]
    assert [[(s.id, s.sets) for s in read(variant).sessions] for variant in variants] == [expected] * len(variants)


HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight{},Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"


def rows(*lines: str, unit: str = " (kg)") -> str:
    return HEADER.format(unit) + "".join(f"2026-03-02 18:00:00,Push,57m,{line}\n" for line in lines)


def test_kinds_of_sets_rests_rpe_and_notes() -> None:
    reading = read(
        rows(
            "Squat (Barbell),W,40,10,0,0,,legs,",
            "Squat (Barbell),Rest Timer,0,0,0,90,,,",
            "Squat (Barbell),1,100,5,0,0,deep,legs,8.5",
            "Squat (Barbell),Ruhetimer,0,0,0,180.0,,,",
            "Squat (Barbell),F,100,4,0,0,,,10",
            "Squat (Barbell),D,60,12,0,0,,,",
            "Squat (Barbell),休息时间,0,0,0,60,,,",
            "Squat (Barbell),D,60,12,0,0,,,",
        )
    )
    squat = "Squat (Barbell)"
    assert reading.sessions[0].sets == (
        StrengthSet(squat, 10, kg("40"), SetKind.WARM_UP, rest_s=90.0),
        StrengthSet(squat, 5, kg("100"), rpe=8.5, rest_s=180.0, note="deep"),
        StrengthSet(squat, 4, kg("100"), SetKind.FAILURE, rpe=10.0),
        StrengthSet(squat, 12, kg("60"), SetKind.DROP, rest_s=60.0),
        StrengthSet(squat, 12, kg("60"), SetKind.DROP),
    )
    assert reading.sessions[0].note == "legs"
    assert (reading.skipped, reading.diagnostics) == ((), ())


def test_without_a_word_about_units_the_sets_come_without_loads_and_the_unit_is_asked() -> None:
    text = rows("Squat (Barbell),1,100,5,0,0,,,", unit="")
    asked = read(text)
    assert asked.question is not None
    assert (asked.question.key, asked.question.choices) == ("strong.weight-unit", ("kg", "lb"))
    assert asked.extent is Extent.PARTIAL
    assert asked.sessions[0].sets == (StrengthSet("Squat (Barbell)", reps=5),)
    answered = read(text, Answer("strong.weight-unit", "lb"))
    assert answered.question is None
    assert answered.sessions[0].id == asked.sessions[0].id
    assert answered.sessions[0].sets == (StrengthSet("Squat (Barbell)", 5, Amount(Decimal(100), Unit.POUND)),)


def test_traces_of_conversion_prove_the_unit_of_the_whole_file() -> None:
    reading = read(
        rows(
            "Squat (Barbell),1,44.09245243697551,5,0,0,,,",
            "Leg Press,1,45,5,0,0,,,",
            "Leg Press,2,149.99999999999997,5,0,0,,,",
            unit="",
        )
    )
    assert reading.question is None
    assert [each.load for each in reading.sessions[0].sets] == [
        kg("20"),
        Amount(Decimal(45), Unit.POUND),
        Amount(Decimal(150), Unit.POUND),
    ]


def test_kilograms_that_were_pounds_are_given_back_as_pounds() -> None:
    reading = read(rows("Squat (Barbell),1,61.23492,5,0,0,,,", "Squat (Barbell),2,27.215519999999998,5,0,0,,,"))
    assert [str(each.load) for each in reading.sessions[0].sets] == ["135 lb", "60 lb"]


def test_a_stated_unit_in_a_row_is_the_row_s() -> None:
    head = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n"
    reading = read(
        head + "2026-03-02 18:00:00,Push,Bench Press,1,100,kg,5\n2026-03-02 18:00:00,Push,Bench Press,2,225,lbs,5\n"
    )
    assert [str(each.load) for each in reading.sessions[0].sets] == ["100 kg", "225 lb"]


def test_identical_rows_are_real_sets() -> None:
    row = "Squat (Barbell),1,100,5,0,0,,,"
    assert len(read(rows(row, row, row)).sessions[0].sets) == 3


def test_a_newer_export_gives_old_sessions_the_same_ids() -> None:
    old = rows("Squat (Barbell),1,100,5,0,0,,,")
    new = old + "2026-03-05 18:00:00,Pull,57m,Chin Up,1,0,5,0,0,,,\n"
    assert read(new).sessions[0].id == read(old).sessions[0].id


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400), cut=st.integers(0, 400))
def test_no_bytes_make_it_raise(data: bytes, cut: int) -> None:
    text = rows("Squat (Barbell),1,100,5,0,0,,,").encode()
    for body in (data, text[:cut] + data + text[cut:]):
        READER.recognises(body, "x.csv")
        assert isinstance(read(body), Reading)


REAL = {
    "strong_e.csv": (2078, 129),
    "strong_i_10col.csv": (666, 37),
    "strong_r_chinese_3_years.csv": (6778, 384),
    "strong_s_v3_semicolon.csv": (266, 20),
}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared exports are not here")
@pytest.mark.parametrize("name", REAL)
def test_real_exports_are_accounted_for_to_the_last_row(name: str) -> None:
    data = (SHARED / name).read_bytes()
    text = data.decode("utf-8-sig")
    table = list(csv.reader(text.splitlines(), delimiter=";" if ";" in text.split("\n")[0] else ","))
    reading = read(data, Answer("strong.weight-unit", "kg"))
    sets = [each for session in reading.sessions for each in session.sets]
    assert (len(table) - 1, len(reading.sessions)) == REAL[name]
    assert len(sets) + len(reading.skipped) == len(table) - 1
    column = next(i for i, header in enumerate(table[0]) if header in ("Reps", "次"))
    assert sum(each.reps or 0 for each in sets) == sum(int(float(row[column] or 0)) for row in table[1:])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared exports are not here")
def test_the_chinese_file_keeps_pounds_for_kilograms() -> None:
    reading = read((SHARED / "strong_r_chinese_3_years.csv").read_bytes())
    first = reading.sessions[0]
    assert reading.question is None
    assert [str(each.load) for each in first.sets[:5]] == ["20 kg", "30 kg", "50 kg", "70 kg", "85 kg"]
    assert (first.duration_s, first.note, first.sets[0].note) == (4380.0, "星期二", "4x8")
    assert [each.code.value for each in reading.diagnostics] == ["I314", "I305", "I305"]


GERMAN_PHONE = """\
Datum;Workout-Name;Name der Übung;Reihenfolge festlegen;Gewicht;Gewichtseinheit;Wiederh.;RPE;Entfernung;\
Entfernungseinheit;Sekunden;Notizen;Workout-Notizen;Workout-Dauer
2026-03-02 18:00:00;Push;Bankdrücken (Langhantel);1;62,5;kg;5;8,5;0;;0;;;1 Std. 1 Min.
2026-03-02 18:00:00;Push;Bankdrücken (Langhantel);Ruhezeit;0;kg;0;;0;;90;;;1 Std. 1 Min.
"""


def test_a_set_order_translated_as_an_order_to_set_is_still_one() -> None:
    (session,) = read(GERMAN_PHONE).sessions
    assert READER.recognises(GERMAN_PHONE.encode(), "strong.csv")
    assert session.duration_s == 3660.0
    assert session.sets == (StrengthSet("Bankdrücken (Langhantel)", 5, kg("62.5"), rpe=8.5, rest_s=90.0),)


def test_a_row_that_is_a_note_is_no_set() -> None:
    head = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Seconds,Notes\n"
    rows = "2026-03-02 18:00:00,Push,Squat,1,60,5,0,\n2026-03-02 18:00:00,Push,Squat,Note,0,0,0,knees out\n"
    (session,) = read(head + rows).sessions
    assert (len(session.sets), session.note) == (1, "Squat: knees out")
