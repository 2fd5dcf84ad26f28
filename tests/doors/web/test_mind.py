"""Mind in the browser: thoughts, what answers them, the weekly question, small plans and the letter."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from longgame.app.mind.check_in import check_in_state, check_ins
from longgame.app.mind.plans import tracked_plans
from longgame.app.mind.thoughts import thoughts
from longgame.app.setting import Setting
from tests.doors.web.conftest import TODAY
from tests.doors.web.reading import links_of, text_of

UUID = "0aaaaaaa-0000-4000-8000-00000000000"
HOSTILE = "<script>alert(1)</script> everyone else is faster than me"


def setting_of(client: TestClient) -> Setting:
    """The journal that the app has open."""
    found = client.app.state.setting  # type: ignore[attr-defined]  # the app as created, whatever the client calls it
    assert isinstance(found, Setting)
    return found


def test_the_page_shows_thoughts_patterns_and_what_answers_them(client: TestClient) -> None:
    page = client.get("/mind").text
    words = text_of(page)
    assert "A week ago you took" in words
    assert "What's the one thing you could use the most support with right now?" in words
    assert "Noticed week by week from" in words
    assert re.search(r"The next lane: 3 of \d", words)
    assert "The standing answer: your own way" in words
    assert "If I look at the next lane, then I count my next four breaths out." in words
    assert "Self-trust" in words
    assert "<mark>I&#39;m useless</mark>" in page


def test_every_link_of_the_page_leads_somewhere(client: TestClient) -> None:
    found = {link for link in links_of(client.get("/mind").text) if link.startswith(("/mind", "/check-in"))}
    assert {"/mind/thoughts", "/mind/practices", f"/mind/letter/{TODAY:%Y-%m}"} <= found
    assert {link: client.get(link).status_code for link in found} == dict.fromkeys(found, 200)


def test_a_thought_is_kept_once_answered_and_never_markup(client: TestClient) -> None:
    for _ in range(2):
        answer = client.post("/mind/thoughts", data={"text": HOSTILE, "uuid": f"{UUID}1"})
    words = text_of(answer.text)
    assert answer.url.path == f"/mind/thought/{UUID}1"
    assert "<script>alert" not in answer.text
    assert HOSTILE in words
    assert "Measuring yourself against someone else" in words
    assert re.search(r'class="question">[^<]+\?<', answer.text)
    assert "From your own journal" in words
    assert [one.uuid for one in thoughts(setting_of(client))].count(f"{UUID}1") == 1


def test_a_thought_is_met_or_simply_acknowledged(client: TestClient) -> None:
    bare = client.post("/mind/thought/thought-0/met").text
    assert "Acknowledged. That is enough." in text_of(bare)
    met = client.post("/mind/thought/thought-0/met", data={"words": "Which part of it?", "back": "/mind"})
    assert met.url.path == "/mind"
    assert "Met with: Which part of it?" in text_of(met.text)


def test_a_form_leads_back_to_no_foreign_page(client: TestClient) -> None:
    for back in ("https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/mind\r\nx: y"):
        answer = client.post("/mind/thought/thought-0/met", data={"back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/mind/thought/thought-0"


def test_the_athletes_word_on_a_pattern_holds(client: TestClient) -> None:
    words = text_of(client.post("/mind/thought/thought-0/patterns", data={"patterns": ["fatigue", "doubt"]}).text)
    assert "You said so." in words
    assert "No pattern that is known here" in text_of(client.post("/mind/thought/thought-0/patterns").text)
    assert client.post("/mind/thought/thought-0/patterns", data={"patterns": "envy"}).status_code == 422


def test_a_thought_is_erased_for_good(client: TestClient) -> None:
    assert "Erase this thought" in client.get("/mind/thought/thought-0").text
    left = client.post("/mind/thought/thought-0/erase")
    assert (left.url.path, "/mind/thought/thought-0" in left.text) == ("/mind/thoughts", False)
    assert [
        client.get("/mind/thought/thought-0").status_code,
        client.post("/mind/thought/thought-0/met").status_code,
    ] == [
        404,
        404,
    ]


def test_words_of_harm_meet_help_and_nothing_else(client: TestClient) -> None:
    page = client.post("/mind/thoughts", data={"text": "I want to die", "uuid": f"{UUID}2"}).text
    words = text_of(page)
    assert "findahelpline.com" in words
    assert "Put the pattern right" not in words
    assert "From your own journal" not in words
    assert client.post(f"/mind/thought/{UUID}2/patterns", data={"patterns": "doubt"}).status_code == 422
    overview = client.get("/mind").text
    assert "findahelpline.com" in overview


def test_the_weekly_question_goes_round(client: TestClient) -> None:
    card = text_of(client.get("/").text)
    assert "What's the one thing you could use the most support with right now?" in card
    answers = [client.post("/check-in", data={"answer": "I'm so tired", "uuid": f"{UUID}3"}) for _ in range(2)]
    words = text_of(answers[1].text)
    assert "Heard, softly Tiredness “tired”" in words
    practice = re.search(r'name="practice" value="([^"]+)"', answers[1].text)
    assert practice is not None
    chosen = client.post(f"/check-in/{UUID}3/practice", data={"practice": practice[1]})
    assert "In a week you will be asked whether it helped." in text_of(chosen.text)
    assert "What's the one thing" not in text_of(client.get("/").text)
    assert len(check_ins(setting_of(client))) == 2
    assert client.post(f"/check-in/{UUID}3/practice", data={"practice": "magic"}).status_code == 422


def test_a_need_can_be_named_where_none_was_heard(client: TestClient) -> None:
    unheard = client.post("/check-in", data={"answer": "hm", "uuid": f"{UUID}4"})
    assert "Kept in your words" in text_of(unheard.text)
    named = client.post(f"/check-in/{UUID}4/needs", data={"needs": ["technique"]})
    assert "You named technique" in text_of(named.text)
    assert "This week I could use the most support with: hm" in text_of(named.text)


def test_whether_a_practice_helped_is_kept(client: TestClient) -> None:
    waiting = check_in_state(setting_of(client)).waiting
    assert waiting is not None
    client.post(f"/check-in/{waiting.uuid}/helped", data={"helped": "true"})
    state = check_in_state(setting_of(client))
    assert (state.waiting, [one.helped for one in state.kinds if one.tried]) == (None, [1])


def test_a_lighter_session_is_taken_up_once_and_put_back(unkept: TestClient) -> None:
    plans = setting_of(unkept).journal.plans
    before = plans.history()[-1].text
    page = unkept.post("/check-in", data={"answer": "I'm so tired", "uuid": f"{UUID}5"}).text
    assert "Accept this change" in page
    for _ in range(2):
        taken = unkept.post(f"/check-in/{UUID}5/lighter").text
    assert "Taken up:" in text_of(taken)
    changed = plans.history()[-1].text
    unkept.post(f"/check-in/{UUID}5/put-back")
    assert changed != before
    assert plans.history()[-1].text == before


def test_plans_are_made_used_and_taken_back(client: TestClient) -> None:
    told = {"moment": "If I open a feed", "act": "then I close it", "uuid": f"{UUID}6"}
    for _ in range(2):
        made = client.post("/mind/plans", data=told)
    assert text_of(made.text).count("If I open a feed, then I close it.") == 1
    for _ in range(2):
        client.post(f"/mind/plans/{UUID}6/used", data={"how": "helped", "note": f"{UUID}7"})
    used = client.post(f"/mind/plans/{UUID}6/used", data={"how": "not", "note": f"{UUID}8"})
    assert "The moment came 2 times; done 1, helped 1." in text_of(used.text)
    client.post(f"/mind/plans/{UUID}6/drop")
    assert [one.plan.uuid for one in tracked_plans(setting_of(client))] == ["plan-0001"]
    assert client.post("/mind/plans", data={**told, "act": "x" * 200}).status_code == 422


def test_the_letter_is_read_and_kept(client: TestClient) -> None:
    words = text_of(client.get("/mind/letter/2021-07").text)
    assert "July 2021, to myself" in words
    assert "What I did" in words
    file = client.get("/mind/letter/2021-07/letter.md")
    assert file.text.startswith("# July 2021, to myself\n")
    assert file.headers["content-disposition"] == "attachment; filename=letter-2021-07.md"


@pytest.mark.parametrize(
    "where",
    ["/mind/thought/nothing", "/check-in/nothing", "/mind/letter/2021-13", "/mind/letter/soon/letter.md"],
)
def test_what_is_not_there_says_so(client: TestClient, where: str) -> None:
    assert client.get(where).status_code == 404


def test_an_empty_mind_says_how_thoughts_come_about(newcomer: TestClient) -> None:
    words = text_of(newcomer.get("/mind").text)
    assert "No thought was kept in the last twelve weeks." in words
    assert "Not yet knowable: nothing was promised in the last 28 days." in words
    assert newcomer.get("/mind/thoughts").status_code == 200
    assert "What's the one thing" not in text_of(newcomer.get("/").text)
