"""kill -9 at random moments while a journal is being changed, and what is found afterwards.

`python -m benchmarks.kills [HOW_MANY]` starts a process that imports, logs, says, plans, recomputes, exports or
migrates, kills it after a random time, opens the journal again and holds it against what that process had
acknowledged. Any loss, any half-done thing and any fault the checkup finds beyond waste ends with an error.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.import_archive import activity
from longgame.app.derived_kinds import engines_of_kinds
from longgame.app.export_all import export_all
from longgame.app.import_files import import_files
from longgame.app.setting import Setting
from longgame.app.stored_reviews import every_review, kept_review, recompute
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import THE_ATHLETE, SessionId, content_hash
from longgame.kernel.sport import Sport
from longgame.record.reflection import Said, Thought
from longgame.record.session import Session
from longgame.record.sets import StrengthSet
from longgame.store.entries import FaultKind, Outcome
from longgame.store.journal import open_store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
APART = 10_000
"""The numbers of what one process does, apart from those of every other."""
HARMLESS = {FaultKind.WASTE}
"""A process that died may leave files that nothing names; the checkup clears them."""
PLAN = """longgame plan 1

season "Autumn"  2026-11-02 .. 2026-11-29
  goal easy "Ride easily for an hour"

block "Base"  4 weeks  serves easy
  Tue "Easy ride" base for easy
    {least}..65 min ride hr 110..140 bpm
"""


def lifted(number: int) -> Session:
    """A session of three sets, told apart by its number."""
    start = NOW - timedelta(days=number % 20, minutes=number)
    sets = tuple(StrengthSet(f"Lift {number}", reps) for reps in (5, 5, 5))
    return Session(SessionId(f"lift-{number}"), THE_ATHLETE, start, start.date(), Sport.STRENGTH, (), sets=sets)


def recording(number: int) -> bytes:
    """A FIT file of five minutes, another one for each number, none so early that its clock could not be set."""
    process, turn = divmod(number, APART)
    return activity(number, NOW - timedelta(hours=process * 50 + turn), 300)


def work(folder: Path, what: str, first: int) -> None:
    """Do one kind of thing over and over, and say on standard output what holds, each time it does."""
    with open_store(folder) as store:
        setting = Setting(store.journal(), FixedClock(NOW))
        for number in range(first, first + APART):
            match what:
                case "log":
                    setting.journal.sessions.put(lifted(number))
                case "say":
                    thought = Thought(NOW, f"thought {number}")
                    setting.journal.reflections.add(Said(f"said-{number}", date(2026, 11, 17), thought))
                case "plan":
                    text = PLAN.format(least=number % 50 + 1)
                    setting.journal.plans.use(f"plan-{number}", text, NOW + timedelta(seconds=number))
                case "import":
                    file = folder.parent / "files" / f"{number}.fit"
                    file.write_bytes(recording(number))
                    account = import_files(setting.journal, [file], setting.reading(), NOW)
                    assert [one.outcome for one in account.entries] == [Outcome.IMPORTED]
                case "recompute":
                    recompute(setting)
                case "export":
                    export_all(setting, folder.parent / "export.zip")
                case "migrate":
                    migrate(folder)
            print(f"{what} {number}", flush=True)


def migrate(folder: Path) -> None:
    """Put the tables of the first released schema in a database of their own, and open it."""
    old = folder.parent / "old"
    if not old.exists():
        shutil.copytree(folder.parent / "released", old)
    with open_store(old) as store:
        assert len(store.journal().plans.history()) == 1
    shutil.rmtree(old)


def check(folder: Path, acknowledged: set[str]) -> None:
    """Everything acknowledged is there in full, and everything there is whole."""
    with open_store(folder) as store:
        setting = Setting(store.journal(), FixedClock(NOW))
        journal = setting.journal
        faults = journal.checkup.look(engines_of_kinds(), NOW + timedelta(days=3650))
        assert {one.kind for one in faults} <= HARMLESS, faults
        heads = {head.id: head for head in journal.sessions.heads()}
        lifts = {name for name in heads if name.startswith("lift-")}
        assert all(heads[SessionId(name)].set_count == 3 for name in lifts)
        assert {one.replace("log ", "lift-") for one in acknowledged if one.startswith("log ")} <= lifts
        said = {one.uuid for one in journal.reflections.all()}
        assert {one.replace("say ", "said-") for one in acknowledged if one.startswith("say ")} <= said
        plans = {one.name for one in journal.plans.history()}
        assert {one.replace("plan ", "plan-") for one in acknowledged if one.startswith("plan ")} <= plans
        _check_files(setting, acknowledged)
        for one in every_review(setting):
            assert kept_review(setting, one.review) is not None
    export = folder.parent / "export.zip"
    if export.exists():
        with zipfile.ZipFile(export) as archive:
            assert archive.testzip() is None
            assert "manifest.json" in archive.namelist()
    _check_migrated(folder)


def _check_files(setting: Setting, acknowledged: set[str]) -> None:
    known = setting.journal.imports.known()
    files = setting.journal.carrying
    for one in acknowledged:
        if one.startswith("import "):
            number = int(one.split()[1])
            original = content_hash(recording(number))
            assert original in known, one
            assert content_hash(files.original_file(original)) == original


def _check_migrated(folder: Path) -> None:
    """A database whose migration was cut off opens, and holds what it held."""
    old = folder.parent / "old"
    if (old / "journal.db").exists():
        with open_store(old) as store:
            assert [one.name for one in store.journal().plans.history()] == ["kept"]
    shutil.rmtree(old, ignore_errors=True)


def released(folder: Path) -> None:
    """A database of the first released schema with a plan in it."""
    from longgame.store.database import sqlite_engine, to_write_with
    from longgame.store.key_places import KeyFolder
    from longgame.store.migrations.upgrade import upgrade

    folder.mkdir()
    engine = sqlite_engine(folder / "journal.db")
    with to_write_with(engine) as connection, connection.begin():
        upgrade(connection, KeyFolder(folder / "keys"), "0001")
    engine.dispose()
    with sqlite3.connect(folder / "journal.db") as raw:
        row = ("me", 1, "kept", "h", "longgame plan 1\n", NOW.isoformat(), 1)
        raw.execute("INSERT INTO plan_versions VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    raw.close()


WORKS = ("log", "say", "plan", "import", "recompute", "export", "migrate")


def run(kills: int, seed: int = 1, at_most_s: float = 1e9) -> Counter[str]:
    """Kill so many processes, checking after each; how many were killed in which work."""
    chance, done = random.Random(seed), Counter[str]()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as made:
        base = Path(made)
        (base / "files").mkdir()
        released(base / "released")
        acknowledged: set[str] = set()
        for number in range(kills):
            what = WORKS[number % len(WORKS)]
            acknowledged |= kill_one(base / "journal", what, (number + 1) * APART, chance)
            check(base / "journal", acknowledged)
            done[what] += 1
            if done.total() % 10 == 0:
                print(f"{done.total()} killed, {len(acknowledged)} acknowledged changes, none lost", flush=True)
            if time.monotonic() - began > at_most_s:
                break
    return done


def kill_one(folder: Path, what: str, first: int, chance: random.Random) -> set[str]:
    """Start a process, wait until it has begun, kill it a little later; what it had acknowledged."""
    command = [sys.executable, "-m", "benchmarks.kills", "--work", str(folder), what, str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.25))
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split("\n")
    whole = [line.strip(), *rest[:-1]]
    return {one for one in whole if one}


def main(arguments: list[str]) -> None:
    """Kill as many as asked for, 20 by default."""
    if arguments[:1] == ["--work"]:
        work(Path(arguments[1]), arguments[2], int(arguments[3]))
        return
    done = run(int(arguments[0]) if arguments else 20)
    print(f"{done.total()} kills: {', '.join(f'{what} {count}' for what, count in sorted(done.items()))}")


if __name__ == "__main__":
    main(sys.argv[1:])
