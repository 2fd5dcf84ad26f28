"""How far an import is, for whoever watches it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: files done of files found, and bytes of bytes, and the file done last."""

    done: int
    found: int
    bytes_done: int
    bytes_found: int
    shown: str


Watcher = Callable[[Progress], None]


def nobody(_progress: Progress) -> None:
    """Watches an import that nobody watches."""
