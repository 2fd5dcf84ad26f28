"""What JSON and health readers say alike about sessions and about files that hold none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from longgame.intake.health.codes import HealthCode
from longgame.intake.model import Extent, Original, ReadContext, Reading, session_id
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.sport import Sport
from longgame.record.session import Session, Source

KJ_PER_KCAL = 4.184


def bare_session(
    reader: str, original: Original, context: ReadContext, start: datetime, key: str, own_id: str | None = None
) -> Session:
    """A session of which only the start is known; its day is the one in the zone that `start` is told in."""
    return Session(
        id=session_id(context.athlete, reader, key),
        athlete=context.athlete,
        start=start,
        local_day=start.date(),
        sport=Sport.OTHER,
        sources=(Source(original.hash, reader, own_id),),
    )


def at_home(moment: datetime, offset: tzinfo | None, context: ReadContext) -> datetime:
    """A moment in the zone the source tells, else in that of the athlete's life."""
    return moment.astimezone(offset or context.zone)


def no_sport(name: str) -> Diagnostic:
    """A note that the source's name for a sport is not known."""
    return Diagnostic(
        HealthCode.UNKNOWN_SPORT, Severity.NOTE, f"the sport {name!r} is not known here; it was read as other"
    )


def undated(count: int) -> Diagnostic:
    """A warning about records that do not say when they were."""
    message = f"{count} records do not say when they were and were left out"
    if count == 1:
        message = "a record does not say when it was and was left out"
    return Diagnostic(HealthCode.UNDATED_RECORD, Severity.WARNING, message)


def nothing_known(reader: str, diagnostics: Sequence[Diagnostic] = ()) -> Reading:
    """The reading of a file that can be read but holds nothing this reader knows."""
    message = "this file holds nothing that is known from this source"
    diagnostic = Diagnostic(HealthCode.NOTHING_KNOWN, Severity.ERROR, message)
    return Reading(reader, Extent.NONE, diagnostics=(*diagnostics, diagnostic))
