from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.command_line import ROOT, CommandLine

ZWO = """<workout_file><name>Endurance</name><sportType>bike</sportType><workout>
<Warmup Duration="180" PowerLow="0.5" PowerHigh="0.65"/><SteadyState Duration="1320" Power="0.65"/>
</workout></workout_file>"""


def test_every_template_is_clean_and_begins_on_the_day_asked_for(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    names = [one["name"] for one in line("plan", "new", "--json").json]
    assert len(names) >= 8
    text = line("plan", "new", names[0], "--start", "2026-11-30").out
    file = tmp_path / "new.plan"
    file.write_text(text, encoding="utf-8")
    answer = line("plan", "check", str(file), "--json")
    assert (answer.code, answer.json) == (0, {"diagnostics": []})


def test_a_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    answer = CommandLine(tmp_path / "journal")("plan", "new", "moon-landing")
    assert answer.code == 1
    assert "no template is called 'moon-landing'" in answer.err


def test_two_plans_are_told_apart_in_words(tmp_path: Path) -> None:
    before = (ROOT / "examples" / "demo.plan").read_text("utf-8")
    (tmp_path / "a.plan").write_text(before, "utf-8")
    (tmp_path / "b.plan").write_text(before.replace("5 x 8..12", "4 x 8..12"), "utf-8")
    line = CommandLine(tmp_path / "journal")
    (change,) = line("plan", "diff", str(tmp_path / "a.plan"), str(tmp_path / "b.plan"), "--json").json
    assert "5 x 8..12" in change["before"]
    assert "4 x 8..12" in change["after"]
    assert line("plan", "diff", str(tmp_path / "a.plan"), str(tmp_path / "a.plan")).out == "Nothing changed.\n"


@pytest.mark.parametrize(("content", "code"), [(ZWO, 0), ("not a workout", 1)])
def test_a_workout_file_becomes_plan_text(tmp_path: Path, content: str, code: int) -> None:
    file = tmp_path / "ride.zwo"
    file.write_text(content, "utf-8")
    answer = CommandLine(tmp_path / "journal")("plan", "import", str(file))
    assert answer.code == code
    assert ("22 min" in answer.out) == (code == 0)


def test_a_plan_goes_out_as_files_and_comes_back(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    plan = tmp_path / "spring.plan"
    plan.write_text(line("plan", "new", "half-marathon", "--start", "2027-01-04").out, "utf-8")
    made = line("plan", "export", str(plan), "--to", "fit", "--on", "2027-01-05", "--into", str(tmp_path), "--json")
    (one,) = made.json
    assert made.code == 0
    back = line("plan", "import", one["file"])
    assert (back.code, "min run" in back.out) == (0, True)
    printed = line("plan", "export", str(plan), "--to", "ics", "--into", "-")
    assert printed.out.startswith("BEGIN:VCALENDAR")
    assert line("plan", "export", str(plan), "--to", "gpx").code == 1


def test_a_session_is_moved_and_the_history_told(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    plan = tmp_path / "later.plan"
    plan.write_text(line("plan", "new", "half-marathon", "--start", "2127-01-06").out, "utf-8")
    assert line("plan", "use", str(plan)).code == 0
    session = line("plan", "show", str(plan), "--week", "1", "--json").json[0]["sessions"][0]
    moved = line("plan", "move", session["id"], "2127-01-10", "--json").json
    assert (moved["original_day"], moved["day"]) == (session["day"], "2127-01-10")
    assert line("plan", "move", session["id"], "--undo", "--json").json["day"] == session["day"]
    assert [one["name"] for one in line("plan", "history", "--json").json] == ["later"]
    assert line("plan", "diff", str(plan)).out == "Nothing changed.\n"


def test_upgrading_shows_a_difference_and_writes_when_asked(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    plan = tmp_path / "old.plan"
    plan.write_text('block "B"  1 week\n  Sun rest\n', "utf-8")
    shown = line("plan", "upgrade", str(plan))
    assert (shown.code, "+longgame plan 1" in shown.out.splitlines()) == (0, True)
    assert line("plan", "upgrade", "--write", str(plan)).code == 0
    assert plan.read_text("utf-8").startswith("longgame plan 1\n")
    assert "is of the newest version" in line("plan", "upgrade", str(plan)).out


def test_looking_at_a_plan_with_names_makes_no_journal(tmp_path: Path) -> None:
    plan = tmp_path / "own.plan"
    plan.write_text('longgame plan 1\n\nlet easy = 40 min\n\nblock "B"  1 week\n  Mon "Easy"  base\n    {easy} run\n')
    assert CommandLine(tmp_path / "journal")("plan", "check", str(plan)).code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["own.plan"]
