"""Header names in many languages and spellings, found by meaning and never by position."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

# No bracket within brackets: a header of thousands of opening ones is looked through once, not once for each.
_BRACKETED = re.compile(r"[(\[（]([^()\[\]（）]*)[)\]）]\s*$")
_MARKUP = re.compile(r"<[^<>]*>")
_JUNK = re.compile(r"<[^<>]*>|[^\w#%×]+", re.UNICODE)


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A header without case, accents, underscores, punctuation and double spaces, for comparing.

    >>> plain("Nom de l’Entraînement"), plain("exercise_title"), plain("Weight (kg)")
    ('nom de l entrainement', 'exercise title', 'weight kg')
    """
    wide = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(letter for letter in wide if not unicodedata.combining(letter))
    return " ".join(_JUNK.sub(" ", unicodedata.normalize("NFKC", bare).replace("_", " ")).split())


def split_unit(name: str) -> tuple[str, str | None]:
    """A header and the unit in brackets at its end: ("Weight", "kg") of "Weight (kg)"."""
    match = _BRACKETED.search(name)
    if match is None:
        return name, None
    return name[: match.start()].strip(), match.group(1).strip() or None


@dataclass(frozen=True, slots=True)
class Column:
    """A column found by its header: where it is, the header as written, and the unit said in it."""

    index: int
    name: str
    unit: str | None = None


class Vocabulary:
    """The headers a format is known to use: each meaning with its spellings, " | " between them, in any language.

    Case, accents and punctuation do not matter, nor a unit in brackets behind a header.
    """

    def __init__(self, spellings: Mapping[str, str]) -> None:
        self._meaning: dict[str, str] = {}
        for meaning, names in spellings.items():
            for name in names.split(" | "):
                self._meaning.setdefault(plain(name), meaning)

    def meaning(self, header: str) -> str | None:
        """What a header means here, or None."""
        known = self._meaning.get(plain(header))
        return known if known is not None else self._meaning.get(plain(split_unit(header)[0]))

    def columns(self, header: Sequence[str]) -> Columns:
        """The known columns of a table and the unknown rest; several columns may have one meaning."""
        known: dict[str, list[Column]] = {}
        unknown: list[Column] = []
        for index, name in enumerate(header):
            column = Column(index, _MARKUP.sub("", name).strip(), split_unit(name)[1])
            meaning = self.meaning(name)
            if meaning is not None:
                known.setdefault(meaning, []).append(column)
            elif name:
                unknown.append(column)
        return Columns(known, unknown)


class Columns:
    """Which column of a table holds which meaning."""

    def __init__(self, known: Mapping[str, Sequence[Column]], unknown: Sequence[Column]) -> None:
        self._known = {meaning: columns[0] for meaning, columns in known.items()}
        self._index = {meaning: column.index for meaning, column in self._known.items()}
        self._every = {meaning: tuple(columns) for meaning, columns in known.items()}
        self.unknown = tuple(unknown)

    def __contains__(self, meaning: str) -> bool:
        return meaning in self._known

    def get(self, meaning: str) -> Column | None:
        """The column of that meaning, or None."""
        return self._known.get(meaning)

    def every(self, meaning: str) -> tuple[Column, ...]:
        """All columns of that meaning, from left to right; `get` and `cell` know only the first."""
        return self._every.get(meaning, ())

    def name(self, meaning: str) -> str | None:
        """The header of that meaning as the file writes it."""
        column = self._known.get(meaning)
        return None if column is None else column.name

    def cell(self, cells: Sequence[str], meaning: str) -> str | None:
        """The text of that meaning in a row; None where the column or the text is missing."""
        index = self._index.get(meaning)
        return None if index is None or index >= len(cells) else cells[index] or None

    def missing(self, *meanings: str) -> tuple[str, ...]:
        """Which of these meanings the table has no column for."""
        return tuple(meaning for meaning in meanings if meaning not in self._known)
