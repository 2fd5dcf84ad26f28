"""Mind in the browser: a thought and its answer, the weekly question, plans for moments that come back."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from tests.doors.web.reading import text_of
from tests.doors.web.test_review import HOSTILE


def test_a_thought_is_answered_named_and_met(client: TestClient) -> None:
    page = client.post("/mind/thought", data={"text": "Everyone here is faster than me."})
    words = text_of(page.text)
    assert "Everyone here is faster than me." in words
    assert "Which pattern is it?" in words
    where = page.url.path
    assert "My race is mine." in text_of(client.post(f"{where}/meet", data={"words": "My race is mine."}).text)
    named = client.post(f"{where}/patterns", data={"pattern": "comparison"}).text
    assert 'value="comparison" checked' in named
    assert "Everyone here is faster" in text_of(client.get("/mind").text)


def test_a_thought_that_cries_for_help_is_shown_help_and_no_pattern(client: TestClient) -> None:
    words = text_of(client.post("/mind/thought", data={"text": "I want to hurt myself."}).text)
    assert "Which pattern is it?" not in words


def test_a_thought_is_never_markup_and_never_in_an_address(client: TestClient) -> None:
    page = client.post("/mind/thought", data={"text": HOSTILE})
    assert "<script>alert" not in page.text
    assert "alert" not in str(page.url)


def test_the_weekly_question_offers_something_and_asks_later(client: TestClient) -> None:
    assert "The weekly question waits for you" in text_of(client.get("/").text)
    reply = client.post("/mind/check-in", data={"answer": "I sleep badly before hard days"}).text
    choose = re.search(r'action="([^"]+/choose)".*?name="practice" value="([^"]+)"', reply, re.DOTALL)
    assert choose is not None
    assert client.post(choose[1], data={"practice": choose[2]}).status_code == 200
    assert "The weekly question waits for you" not in text_of(client.get("/").text)


def test_a_plan_for_a_moment_is_made_used_and_taken_back(client: TestClient) -> None:
    made = client.post("/mind/plan", data={"moment": "I look at the next lane", "act": "I count four breaths"}).text
    assert "I look at the next lane" in text_of(made)
    used = re.search(r'action="(/mind/plan/[^"]+/used)"', made)
    assert used is not None
    assert client.post(used[1], data={"done": "true"}).status_code == 200
    gone = client.post(used[1].replace("/used", "/drop")).text
    assert "I look at the next lane" not in text_of(gone)


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/mind/thought/nothing").status_code == 404
    assert client.post("/mind/check-in/nothing/choose", data={"practice": "x"}).status_code == 404
