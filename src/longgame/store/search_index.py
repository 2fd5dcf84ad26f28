"""A full-text index in memory: SQLite's FTS5, taught about scripts without spaces and letters without accents."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from datetime import date
from threading import Lock

from longgame.store.entries import Found, FoundKind, SearchDocument, SearchHit, SearchQuery, SnippetPart, Term

_LAY_OUT = """
PRAGMA temp_store=MEMORY;
CREATE TABLE documents (kind TEXT, key TEXT, day TEXT, title TEXT, sport TEXT, session TEXT);
CREATE TABLE meant (session TEXT PRIMARY KEY);
CREATE VIRTUAL TABLE words USING fts5 (title, text, folded, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO words (words, rank) VALUES ('rank', 'bm25(4.0, 1.0, 1.0)');
"""
_MATCHING = "FROM words CROSS JOIN documents ON documents.rowid = words.rowid WHERE words MATCH ?"
"""Words before filters: SQLite, left to choose, tries the filters first and looks every document up in the words."""
_BEST = "ORDER BY rank, words.rowid LIMIT ?"
MOST_RANKED = 1_000
"""So many matches are ranked, the latest ones: ranking is what costs, and a word of half of all texts tells little."""
_SHOW = "SELECT documents.*, snippet(words, 1, char(2), char(3), '…', 20), words.rowid"
_SHOW_ALL = "SELECT documents.*, substr(words.text, 1, 160) FROM documents JOIN words ON words.rowid = documents.rowid"
_APART = "\u200b"
"""Stands between signs of scripts that put no space between words; no tokenizer sees more in it, nor does a reader."""

_SIGN = re.compile(
    "(["
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"  # han
    "\uac00-\ud7af"  # hangul, whose endings follow without a space
    "])"
)
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n"}
)
_WORD = re.compile(r"\w+")


class MemoryIndex:
    """An index that lives in this process's memory and may be asked from several threads."""

    def __init__(self, documents: Iterable[SearchDocument], private_left_out: bool) -> None:
        self._left_out = private_left_out
        self._lock = Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.executescript(_LAY_OUT)
        latest_first = sorted(documents, key=lambda one: (-one.day.toordinal(), one.kind.value, one.key))
        self._size = self._fill(latest_first)

    @property
    def private_left_out(self) -> bool:
        return self._left_out

    @property
    def size(self) -> int:
        return self._size

    def find(self, query: SearchQuery, limit: int) -> Found:
        wanted = " ".join(_phrase(one) for one in query.terms if not one.unwanted and _has_word(one))
        unwanted = " ".join(f"NOT {_phrase(one)}" for one in query.terms if one.unwanted and _has_word(one))
        if any(not one.unwanted for one in query.terms) and not wanted:
            return Found((), 0)
        match = f"({wanted}) {unwanted}" if wanted else ""
        with self._lock:
            self._remember(query.sessions)
            return self._matching(match, query, limit) if match else self._passing(query, limit)

    def _remember(self, meant: frozenset[str] | None) -> None:
        """Lay down the sessions that are meant, where the filters find them."""
        if meant is not None:
            self._connection.execute("DELETE FROM meant")
            self._connection.executemany("INSERT INTO meant VALUES (?)", [(one,) for one in meant])

    def _matching(self, match: str, query: SearchQuery, limit: int) -> Found:
        """The best of what matches and passes; of equals the latest, for rows were laid down the latest day first."""
        passes, values = _filters(query)
        filtered = f"{_MATCHING} AND {passes}" if passes else "FROM words WHERE words MATCH ?"
        found = self._connection.execute(f"SELECT words.rowid {filtered}", (match, *values)).fetchall()
        last = found[min(len(found), MOST_RANKED) - 1][0] if found else 0
        best = self._connection.execute(
            f"SELECT words.rowid {filtered} AND words.rowid <= ? {_BEST}", (match, *values, last, limit)
        )
        places = {row: place for place, (row,) in enumerate(best)}
        # In one pass over what matches, for each time a beginning of a word is matched costs as much as all matches;
        # the plus keeps SQLite from asking for one row at a time.
        chosen = f"+words.rowid IN ({', '.join('?' * len(places))})"
        shown = self._connection.execute(f"{_SHOW} {_MATCHING} AND {chosen}", (match, *places)).fetchall()
        shown.sort(key=lambda row: places[row[-1]])
        return Found(tuple(_hit(row[:-1]) for row in shown), len(found))

    def _passing(self, query: SearchQuery, limit: int) -> Found:
        """What passes the filters, the latest first, each with how its text begins."""
        passes, values = _filters(query)
        where = f"WHERE {passes}" if passes else ""
        ((count,),) = self._connection.execute(f"SELECT count(*) FROM documents {where}", values)
        shown = self._connection.execute(f"{_SHOW_ALL} {where} ORDER BY documents.rowid LIMIT ?", (*values, limit))
        return Found(tuple(_hit(row) for row in shown), count)

    def _fill(self, documents: list[SearchDocument]) -> int:
        heads = ((one.kind.value, one.key, one.day.isoformat(), one.title, one.sport, one.session) for one in documents)
        texts = ((_spaced(one.title), _spaced(one.text), _folded(f"{one.title} {one.text}")) for one in documents)
        with self._connection:
            self._connection.executemany("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)", heads)
            self._connection.executemany("INSERT INTO words VALUES (?, ?, ?)", texts)
        return len(documents)


def _filters(query: SearchQuery) -> tuple[str, tuple[str, ...]]:
    """The filters as a condition on documents, and the values in it."""
    conditions: list[tuple[str, tuple[str, ...]]] = []
    for column, chosen in (("kind", sorted(one.value for one in query.kinds)), ("sport", sorted(query.sports))):
        if chosen:
            conditions.append((f"documents.{column} IN ({', '.join('?' * len(chosen))})", tuple(chosen)))
    if query.after is not None:
        conditions.append(("documents.day >= ?", (query.after.isoformat(),)))
    if query.before is not None:
        conditions.append(("documents.day <= ?", (query.before.isoformat(),)))
    if query.sessions is not None:
        conditions.append(("documents.session IN (SELECT session FROM meant)", ()))
    if not conditions:
        return "", ()
    return " AND ".join(one for one, _ in conditions), tuple(v for _, values in conditions for v in values)


def _hit(row: tuple[str, ...]) -> SearchHit:
    kind, key, day, title, sport, session, snippet = row
    document = SearchDocument(FoundKind(kind), key, date.fromisoformat(day), title, "", sport, session)
    return SearchHit(document, _parts(snippet))


def _parts(snippet: str) -> tuple[SnippetPart, ...]:
    """The snippet in pieces; signs found one by one are one piece again."""
    text = snippet.replace(_APART, "").replace("\x03\x02", "")
    parts = []
    for number, piece in enumerate(re.split("[\x02\x03]", text)):
        if piece:
            parts.append(SnippetPart(" ".join(piece.split("\n")), number % 2 == 1))
    return tuple(parts)


def _phrase(term: Term) -> str:
    """The term in FTS5's language, where a text in quotes is words that follow each other."""
    quoted = _spaced(unicodedata.normalize("NFKC", term.words)).replace('"', '""')
    return f'"{quoted}"{"*" if term.prefix else ""}'


def _has_word(term: Term) -> bool:
    return _WORD.search(term.words) is not None


def _spaced(text: str) -> str:
    """The text with signs of scripts without spaces set apart, and without the marks that snippets are cut at."""
    if text.isascii():
        return text.replace("\x02", " ").replace("\x03", " ")
    composed = unicodedata.normalize("NFC", text).replace("\x02", " ").replace("\x03", " ")
    return _SIGN.sub(f"{_APART}\\1{_APART}", composed)


def _folded(text: str) -> str:
    """What people may type instead: words without accents of any script, in plain letters and in usual width."""
    if text.isascii():
        return ""
    usual = unicodedata.normalize("NFKC", text)
    words = ((word, _plain(word)) for word in _WORD.findall(usual.lower()))
    wide = () if usual == unicodedata.normalize("NFC", text) else (_spaced(usual),)
    return " ".join((*(plain for word, plain in words if plain != word), *wide))


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    return "".join(one for one in apart if not unicodedata.combining(one)).translate(_LETTERS)
