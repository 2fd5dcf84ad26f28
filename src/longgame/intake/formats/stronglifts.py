"""StrongLifts: one row per exercise, its sets in pairs of columns; until about 2019 one row per workout.

A set of 0 repetitions was tried and not made. Days are yyyy/mm/dd, times of day local, durations in decimal hours. The
older layout has its exercises side by side, each with its load in kilograms and in pounds, rounded to plates: the unit
of the body's weight beside them tells which was meant, and the other stays as text. Its days have any order.
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
from longgame.kernel.units import Amount, Dimension, Unit
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
_EXERCISE = re.compile(r"^exercise \d+$")
_LOAD = re.compile(r"^weight (kg|lb|lbs)$")
_OLD = re.compile(f"{_SET.pattern}|{_EXERCISE.pattern}|{_LOAD.pattern}")
_WITH_UNIT = re.compile(r"^([\d.,]+)\s*([A-Za-z]+)$")


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
        columns = _WORDS.columns(header_of(head))
        if "exercise" not in columns:
            return "date" in columns and any(group.sets and group.loads for group in _groups(columns.unknown))
        return "date" in columns and any(pair.reps for pair in _pairs(columns.unknown))

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file, in sessions."""
        table = open_table(original, _WORDS, ("body", "hours"), _OLD)
        groups = _groups(table.columns.unknown)
        if "exercise" not in table.columns and groups and "date" in table.columns:
            return _read_old(table, groups, original, context)
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


@dataclass(frozen=True, slots=True)
class _Group:
    """The columns of one exercise in the older layout: its name, its loads by unit, the repetitions of its sets."""

    name: Column
    loads: dict[Unit, Column]
    sets: list[Column]


def _groups(columns: tuple[Column, ...]) -> list[_Group]:
    """The exercises side by side: each begins with its name, and the same headers come again for the next."""
    groups: list[_Group] = []
    for column in columns:
        plainly = plain(column.name)
        load = _LOAD.match(plainly)
        unit = None if load is None else unit_named(load[1])
        if _EXERCISE.match(plainly):
            groups.append(_Group(column, {}, []))
        elif groups and unit is not None:
            groups[-1].loads[unit] = column
        elif groups and _SET.match(plainly):
            groups[-1].sets.append(column)
    return groups


def _read_old(table: Table, groups: list[_Group], original: Original, context: ReadContext) -> Reading:
    """A session for each row."""
    gathering = Gathering()
    order = dates_order(table.sheet, table.cells, "date", DayOrder.MONTH_FIRST)
    facts: dict[str, Fact] = {}
    for row in table.sheet.rows:
        check_length(row, table.sheet, table.ledger)
        when = row_moment(table.cells, row, "date", order)
        if when is None:
            continue
        body = _body(row, table)
        draft = _session(row, table, gathering, context, when)
        title = table.cells.text(row, "number")
        draft.title = draft.title or (None if title is None else f"Workout {title}")
        draft.say(table.cells.text(row, "note"))
        for group in groups:
            _add_old(row, table, draft, group, None if body is None else body.unit)
        if body is not None and (not facts or next(reversed(facts.values())).value != round(body.base, 3)):
            facts[when.day.isoformat()] = Fact(FactKind.BODY_MASS, round(body.base, 3), when.day)
    return reading_of("stronglifts", gathering, table.ledger, original, context, facts=tuple(facts.values()))


def _add_old(row: Row, table: Table, draft: Draft, group: _Group, unit: Unit | None) -> None:
    exercise = row.cells[group.name.index] if group.name.index < len(row.cells) else ""
    loads = {kind: value for kind, column in group.loads.items() if (value := _figure(row, table, column))}
    meant = unit if unit in loads else next(iter(loads), None)
    amount = None if meant is None else LoadUnits(meant).amount(loads[meant])
    reps = [value for column in group.sets if (value := _figure(row, table, column)) is not None]
    if not exercise:
        if reps or loads:
            table.ledger.leave_out(TableCode.NAMELESS_ROW, "no exercise is named", row.number, group.name.name)
        return
    draft.sets += [StrengthSet(exercise, reps=int(value), load=amount) for value in reps]
    for kind, value in loads.items():
        if kind is not meant:
            draft.tell(f"{exercise} in {kind.symbol}", str(value))
    if not reps:
        table.ledger.pass_over("an exercise without any set", row.number)


def _body(row: Row, table: Table) -> Amount | None:
    """The body's weight, with the unit behind it in its cell or in its header."""
    for column in table.columns.every("body"):
        text = row.cells[column.index] if column.index < len(row.cells) else ""
        behind = _WITH_UNIT.match(text)
        unit = unit_named(behind[2] if behind else column.unit)
        value = number(behind[1] if behind else text, table.cells.mark) if text else None
        if value and value > 0 and unit is not None and unit.dimension is Dimension.MASS:
            return Amount(value, unit)
    return None
