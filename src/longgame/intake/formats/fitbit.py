"""Fitbit's exports: the JSON and CSV files of the account archive, and the monthly CSV with sections.

Exercises, sleep, steps, resting heart rate and nightly RMSSD are used. Steps come by the minute and in UTC; they add
up to the athlete's local days. Weight is written without a unit, in that of the account: it is asked for, not guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from longgame.intake.health.day_tables import DayField, read_days
from longgame.intake.health.days import one_a_day, sensible, told
from longgame.intake.health.documents import Document, JsonObject, as_moment, looks_like_json, open_json
from longgame.intake.health.sessions import KJ_PER_KCAL, bare_session, no_sport, nothing_known, undated
from longgame.intake.model import Extent, Original, Question, ReadContext, Reading, Skipped
from longgame.intake.sports import sport_named
from longgame.intake.tables.dates import DayOrder, moment
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.numbers import number
from longgame.intake.tables.sheet import header_of, read_sheet
from longgame.intake.tables.text import decode
from longgame.kernel.diagnostics import Diagnostic
from longgame.kernel.sport import Sport
from longgame.record.session import Session
from longgame.record.wellness import Wellness

NAME = "fitbit"

_WEIGHT_KEY = "fitbit.weight-unit"
_KG = {"kg": 1.0, "lb": 0.45359237, "st": 6.35029318}
_METRES = {"Kilometer": 1000.0, "Mile": 1609.344, "Meter": 1.0, "Yard": 0.9144}
_MARKS = (
    ("logId", "activityName"),
    ("logId", "dateOfSleep"),
    ("dateTime", "value"),
    ("logId", "bmi", "weight"),
)
_WORDS = Vocabulary(
    {
        "date": "timestamp | date",
        "rmssd": "rmssd | root mean square of successive differences milliseconds",
        "resting": "resting_heart_rate | beats per minute",
        "end": "End Time",
        "asleep": "Minutes Asleep",
        "steps": "Steps",
    }
)
_PLACES = {"rmssd": DayField("hrv_rmssd_ms"), "resting": DayField("resting_hr_bpm")}
_OWN = (
    frozenset({"timestamp", "rmssd", "nremhr"}),
    frozenset({"sleep_log_entry_id", "resting_heart_rate"}),
    frozenset({"timestamp", "beats per minute", "data source"}),
)
_SECTIONS = ("Body", "Activities", "Sleep", "Foods")


@dataclass(frozen=True, slots=True)
class _FitbitReader:
    """Reads files of Fitbit's account archive and of its monthly export."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether it is one of Fitbit's documents, tables, or tables with sections."""
        if any(looks_like_json(head, *marks) for marks in _MARKS):
            return not looks_like_json(head, "exercises")
        header = header_of(head)
        if len(header) == 1 and header[0] in _SECTIONS:
            return True
        return any(own <= set(header) for own in _OWN)

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Sessions or days, by what the file is."""
        data = original.data()
        text = decode(data).text.lstrip("\ufeff").lstrip()
        if text[:1] in ("{", "["):
            document = open_json(data)
            if isinstance(document, Diagnostic):
                return Reading(NAME, Extent.NONE, diagnostics=(document,))
            return _document(document, original, context)
        sheet = read_sheet(data)
        if len(sheet.header) == 1 and sheet.header[0] in _SECTIONS:
            return _sections(text)
        return read_days(NAME, sheet, _WORDS, _PLACES)


READER = _FitbitReader()


def _document(document: Document, original: Original, context: ReadContext) -> Reading:
    records = document.objects()
    for marks, reads in _DOCUMENTS:
        if any(record.has(*marks) for record in records):
            reading = reads(records, original, context)
            extent = reading.extent if document.complete else Extent.PARTIAL
            return replace(reading, extent=extent, diagnostics=(*document.diagnostics, *reading.diagnostics))
    return nothing_known(NAME, document.diagnostics)


def _moment(written: str | None, zone: tzinfo) -> datetime | None:
    """Fitbit writes "04/27/20 07:00:00", month first, or ISO 8601."""
    found = as_moment(written, zone)
    if found is not None or written is None:
        return found
    parts = moment(written, DayOrder.MONTH_FIRST)
    return None if parts is None or parts.time is None else parts.at(zone)


def _day(written: str | None) -> date | None:
    parts = moment(written, DayOrder.MONTH_FIRST) if written else None
    return None if parts is None else parts.day


def _exercises(records: Sequence[JsonObject], original: Original, context: ReadContext) -> Reading:
    found = [_session(record, original, context) for record in records]
    sessions = {session.id: session for session in found if session is not None}
    names = {name for record in records if (name := record.text("activityName")) is not None}
    strange = tuple(no_sport(name) for name in sorted(names) if sport_named(name) is None)
    return _counted(Reading(NAME, Extent.FULL, tuple(sessions.values()), diagnostics=strange), found.count(None))


def _session(record: JsonObject, original: Original, context: ReadContext) -> Session | None:
    """Exercises start in UTC, as the archive's other times by the minute."""
    start = _moment(record.text("startTime", "originalStartTime"), UTC)
    if start is None:
        return None
    own = record.text("logId")
    lasted, active = record.positive("duration", "originalDuration"), record.positive("activeDuration")
    energy, distance = record.positive("calories"), record.positive("distance")
    unit = _METRES.get(record.text("distanceUnit") or "")
    local = start.astimezone(context.zone)
    kept = ("elevationGain", "steps", "logType", "distanceUnit")
    return replace(
        bare_session(NAME, original, context, local, own or start.isoformat(), own),
        sport=sport_named(record.text("activityName") or "") or Sport.OTHER,
        title=record.text("activityName"),
        duration_s=None if lasted is None else lasted / 1000,
        moving_s=None if active is None else active / 1000,
        distance_m=distance * unit if distance is not None and unit is not None else None,
        energy_kj=None if energy is None else energy * KJ_PER_KCAL,
        mean_hr_bpm=record.positive("averageHeartRate"),
        raw=tuple((name, text) for name in kept if (text := record.text(name))),
    )


def _nights(records: Sequence[JsonObject], original: Original, context: ReadContext) -> Reading:  # noqa: ARG001 - one shape
    rows, late, naps = [], 0, 0
    for record in records:
        day, minutes = record.day("dateOfSleep"), record.positive("minutesAsleep")
        if day is None:
            late += 1
        elif record.flag("mainSleep") is False:
            naps += 1
        elif minutes is not None:
            rows.append(Wellness(day, sleep_s=sensible("sleep_s", minutes * 60), source=NAME))
    skipped = (Skipped(None, "a nap, which is not the night's sleep", naps),) if naps else ()
    return _of_days(rows, late, skipped)


def _readings(records: Sequence[JsonObject], original: Original, context: ReadContext) -> Reading:
    """Series of values by time: resting heart rate, or steps; others are counted."""
    if any(isinstance(record.values.get("value"), dict) for record in records):
        return _resting(records)
    if not original.name.rsplit("/", 1)[-1].startswith("steps"):
        why = "values whose kind only the file's name would tell; those of steps-….json are used"
        return Reading(NAME, Extent.FULL, skipped=(Skipped(None, why, len(records)),))
    steps: dict[date, float] = defaultdict(float)
    late = 0
    for record in records:
        at, count = _moment(record.text("dateTime"), UTC), record.number("value")
        if at is None:
            late += 1
        elif count is not None and count > 0:
            steps[at.astimezone(context.zone).date()] += count
    return _of_days([Wellness(day, steps=round(count), source=NAME) for day, count in steps.items()], late)


def _resting(records: Sequence[JsonObject]) -> Reading:
    rows, late, other = [], 0, 0
    for record in records:
        value = record.child("value")
        day = _day(value.text("date")) or _day(record.text("dateTime"))
        rate = sensible("resting_hr_bpm", value.number("value"))
        if day is None:
            late += 1
        elif rate is None:
            other += 1
        else:
            rows.append(Wellness(day, resting_hr_bpm=rate, source=NAME))
    skipped = (Skipped(None, "value that is no resting heart rate", other),) if other else ()
    return _of_days(rows, late, skipped)


def _weights(records: Sequence[JsonObject], original: Original, context: ReadContext) -> Reading:  # noqa: ARG001 - one shape
    """Body mass in the unit that was answered; until then the question is asked and the rows are counted."""
    factor = _KG.get(context.answer(_WEIGHT_KEY) or "")
    if factor is None:
        question = Question(_WEIGHT_KEY, "In which unit does your Fitbit account show weight?", tuple(_KG))
        skipped = (Skipped(None, "weight whose unit is not known yet", len(records)),)
        return Reading(NAME, Extent.PARTIAL, skipped=skipped, question=question)
    rows, late = [], 0
    for record in records:
        day, value = _day(record.text("date")), record.positive("weight")
        if day is None:
            late += 1
        elif value is not None:
            rows.append(Wellness(day, body_mass_kg=sensible("body_mass_kg", value * factor), source=NAME))
    return _of_days(rows, late)


_Reads = Callable[[Sequence[JsonObject], Original, ReadContext], Reading]
_DOCUMENTS: tuple[tuple[tuple[str, ...], _Reads], ...] = (
    (("logId", "activityName"), _exercises),
    (("logId", "dateOfSleep"), _nights),
    (("logId", "weight"), _weights),
    (("dateTime", "value"), _readings),
)


def _of_days(rows: Sequence[Wellness], late: int, skipped: tuple[Skipped, ...] = ()) -> Reading:
    days, lost = one_a_day(row for row in rows if told(row))
    again = (Skipped(None, "another reading of the same day; the first one counts", lost),) if lost else ()
    return _counted(Reading(NAME, Extent.FULL, wellness=days, skipped=(*skipped, *again)), late)


def _counted(reading: Reading, late: int) -> Reading:
    """The reading with records that tell no time counted."""
    if not late:
        return reading
    skipped = (*reading.skipped, Skipped(None, "record that does not say when it was", late))
    return replace(reading, extent=Extent.PARTIAL, skipped=skipped, diagnostics=(*reading.diagnostics, undated(late)))


def _sections(text: str) -> Reading:
    """The monthly export: tables under the lines "Body", "Activities", "Sleep" and "Foods"."""
    rows: list[Wellness] = []
    unused: dict[str, int] = defaultdict(int)
    for name, table in _tables(text):
        sheet = read_sheet(table.encode())
        columns = _WORDS.columns(sheet.header)
        for row in sheet.rows:
            written = columns.cell(row.cells, "date") or (
                row.cells[1] if name == "Sleep" and len(row.cells) > 1 else ""
            )
            day = _day(written)
            values: dict[str, Any] = {}
            for meaning, field, factor in (("steps", "steps", 1), ("asleep", "sleep_s", 60)):
                value = number(columns.cell(row.cells, meaning) or "")
                if value is not None and sensible(field, float(value) * factor) is not None:
                    values[field] = int(value * factor)
            if day is not None and values:
                rows.append(replace(Wellness(day, source=NAME), **values))
            else:
                unused[name] += 1
    skipped = tuple(
        Skipped(None, f"row under {name}: no reading that has a place here", n) for name, n in unused.items()
    )
    return _of_days(rows, 0, skipped)


def _tables(text: str) -> Iterator[tuple[str, str]]:
    name, lines = "", list[str]()
    for line in text.splitlines():
        bare = line.strip().strip('"')
        if bare in _SECTIONS or bare.startswith("Food Log"):
            if lines:
                yield name, "\n".join(lines)
            name, lines = bare, []
        elif bare:
            lines.append(line)
    if lines:
        yield name, "\n".join(lines)
