"""Workouts as sessions: totals from their statistics, and the readings that fall into them as streams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from lxml import etree

from longgame.intake.formats.apple_health.columns import Records
from longgame.intake.formats.apple_health.kinds import METRES, SECONDS, RecordKind
from longgame.intake.formats.apple_health.readings import Readings
from longgame.intake.formats.apple_health.records import apple_moment
from longgame.intake.formats.apple_health.totals import Totals, amount, measured, other_statistics
from longgame.intake.markup import children
from longgame.intake.model import Original, ReadContext, session_id
from longgame.intake.moments import Moment, as_datetime, zone_of
from longgame.intake.sports import sport_named
from longgame.kernel.sport import Sport
from longgame.record.session import Lap, LapTrigger, Session, Source
from longgame.record.streams import FloatColumn, Streams

NAME = "apple_health"
_ACTIVITY = "HKWorkoutActivityType"
_EVENT = "HKWorkoutEventType"
CHANNELS = {
    RecordKind.HEART_RATE: "hr_bpm",
    RecordKind.POWER: "power_w",
    RecordKind.SPEED: "speed_m_s",
    RecordKind.CADENCE: "cadence_rpm",
}
"""Kinds of readings and the streams they become."""
_EFFORT_REACH_S = 60
_MICRO = 1_000_000
_PLACED = frozenset({"HKTimeZone", "HKIndoorWorkout", "HKElevationAscended", "HKWorkoutBrandName", "HKExternalUUID"})


@dataclass(frozen=True, slots=True)
class Workout:
    """A workout as told: its element, its moments, and the seconds in which it was not paused."""

    element: etree._Element
    start: Moment
    stop: Moment
    active_s: float | None

    @classmethod
    def of(cls, element: etree._Element) -> Workout | None:
        """None where it does not tell when it was."""
        start, stop = apple_moment(element.get("startDate")), apple_moment(element.get("endDate"))
        active = amount(element, "duration", "durationUnit", SECONDS)
        if start is None:
            return None
        if stop is None or stop.us < start.us:
            stop = Moment(start.us + int((active or 0.0) * _MICRO), start.offset_s)
        return cls(element, start, stop, active)

    @property
    def activity(self) -> str:
        """Apple's word for the sport, such as "Running"."""
        return (self.element.get("workoutActivityType") or "").removeprefix(_ACTIVITY)

    @property
    def source(self) -> str:
        """The app or device that wrote it."""
        return self.element.get("sourceName") or ""

    @property
    def metadata(self) -> dict[str, str]:
        """The workout's metadata by key."""
        return {entry.get("key") or "": entry.get("value") or "" for entry in children(self.element, "MetadataEntry")}


def session(
    workout: Workout, efforts: Records | None, readings: Readings, original: Original, of: ReadContext
) -> Session:
    """The session that a workout tells, with the readings that its own device took meanwhile.

    `efforts` are all effort ratings of the export.
    """
    metadata = workout.metadata
    start = as_datetime(workout.start.us, _zone(metadata.get("HKTimeZone"), workout.start, of.zone))
    elapsed_s = (workout.stop.us - workout.start.us) / _MICRO
    totals = Totals.of(workout.element)
    own_id = metadata.get("HKExternalUUID") or None
    return Session(
        id=session_id(of.athlete, NAME, f"{workout.start.us // _MICRO}/{workout.activity}"),
        athlete=of.athlete,
        start=start,
        local_day=start.date(),
        sport=sport_named(workout.activity) or Sport.OTHER,
        sources=(Source(original.hash, NAME, own_id, workout.source or None),),
        title=metadata.get("HKWorkoutBrandName") or None,
        duration_s=max(elapsed_s, workout.active_s or 0.0),
        moving_s=workout.active_s,
        distance_m=totals.distance_m,
        ascent_m=measured(metadata.get("HKElevationAscended"), METRES),
        energy_kj=totals.energy_kj,
        mean_hr_bpm=totals.mean_hr_bpm,
        mean_power_w=totals.mean_power_w,
        streams=_streams(workout, readings),
        laps=tuple(_laps(workout, elapsed_s)),
        rpe=_effort(workout, efforts),
        indoor={"1": True, "0": False}.get(metadata.get("HKIndoorWorkout", "")),
        raw=tuple(_raw(workout, metadata)),
    )


def _zone(name: str | None, start: Moment, home: tzinfo) -> tzinfo:
    """The zone the workout itself tells, else the offset its times are written in."""
    try:
        return ZoneInfo(name) if name else zone_of(start.offset_s, home)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return zone_of(start.offset_s, home)


def _streams(workout: Workout, readings: Readings) -> Streams | None:
    start_s, stop_s = workout.start.us // _MICRO, workout.stop.us // _MICRO
    found = {name: readings.between(kind, start_s, stop_s, workout.source) for kind, name in CHANNELS.items()}
    told = {name: columns for name, columns in found.items() if len(columns[0])}
    if not told:
        return None
    times = [second for second, _ in told.values()]
    seconds = times[0] if len(times) == 1 else np.unique(np.concatenate(times))
    channels: dict[str, FloatColumn] = {}
    for name, (second, value) in told.items():
        channels[name] = np.full(len(seconds), np.nan)
        channels[name][np.searchsorted(seconds, second)] = value
    return Streams((seconds - start_s).astype(np.float64), **channels)


def _laps(workout: Workout, elapsed_s: float) -> Iterator[Lap]:
    for event in children(workout.element, "WorkoutEvent"):
        begun = apple_moment(event.get("date"))
        if event.get("type") != _EVENT + "Lap" or begun is None:
            continue
        start_s = (begun.us - workout.start.us) / _MICRO
        lasting = amount(event, "duration", "durationUnit", SECONDS)
        if lasting is not None and 0 <= start_s <= elapsed_s:
            yield Lap(start_s, start_s + lasting, trigger=LapTrigger.UNKNOWN)


def _effort(workout: Workout, told: Records | None) -> float | None:
    """The athlete's own rating from 1 to 10 that was written for just this time, if there is one."""
    if told is None:
        return None
    start_s, stop_s = workout.start.us // _MICRO, workout.stop.us // _MICRO
    near = np.abs(told.start_s - start_s) <= _EFFORT_REACH_S
    near &= (told.stop_s <= stop_s + _EFFORT_REACH_S) & (told.value >= 1) & (told.value <= 10)
    return float(told.value[near][-1]) if near.any() else None


def _raw(workout: Workout, metadata: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Metadata, other statistics, pauses and parts, which have no place of their own."""
    for key, value in metadata.items():
        if key and value and key not in _PLACED:
            yield key, value
    yield from other_statistics(workout.element)
    events = [event.get("type") or "" for event in children(workout.element, "WorkoutEvent")]
    for kind in sorted(set(events) - {_EVENT + "Lap", ""}):
        yield kind.removeprefix(_EVENT).lower() + " events", str(events.count(kind))
    parts = [part.get("workoutActivityType") or "" for part in children(workout.element, "WorkoutActivity")]
    if len(parts) > 1:
        yield "parts", ", ".join(part.removeprefix(_ACTIVITY) for part in parts)
    for route in children(workout.element, "WorkoutRoute"):
        yield from (("route", path) for file in children(route, "FileReference") if (path := file.get("path")))
