"""You in the browser: facts, place, what is stored, and locking private words."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from longgame.doors.web.import_jobs import INCOMING
from tests.doors.web.conftest import HERE
from tests.doors.web.reading import text_of

PASSPHRASE = "eight or more signs"


def test_a_number_is_kept_with_its_day(client: TestClient) -> None:
    fact = {"kind": "threshold_hr", "value": "168", "since": "2021-07-01"}
    words = text_of(client.post("/you/fact", data=fact).text)
    assert "heart rate at threshold 168 bpm Thursday 1 July 2021" in words


@pytest.mark.parametrize(
    "fact",
    [
        {"kind": "threshold_hr", "value": "-1", "since": "2021-07-01"},
        {"kind": "beauty", "value": "9", "since": "2021-07-01"},
        {"kind": "one_rep_max", "value": "90", "since": "2021-07-01"},
        {"kind": "max_hr", "value": "inf", "since": "2021-07-01"},
    ],
)
def test_a_number_that_makes_no_sense_is_refused(client: TestClient, fact: dict[str, str]) -> None:
    assert client.post("/you/fact", data=fact).status_code == 422


def test_where_one_lives_is_kept_by_its_name(client: TestClient) -> None:
    assert 'value="Europe/Madrid"' in client.post("/you/zone", data={"zone": "Europe/Madrid"}).text
    assert client.post("/you/zone", data={"zone": "Atlantis"}).status_code == 422


def test_what_is_stored_is_counted_and_placed(client: TestClient) -> None:
    words = text_of(client.get("/data").text)
    assert "sessions 11" in words
    assert "Nothing leaves it" in words


def test_private_words_are_locked_and_opened_again(client: TestClient) -> None:
    where = "/day/2021-07-20"
    client.post(f"{where}/note", data={"text": "Slept badly."})
    code = text_of(client.post("/vault/passphrase", data={"passphrase": PASSPHRASE}).text)
    assert "Write this code down" in code
    client.post("/vault/lock")
    locked = client.get(where).text
    assert "Slept badly." not in locked
    assert "Private words are locked" in locked
    sent = client.post("/import/files", files=[("files", ("a.csv", b"Slept badly."))])
    assert sent.status_code == 403
    asked = {"referer": f"{HERE}{where}", "accept": "text/html"}
    refused = client.post(f"{where}/note", data={"text": "More."}, headers=asked)
    assert refused.status_code == 403
    assert f'name="back" value="{where}"' in refused.text
    assert "does not open" in client.post("/vault/unlock", data={"passphrase": "something else"}).text
    opened = client.post("/vault/unlock", data={"passphrase": PASSPHRASE, "back": where})
    assert opened.url.path == where
    assert "Slept badly." in opened.text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_opening_never_leads_to_another_site(client: TestClient, back: str) -> None:
    client.post("/vault/passphrase", data={"passphrase": PASSPHRASE})
    answer = client.post("/vault/unlock", data={"passphrase": PASSPHRASE, "back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_everything_is_taken_along_and_nothing_of_it_stays_behind(client: TestClient, journal: Path) -> None:
    answer = client.post("/data/export")
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) > 5
    assert "attachment" in answer.headers["content-disposition"]
    assert list((journal / INCOMING).iterdir()) == []
    assert client.post("/data/export", data={"passphrase": PASSPHRASE}).content.startswith(b"age-encryption.org")


def test_everything_is_erased_only_by_its_word(client: TestClient) -> None:
    client.post("/data/forget", data={"word": "yes"})
    assert "What is your training for?" not in client.get("/").text
    assert "What is your training for?" in client.post("/data/forget", data={"word": "forget"}).text
