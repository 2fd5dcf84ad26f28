"""What rows were found to say, kept in memory while the vault is open, so that only rows that changed are read again.

Of a journal of ten years nearly every row is as it was at the last look; taking words out of their seals and numbers
out of their columns costs far more than seeing that. Locking the vault lets go of all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar, cast

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """Values by the name of their row, each with the row it was made from."""

    values: dict[Hashable, tuple[object, object]] = field(default_factory=dict)

    def known(self, name: Hashable, row: object) -> object | None:
        """The value under a name where it was made from an equal row; else None."""
        found = self.values.get(name)
        return found[1] if found is not None and found[0] == row else None

    def keep(self, name: Hashable, row: object, value: Value) -> Value:
        """Keep a value with the row it was made from, and give it back."""
        self.values[name] = (row, value)
        return value

    def drop(self, name: Hashable) -> None:
        """Let go of the value under a name, whose row is gone."""
        self.values.pop(name, None)

    def of(self, name: Hashable, row: object, make: Callable[[], Value]) -> Value:
        """The value under a name: as it is known where it was made from an equal row, else made anew."""
        known = self.known(name, row)
        return self.keep(name, row, make()) if known is None else cast(Value, known)
