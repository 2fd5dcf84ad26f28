"""TrainingPeaks' workouts.csv: what was planned and what was done, in one row, with a day and no time.

A row with anything measured is a session, and what was planned in a row, done or not, becomes plan text. Several rows
may share a day and a title. Hours are decimal, speeds are in m/s, Feeling runs from 1 (very strong) to 9 (very weak).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from longgame.intake.model import Extent, Original, ReadContext, Reading
from longgame.intake.tables.cells import Cells, check_length, mark_of
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder, Moment
from longgame.intake.tables.headers import Vocabulary, plain
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.lifting import as_float, dates_order, row_moment
from longgame.intake.tables.planned_text import PlannedRow, plan_text
from longgame.intake.tables.sheet import Row, Sheet, header_of, read_sheet
from longgame.intake.tables.sport_words import sport_of
from longgame.intake.tables.summaries import activity, heart_rate_bpm, joined, left_cells, measured, with_sport
from longgame.kernel.sport import Sport
from longgame.record.session import Session

_WORDS = Vocabulary(
    {
        "title": "Title",
        "type": "WorkoutType",
        "description": "WorkoutDescription",
        "planned_hours": "PlannedDuration",
        "planned_m": "PlannedDistanceInMeters",
        "day": "WorkoutDay",
        "coach": "CoachComments",
        "distance": "DistanceInMeters",
        "power": "PowerAverage",
        "power_max": "PowerMax",
        "energy": "Energy",
        "comments": "AthleteComments",
        "hours": "TimeTotalInHours",
        "speed": "VelocityAverage",
        "heart_rate": "HeartRateAverage",
        "cadence": "CadenceAverage",
        "if": "IF",
        "tss": "TSS",
        "rpe": "Rpe",
        "feeling": "Feeling",
    }
)
_NUMBERS = ("planned_hours", "planned_m", "distance", "power", "energy", "hours", "heart_rate", "tss", "rpe", "feeling")
_DONE = ("hours", "distance", "power", "energy", "heart_rate", "speed", "cadence", "tss", "rpe", "feeling")
_KEPT = ("planned_hours", "planned_m", "description", "power_max", "speed", "cadence", "if", "tss", "coach")
_COMMENT = re.compile(
    r"\*\s*(\d{1,2}/\d{1,2}/\d{4})\s+([^:*]{1,60}):\s*(.*?)\s*(?=\*\s*\d{1,2}/\d{1,2}/\d{4}\s|\*?\s*$)", re.S
)
_DAY_OFF = frozenset({"day off", "rest day", "rest"})


class TrainingPeaksReader:
    """Reads the workouts.csv of a TrainingPeaks export."""

    name = "trainingpeaks"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has TrainingPeaks' own column names."""
        return not _WORDS.columns(header_of(head)).missing("day", "type", "hours")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """A session for each row that was done, and plan text for all that was planned."""
        sheet = read_sheet(original.data())
        columns = _WORDS.columns(sheet.header)
        ledger = Ledger(sheet.diagnostics)
        if missing := columns.missing("day", "type"):
            ledger.leave_out(TableCode.MISSING_COLUMN, f"no column for {', '.join(missing)}", sheet.header_row)
            return Reading(self.name, Extent.NONE, skipped=ledger.skipped, diagnostics=ledger.diagnostics)
        cells = Cells(columns, ledger, mark_of(sheet, columns, _NUMBERS))
        sessions, planned = _sorted_out(sheet, cells, original, context)
        return Reading(
            self.name,
            Extent.PARTIAL if ledger.skipped else Extent.FULL,
            sessions=tuple(sessions),
            plan_texts=(plan_text("TrainingPeaks", planned),) if planned else (),
            skipped=ledger.skipped,
            diagnostics=ledger.diagnostics,
        )


READER = TrainingPeaksReader()


def _sorted_out(
    sheet: Sheet, cells: Cells, original: Original, context: ReadContext
) -> tuple[list[Session], list[PlannedRow]]:
    order = dates_order(sheet, cells, "day", DayOrder.MONTH_FIRST)
    sessions: list[Session] = []
    planned: list[PlannedRow] = []
    seen: Counter[tuple[str | None, ...]] = Counter()
    for row in sheet.rows:
        check_length(row, sheet, cells.ledger)
        when = row_moment(cells, row, "day", order)
        if when is None:
            continue
        if not any(measured(cells, row, meaning) for meaning in _DONE if meaning in cells.columns):
            planned.append(_planned(cells, row, when, done=False))
            continue
        if any(measured(cells, row, meaning) for meaning in ("planned_hours", "planned_m") if meaning in cells.columns):
            planned.append(_planned(cells, row, when, done=True))
        names = (str(when.day), cells.text(row, "type"), cells.text(row, "title"))
        seen[names] += 1
        key = "\n".join([*(name or "" for name in names), str(seen[names])])
        sessions.append(_done(cells, row, activity(original, context, "trainingpeaks", when, key)))
    sessions.sort(key=lambda session: session.start)
    return sessions, planned


def _done(cells: Cells, row: Row, session: Session) -> Session:
    kept = [column for meaning in _KEPT if (column := cells.columns.get(meaning)) is not None]
    session = with_sport(session, cells, row, "type")
    return replace(
        session,
        title=cells.text(row, "title"),
        duration_s=measured(cells, row, "hours", 3600.0),
        distance_m=measured(cells, row, "distance"),
        energy_kj=measured(cells, row, "energy"),
        mean_hr_bpm=heart_rate_bpm(cells, row, "heart_rate"),
        mean_power_w=measured(cells, row, "power"),
        rpe=measured(cells, row, "rpe"),
        feel=_feel(cells, row),
        note=joined(_comments(cells.text(row, "comments")), _comments(cells.text(row, "coach"))),
        raw=session.raw + left_cells(row, [*kept, *cells.columns.unknown]),
    )


def _feel(cells: Cells, row: Row) -> float | None:
    """Feeling 1, 3, 5, 7, 9 with 9 worst, turned into 100, 75, 50, 25, 0."""
    value = as_float(cells.positive(row, "feeling"))
    if value is not None and not 1 <= value <= 9:
        cells.complain(row, "feeling", f"{value:g}", "a number from 1 to 9")
        return None
    return None if value is None else (9.0 - value) / 8.0 * 100.0


def _comments(text: str | None) -> str | None:
    """Comments are strung together as "*dd/mm/yyyy Name: text"; each becomes a line of its own."""
    if text is None:
        return None
    parts = [f"{day} {name.strip()}: {words}" for day, name, words in _COMMENT.findall(text)]
    return "\n".join(parts) if parts else text


def _planned(cells: Cells, row: Row, when: Moment, *, done: bool) -> PlannedRow:
    """What a row planned; what the coach wrote about a session that was done is about the session."""
    kind = cells.text(row, "type")
    coach = None if done else _comments(cells.text(row, "coach"))
    return PlannedRow(
        when.day,
        cells.text(row, "title"),
        sport_of(kind) or Sport.OTHER,
        rest=kind is not None and plain(kind) in _DAY_OFF,
        duration_s=measured(cells, row, "planned_hours", 3600.0),
        distance_m=measured(cells, row, "planned_m"),
        note=joined(cells.text(row, "description"), coach),
    )
