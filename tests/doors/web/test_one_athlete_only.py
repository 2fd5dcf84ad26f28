"""Law 3 over the whole web app, what answers programs included: nothing of one athlete changes with another's journal.

The addresses are taken from the code, so a new one has to be reached by a link, by a form, or by hand.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.routing import Match
from starlette.testclient import TestClient

from longgame.doors.web import main
from longgame.kernel.clock import FixedClock
from tests.doors.web.conftest import HERE
from tests.doors.web.forms import Fields, forms_of
from tests.journeys.two_athletes import EVENING, MINE, PLAN, THEIRS, TODAY, make_both, same_ids

LINK = re.compile(r'(?:href|src|data-from|data-closer|data-job)="(/[^"#]*)')
FRESH = re.compile(r"(?<=value=.)[0-9a-f]{32}|DTSTAMP:\w+|LAST-MODIFIED:\w+|journal-[12]|(?<=clock_ahead_ms.:)-?\d+")
"""What the machine makes anew: ids of forms, when a calendar was written, the folder, how its own clock differs."""
LIVE, ENTRY = "/log/live/11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
SAID: dict[str, Any] = {"said_at": EVENING.isoformat()}
TEXT = {"data": {"text": PLAN, "line": "3", "column": "1"}}
FILE = {"files": {"files": ("one.csv", b"Date,Workout Name\n", "text/csv")}}
JOB = re.compile(r"[0-9a-f]{32}|[0-9a-f-]{36}")
ZWO = b'<workout_file><name>A</name><workout><SteadyState Duration="600" Power="0.6"/></workout></workout_file>'
CHECK_IN = "/check-in/33333333-3333-4333-8333-333333333333"
REVIEW = f"/review/{MINE}-0"
BY_HAND: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("PUT", LIVE, {"json": {**SAID, "start": EVENING.isoformat(), "sport": "strength"}}),
    ("PUT", f"{LIVE}/sets/{ENTRY}", {"json": {**SAID, "done_at": EVENING.isoformat(), "exercise": "Squat", "reps": 5}}),
    ("PUT", f"{LIVE}/past/{ENTRY}", {"json": {**SAID, "what": "6 reps"}}),
    ("PUT", f"{LIVE}/before/{ENTRY}", {"json": {**SAID, "confidence": 5}}),
    ("PUT", f"{LIVE}/thoughts/{ENTRY}", {"json": {**SAID, "text": "too slow"}}),
    ("PUT", f"{LIVE}/after/{ENTRY}", {"json": {**SAID, "effort": 5}}),
    ("GET", "/log/day.json", {}),
    ("POST", "/plan/check", TEXT),
    ("POST", "/plan/format", TEXT),
    ("POST", "/plan/complete", TEXT),
    ("POST", "/plan/edit", TEXT),
    ("POST", "/plan/build", TEXT),
    ("POST", "/plan/build/session", {"data": {"text": PLAN, "line": "8"}}),
    ("POST", "/plan/build/write", {"data": {"text": PLAN, "line": "8", "day": "Tue", "title": MINE, "intent": "base"}}),
    ("POST", "/plan/carry", {"files": {"file": ("one.zwo", ZWO, "text/xml")}}),
    ("POST", "/planned/move", {"data": {"planned": "none", "to": "2026-11-28"}}),
    ("POST", "/day/2026-11-29/adapt", {"data": {"planned": "none", "text": "rest"}}),
    ("POST", "/day/2026-11-27/excuse", {"data": {"kind": "ill", "last": "2026-11-27"}}),
    ("POST", "/how-far/felt", {"data": {"rating": "1"}}),
    ("POST", "/you/fact", {"data": {"kind": "body_mass", "value": "70", "since": TODAY.isoformat()}}),
    ("POST", "/data/consent", {"data": {"person": "coach", "item": "reviews", "allowed": "true"}}),
    ("POST", f"{REVIEW}/set", {"data": {"position": "1", "step": "1"}}),
    ("POST", f"{REVIEW}/comment/comment-{MINE}/take-back", {}),
    ("POST", f"/check-in/check-in-{MINE}/practice", {"data": {"practice": "nap"}}),
    ("POST", f"/check-in/check-in-{MINE}/helped", {"data": {"helped": "true"}}),
    ("POST", "/day/2026-11-27/excuse/withdraw", {}),
    ("GET", "/review/before/2026-11-20", {}),
    ("GET", f"{REVIEW}/stream", {}),
    ("POST", f"{REVIEW}/accept", {}),
    ("POST", f"{REVIEW}/put-back", {}),
    ("POST", f"{REVIEW}/step", {"data": {"number": "1"}}),
    ("POST", f"{REVIEW}/laid-over/undo", {}),
    ("POST", "/check-in", {"data": {"answer": "I am so tired", "uuid": CHECK_IN.rpartition("/")[2]}}),
    ("POST", f"{CHECK_IN}/lighter", {}),
    ("POST", f"{CHECK_IN}/put-back", {}),
    ("POST", "/import/retry", {}),
    ("POST", "/import/answer", {"data": {"key": "strong.weight-unit", "value": "kg"}}),
    ("POST", "/import/ask-again", {"data": {"key": "strong.weight-unit"}}),
    ("POST", "/import/undo", {"data": {"batch": "none"}}),
    ("GET", "/import/batch/none", {}),
    ("GET", "/vault/unlock", {}),
    ("POST", "/vault/unlock", {"data": {"passphrase": "none was set"}}),
    ("POST", "/vault/lock", {}),
    ("POST", "/data/restore", {"files": {"file": ("one.zip", b"PK", "application/zip")}}),
)
"""What no link and no form of this journal leads to."""
REFUSING = frozenset(
    [
        "/day/{day}/adapt",
        "/planned/move",
        "/import/answer",
        "/import/ask-again",
        "/import/batch/{batch}",
        "/import/undo",
        "/review/{which}/accept",
        "/review/{which}/comment/{uuid}/take-back",
        "/review/{which}/set",
        "/review/{which}/step",
        "/review/{which}/stream",
        "/vault/lock",
        "/vault/passphrase",
        "/vault/unlock",
        "/data/restore",
    ]
)
"""What finds nothing to do in this journal: even how it is refused must be the same."""
LAST = ("/you/zone", "/vault/passphrase", "/data/restore", "/data/forget")
"""What changes every page after it: asked at the end, in this order."""
NOT_SENT = frozenset({"", "/import/files", *LAST})
IN_PLACE_OF_NOTHING = {
    "text": MINE,
    "answer": "sleep",
    "title": MINE,
    "q": MINE,
    "moment": MINE,
    "act": MINE,
    "word": "forget",
}
Route = tuple[str, str]


def shape(path: str) -> str:
    """A path with everything that names one day, session or entry taken out, so that one page of each kind is read."""
    head, _, query = path.partition("?")
    parts = ["*" if any(letter.isdigit() for letter in part) or len(part) > 24 else part for part in head.split("/")]
    return "/".join(parts) + ("?" + re.sub(r"=[^&]*", "=", query) if query else "")


def routes() -> dict[Route, Any]:
    """Every address of the app by its method, from the code."""
    found = (one for page in main.PAGES for one in page.router.routes)
    return {(method, one.path): one for one in found for method in one.methods if method != "HEAD"}


def route_of(method: str, path: str, known: dict[Route, Any]) -> Route:
    """The address that answers a request: the first that fits, as in the app."""
    scope = {"type": "http", "method": method, "path": path.partition("?")[0], "root_path": ""}
    return next(name for name, one in known.items() if one.matches(scope)[0] is Match.FULL)


def told(answer: Response) -> tuple[int, str, object]:
    """What an answer says: its status, where it leads, and its body; of a zip what lies in it."""
    where = answer.headers.get("location", "")
    if not answer.content.startswith(b"PK"):
        return answer.status_code, where, FRESH.sub("MADE", answer.text)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as held:
        return answer.status_code, where, [(name, held.read(name)) for name in sorted(held.namelist())]


@dataclass
class Both:
    """The app on one journal that is alone and on the same beside another; they are asked the same things."""

    clients: tuple[TestClient, TestClient]
    patched: pytest.MonkeyPatch
    known: dict[Route, Any]
    answered: dict[Route, set[int]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    forms: dict[str, tuple[str, Fields]] = field(default_factory=dict)
    count: int = 0

    def ask(self, method: str, path: str, **sent: Any) -> Response:
        """Ask both; the answers have to be the same, and to hold nothing of the other athlete."""
        self.count += 1
        answers = []
        for client in self.clients:
            with same_ids(self.patched, 1000 * self.count):
                answers.append(client.request(method, path, follow_redirects=False, **sent))
        alone, together = (told(one) for one in answers)
        assert (together == alone) is True, (method, path)
        assert THEIRS not in str(together), (method, path)
        self.answered.setdefault(route_of(method, path, self.known), set()).add(answers[0].status_code)
        return answers[0]

    def walk(self, *starts: str) -> None:
        """Follow every link to a page of a kind that was not read yet, and keep the forms that are found."""
        waiting = list(starts)
        while waiting:
            path = waiting.pop(0).replace("&amp;", "&")
            if shape(path) in self.seen or not self._is_read(path):
                continue
            self.seen.add(shape(path))
            page = self.ask("GET", path)
            for address, fields in forms_of(page.text) if "html" in page.headers.get("content-type", "") else ():
                self.forms.setdefault(shape(address), (address, fields))
            waiting += [page.headers["location"]] if "location" in page.headers else LINK.findall(page.text)

    def _is_read(self, path: str) -> bool:
        try:
            return route_of("GET", path, self.known) is not None
        except StopIteration:
            return False

    def fill_in(self, address: str, fields: Fields) -> None:
        """Send a form as it stands, empty fields filled in, and read on from where it leads."""
        given: dict[str, list[str]] = {}
        for name, value in fields:
            given.setdefault(name, []).append(value or IN_PLACE_OF_NOTHING.get(name, value))
        answer = self.ask("POST", address, data=given)
        for action, found in forms_of(answer.text):
            self.forms.setdefault(shape(action), (action, found))
        if "location" in answer.headers:
            self.walk(answer.headers["location"])

    def bring_in(self) -> None:
        """Send a file, wait until it is read, and see what was made of it; a job has an id and a pace of its own."""
        pages = []
        for client in self.clients:
            job = client.post("/import/files", **FILE, follow_redirects=False).headers["location"]
            while not client.get(job).json()["over"]:
                continue
            page = client.get(job, headers={"accept": "text/html"}).text
            pages.append(JOB.sub("JOB", FRESH.sub("MADE", page)))
        assert (pages[0] == pages[1]) is True
        self.answered |= {("POST", "/import/files"): {303}, ("GET", "/import/job/{job}"): {200}}

    def fill_in_all(self) -> None:
        """Send one form of each kind, also of those that turn up on the way."""
        sent: set[str] = set()
        while todo := [key for key in self.forms if key not in sent and key not in NOT_SENT]:
            sent.add(todo[0])
            self.fill_in(*self.forms[todo[0]])


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Both]:
    monkeypatch.setattr(main, "SystemClock", lambda: FixedClock(EVENING))
    alone, together = (
        TestClient(main.create_app(folder), base_url=HERE, headers={"origin": HERE}) for folder in make_both(tmp_path)
    )
    with alone, together:
        yield Both((alone, together), monkeypatch, routes())


def test_no_address_tells_one_athlete_anything_of_another(both: Both) -> None:
    both.walk("/", "/search?q=me", "/offline", "/favicon.ico", "/sw.js", "/manifest.webmanifest")
    for method, path, sent in BY_HAND:
        both.ask(method, path, **sent)
    both.bring_in()
    both.walk(f"/day/{TODAY.isoformat()}")
    both.fill_in_all()
    for key in LAST:
        if key in both.forms:
            both.fill_in(*both.forms[key])
    assert sorted(set(both.known) - set(both.answered)) == []
    assert {path for (_, path), codes in both.answered.items() if min(codes) >= 400} == REFUSING
