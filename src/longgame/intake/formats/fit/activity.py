"""Activity files as sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC

import numpy as np

from longgame.intake.formats.fit.cells import number, text, word
from longgame.intake.formats.fit.decode import FitPart
from longgame.intake.formats.fit.devices import Recorder, recorder
from longgame.intake.formats.fit.laps import lap, lap_starts
from longgame.intake.formats.fit.record_streams import Recording, recording
from longgame.intake.formats.fit.sets import sets
from longgame.intake.formats.fit.sports import indoors, sport_of
from longgame.intake.formats.fit.table import Table
from longgame.intake.formats.fit.times import CLOCK_SET, local_zone, moment
from longgame.intake.model import Original, ReadContext, session_id
from longgame.record.session import Lap, Session, Source
from longgame.record.sets import StrengthSet
from longgame.record.streams import Streams

READER_NAME = "fit"
KJ_PER_KCAL = 4.184
RPE_STEP = 10.0
"""FIT writes the CR10 effort times ten."""
EARLY_S = 300.0
"""Records this long before a session's stated start still belong to it: devices write it when the first fix comes."""


@dataclass(frozen=True, slots=True)
class Span:
    """When one session was, in FIT seconds: its stated start, the start of what was recorded, and its end.

    `row` is its session message, None for a file that has none.
    """

    row: int | None
    stated: float
    start: float
    stop: float


@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """One FIT file with all that its sessions share."""

    part: FitPart
    recorder: Recorder
    recording: Recording
    original: Original
    context: ReadContext


def activity(part: FitPart, original: Original, context: ReadContext) -> Activity:
    """Read what the sessions of `part` share."""
    return Activity(part, recorder(part), recording(part.table("record")), original, context)


def sessions(of: Activity) -> tuple[Session, ...]:
    """The sessions of one activity file, in order of time: several for a multisport file."""
    spans = _spans(of)
    return tuple(
        _session(of, span, spans[place + 1].start if place + 1 < len(spans) else None)
        for place, span in enumerate(spans)
    )


def _spans(of: Activity) -> list[Span]:
    table = of.part.table("session")
    seconds = of.recording.seconds
    found = [span for row in range(len(table) if table else 0) if (span := _stated(table, row)) is not None]
    found.sort(key=lambda span: span.start)
    if not found:
        return [] if not len(seconds) else [Span(None, float(seconds[0]), float(seconds[0]), float(seconds[-1]))]
    first = found[0]
    early = seconds[(seconds < first.start) & (seconds >= first.start - EARLY_S)]
    if len(early):
        found[0] = Span(first.row, first.stated, float(early[0]), first.stop)
    return found


def _stated(table: Table | None, row: int) -> Span | None:
    start, stop = number(table, "start_time", row), number(table, "timestamp", row)
    elapsed = number(table, "total_elapsed_time", row)
    if start is None or start < CLOCK_SET:
        if stop is None or stop < CLOCK_SET:
            return None
        start = stop - (elapsed or 0.0)
    if elapsed is not None:
        stop = start + elapsed
    return Span(row, start, start, start if stop is None or stop < start else stop)


def _session(of: Activity, span: Span, following: float | None) -> Session:
    table, row = of.part.table("session"), span.row or 0
    told = table if span.row is not None else None
    zone = local_zone(of.part)
    start = moment(span.start, zone or UTC)
    sport, sub_sport = _sports(of, told, row)
    streams = _streams(of, span, following)
    key = f"{of.recorder.key}-{span.stated:.0f}"
    return Session(
        id=session_id(of.context.athlete, READER_NAME, key),
        athlete=of.context.athlete,
        start=start,
        local_day=(start if zone else start.astimezone(of.context.zone)).date(),
        sport=sport_of(sport, sub_sport),
        sources=(Source(of.original.hash, READER_NAME, of.recorder.key, of.recorder.name),),
        title=_title(of, told, row),
        duration_s=span.stop - span.start,
        moving_s=_total(told, "total_timer_time", row),
        distance_m=_distance(told, row, streams),
        ascent_m=_total(told, "total_ascent", row),
        energy_kj=_scaled(_total(told, "total_calories", row), KJ_PER_KCAL),
        mean_hr_bpm=_total(told, "avg_heart_rate", row),
        mean_power_w=_total(told, "avg_power", row),
        streams=streams,
        laps=_laps(of, span, following),
        sets=_sets(of, span, following),
        rpe=_scaled(number(told, "workout_rpe", row), 1 / RPE_STEP),
        feel=number(told, "workout_feel", row),
        indoor=indoors(sub_sport),
        raw=_raw(sport, sub_sport),
    )


def _total(told: Table | None, name: str, row: int) -> float | None:
    """A total or mean; a damaged field that tells less than nothing tells nothing."""
    value = number(told, name, row)
    return value if value is not None and 0 <= value < float("inf") else None


def _scaled(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


def _sports(of: Activity, told: Table | None, row: int) -> tuple[str | None, str | None]:
    own = word(told, "sport", row), word(told, "sub_sport", row)
    if own[0] is not None:
        return own
    table = of.part.table("sport")
    return word(table, "sport"), word(table, "sub_sport")


def _title(of: Activity, told: Table | None, row: int) -> str | None:
    """The workout that was followed, else the name of the watch's activity profile."""
    planned = text(of.part.table("workout"), "wkt_name")
    return planned or text(told, "sport_profile_name", row) or text(of.part.table("sport"), "name")


def _streams(of: Activity, span: Span, following: float | None) -> Streams | None:
    """The records from this session's start to the next one's."""
    seconds = of.recording.seconds
    first = int(np.searchsorted(seconds, span.start))
    last = len(seconds) if following is None else int(np.searchsorted(seconds, following))
    return of.recording.between(first, last, span.start)


def _distance(told: Table | None, row: int, streams: Streams | None) -> float | None:
    stated = _total(told, "total_distance", row)
    if stated is not None or told is not None or streams is None or streams.distance_m is None:
        return stated
    recorded = streams.distance_m[~np.isnan(streams.distance_m)]
    return max(0.0, float(recorded[-1] - recorded[0]))


def _laps(of: Activity, span: Span, following: float | None) -> tuple[Lap, ...]:
    table = of.part.table("lap")
    if table is None:
        return ()
    rows = [row for row, start in enumerate(lap_starts(table)) if start is not None and _within(start, span, following)]
    found = [lap(table, row, span.start) for row in rows]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.start_s, each.stop_s)))


def _within(start: float, span: Span, following: float | None) -> bool:
    return start >= span.start - 1.0 and (following is None or start < following - 1.0)


def _sets(of: Activity, span: Span, following: float | None) -> tuple[StrengthSet, ...]:
    return sets(of.part.table("set"), of.part.table("exercise_title")) if following is None and span else ()


def _raw(sport: str | None, sub_sport: str | None) -> tuple[tuple[str, str], ...]:
    pairs: Sequence[tuple[str, str | None]] = (("sport", sport), ("sub_sport", sub_sport))
    return tuple((name, value) for name, value in pairs if value is not None)
