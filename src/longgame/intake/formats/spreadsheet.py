"""Any other table of training, CSV or Excel, through a mapping of its columns that the athlete confirms once.

Content never decides here: the reader comes last, looks only at files named like tables, and reads nothing before the
mapping it proposes was confirmed or corrected.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import assert_never

from longgame.intake.model import Extent, Original, Question, ReadContext, Reading
from longgame.intake.tables.cells import Cells, check_length, mark_of, report_unknown
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import Moment, moment
from longgame.intake.tables.durations import duration_s
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Column, Columns, split_unit
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.lifting import as_float, keep_unknown, row_distance_m, row_exercise, row_kind, row_moment
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.mapping import Mapping, Meaning, TableKind, different_texts, guess, question_key
from longgame.intake.tables.mapping_words import NotUnderstood, agreed, answered, question_text
from longgame.intake.tables.numbers import number
from longgame.intake.tables.one_table import Table, nothing_read, reading_of
from longgame.intake.tables.sheet import Row, Sheet, read_sheet
from longgame.intake.tables.summaries import (
    KJ_PER_KCAL,
    activity,
    heart_rate_bpm,
    joined,
    left_cells,
    measured,
    with_sport,
)
from longgame.intake.tables.unit_names import unit_named
from longgame.intake.tables.workbook import is_workbook, read_workbook
from longgame.kernel.units import Amount, Dimension
from longgame.record.session import Session
from longgame.record.sets import StrengthSet

_TABLE_NAMES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
_MOST_SETS = 100
"""More sets than this in one row are a slip of the finger, not training."""


class SpreadsheetReader:
    """Reads tables that no other reader knows."""

    name = "spreadsheet"

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether a file named like a table looks like training."""
        if not name.lower().removesuffix(".gz").endswith(_TABLE_NAMES):
            return False
        return is_workbook(head) or (not head.startswith(b"PK") and guess(read_sheet(head)) is not None)

    def read(self, original: Original, context: ReadContext) -> Reading:
        """What the confirmed mapping makes of the table; without one, the proposal as a question."""
        data = original.data()
        sheet = read_workbook(data) if is_workbook(data[:65536]) else read_sheet(data)
        key = question_key(sheet.header)
        answer = context.answer(key)
        try:
            mapping = None if answer is None else _confirmed(answer, sheet)
        except NotUnderstood as trouble:
            return _asked(self.name, sheet, key, f"{str(trouble)[:1].upper()}{str(trouble)[1:]}. ")
        if mapping is None or mapping.header(Meaning.DATE) not in sheet.header:
            return _asked(self.name, sheet, key)
        table = Table(sheet, _cells(sheet, mapping))
        report_unknown(sheet, table.columns, table.ledger)
        match mapping.kind:
            case TableKind.SETS:
                return _read_sets(table, mapping, original, context)
            case TableKind.ACTIVITIES:
                return _read_activities(table, mapping, original, context)
        assert_never(mapping.kind)


READER = SpreadsheetReader()


def _confirmed(answer: str, sheet: Sheet) -> Mapping | None:
    """The mapping that the answer makes of the table: one in full, or the proposal with what was corrected in words."""
    told, proposal = Mapping.from_text(answer), guess(sheet)
    return told if told is not None or proposal is None else answered(answer, proposal, sheet.header)


def _asked(reader: str, sheet: Sheet, key: str, trouble: str = "") -> Reading:
    proposal = guess(sheet)
    ledger = Ledger(sheet.diagnostics)
    if proposal is None:
        ledger.leave_out(TableCode.MISSING_COLUMN, "no columns that look like training", sheet.header_row)
        return nothing_read(reader, ledger)
    name = proposal.header(Meaning.DURATION)
    lengths = [] if name is None else different_texts(sheet, name)
    text = trouble + question_text(proposal, sheet.header, clocks=bool(lengths) and all(":" in one for one in lengths))
    question = Question(key, text, (agreed(proposal),), suggestion=proposal.to_text())
    return Reading(reader, Extent.NONE, diagnostics=ledger.diagnostics, question=question)


def _cells(sheet: Sheet, mapping: Mapping) -> Cells:
    """The cells of a table by the meanings that the mapping gives to its columns."""
    meant = {name: meaning.value for meaning, name in mapping.columns}
    known: dict[str, list[Column]] = {}
    unknown: list[Column] = []
    for index, name in enumerate(sheet.header):
        column = Column(index, name, split_unit(name)[1])
        meaning = meant.get(name)
        if meaning is not None and meaning not in known:
            known[meaning] = [column]
        elif name:
            unknown.append(column)
    columns = Columns(known, unknown)
    numbers = ("load", "reps", "distance", "rpe", "heart rate", "power", "ascent", "calories")
    return Cells(columns, Ledger(sheet.diagnostics), mark_of(sheet, columns, numbers))


def _moment(row: Row, table: Table, mapping: Mapping) -> Moment | None:
    """The row's date, with the time of day from a column of its own where there is one."""
    when = row_moment(table.cells, row, "date", mapping.day_order)
    text = table.cells.text(row, "time")
    if when is None or text is None or when.time is not None:
        return when
    clock = moment(f"{when.day.isoformat()} {text}")
    if clock is None or clock.time is None:
        table.cells.complain(row, "time", text, "a time of day")
        return when
    return replace(when, time=clock.time)


def _read_sets(table: Table, mapping: Mapping, original: Original, context: ReadContext) -> Reading:
    gathering = Gathering()
    for row in table.sheet.rows:
        check_length(row, table.sheet, table.ledger)
        when = _moment(row, table, mapping)
        exercise = None if when is None else row_exercise(table.cells, row)
        if when is None or exercise is None:
            continue
        draft = _draft(row, table, when, gathering, context)
        draft.sets += [_set(row, table, mapping, exercise)] * _count(row, table)
        draft.say(table.cells.text(row, "session note"))
        keep_unknown(table.cells, row, draft)
    return reading_of("spreadsheet", gathering, table.ledger, original, context)


def _draft(row: Row, table: Table, when: Moment, gathering: Gathering, context: ReadContext) -> Draft:
    title = table.cells.text(row, "title")
    key = f"{when.at(context.zone).replace(tzinfo=None).isoformat()}\n{title or ''}"
    known = gathering.get(key)
    if known is not None:
        return known
    start = when.at(context.zone)
    return gathering.begin(Draft(key, start, title, start_known=when.time is not None, local_day=when.day), key)


def _count(row: Row, table: Table) -> int:
    """How many equal sets the row stands for: one, unless a column says how many."""
    told = table.cells.count(row, "sets")
    if told is not None and told > _MOST_SETS:
        table.cells.complain(row, "sets", str(told), f"at most {_MOST_SETS} sets")
        return 1
    return max(1, told or 1)


def _set(row: Row, table: Table, mapping: Mapping, exercise: str) -> StrengthSet:
    cells = table.cells
    return StrengthSet(
        exercise,
        reps=cells.count(row, "reps"),
        load=_load(row, table, mapping),
        kind=row_kind(cells, row, "set kind"),
        rir=as_float(cells.number(row, "rir")),
        rpe=as_float(cells.positive(row, "rpe")),
        duration_s=_seconds(row, table, mapping, "duration"),
        distance_m=row_distance_m(cells, row, "distance", mapping.distance_unit),
        rest_s=_seconds(row, table, mapping, "rest"),
        note=cells.text(row, "note"),
    )


def _load(row: Row, table: Table, mapping: Mapping) -> Amount | None:
    """The load, whose unit may stand behind the number ("80 kg"), in a column beside it, or in the mapping."""
    text = table.cells.text(row, "load")
    if text is None:
        return None
    figure, _, behind = text.partition(" ")
    unit = unit_named(behind) or unit_named(table.cells.text(row, "load unit")) or mapping.load_unit
    value = number(text, table.cells.mark) or number(figure, table.cells.mark)
    if value is None:
        table.cells.complain(row, "load", text, "a load")
        return None
    if value <= 0 or unit is None or unit.dimension is not Dimension.MASS:
        return None
    return LoadUnits(unit).amount(value)


def _seconds(row: Row, table: Table, mapping: Mapping, meaning: str) -> float | None:
    """A length of time as a clock, with its unit, or as a number in the unit of the mapping."""
    text = table.cells.text(row, meaning)
    if text is None:
        return None
    bare = number(text, table.cells.mark)
    if bare is None:
        seconds = duration_s(text)
    else:
        unit = mapping.duration_unit if meaning == "duration" else None
        seconds = float(bare) * float(unit.factor) if unit is not None else None
        if unit is None:
            return None
    if seconds is None or seconds < 0:
        table.cells.complain(row, meaning, text, "a length of time")
        return None
    return seconds or None


def _read_activities(table: Table, mapping: Mapping, original: Original, context: ReadContext) -> Reading:
    seen: Counter[str] = Counter()
    sessions = []
    for row in table.sheet.rows:
        check_length(row, table.sheet, table.ledger)
        when = _moment(row, table, mapping)
        if when is None:
            continue
        written = when.at(context.zone).replace(tzinfo=None).isoformat()
        title = table.cells.text(row, "title")
        key = f"{written}\n{table.cells.text(row, 'sport') or ''}\n{title or ''}"
        seen[key] += 1
        session = activity(original, context, "spreadsheet", when, f"{key}\n{seen[key]}")
        sessions.append(_activity(row, table, mapping, replace(session, title=title)))
    ledger = table.ledger
    return Reading(
        "spreadsheet",
        Extent.PARTIAL if ledger.skipped else Extent.FULL,
        sessions=tuple(sorted(sessions, key=lambda session: session.start)),
        skipped=ledger.skipped,
        diagnostics=ledger.diagnostics,
    )


def _activity(row: Row, table: Table, mapping: Mapping, session: Session) -> Session:
    cells = table.cells
    session = with_sport(session, cells, row, "sport")
    return replace(
        session,
        duration_s=_seconds(row, table, mapping, "duration"),
        distance_m=row_distance_m(cells, row, "distance", mapping.distance_unit),
        ascent_m=measured(cells, row, "ascent"),
        energy_kj=measured(cells, row, "calories", KJ_PER_KCAL),
        mean_hr_bpm=heart_rate_bpm(cells, row, "heart rate"),
        mean_power_w=measured(cells, row, "power"),
        rpe=measured(cells, row, "rpe"),
        note=joined(cells.text(row, "note"), cells.text(row, "session note")),
        raw=session.raw + left_cells(row, cells.columns.unknown),
    )
