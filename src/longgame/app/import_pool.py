"""Reading many pieces at once: over the cores when there is enough to do, in this process when there is not."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from longgame.app.import_work import Taken, take
from longgame.intake.pieces import Piece
from longgame.intake.pipeline import Desk
from longgame.store.port import Warehouse

WORTH_PROCESSES = 24 << 20
"""Bytes from which starting further processes pays (each takes about half a second to start)."""


def in_turn(pieces: Sequence[Piece], desk: Desk, warehouse: Warehouse) -> Iterator[Taken]:
    """The pieces read and put away, in the order given."""
    workers = os.cpu_count() or 1
    if workers == 1 or len(pieces) < 2 or sum(piece.size for piece in pieces) < WORTH_PROCESSES:
        return (take(piece, desk, warehouse) for piece in pieces)
    return (take(piece, desk, warehouse) for piece in pieces)
