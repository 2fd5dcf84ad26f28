"""What one process does with one piece of an import: read it and put its bytes away, without the database."""

from __future__ import annotations

from dataclasses import dataclass, replace

from longgame.intake.model import Reading
from longgame.intake.opening import Opened
from longgame.intake.pieces import Piece
from longgame.intake.pipeline import Desk, read_piece
from longgame.intake.quarantine import Refusal
from longgame.kernel.ids import ContentHash
from longgame.store.entries import KeptOriginal
from longgame.store.port import Warehouse


@dataclass(frozen=True, slots=True)
class Taken:
    """One piece, read and put away: what the database still has to be told.

    The reading's sessions have left their streams in the warehouse under the hashes in `streams`.
    """

    piece: Piece
    hash: ContentHash | None = None
    kept: KeptOriginal | None = None
    reading: Reading | None = None
    streams: tuple[ContentHash | None, ...] = ()
    refusal: Refusal | None = None
    already_there: bool = False


def take(piece: Piece, desk: Desk, warehouse: Warehouse) -> Taken:
    """Read a piece; keep its original when something came out of it or when it must wait in quarantine."""
    read = read_piece(piece, desk)
    digest = None if read.opened is None else read.opened.original.hash
    taken = Taken(piece, digest, None, read.reading, (), read.refusal, read.already_there)
    if read.opened is None or read.already_there or (read.refusal is not None and read.refusal.code is None):
        return taken
    return put_streams_away(replace(taken, kept=_keep(read.opened, warehouse)), warehouse)


def put_streams_away(taken: Taken, warehouse: Warehouse) -> Taken:
    """The same with the streams of its sessions in the warehouse, so that it is light to send and to keep."""
    if taken.reading is None:
        return taken
    sessions = taken.reading.sessions
    streams = tuple(None if one.streams is None else warehouse.keep_streams(one.streams) for one in sessions)
    light = tuple(replace(session, streams=None) for session in sessions)
    return replace(taken, reading=replace(taken.reading, sessions=light), streams=streams)


def _keep(opened: Opened, warehouse: Warehouse) -> KeptOriginal:
    if opened.raw is not None:
        size, kept_as = (opened.size, "gzip") if opened.packed else (len(opened.raw), "plain")
        return warehouse.keep_hashed(opened.raw, KeptOriginal(opened.original.hash, size, kept_as))
    with opened.original.stream() as stream:
        return warehouse.keep_original(stream)
