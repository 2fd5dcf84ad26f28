"""Search over everything that was written: words, phrases, beginnings of words, filters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from longgame.app.review_summary import ReviewSummary
from longgame.app.setting import Setting
from longgame.app.stored_reviews import every_review
from longgame.kernel.sport import Sport
from longgame.purpose.intent import Intent
from longgame.review.model import Verdict
from longgame.store.entries import Found, FoundKind, SearchQuery, Term

LIMIT = 50
_PIECE = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))')


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, understood. What reviews tell is asked for apart, for only they can answer it."""

    asked: SearchQuery
    intents: frozenset[Intent] = frozenset()
    verdicts: frozenset[Verdict] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, and whether private words were left out as locked."""

    found: Found
    private_left_out: bool


def search(setting: Setting, typed: str, limit: int = LIMIT) -> Answer:
    """Search the journal; `ValueError` says what of the query is not understood."""
    query = understood(typed)
    asked = query.asked
    if query.intents or query.verdicts:
        reviewed = (one for one in every_review(setting) if one.session is not None and _passes(query, one))
        asked = replace(asked, sessions=frozenset(str(one.session) for one in reviewed))
    index = setting.journal.search.index()
    return Answer(index.find(asked, limit), index.private_left_out)


def understood(typed: str) -> Query:
    """The query that a person typed.

    Every word must be there; the last one need only be begun, as does one with a star. Words in quotes stand
    together; a dash before a term leaves out what contains it. Filters are written name:value.
    """
    terms: list[Term] = []
    filters: dict[str, set[Any]] = {name: set() for name in _FILTERS}
    pieces = list(_PIECE.finditer(typed))
    for number, piece in enumerate(pieces):
        dash, name, phrase, word = piece.groups()
        if name in _FILTERS and not dash:
            filters[name].add(_FILTERS[name](phrase if word is None else word))
        else:
            last = number == len(pieces) - 1
            terms.append(_term(dash, name, phrase, word, last and not typed.endswith((" ", '"'))))
    asked = SearchQuery(
        tuple(terms),
        frozenset(filters["kind"]),
        frozenset(filters["sport"]),
        max(filters["after"], default=None),
        min(filters["before"], default=None),
    )
    return Query(asked, frozenset(filters["intent"]), frozenset(filters["verdict"]))


def _term(dash: str, name: str | None, phrase: str | None, word: str | None, being_typed: bool) -> Term:
    """A term; what looks like a filter and is none is looked for as it stands."""
    if word is None:
        return Term(phrase or "", unwanted=bool(dash))
    whole = f"{name}:{word}" if name else word
    return Term(whole.rstrip("*"), prefix=being_typed or whole.endswith("*"), unwanted=bool(dash))


def _a_day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as wrong:
        raise ValueError(f"{written!r} is no day; write it as 2026-01-31") from wrong


def _one_of(what: str, choices: dict[str, Any]) -> Callable[[str], Any]:
    def chosen(written: str) -> Any:
        if written not in choices:
            raise ValueError(f"{written!r} is no {what}; there are {', '.join(sorted(choices))}")
        return choices[written]

    return chosen


_FILTERS: dict[str, Callable[[str], Any]] = {
    "kind": _one_of("kind", {one.value: one for one in FoundKind}),
    "sport": _one_of("sport", {one.value.replace(" ", "-"): one.value for one in Sport}),
    "intent": _one_of("intent", {one.value: one for one in Intent}),
    "verdict": _one_of("verdict", {one.value.replace(" ", "-"): one for one in Verdict}),
    "after": _a_day,
    "before": _a_day,
}


def _passes(query: Query, review: ReviewSummary) -> bool:
    return (not query.intents or review.intent in query.intents) and (
        not query.verdicts or review.verdict in query.verdicts
    )


def found_to_json(answer: Answer) -> dict[str, Any]:
    """What was found, as documented JSON."""
    return {
        "count": answer.found.count,
        "private_left_out": answer.private_left_out,
        "hits": [
            {
                "kind": hit.document.kind.value,
                "id": hit.document.key,
                "day": hit.document.day.isoformat(),
                "title": hit.document.title,
                "sport": hit.document.sport,
                "session": hit.document.session,
                "snippet": [{"text": part.text, "found": part.found} for part in hit.snippet],
            }
            for hit in answer.found.hits
        ],
    }


def found_words(answer: Answer) -> list[str]:
    """What was found, as lines of text."""
    found = answer.found
    lines = []
    for hit in found.hits:
        one = hit.document
        lines.append(f"{one.day.isoformat()}  {one.kind.value}: {one.title}")
        snippet = "".join(f"[{part.text}]" if part.found else part.text for part in hit.snippet).strip()
        if snippet:
            lines.append(f"    {snippet}")
    if not found.hits:
        lines.append("Nothing found.")
    elif found.count > len(found.hits):
        lines.append(f"{found.count} in all; the first {len(found.hits)} are shown.")
    if answer.private_left_out:
        lines.append("Private words are locked and were left out; open them with: longgame vault unlock")
    return lines
