"""Whole days of three people in a real browser: a beginner's first, a rider with recordings, a class by its clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from longgame.app.new_plan import new_plan, templates
from longgame.app.promises import dated_plans
from longgame.app.write_plan import use_plan
from longgame.doors.wiring import open_setting
from longgame.purpose.intent import Intent
from tests.doors.web.browser import chromium, needs_chromium, opened, served
from tests.doors.web.conftest import EVENING, EXAMPLES, TODAY
from tests.doors.web.test_logging_offline import arrived

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


def first_day(journal: Path, intent: Intent) -> date:
    """The first day for which the plan in force calls for a session of this intent."""
    with open_setting(journal, EVENING) as setting:
        (plan,) = dated_plans(setting)
        return min(day for day, planned in plan.by_day.items() if any(one.intent is intent for one in planned))


def close(page: Page, effort: str) -> None:
    page.get_by_role("button", name="Close", exact=True).click()
    page.get_by_role("group", name="How hard was it").get_by_text(effort, exact=True).click()
    page.get_by_role("button", name="Close the session").click()
    page.get_by_role("heading", name="Closed").wait_for()


def verdict(page: Page, address: str, session: str) -> str:
    page.goto(f"{address}/review/{session}")
    return page.locator(".verdict").first.inner_text()


def logged(journal: Path) -> tuple[str, list[tuple[str, int | None]]]:
    """The one session of the journal: its id, and its sets as exercise and repetitions."""
    with open_setting(journal, EVENING) as setting:
        (head,) = setting.journal.sessions.heads()
        session = setting.journal.sessions.get(head.id)
    assert session is not None
    return head.id, [(one.exercise, one.reps) for one in session.sets]


def test_a_beginner_goes_from_nothing_to_the_first_review(browser: Browser, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    with served(journal) as address, opened(browser, 390, 844) as page:
        page.goto(address)
        assert page.get_by_role("heading", level=1).first.inner_text() == "What is your training for?"
        page.get_by_role("link", name="Start from a situation like yours").click()
        page.locator('a[href="/plan/templates/beginner-strength"]').click()
        page.get_by_role("button", name="Use from now on").click()
        page.wait_for_load_state()
    with served(journal, first_day(journal, Intent.TECHNIQUE)) as address, opened(browser, 390, 844) as page:
        page.goto(address)
        page.get_by_role("link", name="Start", exact=True).click()
        page.get_by_role("button", name="Start", exact=True).click()
        for count, reps in enumerate(("8", "9", "10")):
            page.get_by_label("Reps", exact=True).fill(reps)
            page.get_by_role("button", name="Log this set").click()
            page.locator(".sets-done li").nth(count).wait_for()
        page.get_by_text("Goblet Squat is done, and done in full.").wait_for()
        close(page, "4")
        arrived(page)
        session, sets = logged(journal)
        said = verdict(page, address, session)
    assert sets == [("Goblet Squat", 8), ("Goblet Squat", 9), ("Goblet Squat", 10)]
    assert "purpose" in said


def test_a_rider_brings_recordings_and_finds_the_day_that_went_beyond(browser: Browser, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    with open_setting(journal, EVENING) as setting:
        use_plan(setting, "demo", (EXAMPLES / "demo.plan").read_text("utf-8"))
    with served(journal) as address, opened(browser, 1280, 900) as page:
        page.goto(f"{address}/import")
        page.locator('input[type="file"]').first.set_input_files(sorted((EXAMPLES / "recordings").glob("*.fit")))
        page.get_by_role("button", name="Import", exact=True).click()
        page.get_by_text("4 came in").first.wait_for(timeout=60_000)
        page.goto(f"{address}/day/2015-07-16")
        card = page.locator("main").inner_text()
        page.goto(f"{address}/calendar/2015-07")
        month = page.locator("main").inner_text()
    assert "did not serve its purpose: it went beyond" in card
    assert "July 2015" in month


def test_a_class_is_logged_by_its_clock(browser: Browser, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    with open_setting(journal, EVENING) as setting:
        (template,) = [one for one in templates() if one.name == "class-goer"]
        use_plan(setting, "class", new_plan(template, TODAY))
    with served(journal, first_day(journal, Intent.CONDITIONING)) as address, opened(browser, 390, 844) as page:
        page.goto(f"{address}/log")
        page.get_by_role("button", name="Start", exact=True).click()
        page.get_by_role("button", name="Start the clock").click()
        page.get_by_role("timer").first.wait_for()
        for reps in ("5", "10", "15"):
            page.get_by_label("Reps", exact=True).fill(reps)
            page.get_by_role("button", name="Log this set").click()
            page.wait_for_timeout(300)
        close(page, "7")
        arrived(page)
    _, sets = logged(journal)
    assert sets == [("Pull-up", 5), ("Push-up", 10), ("Air Squat", 15)]
