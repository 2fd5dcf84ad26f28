"""How quick a ten-year journal is: opening, today's card, a month, a session with its streams; and its size on disk.

`LONGGAME_YEARS` sets how many years are made (1 by default, 10 are about 4,000 sessions and take minutes to make);
`LONGGAME_TEN_YEARS` names a folder that `benchmarks.ten_years` made before; with `LONGGAME_AS_IT_IS` set, reviews of
years that nobody looked at are not made first.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from benchmarks.ten_years import make_journal, open_journal
from longgame.app.calendar_days import calendar_days
from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.app.stored_reviews import every_review, recompute, review_of, reviews_between
from longgame.app.today import card_of_day
from longgame.record.reflection import After

YEARS = float(os.environ.get("LONGGAME_YEARS", "1"))


def milliseconds(deed: Callable[[], object], times: int = 15) -> str:
    """The median of several times [ms] by the clock and by this process's own work, the first one left out."""
    deed()
    took, worked = [], []
    for _ in range(times):
        began, busy = time.perf_counter(), time.process_time()
        deed()
        took.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    return f"{statistics.median(took):.1f} ms, {statistics.median(worked):.1f} ms of it this process's own work"


def seconds(deed: Callable[[], object]) -> float:
    """How long it takes once."""
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


def size_of(folder: Path) -> int:
    """Bytes of all files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure(folder: Path, years: float) -> None:
    """Print every figure for one journal."""
    setting = open_journal(folder, years)
    tally, today = setting.journal.sessions.tally(), setting.today
    print(f"{years:g} years: {tally.sessions} sessions, {tally.sets} sets", flush=True)
    if not os.environ.get("LONGGAME_AS_IT_IS"):
        print(f"recompute everything: {seconds(lambda: recompute(setting)):.1f} s", flush=True)
    print(f"open: {milliseconds(lambda: open_journal(folder, years).journal.sessions.tally())} (limit 100)")
    print(f"today's card: {milliseconds(lambda: card_of_day(setting, today))} (limit 20)")
    month = (today - timedelta(days=30), today)
    print(f"a month of reviews: {milliseconds(lambda: reviews_between(setting, *month))} (limit 20)")
    print(f"a month of the calendar: {milliseconds(lambda: calendar_days(setting, *month))} (limit 20)")
    recorded = [one for one in reviews_between(setting, *month) if one.past is not None and one.past.distance_m]
    session = recorded[-1].session
    assert session is not None
    print(f"a session with its streams: {milliseconds(lambda: setting.journal.sessions.get(session))} (limit 30)")
    print(f"its whole review: {milliseconds(lambda: review_of(setting, session))} (limit 50)")
    if not os.environ.get("LONGGAME_AS_IT_IS"):
        print(f"every head of a review: {milliseconds(lambda: every_review(setting), 5)}")
    print(f"a month after something was said: {seconds(lambda: _say_and_look(setting)) * 1000:.0f} ms")
    originals = size_of(folder / "originals")
    print(f"on top of the originals: {(size_of(folder) - originals) / originals:.0%} of their size (limit 40 %)")


def _say_and_look(setting: Setting) -> None:
    reflect(setting, After(setting.clock.now(), effort=3.0), setting.today - timedelta(days=1))
    reviews_between(setting, setting.today - timedelta(days=30), setting.today)


def main() -> None:
    """Make a journal, or take the one that is named, and measure it."""
    made = os.environ.get("LONGGAME_TEN_YEARS")
    if made:
        measure(Path(made), 10)
        return
    with tempfile.TemporaryDirectory() as folder:
        make_journal(Path(folder) / "journal", YEARS)
        measure(Path(folder) / "journal", YEARS)


if __name__ == "__main__":
    main()
