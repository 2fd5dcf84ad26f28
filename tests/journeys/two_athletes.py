"""One journal twice: alone in its store, and beside that of another athlete, who is stronger and says as much."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from longgame.app.comments import comment
from longgame.app.mind.check_in import check_in
from longgame.app.mind.plans import make_plan
from longgame.app.mind.thoughts import correct_thought, meet_thought
from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.app.write_plan import use_plan
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import AthleteId, SessionId
from longgame.mind.patterns import Pattern
from longgame.record.reflection import After, Before, Thought
from longgame.store.journal import open_store
from tests.app.made import EASY_PLAN, lifted

TODAY = date(2026, 11, 25)
EVENING = datetime(2026, 11, 25, 20, tzinfo=UTC)
MINE, THEIRS = "ordinary", "mirabilis"
WEEKS = 4
PLAN = EASY_PLAN.replace("  Sun rest", '  Wed "Squats" strength for easy\n    Squat 3 x 5 @ 80 kg rir 2..4\n  Sun rest')


def fill(who: Setting, words: str, kg: int) -> None:
    """A plan, weeks of lifting, thoughts, answers, an if-then plan and a comment, all in words of one athlete."""
    use_plan(who, words, PLAN.replace("Easy ride", words), EVENING - timedelta(days=30))
    for week in range(WEEKS):
        day, moment = TODAY - timedelta(weeks=week), EVENING - timedelta(weeks=week)
        done = lifted(day.isoformat(), "Squat", (5, 5, 5), kg=str(kg - 2 * week))
        who.journal.sessions.put(replace(done, athlete=who.journal.athlete, id=SessionId(f"{words}-{week}")))
        reflect(who, Before(moment, confidence=9, low_day=week == 0), day, uuid=f"before-{words}-{week}")
        said = reflect(who, Thought(moment, f"everyone lapped me, {words}"), day, uuid=f"thought-{words}-{week}")
        reflect(who, After(moment, effort=6, learned=words), day, uuid=f"after-{words}-{week}")
    correct_thought(who, said.uuid, [Pattern.COMPARISON])
    meet_thought(who, said.uuid, words)
    comment(who, SessionId(f"{words}-0"), words, uuid=f"comment-{words}")
    make_plan(who, "I look at them", words, uuid=f"plan-{words}")
    check_in(who, f"sleep, {words}", uuid=f"check-in-{words}")


def make_both(folder: Path) -> tuple[Path, Path]:
    """The journal alone, and a copy of it with the other athlete's in the same store."""
    alone, together = folder / "journal-1", folder / "journal-2"
    with open_store(alone) as store:
        fill(Setting(store.journal(), FixedClock(EVENING)), MINE, 80)
    shutil.copytree(alone, together)
    with open_store(together) as store:
        fill(Setting(store.journal(AthleteId("other")), FixedClock(EVENING)), THEIRS, 300)
    return alone, together


@contextmanager
def same_ids(monkeypatch: pytest.MonkeyPatch, first: int) -> Iterator[None]:
    """Ids made anew are counted from `first` on, so that two journals can be asked the same things."""
    counted = itertools.count(first)
    with monkeypatch.context() as patched:
        patched.setattr(os, "urandom", lambda size: next(counted).to_bytes(16, "big")[-size:].rjust(size, b"\x07"))
        yield
