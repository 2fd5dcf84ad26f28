"""intervals.icu: activities as sessions and wellness as days, from its API's JSON or its CSV files.

Its five feelings run from 1 (best) to 4 (worst) and are turned into 5 to 1; how an activity felt runs from 1 (strong)
to 5 (weak). Variability is RMSSD unless the field says SDNN. Scores that it computes are not readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from longgame.intake.health.days import one_a_day, sensible, told
from longgame.intake.health.documents import Document, JsonObject, as_moment, looks_like_json, objects, open_json
from longgame.intake.health.sessions import KJ_PER_KCAL, bare_session, no_sport, nothing_known, undated
from longgame.intake.model import Extent, Original, ReadContext, Reading, Skipped
from longgame.intake.sports import sport_named
from longgame.intake.tables.sheet import header_of, read_sheet
from longgame.intake.tables.text import decode
from longgame.kernel.diagnostics import Diagnostic
from longgame.kernel.sport import Sport
from longgame.record.session import Lap, LapTrigger, Session
from longgame.record.wellness import Wellness

NAME = "intervals"

_STARTS = ("start_date", "start_date_local", "start_datetime")
_FEELINGS = {
    "fatigue": ("fatigue",),
    "soreness": ("soreness",),
    "stress": ("stress",),
    "mood": ("mood",),
    "sleep_quality": ("sleepQuality", "sleep_quality"),
}
_READINGS = {
    "resting_hr_bpm": ("restingHR", "rhr"),
    "hrv_rmssd_ms": ("hrv",),
    "hrv_sdnn_ms": ("hrvSDNN",),
    "body_mass_kg": ("weight", "weight_kg"),
    "steps": ("steps",),
}
_PLACED = frozenset(
    {name for names in (*_FEELINGS.values(), *_READINGS.values()) for name in names}
    | {"id", "date", "day", "sleepSecs", "sleep_hours", "comments", "updated"}
)
_KEPT = ("type", "icu_training_load", "icu_intensity", "icu_ftp", "max_heartrate", "device_name", "race", "tags")
_SESSION_MARKS = (("start_date_local", "type"), ("start_datetime", "activity_id"))
_DAY_MARKS = (("restingHR", "sleepSecs"), ("rhr", "sleep_hours"), ("hrvSDNN", "restingHR"), ("ctl", "restingHR"))


@dataclass(frozen=True, slots=True)
class _IntervalsReader:
    """Reads what intervals.icu gives out through its API and its export."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether it is a list of its activities or of its wellness days, as JSON or CSV."""
        marks = (*_SESSION_MARKS, *_DAY_MARKS)
        if any(looks_like_json(head, *names) for names in marks):
            return True
        header = set(header_of(head))
        return {"start_date_local", "type"} <= header or {"date", "restingHR", "sleepSecs"} <= header

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Sessions, days, or both."""
        document = _document(original.data())
        if isinstance(document, Diagnostic):
            return Reading(NAME, Extent.NONE, diagnostics=(document,))
        records = list(_records(document.root))
        activities = [one for one in records if any(one.has(name) for name in _STARTS)]
        days = [one for one in records if not any(one.has(name) for name in _STARTS) and _is_day(one)]
        if not activities and not days:
            return nothing_known(NAME, document.diagnostics)
        return _reading(document, activities, days, original, context)


READER = _IntervalsReader()


def _document(data: bytes) -> Document | Diagnostic:
    """JSON as it is; a table as the records that its rows would be in JSON."""
    text = decode(data).text.lstrip("\ufeff").lstrip()
    if text[:1] in ("{", "["):
        return open_json(data)
    sheet = read_sheet(data, ",")
    if len(sheet.header) < 2:
        return open_json(data)
    rows = [{n: c for n, c in zip(sheet.header, row.cells, strict=False) if n and c} for row in sheet.rows]
    return Document(rows, sheet.diagnostics)


def _records(root: object) -> Iterator[JsonObject]:
    """The records of a list, or of the lists that an object holds; a lone object is its own record."""
    if isinstance(root, list):
        yield from objects(root)
    elif isinstance(root, dict):
        if any(name in root for name in _STARTS) or _is_day(JsonObject(root)):
            yield JsonObject(root)
        for name, value in root.items():
            if name.startswith(("activities", "wellness", "daily")):
                yield from objects(value)


def _is_day(record: JsonObject) -> bool:
    return record.day("id", "date", "day") is not None


def _reading(
    document: Document,
    activities: Sequence[JsonObject],
    days: Sequence[JsonObject],
    original: Original,
    of: ReadContext,
) -> Reading:
    found = [_session(one, original, of) for one in activities]
    sessions = {session.id: session for session in found if session is not None}
    late = found.count(None)
    rows = [row for one in days if told(row := _day(one))]
    merged, lost = one_a_day(rows)
    names = {name for one in activities if (name := one.text("type")) is not None}
    strange = tuple(no_sport(name) for name in sorted(names) if _sport(name) is None)
    counted = (
        (late, "activity that does not say when it was"),
        (len(days) - len(rows), "day without a reading that has a place here"),
        (lost, "another reading of the same day; the first one counts"),
    )
    return Reading(
        NAME,
        Extent.FULL if document.complete and not late else Extent.PARTIAL,
        tuple(sessions.values()),
        merged,
        skipped=(*(Skipped(None, why, count) for count, why in counted if count), *_unused(days)),
        diagnostics=(*document.diagnostics, *strange, *((undated(late),) if late else ())),
    )


def _session(one: JsonObject, original: Original, context: ReadContext) -> Session | None:
    start = _start(one, context)
    if start is None:
        return None
    own = one.text("id", "activity_id")
    laps = tuple(_laps(one))
    energy = one.positive("calories")
    lasted = one.positive("elapsed_time") or (max(lap.stop_s for lap in laps) if laps else None)
    feel = one.number("feel")
    rpe = one.positive("icu_rpe", "perceived_exertion", "rpe")
    return replace(
        bare_session(NAME, original, context, start, own or start.isoformat(), own),
        sport=_sport(one.text("type") or "") or Sport.OTHER,
        title=one.text("name"),
        note=one.text("description"),
        duration_s=lasted,
        moving_s=one.positive("moving_time"),
        distance_m=one.positive("distance", "icu_distance"),
        ascent_m=one.positive("total_elevation_gain"),
        energy_kj=None if energy is None else energy * KJ_PER_KCAL,
        mean_hr_bpm=one.positive("average_heartrate"),
        mean_power_w=one.positive("icu_average_watts", "average_watts"),
        laps=laps,
        rpe=rpe if rpe is not None and rpe <= 10 else None,
        feel=(5 - feel) * 25 if feel is not None and 1 <= feel <= 5 else None,
        indoor=_indoor(one),
        raw=tuple(_raw(one)),
    )


def _start(one: JsonObject, context: ReadContext) -> datetime | None:
    """The moment in UTC where it is told, shown at the local time that stands beside it."""
    universal = as_moment(one.values.get("start_date"), context.zone)
    local = one.moment("start_date_local", "start_datetime", zone=context.zone)
    return local if universal is None else universal.astimezone(context.zone)


def _sport(name: str) -> Sport | None:
    """intervals.icu has Strava's names, with "Virtual" before those done indoors."""
    return sport_named(name) or sport_named(name.removeprefix("Virtual"))


def _indoor(one: JsonObject) -> bool | None:
    return True if (one.text("type") or "").startswith("Virtual") else one.flag("trainer")


def _laps(one: JsonObject) -> Iterator[Lap]:
    for interval in (*one.items("icu_intervals"), *one.items("intervals")):
        start, stop = interval.number("start_time", "start_secs"), interval.number("end_time", "end_secs")
        if start is not None and stop is not None and 0 <= start <= stop:
            heart = interval.positive("average_heartrate", "avg_hr")
            power = interval.positive("average_watts", "avg_power")
            yield Lap(start, stop, interval.positive("distance"), LapTrigger.WORKOUT, heart, power)


def _raw(one: JsonObject) -> Iterator[tuple[str, str]]:
    for name in (
        "type",
        "icu_training_load",
        "icu_intensity",
        "icu_ftp",
        "max_heartrate",
        "device_name",
        "race",
        "tags",
    ):
        number = one.number(name)
        text = one.text(name) if number is None else f"{number:g}"
        if text is not None:
            yield name, text
    for number, interval in enumerate((*one.items("icu_intervals"), *one.items("intervals")), 1):
        if label := interval.text("label", "name"):
            yield f"interval {number}", label


def _day(one: JsonObject) -> Wellness:
    day = one.day("id", "date", "day")
    assert day is not None
    values: dict[str, Any] = {field: sensible(field, one.positive(*names)) for field, names in _READINGS.items()}
    values |= {field: _feeling(one.number(*names)) for field, names in _FEELINGS.items()}
    hours, seconds = one.positive("sleep_hours"), one.positive("sleepSecs")
    values["sleep_s"] = sensible("sleep_s", seconds if seconds is not None or hours is None else hours * 3600)
    values["steps"] = None if values["steps"] is None else round(values["steps"])
    return replace(Wellness(day, note=one.text("comments"), source=NAME), **values)


def _feeling(told_as: float | None) -> float | None:
    """From 1 (best) to 4 (worst) to 5 (best) to 1 (worst)."""
    return 5 - (told_as - 1) * 4 / 3 if told_as is not None and 1 <= told_as <= 4 else None


def _unused(days: Sequence[JsonObject]) -> Iterator[Skipped]:
    counts: dict[str, int] = {}
    for day in days:
        held: Mapping[str, object] = day.values
        for name, value in held.items():
            if name not in _PLACED and value not in (None, "", [], {}):
                counts[name] = counts.get(name, 0) + 1
    for name, count in sorted(counts.items()):
        yield Skipped(None, f"{name}: a score or a value that has no place in a day", count)
