"""Every text of the web app in every language: nothing missing, nothing stale, and the placeholders the same."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from starlette.testclient import TestClient

from longgame.doors.web.language import LANGUAGES, Words, preferred
from tests.doors.web.reading import text_of

WEB = Path(__file__).parents[3] / "src/longgame/doors/web"
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"trimmed": "true", "encoding": "utf-8"}}
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
OTHERS = sorted(set(LANGUAGES) - {"en"})


def texts() -> set[str]:
    """Every text that the pages mark, singular forms for those that count."""
    found = extract_from_dir(WEB, METHODS, OPTIONS, keywords=KEYWORDS)
    return {message[0] if isinstance(message, tuple) else message for _, _, message, _, _ in found}


def catalogue(language: str) -> Catalog:
    with (WEB / "locale" / language / "LC_MESSAGES" / "longgame.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(text: str | list[str] | tuple[str, ...]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated_and_none_is_stale(language: str) -> None:
    messages = [message for message in catalogue(language) if message.id]
    assert {forms(message.id)[0] for message in messages} == texts()
    assert [message.id for message in messages if message.fuzzy or not all(forms(message.string))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_are_the_same(language: str) -> None:
    wrong = [
        message.id
        for message in catalogue(language)
        if message.id
        and any(
            set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(forms(message.id)[-1]))
            for form in forms(message.string)[-1:]
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    compiled = read_mo(BytesIO((WEB / "locale" / language / "LC_MESSAGES" / "longgame.mo").read_bytes()))
    written = {forms(message.id)[0]: forms(message.string) for message in catalogue(language) if message.id}
    assert {forms(message.id)[0]: forms(message.string) for message in compiled if message.id} == written


def test_the_browsers_language_is_spoken_and_a_choice_holds_against_it(client: TestClient) -> None:
    german = client.get("/", headers={"accept-language": "de-AT,de;q=0.9"})
    assert '<html lang="de"' in german.text
    assert "Donnerstag, 22. Juli 2021" in text_of(german.text)
    client.post("/more/device", data={"language": "en"})
    assert '<html lang="en"' in client.get("/", headers={"accept-language": "de"}).text


@pytest.mark.parametrize("header", ["", "x" * 5000, "de;q=x,,;q=", "*", "de;q=0.1,en;q=0.2"])
def test_any_header_leads_to_a_language(header: str) -> None:
    assert preferred(header) in LANGUAGES
    assert Words(preferred(header))("Today")
