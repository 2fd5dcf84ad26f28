"""The calendar: months and weeks, days on which nothing is due, and notes."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.doors.web.reading import links_of, text_of
from tests.doors.web.test_review import HOSTILE


def test_a_month_shows_planned_beside_done_in_words(client: TestClient) -> None:
    words = text_of(client.get("/calendar/2021-07").text)
    assert "July 2021" in words
    assert "Push done, beyond its bounds" in words
    assert "Leg done without a plan" in words


def test_the_legend_names_every_shape(client: TestClient) -> None:
    legend = text_of(client.get("/calendar").text).partition("How to read it")[2]
    for state in ("to come", "inside its bounds", "beyond", "short", "rest kept", "not done", "nothing was due"):
        assert state in legend


def test_months_lead_on_and_no_link_is_dead(client: TestClient) -> None:
    page = client.get("/calendar/2021-12").text
    assert {"/calendar/2021-11", "/calendar/2022-01"} <= links_of(page)
    of_one_day = {link for link in links_of(client.get("/week/2021-07-22").text) if "07-2" not in link or "22" in link}
    assert {client.get(link).status_code for link in of_one_day} == {200}


@pytest.mark.parametrize("month", ["2021-13", "2021-7", "july", "0000-01", "9999-99"])
def test_a_month_that_does_not_exist_is_not_found(client: TestClient, month: str) -> None:
    assert client.get(f"/calendar/{month}").status_code == 404


def test_only_what_is_still_to_come_can_be_moved(unkept: TestClient) -> None:
    page = unkept.get("/calendar/2021-07").text
    movable = page.count("data-planned=")
    assert movable > 0
    before_today = page.partition('data-day="2021-07-22"')[0]
    assert "data-planned=" not in before_today


def test_days_on_which_nothing_is_due_are_said_and_taken_back(unkept: TestClient) -> None:
    said = {"kind": "ill", "last": "2021-07-24", "words": HOSTILE}
    page = unkept.post("/day/2021-07-22/excuse", data=said).text
    assert "Nothing is due" in text_of(page)
    assert "<script>alert" not in page
    assert "Ill" in text_of(unkept.get("/day/2021-07-24").text)
    taken = unkept.post("/day/2021-07-23/excuse/withdraw").text
    assert "Nothing is due" not in text_of(taken)


def test_an_excuse_that_ends_before_it_begins_is_refused(unkept: TestClient) -> None:
    assert unkept.post("/day/2021-07-22/excuse", data={"kind": "away", "last": "2021-07-01"}).status_code == 422


def test_notes_are_kept_on_their_day_and_never_markup(client: TestClient) -> None:
    page = client.post("/day/2021-07-20/note", data={"text": HOSTILE}).text
    assert "<script>alert" not in page
    assert HOSTILE in text_of(page)
    assert "alert(1)" not in client.get("/day/2021-07-21").text


def test_the_season_shows_every_week_and_the_promises_kept(client: TestClient, newcomer: TestClient) -> None:
    words = text_of(client.get("/season").text)
    told = re.search(r"(\d+) of (\d+) promises kept so far", words)
    assert told is not None
    rows = [(int(kept), int(due)) for kept, due in re.findall(r"(\d+)/(\d+)", words)]
    assert [sum(column) for column in zip(*rows, strict=True)] == [int(told[1]), int(told[2])]
    assert "Climbing intervals, intervals, done, inside its bounds" in words
    assert "there is no season to show" in text_of(newcomer.get("/season").text)
