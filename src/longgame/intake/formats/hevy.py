"""Hevy: one row per set, newest session first, dates in the phone's language, blank where nothing was said."""

from __future__ import annotations

from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.cells import Cells, check_length
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.lifting import (
    as_float,
    dates_order,
    duration_until,
    header_unit,
    keep_unknown,
    row_distance_m,
    row_exercise,
    row_kind,
    row_load,
    row_moment,
)
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.one_table import nothing_read, open_table, reading_of
from longgame.intake.tables.sheet import Row, header_of
from longgame.kernel.units import Dimension, Unit
from longgame.record.sets import StrengthSet

_WORDS = Vocabulary(
    {
        "title": "title",
        "start": "start_time",
        "end": "end_time",
        "description": "description",
        "exercise": "exercise_title",
        "superset": "superset_id",
        "notes": "exercise_notes",
        "index": "set_index",
        "type": "set_type",
        "weight": "weight_kg | weight_lbs | weight_lb",
        "reps": "reps",
        "distance": "distance_km | distance_miles | distance_mi | distance_meters",
        "seconds": "duration_seconds",
        "rpe": "rpe",
    }
)
_NUMBERS = ("weight", "reps", "distance", "seconds", "rpe")


class HevyReader:
    """Reads the CSV that Hevy's "Export workouts" writes."""

    name = "hevy"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has Hevy's columns, in whatever order."""
        return not _WORDS.columns(header_of(head)).missing("start", "exercise", "type", "reps")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file, in sessions, oldest first."""
        table = open_table(original, _WORDS, _NUMBERS)
        if table.lacks("start", "exercise"):
            return nothing_read(self.name, table.ledger)
        gathering = Gathering()
        order = dates_order(table.sheet, table.cells, "start", DayOrder.DAY_FIRST)
        walk = _Walk(table.cells, gathering, context, order)
        for row in table.sheet.rows:
            check_length(row, table.sheet, table.ledger)
            walk.take(row)
        return reading_of(self.name, gathering, table.ledger, original, context)


READER = HevyReader()


class _Walk:
    """Goes through the rows of one file, from top to bottom."""

    def __init__(self, cells: Cells, gathering: Gathering, context: ReadContext, order: DayOrder) -> None:
        self._cells = cells
        self._gathering = gathering
        self._context = context
        self._order = order
        mass = header_unit(cells, "weight", Dimension.MASS)
        self._loads = None if mass is None else LoadUnits(mass)
        self._length: Unit | None = header_unit(cells, "distance", Dimension.LENGTH)
        self._noted: dict[str, tuple[str, str]] = {}

    def take(self, row: Row) -> None:
        """Adds the row's set to its session, or leaves it out and says why."""
        draft = self._session(row)
        exercise = None if draft is None else row_exercise(self._cells, row)
        if draft is None or exercise is None:
            return
        draft.sets.append(self._set(row, exercise, self._new_note(row, draft, exercise)))
        keep_unknown(self._cells, row, draft)

    def _session(self, row: Row) -> Draft | None:
        cells = self._cells
        started, title = cells.text(row, "start"), cells.text(row, "title")
        draft = self._gathering.get(started, title)
        if draft is not None:
            return draft
        when = row_moment(cells, row, "start", self._order)
        if when is None:
            return None
        start = when.at(self._context.zone)
        key = f"{start.replace(tzinfo=None).isoformat()}\n{title or ''}"
        draft = Draft(key, start, title, start_known=when.time is not None, local_day=when.day)
        draft.say(cells.text(row, "description"))
        draft.duration_s = duration_until(cells, row, "end", start, self._context.zone, self._order)
        return self._gathering.begin(draft, started, title)

    def _new_note(self, row: Row, draft: Draft, exercise: str) -> str | None:
        """Hevy repeats an exercise's note on each of its sets; it is kept on the first."""
        note = self._cells.text(row, "notes")
        if draft.sets and draft.sets[-1].exercise != exercise:
            self._noted.pop(draft.key, None)
        if note is None or self._noted.get(draft.key) == (exercise, note):
            return None
        self._noted[draft.key] = (exercise, note)
        return note

    def _set(self, row: Row, exercise: str, note: str | None) -> StrengthSet:
        cells = self._cells
        return StrengthSet(
            exercise,
            reps=cells.count(row, "reps"),
            load=row_load(cells, row, "weight", self._loads),
            kind=row_kind(cells, row, "type"),
            rpe=as_float(cells.positive(row, "rpe")),
            duration_s=as_float(cells.positive(row, "seconds")),
            distance_m=row_distance_m(cells, row, "distance", self._length),
            superset=cells.text(row, "superset"),
            note=note,
        )
