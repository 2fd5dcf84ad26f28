"""Every page in a real browser: both themes, three widths, no complaint, no foreign host, nobody shut out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from longgame.doors.wiring import open_setting
from tests.doors.web.browser import Seen, chromium, needs_chromium, opened, served
from tests.doors.web.conftest import EVENING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_chromium

PAGES = (
    "/",
    "/day/2021-07-21",
    "/calendar",
    "/season",
    "/week/2021-07-22",
    "/review",
    "RIDE",
    "LIFTS",
    "/mind",
    "/mind/thought/thought-0",
    "/mind/practices",
    "/mind/letter/2021-07",
    "/check-in/00000000-0001",
    "/log",
    "/offline",
    "/plan",
    "/plan/templates",
    "/plan/versions",
    "/import",
    "/how-far",
    "/how-far/measure/0",
    "/how-far/watch",
    "/search",
    "/you",
    "/data",
    "/vault/unlock",
    "/more",
    "/nowhere",
)
READING = tuple(page for page in PAGES if page not in ("/nowhere", "/log"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def address(made_journal: Path) -> Iterator[str]:
    with served(made_journal) as where:
        yield where


@pytest.fixture(scope="module")
def sessions(made_journal: Path) -> dict[str, str]:
    """The addresses of two reviews: a ride with its stream, a session of sets."""
    with open_setting(made_journal, EVENING) as setting:
        heads = setting.journal.sessions.heads()
    ride = next(head.id for head in heads if head.has_streams)
    lifts = next(head.id for head in heads if head.set_count)
    return {"RIDE": f"/review/{ride}", "LIFTS": f"/review/{lifts}"}


def sticks_out(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def barriers(page: Page, *rules: str) -> list[tuple[str, str]]:
    """What axe finds that would shut somebody out, by all its rules or by the named ones."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:160]) for one in found]


@pytest.mark.parametrize("where", PAGES)
def test_a_page_is_whole_at_every_width_in_both_themes(
    browser: Browser, address: str, sessions: dict[str, str], where: str
) -> None:
    seen = Seen()
    with opened(browser, 390, 844) as page:
        seen.watch(page)
        page.goto(address + sessions.get(where, where))
        assert sticks_out(page) <= 0, "390 px"
        assert barriers(page) == []
        page.set_viewport_size({"width": 320, "height": 640})
        assert sticks_out(page) <= 0, "320 px"
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 1280, "height": 800})
        assert sticks_out(page) <= 0, "1280 px"
        assert barriers(page, "color-contrast") == []
    complaints = [one for one in seen.complaints if not (where == "/nowhere" and "404" in one)]
    assert complaints == []
    assert seen.hosts == {address.removeprefix("http://")}


@pytest.mark.parametrize("where", READING)
def test_reading_needs_no_script(browser: Browser, address: str, sessions: dict[str, str], where: str) -> None:
    with opened(browser, 390, 844, script=False) as page:
        page.goto(address + sessions.get(where, where))
        assert page.locator("h1").first.is_visible()
        assert page.locator("main").inner_text().strip() != ""
        assert sticks_out(page) <= 0


def test_everything_is_reached_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, 1280, 800) as page:
        page.goto(address + "/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className").startswith("skip")
        reached = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.tagName"))
        wanted = page.evaluate(
            "[...document.querySelectorAll('main a, main summary, nav a:not([tabindex])')]"
            ".filter(e => e.checkVisibility()).map(e => e.getAttribute('href') || e.tagName)"
        )
        assert set(wanted) <= reached


def test_the_chosen_theme_holds_against_the_devices(browser: Browser, address: str) -> None:
    with opened(browser, 390, 844, "light") as page:
        page.goto(address + "/more")
        light = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.get_by_label("Dark").check()
        page.get_by_role("button", name="Keep").click()
        page.wait_for_url("**/more")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
