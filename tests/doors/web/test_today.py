"""Today: a stranger reads what the day is for, between which bounds, and whether the last session served it."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.doors.web.reading import text_of


def test_the_card_says_what_why_and_between_which_bounds(client: TestClient) -> None:
    words = text_of(client.get("/").text)
    assert "Thursday 22 July 2021" in words
    assert "intervals Climbing intervals" in words
    assert "Long enough to settle, short enough to stay honest." in words
    assert "Hold 310 W up the whole climb" in words
    assert "295 to 325 W" in words


def test_how_the_session_went_stands_beside_it(client: TestClient) -> None:
    words = text_of(client.get("/").text)
    assert "How it went Climbing intervals" in words


def test_the_week_says_each_state_in_words(client: TestClient) -> None:
    week = text_of(client.get("/").text.partition('id="the-week"')[2])
    assert "Push, done, beyond its bounds" in week
    assert "Climbing intervals, done, inside its bounds" in week


def test_a_rest_day_is_a_promise(client: TestClient) -> None:
    words = text_of(client.get("/day/2021-08-01").text)
    assert "Keeping it is the whole of today's work." in words


def test_a_day_without_a_plan_names_what_comes_next(client: TestClient) -> None:
    words = text_of(client.get("/day/2021-07-27").text)
    assert "Nothing is planned" in words
    assert "Next: Close grip, Wednesday 28 July." in words


def test_rounds_of_one_repeat_are_told_once(client: TestClient) -> None:
    words = text_of(client.get("/day/2015-07-14").text)
    assert words.count("8 min ride") == 1
    assert "3 × 8 min ride" in words


def test_a_session_is_moved_and_remembers_its_day(unkept: TestClient) -> None:
    planned = re.search(r'name="planned" value="([^"]+)"', unkept.get("/day/2021-07-22").text)
    assert planned is not None
    moved = unkept.post("/planned/move", data={"planned": planned[1], "to": "2021-07-24"})
    assert moved.url.path == "/day/2021-07-24"
    assert "Moved here from Thursday 22 July." in text_of(moved.text)
    assert "Nothing is planned" in unkept.get("/day/2021-07-22").text


def test_a_session_that_was_done_is_not_offered_for_moving(client: TestClient) -> None:
    assert "Move it to another day" not in client.get("/").text


@pytest.mark.parametrize("to", ["2021-07-24", "2022-07-24", "soon"])
def test_a_move_that_makes_no_sense_is_refused(unkept: TestClient, to: str) -> None:
    assert unkept.post("/planned/move", data={"planned": "nothing", "to": to}).status_code == 422


def test_an_empty_journal_asks_what_training_is_for(newcomer: TestClient) -> None:
    page = newcomer.get("/").text
    assert "What is your training for?" in page
    assert re.findall(r'class="sheet template" href="([^"]+)"', page) == ["/log", "/import", "/plan/templates"]
    assert "Nothing is planned or done in this month." in newcomer.get("/calendar").text
    assert "The first letter waits for a first session or thought." in newcomer.get("/mind").text


def test_pages_behind_more_are_found_again_on_a_phone(client: TestClient) -> None:
    assert re.search(r'href="/more" aria-current="true"', client.get("/plan").text)
    assert not re.search(r'href="/more" aria-current', client.get("/calendar").text)


def test_a_day_is_adapted_before_it_starts(unkept: TestClient) -> None:
    day = "/day/2021-07-22"
    planned = re.search(r'name="planned" value="([^"]+)"', unkept.get(day).text)
    assert planned is not None
    adapted = {"planned": planned[1], "text": "30..40 min ride  rpe 2..3\r\n"}
    words = text_of(unkept.post(f"{day}/adapt", data=adapted).text)
    assert "Adapted before the start; the plan had: Climbing intervals." in words
    assert "30 to 40 min ride" in words
    rest = text_of(unkept.post(f"{day}/adapt", data={"planned": planned[1], "text": "rest"}).text)
    assert "Keeping it is the whole of today's work." in rest


def test_what_cannot_be_understood_changes_nothing(unkept: TestClient) -> None:
    day = "/day/2021-07-22"
    planned = re.search(r'name="planned" value="([^"]+)"', unkept.get(day).text)
    assert planned is not None
    answer = unkept.post(f"{day}/adapt", data={"planned": planned[1], "text": "whatever I feel like"})
    assert answer.status_code == 422
    assert "Adapted before the start" not in unkept.get(day).text


def test_a_proposed_change_of_the_plan_is_not_offered_for_days_gone(client: TestClient) -> None:
    week = client.get("/week/2015-07-16").text
    where = re.search(r'href="(/review/[^"]+)"><strong>Easy hills', week)
    assert where is not None
    assert "Change the plan like this" not in client.get(where[1]).text
    assert client.post(f"{where[1]}/accept").status_code == 422
