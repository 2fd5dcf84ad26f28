"""The demo's journal, made once from real recordings, and the web app on copies of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from longgame.app.answer_question import answer_question
from longgame.app.import_files import import_files
from longgame.app.mind.check_in import check_in, choose_practice, reply_to
from longgame.app.mind.plans import make_plan
from longgame.app.mind.thoughts import meet_thought
from longgame.app.reflect import reflect
from longgame.app.setting import Setting
from longgame.app.write_plan import use_plan
from longgame.doors.web.main import create_app
from longgame.doors.wiring import open_setting
from longgame.kernel.clock import FixedClock
from longgame.mind.patterns import Pattern
from longgame.record.reflection import After, Thought

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2021, 7, 22)
MORNING = datetime(2021, 7, 22, tzinfo=UTC)
BEFORE_THE_SEASON = datetime(2021, 7, 18, tzinfo=UTC)
"""No later than whatever time it is on that day in the app."""
EVENING = datetime(2021, 7, 22, 20, 0, tzinfo=UTC)
HERE = "http://localhost"
THOUGHTS = (
    (60, "everyone in class lapped me again"),
    (53, "the guy in the next lane is so much faster than me"),
    (47, "everyone else on Strava rides further than me"),
    (33, "the girl in the next lane lapped me"),
    (20, "I'm so weak today"),
    (12, "everybody else is faster up this hill"),
    (1, "I learned to breathe out on the way up"),
    (0, "why is this still hard, I'm useless"),
)
"""Thoughts by how many days before the evening they came."""


@pytest.fixture(scope="session")
def made_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with the demo's plan, recordings and a reflection; tests that write take a copy."""
    folder = tmp_path_factory.mktemp("made") / "journal"
    with open_setting(folder, EVENING) as setting:
        use_plan(setting, "demo", (EXAMPLES / "demo.plan").read_text("utf-8"), BEFORE_THE_SEASON)
        import_files(setting.journal, [EXAMPLES / "recordings"], setting.reading(), EVENING)
        answer_question(setting, "strong.weight-unit", "kg")
        reflect(setting, After(EVENING, effort=7.0), date(2015, 7, 16))
        think_about_it(setting)
    return folder


def think_about_it(setting: Setting) -> None:
    """Weeks of an inner life: comparisons that grow fewer, an if-then plan, a check-in of ten days ago."""
    for days_ago, text in THOUGHTS:
        moment = EVENING - timedelta(days=days_ago)
        said = reflect(setting, Thought(moment, text, at_set=2), moment.date(), uuid=f"thought-{days_ago}")
        if days_ago > 14:
            meet_thought(setting, said.uuid, "My own next rep." if days_ago % 2 else None)
    make_plan(setting, "I look at the next lane", "I count my next four breaths out", Pattern.COMPARISON, "plan-0001")
    earlier = replace(setting, clock=FixedClock(EVENING - timedelta(days=10)))
    answered = check_in(earlier, "I can't sleep before hard days", uuid="00000000-0001").check_in
    choose_practice(earlier, answered.uuid, reply_to(earlier, answered).practices[0].key)


@pytest.fixture
def journal(made_journal: Path, tmp_path: Path) -> Path:
    """A copy of the made journal to write in."""
    return Path(shutil.copytree(made_journal, tmp_path / "journal"))


@pytest.fixture
def client(journal: Path) -> Iterator[TestClient]:
    """The app on the copy, asked from its own pages."""
    with TestClient(create_app(journal, TODAY), base_url=HERE, headers={"origin": HERE}) as asking:
        yield asking


@pytest.fixture
def unkept(tmp_path: Path) -> Iterator[TestClient]:
    """The app on a journal with the demo's plan and nothing done."""
    with open_setting(tmp_path / "unkept", EVENING) as setting:
        use_plan(setting, "demo", (EXAMPLES / "demo.plan").read_text("utf-8"), BEFORE_THE_SEASON)
    with TestClient(create_app(tmp_path / "unkept", TODAY), base_url=HERE, headers={"origin": HERE}) as asking:
        yield asking


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[TestClient]:
    """The app on a journal with nothing in it."""
    with TestClient(create_app(tmp_path / "new"), base_url=HERE, headers={"origin": HERE}) as asking:
        yield asking
