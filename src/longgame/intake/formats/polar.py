"""Polar's account export: each training session's JSON, with the samples of its exercises.

Times are local, with the offset in minutes beside them. Speeds are in km/h. Exercises of one session follow each other.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone, tzinfo

from longgame.intake.health.documents import JsonObject, as_moment, looks_like_json, open_json
from longgame.intake.health.sessions import KJ_PER_KCAL, bare_session, no_sport, nothing_known
from longgame.intake.health.streams import woven
from longgame.intake.model import Extent, Original, ReadContext, Reading, Skipped
from longgame.intake.moments import seconds_between
from longgame.intake.sports import sport_named
from longgame.kernel.diagnostics import Diagnostic
from longgame.kernel.sport import Sport
from longgame.record.session import Lap, LapTrigger, Session
from longgame.record.streams import Streams

NAME = "polar"

_CHANNELS = {
    "heartRate": ("hr_bpm", 1.0),
    "speed": ("speed_m_s", 1 / 3.6),
    "distance": ("distance_m", 1.0),
    "altitude": ("altitude_m", 1.0),
    "cadence": ("cadence_rpm", 1.0),
    "temperature": ("temperature_c", 1.0),
    "power": ("power_w", 1.0),
    "HEART_RATE": ("hr_bpm", 1.0),
    "SPEED": ("speed_m_s", 1 / 3.6),
    "DISTANCE": ("distance_m", 1.0),
    "ALTITUDE": ("altitude_m", 1.0),
    "CADENCE": ("cadence_rpm", 1.0),
    "TEMPERATURE": ("temperature_c", 1.0),
    "POWER": ("power_w", 1.0),
}
_MOST_DIGITS = 15
_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?")

_Parts = dict[str, tuple[list[float], list[float]]]


@dataclass(frozen=True, slots=True)
class _PolarReader:
    """Reads one training session of a Polar export."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether it is a document with exercises that start and stop."""
        return looks_like_json(head, "exercises", "startTime", "stopTime") or (
            looks_like_json(head, "exportVersion", "startTime") and looks_like_json(head, "exercises")
        )

    def read(self, original: Original, context: ReadContext) -> Reading:
        """The training session, its exercises one after the other."""
        document = open_json(original.data())
        if isinstance(document, Diagnostic):
            return Reading(NAME, Extent.NONE, diagnostics=(document,))
        root = document.object()
        exercises = root.items("exercises")
        first = exercises[0] if exercises else root
        start = _moment(root, "startTime", context.zone, first) or _moment(first, "startTime", context.zone, first)
        if start is None:
            return nothing_known(NAME, document.diagnostics)
        sports = {sport for one in exercises if (sport := one.text("sport")) is not None}
        strange = tuple(no_sport(sport) for sport in sorted(sports) if sport_named(sport) is None)
        return Reading(
            NAME,
            Extent.FULL if document.complete else Extent.PARTIAL,
            (_session(root, exercises, start, original, context),),
            skipped=tuple(_unused(exercises)),
            diagnostics=(*document.diagnostics, *strange),
        )


READER = _PolarReader()


def _session(
    root: JsonObject, exercises: tuple[JsonObject, ...], start: datetime, original: Original, context: ReadContext
) -> Session:
    first = exercises[0] if exercises else JsonObject({})
    stop = _moment(root, "stopTime", context.zone, first)
    session = bare_session(NAME, original, context, start, start.isoformat(), root.text("identifier", "id"))
    energy = root.positive("kiloCalories", "calories") or first.positive("kiloCalories", "calories")
    lasted = _seconds(root.text("duration")) or _seconds(first.text("duration"))
    return replace(
        session,
        sources=(replace(session.sources[0], device=root.text("deviceId", "device", "product")),),
        sport=_sport(exercises),
        title=root.text("name"),
        note=root.text("note"),
        duration_s=lasted if stop is None else max(0.0, seconds_between(start, stop)) or lasted,
        moving_s=lasted,
        distance_m=root.positive("distance", "distanceMeters") or first.positive("distance", "distanceMeters"),
        ascent_m=first.positive("ascent", "ascentMeters"),
        energy_kj=None if energy is None else energy * KJ_PER_KCAL,
        mean_hr_bpm=root.positive("averageHeartRate", "hrAvg") or first.child("heartRate").positive("avg"),
        mean_power_w=first.child("power").positive("avg"),
        streams=_streams(exercises, start, context),
        laps=tuple(_laps(first)),
        raw=tuple((name, text) for name in ("feeling", "latitude", "trainingLoad") if (text := _told(root, name))),
    )


def _told(root: JsonObject, name: str) -> str | None:
    number = root.number(name)
    return root.text(name) if number is None else f"{number:g}"


def _sport(exercises: tuple[JsonObject, ...]) -> Sport:
    found = {sport_named(one.text("sport") or "") or Sport.OTHER for one in exercises}
    return found.pop() if len(found) == 1 else Sport.MULTISPORT if found else Sport.OTHER


def _zone(exercise: JsonObject, home: tzinfo) -> tzinfo:
    minutes = exercise.number("timezoneOffset", "timeZoneOffset", "timezoneOffsetMinutes")
    return home if minutes is None or abs(minutes) >= 1440 else timezone(timedelta(minutes=minutes))


def _moment(told: JsonObject, name: str, home: tzinfo, offset: JsonObject) -> datetime | None:
    zone = _zone(told, _zone(offset, home))
    found = as_moment(told.values.get(name), zone)
    return None if found is None else found.astimezone(zone)


def _seconds(written: str | None) -> float | None:
    """A duration such as "PT1H2M3.5S", or milliseconds as a number."""
    if written is not None and written.isdecimal() and len(written) <= _MOST_DIGITS:
        return int(written) / 1000 or None
    found = _DURATION.fullmatch(written or "")
    if found is None:
        return None
    hours, minutes, seconds = found.groups()
    try:
        return int(hours or 0) * 3600.0 + int(minutes or 0) * 60.0 + float(seconds or 0) or None
    except ValueError:
        return None


def _streams(exercises: tuple[JsonObject, ...], start: datetime, context: ReadContext) -> Streams | None:
    parts: _Parts = defaultdict(lambda: ([], []))
    for exercise in exercises:
        zone = _zone(exercise, _zone(exercises[0], context.zone))
        begun = as_moment(exercise.values.get("startTime"), zone) or start
        samples = exercise.child("samples")
        for name, (channel, factor) in _CHANNELS.items():
            _add_dated(parts[channel], samples.items(name), factor, start, zone)
        for series in samples.items("samples"):
            _add_series(parts, series, seconds_between(start, begun))
        _add_route(parts, samples, start, zone)
    told = {name: columns for name, columns in parts.items() if columns[0]}
    return woven(told) if told else None


def _add_dated(
    part: tuple[list[float], list[float]], values: tuple[JsonObject, ...], factor: float, start: datetime, zone: tzinfo
) -> None:
    """Samples that each tell their moment."""
    for value in values:
        moment, number = as_moment(value.values.get("dateTime"), zone), value.number("value")
        if moment is not None and number is not None:
            part[0].append(seconds_between(start, moment))
            part[1].append(number * factor)


def _add_series(parts: _Parts, series: JsonObject, begin_s: float) -> None:
    """Samples at equal intervals from the start of their exercise."""
    place = _CHANNELS.get(series.text("type") or "")
    step = series.positive("intervalMillis") or 1000.0
    if place is None:
        return
    for number, value in enumerate(series.numbers("values")):
        if not math.isnan(value):
            parts[place[0]][0].append(begin_s + number * step / 1000)
            parts[place[0]][1].append(value * place[1])


def _add_route(parts: _Parts, samples: JsonObject, start: datetime, zone: tzinfo) -> None:
    for point in samples.items("recordedRoute"):
        moment = as_moment(point.values.get("dateTime"), zone)
        lat, lon = point.number("latitude"), point.number("longitude")
        if moment is not None and lat is not None and lon is not None:
            second = seconds_between(start, moment)
            for name, value in (("lat_deg", lat), ("lon_deg", lon)):
                parts[name][0].append(second)
                parts[name][1].append(value)


def _laps(exercise: JsonObject) -> Iterator[Lap]:
    """Manual and automatic laps; each tells how long it was and when it ended."""
    for name, trigger in (("laps", LapTrigger.MANUAL), ("autoLaps", LapTrigger.DISTANCE)):
        for lap in (*exercise.items(name), *exercise.child(name).items("laps")):
            lasted = _seconds(lap.text("duration", "durationMillis"))
            split = _seconds(lap.text("splitTime", "splitTimeMillis"))
            if lasted is not None and split is not None and split >= lasted:
                heart = lap.child("heartRate").positive("avg")
                yield Lap(split - lasted, split, lap.positive("distance", "distanceMeters"), trigger, heart)


def _unused(exercises: tuple[JsonObject, ...]) -> Iterator[Skipped]:
    """Series that have no place in a record, with how many samples they have."""
    counts: dict[str, int] = defaultdict(int)
    for exercise in exercises:
        samples = exercise.child("samples")
        for name, value in samples.values.items():
            if name not in _CHANNELS and name not in ("recordedRoute", "samples") and isinstance(value, list):
                counts[name] += len(value)
        for series in samples.items("samples"):
            if series.text("type") not in _CHANNELS:
                counts[series.text("type") or "untyped"] += len(series.numbers("values"))
    for name, count in sorted(counts.items()):
        if count:
            yield Skipped(None, f"{name} samples have no place in a record", count)
