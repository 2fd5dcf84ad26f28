"""Hevy: blank is not said, newest first becomes oldest first, and dates come in the phone's language."""

from __future__ import annotations

import csv
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longgame.intake.formats.hevy import READER
from longgame.intake.model import Extent, Original, ReadContext, Reading
from longgame.kernel.ids import THE_ATHLETE, content_hash
from longgame.kernel.units import Amount, Unit
from longgame.record.sets import SetKind, StrengthSet

SHARED = Path(__file__).parents[4] / "shared" / "data" / "exports" / "hevy"
ZONE = ZoneInfo("Europe/Berlin")
HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
)
PULL = '"Pull","7 Apr 2026, 10:14","7 Apr 2026, 11:02","calm",'
PUSH = '"Push 🏋️","5 Apr 2026, 09:00","5 Apr 2026, 09:45","",'


def read(text: str | bytes) -> Reading:
    data = text.encode() if isinstance(text, str) else text
    return READER.read(Original("hevy.csv", content_hash(data), data), ReadContext(THE_ATHLETE, ZONE))


def test_sets_sessions_and_what_was_not_said() -> None:
    reading = read(
        HEADER
        + PULL
        + '"Lat Pulldown (Cable)",0,"wide",0,"warmup",30,12,,,\n'
        + PULL
        + '"Plank",0,"",0,"normal",,,,60,\n'
        + PULL
        + '"Lat Pulldown (Cable)",0,"wide",1,"failure",50,7,,,9.5\n'
        + PULL
        + '"Running",,"",0,"normal",,,1.5,540,\n'
        + PUSH
        + '"Push Up",,"",0,"dropset",,0,,,\n'
    )
    push, pull = reading.sessions
    assert (reading.extent, reading.diagnostics, reading.skipped) == (Extent.FULL, (), ())
    assert (push.title, push.start, push.duration_s, push.note) == (
        "Push 🏋️",
        datetime(2026, 4, 5, 9, tzinfo=ZONE),
        2700.0,
        None,
    )
    assert push.sets == (StrengthSet("Push Up", reps=0, kind=SetKind.DROP),)
    assert (pull.title, pull.duration_s, pull.note) == ("Pull", 2880.0, "calm")
    load = Amount(Decimal(30), Unit.KILOGRAM), Amount(Decimal(50), Unit.KILOGRAM)
    lat = "Lat Pulldown (Cable)"
    assert pull.sets == (
        StrengthSet(lat, 12, load[0], SetKind.WARM_UP, superset="0", note="wide"),
        StrengthSet("Plank", duration_s=60.0, superset="0"),
        StrengthSet(lat, 7, load[1], SetKind.FAILURE, rpe=9.5, superset="0", note="wide"),
        StrengthSet("Running", distance_m=1500.0, duration_s=540.0),
    )


@pytest.mark.parametrize(
    "written",
    [
        "7 Apr 2026, 10:14",
        "7 avr. 2026, 10:14",
        "7. Apr. 2026, 10:14",
        "7 de abr. de 2026, 10:14",
        "7 abr 2026, 10:14",
        "7 apr. 2026, 10:14",
        "7 апр. 2026 г., 10:14",
        "7 kwi 2026, 10:14",
        "7 Nis 2026 10:14",
        "2026年4月7日 10:14",
        "2026. 4. 7., 10:14",
        "Apr 7, 2026, 10:14 AM",
        "2026-04-07 10:14:00",
        "7 huhtik. 2026 klo 10.14",
    ],
)
def test_a_date_in_any_language_is_that_date(written: str) -> None:
    text = HEADER + f'"Push","{written}","","","Push Up",,"",0,"normal",,10,,,\n'
    assert [session.start for session in read(text).sessions] == [datetime(2026, 4, 7, 10, 14, tzinfo=ZONE)]


def test_pounds_and_miles_by_the_header() -> None:
    text = HEADER.replace("_kg", "_lbs").replace("_km", "_miles")
    reading = read(text + PUSH + '"Sled Push",,"",0,"normal",135,3,0.25,,\n')
    only = reading.sessions[0].sets[0]
    assert (only.load, only.distance_m) == (Amount(Decimal(135), Unit.POUND), pytest.approx(402.336))


def test_an_end_before_the_start_is_no_duration() -> None:
    reading = read(HEADER + '"P","5 Apr 2026, 09:00","5 Apr 2026, 08:00","","Push Up",,"",0,"normal",,9,,,\n')
    assert reading.sessions[0].duration_s is None
    assert [each.code.value for each in reading.diagnostics] == ["I303"]


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("29 Mar 2026, 01:30", "29 Mar 2026, 03:30", 60),
        ("28 Mar 2026, 23:00", "29 Mar 2026, 04:00", 240),
        ("25 Oct 2026, 01:30", "25 Oct 2026, 03:30", 180),
        ("25 Oct 2026, 02:50", "25 Oct 2026, 02:20", 30),
    ],
    ids=["over the leap", "a night with the leap", "over the fall", "into the hour passed twice"],
)
def test_a_length_over_a_clock_change_is_what_passed(start: str, end: str, minutes: int) -> None:
    """By hand: clocks in Berlin leap from 2 to 3 on 29 March and fall from 3 to 2 on 25 October 2026."""
    reading = read(HEADER + f'"P","{start}","{end}","","Push Up",,"",0,"normal",,9,,,\n')
    assert (reading.sessions[0].duration_s, reading.diagnostics) == (minutes * 60.0, ())


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400), cut=st.integers(0, 400))
def test_no_bytes_make_it_raise(data: bytes, cut: int) -> None:
    text = (HEADER + PUSH + '"Push Up",,"",0,"normal",,9,,,\n').encode()
    for body in (data, text[:cut] + data + text[cut:]):
        READER.recognises(body, "x.csv")
        assert isinstance(read(body), Reading)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared exports are not here")
def test_the_real_export_is_accounted_for_to_the_last_row() -> None:
    data = (SHARED / "hevy_d.csv").read_bytes()
    table = list(csv.DictReader(data.decode().splitlines(keepends=True)))
    reading = read(data)
    assert (len(table), len(reading.sessions), reading.skipped, reading.diagnostics) == (330, 17, (), ())
    told = [(s.title, e.exercise, e.reps, e.load and e.load.value) for s in reading.sessions for e in s.sets]
    expected = [
        (r["title"], r["exercise_title"], int(r["reps"]) if r["reps"] else None, weight(r["weight_kg"])) for r in table
    ]
    assert sorted(told, key=str) == sorted(expected, key=str)


def weight(text: str) -> Decimal | None:
    return Decimal(text) if text and Decimal(text) else None
