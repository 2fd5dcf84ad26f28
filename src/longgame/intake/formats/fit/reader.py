"""The FIT reader of the intake pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from longgame.intake.formats.fit.activity import READER_NAME, activity, sessions
from longgame.intake.formats.fit.decode import FitFile, FitPart, decode
from longgame.intake.formats.fit.header import MAGIC, SHORT_HEADER
from longgame.intake.model import Extent, Original, ReadContext, Reading, Skipped
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.spans import ByteSpan
from longgame.record.session import Session

READ = frozenset(
    {"file_id", "session", "lap", "record", "set", "activity", "sport", "device_info", "exercise_title", "workout"}
)
"""Messages that sessions are made of."""


class FitReader:
    """Reads `.fit` files of watches, bike computers and apps."""

    name = READER_NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether `head` begins with a FIT header."""
        return head[8:SHORT_HEADER] == MAGIC and head[0] >= SHORT_HEADER

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Sessions and whatever else the file holds, as far as it can be read."""
        file = decode(original.data())
        found: list[Session] = []
        for part in file.parts:
            found += sessions(activity(part, original, context))
        return Reading(
            READER_NAME,
            file.extent,
            sessions=tuple(found),
            skipped=tuple(_skipped(file)),
            diagnostics=_told(file),
        )


def _told(file: FitFile) -> tuple[Diagnostic, ...]:
    """The file's diagnostics; where nothing at all could be read, what was wrong is no mere warning."""
    if file.extent is not Extent.NONE:
        return file.diagnostics
    return tuple(replace(d, severity=Severity.ERROR) if d.severity is Severity.WARNING else d for d in file.diagnostics)


def _skipped(file: FitFile) -> Iterator[Skipped]:
    """Every kind of message that gave nothing, with how many of them there are."""
    for part in file.parts:
        yield from _unread(part)


def _unread(part: FitPart) -> Iterator[Skipped]:
    for table in part.tables:
        if table.name not in READ:
            yield Skipped(ByteSpan(table.first, table.first + 1), f"{table.name} messages are not used", len(table))


READER = FitReader()
"""The reader that the pipeline finds."""

__all__ = ["READER", "Extent", "FitReader"]
