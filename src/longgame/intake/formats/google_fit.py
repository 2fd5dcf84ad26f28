"""Google Fit from Takeout: the daily activity metrics as days, and activity sessions as sessions.

`Daily activity metrics.csv` has a row a day. The files beside it have a row a quarter of an hour and tell the day
only in their own name. `All Sessions/*.json` holds one activity each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from longgame.intake.health.codes import HealthCode
from longgame.intake.health.day_tables import DayField, read_days, unused_columns
from longgame.intake.health.days import sensible
from longgame.intake.health.documents import looks_like_json, open_json
from longgame.intake.health.sessions import no_sport, nothing_known
from longgame.intake.model import Extent, Original, ReadContext, Reading, Skipped, session_id
from longgame.intake.sports import sport_named
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.numbers import number
from longgame.intake.tables.sheet import Sheet, header_of, read_sheet
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.sport import Sport
from longgame.record.session import Session, Source
from longgame.record.wellness import Wellness

NAME = "google_fit"
KJ_PER_KCAL = 4.184

_WORDS = Vocabulary(
    {
        "date": "Date | Datum | Fecha | Data | 日付",
        "start": "Start time | Startzeit | Heure de début | Hora de inicio | Ora di inizio",
        "mass": "Average weight (kg) | Durchschnittliches Gewicht (kg) | Poids moyen (kg) | Peso medio (kg)",
        "steps": "Step count | Schrittzahl | Nombre de pas | Recuento de pasos | Número de pasos | Conteggio passi",
    }
)
_PLACES = {"mass": DayField("body_mass_kg"), "steps": DayField("steps")}
_ITS_OWN = Vocabulary(
    {
        "own": "Move Minutes count | Heart Points | Low latitude (deg) | Inactive duration (ms) | "
        "Walking duration (ms) | "
        "Average speed (m/s) | Heart Minutes | Calories (kcal) | Distance (m)"
    }
)
_DAY_IN_NAME = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class _GoogleFitReader:
    """Reads Google Fit's part of a Takeout archive."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - content decides
        """Whether it is a table with Google's metrics, or an activity session."""
        if looks_like_json(head, "fitnessActivity", "startTime"):
            return True
        header = header_of(head)
        columns = _WORDS.columns(header)
        own = sum(_ITS_OWN.meaning(column) is not None for column in header)
        return own >= 2 and ("date" in columns or "start" in columns)

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Days or a session, by what the file is."""
        data = original.data()
        if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{":
            return _session(original, context)
        sheet = read_sheet(data)
        columns = _WORDS.columns(sheet.header)
        if "date" in columns or "start" not in columns:
            return read_days(NAME, sheet, _WORDS, _PLACES)
        return _quarters(sheet, original.name)


READER = _GoogleFitReader()


def _quarters(sheet: Sheet, name: str) -> Reading:
    """One day told in quarters of an hour; its steps add up."""
    day = _day_in(name)
    column = _WORDS.columns(sheet.header).get("steps")
    if day is None or column is None:
        message = "it tells one day in quarters of an hour, and the file's name does not say which day"
        if day is not None:
            message = "it tells one day in quarters of an hour, without steps"
        severity = Severity.ERROR if day is None else Severity.WARNING
        diagnostic = Diagnostic(HealthCode.UNDATED_RECORD, severity, message, hint="keep the name Google gave it")
        extent = Extent.NONE if day is None else Extent.FULL
        return Reading(NAME, extent, diagnostics=(*sheet.diagnostics, diagnostic))
    cells = [row.cells[column.index] for row in sheet.rows if column.index < len(row.cells)]
    steps = sum(float(value) for cell in cells if (value := number(cell)) is not None and value > 0)
    rows = (Wellness(day, steps=round(steps), source=NAME),) if steps else ()
    unused = unused_columns(sheet, _WORDS, ("start", "steps"))
    return Reading(NAME, Extent.FULL, wellness=rows, skipped=unused, diagnostics=sheet.diagnostics)


def _day_in(name: str) -> date | None:
    found = _DAY_IN_NAME.search(name)
    try:
        return date(*(int(part) for part in found.groups())) if found is not None else None
    except ValueError:
        return None


def _session(original: Original, context: ReadContext) -> Reading:
    document = open_json(original.data())
    if isinstance(document, Diagnostic):
        return Reading(NAME, Extent.NONE, diagnostics=(document,))
    told = document.object()
    start, stop = told.moment("startTime"), told.moment("endTime")
    activity = told.text("fitnessActivity")
    if start is None or activity is None:
        return nothing_known(NAME, document.diagnostics)
    local = start.astimezone(context.zone)
    totals = {one.text("metricName") or "": one.number("floatValue", "intValue") for one in told.items("aggregate")}
    energy = totals.get("com.google.calories.expended")
    session = Session(
        id=session_id(context.athlete, NAME, f"{start.isoformat()}/{activity}"),
        athlete=context.athlete,
        start=local,
        local_day=local.date(),
        sport=sport_named(activity.replace("_", " ").split(".")[0]) or Sport.OTHER,
        sources=(Source(original.hash, NAME),),
        duration_s=(stop - start).total_seconds() if stop is not None and stop >= start else None,
        moving_s=_seconds(told.text("duration")),
        distance_m=sensible("distance_m", totals.get("com.google.distance.delta")),
        energy_kj=None if energy is None or energy <= 0 else energy * KJ_PER_KCAL,
        raw=tuple((name, f"{value:g}") for name, value in totals.items() if value is not None),
    )
    strange = (no_sport(activity),) if session.sport is Sport.OTHER and activity != "other" else ()
    segments = len(told.items("segment"))
    skipped = (Skipped(None, "segment of an activity: no place for it", segments),) if segments > 1 else ()
    extent = Extent.FULL if document.complete else Extent.PARTIAL
    return Reading(NAME, extent, (session,), skipped=skipped, diagnostics=(*document.diagnostics, *strange))


def _seconds(written: str | None) -> float | None:
    """A duration such as "1800.5s"."""
    value = number((written or "").removesuffix("s"))
    return None if value is None or value <= 0 else float(value)
