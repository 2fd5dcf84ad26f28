"""Every page in a real browser: both themes, every width and zoom, by keyboard, without scripts, in one window each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from longgame.doors.web import kept_pages
from longgame.doors.web.kept_pages import KeptPages
from longgame.doors.wiring import open_setting
from tests.doors.web.browser import Seen, barriers, chromium, needs_chromium, opened, served
from tests.doors.web.conftest import EVENING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

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
    "/mind/thoughts",
    "/mind/thought/thought-0",
    "/mind/practices",
    "/mind/letter/2021-07",
    "/check-in/00000000-0001",
    "/log",
    "/offline",
    "/plan",
    "/plan/templates",
    "/plan/templates/first-5-km",
    "/plan/versions",
    "/plan/take/2021-07-22",
    "/import",
    "BATCH",
    "/how-far",
    "/how-far/measure/0",
    "/how-far/curve",
    "/how-far/load",
    "/how-far/watch",
    "/search",
    "/you",
    "/data",
    "/vault/unlock",
    "/more",
    "/nowhere",
)
READING = tuple(page for page in PAGES if page not in ("/nowhere", "/log"))
LOOKING = (Path(__file__).parent / "looking.js").read_text("utf-8")
MOST_STEPS = 200
"""Presses of Tab after which a page is held to be a trap."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def address(made_journal: Path) -> Iterator[str]:
    with served(made_journal) as where:
        yield where


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window that all these tests look through, one after the other."""
    with opened(browser, 390, 844) as page:
        yield page


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """One window that runs no script."""
    with opened(browser, 390, 844, script=False) as page:
        yield page


@pytest.fixture(scope="module")
def named(made_journal: Path) -> dict[str, str]:
    """Addresses that differ from journal to journal: a ride with its stream, a session of sets, an import."""
    with open_setting(made_journal, EVENING) as setting:
        heads = setting.journal.sessions.heads()
        batch = setting.journal.imports.batches()[0]
    ride = next(head.id for head in heads if head.has_streams)
    lifts = next(head.id for head in heads if head.set_count)
    return {"RIDE": f"/review/{ride}", "LIFTS": f"/review/{lifts}", "BATCH": f"/import/batch/{batch.id}"}


def look(page: Page, what: str) -> Any:
    """One of the looks of `looking.js` at the page."""
    return page.evaluate(f"({LOOKING}).{what}()")


def fits(page: Page) -> list[object]:
    """What sticks out or is cut, at the width the page has now."""
    over = look(page, "sticksOut")
    return [*([f"{over} px too wide"] if over > 0 else []), *look(page, "cut")]


@pytest.mark.parametrize("where", PAGES)
def test_a_page_is_whole_at_every_width_and_zoom_in_both_themes(
    window: Page, address: str, named: dict[str, str], where: str
) -> None:
    seen = Seen()
    seen.watch(window)
    window.set_viewport_size({"width": 390, "height": 844})
    window.emulate_media(color_scheme="light")
    window.goto(address + named.get(where, where))
    assert fits(window) == []
    assert barriers(window) == []
    window.set_viewport_size({"width": 320, "height": 640})
    assert fits(window) == [], "320 px, which is 1280 px at 400 %"
    window.emulate_media(color_scheme="dark")
    window.set_viewport_size({"width": 640, "height": 400})
    assert fits(window) == [], "1280 px at 200 %"
    window.evaluate("document.documentElement.style.fontSize = '200%'")
    assert fits(window) == [], "640 px with text twice as large"
    window.evaluate("document.documentElement.style.fontSize = ''")
    window.set_viewport_size({"width": 1280, "height": 800})
    assert fits(window) == [], "1280 px"
    assert barriers(window, "color-contrast") == []
    seen.leave(window)
    assert [one for one in seen.complaints if not (where == "/nowhere" and "404" in one)] == []
    assert seen.hosts == {address.removeprefix("http://")}


@pytest.mark.parametrize("where", PAGES)
def test_everything_on_a_page_is_reached_by_keyboard_in_order_and_seen(
    window: Page, address: str, named: dict[str, str], where: str
) -> None:
    window.set_viewport_size({"width": 390, "height": 844})
    window.goto(address + named.get(where, where))
    count = look(window, "follow")
    assert 0 < count < MOST_STEPS
    for _ in range(count):
        window.keyboard.press("Tab")
    told = look(window, "followed")
    assert told["reached"] == list(range(count)), "each once, in the order of the page"
    assert told["unseen"] == []


def test_the_plan_by_form_is_whole_at_every_width_and_zoom(window: Page, address: str) -> None:
    window.set_viewport_size({"width": 390, "height": 844})
    window.emulate_media(color_scheme="light")
    window.goto(address + "/plan")
    window.get_by_role("button", name="By form").click()
    window.get_by_role("heading", name="The plan by form").wait_for()
    assert (fits(window), barriers(window)) == ([], [])
    window.locator(".by-form button").first.click()
    window.get_by_role("heading", name="Change a session").wait_for()
    assert (fits(window), barriers(window)) == ([], [])
    window.set_viewport_size({"width": 320, "height": 640})
    assert fits(window) == []
    window.set_viewport_size({"width": 640, "height": 400})
    window.evaluate("document.documentElement.style.fontSize = '200%'")
    assert fits(window) == []
    window.evaluate("document.documentElement.style.fontSize = ''")
    window.get_by_label("Title", exact=True).fill("Renamed by form")
    window.get_by_role("button", name="Write it into the text").click()
    window.get_by_text("The form has changed the text below").wait_for()
    assert "Renamed by form" in window.locator(".diff").inner_text()


@pytest.mark.parametrize("where", READING)
def test_reading_needs_no_script(bare: Page, address: str, named: dict[str, str], where: str) -> None:
    bare.goto(address + named.get(where, where))
    assert bare.locator("h1").count() > 0
    assert len(bare.locator("main").inner_text().split()) > 3


def stay(route: Route) -> None:
    """Answer a window as the server does, but without the word that it is to look again by itself."""
    opens = {**route.request.headers, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    answer = route.fetch(headers=opens)
    route.fulfill(response=answer, headers={name: told for name, told in answer.headers.items() if name != "refresh"})


def test_a_page_that_takes_long_says_so_and_opens_by_itself_with_and_without_scripts(
    window: Page, bare: Page, made_journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, drawn = Event(), KeptPages._draw

    def held(*given: Any) -> Any:
        """Draw when the test has seen that it takes long."""
        assert slow.wait(30)
        return drawn(*given)

    monkeypatch.setattr(kept_pages, "PATIENCE_S", 0.0)
    monkeypatch.setattr(KeptPages, "_draw", held)
    window.set_viewport_size({"width": 320, "height": 640})
    with served(made_journal) as fresh:
        window.route(fresh + "/mind", stay)
        window.goto(fresh + "/mind")
        window.get_by_role("heading", name="One moment").wait_for()
        assert (fits(window), barriers(window)) == ([], [])
        assert window.get_by_role("link", name="Look again").get_attribute("href") == ""
        slow.set()
        for page, where, title in ((window, "/how-far", "How far"), (bare, "/season", "The season at a glance")):
            slow.clear()
            told = page.goto(fresh + where, wait_until="commit")
            assert told is not None
            assert told.headers["refresh"] == "1"
            slow.set()
            page.get_by_role("heading", name=title, exact=True).wait_for()
            assert page.url == fresh + where


def test_a_session_is_moved_by_keyboard_and_the_focus_goes_with_it(window: Page, address: str) -> None:
    window.goto(address + "/calendar")
    entry = window.locator("[data-planned]").last
    planned, day = entry.get_attribute("data-planned"), entry.locator("xpath=..").get_attribute("data-day")
    entry.focus()
    window.keyboard.press("Alt+ArrowLeft")
    moved = window.locator(f'[data-day]:not([data-day="{day}"]) [data-planned="{planned}"]:focus')
    moved.wait_for()
    there = moved.locator("xpath=..").get_attribute("data-day")
    window.keyboard.press("Alt+ArrowRight")
    window.locator(f'[data-day="{day}"] [data-planned="{planned}"]:focus').wait_for()
    assert day is not None
    assert there is not None
    assert there < day


def test_the_chosen_theme_holds_against_the_devices(browser: Browser, address: str) -> None:
    with opened(browser, 390, 844, "light") as page:
        page.goto(address + "/more")
        light = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.get_by_label("Dark").check()
        page.get_by_role("button", name="Keep").click()
        page.wait_for_url("**/more")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
