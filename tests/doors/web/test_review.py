"""Reviews in the browser: the list, the evidence of one, and what a person adds to it."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from starlette.testclient import TestClient

from tests.doors.web.reading import links_of, text_of

HOSTILE = "<script>alert(1)</script> & \"quotes\" 'n' such"


def review_of(client: TestClient, day: str, title: str) -> str:
    """The address of a day's review, as the calendar links to it."""
    week = client.get(f"/week/{day}").text
    return next(found[1] for found in re.finditer(r'href="(/review/[^"]+)"><strong>([^<]+)', week) if found[2] == title)


def test_the_list_leads_to_every_review_and_back_in_time(client: TestClient) -> None:
    page = client.get("/review").text
    words = text_of(page)
    assert "Close grip hypertrophy · Purpose served" in words
    assert "Rest rest · Purpose not served" in words
    assert {client.get(link).status_code for link in links_of(page) if link.startswith("/review/")} == {200}
    earlier = client.get("/review/before/2020-04-18").text
    assert "Easy ride" in text_of(earlier)


def test_a_review_shows_verdict_reason_evidence_and_what_next(client: TestClient) -> None:
    words = text_of(client.get(review_of(client, "2015-07-16", "Easy hills")).text)
    assert "Purpose not served · beyond its bounds" in words
    assert "Leave something in the legs for Saturday." in words
    assert "Heart rate: 39% of the bounded time lay inside its band" in words
    assert "Make “Long ride” on Saturday 18 July 75 to 105 minutes." in words
    assert "Asked: 90 to 100 % (expert default); weight 4, key." in words
    assert "Asked: 1:30 to 1:50 h (the plan's own; the fall beside it: expert default); weight 3." in words


def test_contributions_add_up_to_the_execution(client: TestClient) -> None:
    words = text_of(client.get(review_of(client, "2015-07-16", "Easy hills")).text)
    told = re.search(r"Execution (\d\.\d+) = ([\d. +]+);", words)
    assert told is not None
    parts = [Fraction(part) for part in told[2].split(" + ")]
    assert abs(sum(parts) - Fraction(told[1])) <= Fraction(len(parts), 2000)


def test_what_was_said_is_kept_and_shown(client: TestClient) -> None:
    where = review_of(client, "2021-07-21", "Close grip")
    said = {"effort": "6.5", "presence": "8", "form": "fading", "stars": "4", "learned": "Rest longer."}
    words = text_of(client.post(f"{where}/said", data=said).text)
    assert "Effort, 0–10 6.5" in words
    assert "Form fading" in words
    assert "What I learned Rest longer." in words
    later = text_of(client.post(f"{where}/said", data={"effort": "7"}).text)
    assert "Effort, 0–10 7" in later
    assert "Rest longer." in later


@pytest.mark.parametrize("said", [{"effort": "11"}, {"presence": "-1"}, {"form": "perfect"}, {"stars": "6"}])
def test_what_cannot_be_is_refused(client: TestClient, said: dict[str, str]) -> None:
    where = review_of(client, "2021-07-21", "Close grip")
    assert client.post(f"{where}/said", data=said).status_code == 422


def test_comments_come_and_go_and_are_never_markup(client: TestClient) -> None:
    where = review_of(client, "2021-07-21", "Close grip")
    page = client.post(f"{where}/comment", data={"text": HOSTILE}).text
    assert "<script>alert" not in page
    assert HOSTILE in text_of(page)
    take_back = re.search(r'action="([^"]+/take-back)"', page)
    assert take_back is not None
    assert "alert(1)" not in client.post(take_back[1]).text


@pytest.mark.parametrize("which", ["nothing", "2021-07-20", "<script>"])
def test_a_review_that_is_not_there_says_so(client: TestClient, which: str) -> None:
    assert client.get(f"/review/{which}").status_code == 404


def test_an_empty_journal_says_how_reviews_come_about(newcomer: TestClient) -> None:
    assert "There is nothing to review here yet" in text_of(newcomer.get("/review").text)


def test_the_change_that_a_review_proposes_is_taken_up_and_put_back(unkept: TestClient) -> None:
    nothing = unkept.get("/review").text
    planned = re.search(r'href="(/review/[0-9a-f]+)"', nothing)
    assert planned is not None
    refused = unkept.post(f"{planned[1]}/accept")
    assert refused.status_code == 422
    assert "The plan stays as it is" in refused.text


def test_a_recording_is_told_in_numbers_with_its_bands(client: TestClient) -> None:
    told = client.get(review_of(client, "2015-07-16", "Easy hills") + "/stream").json()
    heart = next(one for one in told["channels"] if one["name"] == "Heart rate")
    assert len(told["t"]) == len(heart["values"]) > 1000
    assert [(band["floor"], band["ceiling"]) for band in heart["bands"]] == [(110, 150)]
    assert client.get(review_of(client, "2021-07-21", "Close grip") + "/stream").status_code == 404


def test_the_card_shows_the_verdict_and_no_number_of_the_body(client: TestClient) -> None:
    card = client.get(review_of(client, "2015-07-16", "Easy hills") + "/card.svg")
    words = text_of(card.text)
    assert "Easy hills" in words
    assert "This session did not serve its purpose" in words
    assert "bpm" not in words
    assert "style" not in card.text


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"number": "99", "first": "1:00", "last": "2:00"}, "There is no step 99; "),
        ({"number": "1", "first": "99:00:00", "last": "99:10:00"}, "The recording ends at "),
        ({"number": "1", "first": "5:00", "last": "4:00"}, "A stretch ends after it began."),
        ({"number": "1", "first": "5:00"}, "A stretch has two ends."),
        ({"number": "1", "first": "soon", "last": "4:00"}, "'soon' is no moment; write it as 12:30."),
    ],
)
def test_a_step_that_cannot_be_put_right_is_answered_and_nothing_is_kept(
    client: TestClient, said: dict[str, str], answer: str
) -> None:
    where = review_of(client, "2015-07-16", "Easy hills")
    before = text_of(client.get(where).text)
    refused = client.post(f"{where}/step", data=said)
    assert (refused.status_code, answer in text_of(refused.text)) == (422, True)
    assert text_of(client.get(where).text) == before


def test_a_set_that_cannot_be_put_right_is_answered_and_nothing_is_kept(client: TestClient) -> None:
    where = review_of(client, "2021-07-21", "Close grip")
    refused = client.post(f"{where}/set", data={"position": "1", "step": "77"})
    assert refused.status_code == 422
    assert "There is no step of sets 77; " in text_of(refused.text)
    assert "put right by you" not in text_of(client.get(where).text)


def test_what_was_put_right_is_seen_at_once_and_can_be_taken_back(client: TestClient) -> None:
    where = review_of(client, "2021-07-21", "Close grip")
    assert '<details class="laid-over" id="laid-over">' in client.get(where).text
    kept = client.post(f"{where}/set", data={"position": "1", "step": "0"})
    assert '<details class="laid-over" id="laid-over" open>' in kept.text
    assert "put right by you" in text_of(kept.text)
    back = client.post(f"{where}/laid-over/undo").text
    assert "put right by you" not in text_of(back)
