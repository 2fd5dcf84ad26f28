"""Whoop's export: physiological cycles and sleeps as days, workouts as sessions, the journal as notes.

Times are local, with the offset in their own column. A cycle belongs to the day on which the athlete woke. Whoop's
variability is RMSSD. Naps are told apart and are not the night's sleep; strain and recovery are Whoop's own scores.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from longgame.intake.health.day_tables import DayField, read_days, unused_columns
from longgame.intake.health.days import offset_of
from longgame.intake.health.sessions import KJ_PER_KCAL, bare_session, no_sport
from longgame.intake.model import Extent, Note, Original, ReadContext, Reading
from longgame.intake.moments import seconds_between
from longgame.intake.sports import sport_named
from longgame.intake.tables.cells import Cells, mark_of
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder, moment
from longgame.intake.tables.headers import Columns, Vocabulary
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.lifting import dates_order
from longgame.intake.tables.sheet import Row, Sheet, header_of, read_sheet
from longgame.intake.tables.summaries import measured
from longgame.kernel.diagnostics import Diagnostic
from longgame.kernel.sport import Sport
from longgame.record.session import Session

NAME = "whoop"

_WORDS = Vocabulary(
    {
        "cycle": "Cycle start time | Hora de inicio del ciclo | Startzeit des Zyklus | Heure de début du cycle",
        "cycle_end": "Cycle end time | Hora de finalización del ciclo | Endzeit des Zyklus | Heure de fin du cycle",
        "offset": "Cycle timezone | Zona horaria del ciclo | Zeitzone des Zyklus | Fuseau horaire du cycle",
        "onset": "Sleep onset | Inicio del sueño | Schlafbeginn | Einschlafzeit",
        "date": "Wake onset | Inicio de la vigilia | Aufwachzeit",
        "nap": "Nap | Siesta | Nickerchen | Sieste",
        "resting": "Resting heart rate (bpm) | Frecuencia cardíaca en reposo (lpm) | Resting heart rate | "
        "Ruheherzfrequenz (Schläge pro Minute)",
        "rmssd": "Heart rate variability (ms) | Heart rate variability | Herzfrequenzvariabilität (ms) | "
        "Variabilidad de la frecuencia cardíaca (ms)",
        "asleep": "Asleep duration (min) | Duración del sueño (min) | Schlafdauer (min)",
        "start": "Workout start time | Hora de inicio del entrenamiento | Startzeit des Workouts",
        "stop": "Workout end time | Hora de finalización del entrenamiento | Endzeit des Workouts",
        "minutes": "Duration (min) | Duración (min) | Dauer (min)",
        "activity": "Activity name | Nombre de la actividad | Name der Aktivität",
        "energy": "Energy burned (cal) | Energía quemada (cal) | Verbrannte Energie (cal)",
        "heart_rate": "Average HR (bpm) | FC promedio (lpm) | Durchschnittliche HF (bpm)",
        "distance": "Distance (meters) | Distancia (metros)",
        "ascent": "Altitude gain (meters) | Altitude Gain (meters)",
        "question": "Question text | Texto de la pregunta | Fragetext",
        "answer": 'Answered yes | Answered yes/no | Respondió "Sí" | Respondió Sí',
        "words": "Notes | Notas | Notizen",
    }
)
_DAYS = {
    "resting": DayField("resting_hr_bpm"),
    "rmssd": DayField("hrv_rmssd_ms"),
    "asleep": DayField("sleep_s", 60.0),
}
_CYCLE = ("date", "cycle_end", "cycle")
_JOURNAL = frozenset({"cycle", "cycle_end", "offset", "question", "answer", "words"})
_YES = frozenset({"true", "yes", "1", "sí", "si", "ja", "oui"})


@dataclass(frozen=True, slots=True)
class _WhoopReader:
    """Reads each of the four tables of Whoop's export."""

    name: str = NAME

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header is that of one of the four tables."""
        columns = _WORDS.columns(header_of(head))
        if not columns.missing("start", "activity"):
            return "offset" in columns or "cycle" in columns or "stop" in columns
        if not columns.missing("question", "answer"):
            return "cycle" in columns
        return "cycle" in columns and any(meaning in columns for meaning in _DAYS)

    def read(self, original: Original, context: ReadContext) -> Reading:
        """Days, sessions or notes, by which of the tables it is."""
        sheet = read_sheet(original.data())
        columns = _WORDS.columns(sheet.header)
        if not columns.missing("start", "activity"):
            return _workouts(sheet, columns, original, context)
        if not columns.missing("question", "answer"):
            return _journal(sheet, columns, context)
        return _days(sheet, columns)


READER = _WhoopReader()


def _days(sheet: Sheet, columns: Columns) -> Reading:
    """Cycles or sleeps; without a column for waking, the day is that on which the cycle ends, else the one after it."""
    nap = columns.get("nap")
    naps = {row.number for row in sheet.rows if nap is not None and _says_yes(row.cells[nap.index : nap.index + 1])}
    nights = replace(sheet, rows=tuple(row for row in sheet.rows if row.number not in naps))
    reading = read_days(NAME, nights, _WORDS, _DAYS, _woken, also=("offset", "nap"), dates=_CYCLE)
    ledger = Ledger()
    for each in sorted(naps):
        ledger.pass_over("a nap, which is not the night's sleep", each)
    return replace(reading, skipped=(*reading.skipped, *ledger.skipped))


def _says_yes(cells: tuple[str, ...]) -> bool:
    return bool(cells) and cells[0].strip().lower() in _YES


def _woken(cells: Cells, row: Row, order: DayOrder) -> date | None:
    """The day of waking; else that of the cycle, which runs from falling asleep to falling asleep."""
    for meaning, before_noon, after_noon in (("date", 0, 0), ("cycle_end", -1, 0), ("cycle", 0, 1)):
        written = cells.text(row, meaning)
        told = moment(written, order) if written else None
        if told is not None:
            early = told.time is not None and told.time.hour < 12
            try:
                return told.day + timedelta(days=before_noon if early else after_noon)
            except OverflowError:
                continue  # the first or the last day that a calendar has: no night ends on it
    cells.ledger.leave_out(TableCode.UNREADABLE_DATE, "no time of waking and no cycle", row.number)
    return None


def _workouts(sheet: Sheet, columns: Columns, original: Original, context: ReadContext) -> Reading:
    ledger = Ledger(sheet.diagnostics)
    cells = Cells(columns, ledger, mark_of(sheet, columns, ("minutes", "energy", "heart_rate", "distance")))
    order = dates_order(sheet, cells, "start", DayOrder.MONTH_FIRST)
    sessions: list[Session] = []
    strange: dict[str, Diagnostic] = {}
    for row in sheet.rows:
        start = _moment(cells, row, "start", order, context)
        if start is None:
            ledger.leave_out(TableCode.UNREADABLE_DATE, "no readable start of the workout", row.number)
            continue
        session = _session(cells, row, start, _moment(cells, row, "stop", order, context), original, context)
        sessions.append(session)
        if session.title is not None and sport_named(session.title) is None:
            strange[session.title] = no_sport(session.title)
    return Reading(
        NAME,
        Extent.PARTIAL if ledger.skipped else Extent.FULL,
        tuple({session.id: session for session in sessions}.values()),
        skipped=ledger.skipped,
        diagnostics=(*ledger.diagnostics, *strange.values()),
    )


def _session(
    cells: Cells, row: Row, start: datetime, stop: datetime | None, original: Original, context: ReadContext
) -> Session:
    activity = cells.text(row, "activity")
    minutes = measured(cells, row, "minutes", 60.0)
    elapsed = None if stop is None else seconds_between(start, stop)
    session = bare_session(NAME, original, context, start, f"{start.isoformat()}/{activity or ''}")
    return replace(
        session,
        title=activity,
        sport=sport_named(activity or "") or Sport.OTHER,
        duration_s=elapsed if elapsed is not None and elapsed > 0 else minutes,
        distance_m=measured(cells, row, "distance"),
        ascent_m=measured(cells, row, "ascent"),
        energy_kj=measured(cells, row, "energy", KJ_PER_KCAL),
        mean_hr_bpm=measured(cells, row, "heart_rate"),
        raw=tuple(
            (c.name, row.cells[c.index]) for c in cells.columns.unknown if row.cells[c.index : c.index + 1] > ("",)
        ),
    )


def _moment(cells: Cells, row: Row, meaning: str, order: DayOrder, context: ReadContext) -> datetime | None:
    """A local time with the offset its row tells, else in the zone of the athlete's life."""
    written = cells.text(row, meaning)
    told = moment(written, order) if written else None
    if told is None or told.time is None:
        return None
    zone: tzinfo = told.offset or offset_of(cells.text(row, "offset")) or context.zone
    return datetime.combine(told.day, told.time, zone)


def _journal(sheet: Sheet, columns: Columns, context: ReadContext) -> Reading:
    """Each question answered with yes, or with words, as a note at the start of its cycle."""
    ledger = Ledger(sheet.diagnostics)
    cells = Cells(columns, ledger)
    order = dates_order(sheet, cells, "cycle", DayOrder.MONTH_FIRST)
    notes: list[Note] = []
    for row in sheet.rows:
        said = _moment(cells, row, "cycle", order, context)
        question, words = cells.text(row, "question"), cells.text(row, "words")
        yes = _says_yes((cells.text(row, "answer") or "",))
        if said is None or question is None:
            ledger.leave_out(TableCode.UNREADABLE_DATE, "no readable start of the cycle, or no question", row.number)
        elif not yes and words is None:
            ledger.pass_over("a question answered with no, without words", row.number)
        else:
            answer = f"{question} {'Yes' if yes else 'No'}."
            notes.append(Note(said, answer if words is None else f"{answer} {words}", NAME))
    return Reading(
        NAME,
        Extent.PARTIAL if any(d.code is TableCode.UNREADABLE_DATE for d in ledger.diagnostics) else Extent.FULL,
        notes=tuple(notes),
        skipped=(
            *ledger.skipped,
            *unused_columns(sheet, _WORDS, ("cycle", "cycle_end", "offset", "question", "answer", "words")),
        ),
        diagnostics=ledger.diagnostics,
    )
