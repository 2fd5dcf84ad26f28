"""StrongLifts: one row per exercise, its sets in pairs of columns; the older layout has one row per workout.

A set of 0 repetitions was tried and not made. Days are yyyy/mm/dd, times of day local, durations in decimal hours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.cells import check_length
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder, Moment, moment
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Column, Vocabulary, plain
from longgame.intake.tables.lifting import dates_order, plausible_duration, row_exercise, row_moment
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.numbers import number
from longgame.intake.tables.one_table import Table, nothing_read, open_table, reading_of
from longgame.intake.tables.sheet import Row, header_of
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.units import Amount, Unit
from longgame.record.profile import Fact, FactKind
from longgame.record.sets import StrengthSet

_WORDS = Vocabulary(
    {
        "date": "Date | Date (yyyy/mm/dd)",
        "number": "Workout",
        "title": "Workout Name",
        "program": "Program Name",
        "body": "Body Weight",
        "exercise": "Exercise",
        "planned": "Sets×Reps | SetsxReps",
        "planned_time": "Sets×Time | SetsxTime",
        "top": "Top Set | Top Set Reps x KG | Top Set Reps x LB",
        "e1rm": "e1RM",
        "total_reps": "Reps",
        "volume": "Volume",
        "workout_volume": "Workout Volume",
        "hours": "Duration (hours)",
        "start": "Start Time (h:mm) | Start Time",
        "end": "End Time (h:mm) | End Time",
        "note": "Notes | Note",
    }
)
_SET = re.compile(r"^set (\d{1,4})(?: (reps|kg|lb|lbs|time|seconds))?$")


@dataclass(frozen=True, slots=True)
class _Pair:
    """The columns of one set: its repetitions, its load with the unit, its time."""

    reps: Column | None = None
    load: Column | None = None
    unit: Unit | None = None
    time: Column | None = None


class StrongLiftsReader:
    """Reads the CSV that StrongLifts 5×5 exports."""

    name = "stronglifts"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has an exercise and numbered sets with repetitions."""
        header = header_of(head)
        columns = _WORDS.columns(header)
        return not columns.missing("date", "exercise") and any(pair.reps for pair in _pairs(columns.unknown))

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file, in sessions."""
        table = open_table(original, _WORDS, ("body", "hours"), _SET)
        if table.lacks("date", "exercise"):
            return nothing_read(self.name, table.ledger)
        pairs = _pairs(table.columns.unknown)
        gathering = Gathering()
        order = dates_order(table.sheet, table.cells, "date", DayOrder.DAY_FIRST)
        facts: dict[str, Fact] = {}
        for row in table.sheet.rows:
            check_length(row, table.sheet, table.ledger)
            when = row_moment(table.cells, row, "date", order)
            exercise = None if when is None else row_exercise(table.cells, row)
            if when is None or exercise is None:
                continue
            _add(row, table, _session(row, table, gathering, context, when), exercise, pairs)
            _weigh(row, table, when, facts)
        return reading_of(self.name, gathering, table.ledger, original, context, facts=tuple(facts.values()))


READER = StrongLiftsReader()


def _pairs(columns: tuple[Column, ...]) -> list[_Pair]:
    """The columns of the sets, by the number of the set."""
    found: dict[int, dict[str, Column]] = {}
    for column in columns:
        match = _SET.match(plain(column.name))
        if match is not None:
            found.setdefault(int(match.group(1)), {})[match.group(2) or "reps"] = column
    return [_pair(found[place]) for place in sorted(found)]


def _pair(columns: dict[str, Column]) -> _Pair:
    unit = next((name for name in ("kg", "lb", "lbs") if name in columns), None)
    time = columns.get("time") or columns.get("seconds")
    return _Pair(columns.get("reps"), columns[unit] if unit else None, unit_named(unit), time)


def _session(row: Row, table: Table, gathering: Gathering, context: ReadContext, when: Moment) -> Draft:
    cells = table.cells
    written = tuple(cells.text(row, meaning) for meaning in ("date", "start", "number", "title"))
    known = gathering.get(*written)
    if known is not None:
        return known
    clock = moment(f"{when.day.isoformat()} {written[1]}") if written[1] else None
    exact = clock if clock is not None and clock.time is not None else when
    draft = Draft(
        "\n".join([when.day.isoformat(), *(text or "" for text in written[1:])]),
        exact.at(context.zone),
        written[3],
        start_known=exact.time is not None,
        local_day=when.day,
    )
    hours = cells.positive(row, "hours")
    if hours is not None:
        draft.duration_s = plausible_duration(cells, row, "hours", float(hours) * 3600, f"{hours} hours")
    draft.tell(table.columns.name("program") or "", cells.text(row, "program"))
    return gathering.begin(draft, *written)


def _add(row: Row, table: Table, draft: Draft, exercise: str, pairs: list[_Pair]) -> None:
    before = len(draft.sets)
    for pair in pairs:
        done = _set(row, table, exercise, pair)
        if done is not None:
            draft.sets.append(done)
    draft.say(table.cells.text(row, "note"))
    draft.tell(f"{exercise} planned", table.cells.text(row, "planned"))
    if len(draft.sets) == before:
        table.ledger.pass_over("an exercise without any set", row.number)


def _set(row: Row, table: Table, exercise: str, pair: _Pair) -> StrengthSet | None:
    reps, load, seconds = (_figure(row, table, column) for column in (pair.reps, pair.load, pair.time))
    if reps is None and not seconds:
        return None
    unit = None if pair.unit is None or not load else LoadUnits(pair.unit)
    amount: Amount | None = None if unit is None or load is None else unit.amount(load)
    return StrengthSet(
        exercise,
        reps=None if reps is None else int(reps),
        load=amount,
        duration_s=float(seconds) if seconds else None,
    )


def _figure(row: Row, table: Table, column: Column | None) -> Decimal | None:
    text = row.cells[column.index] if column is not None and column.index < len(row.cells) else ""
    if column is None or not text:
        return None
    value = number(text, table.cells.mark)
    if value is None or value < 0:
        message = f"expected a number, got “{text[:40]}”; the value is left out"
        table.ledger.warn(TableCode.UNREADABLE_CELL, message, row.number, column.name)
        return None
    return value


def _weigh(row: Row, table: Table, when: Moment, facts: dict[str, Fact]) -> None:
    """The body's mass on that day, where the header says its unit and the file says it was another than before."""
    column = table.columns.get("body")
    unit = None if column is None else unit_named(column.unit)
    value = table.cells.positive(row, "body")
    if unit is not None and value is not None:
        mass = round(Amount(value, unit).base, 3)
        if not facts or next(reversed(facts.values())).value != mass:
            facts[when.day.isoformat()] = Fact(FactKind.BODY_MASS, mass, when.day)
