"""How far in the browser: then and now, felt beside measured, and what cannot be told said to be so."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.doors.web.reading import links_of, text_of


def test_what_cannot_be_told_yet_is_said_to_be_so(client: TestClient) -> None:
    words = text_of(client.get("/how-far").text)
    assert "Not knowable yet" in words
    assert "Whether easy days are really easier cannot be told yet" in words


def test_every_measure_has_its_page(client: TestClient) -> None:
    links = sorted(link for link in links_of(client.get("/how-far").text) if "/measure/" in link)
    assert len(links) > 5
    words = text_of(client.get(links[0]).text)
    assert "Best single session" in words
    assert "Since" in words


def test_a_lift_shows_its_records_with_their_noise_and_its_rep_curve(client: TestClient) -> None:
    links = sorted(link for link in links_of(client.get("/how-far").text) if "/measure/" in link)
    pages = [client.get(link).text for link in links]
    told = [text_of(page) for page in pages if "Records, with the noise in them" in page]
    assert told
    assert all("Your own curve cannot be told yet" in words or "of your maximum, by" in words for words in told)
    assert any(re.search(r"above the one before\. Without any progress,", words) for words in told)


def test_a_feeling_is_kept_and_shown_beside(client: TestClient) -> None:
    client.post("/how-far/felt", data={"rating": "2"})
    assert re.search(r"You rated|felt|rating", text_of(client.get("/how-far/measure/0").text))


@pytest.mark.parametrize("rating", ["4", "-4", "x"])
def test_a_feeling_off_the_scale_is_refused(client: TestClient, rating: str) -> None:
    assert client.post("/how-far/felt", data={"rating": rating}).status_code == 422


def test_the_watch_shows_its_evidence_and_its_limits(client: TestClient) -> None:
    assert "diagnoses nothing" in text_of(client.get("/how-far/watch").text)


def test_what_was_held_stands_with_its_days_and_its_border(client: TestClient) -> None:
    assert {"/how-far/curve", "/how-far/load", "/how-far/watch"} <= set(links_of(client.get("/how-far").text))
    words = text_of(client.get("/how-far/curve").text)
    assert "Rides" in words
    assert re.search(r"20 min \d+ W", words)
    assert re.search(r"Critical power|Where the border lies cannot be told yet", words)


def test_the_load_stands_beside_its_own_usual_and_says_what_is_missing(client: TestClient) -> None:
    words = text_of(client.get("/how-far/load").text)
    assert "they are never added up" in words
    assert re.search(r"Not told, because recordings or your own thresholds are missing:|Heart, Edwards", words)


@pytest.mark.parametrize(("page", "says"), [("curve", "has been recorded yet"), ("load", "Nothing can be counted yet")])
def test_numbers_of_an_empty_journal_say_how_to_begin(newcomer: TestClient, page: str, says: str) -> None:
    assert says in text_of(newcomer.get(f"/how-far/{page}").text)


def test_an_empty_journal_says_how_to_begin(newcomer: TestClient) -> None:
    assert "Nothing has been measured yet." in text_of(newcomer.get("/how-far").text)


def test_a_measure_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/how-far/measure/999").status_code == 404
