"""Liftosaur's history CSV: one row per set with what was required beside what was completed; times in UTC.

A set without completed repetitions was planned and not done: it is listed as left out. What was required stays with the
session as text, set by set.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.cells import check_length
from longgame.intake.tables.dates import DayOrder, moment
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.lifting import as_float, keep_unknown, plausible_duration, row_exercise, row_moment
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.one_table import Table, nothing_read, open_table, reading_of
from longgame.intake.tables.sheet import Row, header_of
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.units import Amount, Dimension
from longgame.record.sets import SetKind, StrengthSet

_WORDS = Vocabulary(
    {
        "start": "Workout DateTime",
        "program": "Program",
        "day": "Day Name",
        "exercise": "Exercise",
        "warmup": "Is Warmup Set?",
        "required_reps": "Required Reps",
        "reps": "Completed Reps",
        "amrap": "Is AMRAP?",
        "required_rpe": "Required RPE",
        "rpe": "Completed RPE | RPE",
        "log_rpe": "Log RPE?",
        "required_weight": "Required Weight Value",
        "required_unit": "Required Weight Unit",
        "weight": "Completed Weight Value | Weight Value",
        "weight_unit": "Completed Weight Unit | Weight Unit",
        "ask_weight": "Ask Weight?",
        "finished": "Completed Reps Time",
        "target": "Target Muscles",
        "synergist": "Synergist Muscles",
        "note": "Notes",
    }
)
_NUMBERS = ("required_reps", "reps", "rpe", "required_weight", "weight")
_PLANNED = ("required_reps", "required_weight", "required_unit", "required_rpe", "amrap")


class LiftosaurReader:
    """Reads what Liftosaur's "Export history to CSV" writes."""

    name = "liftosaur"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has Liftosaur's columns."""
        return not _WORDS.columns(header_of(head)).missing("start", "exercise", "warmup", "reps")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets that were done, in sessions."""
        table = open_table(original, _WORDS, _NUMBERS)
        if table.lacks("start", "exercise"):
            return nothing_read(self.name, table.ledger)
        gathering = Gathering()
        for row in table.sheet.rows:
            check_length(row, table.sheet, table.ledger)
            draft = _session(row, table, gathering, context)
            exercise = None if draft is None else row_exercise(table.cells, row)
            if draft is not None and exercise is not None:
                _take(row, table, draft, exercise)
        return reading_of(self.name, gathering, table.ledger, original, context)


READER = LiftosaurReader()


def _session(row: Row, table: Table, gathering: Gathering, context: ReadContext) -> Draft | None:
    cells = table.cells
    written = cells.text(row, "start")
    known = gathering.get(written)
    if known is not None:
        return known
    when = row_moment(cells, row, "start", DayOrder.MONTH_FIRST)
    if when is None:
        return None
    start = replace(when, offset=when.offset or UTC).at(context.zone).astimezone(context.zone)
    draft = Draft(start.astimezone(UTC).isoformat(), start, cells.text(row, "day"), start_known=when.time is not None)
    draft.tell(table.columns.name("program") or "", cells.text(row, "program"))
    return gathering.begin(draft, written)


def _take(row: Row, table: Table, draft: Draft, exercise: str) -> None:
    cells = table.cells
    reps = cells.count(row, "reps")
    if reps is None:
        table.ledger.pass_over("planned and not done", row.number)
        return
    warm = cells.text(row, "warmup") == "1"
    note = cells.text(row, "note")
    said = any(earlier.exercise == exercise and earlier.note == note for earlier in draft.sets)
    draft.sets.append(
        StrengthSet(
            exercise,
            reps=reps,
            load=_load(row, table),
            kind=SetKind.WARM_UP if warm else SetKind.WORK,
            rpe=as_float(cells.positive(row, "rpe")),
            note=None if said else note,
        )
    )
    keep_unknown(cells, row, draft, _PLANNED)
    _lengthen(row, table, draft)


def _load(row: Row, table: Table) -> Amount | None:
    """The completed load, else the required one: Liftosaur leaves the former out where it was as planned."""
    for value_of, unit_of in (("weight", "weight_unit"), ("required_weight", "required_unit")):
        value = table.cells.positive(row, value_of)
        unit = unit_named(table.cells.text(row, unit_of))
        if value is not None and unit is not None and unit.dimension is Dimension.MASS:
            return LoadUnits(unit).amount(value)
    return None


def _lengthen(row: Row, table: Table, draft: Draft) -> None:
    """The session lasts until the last set that was finished."""
    text = table.cells.text(row, "finished")
    done = moment(text) if text else None
    if text is None or done is None or done.time is None:
        return
    seconds = (replace(done, offset=done.offset or UTC).at(UTC) - draft.start).total_seconds()
    if seconds > (draft.duration_s or 0):
        shown = f"{seconds / 3600:.1f} hours"
        draft.duration_s = plausible_duration(table.cells, row, "finished", seconds, shown) or draft.duration_s
