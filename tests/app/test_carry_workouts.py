"""Files of other programs are told apart by what is in them; calendars and tables hold a whole plan."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar

from longgame.app.carry_workouts import Foreign, carry_in, carry_out
from longgame.app.setting import Setting, live_in
from longgame.app.write_plan import use_plan
from longgame.plan.language import parse
from longgame.plan.model import SessionLine

PLAN = """\
longgame plan 1

season "S"  2026-11-23 .. 2026-12-06
  goal g "G"  run 10 km

block "B"  2 weeks  serves g
  Tue 18:30 "Easy"  base
    why "Loose legs."
    40..50 min run  rpe 2..3
  Thu "Lift"  strength
    Squat  3 x 5 @ 80 kg
  Sun rest
"""
COURSE = b"[COURSE HEADER]\nMINUTES PERCENT\n[END COURSE HEADER]\n[COURSE DATA]\n0 50\n10 50\n[END COURSE DATA]\n"


@pytest.mark.parametrize(
    ("name", "data", "step"),
    [
        ("a.zwo", b"<workout_file><workout><SteadyState Duration='600' Power='.5'/></workout></workout_file>", "@ 50%"),
        ("a.dat", COURSE, "10 min ride @ 50%"),
        ("a.txt", b"- 10m 50%\n", "10 min ride @ 50%"),
        ("a.txt", b"Squat / 3x5 80kg\n", "Squat  3 x 5 @ 80 kg"),
    ],
)
def test_content_tells_what_a_file_is(setting: Setting, name: str, data: bytes, step: str) -> None:
    (made,) = carry_in(setting, name, data)
    assert step in (made.text or "")


def test_nothing_of_the_kind_is_said_to_be_so(setting: Setting) -> None:
    for name in ("a.fit", "a.zwo", "a.csv"):
        (made,) = carry_in(setting, name, b"<x>WorkoutDay,WorkoutType\n")
        assert (made.text, [one.code.value for one in made.diagnostics]) == (None, ["P301"])


def test_a_calendar_has_an_event_for_each_promise(setting: Setting) -> None:
    live_in(setting, "Europe/Madrid")
    (made,) = carry_out(setting, "Spring", PLAN, Foreign.ICS)
    events = list(Calendar.from_ical(made.data).walk("VEVENT"))
    assert len({str(one["uid"]) for one in events}) == len(events) == 6
    easy = next(one for one in events if str(one["summary"]) == "Easy (base)")
    assert easy.decoded("dtstart").astimezone(UTC) == datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
    assert easy.decoded("duration").total_seconds() == 3600
    assert "Loose legs." in str(easy["description"])
    assert next(one for one in events if str(one["summary"]) == "Rest").decoded("dtstart") == date(2026, 11, 29)


def test_planned_rows_come_back_on_their_days(setting: Setting) -> None:
    (made,) = carry_out(setting, "Spring", PLAN, Foreign.TRAININGPEAKS)
    rows = list(csv.DictReader(io.StringIO(made.data.decode())))
    assert [row["WorkoutDay"] for row in rows][:3] == ["2026-11-24", "2026-11-26", "2026-11-29"]
    assert rows[0]["PlannedDuration"] == "0.7500"
    (back,) = carry_in(setting, "workouts.csv", made.data)
    lines = [one.content for one in parse(back.text or "").plan.walk() if isinstance(one.content, SessionLine)]
    assert [(line.day.on, line.title) for line in lines] == [
        (date.fromisoformat(row["WorkoutDay"]), row["Title"]) for row in rows
    ]
    assert "45 min run" in (back.text or "")


def test_one_day_goes_out_alone_and_rest_to_no_machine(setting: Setting) -> None:
    assert [one.name for one in carry_out(setting, "Spring", PLAN, Foreign.FIT, date(2026, 11, 26))] == [
        "2026-11-26 Lift.fit"
    ]
    assert carry_out(setting, "Spring", PLAN, Foreign.ZWO, date(2026, 11, 29)) == ()
    assert len(carry_out(setting, "Spring", PLAN, Foreign.INTERVALS)) == 4


def test_the_time_of_day_is_the_athletes(setting: Setting) -> None:
    use_plan(setting, "Spring", PLAN)
    (made,) = carry_out(setting, "Spring", PLAN, Foreign.ICS, date(2026, 11, 24))
    (event,) = Calendar.from_ical(made.data).walk("VEVENT")
    assert event.decoded("dtstart").timetz() == time(18, 30, tzinfo=event.decoded("dtstart").tzinfo)
