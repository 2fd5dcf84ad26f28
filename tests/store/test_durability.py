"""Full disks, folders that cannot be written, two processes at once, and processes that die at any moment."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks import kills

from longgame.store.backups import KEPT, back_up, backups
from longgame.store.journal import open_store
from tests.journeys.command_line import ROOT, CommandLine

RECORDINGS = ROOT / "examples" / "recordings"
WRITER = """
import sys
from pathlib import Path
from benchmarks.kills import lifted
from longgame.store.journal import open_store
with open_store(Path(sys.argv[1])) as store:
    for number in range(int(sys.argv[2]), int(sys.argv[2]) + 15):
        store.journal().sessions.put(lifted(number))
"""


def limited(journal: Path, limit: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`longgame` in a process whose files may not grow beyond so many bytes, as on a disk that is full."""

    def limit_files() -> None:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-m", "longgame", "--journal", str(journal), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, preexec_fn=limit_files, timeout=120
    )


def test_a_full_disk_is_said_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    assert line("reflect", "--on", "2015-07-16", "--effort", "7").code == 0
    refused = limited(tmp_path / "journal", 40_000, "import", str(RECORDINGS))
    assert refused.returncode == 1
    assert "cannot be" in refused.stderr
    assert line("doctor").code == 0
    assert line("import", str(RECORDINGS), "--json").json["quarantined"] == []
    full = limited(tmp_path / "journal", 40_000, "export", str(tmp_path / "all.zip"))
    assert full.returncode == 1
    assert list(tmp_path.glob("all*")) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "journal")
    line("today")
    for path in (*(tmp_path / "journal").iterdir(), tmp_path / "journal"):
        path.chmod(0o500)
    refused = line("reflect", "--on", "2015-07-16", "--effort", "7")
    assert (refused.code, "cannot be" in refused.err) == (1, True)


def test_two_processes_write_one_journal_and_nothing_is_lost(tmp_path: Path) -> None:
    with open_store(tmp_path):
        pass
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    both = [subprocess.Popen([*command, str(first)], cwd=ROOT) for first in (100, 200)]
    assert [one.wait(timeout=120) for one in both] == [0, 0]
    with open_store(tmp_path) as store:
        assert store.journal().sessions.tally().sessions == 30


def test_a_process_that_is_killed_loses_nothing_it_acknowledged() -> None:
    assert kills.run(3, seed=7).total() == 3


def test_copies_rotate_and_hold_what_was_there(tmp_path: Path) -> None:
    with open_store(tmp_path / "journal") as store:
        for number in range(5):
            store.journal().sessions.put(kills.lifted(number))
            back_up(tmp_path / "journal" / "journal.db", "0003")
    kept = backups(tmp_path / "journal" / "journal.db")
    assert [path.name for path in kept] == [f"{number:04}-0003.db" for number in (3, 4, 5)]
    assert len(kept) == KEPT
    (tmp_path / "restored").mkdir()
    (tmp_path / "restored" / "journal.db").write_bytes(kept[0].read_bytes())
    with open_store(tmp_path / "restored") as store:
        assert store.journal().sessions.tally().sessions == 3
