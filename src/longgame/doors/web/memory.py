"""What took long to work out and holds until the journal changes: kept in memory between two looks at a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, cast

from longgame.app.setting import Setting

Value = TypeVar("Value")
Stamp = tuple[date, int]


@dataclass(frozen=True, slots=True)
class Memory:
    """The last value of each kind, with the day and the count of changes that it was made at."""

    kept: dict[str, tuple[Stamp, object]] = field(default_factory=dict)

    def of(self, setting: Setting, name: str, make: Callable[[Setting], Value]) -> Value:
        """The value called `name`: as it is kept while neither the day nor the journal has changed, else made anew."""
        stamp = (setting.today, setting.journal.derived.changes())
        known = self.kept.get(name)
        if known is not None and known[0] == stamp:
            return cast(Value, known[1])
        made = make(setting)
        self.kept[name] = (stamp, made)
        return made
