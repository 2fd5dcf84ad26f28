"""How private text is written down: the one door between words and the disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Sealer(Protocol):
    """Turns private text into what may stand on a disk, and back."""

    def seal(self, text: str) -> str:
        """What may be written down for `text`."""
        ...

    def unseal(self, kept: str) -> str:
        """The text again; raises when it cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class PlainSealer:
    """Writes text as it is, for a journal whose disk protects it already."""

    def seal(self, text: str) -> str:
        return text

    def unseal(self, kept: str) -> str:
        return kept


def seal_maybe(sealer: Sealer, text: str | None) -> str | None:
    """`text` sealed, or None for None."""
    return None if text is None else sealer.seal(text)


def unseal_maybe(sealer: Sealer, kept: str | None) -> str | None:
    """The text of `kept`, or None for None."""
    return None if kept is None else sealer.unseal(kept)
