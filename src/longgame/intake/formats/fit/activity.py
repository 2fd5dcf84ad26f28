"""Activity files as sessions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo

import numpy as np

from longgame.intake.formats.fit.belts import Beats
from longgame.intake.formats.fit.cells import number
from longgame.intake.formats.fit.codes import FitCode, diagnose
from longgame.intake.formats.fit.columns import Numbers
from longgame.intake.formats.fit.decode import FitPart
from longgame.intake.formats.fit.devices import Recorder, recorder
from longgame.intake.formats.fit.intervals import beat_intervals
from longgame.intake.formats.fit.laps import lap, lap_starts
from longgame.intake.formats.fit.pool import swum
from longgame.intake.formats.fit.record_streams import Recording, recording
from longgame.intake.formats.fit.sets import sets
from longgame.intake.formats.fit.sports import indoors, sport_of
from longgame.intake.formats.fit.summary import summary
from longgame.intake.formats.fit.table import Table
from longgame.intake.formats.fit.times import CLOCK_SET, local_zone, moment
from longgame.intake.model import Original, ReadContext, session_id
from longgame.kernel.diagnostics import Diagnostic
from longgame.record.session import Lap, Session, Source
from longgame.record.streams import Streams

READER_NAME = "fit"
EARLY_S = 300.0
"""Records this long before a session's stated start still belong to it: devices write it when the first fix comes."""
SLACK_S = 1.0
"""Laps begin and end on whole seconds or fractions of them, as the device likes."""


@dataclass(frozen=True, slots=True)
class Span:
    """When one session was, in FIT seconds: its stated start, the start of what was recorded, its end, and the start
    of the session after it. `row` is its session message, None for a file that has none."""

    row: int | None
    stated: float
    start: float
    stop: float
    following: float = float("inf")

    def holds(self, start: float) -> bool:
        """Whether something that began at `start` belongs to this session."""
        return self.start - SLACK_S <= start < self.following - SLACK_S


@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """One FIT file with all that its sessions share."""

    part: FitPart
    recorder: Recorder
    recording: Recording
    intervals: tuple[Numbers, Numbers]
    spans: tuple[Span, ...]
    zone: tzinfo | None
    original: Original
    context: ReadContext


def activity(part: FitPart, beats: Beats, original: Original, context: ReadContext) -> Activity:
    """Read what the sessions of `part` share; `beats` are what a belt handed over, maybe in another part."""
    table = part.table("record")
    recorded = recording(table)
    if not len(recorded.seconds):
        lengths = swum(part.table("length"), part.table("session"))
        recorded = recorded if lengths is None else replace(lengths, untimed=recorded.untimed)
    if len(beats.seconds):
        recorded = recorded.with_heart_rate(beats.at(recorded.seconds))
    intervals = beat_intervals(part.table("hrv"), table)
    spans = _spans(part, recorded.seconds)
    return Activity(part, recorder(part), recorded, intervals, spans, local_zone(part), original, context)


def sessions(of: Activity) -> tuple[Session, ...]:
    """The sessions of one activity file, in order of time: several for a multisport file."""
    return tuple(_session(of, span) for span in of.spans)


def remarks(of: Activity) -> Iterator[Diagnostic]:
    """What was wrong with the times of the file."""
    begin, stop = of.part.part.begin, of.part.part.after
    told, records = of.part.table("session"), of.recording
    if told is None and of.spans:
        message = "there is no session message; the session is made of its records, without the device's totals"
        yield diagnose(FitCode.NO_SESSION_MESSAGE, message, begin, stop)
    if records.back:
        message = f"the clock went back {records.back} times; the records are put in the order of their times"
        yield diagnose(FitCode.CLOCK_WENT_BACK, message, begin, stop)
    lost = (0 if told is None else len(told)) - sum(span.row is not None for span in of.spans)
    if lost:
        message = f"{lost} sessions have no date: the device's clock was not set"
        yield diagnose(FitCode.NO_TIME, message, begin, stop)


def _spans(part: FitPart, seconds: Numbers) -> tuple[Span, ...]:
    table = part.table("session")
    found = [span for row in range(len(table) if table else 0) if (span := _stated(table, row)) is not None]
    found.sort(key=lambda span: span.start)
    if not found:
        whole = len(seconds) and table is None
        return (Span(None, float(seconds[0]), float(seconds[0]), float(seconds[-1])),) if whole else ()
    early = seconds[(seconds < found[0].start) & (seconds >= found[0].start - EARLY_S)]
    if len(early):
        found[0] = replace(found[0], start=float(early[0]))
    starts = [span.start for span in found[1:]]
    return (*(replace(span, following=start) for span, start in zip(found, starts, strict=False)), found[-1])


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


def _session(of: Activity, span: Span) -> Session:
    told = summary(of.part, span.row)
    start = moment(span.start, of.zone or UTC)
    streams = _streams(of, span)
    return Session(
        id=session_id(of.context.athlete, READER_NAME, f"{of.recorder.key}-{span.stated:.0f}"),
        athlete=of.context.athlete,
        start=start,
        local_day=(start if of.zone else start.astimezone(of.context.zone)).date(),
        sport=sport_of(told.sport, told.sub_sport),
        sources=(Source(of.original.hash, READER_NAME, of.recorder.key, of.recorder.name),),
        title=told.title,
        duration_s=span.stop - span.start if told.elapsed_s is None else told.elapsed_s,
        moving_s=told.moving_s,
        distance_m=_recorded_distance(streams) if told.distance_m is None else told.distance_m,
        ascent_m=told.ascent_m,
        energy_kj=told.energy_kj,
        mean_hr_bpm=told.mean_hr_bpm,
        mean_power_w=told.mean_power_w,
        streams=streams,
        laps=_laps(of, span),
        sets=sets(of.part.table("set"), of.part.table("exercise_title"), span.holds),
        rpe=told.rpe,
        feel=told.feel,
        indoor=indoors(told.sub_sport),
        raw=(*told.others, *_intervals(of, span), *_stand_ins(of)),
    )


def _streams(of: Activity, span: Span) -> Streams | None:
    """The records from this session's start to the next one's."""
    first, last = np.searchsorted(of.recording.seconds, [span.start, span.following])
    return of.recording.between(int(first), int(last), span.start)


def _recorded_distance(streams: Streams | None) -> float | None:
    if streams is None or streams.distance_m is None:
        return None
    recorded = streams.distance_m[~np.isnan(streams.distance_m)]
    return max(0.0, float(recorded[-1] - recorded[0]))


def _laps(of: Activity, span: Span) -> tuple[Lap, ...]:
    table = of.part.table("lap")
    if table is None:
        return ()
    starts = enumerate(lap_starts(table))
    found = [lap(table, row, span.start) for row, start in starts if start is not None and span.holds(start)]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.start_s, each.stop_s)))


def _intervals(of: Activity, span: Span) -> Sequence[tuple[str, str]]:
    """The times between beats that were written during the session, in ms, as one text."""
    milliseconds, written = of.intervals
    first = of.spans[0] is span
    mine = (written >= span.start) & (written < span.following) | (np.isnan(written) if first else False)
    if not mine.any():
        return ()
    return (("beat_intervals_ms", " ".join(map(str, milliseconds[mine].astype(int).tolist()))),)


def _stand_ins(of: Activity) -> Sequence[tuple[str, str]]:
    return tuple((f"{channel} from", f"developer field {name}") for channel, name in of.recording.stood_in)
