"""Search: how long it takes to make the index of ten thousand sealed texts after unlocking, and to answer.

Promised: ready in 0.5 s, answers in 10 ms. Run with `python -m benchmarks search`.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from longgame.app.search import search
from longgame.app.setting import Setting
from longgame.kernel.clock import FixedClock
from longgame.record.notes import Note
from longgame.store.entries import PrivateEntry, PrivateKind
from longgame.store.journal import SqlJournal, open_store

TEXTS = 10_000
NOW = datetime(2026, 11, 26, tzinfo=UTC)
WORDS = (
    *("easy", "run", "river", "knee", "calm", "hips", "tempo", "long", "slow", "breath", "bar", "squat", "pull"),
    *("rest", "sleep", "work", "late", "tired", "fresh", "steady", "again", "before", "after", "morning", "evening"),
    *("rain", "wind", "hill", "flat", "pace", "form", "clean", "fading", "quiet", "doubt", "coach", "faster"),
)
QUERIES = ("river", '"easy run"', "kn", "steady -rain", "kind:note hill", "comment fresh after:2025-01-01", "zebra")


def fill(journal: SqlJournal, chance: random.Random) -> None:
    """Half notes, half comments, twenty-five words each."""
    with journal.change():
        for number in range(TEXTS // 2):
            said_at = NOW - timedelta(hours=number * 8)
            note, words = (" ".join(chance.choices(WORDS, k=25)) for _ in range(2))
            journal.days.put_note(Note(said_at, note, "athlete"))
            told = f'{{"text": "{words}", "role": "athlete", "name": null}}'
            journal.private.add(PrivateEntry(PrivateKind.COMMENT, f"c{number}", said_at, date(2026, 1, 1), told))


def ask(setting: Setting, query: str) -> None:
    """Ask one question five times and print the median, in wall time and in the time of this process alone."""
    walls, owns, count = [], [], 0
    for _ in range(5):
        wall, own = time.perf_counter(), time.process_time()
        count = search(setting, query).found.count
        walls.append(time.perf_counter() - wall)
        owns.append(time.process_time() - own)
    wall, own = (statistics.median(times) * 1000 for times in (walls, owns))
    print(f"  {query:32} {count:6} found, {wall:6.1f} ms, {own:6.1f} ms of CPU (promised: 10 ms)")


def main() -> None:
    """Fill a journal, open it as a new process would, and measure."""
    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder)) as store:
            fill(store.journal(), random.Random(5))
        with open_store(Path(folder)) as store:
            journal = store.journal()
            wall, own = time.perf_counter(), time.process_time()
            size = journal.search.index().size
            wall, own = (time.perf_counter() - wall) * 1000, (time.process_time() - own) * 1000
            print(f"index of {size} sealed texts: {wall:.0f} ms, {own:.0f} ms of CPU (promised: 500 ms)")
            for query in QUERIES:
                ask(Setting(journal, FixedClock(NOW)), query)


if __name__ == "__main__":
    main()
