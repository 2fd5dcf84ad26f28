"""SugarWOD: one row per workout of the box, its result as JSON; days as MM/DD/YYYY, no times and no units.

Loads come without repetitions; those written in the description ("#1: 3 reps #2: 3 reps") are paired with the loads
only where there are as many. Whether loads are pounds or kilograms is asked once.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass

from longgame.intake.json_text import told_json
from longgame.intake.model import Original, Question, ReadContext, Reading
from longgame.intake.tables.cells import check_length
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Vocabulary, plain
from longgame.intake.tables.lifting import row_moment
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.numbers import number
from longgame.intake.tables.one_table import Table, nothing_read, open_table, reading_of
from longgame.intake.tables.sheet import Row, header_of
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.sport import Sport
from longgame.kernel.units import Dimension
from longgame.record.sets import StrengthSet

WEIGHT_QUESTION = "sugarwod.weight-unit"

_WORDS = Vocabulary(
    {
        "date": "date",
        "title": "title",
        "description": "description",
        "result": "best_result_raw",
        "shown": "best_result_display",
        "score": "score_type",
        "lift": "barbell_lift",
        "sets": "set_details",
        "notes": "notes",
        "rx": "rx_or_scaled",
        "pr": "pr",
    }
)
_REPS = re.compile(r"#\d+:\s*(\d{1,6})\s*reps?\b", re.IGNORECASE)
_METRES_PER_INCH = 0.0254
Result = dict[str, object]
"""One set of a result as SugarWOD's JSON tells it."""


class SugarWodReader:
    """Reads the workouts.csv that SugarWOD exports."""

    name = "sugarwod"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the header decides alone
        """Whether the header has SugarWOD's columns."""
        return not _WORDS.columns(header_of(head)).missing("date", "title", "sets", "score")

    def read(self, original: Original, context: ReadContext) -> Reading:
        """One session for each row."""
        table = open_table(original, _WORDS, ("result",))
        if table.lacks("date", "title"):
            return nothing_read(self.name, table.ledger)
        unit = unit_named(context.answer(WEIGHT_QUESTION))
        walk = _Walk(table, context, None if unit is None or unit.dimension is not Dimension.MASS else LoadUnits(unit))
        for row in table.sheet.rows:
            check_length(row, table.sheet, table.ledger)
            walk.take(row)
        question = _question(table) if walk.needs_unit else None
        return reading_of(self.name, walk.gathering, table.ledger, original, context, question)


READER = SugarWodReader()


def _question(table: Table) -> Question:
    table.ledger.note(
        TableCode.UNIT_NOT_SAID, "the file does not say whether loads are lb or kg", table.sheet.header_row
    )
    return Question(WEIGHT_QUESTION, "Are the loads in your SugarWOD export in lb or in kg?", ("lb", "kg"))


@dataclass
class _Walk:
    """Goes through the rows of one file."""

    table: Table
    context: ReadContext
    units: LoadUnits | None

    def __post_init__(self) -> None:
        self.gathering = Gathering()
        self.needs_unit = False
        self._seen: Counter[str] = Counter()

    def take(self, row: Row) -> None:
        """Adds the row's session, or leaves it out and says why."""
        cells = self.table.cells
        when = row_moment(cells, row, "date", DayOrder.MONTH_FIRST)
        if when is None:
            return
        title = cells.text(row, "title")
        key = f"{when.day.isoformat()}\n{title or ''}"
        self._seen[key] += 1
        draft = Draft(
            f"{key}\n{self._seen[key]}",
            when.at(self.context.zone),
            title,
            start_known=when.time is not None,
            local_day=when.day,
            sport=Sport.STRENGTH if plain(cells.text(row, "score") or "") == "load" else Sport.CONDITIONING,
        )
        self._fill(row, self.gathering.begin(draft, draft.key))

    def _fill(self, row: Row, draft: Draft) -> None:
        cells = self.table.cells
        draft.say(cells.text(row, "notes"))
        for meaning in ("description", "shown", "score", "rx", "pr"):
            draft.tell(self.table.columns.name(meaning) or meaning, cells.text(row, meaning))
        results = self._results(row)
        name = cells.text(row, "lift") or draft.title or "?"
        reps = [int(found) for found in _REPS.findall(cells.text(row, "description") or "")]
        for place, result in enumerate(results):
            self._add(draft, name, result, reps[place] if len(reps) == len(results) else None)

    def _results(self, row: Row) -> list[Result]:
        text = self.table.cells.text(row, "sets")
        if text is None:
            return []
        told = told_json(text)
        if not isinstance(told, list):
            self.table.cells.complain(row, "sets", text, "a list of results")
            return []
        return [each for each in told if isinstance(each, dict)]

    def _add(self, draft: Draft, name: str, result: Result, planned_reps: int | None) -> None:
        load, reps = _figure(result, "load"), _figure(result, "reps")
        minutes, seconds = _figure(result, "mins"), _figure(result, "secs")
        if load:
            self._add_load(draft, name, result, planned_reps)
        elif "rnds" in result:
            draft.keep("result", f"{_figure(result, 'rnds') or 0:g} rounds + {reps or 0:g} reps")
        elif reps:
            draft.sets.append(StrengthSet(name, reps=int(reps)))
        elif minutes is not None or seconds is not None:
            draft.duration_s = (minutes or 0) * 60 + (seconds or 0) or None
        elif length := _figure(result, "meters") or (_figure(result, "inches") or 0) * _METRES_PER_INCH:
            draft.sets.append(StrengthSet(name, distance_m=length))
        else:
            draft.keep("result", json.dumps(result, ensure_ascii=False, sort_keys=True))

    def _add_load(self, draft: Draft, name: str, result: Result, planned_reps: int | None) -> None:
        value = number(str(result.get("load")))
        missed = result.get("success") is False
        self.needs_unit = self.needs_unit or self.units is None
        load = None if self.units is None or value is None else self.units.amount(value)
        draft.sets.append(StrengthSet(name, reps=0 if missed else planned_reps, load=load))


def _figure(result: Result, name: str) -> float | None:
    value = result.get(name)
    told = number(str(value)) if isinstance(value, int | float | str) and not isinstance(value, bool) else None
    return None if told is None or told < 0 else float(told)
