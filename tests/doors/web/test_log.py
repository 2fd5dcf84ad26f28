"""Log: what a device says is kept once, whatever it sends; what cannot be understood changes nothing."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from starlette.testclient import TestClient

from longgame.doors.web.pages.log_words import SAYS

SESSION = "/log/live/0aaaaaaa-0000-4000-8000-000000000001"
SAID_AT = "2021-07-22T19:00:00+02:00"
HEAD = {"said_at": SAID_AT, "start": SAID_AT, "sport": "strength", "title": "Free"}
SET = {"said_at": SAID_AT, "done_at": SAID_AT, "exercise": "Pull-up", "reps": 5, "load": "10", "unit": "kg", "rir": 2}
SCRIPTS = files("longgame.doors.web") / "static" / "js" / "log"


def test_what_is_sent_twice_is_kept_once(client: TestClient) -> None:
    answers = [
        client.put(path, json=body).json()["new"]
        for path, body in ((SESSION, HEAD), (f"{SESSION}/sets/bbbbbbbb-1", SET), (SESSION, HEAD))
    ]
    again = client.put(f"{SESSION}/sets/bbbbbbbb-1", json=SET).json()
    (live,) = client.get("/log/day.json").json()["live"]
    assert answers == [True, True, False]
    assert again == {"kept": True, "new": False}
    assert [(one["exercise"], one["reps"], one["load"]) for one in live["sets"]] == [("Pull-up", 5, "10")]


def test_a_set_may_arrive_before_its_session_and_be_taken_back(client: TestClient) -> None:
    client.put(f"{SESSION}/sets/bbbbbbbb-1", json=SET)
    client.put(f"{SESSION}/sets/bbbbbbbb-2", json={**SET, "reps": 4})
    client.put(SESSION, json=HEAD)
    later = {"said_at": "2021-07-22T19:05:00+02:00", "done_at": SAID_AT, "taken_back": True}
    client.put(f"{SESSION}/sets/bbbbbbbb-1", json=later)
    (live,) = client.get("/log/day.json").json()["live"]
    assert [one["reps"] for one in live["sets"]] == [4]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        (SESSION, {**HEAD, "sport": "chess"}),
        (SESSION, {**HEAD, "start": "2021-07-22T19:00:00"}),
        (SESSION, {**HEAD, "duration_s": -1}),
        (f"{SESSION}/sets/bbbbbbbb-1", {**SET, "reps": -3}),
        (f"{SESSION}/sets/bbbbbbbb-1", {**SET, "unit": "km"}),
        (f"{SESSION}/sets/bbbbbbbb-1", {**SET, "load": "NaN"}),
        (f"{SESSION}/sets/bbbbbbbb-1", {**SET, "exercise": "x" * 300}),
        (f"{SESSION}/sets/bbbbbbbb-1", {**SET, "admin": True}),
        ("/log/live/..%2f..%2fetc/sets/bbbbbbbb-1", SET),
        (f"{SESSION}/after/cccccccc-1", {"said_at": SAID_AT, "effort": 11}),
        (f"{SESSION}/thoughts/cccccccc-1", {"said_at": SAID_AT, "text": ""}),
    ],
)
def test_what_cannot_be_understood_is_refused_and_changes_nothing(
    client: TestClient, path: str, body: dict[str, object]
) -> None:
    answer = client.put(path, json=body, headers={"accept": "application/json"})
    assert answer.status_code in (404, 422)
    assert client.get("/log/day.json").json()["live"] == []


def test_a_device_of_another_site_is_not_heard(client: TestClient) -> None:
    assert client.put(SESSION, json=HEAD, headers={"origin": "https://elsewhere.example"}).status_code == 403


def test_the_service_worker_carries_every_script_of_the_logger(client: TestClient) -> None:
    told = client.get("/sw.js")
    carried = set(re.findall(r'/static/\w+/js/log/(\w+\.js)"', told.text))
    assert carried == {script.name for script in SCRIPTS.iterdir()}
    assert told.headers["cache-control"] == "no-cache"


def test_scripts_say_only_what_is_translated_and_all_of_it() -> None:
    code = "\n".join(script.read_text("utf-8") for script in SCRIPTS.iterdir())
    used = set(re.findall(r'\bsay\("([^"]+)"', code))
    used |= set(re.findall(r'\bwords\("(\w+)"\)', code)) | set(re.findall(r'say\(\w+ \? "(\w+)" : "(\w+)"', code)[0])
    families = tuple(re.findall(r"say\(`(\w+?_)\$\{", code))
    assert used <= SAYS.keys()
    assert sorted(key for key in SAYS if key not in used and not key.startswith(families)) == []
