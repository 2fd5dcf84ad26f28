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


def test_somebody_is_let_see_something_and_no_longer(client: TestClient) -> None:
    grant = {"person": "<b>Coach</b> Ada", "item": "reviews", "allowed": "true"}
    page = client.post("/data/consent", data=grant).text
    assert "<b>Coach" not in page
    assert "<b>Coach</b> Ada : reviews since Thursday 22 July 2021" in text_of(page)
    assert "Ada : reviews" not in text_of(client.post("/data/consent", data={**grant, "allowed": "false"}).text)
    assert client.post("/data/consent", data={**grant, "person": "  "}).status_code == 422


def test_what_was_taken_along_is_written_down(client: TestClient) -> None:
    assert "Nobody has looked" in text_of(client.get("/data").text)
    client.post("/data/export")
    assert "you exported everything web app" in text_of(client.get("/data").text)


def zipped(**members: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def restore(client: TestClient, name: str, content: bytes, **fields: str) -> tuple[int, str]:
    answer = client.post("/data/restore", data=fields, files={"file": (name, content)}, headers={"accept": "text/html"})
    return answer.status_code, text_of(answer.text)


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_an_export_is_brought_back_into_an_empty_journal(
    client: TestClient, newcomer: TestClient, passphrase: str, tmp_path: Path
) -> None:
    export = client.post("/data/export", data={"passphrase": passphrase}).content
    status, _ = restore(newcomer, "../../etc/<b>x</b>.zip", export, passphrase=passphrase)
    assert status == 200
    words = text_of(newcomer.get("/data").text)
    assert "sessions 11" in words
    assert "This one holds something" in words
    assert not list((tmp_path / "new" / INCOMING).rglob("*.zip"))


def test_what_is_no_export_is_refused_and_leaves_the_journal_empty(newcomer: TestClient) -> None:
    for content, says in (
        (b"not a zip", "is no zip"),
        (zipped(readme=b"hello"), "no export of longgame"),
        (_bomb(), "unpacks to more than there is room for"),
    ):
        status, words = restore(newcomer, "x.zip", content)
        assert status == 422
        assert says in words
        assert "The zip of an export" in words


def _bomb() -> bytes:
    """A small zip that says of its one member that it is 4 GB, as bombs do."""
    made = bytearray(zipped(bomb=b"0" * 1000))
    place = made.rindex(b"PK\x01\x02")
    made[place + 24 : place + 28] = (0xFFFF0000).to_bytes(4, "little")
    return bytes(made)


def test_nothing_is_restored_over_a_journal_that_holds_something(client: TestClient) -> None:
    status, words = restore(client, "x.zip", client.post("/data/export").content)
    assert status == 422
    assert "not empty" in words
