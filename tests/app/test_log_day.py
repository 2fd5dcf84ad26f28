"""What the logger carries into the gym: bounds, last time, the ration left, and sessions begun elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from longgame.app.log_day import log_day, log_day_to_json
from longgame.app.log_set import log_head, log_set, times_past, went_past
from longgame.app.write_plan import use_plan
from longgame.doors.wiring import open_setting
from longgame.kernel.ids import SessionId
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Unit
from longgame.record.live import LoggedHead, LoggedSet
from longgame.record.sets import StrengthSet

NOW = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
PLAN = """longgame plan 1

season "Bar"  2026-11-23 .. 2027-01-31
  goal pullup "Ten strict pull-ups"  10 reps of Pull-up  by 2027-01-30
  ration failure  3 sets a week, 1 a session per pattern

block "Foundation"  6 weeks   serves pullup
  Tue "Pull"  hypertrophy for pullup
    Pull-up      3 x 4..6  rir 2..3  rest 2:00
  Thu "Pull again"  hypertrophy for pullup
    Pull-up      3 x 4..6  rir 2..3  rest 2:00
    Barbell Row  2 x 8..10 @ 60..65 kg
  Sun rest
"""
TUESDAY = SessionId("aaaaaaaa-0000-0000-0000-000000000001")
THURSDAY = SessionId("aaaaaaaa-0000-0000-0000-000000000002")


def begun(at: datetime, duration_s: float | None = None) -> LoggedHead:
    return LoggedHead(at, at, at.date(), Sport.STRENGTH, "Pull", duration_s)


def a_set(number: int, at: datetime, done: StrengthSet) -> LoggedSet:
    return LoggedSet(f"bbbbbbbb-{number:04d}", at, at, done)


def test_the_day_brings_bounds_last_time_and_what_is_left_of_the_ration(tmp_path: Path) -> None:
    tuesday = NOW - timedelta(days=2)
    with open_setting(tmp_path, NOW) as setting:
        use_plan(setting, "bar", PLAN, tuesday - timedelta(days=1))
        log_head(setting, TUESDAY, begun(tuesday, 1800.0))
        log_set(setting, TUESDAY, a_set(1, tuesday, StrengthSet("Pull Up", reps=6, rir=2)))
        log_set(setting, TUESDAY, a_set(2, tuesday + timedelta(minutes=3), StrengthSet("Pull Up", reps=5, rir=0)))
        told = log_day_to_json(log_day(setting, date(2026, 11, 26)))
    (session,) = told["sessions"]
    pull, row = session["steps"]
    assert (session["title"], session["intent"], session["sport"]) == ("Pull again", "hypertrophy", "strength")
    assert [one["reps"] for one in pull["last"]] == [6, 5]
    assert (pull["sets"], pull["reps"], pull["pattern"]) == (
        {"floor": 3.0, "ceiling": 3.0},
        {"floor": 4.0, "ceiling": 6.0},
        "pull",
    )
    assert [(one["quantity"], one["floor"], one["ceiling"]) for one in row["targets"]] == [("load", 60.0, 65.0)]
    assert session["ration"] == {"per_session": 1, "per_week": 3, "per_pattern": True, "spent": {"pull": 1}}
    assert told["live"] == []


def test_a_session_begun_on_one_device_can_be_gone_on_with_on_another(tmp_path: Path) -> None:
    with open_setting(tmp_path, NOW) as setting:
        use_plan(setting, "bar", PLAN, NOW - timedelta(days=3))
        planned = log_day(setting, NOW.date()).sessions[0].planned.id
        log_head(setting, THURSDAY, begun(NOW), planned)
        lifted = StrengthSet("Barbell Row", reps=8, load=Amount(Decimal("62.5"), Unit.KILOGRAM))
        log_set(setting, THURSDAY, a_set(1, NOW, lifted))
        (live,) = log_day_to_json(log_day(setting, NOW.date()))["live"]
        log_head(setting, THURSDAY, replace(begun(NOW, 3600.0), said_at=NOW + timedelta(hours=1)))
        closed = log_day_to_json(log_day(setting, NOW.date()))["live"]
    assert (live["session"], live["planned"]) == (THURSDAY, planned)
    assert [(one["step"], one["load"], one["unit"], one["reps"]) for one in live["sets"]] == [(1, "62.5", "kg", 8)]
    assert closed == []


def test_it_belongs_to_the_promise_it_was_started_from_until_a_person_says_otherwise(
    tmp_path: Path,
) -> None:
    with open_setting(tmp_path, NOW) as setting:
        use_plan(setting, "bar", PLAN, NOW - timedelta(days=3))
        planned = log_day(setting, NOW.date()).sessions[0].planned.id
        log_head(setting, THURSDAY, begun(NOW), planned)
        chosen = setting.journal.pairings.standing()
        setting.journal.pairings.undo(THURSDAY, NOW)
        log_head(setting, THURSDAY, begun(NOW + timedelta(minutes=1)), planned)
        left = setting.journal.pairings.standing()
    assert [(one.session, one.planned) for one in chosen] == [(THURSDAY, planned)]
    assert left == ()


def test_going_on_past_the_top_is_kept_once_however_often_it_arrives(tmp_path: Path) -> None:
    with open_setting(tmp_path, NOW) as setting:
        log_head(setting, THURSDAY, begun(NOW))
        kept = [went_past(setting, THURSDAY, "cccccccc-1", NOW, NOW.date(), "Pull-up") for _ in range(3)]
        told = times_past(setting, THURSDAY)
    assert (kept, told) == ([True, False, False], ("Pull-up",))
