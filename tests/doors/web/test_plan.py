"""The plan in the browser: its text, what is wrong with it, templates and versions."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from tests.doors.web.reading import links_of, text_of

SCRIPT = {"accept": "application/json"}
UPSIDE_DOWN = """longgame plan 1

season "Autumn"  2026-11-02 .. 2026-11-29
block "Base"  4 weeks
  Tue "Easy" base
    65..55 min ride
"""


def text_in(page: str) -> str:
    """The text in the editor of a page."""
    return unescape(page.partition('maxlength="400000">')[2].partition("</textarea>")[0])


def test_the_plan_in_force_is_shown_with_the_weeks_it_makes(client: TestClient) -> None:
    page = client.get("/plan").text
    assert text_in(page).startswith("longgame plan 1")
    words = text_of(page)
    assert "Nothing wrong." in words
    assert "Climbing intervals intervals" in words
    assert "10 to 12 min ride · 100 to 160 W" in words


def test_what_is_wrong_is_said_with_its_line(client: TestClient) -> None:
    told = client.post("/plan/check", data={"text": UPSIDE_DOWN}, headers=SCRIPT).json()
    wrong = next(one for one in told["diagnostics"] if one["severity"] == "error")
    assert wrong["line"] == 6
    assert "55..65" in wrong["hint"]
    page = client.post("/plan/check", data={"text": UPSIDE_DOWN}, headers={"accept": "text/html"}).text
    assert "line 6" in text_of(page)
    assert text_in(page) == UPSIDE_DOWN


def test_line_ends_of_browsers_are_the_plans_own(client: TestClient) -> None:
    page = client.post("/plan/edit", data={"text": UPSIDE_DOWN.replace("\n", "\r\n")}).text
    assert "\r" not in text_in(page)


def test_laying_out_keeps_the_meaning(client: TestClient) -> None:
    text = client.post("/plan/format", data={"text": "longgame plan 1\nblock   'a"}, headers=SCRIPT).json()["text"]
    assert text.startswith("longgame plan 1")


def test_every_template_opens_without_errors(newcomer: TestClient) -> None:
    names = {link for link in links_of(newcomer.get("/plan").text) if link.startswith("/plan/templates/")}
    assert len(names) == 10
    for name in sorted(names)[:3]:
        assert "severity-error" not in newcomer.post(name, data={"then": "edit"}).text


def test_only_a_plan_in_use_is_offered_as_a_calendar_file(newcomer: TestClient, client: TestClient) -> None:
    assert "/plan/export/ics" not in links_of(newcomer.get("/plan/empty").text)
    assert "/plan/export/ics" in links_of(client.get("/plan").text)
    assert client.get("/plan/export/ics").status_code == 200


def test_a_newcomer_has_a_card_two_requests_after_choosing_a_template(newcomer: TestClient) -> None:
    assert "What is your training for?" in newcomer.get("/").text
    shown = text_of(newcomer.get("/plan/templates/first-5-km").text)
    assert shown.index("Use from now on") < shown.index("Week 1"), "the way on comes before everything there is to read"
    week = re.search(r'name="week" value="(\w+)" checked', newcomer.get("/plan/templates/first-5-km").text)
    assert week is not None
    card = text_of(
        newcomer.post(
            "/plan/templates/first-5-km", data={"then": "use", "week": week[1], "why": 'To "see" friends'}
        ).text
    )
    plan = text_in(newcomer.get("/plan").text)
    assert "not done" not in text_of(newcomer.get("/calendar").text.partition('class="legend"')[0])
    assert ("why \"To 'see' friends\"" in plan, "Write here" in plan) == (True, False)
    assert "What is your training for?" not in card
    assert "Next:" in card or "Between these bounds" in card or "Keeping it is the whole" in card


def test_a_template_is_opened_as_text_first_and_needs_no_reason(newcomer: TestClient) -> None:
    text = text_in(newcomer.post("/plan/templates/first-5-km", data={"then": "edit"}).text)
    assert ('goal five "Run 5 km without a walk"' in text, "Write here" in text) == (True, False)
    assert "What is your training for?" in newcomer.get("/").text, "looked at and not used yet"


def test_a_changed_plan_is_a_new_version_told_in_words(client: TestClient) -> None:
    text = text_in(client.get("/plan").text)
    client.post("/plan", data={"text": text.replace("4 min ride z1", "5 min ride z1")})
    page = client.get("/plan/versions").text
    assert "5 min ride z1" in text_of(page)
    older = next(link for link in sorted(links_of(page)) if link.startswith("/plan/versions/"))
    assert "longgame plan 1" in text_in(client.get(older).text)


@pytest.mark.parametrize("path", ["/plan/templates/nothing", "/plan/versions/" + "0" * 64])
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_plan_is_never_markup(client: TestClient) -> None:
    hostile = 'longgame plan 1\nseason "</textarea><script>alert(1)</script>"  2021-07-05 .. 2021-07-25\n'
    page = client.post("/plan/edit", data={"text": hostile}).text
    assert "<script>alert" not in page
    told = client.post("/plan/check", data={"text": hostile}, headers=SCRIPT).json()
    assert "<script>" not in told["preview"]


def test_what_could_stand_here_is_offered_from_the_guide(client: TestClient) -> None:
    text = 'longgame plan 1\nblock "A"  2 weeks\n  Tue "Easy" ba\n'
    told = client.post("/plan/complete", data={"text": text, "line": "3", "column": "16"}, headers=SCRIPT).json()
    assert "base" in {one["label"] for one in told["offers"]}


def test_a_workout_file_becomes_plan_text(client: TestClient) -> None:
    zwo = (
        b"<workout_file><name>Short</name><sportType>bike</sportType><workout>"
        b'<SteadyState Duration="600" Power="0.6"/></workout></workout_file>'
    )
    page = client.post("/plan/carry", files={"file": ("short.zwo", zwo)}).text
    assert "10 min ride" in text_in(page)
    refused = client.post("/plan/carry", files={"file": ("short.zwo", b"<oops")})
    assert refused.status_code == 422


def test_the_plan_goes_out_as_a_calendar(client: TestClient) -> None:
    answer = client.get("/plan/export/ics")
    assert answer.content.startswith(b"BEGIN:VCALENDAR")
    assert "attachment" in answer.headers["content-disposition"]
    assert client.get("/plan/export/papyrus").status_code == 422


def test_a_day_is_taken_along_in_each_format_with_what_is_lost(client: TestClient) -> None:
    page = client.get("/plan/take/2021-07-22").text
    links = re.findall(r'href="(/plan/export/[^"]+)"', page)
    assert len(links) >= 4
    for link in links:
        answer = client.get(unescape(link))
        assert answer.status_code == 200, link
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.content
    assert client.get("/plan/take/1999-01-01").status_code == 404
    assert client.get("/plan/export/fit?on=2021-07-22&number=99").status_code == 404


def test_a_plan_that_asks_for_no_sets_at_all_is_told_so(client: TestClient) -> None:
    text = 'longgame plan 1\nseason "S"  2026-11-23 .. 2026-12-06\n'
    text += 'block "B"  2 weeks\n  Mon "Legs"  strength\n    Squat  0 x 5\n'
    told = client.post("/plan/check", data={"text": text}, headers={"accept": "application/json"})
    assert told.status_code == 200
    assert "no sets at all" in [one["message"] for one in told.json()["diagnostics"]]
