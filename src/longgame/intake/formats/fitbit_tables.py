"""The tables of Google's archive of a Fitbit account: exercises, nights, steps and body mass.

Everything is told in UTC; exercises and nights beside the athlete's offset, steps and mass without one. Lengths are in
millimetres, masses in grams. What a tracker measured is written beside what was typed in, with 0 or nothing in the one
that was not. Several devices count the same steps: of a day the device that counted most stands for it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo

from longgame.intake.health.days import offset_of, one_a_day, sensible, told
from longgame.intake.health.sessions import KJ_PER_KCAL, bare_session, no_sport, nothing_known
from longgame.intake.model import Extent, Original, ReadContext, Reading, Skipped
from longgame.intake.moments import seconds_between
from longgame.intake.tables.cells import Cells
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import moment
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.sheet import Row, Sheet, header_of, read_sheet
from longgame.intake.tables.sport_words import sport_of
from longgame.intake.tables.summaries import heart_rate_bpm, measured
from longgame.kernel.sport import Sport
from longgame.record.session import Session
from longgame.record.wellness import Wellness

NAME = "fitbit_tables"
ACCOUNT = "fitbit"
"""Whose days they are: those of the same account's other files."""

_WORDS = Vocabulary(
    {
        "exercise": "exercise_id",
        "start": "exercise_start",
        "end": "exercise_end",
        "offset": "utc_offset",
        "activity": "activity_name",
        "logged": "log_type",
        "energy": "tracker_total_calories",
        "energy_typed": "manually_logged_total_calories",
        "distance": "tracker_total_distance_mm",
        "distance_typed": "manually_logged_total_distance_mm",
        "ascent": "tracker_total_altitude_mm",
        "heart_rate": "tracker_avg_heart_rate",
        "night": "sleep_id",
        "asleep": "minutes_asleep",
        "woke": "sleep_end",
        "woke_offset": "end_utc_offset",
        "moment": "timestamp",
        "steps": "steps",
        "mass": "weight_grams",
        "device": "data source",
    }
)
_TABLES = (
    ("exercise", "start", "activity"),
    ("night", "asleep", "woke"),
    ("moment", "steps", "device"),
    ("moment", "mass", "device"),
)


@dataclass(frozen=True, slots=True)
class _FitbitTablesReader:
    """Reads the four tables of the archive that tell training and recovery."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header is that of one of the four."""
        columns = _WORDS.columns(header_of(head))
        return any(not columns.missing(*own) for own in _TABLES)

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Sessions or days, by which of the tables it is."""
        sheet = read_sheet(original.data())
        columns = _WORDS.columns(sheet.header)
        cells = Cells(columns, Ledger(sheet.diagnostics))
        if not columns.missing("exercise", "start"):
            return _exercises(sheet, cells, original, context)
        if not columns.missing("night", "woke", "asleep"):
            return _nights(sheet, cells, context)
        if not columns.missing("moment", "steps"):
            return _steps(sheet, cells, context)
        return _masses(sheet, cells, context) if "mass" in columns else nothing_known(NAME, sheet.diagnostics)


READER = _FitbitTablesReader()


def _moment(cells: Cells, row: Row, meaning: str) -> datetime | None:
    """A moment, in UTC where no offset is written; without one the row is left out."""
    written = cells.text(row, meaning)
    when = moment(written) if written else None
    if when is None or when.time is None:
        message = f"expected a date, got “{written or ''}”"
        cells.ledger.leave_out(TableCode.UNREADABLE_DATE, message, row.number, cells.columns.name(meaning))
        return None
    return when.at(UTC)


def _local(at: datetime, cells: Cells, row: Row, meaning: str, context: ReadContext) -> datetime:
    zone: tzinfo = offset_of(cells.text(row, meaning)) or context.zone
    return at.astimezone(zone)


def _exercises(sheet: Sheet, cells: Cells, original: Original, context: ReadContext) -> Reading:
    found = (_session(row, cells, original, context) for row in sheet.rows)
    sessions = {session.id: session for session in found if session is not None}
    names = {cells.text(row, "activity") for row in sheet.rows}
    strange = tuple(no_sport(name) for name in sorted(filter(None, names)) if sport_of(name) is None)
    reading = _reading(cells)
    return replace(reading, sessions=tuple(sessions.values()), diagnostics=(*reading.diagnostics, *strange))


def _session(row: Row, cells: Cells, original: Original, context: ReadContext) -> Session | None:
    begun = _moment(cells, row, "start")
    if begun is None:
        return None
    own = cells.text(row, "exercise")
    ended = moment(cells.text(row, "end") or "")
    lasted = None if ended is None or ended.time is None else seconds_between(begun, ended.at(UTC))
    energy = measured(cells, row, "energy", KJ_PER_KCAL) or measured(cells, row, "energy_typed", KJ_PER_KCAL)
    kept = ((name, cells.text(row, name)) for name in ("logged", "offset"))
    local = _local(begun, cells, row, "offset", context)
    return replace(
        bare_session(NAME, original, context, local, own or begun.isoformat(), own),
        sport=sport_of(cells.text(row, "activity")) or Sport.OTHER,
        title=cells.text(row, "activity"),
        duration_s=lasted if lasted is not None and lasted > 0 else None,
        distance_m=measured(cells, row, "distance", 0.001) or measured(cells, row, "distance_typed", 0.001),
        ascent_m=measured(cells, row, "ascent", 0.001),
        energy_kj=energy,
        mean_hr_bpm=heart_rate_bpm(cells, row, "heart_rate"),
        raw=tuple((cells.columns.name(name) or name, text) for name, text in kept if text),
    )


def _nights(sheet: Sheet, cells: Cells, context: ReadContext) -> Reading:
    """The longest sleep that ended on a day is its night; shorter ones are naps, and counted."""
    nights: dict[date, float] = {}
    for row in sheet.rows:
        woke = _moment(cells, row, "woke")
        asleep = measured(cells, row, "asleep", 60.0)
        if woke is None or asleep is None:
            continue
        day = _local(woke, cells, row, "woke_offset", context).date()
        if day in nights:
            cells.ledger.pass_over("a shorter sleep of the same day, which is not the night's", row.number)
        nights[day] = max(asleep, nights.get(day, 0.0))
    rows = [Wellness(day, sleep_s=sensible("sleep_s", slept), source=ACCOUNT) for day, slept in nights.items()]
    return _of_days(cells, rows)


def _steps(sheet: Sheet, cells: Cells, context: ReadContext) -> Reading:
    """The steps of each of the athlete's days, by the device that counted most of them."""
    counted: dict[date, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in sheet.rows:
        at, steps = _moment(cells, row, "moment"), measured(cells, row, "steps")
        if at is not None and steps is not None:
            counted[at.astimezone(context.zone).date()][cells.text(row, "device") or ""] += steps
    days = {day: round(max(devices.values())) for day, devices in counted.items()}
    return _of_days(cells, [Wellness(day, steps=steps, source=ACCOUNT) for day, steps in days.items()])


def _masses(sheet: Sheet, cells: Cells, context: ReadContext) -> Reading:
    """The first mass of each of the athlete's days."""
    rows = []
    for row in sheet.rows:
        at, mass = _moment(cells, row, "moment"), sensible("body_mass_kg", measured(cells, row, "mass", 0.001))
        if at is not None and mass is not None:
            rows.append(Wellness(at.astimezone(context.zone).date(), body_mass_kg=mass, source=ACCOUNT))
    return _of_days(cells, rows)


def _of_days(cells: Cells, rows: list[Wellness]) -> Reading:
    days, lost = one_a_day(row for row in rows if told(row))
    again = (Skipped(None, "another reading of the same day; the first one counts", lost),) if lost else ()
    reading = _reading(cells)
    return replace(reading, wellness=days, skipped=(*reading.skipped, *again))


def _reading(cells: Cells) -> Reading:
    ledger = cells.ledger
    lost = any(one.code is TableCode.UNREADABLE_DATE for one in ledger.diagnostics)
    return Reading(
        NAME, Extent.PARTIAL if lost else Extent.FULL, skipped=ledger.skipped, diagnostics=ledger.diagnostics
    )
