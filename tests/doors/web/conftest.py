"""The demo's journal, made once from real recordings, and the web app on copies of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from longgame.app.answer_question import answer_question
from longgame.app.import_files import import_files
from longgame.app.reflect import reflect
from longgame.app.write_plan import use_plan
from longgame.doors.web.main import create_app
from longgame.doors.wiring import open_setting
from longgame.record.reflection import After

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2021, 7, 22)
EVENING = datetime(2021, 7, 22, 20, 0, tzinfo=UTC)
HERE = "http://localhost"


@pytest.fixture(scope="session")
def made_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with the demo's plan, recordings and a reflection; tests that write take a copy."""
    folder = tmp_path_factory.mktemp("made") / "journal"
    with open_setting(folder, EVENING) as setting:
        use_plan(setting, "demo", (EXAMPLES / "demo.plan").read_text("utf-8"))
        import_files(setting.journal, [EXAMPLES / "recordings"], setting.reading(), EVENING)
        answer_question(setting, "strong.weight-unit", "kg")
        reflect(setting, After(EVENING, effort=7.0), date(2015, 7, 16))
    return folder


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
        use_plan(setting, "demo", (EXAMPLES / "demo.plan").read_text("utf-8"))
    with TestClient(create_app(tmp_path / "unkept", TODAY), base_url=HERE, headers={"origin": HERE}) as asking:
        yield asking


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[TestClient]:
    """The app on a journal with nothing in it."""
    with TestClient(create_app(tmp_path / "new"), base_url=HERE, headers={"origin": HERE}) as asking:
        yield asking
