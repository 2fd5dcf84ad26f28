"""The plan by form: what a form writes is plan text, what it does not touch stays byte for byte."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.testclient import TestClient

from longgame.app.new_plan import new_plan, templates
from longgame.plan.language import parse
from longgame.plan.model import Block, SessionLine
from tests.doors.web.forms import area_of, fields_of
from tests.doors.web.reading import text_of

PLAN = """longgame plan 1

season "Summer"  2021-07-19 .. 2021-08-01
  goal easy "Ride easily for an hour"

block "Base"  2 weeks  serves easy   # the first of two
  Thu "Easy ride"  base for easy
    55..65 min ride  hr 110..140 bpm
  Sat "Push"  strength
    Bench Press  3..4 x 5 @ 60..65 kg  rir 2..3
    3 x ( 2 min run z4, 1 min easy )
"""
WRITE = "/plan/build/write"


@pytest.fixture(autouse=True)
def as_a_browser(client: TestClient) -> None:
    """Ask for pages, as browsers do."""
    client.headers["accept"] = "text/html"


def form_at(client: TestClient, text: str, line: int) -> dict[str, list[str]]:
    return fields_of(client.post("/plan/build/session", data={"text": text, "line": line}).text, WRITE)


def write(client: TestClient, fields: dict[str, list[str]], **changed: str) -> str:
    answer = client.post(WRITE, data={**fields, **{name: [value] for name, value in changed.items()}, "do": "write"})
    assert answer.status_code == 200, answer.text
    return area_of(answer.text)


def test_every_session_is_listed_with_a_way_to_add_one(client: TestClient) -> None:
    page = client.post("/plan/build", data={"text": PLAN}).text
    assert page.index("Easy ride") < page.index("Push")
    assert "Add a session" in page


@pytest.mark.parametrize("template", [one.name for one in templates()])
def test_a_form_that_is_sent_as_it_came_changes_no_byte(client: TestClient, template: str) -> None:
    (chosen,) = [one for one in templates() if one.name == template]
    text = new_plan(chosen, date(2021, 7, 19))
    lines = [entry.line for entry in parse(text).plan.walk() if isinstance(entry.content, SessionLine)]
    for line in lines[:6]:
        asked = client.post("/plan/build/session", data={"text": text, "line": line})
        if asked.status_code == 409:
            assert "This comes from the template" in text_of(asked.text)
        else:
            assert write(client, fields_of(asked.text, WRITE)) == text


def test_a_changed_bound_is_written_and_all_else_stays(client: TestClient) -> None:
    fields = form_at(client, PLAN, 7)
    made = write(client, fields, **{"step-0-0-high": "135"})
    assert made == PLAN.replace("hr 110..140 bpm", "hr 110..135 bpm")


def test_sets_and_their_load_are_changed_by_their_fields(client: TestClient) -> None:
    fields = form_at(client, PLAN, 9)
    made = write(client, fields, **{"step-0-sets-high": "5", "step-0-0-low": "62.5"})
    assert "Bench Press  3..5 x 5 @ 62.5..65 kg  rir 2..3" in made
    assert "3 x ( 2 min run z4, 1 min easy )" in made


def test_a_step_is_left_out_and_another_added(client: TestClient) -> None:
    fields = form_at(client, PLAN, 9)
    new = {"step-2-exercise": "Dip", "step-2-sets-low": "3", "step-2-low": "6", "step-2-high": "10"}
    made = write(client, fields, **{"step-1-out": "yes"}, **new, **{"step-2-0-about": "rir", "step-2-0-low": "2"})
    assert "run z4" not in made
    assert "Dip          3 x 6..10  rir >= 2" in made


def test_a_new_session_lands_on_its_day_of_the_block(client: TestClient) -> None:
    page = client.post("/plan/build/session", data={"text": PLAN, "block": 6}).text
    new = {"title": "Long ride", "day": "Fri", "intent": "long", "why": "For the hills"}
    step = {"step-0-low": "90", "step-0-high": "120", "step-0-unit": "min", "step-0-sport": "ride"}
    made = write(client, fields_of(page, WRITE), **new, **step, **{"step-0-0-about": "rpe", "step-0-0-high": "3"})
    session = '  Fri "Long ride"  long for easy\n    why "For the hills"\n    90..120 min ride  rpe <= 3\n'
    assert made == PLAN.replace('  Sat "Push"', f'{session}  Sat "Push"')
    assert [one.content for one in parse(made).plan.walk() if isinstance(one.content, Block)]


def test_a_session_is_taken_out(client: TestClient) -> None:
    answer = client.post(WRITE, data={**form_at(client, PLAN, 7), "do": "out"})
    assert "Easy ride" not in area_of(answer.text)


def test_what_is_no_plan_text_is_pointed_at_and_nothing_is_lost(client: TestClient) -> None:
    fields = form_at(client, PLAN, 9)
    answer = client.post(WRITE, data={**fields, "step-1-line": "three times as fast as a <b>train</b>", "do": "write"})
    assert answer.status_code == 422
    assert "three times as fast as a &lt;b&gt;train&lt;/b&gt;" in answer.text
    assert "<b>train" not in answer.text
    assert fields_of(answer.text, WRITE)["step-0-exercise"] == ["Bench Press"]


@pytest.mark.parametrize("line", ["1", "3", "999", "-4", "x"])
def test_a_line_that_is_no_session_changes_nothing(client: TestClient, line: str) -> None:
    assert client.post("/plan/build/session", data={"text": PLAN, "line": line}).status_code in (409, 422)
    assert client.post(WRITE, data={"text": PLAN, "line": line, "do": "write"}).status_code == 409
