"""What the engine says, in other languages: every form known, every sentence of real reviews put in words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from starlette.testclient import TestClient

from longgame.app.pages.review_page import criterion_row
from longgame.app.write_plan import check_plan
from longgame.doors.web.language import LANGUAGES
from longgame.doors.web.saying import english_forms, say, say_drawn, say_hint
from longgame.intake.model import ReadContext
from longgame.intake.pieces import Piece, find
from longgame.intake.pipeline import Desk, read_piece
from longgame.intake.readers import recognise
from longgame.kernel.ids import AthleteId
from longgame.review.model import Review
from longgame.review.questions import Question, four_questions
from tests.doors.web.conftest import EXAMPLES
from tests.doors.web.reading import text_of
from tests.golden import test_easy_days, test_lifting_and_limits, test_steady_work
from tests.golden.coach import Golden

SOURCE = Path(__file__).parents[3] / "src/longgame"
LOCALE = SOURCE / "doors/web/locale"
SPEAKING = ("review", "advice/rhythm.py", "advice/with_rhythm.py", "advice/overreach.py", "advice/earned.py")
SPEAKING += ("growth/how_far.py", "growth/endurance.py", "growth/awareness.py", "growth/confidence.py")
SPEAKING += ("growth/discrimination.py", "purpose/rubrics")
SPEAKING += ("mind/support/library", "mind/followed.py", "advice/panic.py", "growth/resilience.py")
SPEAKING += ("growth/self_trust.py", "growth/first_times.py", "app/mind/own_facts.py", "app/pictures/weeks.py")
SPEAKING += ("intake", "plan/interop", "app/import_account.py", "app/import_keeping.py", "app/import_pool.py")
SPEAKING += ("app/rehearse_import.py", "app/quarantine.py", "store/inner_port.py")
"""Rooms and files whose texts athletes read on Today, a review, How far, Mind and Import."""
VOCABULARY = {"sports.py", "months.py", "durations.py", "unit_names.py", "sport_words.py", "set_words.py"}
VOCABULARY |= {"profile_messages.py"}
"""Files of intake that list words to be recognised, in many languages; nobody is told them."""
HEADING = re.compile(r"\[?[A-Z]\S*( [A-Z(]\S*)+( = \{\})?")
"""A column or section as a file calls it, every word with a capital."""
RECOGNISED = {"data source", "day off", "device unit", "indoor rower", "old source"}
RECOGNISED |= {"resting laps", "sleep hours", "weight kilograms", "whole numbers", "real numbers"}
RECOGNISED |= {"rows are", "main set", "cool down", "regress -", "when not served", "moved from"}
RECOGNISED |= {r"intensity=\w+|press lap", "# the intent is a guess: change it if this is for something else"}
RECOGNISED |= {"longgame import answer"}
"""Names in files, words of answers, of commands and of plan text: they stay as they are."""
PLACE = re.compile(r"\{\w+\}")
PURE_ENGLISH = re.compile(
    r"\b(the|of|and|were|is|are|not|no|your|you|with|than|for|each|step|set|sets|asked|done|left|out|"
    r"this|that|it|its|at|from|kept|session|work|planned|first|last|minutes?|least|most|effort|rest)\b"
)
OTHERS = sorted(set(LANGUAGES) - {"en"})


@pytest.mark.parametrize("language", OTHERS)
def test_every_form_is_translated_with_its_places(language: str) -> None:
    place = LOCALE / language / "LC_MESSAGES"
    with (place / "sentences.po").open("rb") as file:
        written = {str(one.id): str(one.string) for one in read_po(file) if one.id}
    with (place / "sentences.mo").open("rb") as file:
        compiled = {str(one.id): str(one.string) for one in read_mo(file) if one.id}
    assert set(written) == set(english_forms())
    assert compiled == written
    assert [one for one, said in written.items() if not said] == []
    assert [one for one, said in written.items() if set(PLACE.findall(one)) != set(PLACE.findall(said))] == []


def texts_of(file: Path) -> Iterator[str]:
    """Every text of a module that may be shown: docstrings and refusals of programs' mistakes left out."""
    tree = ast.parse(file.read_text("utf-8"))
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise | ast.Assert | ast.Expr):
            silent |= {id(one) for one in ast.walk(node) if not isinstance(node, ast.Expr) or node.value is one}
        if isinstance(node, ast.JoinedStr):
            silent |= {id(one) for one in ast.walk(node) if one is not node and isinstance(one, ast.Constant)}
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "{}".join(_pieces(node))


def _pieces(node: ast.JoinedStr) -> list[str]:
    pieces = [""]
    for one in node.values:
        if isinstance(one, ast.Constant):
            pieces[-1] += str(one.value)
        else:
            pieces.append("")
    return pieces


def spoken() -> Iterator[tuple[str, str]]:
    """Every run of two words and more that the engine's texts consist of, with the file it stands in."""
    files = [
        path
        for place in SPEAKING
        for path in ([SOURCE / place] if place.endswith(".py") else (SOURCE / place).rglob("*.py"))
    ]
    for file in files:
        for text in () if file.name in VOCABULARY else texts_of(file):
            for piece in () if " | " in text or HEADING.fullmatch(text) else text.split("{}"):
                if re.search(r"[A-Za-z]{2,},? [A-Za-z]{2,}", piece) and piece.strip() not in RECOGNISED:
                    yield file.name, piece.strip()


def test_whatever_the_engine_says_is_part_of_a_listed_form() -> None:
    known = "\n".join(PLACE.sub("{}", form) for form in english_forms()).casefold()
    shown = [piece for piece in spoken() if piece[1] not in QUESTIONS and not CITED.fullmatch(piece[1])]
    unlisted = [piece for piece in shown if _bare(piece[1]) not in known]
    assert unlisted == [], "add their forms to locale/sentences.txt, run tools/translations.sh, translate sentences.po"


def _bare(piece: str) -> str:
    return piece.casefold().strip(" ;:,.“”()")


CITED = re.compile(r"[\w .-]+ (19|20)\d\d")
"""Author and year."""
QUESTIONS = {one.value for one in Question}
"""What pages ask in words of their own."""
CASES = [*test_easy_days.CASES, *test_lifting_and_limits.CASES, *test_steady_work.CASES]


OWN_WORDS = sorted(set(re.findall(r'"([^"]+)"', (EXAMPLES / "demo.plan").read_text("utf-8"))), key=len, reverse=True)


def said_in(case: Golden, review: Review) -> Iterator[str]:
    yield " ".join(review.sentences)
    yield from (finding.text for finding in review.findings)
    for step in review.next_steps:
        yield from (step.text, step.reason)
    for row in (criterion_row(one, case.planned) for one in review.criteria):
        yield from (row.title, row.evidence, row.asked)
    yield from (one.says for one in four_questions(case.case(), review))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_english_remains_in_a_review(case: Golden) -> None:
    said = [say("de", text) for text in said_in(case, case.review())]
    assert [text for text in said if PURE_ENGLISH.search(without_names(text))] == []


def without_names(text: str) -> str:
    """A text without what an athlete wrote: titles, goals and reasons keep their own language."""
    for own in OWN_WORDS:
        text = text.replace(own, "")
    return re.sub(r"„[^“]*“", "", text)


SPEAKING_PAGES = ("/", "/day/2015-07-16", "/day/2021-07-21", "/review", "/week/2021-07-22", "/how-far")
SPEAKING_PAGES += ("/how-far/watch", "/how-far/curve", "/how-far/load", "/how-far/measure/6")


@pytest.mark.parametrize("path", SPEAKING_PAGES)
def test_pages_speak_one_language(client: TestClient, path: str) -> None:
    words = without_names(text_of(client.get(path, headers={"accept-language": "de"}).text.partition("<main")[2]))
    assert [found[0] for found in PURE_ENGLISH.finditer(words)] == []


@pytest.mark.parametrize("standing", ["Better than then", "Probably below then", "About where it was"])
def test_a_measure_is_told_in_one_language(standing: str) -> None:
    told = say("de", f"Squat: 127–133 kg for one rep now, 109–115 kg for one rep on 2020-09-30. {standing} (87% sure).")
    assert PURE_ENGLISH.search(told) is None
    assert "sicher" in told


@pytest.mark.parametrize(
    "path",
    [
        "/mind",
        "/mind/practices",
        "/mind/thoughts",
        "/mind/thought/thought-0",
        "/mind/letter/2021-07",
        "/mind/letter/2021-06",
        "/check-in/00000000-0001",
    ],
)
def test_the_inner_game_speaks_one_language(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"accept-language": "de"}).text.partition("<main")[2]
    words = without_names(text_of(SAID.sub("", page)))
    assert [found[0] for found in PURE_ENGLISH.finditer(words)] == []


SAID = re.compile(r'<(span|p) class="said">.*?</\1>', re.DOTALL)
"""What the athlete wrote, on the pages of the mind."""


def test_a_letter_to_keep_is_in_the_language_of_its_page(client: TestClient) -> None:
    told = client.get("/mind/letter/2021-07/letter.md", headers={"accept-language": "de"}).text
    assert told.startswith("# Juli 2021, an mich\n\n## Was ich getan habe\n")


def test_every_question_and_act_of_the_inner_game_has_its_german() -> None:
    from longgame.mind import harm, if_then, meeting

    texts = [*texts_of(Path(meeting.__file__)), *texts_of(Path(if_then.__file__))]
    asked = [one for one in texts if re.match(r"(I |the |somebody |my |Instead |What |Which |Who|If )[^{}]{12,}$", one)]
    helped = [one for told in harm.HELP.values() for one in (told.says, *told.places)]
    assert len(asked) > 60
    assert [one for one in (*asked, *helped) if say("de", one) == one] == []


def test_what_an_athlete_wrote_stays_as_it_is() -> None:
    assert say("de", "I was told to rest. It was fine.") == "I was told to rest. It was fine."
    assert say("de", "“Rest was kept.” did not happen.") == "„Rest was kept.“ fand nicht statt."


def test_words_inside_pictures_are_put_in_the_language_and_stay_escaped() -> None:
    drawn = '<svg aria-label="Rest was kept."><text x="1">Load</text><text>&lt;b&gt;</text></svg>'
    told = say_drawn("de", drawn)
    assert told == '<svg aria-label="Die Ruhe wurde gehalten."><text x="1">Last</text><text>&lt;b&gt;</text></svg>'


@pytest.mark.parametrize("text", ["", " ", "{n}", "a" * 20_000, "(" * 500, "1, " * 500, ". A" * 300])
def test_any_text_comes_back(text: str) -> None:
    assert say("de", text) is not None


MISTAKES = sorted((Path(__file__).parents[2] / "corpus" / "plan").rglob("*.plan"))
"""Plans with every mistake and every lint there is."""


def test_what_is_wrong_with_a_plan_is_told_in_german() -> None:
    found = {one for path in MISTAKES for one in check_plan(path.name, path.read_text("utf-8")).diagnostics}
    assert len({one.code for one in found}) >= 39
    assert sorted(one.message for one in found if say("de", one.message) == one.message) == []
    assert sorted(one.hint for one in found if one.hint and say_hint("de", one.hint) == one.hint) == []


def test_the_editor_hears_it_in_the_language_of_the_page(client: TestClient) -> None:
    sent = {"text": 'longgame plan 1\nblock "Base"  2 weeks\n  Mon "Easy"  bass\n    40 min run\n'}
    asked = {"accept": "application/json", "accept-language": "de"}
    told = client.post("/plan/check", data=sent, headers=asked).json()["diagnostics"]
    assert ("„bass“ ist nichts, wofür eine Einheit sein kann", "schreib base") in [
        (one["message"], one["hint"]) for one in told
    ]


FILES = Path(__file__).parents[2] / "corpus" / "intake"
"""Files of every kind with everything that may be wrong with them."""


def told_of_files() -> Iterator[str]:
    desk = Desk(ReadContext(AthleteId("a"), UTC), recognise, datetime(2026, 11, 26, tzinfo=UTC))
    for one in find([FILES]):
        read = read_piece(one, desk) if isinstance(one, Piece) else None
        if read is not None and read.refusal is not None:
            yield read.refusal.message
        if read is not None and read.reading is not None:
            yield from (text for each in read.reading.diagnostics for text in (each.message, each.hint) if text)
            yield from (each.why for each in read.reading.skipped)


def test_what_is_wrong_with_a_file_is_told_in_german() -> None:
    told = set(told_of_files())
    assert len(told) > 50
    assert sorted(one for one in told if say("de", one) == one) == []


TABLE = (
    "each row is one of its sets; date: “Day it was”, exercise: “Lift, as I call it”, loads in kg or lb?, durations in"
    " h:mm:ss, or min or s?; kept as they are: “Mood”, “Left hand”"
)
ASKS = f"“x” says nothing about the table. Is this what the table holds? {TABLE}. Answer “yes”, or correct it: “yes,"
ASKS += " effort: a header, without note, loads in kg, month first”."


def test_what_a_table_holds_is_asked_in_german_with_the_words_that_answer_it() -> None:
    asked = say("de", ASKS)
    assert asked.startswith("„x“ sagt nichts über die Tabelle. Ist es das, was die Tabelle enthält: jede Zeile ist")
    assert "date (Datum): „Day it was“, exercise (Übung): „Lift, as I call it“" in asked
    assert "unverändert bleiben: „Mood“, „Left hand“" in asked
    assert "yes, effort: eine Überschrift, without note" in asked
