"""A session logged in a real browser whose server dies or whose disk is slow: nothing is lost, nothing comes twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from longgame.app.log_set import times_past
from longgame.app.review_session import review_which
from longgame.app.write_plan import use_plan
from longgame.doors.wiring import open_setting
from longgame.kernel.sport import Sport
from longgame.record.reflection import After, Thought
from tests.doors.web.browser import barriers, chromium, needs_chromium, opened, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_chromium

EVERY_DAY = "\n".join(
    f'  {day} "Pull"  hypertrophy for pullup\n    Pull-up  2 x 4..6  rir 2..3\n    Barbell Row  1..2 x 8..10'
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
)


CARRIED = """navigator.serviceWorker.controller || new Promise((ready) => {
  navigator.serviceWorker.addEventListener("controllerchange", ready, { once: true });
})"""
"""Waits until the service worker has taken the page over, so that it opens without a server."""


WAITING = """new Promise((told, failed) => {
  const opening = indexedDB.open("longgame");
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction("outbox").objectStore("outbox").count();
    counting.onsuccess = () => { opening.result.close(); told(counting.result); };
  };
})"""
"""How many things the device keeps to send."""
HOLD = """() => {
  let release;
  const held = new Promise((go) => { release = go; });
  const known = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
  window.releaseDisk = () => { Object.defineProperty(IDBTransaction.prototype, "oncomplete", known); release(); };
  Object.defineProperty(IDBTransaction.prototype, "oncomplete", { configurable: true, set(told) {
    this.addEventListener("complete", () => held.then(told));
  } });
}"""
"""A disk that says of nothing that it is through, until it is released."""
FILL = """() => {
  const known = IDBDatabase.prototype.transaction;
  window.emptyDisk = () => { IDBDatabase.prototype.transaction = known; };
  IDBDatabase.prototype.transaction = function (stores, mode, ...more) {
    if (mode === "readwrite") throw new DOMException("", "QuotaExceededError");
    return known.call(this, stores, mode, ...more);
  };
}"""
"""A disk that takes nothing more, until it is emptied."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal whose plan calls for the same two exercises on whatever day it is."""
    now = datetime.now(UTC)
    monday = now.date() - timedelta(days=now.weekday() + 7)
    season = f'season "Bar"  {monday} .. {monday + timedelta(days=60)}'
    goal = '  goal pullup "Ten strict pull-ups"  10 reps of Pull-up'
    text = f'longgame plan 1\n\n{season}\n{goal}\n\nblock "Base"  6 weeks  serves pullup\n{EVERY_DAY}\n'
    with open_setting(tmp_path / "journal") as setting:
        use_plan(setting, "bar", text, now - timedelta(days=2))
    return tmp_path / "journal"


def log_a_set(page: Page, reps: str) -> None:
    done = page.locator(".sets-done li").count()
    page.get_by_label("Reps", exact=True).fill(reps)
    page.get_by_role("button", name="Log this set").click()
    page.locator(".sets-done li").nth(done).wait_for()


def arrived(page: Page) -> None:
    """Wait until nothing that was said waits on the device any more."""
    for _ in range(300):
        if page.evaluate(WAITING) == 0:
            return
        page.wait_for_timeout(100)
    raise AssertionError("something still waits to be sent")


def test_a_session_survives_a_dead_server_a_reload_and_a_closed_tab(browser: Browser, journal: Path) -> None:
    with opened(browser, 390, 844) as page, serving(journal, None) as server:
        page.goto(f"{server.address}/log")
        page.evaluate(f"Promise.resolve({CARRIED}).then(() => true)")
        page.get_by_role("button", name="Start", exact=True).click()
        log_a_set(page, "6")
        server.die()
        page.get_by_role("button", name="A thought").click()
        page.get_by_label("A thought").last.fill("<b>Why is this still hard</b>")
        page.keyboard.press("Enter")
        page.get_by_text("Thoughts kept in this session: 1").wait_for()
        page.reload()
        log_a_set(page, "5")
        page.get_by_text("Pull-up is done, and done in full.").wait_for()
        context = page.context
        page.close()
        page = context.new_page()
        page.goto(f"{server.address}/log")
        page.get_by_role("button", name="On to Barbell Row").click()
        log_a_set(page, "8")
        log_a_set(page, "9")
        page.get_by_text("Stop here, and this is a full success.").first.wait_for()
        page.get_by_role("button", name="Go on, beyond the bounds").click()
        log_a_set(page, "8")
        page.get_by_role("button", name="Close", exact=True).click()
        page.get_by_role("group", name="How hard was it").get_by_text("7").click()
        page.get_by_role("button", name="Close the session").click()
        page.get_by_role("heading", name="Closed").wait_for()
        with serving(journal, None, server.port):
            arrived(page)
    with open_setting(journal) as setting:
        (head,) = setting.journal.sessions.heads()
        session = setting.journal.sessions.get(head.id)
        said = setting.journal.reflections.about(head.id)
        past = times_past(setting, head.id)
        (reviewed,) = review_which(setting, "last")
    assert session is not None
    assert [(one.exercise, one.reps) for one in session.sets] == [
        ("Pull-up", 6),
        ("Pull-up", 5),
        ("Barbell Row", 8),
        ("Barbell Row", 9),
        ("Barbell Row", 8),
    ]
    assert [one.words.text for one in said if isinstance(one.words, Thought)] == ["<b>Why is this still hard</b>"]
    assert [one.words.effort for one in said if isinstance(one.words, After)] == [7.0]
    assert past == ("Barbell Row",)
    assert reviewed.planned is not None
    assert reviewed.planned.title == "Pull"


def test_two_devices_log_into_one_session(browser: Browser, journal: Path) -> None:
    with serving(journal, None) as server, opened(browser, 390, 844) as first, opened(browser, 390, 844) as second:
        first.goto(f"{server.address}/log")
        first.get_by_role("button", name="Start", exact=True).click()
        log_a_set(first, "6")
        arrived(first)
        second.goto(f"{server.address}/log")
        second.get_by_role("button", name="Go on with it").click()
        log_a_set(second, "4")
        arrived(second)
    with open_setting(journal) as setting:
        (head,) = setting.journal.sessions.heads()
        session = setting.journal.sessions.get(head.id)
    assert session is not None
    assert [one.reps for one in session.sets] == [6, 4]


PURE = (Path(__file__).parent / "logger_values.js").read_text("utf-8")
"""Values of the logger's pure parts, computed in the browser."""


def test_the_guard_the_plates_and_the_clocks_count_right(browser: Browser, journal: Path) -> None:
    with serving(journal, None) as server, opened(browser, 390, 844) as page:
        page.goto(f"{server.address}/log")
        told = page.evaluate(PURE)
    assert told["standings"] == ["open", "open", "enough", "top", "past"]
    assert told["warm_ups"] == "open"
    assert told["sides"] == ["below", "inside", "inside", "above", "unknown"]
    assert told["superset"] == [1, 0, 1]
    assert told["ration"] == {
        "left": 0,
        "of": 1,
        "span": "session",
    }
    assert told["plates"] == [
        {"side": [25, 15], "left": 0},
        {"side": [20, 1.25], "left": 0},
        {"side": [45], "left": 0},
        {"side": [20], "left": 0.5},
    ]
    assert told["pounds"] == [220.46, 102.06]
    assert told["emom"] == [[1, 60, False], [1, 1, False], [2, 60, False], [10, 1, False], [10, 0, True]]
    assert told["tabata"] == [
        [1, "work", 20],
        [1, "work", 1],
        [1, "rest", 10],
        [1, "rest", 1],
        [2, "work", 20],
        [8, "rest", 1],
        [8, "work", 0],
    ]
    assert told["amrap"] == [720, 1, 0]
    assert told["beats"] == [72, 300, None, 72]


def sets_of_the_only_session(where: Path) -> list[int | None]:
    with open_setting(where) as setting:
        (head,) = setting.journal.sessions.heads()
        session = setting.journal.sessions.get(head.id)
    assert session is not None
    return [one.reps for one in session.sets]


def test_a_tap_is_answered_before_the_disk_is_and_called_kept_only_after(browser: Browser, journal: Path) -> None:
    with serving(journal, None) as server, opened(browser, 390, 844) as page:
        page.goto(f"{server.address}/log")
        page.get_by_role("button", name="Start", exact=True).wait_for()
        assert barriers(page) == []
        page.evaluate(HOLD)
        page.get_by_role("button", name="Start", exact=True).click()
        page.get_by_role("heading", name="Pull-up").wait_for()
        page.get_by_role("button", name="Log this set").click(click_count=2, delay=20)
        page.locator(".sets-done li.unkept").wait_for()
        page.get_by_role("button", name="A thought").click()
        page.get_by_label("A thought").last.fill("my breath came back sooner")
        page.keyboard.press("Enter")
        page.get_by_text("Being kept on this device.").wait_for()
        assert page.get_by_text("Thoughts kept").count() == 0
        assert page.locator(".sets-done li").count() == 1, "the second tap of a double tap"
        page.evaluate("releaseDisk()")
        page.get_by_text("Thoughts kept in this session: 1").wait_for()
        assert page.locator(".unkept").count() == page.get_by_text("Being kept").count() == 0
        arrived(page)
        page.evaluate(FILL)
        log_a_set(page, "5")
        assert page.evaluate("document.activeElement.textContent") == "Pull-up"
        page.get_by_text("This device could not keep the last change").wait_for()
        assert (page.locator(".unkept").count(), barriers(page)) == (1, [])
        page.evaluate("emptyDisk()")
        page.get_by_role("button", name="Try again").click()
        page.locator(".unkept").wait_for(state="detached")
        arrived(page)
    assert sets_of_the_only_session(journal) == [4, 5]


def test_a_run_and_a_lift_that_nobody_planned_are_logged_and_remembered(browser: Browser, journal: Path) -> None:
    with serving(journal, None) as server, opened(browser, 390, 844) as page:
        page.goto(f"{server.address}/log")
        page.get_by_role("button", name="Run", exact=True).click()
        page.get_by_role("timer").wait_for()
        assert barriers(page) == []
        page.get_by_role("button", name="Close", exact=True).click()
        page.get_by_label("Minutes it took").fill("31,5")
        page.get_by_label("Distance in km").fill("5.2")
        page.get_by_role("group", name="How hard was it").get_by_text("3", exact=True).click()
        assert barriers(page) == []
        page.emulate_media(forced_colors="active")
        chosen = page.locator('label:has([name="effort"]:checked)')
        assert chosen.evaluate("one => getComputedStyle(one).outlineStyle") == "solid", "seen without our colours too"
        page.emulate_media(forced_colors="none")
        page.get_by_role("button", name="Close the session").click()
        page.get_by_text("Run · 31:30").wait_for()
        page.get_by_role("link", name="Look back on it").click()
        page.get_by_role("heading", name="Run", exact=True).wait_for()
        page.goto(f"{server.address}/log")
        page.get_by_role("button", name="Lift", exact=True).click()
        page.get_by_label("Exercise").fill("Squat")
        page.get_by_role("button", name="Log its sets").click()
        page.get_by_role("textbox", name="Load, kg").fill("62,5")
        log_a_set(page, "5")
        log_a_set(page, "4")
        assert page.get_by_text("Last time").count() == 0
        page.get_by_role("button", name="Close", exact=True).click()
        page.get_by_role("button", name="Close the session").click()
        page.get_by_text("· 2 sets").wait_for()
        arrived(page)
        page.goto(f"{server.address}/log")
        page.get_by_role("button", name="Lift", exact=True).click()
        page.get_by_label("Exercise").fill("Squat")
        page.keyboard.press("Enter")
        page.get_by_text("Last time: 4 × 62.5 kg").wait_for()
        page.get_by_role("button", name="Do not begin after all").click()
    with open_setting(journal) as setting:
        head = setting.journal.sessions.heads()[0]
        lifts = [one.sets for one in setting.journal.sessions.between(head.local_day, setting.today) if one.sets]
        session = setting.journal.sessions.get(head.id)
        (after,) = (one.words for one in setting.journal.reflections.about(head.id) if isinstance(one.words, After))
        now = setting.clock.now()
    assert session is not None
    assert (session.sport, session.title, session.distance_m, after.effort) == (Sport.RUN, "Run", 5200, 3)
    assert [(one.exercise, one.reps, str(one.load)) for one in lifts[0]] == [
        ("Squat", 5, "62.5 kg"),
        ("Squat", 4, "62.5 kg"),
    ]
    assert session.duration_s == 1890
    assert session.start + timedelta(seconds=1890) <= now, "it began that long before it was closed"
