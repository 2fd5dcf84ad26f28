"""All reviews of a journal from its stored streams, and what a change of one day costs: processor seconds against bars.

`LONGGAME_YEARS` sets how many years are made (1 by default; 10 are about 4,000 sessions); `LONGGAME_TEN_YEARS` names a
folder that `benchmarks.ten_years` made before, which is changed by this. The bars are for ten years: 60 s for all
reviews and 2 s for a day's change; for fewer sessions the first is so much less. A bar that is missed is printed so.
What a change of years ago reaches is made anew when it is looked at: the month around it has the bar of a day.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import process_time

from benchmarks.ten_years import make_journal, open_journal
from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.app.stored_reviews import every_review, recompute, reviews_between
from longgame.app.write_plan import use_plan
from longgame.record.profile import Fact, FactKind
from longgame.record.reflection import After

YEARS = float(os.environ.get("LONGGAME_YEARS", "1"))
BAR_S, SESSIONS = 60.0, 4000
DAY_BAR_S = 2.0


def busy_s(deed: Callable[[], object]) -> float:
    """Processor seconds of doing something once."""
    began = process_time()
    deed()
    return process_time() - began


def line(name: str, took_s: float, bar_s: float | None) -> str:
    """One figure beside its bar, where it has one."""
    told = f"{name:<58} {took_s:8.2f} s"
    return told if bar_s is None else f"{told}   bar {bar_s:5.1f} s   {'MISSED' if took_s > bar_s else 'ok'}"


def measure(folder: Path, years: float) -> int:
    """Print every figure for one journal; 1 when a bar is missed."""
    setting = open_journal(folder, years)
    tally = setting.journal.sessions.tally()
    print(f"{years:g} years: {tally.sessions} sessions, {tally.sets} sets", flush=True)
    deeds = [("all reviews from stored streams", lambda: recompute(setting), BAR_S * tally.sessions / SESSIONS)]
    deeds += [(f"{name}: every review", _then_all(setting, deed), DAY_BAR_S) for name, deed in _lately(setting)]
    missed = False
    for name, deed, bar_s in (*deeds, *_long_ago(setting, setting.today - timedelta(days=int(years * 182)))):
        took_s = busy_s(deed)
        missed = missed or (bar_s is not None and took_s > bar_s)
        print(line(name, took_s, bar_s), flush=True)
    return int(missed)


def _then_all(setting: Setting, deed: Callable[[], object]) -> Callable[[], object]:
    """A change, and then a look at every review there is."""

    def both() -> None:
        deed()
        every_review(setting)

    return both


def _lately(setting: Setting) -> list[tuple[str, Callable[[], object]]]:
    """What changes on a day like today."""
    now, lately, journal = setting.clock.now(), setting.today - timedelta(days=1), setting.journal
    text = journal.plans.history()[-1].text
    last = journal.sessions.heads()[-1]
    return [
        ("something said about yesterday", lambda: reflect(setting, After(now, effort=3.0), lately)),
        ("yesterday's session taken away", lambda: journal.sessions.remove(last.id)),
        ("a threshold said today", lambda: journal.days.put_fact(Fact(FactKind.THRESHOLD_HR, 167.0, lately), now)),
        ("the plan changed today", lambda: use_plan(setting, "p", text.replace("40..50", "35..45"), now)),
    ]


def _long_ago(setting: Setting, middle: date) -> list[tuple[str, Callable[[], object], float | None]]:
    """A session of years ago taken away: the month it was in, and then everything since, made anew when looked at."""
    one = setting.journal.sessions.heads(middle, middle + timedelta(days=7))[0]
    first, last = one.local_day - timedelta(days=15), one.local_day + timedelta(days=15)

    def month() -> None:
        setting.journal.sessions.remove(one.id)
        reviews_between(setting, first, last)

    return [
        ("a session taken away half-way back: its month", month, DAY_BAR_S),
        ("and every review since", lambda: every_review(setting), None),
    ]


def main() -> int:
    """Make a journal, or take the one that is named, and measure it."""
    made = os.environ.get("LONGGAME_TEN_YEARS")
    if made:
        return measure(Path(made), 10)
    with tempfile.TemporaryDirectory() as folder:
        make_journal(Path(folder) / "journal", YEARS)
        return measure(Path(folder) / "journal", YEARS)


if __name__ == "__main__":
    raise SystemExit(main())
