"""Fit Notes for iOS: one row per set, session times in UTC, decimals with the phone's mark, no unit anywhere.

An exercise and its equipment stand in two columns and become one name, "Bench Press (Barbell)", as other apps write it.
`Status` tells sets that were done, tried without success ("Failed", a set to failure) and never begun ("NotStarted",
which are left out and counted). The unit of loads and distances is asked for once; the body's
mass is in that of the loads.
"""

from __future__ import annotations

from longgame.intake.model import Original, Question, ReadContext, Reading
from longgame.intake.tables.cells import Cells, check_length
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Vocabulary, plain
from longgame.intake.tables.lifting import (
    as_float,
    duration_until,
    keep_unknown,
    row_distance_m,
    row_exercise,
    row_load,
    row_moment,
    values_of,
)
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.one_table import Table, nothing_read, open_table, reading_of
from longgame.intake.tables.sheet import Row, header_of
from longgame.intake.tables.summaries import seconds_of
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.units import Dimension, Unit
from longgame.record.profile import Fact, FactKind
from longgame.record.sets import SetKind, StrengthSet

WEIGHT_QUESTION = "fitnotes.weight-unit"
DISTANCE_QUESTION = "fitnotes.distance-unit"

_WORDS = Vocabulary(
    {
        "title": "Name",
        "start": "StartTime",
        "end": "EndTime",
        "body": "BodyWeight",
        "exercise": "Exercise",
        "equipment": "Equipment",
        "reps": "Reps",
        "weight": "Weight",
        "time": "Time",
        "distance": "Distance",
        "status": "Status",
        "warmup": "IsWarmup",
        "rpe": "RPE",
        "rir": "RIR",
        "note": "Note",
    }
)
_NUMBERS = ("body", "weight", "distance", "rpe", "rir")
_NEVER_BEGUN = "notstarted"
_FAILED = "failed"
_NO_EQUIPMENT = frozenset({"", "none", "bodyweight", "other"})


class FitNotesIosReader:
    """Reads the CSV that Fit Notes for iOS exports."""

    name = "fitnotes_ios"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has the columns of sessions, sets and their status."""
        return not _WORDS.columns(header_of(head)).missing("start", "exercise", "equipment", "status", "warmup")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file that were begun, in sessions."""
        table = open_table(original, _WORDS, _NUMBERS)
        if table.lacks("start", "exercise"):
            return nothing_read(self.name, table.ledger)
        load, far = _answered(context, WEIGHT_QUESTION), _answered(context, DISTANCE_QUESTION)
        question = _question(table, load, far)
        walk = _Walk(table.cells, context, load, far)
        for row in table.sheet.rows:
            check_length(row, table.sheet, table.ledger)
            walk.take(row)
        return reading_of(self.name, walk.gathering, table.ledger, original, context, question, tuple(walk.facts))


READER = FitNotesIosReader()


def _answered(context: ReadContext, key: str) -> Unit | None:
    return unit_named(context.answer(key))


def _question(table: Table, load: Unit | None, far: Unit | None) -> Question | None:
    """What has to be asked before the loads or the distances can be read."""
    if load is None and any(values_of(table.sheet, table.cells, "weight")):
        message = "the file does not say whether loads are kg or lb"
        table.ledger.note(TableCode.UNIT_NOT_SAID, message, table.sheet.header_row)
        return Question(WEIGHT_QUESTION, "Are the loads in your FitNotes exports in kg or in lb?", ("kg", "lb"))
    if far is None and any(values_of(table.sheet, table.cells, "distance")):
        table.ledger.note(
            TableCode.UNIT_NOT_SAID, "the file does not say the unit of distances", table.sheet.header_row
        )
        text = "In which unit are the distances in your FitNotes exports?"
        return Question(DISTANCE_QUESTION, text, ("km", "mi", "m"))
    return None


class _Walk:
    """Goes through the rows of one file, from top to bottom."""

    def __init__(self, cells: Cells, context: ReadContext, load: Unit | None, far: Unit | None) -> None:
        self.gathering = Gathering()
        self.facts: list[Fact] = []
        self._cells = cells
        self._context = context
        self._loads = LoadUnits(load) if load is not None and load.dimension is Dimension.MASS else None
        self._far = far

    def take(self, row: Row) -> None:
        """Adds the row's set to its session, or leaves it out and says why."""
        status = plain(self._cells.text(row, "status") or "")
        if status == _NEVER_BEGUN:
            self._cells.ledger.pass_over("a set that was planned and not begun", row.number)
            return
        draft = self._session(row)
        exercise = None if draft is None else row_exercise(self._cells, row)
        if draft is not None and exercise is not None:
            draft.sets.append(self._set(row, exercise, status))
            keep_unknown(self._cells, row, draft)

    def _session(self, row: Row) -> Draft | None:
        started, title = self._cells.text(row, "start"), self._cells.text(row, "title")
        draft = self.gathering.get(started, title)
        if draft is not None:
            return draft
        when = row_moment(self._cells, row, "start", DayOrder.DAY_FIRST)
        if when is None:
            return None
        start = when.at(self._context.zone).astimezone(self._context.zone)
        draft = Draft(f"{started}\n{title or ''}", start, title, start_known=when.time is not None)
        draft.duration_s = duration_until(self._cells, row, "end", start, self._context.zone)
        self._weigh(row, draft)
        return self.gathering.begin(draft, started, title)

    def _weigh(self, row: Row, draft: Draft) -> None:
        """The body's mass as a fact from each session at which it was another; until its unit is known, as text."""
        body = row_load(self._cells, row, "body", self._loads)
        if body is None:
            draft.tell("BodyWeight", self._cells.text(row, "body"))
            return
        mass_kg = round(float(body.base), 3)
        if not self.facts or self.facts[-1].value != mass_kg:
            self.facts.append(Fact(FactKind.BODY_MASS, mass_kg, draft.start.date()))

    def _set(self, row: Row, exercise: str, status: str) -> StrengthSet:
        cells = self._cells
        warm = plain(cells.text(row, "warmup") or "") == "true"
        kind = SetKind.WARM_UP if warm else SetKind.FAILURE if status == _FAILED else SetKind.WORK
        return StrengthSet(
            self._named(row, exercise),
            reps=cells.count(row, "reps") or None,
            load=row_load(cells, row, "weight", self._loads),
            kind=kind,
            rir=as_float(cells.number(row, "rir")),
            rpe=as_float(cells.positive(row, "rpe")),
            duration_s=seconds_of(cells, row, "time"),
            distance_m=row_distance_m(cells, row, "distance", self._far),
            note=cells.text(row, "note"),
        )

    def _named(self, row: Row, exercise: str) -> str:
        """The exercise with its equipment in brackets, unless it is none or the name says it already."""
        equipment = self._cells.text(row, "equipment") or ""
        if plain(equipment).replace(" ", "") in _NO_EQUIPMENT or plain(equipment) in plain(exercise):
            return exercise
        return f"{exercise} ({equipment})"
