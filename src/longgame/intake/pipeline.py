"""From a piece to a reading: open, recognise, read, and look at what came out before it is believed."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from longgame.intake.archives import BROKEN, ArchiveTrouble
from longgame.intake.believable import believed
from longgame.intake.codes import IntakeCode
from longgame.intake.detect import HEAD_BYTES, Recognise, about_an_account, name_says_other, not_training
from longgame.intake.model import Extent, Original, ReadContext, Reader, Reading
from longgame.intake.opening import Opened, open_piece
from longgame.intake.pieces import Piece
from longgame.intake.quarantine import Refusal
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.ids import ContentHash
from longgame.record.session import Session

FIRST_YEAR = 2000
"""Before this year no watch wrote files; a session from then tells of a clock that was never set."""


READER_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    ArchiveTrouble,
    *BROKEN,
)
"""What a broken reader may raise although none should: it must cost one file, never the batch."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What is needed to read any piece: whose data it is, how formats are recognised, what is there, and the time.

    `known` are the hashes of content that came in before and need not be read again.
    """

    context: ReadContext
    recognise: Recognise
    now: datetime
    known: frozenset[ContentHash] = frozenset()


@dataclass(frozen=True, slots=True)
class PieceRead:
    """How far a piece got: exactly one of `already_there`, `refusal`, or a `reading` to keep."""

    piece: Piece
    opened: Opened | None = None
    reading: Reading | None = None
    refusal: Refusal | None = None
    already_there: bool = False


def read_piece(piece: Piece, desk: Desk) -> PieceRead:
    """Read one piece as far as possible; whatever is wrong with it is told in the result."""
    try:
        opened = open_piece(piece)
    except ArchiveTrouble as trouble:
        return PieceRead(piece, refusal=Refusal(trouble.code, str(trouble)))
    return read_opened(piece, opened, desk)


def hash_of(piece: Piece) -> ContentHash | None:
    """The hash of the piece's content; None when it cannot be opened or is empty."""
    try:
        opened = open_piece(piece)
    except ArchiveTrouble:
        return None
    return opened.original.hash if opened.size else None


def read_opened(piece: Piece, opened: Opened, desk: Desk) -> PieceRead:
    """The same for a piece that is open already."""
    if opened.size == 0:
        return PieceRead(piece, opened, refusal=Refusal(IntakeCode.EMPTY, "the file is empty"))
    if opened.original.hash in desk.known:
        return PieceRead(piece, opened, already_there=True)
    head = _head(opened.original)
    harmless = not_training(head, piece.shown)
    if harmless is not None:
        return PieceRead(piece, opened, refusal=Refusal(None, f"it is {harmless}"))
    return _recognised(piece, opened, head, desk)


def _head(original: Original) -> bytes:
    if original.held is not None:
        return original.held[:HEAD_BYTES]
    with original.stream() as stream:
        return stream.read(HEAD_BYTES)


def _recognised(piece: Piece, opened: Opened, head: bytes, desk: Desk) -> PieceRead:
    reader = desk.recognise(head, opened.original.name)
    if reader is None and about_an_account(piece.shown):
        return PieceRead(piece, opened, refusal=Refusal(None, "it tells of an account and holds no training"))
    if reader is None:
        return PieceRead(
            piece, opened, refusal=Refusal(IntakeCode.UNKNOWN_KIND, "it is of no kind that longgame can read")
        )
    context = replace(desk.context, consulted=set())
    reading = believed(_read(reader, opened.original, context))
    note = name_says_other(reader, opened.original.name)
    doubts = clock_doubts(reading.sessions, desk.now)
    extra = (*opened.remarks, *(() if note is None else (note,)), *doubts, *_answered(context, reading))
    reading = replace(reading, diagnostics=(*reading.diagnostics, *extra))
    return PieceRead(piece, opened, reading, Refusal.of(reading))


def _answered(context: ReadContext, reading: Reading) -> Iterator[Diagnostic]:
    """A note for each answer that the file was read with: it says how to give another."""
    still_open = None if reading.question is None else reading.question.key
    for key in sorted(context.consulted - {still_open}):
        message = f"read with your answer “{context.answer(key)}”"
        hint = f"longgame import answer {key}=… gives another"
        yield Diagnostic(IntakeCode.ANSWERED, Severity.NOTE, message, hint=hint)


def _read(reader: Reader, original: Original, context: ReadContext) -> Reading:
    try:
        return reader.read(original, context)
    except READER_FAULTS as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        message = (
            f"our reader for {reader.name} broke on it ({type(error).__name__} in {place.name}); it is kept as it is"
        )
        broken = Diagnostic(IntakeCode.READER_BROKE, Severity.ERROR, message, hint="please report this file's kind")
        return Reading(reader.name, Extent.NONE, diagnostics=(broken,))


def clock_doubts(sessions: tuple[Session, ...], now: datetime) -> tuple[Diagnostic, ...]:
    """Warnings for sessions whose device's clock must have been wrong; they are kept as they are."""
    doubts: list[Diagnostic] = []
    for session in sessions:
        if session.start > now + timedelta(days=1):
            doubts.append(_doubt(IntakeCode.IN_THE_FUTURE, session, "lies in the future"))
        elif session.start.year < FIRST_YEAR:
            doubts.append(_doubt(IntakeCode.BEFORE_DEVICES, session, f"lies before {FIRST_YEAR}"))
        elif abs((session.start.date() - session.local_day).days) > 1:
            says = f"starts more than a day away from its local day {session.local_day.isoformat()}"
            doubts.append(_doubt(IntakeCode.DAY_FAR_FROM_START, session, says))
    return tuple(doubts)


def _doubt(code: IntakeCode, session: Session, says: str) -> Diagnostic:
    start = session.start.isoformat(" ", "minutes")
    return Diagnostic(
        code, Severity.WARNING, f"a session's start, {start}, {says}", hint="the device's clock may have been wrong"
    )
