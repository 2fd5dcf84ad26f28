"""What the engine says, in the athlete's language: its English sentences found again by their form, in other words.

The engine speaks plain English text, and reviews are kept as it said them. `locale/sentences.txt` lists the forms of
its sentences with {places} for what is filled in; a language has its words for each form in its catalogue `sentences`.
A text is first looked for as a whole, then sentence by sentence; what fills a place is put in words likewise, so that a
reason inside a sentence is translated too. Whatever has no form, such as what an athlete wrote, stays as it is.

Places may be of a kind that the name tells: `n` a number, `v` a number with its unit, `weekday`, `month`, `mon` (one in
three letters), `sport`, `places` for stretches of time, `columns` for what the columns of a table hold, `header` for
the name of one, and `name`, `title`, `goal` and `exercise` for the athlete's own words. A figure behind the name tells
two of a kind apart. Any other name stands for any words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import GNUTranslations
from html import escape, unescape
from importlib.resources import files

from longgame.doors.web.language import DECIMAL_POINTS, MONTHS, N_, WEEKDAYS, catalogue
from longgame.kernel.sport import Sport

WRITE = N_("write")
"""How hints begin that give plan text to write."""
DEEPEST = 6
"""Places within places that are looked into."""
AS_IT_IS = frozenset({"n", "v", "name", "header", "title", "goal", "exercise"})
"""Kinds of places whose words are numbers, or the athlete's own."""
_NUMBER = r"[-+−]?\d[\d.,:–-]*"
_KINDS = {
    "n": _NUMBER,
    "v": rf"{_NUMBER}(?: ?(?:[%°/²·\w]|CR10)+(?: ?·? ?\w+)?)?",
    "weekday": "|".join(WEEKDAYS),
    "month": "|".join(MONTHS),
    "mon": "|".join(month[:3] for month in MONTHS),
    "sport": "|".join(sport.value for sport in Sport),
    "header": "[^“”]+",
    "columns": ".*?“.+?”.*?",
    "places": r"(?:minute )?[\d:–]+(?:(?:, | and )(?:minute )?[\d:–]+)*",
}
_PLACE = re.compile(r"\{(\w+?)(\d*)\}")
_BETWEEN_PLACES = re.compile(r"\{\w+\}")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-Z0-9“])")
_BETWEEN_COLUMNS = re.compile(r", (?=“|[a-z ]+: “|(?:loads|distances|durations) )")
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_DRAWN_WORDS = re.compile(r'(aria-label=")([^"]*)(")|(<text\b[^>]*>)([^<]*)(</text>)')


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a sentence: how it is recognised, how well, and what it is in another language.

    `needs` is the longest of its own words, looked for first because that is quick.
    """

    pattern: re.Pattern[str]
    needs: str
    literal: int
    spans_sentences: bool
    said: str


def say(language: str, text: str) -> str:
    """The text in a language; English as it is.

    >>> say("de", "Rest was kept."), say("en", "Rest was kept."), say("de", "my own words")
    ('Die Ruhe wurde gehalten.', 'Rest was kept.', 'my own words')
    """
    return text if language == "en" or not text.strip() else _said(language, text)


def say_hint(language: str, hint: str) -> str:
    """What to write in a plan, in a language; the plan text in it stays as it is.

    >>> say_hint("de", "write 8..10"), say_hint("de", "no sets at all"), say_hint("en", "write 8..10")
    ('schreib 8..10', 'gar keine Sätze', 'write 8..10')
    """
    found = say(language, hint)
    if found != hint or not hint.startswith(f"{WRITE} "):
        return found
    return f"{catalogue(language).gettext(WRITE)} {hint[len(WRITE) + 1 :]}"


def say_drawn(language: str, drawn: str) -> str:
    """A picture with its words, and the sentence that stands for it, in a language."""
    if language == "en":
        return drawn

    def put(match: re.Match[str]) -> str:
        before, words, after = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
        return f"{before}{escape(say(language, unescape(words)))}{after}"

    return _DRAWN_WORDS.sub(put, drawn)


def forget_said() -> None:
    """Let go of every text that was put in other words: an athlete's own are among them."""
    _said.cache_clear()


@lru_cache(maxsize=4096)
def _said(language: str, text: str) -> str:
    found = _found(language, text)
    if found is None:
        return text
    return _DECIMAL_POINT.sub(DECIMAL_POINTS.get(language, "."), found)


def _found(language: str, text: str, depth: int = 0) -> str | None:
    """The text in other words; None when no form of it is known."""
    for shaped in (text, text[:1].lower() + text[1:], text[:1].upper() + text[1:]):
        found = _formed(language, shaped, depth)
        if found is not None:
            return found if shaped == text else _like(text, found)
    bare = text.removesuffix(".")
    if bare == text or depth > DEEPEST:
        return None
    found = _found(language, bare, depth + 1)
    return None if found is None else f"{found}."


def _like(text: str, found: str) -> str:
    """Beginning with a capital where the text does; where it does not, as the language has it."""
    return found[:1].upper() + found[1:] if text[:1].isupper() else found


def _formed(language: str, text: str, depth: int) -> str | None:
    """The text by a form of the whole, by its sentences, or by the parts of a list."""
    whole = exactly(language).get(text) or _on_a_page(language, text)
    if whole is not None or depth > DEEPEST:
        return whole
    whole = _by_form(language, text, depth, spans_sentences=True) or _by_sentences(language, text, depth)
    return whole or _by_form(language, text, depth, spans_sentences=False) or _by_list(language, text, depth)


def _by_form(language: str, text: str, depth: int, *, spans_sentences: bool) -> str | None:
    for form in forms(language):
        if form.spans_sentences is not spans_sentences or form.needs not in text:
            continue
        if match := form.pattern.fullmatch(text):
            return _filled(language, form, match, depth)
    return None


def _by_sentences(language: str, text: str, depth: int) -> str | None:
    """Several sentences, each in other words where it has a form."""
    sentences = _BETWEEN_SENTENCES.split(text)
    said = [_found(language, one, depth + 1) for one in sentences] if len(sentences) > 1 else []
    if all(one is None for one in said):
        return None
    return " ".join(one if other is None else other for one, other in zip(sentences, said, strict=True))


def _by_list(language: str, text: str, depth: int) -> str | None:
    """The parts of a list, where all of them have a form."""
    for between in ("; ", ", "):
        parts = text.removesuffix(".").split(between)
        said = [_found(language, one, depth + 1) for one in parts] if len(parts) > 1 else [None]
        if all(one is not None for one in said):
            return between.join(one for one in said if one is not None) + "." * text.endswith(".")
    return None


def _filled(language: str, form: Form, match: re.Match[str], depth: int) -> str:
    def fill(place: re.Match[str]) -> str:
        kind, value = place[1], match[place[1] + place[2]]
        if kind in AS_IT_IS:
            return value
        if kind in ("weekday", "month"):
            return catalogue(language).gettext(value)
        if kind == "mon":
            return next(catalogue(language).gettext(month)[:3] for month in MONTHS if month.startswith(value))
        if kind == "places":
            return " ".join(_word(language, word) for word in value.split(" "))
        if kind == "columns":
            return ", ".join(_found(language, one, depth + 1) or one for one in _BETWEEN_COLUMNS.split(value))
        return _found(language, value, depth + 1) or value

    return _PLACE.sub(fill, form.said)


def _on_a_page(language: str, text: str) -> str | None:
    """The text where the pages themselves have it, such as the name of an intent."""
    said = catalogue(language).gettext(text) if text else text
    return None if said == text else said


def _word(language: str, word: str) -> str:
    return exactly(language).get(word, word)


@cache
def exactly(language: str) -> dict[str, str]:
    """The forms without places."""
    return {english: said for english, said in _sentences(language) if not _PLACE.search(english)}


@cache
def forms(language: str) -> tuple[Form, ...]:
    """The forms with places, those with most words of their own first."""
    found = [_form(english, said) for english, said in _sentences(language) if _PLACE.search(english)]
    return tuple(sorted(found, key=lambda form: -form.literal))


def _form(english: str, said: str) -> Form:
    parts: list[str] = []
    end = literal = 0
    for place in _PLACE.finditer(english):
        parts.append(re.escape(english[end : place.start()]))
        parts.append(f"(?P<{place[1]}{place[2]}>{_KINDS.get(place[1], '.+?')})")
        literal += place.start() - end
        end = place.end()
    parts.append(re.escape(english[end:]))
    return Form(
        re.compile("".join(parts), re.DOTALL),
        max(_BETWEEN_PLACES.split(english), key=len),
        literal + len(english) - end,
        bool(_BETWEEN_SENTENCES.search(_PLACE.sub("X", english))),
        said,
    )


def english_forms() -> list[str]:
    """Every form that is listed."""
    text = files("longgame.doors.web").joinpath("locale", "sentences.txt").read_text("utf-8")
    return [line for line in text.split("\n") if line.strip() and not line.startswith("#")]


def _sentences(language: str) -> Iterator[tuple[str, str]]:
    place = files("longgame.doors.web").joinpath("locale", language, "LC_MESSAGES", "sentences.mo")
    if not place.is_file():
        return
    with place.open("rb") as file:
        words = GNUTranslations(file)
    for english in english_forms():
        yield english, words.gettext(english)
