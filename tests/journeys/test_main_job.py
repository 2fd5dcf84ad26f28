"""The main job on the bundled recordings: plan, import, today, reflect, review, page; and what goes wrong."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.journeys.command_line import ROOT, CommandLine

EXAMPLES = ROOT / "examples"
KILOGRAMS = ("import", "answer", "strong.weight-unit=kg")


@pytest.fixture(scope="module")
def longgame(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """A journal with the demo's plan and recordings."""
    line = CommandLine(tmp_path_factory.mktemp("main-job") / "journal")
    assert line("plan", "use", str(EXAMPLES / "demo.plan")).code == 0
    assert line("import", str(EXAMPLES / "recordings")).code == 0
    assert line(*KILOGRAMS).code == 0
    return line


def test_another_process_finds_what_was_kept(longgame: CommandLine) -> None:
    asked = ("review", "2021-07-22", "--json")
    assert replace(longgame, own_process=True)(*asked) == longgame(*asked)


def test_importing_again_changes_nothing(longgame: CommandLine) -> None:
    account = longgame("import", str(EXAMPLES / "recordings"), "--json").json
    assert (account["files"], account["imported"], account["already_there"]) == (5, 0, 5)
    assert (account["sessions"], account["sets"], account["quarantined"]) == (0, 0, [])


def test_two_recordings_of_one_ride_are_one_session(longgame: CommandLine) -> None:
    reviews = longgame("review", "--all", "--json").json
    rides = [one for one in reviews if one["session"] and one["session"]["start"].startswith("2021-07-22T18:52")]
    assert len(rides) == 1


@pytest.mark.parametrize(
    ("day", "title", "verdict", "manner"),
    [
        ("2015-07-16", "Easy hills", "not served", "beyond"),
        ("2020-04-18", "Easy ride", "served", "within"),
        ("2021-07-19", "Push", "partly served", "beyond"),
        ("2021-07-21", "Close grip", "served", "within"),
    ],
)
def test_the_verdicts_that_a_coach_would_give(
    longgame: CommandLine, day: str, title: str, verdict: str, manner: str
) -> None:
    review = longgame("review", day, "--json").json
    assert (review["planned"]["title"], review["verdict"], review["manner"]) == (title, verdict, manner)


def test_contributions_add_up_in_json_too(longgame: CommandLine) -> None:
    judged = [one for one in longgame("review", "--all", "--json").json if one["execution"] is not None]
    errors = [abs(sum(row["contribution"] for row in one["criteria"]) - one["execution"]) for one in judged]
    assert len(judged) > 10
    assert max(errors) < 1e-12


def test_the_card_of_a_day_says_what_for_and_between_which_bounds(longgame: CommandLine) -> None:
    (planned,) = longgame("today", "--on", "2021-07-22", "--json").json["planned"]
    assert (planned["title"], planned["intent"]) == ("Climbing intervals", "intervals")
    assert planned["why"][-1] == "Hold 310 W up the whole climb: To look around at the top."
    assert planned["steps"][2] == "2 min ride @ 295..325 W"


def test_overshoot_is_carried_into_the_days_that_follow(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    line("plan", "use", str(EXAMPLES / "demo.plan"))
    line("import", str(EXAMPLES / "recordings" / "2015-07-16-ride.fit"))
    before = line("review", "2015-07-16", "--json").json
    assert line("reflect", "--on", "2015-07-16", "--effort", "7").code == 0
    after = line("review", "2015-07-16", "--json").json
    assert [one["code"] for one in before["findings"]] == []
    assert [one["code"] for one in after["findings"]] == ["rhythm"]
    assert after["next"][0]["plan_diff"].splitlines()[0] == "# 2015-07-18"
    assert after["execution"] <= before["execution"]


def test_the_page_is_one_file_that_asks_for_nothing(longgame: CommandLine, tmp_path: Path) -> None:
    page = tmp_path / "review.html"
    assert longgame("review", "2020-04-18", "--html", str(page)).code == 0
    text = page.read_text("utf-8")
    asked = [url for url in re.findall(r'(?:src|href|url)\s*[=(]\s*["\']?([^"\')>\s]+)', text) if url != "#lg-outside"]
    assert asked == []
    assert "<script" not in text
    assert "This session served its purpose" in text


def test_the_same_files_in_another_order_and_zone_give_the_same_reviews(longgame: CommandLine, tmp_path: Path) -> None:
    other = CommandLine(tmp_path / "journal", zone="America/Los_Angeles")
    for file in sorted((EXAMPLES / "recordings").iterdir(), reverse=True):
        other("import", str(file))
    other(*KILOGRAMS)
    other("plan", "use", str(EXAMPLES / "demo.plan"))
    assert other("review", "--all", "--json").out == longgame("review", "--all", "--json").out


def test_a_broken_file_waits_while_the_rest_comes_in(tmp_path: Path) -> None:
    line, drop = CommandLine(tmp_path / "journal"), tmp_path / "drop"
    drop.mkdir()
    shutil.copy(EXAMPLES / "recordings" / "2020-04-18-ride.fit", drop / "good.tcx")
    (drop / "empty.fit").write_bytes(b"")
    (drop / "notes.fit").write_bytes(b"this is not a recording")
    answer = line("import", str(drop), "--json")
    account = answer.json
    assert answer.code == 1
    assert (account["files"], account["imported"], account["sessions"]) == (3, 1, 1)
    assert [Path(one["path"]).name for one in account["quarantined"]] == ["empty.fit", "notes.fit"]
    waiting = line("import", "quarantine", "--json").json["quarantined"]
    assert [Path(one["path"]).name for one in waiting] == ["empty.fit", "notes.fit"]


def test_what_is_sure_comes_in_before_the_question_is_answered(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    account = line("import", str(EXAMPLES / "recordings" / "strength-log.csv"), "--json").json
    asked = [one for one in account["remarks"] if one["code"] == "I014"]
    assert (account["imported"], account["sets"], account["quarantined"]) == (1, 144, [])
    assert [one["message"] for one in asked] == ["Are the loads in your Strong exports in kg or in lb?"]
    answered = line(*KILOGRAMS, "--json").json
    assert (answered["sessions"], answered["sets"]) == (0, 0)
    assert [one["code"] for one in answered["remarks"]] == ["I017"]
    before = line("import", str(EXAMPLES / "recordings" / "strength-log.csv"), "--json").json
    assert before["already_there"] == 1


def test_an_import_can_be_taken_back(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    account = line("import", str(EXAMPLES / "recordings" / "2020-04-18-ride.fit"), "--json").json
    assert line("import", "undo", account["batch"], "--json").json["sessions"] == 1
    assert line("review", "last").code == 1


def test_a_dry_run_keeps_nothing(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    account = line("import", str(EXAMPLES / "recordings"), "--dry-run", "--json").json
    assert (account["batch"], account["imported"], account["sets"]) == (None, 5, 144)
    assert line("review", "last").code == 1


def test_a_table_of_ones_own_is_confirmed_in_words(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    table = tmp_path / "mine.csv"
    table.write_text("When,Activity,Time,Strain\n2026-03-07,Run,00:52:10,4\n", "utf-8")
    rehearsed = line("import", str(table), "--dry-run").out
    assert "0 sessions and 0 sets are in them; nothing was kept." in rehearsed
    asked = line("import", str(table)).out
    assert asked.count("Is this what the table holds?") == 1
    key = re.search(r"hint: longgame import answer (table\.\w+)=yes\n", asked)
    assert key is not None
    misspelt = line("import", "answer", f"{key[1]}=yes, effort: Stain").out
    assert "“Stain” is no column of the table" in misspelt
    confirmed = line("import", "answer", f"{key[1]}=yes, effort: Strain").out
    assert "1 file read again, holding 1 session and 0 sets." in confirmed
    assert line("import", "quarantine").out == "Nothing waits.\n"


def test_an_answer_is_listed_changed_and_taken_back(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    assert line("import", "answer").out == "No file asks anything, and none was read with an answer.\n"
    line("import", str(EXAMPLES / "recordings" / "strength-log.csv"))
    assert [one["key"] for one in line("import", "answer", "--json").json["open"]] == ["strong.weight-unit"]
    wrong = [line("import", "answer", said) for said in ("strong.weight-unit=stone", "nobody.asks=kg", "kg")]
    assert [answer.code for answer in wrong] == [1, 1, 1]
    assert wrong[0].err == "“stone” is no answer to “strong.weight-unit”; answer kg or lb\n"
    line(*KILOGRAMS)
    assert "strong.weight-unit=kg: 1 file read with it" in line("import", "answer").out
    assert "read with your answer “lb”" in line("import", "answer", "strong.weight-unit=lb").out
    told = line("import", "answer", "--json").json
    assert ([one["answer"] for one in told["given"]], told["open"]) == (["lb"], [])
    line("import", "answer", "strong.weight-unit=")
    told = line("import", "answer", "--json").json
    assert (told["given"], [one["choices"] for one in told["open"]]) == ([], [["kg", "lb"]])


def test_what_was_left_out_inside_a_file_is_counted_in_the_account(tmp_path: Path) -> None:
    diary = tmp_path / "diary.json"
    entry = '{"creationDate": "2026-05-01T08:00:00Z", "text": "%s"}'
    texts = ("slept well", "![](dayone-moment://1)", "")
    diary.write_text('{"entries": [' + ", ".join(entry % text for text in texts) + "]}")
    out = CommandLine(tmp_path / "journal")("import", str(diary)).out
    assert "0 sessions, 0 sets and 1 note came in." in out
    assert f"  left out of {diary}: entry without words × 2\n" in out
    assert f"  left out of {diary}: picture, sound or file attached to an entry\n" in out


def test_a_plan_with_several_errors_names_them_all(tmp_path: Path) -> None:
    plan = tmp_path / "bad.plan"
    plan.write_text(
        'longgame plan 1\n\nblock "B" 2 weeks\n  Mon "A" base\n    50..40 min run\n  Tue "B" fun\n    20 min run hr\n'
    )
    answer = CommandLine(tmp_path / "journal")("plan", "check", str(plan), "--json")
    errors = [one for one in answer.json["diagnostics"] if one["severity"] == "error"]
    assert answer.code == 1
    assert [one["line"] for one in errors] == [5, 6, 7]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--help",), 0),
        (("--version",), 0),
        (("no-such-command",), 2),
        (("reflect", "--effort", "11"), 2),
        (("reflect",), 1),
        (("review", "last"), 1),
        (("import", "no/such/file.fit"), 1),
        (("plan", "check", "no/such.plan"), 1),
        (("today", "--on", "someday"), 1),
        (("zone", "Mars/Olympus"), 1),
        (("fact", "threshold_hr", "165"), 0),
        (("excuse", "ill", "2026-11-01", "2026-11-03"), 0),
    ],
)
def test_the_exit_code_says_what_happened(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    assert CommandLine(tmp_path / "journal")(*arguments).code == code


def test_a_folder_that_cannot_be_used_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    answer = CommandLine(tmp_path / "file" / "journal")("review", "last")
    assert answer.code == 1
    assert "cannot be used" in answer.err
