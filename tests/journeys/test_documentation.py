"""What the documentation shows is what the product does: commands of tutorials run, keys of the JSON are there."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.journeys.command_line import ROOT, CommandLine

TUTORIAL = ROOT / "docs" / "tutorials" / "first-session.md"
LINK = re.compile(r"\[[^\]]+\]\(([^)#]+?)(?:#[^)]*)?\)")


def test_every_command_of_the_first_tutorial_runs(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    blocks = re.findall(r"```console\n(.*?)```", TUTORIAL.read_text("utf-8"), re.DOTALL)
    commands = [shlex.split(command) for block in blocks for command in block.strip().splitlines()]
    there = [[str(ROOT / part) if part.startswith("examples/") else part for part in one[1:]] for one in commands]
    written = [[str(tmp_path / part) if part == "review.html" else part for part in one] for one in there]
    assert [(one, line(*one).code) for one in written] == [(one, 0) for one in written]
    assert (tmp_path / "review.html").read_text("utf-8").startswith("<!doctype html>")


def test_every_line_of_the_library_page_gives_what_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "docs" / "reference" / "library.md"), module_relative=False)
    assert (result.failed, result.attempted > 15) == (0, True)


def documented_keys(command: str) -> set[str]:
    row = next(
        line
        for line in (ROOT / "docs" / "reference" / "json.md").read_text("utf-8").splitlines()
        if line.startswith(f"| `{command}` |")
    )
    return set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", row.split("|")[2]))))


def keys_of(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in keys_of(inner)}
    return {key for inner in value for key in keys_of(inner)} if isinstance(value, list) else set()


def test_the_json_has_the_documented_keys_and_no_others(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    drop = tmp_path / "drop"
    shutil.copytree(ROOT / "examples" / "recordings", drop)
    (drop / "empty.fit").write_bytes(b"")
    line("plan", "use", str(ROOT / "examples" / "demo.plan"))
    assert keys_of(line("import", str(drop), "--json").json) == documented_keys("import PATH…")
    line("reflect", "--on", "2015-07-16", "--effort", "7")
    assert keys_of(line("review", "2015-07-16", "--json").json) == documented_keys("review")


def test_no_link_between_documents_is_dead() -> None:
    pages = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    dead = [f"{page.relative_to(ROOT)}: {link}" for page, link in links if not (page.parent / link).exists()]
    assert len(links) > 10
    assert dead == []


def test_the_exercises_have_the_documented_keys(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    assert keys_of(line("exercises", "map", "Ohio State", "Deadlift", "--json").json) == documented_keys("exercises")
    assert line("exercises", "map", "Ohio State", "Qqqq").code == 1
