"""Files in the browser: what comes in, what waits, what is taken back, and what hostile uploads run into."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from longgame.doors.web.import_jobs import INCOMING
from longgame.doors.web.main import create_app
from longgame.doors.web.uploads import LONGEST, safe_path
from tests.doors.web.conftest import EXAMPLES, HERE
from tests.doors.web.reading import text_of
from tests.doors.web.test_saying import PURE_ENGLISH

RIDE = EXAMPLES / "recordings" / "2020-04-18-ride.fit"
LIFTS = EXAMPLES / "recordings" / "strength-log.csv"


def sent(client: TestClient, *files: tuple[str, bytes]) -> str:
    """The last page of an import of these files, once it is over."""
    answer = client.post("/import/files", files=[("files", file) for file in files])
    job = answer.url.path
    while not client.get(job, headers={"accept": "application/json"}).json()["over"]:
        pass
    return client.get(job, headers={"accept": "text/html"}).text


def test_a_recording_comes_in_and_is_taken_back(newcomer: TestClient) -> None:
    page = sent(newcomer, ("ride.fit", RIDE.read_bytes()))
    assert "1 session more" in text_of(page)
    assert "ride.fit came in" in text_of(page)
    batch = re.search(r'name="batch" value="([^"]+)"', page)
    assert batch is not None
    after = newcomer.post("/import/undo", data={"batch": batch[1]}).text
    assert "taken back" in text_of(after)
    assert "There is nothing to review here yet" in text_of(newcomer.get("/review").text)


def test_the_same_file_again_is_already_there(client: TestClient) -> None:
    assert "already there" in text_of(sent(client, ("again.fit", RIDE.read_bytes())))


def test_an_open_question_is_asked_once_and_answered(newcomer: TestClient) -> None:
    sent(newcomer, ("strong.csv", LIFTS.read_bytes()))
    page = newcomer.get("/import").text
    assert "1 file waits for the answer." in text_of(page)
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key is not None
    waits = "1 question about what came in waits for its answer"
    assert all(waits in text_of(newcomer.get(where).text) for where in ("/", "/how-far"))
    answered = newcomer.post("/import/answer", data={"key": key[1], "value": "kg"}).text
    assert "strong.csv came in" in text_of(answered)
    assert all(waits not in text_of(newcomer.get(where).text) for where in ("/", "/how-far"))
    assert 'href="/plan/templates"' in newcomer.get("/").text, "what was done without a plan leads to one"
    page = text_of(newcomer.get("/import").text)
    assert "waits for the answer" not in page
    assert "What you answered" in page
    assert "In which unit are the loads? “kg” strong.csv" in page
    asked_again = text_of(newcomer.post("/import/ask-again", data={"key": key[1]}).text)
    assert "1 file waits for the answer." in asked_again
    assert "What you answered" not in asked_again
    assert newcomer.post("/import/ask-again", data={"key": key[1]}).status_code == 404


def test_what_cannot_be_read_waits_and_can_be_tried_again(newcomer: TestClient) -> None:
    table = b"When,Lift,How many,Load\n2026-02-01,Squat,5,100\n2026-02-03,Squat,5,100\n"
    asked = text_of(sent(newcomer, ("mine.csv", table)))
    assert asked.count("Is this what the table holds?") == 1, "the reason and the remark are the same words"
    page = sent(newcomer, ("broken.fit", b"\x0e\x10\xd9\x07not a fit file at all"))
    assert "waits in quarantine" in text_of(page)
    assert "broken.fit" in text_of(newcomer.get("/import").text)
    assert "broken.fit" in text_of(newcomer.post("/import/retry").text)


def test_nothing_sent_stays_beside_the_journal(newcomer: TestClient, tmp_path: Path) -> None:
    sent(newcomer, ("a/../../../ride.fit", RIDE.read_bytes()))
    assert list((tmp_path / "new" / INCOMING).iterdir()) == []
    assert [path.name for path in tmp_path.rglob("ride.fit")] == []


def test_hostile_names_are_shown_as_text(newcomer: TestClient) -> None:
    page = sent(newcomer, ("<img src=x onerror=alert(1)>.fit", RIDE.read_bytes()))
    assert "<img src=x" not in page
    assert "1 session more" in text_of(page)


def test_a_zip_that_would_burst_waits_and_the_rest_comes_in(newcomer: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.csv", bytes(90 << 20))
        archive.writestr("ride.fit", RIDE.read_bytes())
    words = text_of(sent(newcomer, ("bomb.zip", packed.getvalue())))
    assert "bomb.zip/zeros.csv waits in quarantine" in words
    assert "1 session more" in words


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/plain", b"x"),
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=a", b"not multipart"),
        (
            "multipart/form-data; boundary=a",
            b'--a\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\ncut',
        ),
    ],
)
def test_a_body_that_is_no_upload_is_refused(newcomer: TestClient, content_type: str, body: bytes) -> None:
    answer = newcomer.post("/import/files", content=body, headers={"content-type": content_type})
    assert answer.status_code == 400


def test_more_than_an_upload_may_hold_is_refused_unread(newcomer: TestClient) -> None:
    headers = {"content-type": "multipart/form-data; boundary=a", "content-length": str(1 << 40)}
    assert newcomer.post("/import/files", content=b"", headers=headers).status_code == 413


def test_what_a_cut_import_left_is_cleared_at_the_next_start(tmp_path: Path) -> None:
    left = tmp_path / "journal" / INCOMING / "old" / "diary.csv"
    left.parent.mkdir(parents=True)
    left.write_text("private")
    with TestClient(create_app(tmp_path / "journal"), base_url=HERE):
        assert not left.exists()


@given(st.text(max_size=400))
def test_any_name_becomes_a_harmless_path(name: str) -> None:
    path = safe_path(name)
    assert not path.is_absolute()
    assert path.parts
    assert all(part not in {"", ".", ".."} for part in path.parts)
    assert all(len(part.encode()) <= LONGEST for part in path.parts)
    assert not any(sign in str(path) for sign in "\0\\:\n")


def test_names_keep_their_folders_and_endings() -> None:
    assert safe_path("export/2024/" + "ride " * 60 + ".fit").suffix == ".fit"
    assert safe_path("export/2024/ride.fit").as_posix() == "export/2024/ride.fit"
    assert safe_path("../../etc/passwd").as_posix() == "etc/passwd"


UNKNOWN = b"Datum,Lift,Wdh,Gewicht,Left hand\n2026-01-05,Squat,5,100,x\n2026-01-07,Squat,5,102.5,y\n"
BAD = (
    ("leer.fit", b""),
    ("halb.fit", RIDE.read_bytes()[:2000]),
    ("halb.gpx", b'<?xml version="1.0"?><gpx version="1.1"><trk><trkseg><trkpt lat="47" lon="8"><ele>4'),
    ("kaputt.zip", b"PK\x03\x04" + bytes(40)),
    ("fremd.bin", bytes(range(256))),
    ("tabelle.csv", UNKNOWN),
    ("strong.csv", LIFTS.read_bytes()),
)


def test_bad_files_are_told_of_in_german(newcomer: TestClient) -> None:
    newcomer.headers["accept-language"] = "de"
    pages = [sent(newcomer, *BAD), newcomer.get("/import").text]
    for page in pages:
        words = re.sub(r"„[^“]*“", "", text_of(page.partition("<main")[2]))
        assert [found[0] for found in PURE_ENGLISH.finditer(words)] == []
    assert [name for name, _ in BAD if name not in pages[0]] == []
    assert "die Datei ist leer" in pages[0]
    assert "Ist es das, was die Tabelle enthält: jede Zeile ist einer ihrer Sätze" in pages[1]
    assert '<button name="value" value="yes">ja</button>' in pages[1]
