"""Garmin's account export: summarized activities as sessions; sleep, variability and daily summaries as days.

Distances are in centimetres, durations in milliseconds, moments in milliseconds since 1970. Energy is written in
kilojoules by some years' exports and in kilocalories by others, and which it is shows in the file: whole numbers of
kilocalories stay whole. Where a file shows neither, the number is kept as text and no energy is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Any

from longgame.intake.health.days import one_a_day, sensible, told
from longgame.intake.health.documents import Document, JsonObject, looks_like_json, objects, open_json
from longgame.intake.health.sessions import KJ_PER_KCAL, bare_session, no_sport, nothing_known, undated
from longgame.intake.model import Extent, Original, ReadContext, Reading, Skipped
from longgame.intake.sports import sport_named
from longgame.intake.tables.dates import DayOrder, moment
from longgame.intake.tables.sport_words import sport_of
from longgame.kernel.diagnostics import Diagnostic
from longgame.kernel.sport import Sport
from longgame.record.session import Session
from longgame.record.wellness import Wellness

NAME = "garmin_account"

_SUMMARIES = "summarizedActivitiesExport"
_GARMIN_KJ = 4.1868
"""Garmin's kilocalorie in kilojoules (the steam table's), which shows in its exports."""
_EDITION = re.compile(r"_(?:ws|v\d)$")
"""What Garmin puts behind the names of winter sports and of sports that it has named anew ("kayaking_v2")."""
_EXACT = 0.02
_ASLEEP = ("deepSleepSeconds", "lightSleepSeconds", "remSleepSeconds")
_KEPT = (
    "activityType",
    "sportType",
    "maxHr",
    "aerobicTrainingEffect",
    "anaerobicTrainingEffect",
    "trainingEffectLabel",
)
_MARKS = (
    (_SUMMARIES,),
    ("calendarDate", "sleepStartTimestampGMT"),
    ("calendarDate", "deepSleepSeconds"),
    ("calendarDate", "totalSteps"),
    ("calendarDate", "restingHeartRate"),
    ("calendarDate", "lastNightAvg"),
    ("metaData", "calendarDate", "weight"),
    ("calendarDate", "metrics", "HRV"),
)


@dataclass(frozen=True, slots=True)
class _GarminAccountReader:
    """Reads the JSON files of Garmin's account export that tell training and recovery."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether it is one of the documents known here."""
        return any(looks_like_json(head, *marks) for marks in _MARKS)

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Sessions or days, by what the document holds."""
        document = open_json(original.data())
        if isinstance(document, Diagnostic):
            return Reading(NAME, Extent.NONE, diagnostics=(document,))
        activities = [one for part in document.objects() for one in part.items(_SUMMARIES)]
        if activities or any(part.has(_SUMMARIES) for part in document.objects()):
            return _activities(activities, document, original, context)
        return _days(document)


READER = _GarminAccountReader()


def _extent(document: Document, lost: int) -> Extent:
    return Extent.FULL if document.complete and not lost else Extent.PARTIAL


def _activities(told_of: Sequence[JsonObject], document: Document, original: Original, context: ReadContext) -> Reading:
    energy = _energy_unit([value for one in told_of if (value := one.positive("calories")) is not None])
    found = [_session(one, energy, original, context) for one in told_of]
    sessions = {session.id: session for session in found if session is not None}
    late = found.count(None)
    names = {name for one in told_of if (name := one.text("activityType", "sportType")) is not None}
    strange = tuple(no_sport(name) for name in sorted(names) if _sport(name) is None)
    return Reading(
        NAME,
        _extent(document, late),
        tuple(sessions.values()),
        skipped=(Skipped(None, "activity that does not say when it was", late),) if late else (),
        diagnostics=(*document.diagnostics, *strange, *((undated(late),) if late else ())),
    )


def _energy_unit(values: Sequence[float]) -> float | None:
    """Kilojoules in one of the file's units of energy, as its numbers show it; None where they show neither."""
    if not values:
        return None

    def whole(unit: float) -> bool:
        return all(abs(value / unit - round(value / unit)) < _EXACT for value in values)

    if whole(1.0):
        return KJ_PER_KCAL
    return 1.0 if whole(_GARMIN_KJ) or whole(KJ_PER_KCAL) or whole(4.19) else None


def _session(one: JsonObject, energy: float | None, original: Original, context: ReadContext) -> Session | None:
    begun = one.moment("startTimeGmt", "beginTimestamp", "startTimeGMT")
    if begun is None:
        return None
    start = begun.astimezone(_offset(one, begun) or context.zone)
    own = one.text("activityId")
    rpe, feel = one.number("workoutRpe"), one.number("workoutFeel")
    return replace(
        bare_session(NAME, original, context, start, own or begun.isoformat(), own),
        sport=_sport(one.text("activityType", "sportType") or "") or _sport(one.text("sportType") or "") or Sport.OTHER,
        title=one.text("name"),
        note=one.text("description"),
        duration_s=_scaled(one.positive("elapsedDuration", "duration"), 0.001),
        moving_s=_scaled(one.positive("movingDuration", "duration"), 0.001),
        distance_m=_scaled(one.positive("distance"), 0.01),
        ascent_m=_scaled(one.positive("elevationGain"), 0.01),
        energy_kj=None if energy is None else _scaled(one.positive("calories"), energy),
        mean_hr_bpm=one.positive("avgHr"),
        mean_power_w=one.positive("avgPower"),
        rpe=None if rpe is None or not 0 < rpe <= 100 else rpe / 10,
        feel=feel if feel is not None and 0 <= feel <= 100 else None,
        raw=tuple(_raw(one, energy)),
    )


def _offset(one: JsonObject, begun: datetime) -> tzinfo | None:
    """The athlete's offset, which the local start shows: it is written as if it were UTC."""
    local = one.moment("startTimeLocal")
    if local is None:
        return None
    ahead = round((local - begun).total_seconds() / 900) * 900
    return timezone(timedelta(seconds=ahead)) if abs(ahead) <= 14 * 3600 else None


def _sport(name: str) -> Sport | None:
    """Garmin writes "indoor_cycling", "STRENGTH_TRAINING", "lap_swimming"; the last word is the sport's at worst."""
    bare = _EDITION.sub("", name)
    return sport_named(bare) or sport_named(bare.rsplit("_", 1)[-1]) or sport_of(bare)


def _scaled(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


def _raw(one: JsonObject, energy: float | None) -> Iterator[tuple[str, str]]:
    kept = [
        "activityType",
        "sportType",
        "maxHr",
        "aerobicTrainingEffect",
        "anaerobicTrainingEffect",
        "trainingEffectLabel",
    ]
    for name in [*kept, *(("calories",) if energy is None else ())]:
        number = one.number(name)
        text = one.text(name) if number is None else f"{number:g}"
        if text is not None:
            yield name, text


def _days(document: Document) -> Reading:
    """Nights, variability and daily summaries: whatever tells a calendar date."""
    records = [record for part in document.objects() for record in _flattened(part)]
    dated = [record for record in records if _calendar_day(record) is not None]
    if not dated:
        return nothing_known(NAME, document.diagnostics)
    rows = [row for record in dated if told(row := _day(record))]
    days, lost = one_a_day(rows)
    late, empty = len(records) - len(dated), len(dated) - len(rows)
    counted = (
        (late, "record without a calendar date"),
        (empty, "day without a reading that has a place here"),
        (lost, "another reading of the same day; the first one counts"),
    )
    return Reading(
        NAME,
        _extent(document, late),
        wellness=days,
        skipped=tuple(Skipped(None, why, count) for count, why in counted if count),
        diagnostics=(*document.diagnostics, *((undated(late),) if late else ())),
    )


def _flattened(part: JsonObject) -> Iterator[JsonObject]:
    """Records themselves, or those in a list that an object wraps."""
    wrapped = [one for value in part.values.values() for one in objects(value) if _calendar_day(one) is not None]
    yield from wrapped or [part]


def _day(record: JsonObject) -> Wellness:
    values: dict[str, Any] = {name: sensible(name, read(record)) for name, read in _READINGS.items()}
    if values["steps"] is not None:
        values["steps"] = round(values["steps"])
    day = _calendar_day(record)
    assert day is not None
    return replace(Wellness(day, source=NAME), **values)


def _calendar_day(record: JsonObject) -> date | None:
    """The day a record is of, as a date, inside another object, or in words ("Jan 2, 2023 12:00:00 AM")."""
    plainly = record.day("calendarDate") or record.child("metaData").day("calendarDate")
    if plainly is not None:
        return plainly
    words = record.text("calendarDate") or record.child("calendarDate").text("date")
    told_by = moment(words, DayOrder.MONTH_FIRST) if words else None
    return None if told_by is None else told_by.day


def _metric(record: JsonObject, kind: str) -> float | None:
    """One of the readings of a day's health status."""
    named = (one for one in record.items("metrics") if one.text("type") == kind)
    return next((value for one in named if (value := one.positive("value")) is not None), None)


def _mass(record: JsonObject) -> float | None:
    """The body's mass, which is written in grams."""
    grams = record.child("weight").positive("weight")
    return None if grams is None else grams / 1000


def _asleep(record: JsonObject) -> float | None:
    stages = [record.number(name) for name in _ASLEEP]
    known = [stage for stage in stages if stage is not None]
    return sum(known) if known else record.positive("sleepTimeSeconds")


def _heart(record: JsonObject) -> float | None:
    return record.positive("restingHeartRate", "currentDayRestingHeartRate") or _metric(record, "HR")


def _rmssd(record: JsonObject) -> float | None:
    """The night's mean RMSSD."""
    return record.positive("lastNightAvg", "avgOvernightHrv", "hrvLastNightAvg") or _metric(record, "HRV")


_READINGS: dict[str, Callable[[JsonObject], float | None]] = {
    "sleep_s": _asleep,
    "resting_hr_bpm": _heart,
    "hrv_rmssd_ms": _rmssd,
    "body_mass_kg": _mass,
    "steps": lambda record: record.positive("totalSteps"),
}
