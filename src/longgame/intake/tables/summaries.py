"""Rows that are whole activities: what the lists of Strava, Garmin, TrainingPeaks and others share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from longgame.intake.model import Original, ReadContext, session_id
from longgame.intake.tables.cells import Cells
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import Moment
from longgame.intake.tables.durations import duration_s
from longgame.intake.tables.headers import Column
from longgame.intake.tables.numbers import number
from longgame.intake.tables.sheet import Row
from longgame.intake.tables.sport_words import is_indoor, listed_sport, sport_of
from longgame.kernel.sport import Sport
from longgame.record.session import Session, Source

KJ_PER_KCAL = 4.184
HIGHEST_HR_BPM = 260.0


def activity(
    original: Original,
    context: ReadContext,
    reader: str,
    when: Moment,
    key: str,
    external_id: str | None = None,
) -> Session:
    """The bare session of a row: its id, start and source; `start_known` follows from whether a time was written."""
    start = when.at(context.zone).astimezone(context.zone)
    return Session(
        id=session_id(context.athlete, reader, key),
        athlete=context.athlete,
        start=start,
        local_day=start.date(),
        sport=Sport.OTHER,
        sources=(Source(original.hash, reader, external_id),),
        start_known=when.time is not None,
    )


def with_sport(session: Session, cells: Cells, row: Row, meaning: str) -> Session:
    """The session with the sport that a cell names; a name that is not known is kept and counts as other.

    One that is understood by its words alone is kept too, so that nothing is lost if it meant something else.
    """
    name = cells.text(row, meaning)
    sport = sport_of(name)
    if name is not None and sport is None:
        message = f"“{name}” is not a known sport; it counts as other"
        cells.ledger.warn(TableCode.UNKNOWN_SPORT, message, row.number, cells.columns.name(meaning))
    if name is not None and listed_sport(name) is None:
        session = replace(session, raw=(*session.raw, (cells.columns.name(meaning) or meaning, name)))
    return replace(session, sport=sport or Sport.OTHER, indoor=is_indoor(name))


def seconds_of(cells: Cells, row: Row, meaning: str) -> float | None:
    """A duration written in seconds, as a clock ("01:14:30") or in words."""
    text = cells.text(row, meaning)
    if text is None or text in ("--", "-"):
        return None
    bare = number(text, cells.mark)
    seconds = duration_s(text) if bare is None else float(bare)
    if seconds is None or seconds < 0:
        cells.complain(row, meaning, text, "a duration")
        return None
    return seconds or None


def measured(cells: Cells, row: Row, meaning: str, factor: float = 1.0) -> float | None:
    """A number above zero, times `factor`; zero is what these lists write for a channel that was not recorded."""
    value = cells.positive(row, meaning)
    return None if value is None else float(value) * factor


def heart_rate_bpm(cells: Cells, row: Row, meaning: str) -> float | None:
    """A mean heart rate; one that no heart has is reported and left out."""
    value = measured(cells, row, meaning)
    if value is not None and value > HIGHEST_HR_BPM:
        cells.complain(row, meaning, f"{value:g}", "a heart rate in beats per minute")
        return None
    return value


def joined(*notes: str | None) -> str | None:
    """Several notes as one, without repeats."""
    return "\n".join(dict.fromkeys(note for note in notes if note)) or None


def left_cells(row: Row, columns: Iterable[Column]) -> tuple[tuple[str, str], ...]:
    """The cells in these columns that hold anything, as (column, text)."""
    pairs = ((column.name, row.cells[column.index]) for column in columns if column.index < len(row.cells))
    return tuple((name, text) for name, text in pairs if text and text != "--")
