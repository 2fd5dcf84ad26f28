"""An import that is killed at any moment loses nothing, doubles nothing, and goes on where it was.

`LONGGAME_KILLS` sets how many times the import is killed; a few by default.
"""

import hashlib
import os
import random
from contextlib import suppress
from datetime import timedelta
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from longgame.app.import_files import import_files
from longgame.store.journal import SqlJournal, open_store
from tests.app.importing.activity_files import START, gpx, hevy, tcx
from tests.app.importing.conftest import CONTEXT, NOW
from tests.app.importing.cut_import import import_slowly
from tests.app.importing.whole_journal import contents, shown

KILLS = int(os.environ.get("LONGGAME_KILLS", "4"))


def lay(folder: Path) -> None:
    """Seventeen outings in two recordings each, and an export of lifts: two transactions of files, nine cut small."""
    folder.mkdir()
    for number in range(17):
        start = START + timedelta(days=number)
        (folder / f"{number:02}.gpx").write_bytes(gpx(start, points=30))
        (folder / f"{number:02}.tcx").write_bytes(tcx(start, points=30))
    (folder / "lifts.csv").write_bytes(hevy(12))


def sound(journal: SqlJournal) -> None:
    """Everything that the journal names is there and is what its name says."""
    for original in journal.originals.all():
        with journal.originals.open(original) as stream:
            assert hashlib.sha256(stream.read()).hexdigest() == original
    for head in journal.sessions.heads():
        session = journal.sessions.get(head.id)
        assert session is not None
        assert len(session.sets) == head.set_count
        assert (session.streams is not None) == head.has_streams
    assert {entry.original for batch in journal.imports.batches() for entry in journal.imports.files(batch.id)} == set(
        journal.originals.all()
    )


def cut(journal: Path, files: Path, after_files: int, then_s: float) -> bool:
    """Start an import and kill it a moment after it told of so many files; whether it was done by then."""
    started = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    hearing, telling = started.Pipe(duplex=False)
    run = started.Process(target=import_slowly, args=(journal, files, telling))
    run.start()
    telling.close()
    told = [hearing.recv() for _ in range(after_files + 1)]
    run.join(then_s)
    run.kill()
    run.join()
    with suppress(EOFError):
        while True:
            told.append(hearing.recv())
    return "done" in told


def test_killed_imports_lose_and_double_nothing(tmp_path: Path) -> None:
    files = tmp_path / "files"
    lay(files)
    with open_store(tmp_path / "whole") as store:
        import_files(store.journal(), [files], CONTEXT, NOW)
        expected = (shown(store.journal()), contents(store.journal())["originals files"])
    chance = random.Random(20261123)
    finished = 0
    for number in range(KILLS):
        journal = tmp_path / f"cut{number // 2}"
        finished += cut(journal, files, chance.randrange(30), chance.uniform(0, 0.03))
        with open_store(journal) as store:
            sound(store.journal())
    assert finished < KILLS
    for journal in tmp_path.glob("cut*"):
        with open_store(journal) as store:
            import_files(store.journal(), [files], CONTEXT, NOW)
            sound(store.journal())
            assert (shown(store.journal()), contents(store.journal())["originals files"]) == expected
