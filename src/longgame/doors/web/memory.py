"""What took long to work out and holds until the journal changes: kept in memory between two looks at a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import TypeVar, cast

from longgame.app.setting import Setting

Value = TypeVar("Value")
Stamp = tuple[date, int]


@dataclass(frozen=True, slots=True)
class Memory:
    """The last value of each kind, with the day and the count of changes that it was made at."""

    kept: dict[str, tuple[Stamp, object]] = field(default_factory=dict)
    making: defaultdict[str, Lock] = field(default_factory=lambda: defaultdict(Lock))

    def of(self, setting: Setting, name: str, make: Callable[[Setting], Value]) -> Value:
        """The value called `name`: as it is kept while neither the day nor the journal has changed, else made anew.

        Whoever asks while it is being made waits for that. A value may be made from others, never in a circle.
        """
        with self.making[name]:
            stamp = (setting.today, setting.journal.derived.changes())
            known = self.kept.get(name)
            if known is not None and known[0] == stamp:
                return cast(Value, known[1])
            made = make(setting)
            self.kept[name] = (stamp, made)
            return made

    def forget(self) -> None:
        """Let go of everything, as when private words are locked."""
        self.kept.clear()
