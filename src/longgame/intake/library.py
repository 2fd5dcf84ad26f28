"""The library's way in: any file, folder or archive to readings, in one line and without a journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from longgame.intake.codes import IntakeCode
from longgame.intake.model import Answer, Extent, ReadContext, Reading
from longgame.intake.pieces import Refused, find
from longgame.intake.pipeline import Desk, PieceRead, read_piece
from longgame.intake.readers import recognise
from longgame.kernel.diagnostics import Diagnostic, DiagnosticCode, Severity
from longgame.kernel.ids import THE_ATHLETE

_NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""A library has no clock, so that no session lies in its future."""


def read(path: str | Path, zone: tzinfo = UTC, answers: tuple[Answer, ...] = ()) -> Reading:
    """All that is in one file: sessions, wellness, facts, notes, plan texts, and what could not be used.

    Args:
        path: A file of any format that `longgame import` takes; of an archive or a folder, its first file counts
            (`read_all` gives all of them).
        zone: Where the athlete lives, for sources that tell only local time.
        answers: Answers to the questions that such files leave open, as `Answer(key, value)`.

    Returns:
        The reading; never raises on any bytes. A file that gives nothing has `Extent.NONE` and says why in
        `diagnostics`. Streams are NumPy arrays in the units of their names, NaN where nothing was recorded.

    Example:
        >>> session = read("examples/recordings/2015-07-16-ride.fit").sessions[0]
        >>> session.sport.value, len(session.streams), session.streams.hr_bpm.dtype
        ('ride', 4317, dtype('float64'))

        One line to a table, with either library, neither of which is needed here:

            pandas.DataFrame({"t_s": session.streams.t_s, **session.streams.channels()})
            polars.DataFrame({"t_s": session.streams.t_s, **session.streams.channels()})
    """
    missing = _refused("reading", IntakeCode.NOT_OPENED, "there is no file in here")
    return next((reading for _, reading in read_all(path, zone, answers)), missing)


def read_all(path: str | Path, zone: tzinfo = UTC, answers: tuple[Answer, ...] = ()) -> Iterator[tuple[str, Reading]]:
    """Every file under a folder or in an archive, one at a time, each with its name for people.

    >>> [(name.rsplit("/", 1)[-1], reading.reader) for name, reading in read_all("examples/recordings")][-2:]
    [('2021-07-22-watch.fit', 'fit'), ('strength-log.csv', 'strong')]
    """
    desk = Desk(ReadContext(THE_ATHLETE, zone, answers), recognise, _NEVER)
    for found in find([Path(path)]):
        if isinstance(found, Refused):
            yield found.shown, _refused("reading", found.code, found.message)
        else:
            yield found.shown, _reading(read_piece(found, desk))


def _reading(read_one: PieceRead) -> Reading:
    """What was read; where nothing was, the reason as a diagnostic."""
    refusal = read_one.refusal
    if read_one.reading is not None and read_one.reading.diagnostics:
        return read_one.reading
    if refusal is None:
        assert read_one.reading is not None, "what is not refused was read"
        return read_one.reading
    refused = _refused("reading", refusal.code or IntakeCode.UNKNOWN_KIND, refusal.message)
    if read_one.reading is None:
        return refused
    return replace(read_one.reading, diagnostics=refused.diagnostics)


def _refused(reader: str, code: DiagnosticCode, message: str) -> Reading:
    return Reading(reader, Extent.NONE, diagnostics=(Diagnostic(code, Severity.ERROR, message),))
