"""Search in the browser: found where it was written, never in an address, and never markup."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.doors.web.reading import links_of, text_of
from tests.doors.web.test_review import HOSTILE


def test_what_was_written_is_found_and_leads_there(client: TestClient) -> None:
    client.post("/day/2021-07-20/note", data={"text": "The hamstring is quiet again."})
    page = client.post("/search", data={"typed": "hamstring"})
    assert "hamstring" not in str(page.url)
    assert "1 found" in text_of(page.text)
    assert "/day/2021-07-20" in links_of(page.text)
    assert "<mark>" in page.text


def test_a_filter_that_is_not_understood_says_why(client: TestClient) -> None:
    assert "kind" in text_of(client.post("/search", data={"typed": "kind:unicorn"}).text)


def test_nothing_found_or_typed_is_no_fault(client: TestClient) -> None:
    assert "0 found" in text_of(client.post("/search", data={"typed": "zyzzyva"}).text)
    assert client.post("/search", data={"typed": " "}).status_code == 200


def test_what_is_found_is_never_markup(client: TestClient) -> None:
    client.post("/day/2021-07-20/note", data={"text": HOSTILE})
    assert "<script>alert" not in client.post("/search", data={"typed": "alert"}).text
    assert (
        "<script>" not in client.post("/search", data={"typed": "<script>alert(1)</script>"}).text.partition("<main")[2]
    )


def test_what_is_remembered_is_made_anew_after_a_change(client: TestClient) -> None:
    client.get("/mind")
    client.post("/mind/thoughts", data={"uuid": "0f" * 16, "text": "This is exactly enough."})
    assert "This is exactly enough." in client.get("/mind").text
