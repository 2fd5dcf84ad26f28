"""Search over everything a journal holds: a part of the journal's port."""

from __future__ import annotations

from typing import Protocol

from longgame.store.entries import Found, SearchQuery


class SearchIndex(Protocol):
    """All documents, in memory only."""

    @property
    def private_left_out(self) -> bool:
        """Whether private words are not among them because the journal is locked."""
        ...

    @property
    def size(self) -> int:
        """How many documents there are."""
        ...

    def find(self, query: SearchQuery, limit: int) -> Found:
        """What contains every wanted term and no unwanted one, the best first, later days before earlier ones.

        Case, accents and width do not matter. Scripts without spaces are searched sign by sign. Without a wanted
        term, everything that passes the filters is given, latest first.
        """
        ...


class Search(Protocol):
    """The way to an index that is up to date."""

    def index(self) -> SearchIndex:
        """Made on first use and again after a change to the journal, or to what is locked."""
        ...
