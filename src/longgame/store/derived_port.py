"""What a journal keeps of what was made from the truth: a part of the journal's port."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from longgame.store.entries import Derived, Standing


class DerivedValues(Protocol):
    """Things made from the truth, disposable: reviews, measures, capacities, as JSON bytes.

    Every change to the truth throws away, in the same transaction, the values of the day it touches and of later days
    (and those without a day). Values kept under the hash of their own inputs (`key` equal to `inputs`) stay.
    """

    def save(self, derived: Derived) -> None:
        """Keep the value in place of an earlier one of the same kind and key."""
        ...

    def changes(self) -> int:
        """How many changes to the truth there were; while it stays the same, so does all that is derived."""
        ...

    def save_unchanged(self, values: Sequence[Derived], since: int, standing: Standing | None = None) -> bool:
        """Keep all of these, or none (False) when the truth has changed since `changes()` was `since`.

        What `standing` says is waste goes at the same time.
        """
        ...

    def load(self, kind: str, key: str) -> Derived | None:
        """The value last saved, for the caller to hold against its inputs' hash and its own version."""
        ...

    def of_kind(self, kind: str) -> tuple[Derived, ...]:
        """Every value of a kind, by key."""
        ...

    def between(self, kind: str, first: str, last: str) -> tuple[Derived, ...]:
        """The values of a kind whose key lies in first..last, by key."""
        ...

    def known(self, kind: str, keys: Iterable[str]) -> dict[str, Derived]:
        """Those of the named values that are there, each under its key."""
        ...

    def forget(self, kind: str, keys: Iterable[str]) -> None:
        """Throw away the named values."""
        ...

    def forget_from(self, day: date) -> int:
        """Throw away what a change on `day` could have made wrong; how many there were."""
        ...

    def forget_all(self) -> int:
        """Throw away everything derived; how many values there were."""
        ...
