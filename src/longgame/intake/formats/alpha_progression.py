"""Alpha Progression: blocks of lines, one for each session, with exercises and their sets under it.

    "Legs · Day 2 · Week 4";"2026-02-19 4:54 h";"1:02 hr"
    "1. Hack Squats · Machine · 8 reps";"WU1 · 37,5 kg · 9 reps<br>WU2 · 72,5 kg · 7 reps"
    #;KG;REPS;RIR
    1;115;8;1

Semicolons, decimal commas; "+35" is a load added to the body, "+0" the body alone. Times are local.
"""

from __future__ import annotations

import re

from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import moment
from longgame.intake.tables.durations import duration_s
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.numbers import DecimalMark, number
from longgame.intake.tables.one_table import nothing_read, reading_of
from longgame.intake.tables.sheet import Row, read_sheet
from longgame.intake.tables.text import decode_head
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.units import Amount, Dimension, Unit
from longgame.record.sets import SetKind, StrengthSet

_DOT = "·"
_EXERCISE = re.compile(r"^\d+\.\s+(.+)$", re.DOTALL)
_WARM_UP = re.compile(r"^[^\W\d]{1,6}\.?\s?\d+\s*·\s*([+-]?[\d.,]+)\s*(kg|lbs?)?\s*·\s*(\d{1,6})\s*\D*$", re.IGNORECASE)
_STARTED = re.compile(r"^\d{4}-\d{2}-\d{2}\s+\d{1,2}:\d{2}")
_SET_HEADER = re.compile(r"^#;(kg|lbs?);", re.IGNORECASE | re.MULTILINE)


class AlphaProgressionReader:
    """Reads the CSV that Alpha Progression exports."""

    name = "alpha_progression"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the lines decide alone
        """Whether there is a line that heads sets in the app's own way."""
        return _SET_HEADER.search(decode_head(head[:16384]).replace("\r", "\n")) is not None

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file, in sessions."""
        sheet = read_sheet(original.data(), ";")
        ledger = Ledger(sheet.diagnostics)
        walk = _Walk(ledger, context)
        if not sheet.header:
            ledger.leave_out(TableCode.MISSING_COLUMN, "there is no line to read", 1)
            return nothing_read(self.name, ledger)
        for row in (Row(sheet.header_row, sheet.header), *sheet.rows):
            walk.take(row)
        if not walk.understood:
            ledger.leave_out(TableCode.MISSING_COLUMN, "no session of Alpha Progression is in here", 1)
            return nothing_read(self.name, ledger)
        return reading_of(self.name, walk.gathering, ledger, original, context)


READER = AlphaProgressionReader()


class _Walk:
    """Goes through the lines of one file; what a set belongs to stands above it."""

    def __init__(self, ledger: Ledger, context: ReadContext) -> None:
        self.gathering = Gathering()
        self.understood = False
        self._ledger = ledger
        self._context = context
        self._draft: Draft | None = None
        self._exercise: str | None = None
        self._unit = Unit.KILOGRAM

    def take(self, row: Row) -> None:
        """Understands one line by its shape."""
        first = row.cells[0]
        named = _EXERCISE.match(first)
        if len(row.cells) > 1 and _STARTED.match(row.cells[1]):
            self._begin(row)
        elif named is not None and _DOT in first:
            self._name(row, named.group(1))
        elif first == "#":
            unit = unit_named(row.cells[1]) if len(row.cells) > 1 else None
            self._unit = unit if unit is not None and unit.dimension is Dimension.MASS else self._unit
        elif first.isdecimal():
            self._add(row)
        else:
            self._ledger.leave_out(
                TableCode.UNREADABLE_CELL, f"this line is not understood: “{first[:40]}”", row.number
            )

    def _begin(self, row: Row) -> None:
        self._exercise = None
        when = moment(row.cells[1].removesuffix("h").strip())
        if when is None:
            self._draft = None
            message = f"expected a date, got “{row.cells[1]}”"
            self._ledger.leave_out(TableCode.UNREADABLE_DATE, message, row.number)
            return
        start = when.at(self._context.zone)
        title = row.cells[0]
        key = f"{start.replace(tzinfo=None).isoformat()}\n{title}"
        draft = Draft(key, start, title, start_known=when.time is not None, local_day=when.day)
        if len(row.cells) > 2:
            draft.duration_s = _lasted(row.cells[2])
        self._draft = self.gathering.begin(draft, key)
        self.understood = True

    def _name(self, row: Row, words: str) -> None:
        """ "Hack Squats · Machine · 8 reps": the name, what it is done with, and what was planned."""
        name, *rest = (part.strip() for part in words.split(_DOT))
        tool = rest[0] if rest and not rest[0][:1].isdecimal() else None
        self._exercise = name if tool is None else f"{name} ({tool})"
        if self._draft is None:
            return
        self._draft.tell(f"{self._exercise} planned", " · ".join(rest[0 if tool is None else 1 :]) or None)
        for line in re.split(r"<br\s*/?>", row.cells[1]) if len(row.cells) > 1 and row.cells[1] else ():
            self._warm_up(row, line.strip())

    def _warm_up(self, row: Row, line: str) -> None:
        match = _WARM_UP.match(line)
        if match is None or self._draft is None or self._exercise is None:
            self._ledger.warn(TableCode.UNREADABLE_CELL, f"this warm-up is not understood: “{line[:40]}”", row.number)
            return
        load, unit, reps = match.groups()
        amount = self._amount(load, unit_named(unit) or self._unit)
        self._draft.sets.append(StrengthSet(self._exercise, int(reps), amount, SetKind.WARM_UP))

    def _add(self, row: Row) -> None:
        if self._draft is None or self._exercise is None:
            self._ledger.leave_out(TableCode.NAMELESS_ROW, "a set without its session and exercise", row.number)
            return
        _, load, reps, rir, *_ = (*row.cells, "", "", "")
        count, left = (number(text, DecimalMark.COMMA) for text in (reps, rir))
        if count is None and reps:
            self._ledger.warn(TableCode.UNREADABLE_CELL, f"expected repetitions, got “{reps[:40]}”", row.number)
        self._draft.sets.append(
            StrengthSet(
                self._exercise,
                reps=None if count is None or count < 0 else int(count),
                load=self._amount(load, self._unit),
                rir=None if left is None or left < 0 else float(left),
                note=None if not load.startswith("+") else f"body {load}" if load != "+0" else None,
            )
        )

    def _amount(self, text: str, unit: Unit) -> Amount | None:
        value = number(text, DecimalMark.COMMA)
        return LoadUnits(unit).amount(value) if value else None


def _lasted(text: str) -> float | None:
    """ "1:02 hr" is hours and minutes."""
    match = re.match(r"^(\d{1,2}):(\d{2})\s*\D*$", text.strip())
    if match is not None:
        return (int(match.group(1)) * 60 + int(match.group(2))) * 60.0 or None
    return duration_s(text)
