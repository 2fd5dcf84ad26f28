"""The main job on real recordings: import, today's card, and three reviews, by the same commands a person types."""

from __future__ import annotations

import shutil
from pathlib import Path

from longgame.doors.cli.main import run
from longgame.doors.cli.terminal import Exit

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / ".demo"
JOURNAL = OUT / "journal"

STEPS = (
    ("A plan becomes the one in force.", ("plan", "use", str(HERE / "demo.plan"))),
    (
        "Recordings come in: two watches of one ride become one session.",
        ("import", str(HERE / "recordings")),
    ),
    ("What a file does not say is asked once and never guessed.", ("import", "answer", "strong.weight-unit=kg")),
    ("How a ride felt that should have been easy.", ("reflect", "--on", "2015-07-16", "--effort", "7")),
    ("What a day called for.", ("today", "--on", "2021-07-22")),
    ("A session that served its purpose.", ("review", "2021-07-22", "--html", str(OUT / "intervals.html"))),
    (
        "A session that went beyond it, and what that does to the days after.",
        ("review", "2015-07-16", "--html", str(OUT / "beyond.html")),
    ),
    ("A strength session.", ("review", "2021-07-21", "--html", str(OUT / "strength.html"))),
)


def main() -> None:
    """Run every step in a fresh journal, then say where to look."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    for number, (title, command) in enumerate(STEPS, 1):
        print(f"\n── {number}. {title}\n$ longgame {' '.join(_shown(part) for part in command)}\n", flush=True)
        code = _answer("--journal", str(JOURNAL), *command)
        if code not in (Exit.FINE, Exit.PROBLEMS_IN_INPUT):
            raise SystemExit(code)
    print("\n── Where to look next\n")
    for page in sorted(OUT.glob("*.html")):
        print(f"  {page.relative_to(HERE.parent)}")
    print(f"  your own: longgame --journal {JOURNAL.relative_to(HERE.parent)} import FILE…")


def _answer(*typed: str) -> str | int | None:
    """The exit code of a command that was run in this process, which loads every room once and not once a step."""
    try:
        run(typed)
    except SystemExit as end:
        return end.code or Exit.FINE
    return Exit.FINE


def _shown(part: str) -> str:
    path = Path(part)
    return str(path.relative_to(HERE.parent)) if path.is_absolute() else part


if __name__ == "__main__":
    main()
