"""The inner game from the terminal."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import AthleteId, SessionId
from longgame.record.reflection import After, Before, Thought
from longgame.record.session import Session
from longgame.store.journal import open_store
from tests.app.made import EASY_PLAN, lifted
from tests.journeys.command_line import CommandLine
from tests.journeys.test_documentation import documented_keys, keys_of

THEIRS = "mirabilis"
LAPPED = "everyone in class lapped me again"
SQUATS = EASY_PLAN.replace("  Sun rest", '  Mon "Squats" strength for easy\n    Squat 3 x 5\n  Sun rest')
EASY_FOR_YEARS = """longgame plan 1

season "Long" 2026-01-05 .. 2033-09-04
  goal easy "Run easily"

block "Base" 400 weeks serves easy
  Wed "Easy" base for easy
    40..50 min run
"""
"""The command line reads the real day, so the plan has to be there on any."""


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    """A journal with squats, a plan and thoughts."""
    with open_store(tmp_path / "journal") as store:
        fill(Setting(store.journal(), FixedClock(datetime(2026, 11, 20, 12, tzinfo=UTC))), 80)
    return CommandLine(tmp_path / "journal")


def fill(setting: Setting, kg: int) -> None:
    setting.journal.plans.use("easy", SQUATS, datetime(2026, 11, 1, tzinfo=UTC))
    for week in range(6):
        day = datetime(2026, 10, 12, tzinfo=UTC) + timedelta(weeks=week)
        done = lifted(day.date().isoformat(), "Squat", (5, 5, 5), kg=str(kg + 2 * week))
        setting.journal.sessions.put(done if setting.journal.athlete == "me" else _of(done, setting.journal.athlete))
        reflect(setting, Before(day, confidence=4, low_day=week % 2 == 0), day.date())
        reflect(setting, Thought(day + timedelta(hours=18, minutes=20), f"{LAPPED} {week}"), day.date())
        reflect(setting, After(day + timedelta(hours=20), effort=6, presence=5, learned="slower"), day.date())


def _of(session: Session, athlete: AthleteId) -> Session:
    return replace(session, athlete=athlete, id=SessionId(f"{athlete}-{session.id}"))


def test_a_thought_is_answered_at_once_and_can_be_met_corrected_and_read_again(line: CommandLine) -> None:
    said = line("--json", "reflect", "--thought", "I'm so weak", "--at-set", "2").json
    [answer] = said["answers"]
    assert [one["pattern"] for one in answer["patterns"]] == ["self-criticism"]
    assert answer["question"].endswith("?")
    met = line("--json", "mind", "meet", answer["uuid"], "what happened, without an adjective").json
    assert (met["met"], met["acknowledged"]) == ("what happened, without an adjective", True)
    corrected = line("--json", "mind", "correct", answer["uuid"][:8], "fatigue").json
    assert [one["pattern"] for one in corrected["patterns"]] == ["fatigue"]
    assert line("mind", "correct", answer["uuid"], "envy").code == 1
    assert line("mind", "meet", "nothing").code == 1
    assert "without an adjective" in line("mind", "thoughts", answer["uuid"]).out


def test_words_of_harm_are_answered_with_help_alone(line: CommandLine) -> None:
    said = line("reflect", "--thought", "I want to die")
    assert said.code == 0
    assert "findahelpline.com" in said.out
    assert "journal:" not in said.out
    [answer] = line("--json", "reflect", "--thought", "I made myself sick after dinner").json["answers"]
    assert (answer["patterns"], answer["question"], answer["fact"]) == ([], None, None)
    assert answer["help"]["places"]


def test_the_weekly_question_and_plans_from_the_terminal(line: CommandLine, tmp_path: Path) -> None:
    assert "support with right now" in line("checkin").out
    reply = line("--json", "checkin", "I can't sleep").json
    key = reply["practices"][0]["key"]
    assert line("--json", "checkin", "--choose", key).json["waiting"]["chosen"] == key
    assert line("--json", "checkin", "--helped").json["kinds"][0]["helped"] == 1
    assert line("checkin", "--helped").code == 1
    assert line("checkin", "dunno", "--need", "wealth").code == 1
    made = line("--json", "mind", "plan", "if I look at the next lane", "then I count my breath").json
    assert line("--json", "mind", "used", made["uuid"], "--helped").json["helped"] == 1
    assert line("mind", "drop", made["uuid"]).code == 0
    assert line("--json", "mind", "plans").json["plans"] == []
    assert len(json.loads(line("--json", "mind", "practices").out)) >= 40
    page = tmp_path / "letter.html"
    assert line("mind", "letter", "2026-11", "--html", str(page), "--md", str(tmp_path / "letter.md")).code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert line("mind", "letter", "November").code == 1


def test_a_lighter_session_is_accepted_and_put_back_from_the_terminal(line: CommandLine, tmp_path: Path) -> None:
    plan = tmp_path / "daily.plan"
    plan.write_text(EASY_FOR_YEARS, "utf-8")
    assert line("plan", "use", str(plan)).code == 0
    assert line("checkin", "--accept").code == 1
    assert "--accept makes it" in line("checkin", "I'm so tired").out
    done = line("--json", "checkin", "--accept").json
    assert (done["undone"], "min run" in done["difference"]) == (False, True)
    assert line("--json", "checkin").json["waiting"]["chosen"] == "lighter-week"
    assert line("--json", "checkin", "--undo").json["undone"] is True
    assert line("--json", "checkin").json["waiting"] is None
    assert line("checkin", "--undo").code == 1


@pytest.mark.parametrize(
    ("command", "row"),
    [
        (("mind",), "mind"),
        (("mind", "practices", "sleep"), "mind practices"),
        (("checkin",), "checkin"),
    ],
)
def test_the_json_has_documented_keys_only(line: CommandLine, command: tuple[str, ...], row: str) -> None:
    assert keys_of(line("--json", *command).json) <= documented_keys(row)


def test_a_note_for_the_coach_is_kept_from_the_terminal_and_said_back(line: CommandLine) -> None:
    assert line("checkin", "--note", "too early").code == 1
    line("checkin", "my squat technique")
    told = line("checkin", "--note", "watch my third set").out
    assert "Taken for the week: A note for your coach: “watch my third set”." in told
    assert line("--json", "checkin").json["last"]["note"] == "watch my third set"
