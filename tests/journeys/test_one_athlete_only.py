"""Law 3 over every command: what one athlete is told is the same, whoever else keeps a journal in the same store.

The commands are taken from the code, so a new one has to be asked here, or named as one that cannot be.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from longgame.doors import wiring
from longgame.doors.cli.program import app
from longgame.kernel.clock import FixedClock
from tests.journeys.command_line import CommandLine
from tests.journeys.two_athletes import EVENING, MINE, PLAN, THEIRS, TODAY, make_both, same_ids

CANNOT_BE_ASKED = {
    "serve": "waits for a browser; every address is asked in tests/doors/web/test_one_athlete_only.py",
    "lsp": "waits for an editor, and sees plan text alone",
    "vault set-passphrase": "asks for a passphrase; see tests/journeys/test_vault.py",
    "vault change": "asks for a passphrase",
    "vault unlock": "asks for a passphrase",
    "vault lock": "has nothing to lock without a passphrase",
    "vault recover": "asks for a recovery code",
    "vault recovery-code": "prints a code made by chance",
    "vault keyring": "needs the keyring of the machine",
}
DAY = TODAY.isoformat()
WORKOUT = """<workout_file><name>Sweet</name><sportType>bike</sportType><workout>
<SteadyState Duration="600" Power="0.6"/></workout></workout_file>"""
STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-11-24 18:00:00,Evening,40m,Bench Press (Barbell),1,60,5,0,0,,,
"""
ASKED = f"""
today
review last
review --all
review {DAY} --why rir
reflect --effort 4 --thought SAID --learned SAID
wellness --fatigue 2 --mood 4
excuse ill 2026-11-20
plan check PLAN
plan fmt --check PLAN
plan show PLAN
plan use PLAN
plan new
plan diff PLAN
plan history
plan upgrade PLAN
plan let
plan move none 2026-11-28
plan import WORKOUT
plan export PLAN --to intervals --on {DAY} --into -
accept last
earned
align {DAY}
import LOG
import answer
import quarantine
exercises
search me
search {THEIRS}
comment last
comment last SAID
how-far
felt 1
pillars
curve
load
lift
lift Squat
balance last
race 5k 24:34
log
log DONE --on 2026-11-24
watch
awareness
mind thoughts
mind patterns
mind correct thought-{MINE}-0 fatigue
mind meet thought-{MINE}-0 SAID
mind plan MOMENT SAID
mind used plan-{MINE}
mind plans
mind practices
mind letter 2026-11
mind drop plan-{MINE}
mind erase thought-{MINE}-0
mind
checkin
checkin SAID
checkin --note SAID
fact body_mass 71
fact
zone Europe/Madrid
vault status
data coach reflections
data
look coach
export OUT
restore OUT
doctor
recompute
review last
forget --yes
""".split("\n")
"""One line a command, in an order in which most find something to say; words in capitals stand for others."""
SPENT = re.compile(r"\d+(?:\.\d+)? (?:s|ms|seconds|kB|MB|bytes)\b")
REFUSED = {"plan move", "plan fmt", "accept", "align", "balance"}
"""Commands that find nothing to do in this journal, and say so."""


def leaves(command: Any, before: tuple[str, ...] = ()) -> Iterator[str]:
    """Every command that can be typed."""
    if not hasattr(command, "list_commands"):
        yield " ".join(before)
        return
    if before and command.invoke_without_command:
        yield " ".join(before)
    for name in command.list_commands(None):
        yield from leaves(command.get_command(None, name), (*before, name))


@pytest.fixture
def words(tmp_path: Path) -> dict[str, str]:
    """What the words in capitals stand for."""
    files = {"PLAN": ("one.plan", PLAN), "WORKOUT": ("one.zwo", WORKOUT), "LOG": ("strong.csv", STRONG)}
    for name, text in files.values():
        (tmp_path / name).write_text(text, "utf-8")
    found = {key: str(tmp_path / name) for key, (name, _) in files.items()}
    return found | {"SAID": "a week of breathing out", "MOMENT": "I rush the second set", "DONE": "Squat 3 x 5 @ 80 kg"}


def packed(file: Path) -> list[tuple[str, bytes]]:
    """What lies in a zip, without when it was written."""
    with zipfile.ZipFile(file) as held:
        return [(name, held.read(name)) for name in sorted(held.namelist())]


def test_no_command_tells_one_athlete_anything_of_another(
    tmp_path: Path, words: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "SystemClock", lambda: FixedClock(EVENING))
    alone, together = make_both(tmp_path)
    asked, refused = set(), set()
    known = sorted(leaves(get_command(app)), key=len, reverse=True)
    for number, line in enumerate(one for one in ASKED if one):
        command = next(one for one in known if f"{line} ".startswith(f"{one} "))
        told = []
        for journal in (alone, together):
            out = tmp_path / f"{journal.name}.zip"
            typed = [{**words, "OUT": str(out)}.get(one, one) for one in line.split()]
            place = tmp_path / f"again-{journal.name}" if command == "restore" else journal
            with same_ids(monkeypatch, 1000 * number):
                answer = CommandLine(place)("--json", *typed)
            said = answer.out.replace(journal.name, "JOURNAL") + answer.err.replace(journal.name, "JOURNAL")
            told.append((answer.code, SPENT.sub("SPENT", said), packed(out) if command == "export" else []))
        assert told[0] == told[1], line
        assert THEIRS not in told[1][1].replace(f'"{THEIRS}"', ""), line
        asked.add(command)
        refused |= {command} if told[0][0] else set()
    assert asked | set(CANNOT_BE_ASKED) == set(known)
    assert refused <= REFUSED
