from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from longgame.mind.letter import MonthFacts, Quote, letter_of

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
NOTHING = MonthFacts(FIRST, LAST, 0, 0, 0, 0, 0, 0, 0, 0, 0)
FULL = MonthFacts(
    FIRST, LAST, 12, 13, 14, 4, 4, 9, 11, 2, 2,
    progress=("Squat: better than then (93% sure).",),
    patterns=(("pressure", 3, 2),),
    learned=(Quote(FIRST, "slow is *smooth* <b>"), Quote(LAST, "I want to die")),
    support=("3 November: “sleep”",),
)  # fmt: skip


def test_every_number_of_the_letter_is_a_fact() -> None:
    text = letter_of(FULL).markdown()
    for told in ("trained 12 times", "Of 14 promises to myself I kept 13", "Of 11 sessions", "9 served", "93% sure"):
        assert told in text
    assert "noticed 3 times, met 2 times" in text


def test_an_empty_month_says_so_and_nothing_else() -> None:
    letter = letter_of(NOTHING)
    assert [one.heading for one in letter.paragraphs] == ["What I did"]
    assert "Nothing was planned or recorded" in letter.markdown()


def test_words_of_harm_stay_out_of_the_letter() -> None:
    assert "want to die" not in letter_of(FULL).markdown() + letter_of(FULL).html()


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.seen.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(min_size=1, max_size=40))
def test_own_words_are_words_and_never_markup(words: str) -> None:
    letter = letter_of(MonthFacts(FIRST, LAST, 1, 1, 1, 0, 0, 0, 0, 0, 0, support=(words,)))
    page = Tags()
    page.feed(letter.html())
    assert page.seen == {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li"}
    assert len(letter.markdown().splitlines()) == 9
