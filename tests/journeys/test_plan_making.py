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
