"""The index: words, phrases and beginnings in any script, found whatever accents they were typed with, best first."""

from datetime import date, timedelta

import pytest

from longgame.store.entries import FoundKind, SearchDocument, SearchQuery, Term
from longgame.store.search_index import MemoryIndex

DAY = date(2026, 3, 1)
TEXTS = {
    "river": "Früh am Fluss gelaufen, die Knie ruhig.",
    "knee": "Left knee a little stiff after the long run; easy run tomorrow.",
    "lodz": "Półmaraton w Łodzi, spokojnie. Straße nass.",
    "chinese": "今天在河边轻松跑了五公里，膝盖没有问题。",
    "japanese": "川沿いをゆっくり5km走った。ﾌｫｰﾑは安定。",
    "korean": "강가에서 달리기를 했다. 무릎은 괜찮다.",
    "thai": "วิ่งเบาๆ ริมแม่น้ำห้ากิโลเมตร",
    "arabic": "ركضت بهدوء بجانب النهر",
    "russian": "Бег вдоль реки, ноги лёгкие.",
}


@pytest.fixture(scope="module")
def index() -> MemoryIndex:
    days = (DAY + timedelta(days=number) for number in range(len(TEXTS)))
    documents = zip(TEXTS.items(), days, strict=True)
    return MemoryIndex((SearchDocument(FoundKind.NOTE, key, day, "", text) for (key, text), day in documents), False)


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("knee", {"knee"}),
        ("KNEE", {"knee"}),
        ("kne", set()),
        ("easy run", {"knee"}),
        ("tomorrow easy", set()),
        ("fruh", {"river"}),
        ("fru\u0308h", {"river"}),
        ("FRÜH", {"river"}),
        ("Lodzi", {"lodz"}),
        ("Łodzi", {"lodz"}),
        ("polmaraton", {"lodz"}),
        ("strasse", {"lodz"}),
        ("膝盖", {"chinese"}),
        ("五公里", {"chinese"}),
        ("公五里", set()),
        ("河", {"chinese"}),
        ("走った", {"japanese"}),
        ("フォーム", {"japanese"}),
        ("달리기", {"korean"}),
        ("แม่น้ำ", {"thai"}),
        ("النهر", {"arabic"}),
        ("легкие", {"russian"}),
        ('knee" OR "x', set()),
        ("…", set()),
    ],
)
def test_a_term_finds_what_contains_it_as_a_person_means_it(index: MemoryIndex, words: str, keys: set[str]) -> None:
    assert {hit.document.key for hit in index.find(SearchQuery((Term(words),)), 50).hits} == keys


def test_a_beginning_a_second_word_and_an_unwanted_one(index: MemoryIndex) -> None:
    def found(*terms: Term) -> set[str]:
        return {hit.document.key for hit in index.find(SearchQuery(terms), 50).hits}

    assert found(Term("kn", prefix=True)) == {"river", "knee"}
    assert found(Term("kn", prefix=True), Term("fluss")) == {"river"}
    assert found(Term("kn", prefix=True), Term("fluss", unwanted=True)) == {"knee"}
    assert found(Term("膝", prefix=True)) == {"chinese"}
    assert found(Term("easy ru", prefix=True)) == {"knee"}


def test_without_a_wanted_word_everything_comes_latest_first(index: MemoryIndex) -> None:
    assert [hit.document.key for hit in index.find(SearchQuery(), 50).hits] == list(reversed(TEXTS))
    assert index.size == len(TEXTS)


def test_the_snippet_marks_what_was_found_and_reads_as_it_was_written(index: MemoryIndex) -> None:
    for words, marked in (("knee", "knee"), ("膝盖", "膝盖"), ("달리기", "달리기")):
        (hit,) = index.find(SearchQuery((Term(words),)), 50).hits
        assert [part.text for part in hit.snippet if part.found] == [marked]
        assert "".join(part.text for part in hit.snippet) in TEXTS[hit.document.key]


def test_titles_count_more_and_of_equals_the_later_comes_first() -> None:
    texts = [("a", "", "a long tempo day with many other words"), ("b", "tempo", "short"), ("c", "tempo", "short")]
    documents = [
        SearchDocument(FoundKind.SESSION, key, DAY + timedelta(days=n), title, text)
        for n, (key, title, text) in enumerate(texts)
    ]
    found = MemoryIndex(documents, False).find(SearchQuery((Term("tempo"),)), 2)
    assert ([hit.document.key for hit in found.hits], found.count) == (["c", "b"], 3)


def test_the_first_few_and_a_filter_cut_the_whole_answer_and_change_nothing_in_it() -> None:
    kinds = (FoundKind.NOTE, FoundKind.COMMENT, FoundKind.SESSION)
    documents = [
        SearchDocument(kinds[n % 3], str(n), DAY + timedelta(days=n), "", f"{'tempo ' * (n % 4 + 1)}{'far ' * (n % 5)}")
        for n in range(60)
    ]
    index = MemoryIndex(documents, False)
    for terms in ((Term("tempo"),), (Term("te", prefix=True),), (Term("tempo"), Term("far", unwanted=True)), ()):
        every = index.find(SearchQuery(terms), 100)
        assert (index.find(SearchQuery(terms), 7).hits, every.count) == (every.hits[:7], len(every.hits))
        notes = tuple(hit for hit in every.hits if hit.document.kind is FoundKind.NOTE)
        found = index.find(SearchQuery(terms, frozenset({FoundKind.NOTE})), 4)
        assert (found.hits, found.count) == (notes[:4], len(notes))


def test_of_more_matches_than_are_ranked_all_are_counted_and_the_latest_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [("knee knee", 0), *(("a knee and much else besides", number) for number in range(1, 9)), ("knee", 9)]
    documents = [
        SearchDocument(FoundKind.NOTE, str(number), DAY + timedelta(days=number), "", text) for text, number in texts
    ]
    index = MemoryIndex(documents, False)
    asked = SearchQuery((Term("knee"),))
    whole = index.find(asked, 3)
    assert ({hit.document.key for hit in whole.hits}, whole.count) == ({"0", "9", "8"}, 10)
    monkeypatch.setattr("longgame.store.search_index.MOST_RANKED", 4)
    found = index.find(asked, 3)
    assert ([hit.document.key for hit in found.hits], found.count) == (["9", "8", "7"], 10)
