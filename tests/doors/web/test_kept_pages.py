"""Pages are drawn once between two changes, and never shown after what they tell of has changed or been locked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from starlette.testclient import TestClient

from longgame.app.day_notes import write_note
from longgame.app.overreach_signs import signs_of
from longgame.app.own_past import own_past
from longgame.app.own_record import own_record
from longgame.doors.web import kept_pages, saying
from longgame.doors.web.main import create_app
from longgame.doors.web.visit import FRESH
from longgame.doors.wiring import open_setting
from tests.doors.web.conftest import EVENING, HERE, TODAY

FORM_NAME = re.compile(r'name="uuid" value="([0-9a-f]{32})"')


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that were really drawn."""
    found: list[str] = []
    really = kept_pages.Visit.page

    def page(self: kept_pages.Visit, template: str, **shown: object) -> object:
        found.append(self.request.url.path)
        return really(self, template, **shown)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(kept_pages.Visit, "page", page)
    return found


def test_a_page_is_drawn_once_for_each_language_and_theme(client: TestClient, drawn: list[str]) -> None:
    first = client.get("/calendar")
    assert client.get("/calendar").text == first.text
    assert drawn == ["/calendar"]
    assert client.get("/calendar", headers={"accept-language": "de"}).text != first.text
    assert client.get("/calendar", headers={"accept-encoding": "identity"}).text == first.text
    assert drawn == ["/calendar", "/calendar"]


def test_a_change_here_is_seen_at_once(client: TestClient) -> None:
    client.get("/")
    client.post(f"/day/{TODAY}/note", data={"text": "the knee is quiet"})
    assert "the knee is quiet" in client.get("/").text


def test_a_change_by_another_program_is_seen(
    client: TestClient, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_pages, "HOLDS_S", 0.0)
    client.get("/")
    with open_setting(journal, EVENING) as setting:
        write_note(setting, TODAY, "written on the command line")
    assert "written on the command line" in client.get("/").text


def test_nothing_private_is_given_after_locking(client: TestClient) -> None:
    assert "useless" in client.get("/mind").text
    client.post("/vault/passphrase", data={"passphrase": "a long enough phrase"})
    assert "useless" in client.get("/mind").text
    client.post("/vault/lock")
    for path in ("/mind", "/mind/thoughts", "/mind/thought/thought-0"):
        assert "useless" not in client.get(path).text


def test_locking_lets_go_of_what_was_put_in_other_words(client: TestClient) -> None:
    client.post("/vault/passphrase", data={"passphrase": "a long enough phrase"})
    assert "useless" in client.get("/mind", headers={"accept-language": "de"}).text
    assert saying._said.cache_info().currsize > 0
    client.post("/vault/lock")
    assert saying._said.cache_info().currsize == 0


def test_forms_have_a_new_name_each_time_the_page_is_given(client: TestClient) -> None:
    names = [FORM_NAME.findall(client.get("/mind").text) for _ in range(2)]
    assert names[0]
    assert not set(names[0]) & set(names[1])
    assert FRESH not in client.get("/mind").text


def test_a_problem_is_not_kept(client: TestClient, drawn: list[str]) -> None:
    asked = {"accept": "text/html"}
    assert [client.get("/mind/letter/2021-13", headers=asked).status_code for _ in range(2)] == [404, 404]
    assert drawn == ["/mind/letter/2021-13"] * 2


def test_the_headers_of_safety_stand_on_kept_pages_too(journal: Path) -> None:
    with TestClient(create_app(journal, TODAY), base_url=HERE) as asking:
        told = [asking.get("/season").headers["content-security-policy"] for _ in range(2)]
        assert told[0] == told[1]
        assert asking.get("/season", headers={"host": "evil.example"}).status_code == 421


def test_what_kept_reviews_tell_is_what_a_laid_out_past_tells(made_journal: Path) -> None:
    with open_setting(made_journal, EVENING) as setting:
        past, record = own_past(setting, setting.today), own_record(setting)
        assert record.sessions == past.sessions
        assert sorted(record.efforts(), key=lambda one: one[0].id) == sorted(past.efforts(), key=lambda one: one[0].id)
        assert record.reflections(setting) == past.days.reflections
        assert signs_of(record) == signs_of(past)
        assert date(2015, 7, 16) in {one.local_day for one, _ in record.efforts()}


OPENS = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
"""What browsers say of a page that somebody opens in a window."""


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Nothing is drawn until this is set, and nobody waits for it long."""
    go, really = Event(), kept_pages.KeptPages._draw

    def draw(*args: Any) -> object:
        go.wait(20)
        return really(*args)

    monkeypatch.setattr(kept_pages, "PATIENCE_S", 0.01)
    monkeypatch.setattr(kept_pages.KeptPages, "_draw", draw)
    yield go
    go.set()


def test_a_page_that_takes_long_says_so_and_is_drawn_once(client: TestClient, drawn: list[str], slow: Event) -> None:
    told = [client.get("/calendar", headers=OPENS) for _ in range(2)]
    assert {(one.status_code, one.headers["refresh"], one.headers["cache-control"]) for one in told} == {
        (200, "1", "no-store")
    }
    assert all("One moment" in one.text for one in told)
    slow.set()
    assert "July 2021" in client.get("/calendar").text
    while "refresh" in (page := client.get("/calendar", headers=OPENS)).headers:
        pass
    assert "July 2021" in page.text
    assert drawn.count("/calendar") == 3  # twice the words that it takes long, once the page


def test_what_was_begun_before_a_change_is_not_shown_after_it(client: TestClient, slow: Event) -> None:
    assert "One moment" in client.get("/", headers=OPENS).text
    client.post(f"/day/{TODAY}/note", data={"text": "the knee is quiet"}, follow_redirects=False)
    slow.set()
    while "refresh" in (page := client.get("/", headers=OPENS)).headers:
        pass
    assert "the knee is quiet" in page.text


def test_a_fault_of_a_page_that_takes_long_is_told_too(client: TestClient, slow: Event) -> None:
    asked = {**OPENS, "accept": "text/html"}
    assert "One moment" in client.get("/mind/letter/2021-13", headers=asked).text
    slow.set()
    while "refresh" in (page := client.get("/mind/letter/2021-13", headers=asked)).headers:
        pass
    assert page.status_code == 404


def test_scripts_wait_for_what_they_ask(client: TestClient, slow: Event) -> None:
    slow.set()
    assert "refresh" not in client.get("/calendar", headers={"sec-fetch-mode": "cors"}).headers
