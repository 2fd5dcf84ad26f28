"""What is remembered of an export while its blocks go by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from longgame.intake.formats.apple_health.kinds import KIND_BY_TYPE
from longgame.intake.formats.apple_health.pattern import Pattern

NOT_USED, NOT_SEEN = -1, -2
"""In the place of a kind: a type that becomes nothing, and a type that was not found at once."""


@dataclass(slots=True)
class Ledger:
    """What is remembered from block to block: types, sources and patterns by number, and what was left out."""

    types: dict[bytes, int] = field(default_factory=dict)
    type_names: list[str] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    sources: dict[bytes, int] = field(default_factory=dict)
    unused: Counter[str] = field(default_factory=Counter)
    unreadable: Counter[str] = field(default_factory=Counter)
    patterns: list[Pattern] = field(default_factory=list)

    def type_number(self, written: bytes) -> int:
        """The number of a record type, given at its first sight."""
        if written not in self.types:
            name = written.decode("utf-8", "replace")
            self.types[written] = len(self.type_names)
            self.type_names.append(name)
            self.kinds.append(int(KIND_BY_TYPE.get(name, NOT_USED)))
        return self.types[written]

    def source_number(self, written: bytes) -> int:
        """The number of an app or device that wrote records."""
        return self.sources.setdefault(written, len(self.sources))
