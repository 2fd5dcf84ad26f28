"""GoldenCheetah's JSON: one ride a file, with samples by the second, intervals and the athlete's own tags."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np

from longgame.intake.health.documents import JsonObject, looks_like_json, open_json
from longgame.intake.health.sessions import bare_session, no_sport, nothing_known
from longgame.intake.health.streams import streams_of
from longgame.intake.model import Extent, Original, ReadContext, Reading, Skipped
from longgame.intake.moments import in_a_life
from longgame.intake.sports import sport_named
from longgame.kernel.diagnostics import Diagnostic
from longgame.kernel.sport import Sport
from longgame.record.session import Lap, LapTrigger, Session
from longgame.record.streams import Streams

NAME = "goldencheetah"

_CHANNELS = {
    "HR": ("hr_bpm", 1.0),
    "WATTS": ("power_w", 1.0),
    "CAD": ("cadence_rpm", 1.0),
    "KPH": ("speed_m_s", 1 / 3.6),
    "KM": ("distance_m", 1000.0),
    "ALT": ("altitude_m", 1.0),
    "TEMP": ("temperature_c", 1.0),
    "LAT": ("lat_deg", 1.0),
    "LON": ("lon_deg", 1.0),
}
_NO_TEMPERATURE = -255.0
_STARTS = ("%Y/%m/%d %H:%M:%S UTC", "%Y-%m-%dT%H:%M:%SZ", "%Y/%m/%d %H:%M:%S")


@dataclass(frozen=True, slots=True)
class _GoldenCheetahReader:
    """Reads a ride of GoldenCheetah's own library."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether it is a document with a ride that has a start."""
        return looks_like_json(head, "RIDE", "STARTTIME")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """The ride as a session."""
        document = open_json(original.data())
        if isinstance(document, Diagnostic):
            return Reading(NAME, Extent.NONE, diagnostics=(document,))
        ride = document.object().child("RIDE")
        start = _start(ride.text("STARTTIME"))
        if start is None:
            return nothing_known(NAME, document.diagnostics)
        session = _session(ride, start, original, context)
        sport = ride.child("TAGS").text("Sport")
        strange = (no_sport(sport),) if sport is not None and sport_named(sport) is None else ()
        return Reading(
            NAME,
            Extent.FULL if document.complete else Extent.PARTIAL,
            (session,),
            skipped=tuple(_unused(ride)),
            diagnostics=(*document.diagnostics, *strange),
        )


READER = _GoldenCheetahReader()


def _start(written: str | None) -> datetime | None:
    for pattern in _STARTS:
        try:
            started = datetime.strptime((written or "").strip(), pattern).replace(tzinfo=UTC)
        except ValueError:
            continue
        return started if in_a_life(started.date()) else None
    return None


def _session(ride: JsonObject, start: datetime, original: Original, context: ReadContext) -> Session:
    tags = ride.child("TAGS")
    streams = _streams(ride)
    own = ride.text("IDENTIFIER")
    session = bare_session(NAME, original, context, start.astimezone(context.zone), own or start.isoformat(), own)
    device = ride.text("DEVICETYPE") or tags.text("Device")
    placed = {"Sport", "Workout Title", "Title", "Notes", "RPE", "Device"}
    return replace(
        session,
        sources=(replace(session.sources[0], device=device),),
        sport=sport_named(tags.text("Sport") or "") or Sport.OTHER,
        title=tags.text("Workout Title", "Title"),
        note=tags.text("Notes"),
        rpe=_rpe(tags),
        duration_s=_last(streams),
        distance_m=_covered(streams),
        streams=streams,
        laps=tuple(_laps(ride)),
        raw=tuple((name, text) for name in tags.values if name not in placed and (text := tags.text(name))),
    )


def _rpe(tags: JsonObject) -> float | None:
    told = tags.positive("RPE")
    return told if told is not None and told <= 10 else None


def _streams(ride: JsonObject) -> Streams | None:
    samples = ride.items("SAMPLES")
    seconds = [math.nan if (told := sample.number("SECS")) is None else told for sample in samples]
    columns = {
        field: [math.nan if (told := sample.number(name)) is None else told * factor for sample in samples]
        for name, (field, factor) in _CHANNELS.items()
        if any(sample.has(name) for sample in samples)
    }
    if "temperature_c" in columns:
        columns["temperature_c"] = [math.nan if one == _NO_TEMPERATURE else one for one in columns["temperature_c"]]
    return streams_of(seconds, columns)


def _last(streams: Streams | None) -> float | None:
    return None if streams is None else float(streams.t_s[-1]) or None


def _covered(streams: Streams | None) -> float | None:
    if streams is None or streams.distance_m is None or np.isnan(streams.distance_m).all():
        return None
    return float(np.nanmax(streams.distance_m)) or None


def _laps(ride: JsonObject) -> Iterator[Lap]:
    for interval in ride.items("INTERVALS"):
        start, stop = interval.number("START"), interval.number("STOP")
        if start is not None and stop is not None and 0 <= start <= stop:
            yield Lap(start, stop, trigger=LapTrigger.UNKNOWN)


def _unused(ride: JsonObject) -> Iterator[Skipped]:
    """Series and sample channels that have no place."""
    samples: Sequence[JsonObject] = ride.items("SAMPLES")
    names = sorted({name for sample in samples[:100] for name in sample.values} - {*_CHANNELS, "SECS"})
    for name in names:
        yield Skipped(None, f"{name} in samples has no place in a record", sum(s.has(name) for s in samples))
    for name in ("XDATA", "OVERRIDES", "REFERENCES"):
        value = ride.values.get(name)
        if isinstance(value, list) and value:
            yield Skipped(None, f"{name} is not used", len(value))
