"""Starting: how long a person waits for the help, for today's card, and for the whole demo, each a process of its own.

Promised: help in 150 ms, a warm demo in 8 s. Run with `python -m benchmarks start`.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def told(what: str, runs: int, *command: str, promised: float | None = None) -> None:
    """Print the median wall time of a command, and the least processor time, which a busy machine disturbs less."""
    walls, processor = [], []
    for _ in range(runs):
        began, used = time.perf_counter(), _used()
        subprocess.run([sys.executable, *command], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        walls.append(time.perf_counter() - began)
        processor.append(_used() - used)
    bar = "" if promised is None else f", promised {promised * 1000:.0f} ms"
    print(
        f"{what:<16} {statistics.median(walls) * 1000:6.0f} ms, of processor time {min(processor) * 1000:6.0f} ms{bar}"
    )


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def main() -> None:
    """Print a line for each."""
    told("longgame --help", 15, "-m", "longgame", "--help", promised=0.15)
    told("demo, warm", 4, "examples/demo.py", promised=8.0)
    with tempfile.TemporaryDirectory() as folder:
        told("today, empty", 6, "-m", "longgame", "--journal", f"{folder}/journal", "today")
    demo = ("-m", "longgame", "--journal", ".demo/journal")
    told("today", 6, *demo, "today", "--on", "2021-07-22")
    told("review", 6, *demo, "review", "2021-07-22")


if __name__ == "__main__":
    main()
