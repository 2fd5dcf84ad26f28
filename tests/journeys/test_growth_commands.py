"""`how-far`, `watch`, `earned`, `awareness`, `wellness` and `felt` as a person types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.command_line import ROOT, CommandLine
from tests.journeys.test_documentation import documented_keys, keys_of

EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="module")
def longgame(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    line = CommandLine(tmp_path_factory.mktemp("growth") / "journal")
    line("plan", "use", str(EXAMPLES / "demo.plan"))
    line("import", str(EXAMPLES / "recordings"))
    line("import", "answer", "strong.weight-unit=kg")
    return line


def test_a_morning_a_rating_and_the_measures(longgame: CommandLine, tmp_path: Path) -> None:
    said = longgame("wellness", "--on", "2021-07-20", "--fatigue", "2", "--sleep-hours", "7.5", "--json").json
    assert (said["fatigue"], said["sleep_s"]) == (2.0, 27000.0)
    assert longgame("felt", "-1", "--json").json["rating"] == -1
    picture = tmp_path / "lift.svg"
    answer = longgame("how-far", "--svg", str(picture), "--json")
    assert {"measure", "unit", "then", "now", "p_up", "p_down", "says"} <= set(answer.json[0])
    assert answer.json[0]["felt"]["rating"] == -1
    assert picture.read_text("utf-8").startswith("<svg")


COMMANDS = ("how-far", "curve", "watch", "load", "earned", "awareness", "wellness", "felt", "lift", "race", "balance")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_keys_are_documented(longgame: CommandLine, command: str) -> None:
    more = {"felt": ["2"], "wellness": ["--mood", "3"], "earned": ["--on", "2021-07-01"]}.get(command, [])
    more += {"race": ["5k", "24:34"]}.get(command, [])
    answer = longgame(command, *more, "--json")
    assert answer.code == 0
    assert keys_of(answer.json) <= documented_keys(command) | {"unknown"}


def test_pictures_of_a_lift_and_of_what_was_left(longgame: CommandLine, tmp_path: Path) -> None:
    for words in (("lift",), ("balance", "last"), ("wellness", "--mood", "3"), ("felt", "1")):
        picture = tmp_path / f"{words[0]}.svg"
        assert longgame(*words, "--svg", str(picture)).code == 0
        assert picture.read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize("asked", [("far", "24:34"), ("5k", "fast"), ("5k", "24:34", "--to", "far")])
def test_a_race_that_cannot_be_read_is_asked_for_again(longgame: CommandLine, asked: tuple[str, ...]) -> None:
    answer = longgame("race", *asked)
    assert answer.code == 1
    assert "is written as" in answer.err


def test_border_and_reserve_come_together(longgame: CommandLine) -> None:
    assert "Say both" in longgame("balance", "--border", "250").err


def test_what_is_not_there_is_said(longgame: CommandLine) -> None:
    assert longgame("how-far", "zercher carry").code == 1
    assert longgame("earned", "moon landing").code == 1
    assert longgame("wellness").code == 1
    assert longgame("lift", "zercher carry").code == 1
    assert longgame("balance", "1999-01-01").code == 1
    assert longgame("watch").out.startswith("2")
