"""Who may ask, who may change, and what browsers are told: the web app against other sites and hostile input."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from longgame.doors.web.guard import LARGEST_FORM
from longgame.doors.web.main import create_app
from tests.doors.web.conftest import HERE

CHOICE = {"theme": "dark", "language": "en"}


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for path in ("/", "/more", "/nowhere", "/manifest.webmanifest"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_pages_are_not_kept_by_caches_and_files_are_kept_for_ever(client: TestClient) -> None:
    page = client.get("/")
    style = page.text.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert page.headers["cache-control"] == "no-store"
    assert "immutable" in client.get(style).headers["cache-control"]
    assert client.get("/static/older/app.css", follow_redirects=False).headers["location"] == style


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "192.168.1.4", ""])
def test_another_name_of_this_machine_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9"},
        {"origin": "http://localhost.evil.example"},
    ],
)
def test_a_change_from_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/more/device", data=CHOICE, headers=headers, follow_redirects=False)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_change_that_does_not_say_where_it_is_from_is_refused(journal: Path) -> None:
    with TestClient(create_app(journal), base_url=HERE) as silent:
        assert silent.post("/more/device", data=CHOICE).status_code == 403
        told = silent.post(
            "/more/device", data=CHOICE, headers={"sec-fetch-site": "same-origin"}, follow_redirects=False
        )
        assert told.status_code == 303


def test_cookies_cannot_be_read_by_scripts_nor_sent_by_other_sites(client: TestClient) -> None:
    cookies = client.post("/more/device", data=CHOICE, follow_redirects=False).headers.get_list("set-cookie")
    assert len(cookies) == 2
    assert all("HttpOnly" in cookie and "SameSite=strict" in cookie for cookie in cookies)


def test_a_form_that_is_too_large_is_refused(client: TestClient) -> None:
    assert client.post("/more/device", content=b"x" * (LARGEST_FORM + 1)).status_code == 413


def test_a_form_that_lies_about_its_length_is_cut_off(client: TestClient) -> None:
    def endless() -> object:
        for _ in range(LARGEST_FORM // 1024 + 2):
            yield b"theme=" + b"x" * 1024

    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/more/device", content=endless(), headers=headers).status_code == 413  # type: ignore[arg-type]  # a generator is content too


def test_a_fault_is_told_without_what_was_written(journal: Path, caplog: pytest.LogCaptureFixture) -> None:
    app: FastAPI = create_app(journal)

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("my private diary")

    with caplog.at_level(logging.ERROR), TestClient(app, base_url=HERE) as asking:
        answer = asking.get("/broken")
    assert answer.status_code == 500
    assert "The journal is as it was" in answer.text
    assert "private" not in answer.text + caplog.text
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize("path", ["/static/x/../guard.py", "/static/x/%2e%2e/guard.py", "/static/x//etc/passwd"])
def test_no_file_beside_the_assets_is_given(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_problem_is_json_for_scripts(client: TestClient) -> None:
    answer = client.get("/nowhere", headers={"accept": "application/json"})
    assert answer.json()["problem"] == "There is nothing here"


def test_what_cannot_be_understood_is_not_repeated(client: TestClient) -> None:
    answer = client.get("/day/<img src=x onerror=alert(1)>")
    assert answer.status_code == 422
    assert "alert(1)" not in answer.text
