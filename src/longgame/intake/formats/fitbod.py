"""Fitbod: one row per set, times in UTC, loads always in kilograms whatever was entered.

Fitbod writes no workouts, only sets with their times: sets closer together than two hours are one session. The
multiplier (0, 1, 2, 4) tells for how many implements a load was lifted at once; it is kept beside the sets.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.cells import check_length
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.lifting import (
    as_float,
    dates_order,
    keep_unknown,
    row_distance_m,
    row_exercise,
    row_load,
    row_moment,
)
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.one_table import Table, nothing_read, open_table, reading_of
from longgame.intake.tables.sheet import Row, header_of
from longgame.kernel.units import Unit
from longgame.record.sets import SetKind, StrengthSet

_WORDS = Vocabulary(
    {
        "date": "Date",
        "exercise": "Exercise",
        "reps": "Reps",
        "weight": "Weight(kg) | Weight(lb) | Weight(lbs)",
        "seconds": "Duration(s)",
        "distance": "Distance(m)",
        "incline": "Incline",
        "resistance": "Resistance",
        "warmup": "isWarmup",
        "note": "Note",
        "multiplier": "multiplier",
    }
)
_NUMBERS = ("weight", "reps", "seconds", "distance")
_ONE_SESSION = timedelta(hours=2)
_YES = frozenset({"true", "1", "yes"})


class FitbodReader:
    """Reads the WorkoutExport.csv that Fitbod mails."""

    name = "fitbod"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has Fitbod's columns."""
        return not _WORDS.columns(header_of(head)).missing("date", "exercise", "reps", "weight", "warmup")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file, in the sessions that their times show."""
        table = open_table(original, _WORDS, _NUMBERS)
        if table.lacks("date", "exercise"):
            return nothing_read(self.name, table.ledger)
        gathering = Gathering()
        timed = sorted(_timed(table, context), key=lambda each: each.at)
        current = _Current()
        for each in timed:
            draft = current.session(each.at, gathering, context)
            draft.sets.append(each.done)
            keep_unknown(table.cells, each.row, draft, ("incline", "resistance", "multiplier"))
        return reading_of(self.name, gathering, table.ledger, original, context)


READER = FitbodReader()


@dataclass(frozen=True, slots=True)
class _Timed:
    """A set with its moment and its row."""

    at: datetime
    row: Row
    done: StrengthSet


@dataclass(slots=True)
class _Current:
    """The session that sets are being added to."""

    draft: Draft | None = None
    last: datetime = field(default_factory=lambda: datetime.min.replace(tzinfo=UTC))

    def session(self, at: datetime, gathering: Gathering, context: ReadContext) -> Draft:
        """The session that a set at this moment belongs to, a new one where the pause before it is too long."""
        if self.draft is None or at - self.last > _ONE_SESSION:
            key = at.astimezone(UTC).isoformat()
            self.draft = gathering.begin(Draft(key, at.astimezone(context.zone)), key)
        self.last = at
        length = (at - self.draft.start).total_seconds()
        self.draft.duration_s = length or self.draft.duration_s
        return self.draft


def _timed(table: Table, context: ReadContext) -> list[_Timed]:
    order = dates_order(table.sheet, table.cells, "date", DayOrder.MONTH_FIRST)
    found = []
    for row in table.sheet.rows:
        check_length(row, table.sheet, table.ledger)
        when = row_moment(table.cells, row, "date", order)
        exercise = None if when is None else row_exercise(table.cells, row)
        if when is None or exercise is None:
            continue
        at = replace(when, offset=when.offset or UTC).at(context.zone)
        found.append(_Timed(at, row, _set(row, table, exercise)))
    return found


def _set(row: Row, table: Table, exercise: str) -> StrengthSet:
    cells = table.cells
    column = table.columns.get("weight")
    unit = Unit.POUND if column is not None and "lb" in column.name.lower() else Unit.KILOGRAM
    warm = (cells.text(row, "warmup") or "").casefold() in _YES
    return StrengthSet(
        exercise,
        reps=cells.count(row, "reps") or None,
        load=row_load(cells, row, "weight", LoadUnits(unit)),
        kind=SetKind.WARM_UP if warm else SetKind.WORK,
        duration_s=as_float(cells.positive(row, "seconds")),
        distance_m=row_distance_m(cells, row, "distance", Unit.METRE),
        note=cells.text(row, "note"),
    )
