"""Law 3 over the whole web app: every page of one is the same, whoever else keeps a journal in the same store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from starlette.testclient import TestClient

from longgame.app.comments import comment
from longgame.app.mind.check_in import check_in
from longgame.app.mind.plans import make_plan
from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.app.write_plan import use_plan
from longgame.doors.web.main import create_app
from longgame.kernel.clock import FixedClock
from longgame.kernel.ids import AthleteId, SessionId
from longgame.record.reflection import After, Before, Thought
from longgame.store.journal import open_store
from tests.app.made import EASY_PLAN, lifted
from tests.doors.web.conftest import EVENING, HERE, TODAY

THEIRS = "mirabilis"
LINK = re.compile(r'(?:href|src|data-from|action)="(/[^"#]*)')
SEASON = "2021-06-28 .. 2021-07-25"
START = EVENING - timedelta(days=40)
FRESH = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=value=.)[0-9a-f]{32}|DTSTAMP:\w+|LAST-MODIFIED:\w+"
)
"""Ids that a page makes anew for its forms each time, and when a calendar was written."""
NOT_READ = ("/static/", "/plan/templates/")
LEAST_PAGES = 25


def shape(path: str) -> str:
    """A path with everything that names one day, session or entry taken out, so that one page of each kind is read."""
    head, _, query = path.partition("?")
    parts = ["*" if any(letter.isdigit() for letter in part) or len(part) > 24 else part for part in head.split("/")]
    return "/".join(parts) + ("?" + re.sub(r"=[^&]*", "=", query) if query else "")


def pages(client: TestClient) -> Iterator[tuple[str, str]]:
    """One page of each kind that can be reached from the first, by following links, with what it says."""
    waiting, seen = ["/", "/search?q=me"], set()
    while waiting:
        path = waiting.pop(0)
        if shape(path) in seen or path.startswith(NOT_READ):
            continue
        seen.add(shape(path))
        answer = client.get(path, follow_redirects=True)
        if answer.status_code == 405:
            continue
        assert answer.status_code == 200, path
        said = FRESH.sub("ID", answer.text)
        yield path, said
        waiting += [one.replace("&amp;", "&") for one in LINK.findall(said) if "ID" not in one]


def fill(who: Setting, words: str, kg: int) -> None:
    """A plan, weeks of lifting, thoughts, answers, an if-then plan and a comment, all in words of one athlete."""
    use_plan(who, words, EASY_PLAN.replace("Easy ride", words).replace("2026-11-02 .. 2026-11-29", SEASON), START)
    for week in range(4):
        day = TODAY - timedelta(weeks=week)
        done = lifted(day.isoformat(), "Squat", (5, 5, 5), kg=str(kg - 2 * week))
        who.journal.sessions.put(replace(done, athlete=who.journal.athlete, id=SessionId(f"{words}-{week}")))
        moment = EVENING - timedelta(weeks=week)
        reflect(who, Before(moment, confidence=9, low_day=True), day)
        reflect(who, Thought(moment, f"everyone lapped me, {words}"), day)
        reflect(who, After(moment, effort=6, learned=words), day)
    comment(who, SessionId(f"{words}-0"), words)
    make_plan(who, "I look at them", words)
    check_in(who, f"sleep, {words}")


def read(journal: Path) -> dict[str, str]:
    """Every kind of page of the first athlete."""
    with TestClient(create_app(journal, TODAY), base_url=HERE, headers={"origin": HERE}) as client:
        return dict(pages(client))


def test_no_page_changes_with_another_athletes_journal(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        fill(Setting(store.journal(), FixedClock(EVENING)), "ordinary", 80)
    alone = read(tmp_path)
    with open_store(tmp_path) as store:
        fill(Setting(store.journal(AthleteId("other")), FixedClock(EVENING)), THEIRS, 300)
    together = read(tmp_path)
    assert len(alone) >= LEAST_PAGES
    assert list(together) == list(alone)
    assert [path for path, said in together.items() if said != alone[path]] == []
    assert [path for path, said in together.items() if THEIRS in said] == []
