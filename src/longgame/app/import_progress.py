"""How far an import is, for whoever watches it.

A watcher is called from the thread that runs the import, after each handful of files has been written, in order and
never twice at once, so that it needs no lock of its own. For a server: run the import in a thread of its own, let the
watcher put the `Progress`, which is frozen, where other threads read it (one assignment, or a queue), and take rate and
time left from the moments at which the last few came. A watcher may raise `Cancelled` to stop the import there: what
has been told of is kept, the rest is not, and importing the same paths again goes on from there.
"""

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


class Cancelled(Exception):
    """Raised by a watcher that wants no more: the import ends where it is, and its account tells of what came in."""


Watcher = Callable[[Progress], None]


def nobody(_progress: Progress) -> None:
    """Watches an import that nobody watches."""
