"""Reading many pieces at once: over the cores when there is enough to do, in this process when there is not."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from longgame.app.import_work import Taken, take
from longgame.intake.codes import IntakeCode
from longgame.intake.pieces import Piece
from longgame.intake.pipeline import Desk, hash_of
from longgame.intake.quarantine import Refusal
from longgame.store.port import Warehouse

WORTH_PROCESSES = 24 << 20
"""Bytes from which starting further processes pays: each takes about half a second to start."""

AHEAD = 3
"""Handfuls each process may be ahead of what has been kept: enough never to wait, few enough to bound memory."""

HANDFUL = 16
HANDFUL_BYTES = 8 << 20
"""Pieces that are put away together, and the bytes from which on a handful is full: syncing them one by one would take
a disk longer than reading them."""


def in_turn(pieces: Sequence[Piece], desk: Desk, warehouse: Warehouse) -> Iterator[Taken]:
    """The pieces read and put away, in the order given.

    Where content is known already, that is found out first: hashing needs no further process, reading does.
    """
    workers = min(os.cpu_count() or 1, 8)
    there = _already_there(pieces, desk, workers) if desk.known else {}
    new = [piece for piece in pieces if piece not in there]
    results: Iterator[Taken]
    if workers == 1 or len(new) < 2 * workers or sum(piece.size for piece in new) < WORTH_PROCESSES:
        results = (taken for some in handfuls(new) for taken in take_together(some, desk, warehouse))
    else:
        results = over_processes(new, desk, warehouse, workers)
    return (there[piece] if piece in there else next(results) for piece in pieces)


def _already_there(pieces: Sequence[Piece], desk: Desk, workers: int) -> dict[Piece, Taken]:
    """Those pieces whose content is known; threads suffice, for hashing lets others run."""
    with ThreadPoolExecutor(workers) as pool:
        hashes = pool.map(hash_of, pieces)
        return {
            piece: Taken(piece, digest, already_there=True)
            for piece, digest in zip(pieces, hashes, strict=True)
            if digest in desk.known
        }


def over_processes(pieces: Sequence[Piece], desk: Desk, warehouse: Warehouse, workers: int) -> Iterator[Taken]:
    """The same over `workers` processes. A piece that kills its process is refused, and the rest goes on."""
    left = deque(pieces)
    while left:
        with _pool(desk, warehouse, workers) as pool:
            try:
                for taken in _results(pool, left, workers * AHEAD):
                    left.popleft()
                    yield taken
            except BrokenProcessPool:
                # Which of the pieces under way did it cannot be told, so the first is read in a process of its own.
                yield _alone(left.popleft(), desk, warehouse)


def _results(pool: ProcessPoolExecutor, pieces: Sequence[Piece], ahead: int) -> Iterator[Taken]:
    """Results in order, with at most `ahead` handfuls handed out; the caller takes off what it has been given."""
    running: deque[Future[list[Taken]]] = deque()
    for some in handfuls(tuple(pieces)):
        running.append(pool.submit(_take_here, some))
        if len(running) >= ahead:
            yield from running.popleft().result()
    while running:
        yield from running.popleft().result()


def handfuls(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The pieces in turn, as many together as are put away together."""
    some: list[Piece] = []
    for piece in pieces:
        some.append(piece)
        if len(some) == HANDFUL or sum(one.size for one in some) >= HANDFUL_BYTES:
            yield tuple(some)
            some = []
    if some:
        yield tuple(some)


def take_together(pieces: Sequence[Piece], desk: Desk, warehouse: Warehouse) -> list[Taken]:
    """The pieces read and put away; all of them are on the disk when this returns."""
    with warehouse.together():
        return [take(piece, desk, warehouse) for piece in pieces]


def _alone(piece: Piece, desk: Desk, warehouse: Warehouse) -> Taken:
    with _pool(desk, warehouse, 1) as pool:
        try:
            return pool.submit(_take_here, (piece,)).result()[0]
        except BrokenProcessPool:
            why = "the process that read it was killed, most likely for want of memory; nothing of it was kept"
            return Taken(piece, refusal=Refusal(IntakeCode.READER_BROKE, why))


def _pool(desk: Desk, warehouse: Warehouse, workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a forked child would share the open database of this process.
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_sit_down, initargs=(desk, warehouse))


_here: list[tuple[Desk, Warehouse]] = []
"""The desk of this process, when it was started to read pieces for another."""


def _sit_down(desk: Desk, warehouse: Warehouse) -> None:
    _here[:] = [(desk, warehouse)]


def _take_here(pieces: tuple[Piece, ...]) -> list[Taken]:
    desk, warehouse = _here[0]
    return take_together(pieces, desk, warehouse)
