"""JEFIT: one file of many tables, each under a line such as "### EXERCISE LOGS ####".

Older exports hold the sets as text ("50.0x15,50.0x12") in the unit of the settings; newer ones have a table of sets in
pounds and miles, which is used where the text is missing and for what the text has no room for. What was entered in
kilograms went through pounds: 64.9998 is 65. Sessions are told by their id, with start and length in seconds. Cardio
has a table of its own, with its day, seconds, and a distance whose unit nobody says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from longgame.intake.model import Original, Question, ReadContext, Reading, Skipped
from longgame.intake.tables.cells import Cells
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import DayOrder, epoch_moment, moment
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.headers import Vocabulary
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.lifting import LONGEST_SESSION_S, as_float, plausible_duration, row_distance_m
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.numbers import number
from longgame.intake.tables.one_table import nothing_read, reading_of
from longgame.intake.tables.sheet import Row, Sheet, read_sheet
from longgame.intake.tables.sport_words import sport_of
from longgame.intake.tables.summaries import KJ_PER_KCAL
from longgame.intake.tables.text import decode, decode_head
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.sport import Sport
from longgame.kernel.units import Amount, Dimension, Unit
from longgame.record.profile import Fact, FactKind
from longgame.record.sets import StrengthSet

WEIGHT_QUESTION = "jefit.weight-unit"
DISTANCE_QUESTION = "jefit.distance-unit"

_NAME = re.compile(r"[A-Z][A-Z0-9 &/_-]*")
_PACKED = re.compile(r"^(-?\d+(?:\.\d+)?)\s*[x×X*]\s*(\d{1,6})$")
_USED = frozenset({"WORKOUT SESSIONS", "EXERCISE LOGS", "EXERCISE SET LOGS", "CARDIO LOGS", "SETTING", "PROFILE"})
_SESSIONS = Vocabulary(
    {"id": "_id", "day": "mydate", "start": "starttime | starttimie", "end": "endtime", "total": "total_time"}
)
_LOGS = Vocabulary(
    {
        "id": "_id",
        "day": "mydate",
        "eid": "eid",
        "name": "ename",
        "sets": "logs",
        "session": "belongsession",
        "time": "logTime",
    }
)
_SETS = Vocabulary(
    {
        "log": "exercise_log_id",
        "place": "set_index",
        "weight": "weight_lbs",
        "reps": "reps",
        "distance": "distance_mi",
        "seconds": "duration",
    }
)
_CARDIO = Vocabulary(
    {
        "id": "row_id | _id",
        "eid": "eid",
        "day": "mydate",
        "seconds": "duration",
        "distance": "distance",
        "energy": "calorie",
        "speed": "speed",
        "lap": "lap",
    }
)
_STEP = Decimal("0.05")
_MOVED = Decimal("0.000012")
"""How far, as a share of it, a load is moved by JEFIT's way through pounds at 2.2046 and four decimals."""
_SETTING = Vocabulary({"mass": "mass"})
_PROFILE = Vocabulary({"day": "mydate", "weight": "weight"})


class JefitReader:
    """Reads the file that JEFIT's "Export my data" writes."""

    name = "jefit"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the banners decide alone
        """Whether the file has sections headed in JEFIT's way."""
        banners = {_named_by(line) for line in decode_head(head).splitlines()}
        own = {"EXERCISE LOGS", "WORKOUT SESSIONS", "CARDIO LOGS"}
        return bool(banners & own) or {"SETTING", "PROFILE"} <= banners

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file in sessions, cardio as sessions of its days, and the body's mass from the profile."""
        file = _File(decode(original.data()).text)
        logs, cardio = file.table("EXERCISE LOGS", _LOGS), file.table("CARDIO LOGS", _CARDIO)
        if (logs is None or logs.columns.missing("name")) and cardio is None:
            file.ledger.leave_out(TableCode.MISSING_COLUMN, "there is no table of exercise logs", 1)
            return nothing_read(self.name, file.ledger)
        unit = _unit(file, context)
        gathering = Gathering()
        walk = _Walk(file, unit, context, gathering)
        for row in logs.rows if logs is not None else ():
            assert logs is not None
            walk.take(row, logs)
        far = unit_named(context.answer(DISTANCE_QUESTION))
        farness_needed = [
            _take_cardio(row, cardio, walk.names, far, context, gathering)
            for row in (cardio.rows if cardio is not None else ())
            if cardio is not None
        ]
        question = _question() if unit is None and walk.needs_unit else None
        question = question or (_distance_question() if any(farness_needed) else None)
        reading = reading_of(self.name, gathering, file.ledger, original, context, question, _masses(file, unit))
        return _with_unread_sections(reading, file)


READER = JefitReader()


class _Part(Cells):
    """One table of the file, with its rows numbered as lines of the whole file."""

    def __init__(self, sheet: Sheet, words: Vocabulary, ledger: Ledger, first_line: int) -> None:
        super().__init__(words.columns(sheet.header), ledger)
        self.rows = tuple(Row(row.number + first_line, row.cells) for row in sheet.rows)


def _named_by(line: str) -> str | None:
    """The section that a line opens, nothing for a rule of # alone, which ends one; None for any other line."""
    if not line.startswith("#"):
        return None
    name = line.strip("#").strip()
    if not name:
        return ""
    return name if line.startswith("##") and _NAME.fullmatch(name) else None


class _File:
    """The sections of a file by their names."""

    def __init__(self, text: str) -> None:
        self.ledger = Ledger()
        self.sections: dict[str, tuple[int, list[str]]] = {}
        held: list[str] = []
        for at, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
            name = _named_by(line)
            if name is None:
                held.append(line)
                continue
            held = []
            if name:
                self.sections.setdefault(name, (at, held))

    def table(self, name: str, words: Vocabulary) -> _Part | None:
        """The table under that banner, or None."""
        if name not in self.sections:
            return None
        first_line, lines = self.sections[name]
        text = "\n".join(lines)
        skipped_lines = len(text) - len(text.lstrip("\n"))
        return _Part(read_sheet(text.encode(), ","), words, self.ledger, first_line + skipped_lines)


def _unit(file: _File, context: ReadContext) -> Unit | None:
    """The unit of the sets written as text: as the settings say, else as the athlete answered."""
    setting = file.table("SETTING", _SETTING)
    said = next((setting.text(row, "mass") for row in setting.rows), None) if setting is not None else None
    unit = unit_named(said) or unit_named(context.answer(WEIGHT_QUESTION))
    return unit if unit is not None and unit.dimension is Dimension.MASS else None


def _question() -> Question:
    return Question(WEIGHT_QUESTION, "Are the loads in your JEFIT export in lb or in kg?", ("lb", "kg"))


def _distance_question() -> Question:
    text = "Are the distances of cardio in your JEFIT export in mi or in km?"
    return Question(DISTANCE_QUESTION, text, ("mi", "km"))


@dataclass(frozen=True, slots=True)
class _Session:
    """A session of the table of sessions."""

    start_s: float | None
    total_s: float | None


class _Walk:
    """Goes through the exercise logs."""

    def __init__(self, file: _File, unit: Unit | None, context: ReadContext, gathering: Gathering) -> None:
        self.needs_unit = False
        self.names: dict[str, str] = {}
        self._unit = unit
        self._context = context
        self._gathering = gathering
        self._sessions = dict(_sessions(file))
        self._sets = _sets_by_log(file, unit)

    def take(self, row: Row, logs: _Part) -> None:
        """Adds a log's sets to its session, or leaves it out and says why."""
        exercise = logs.text(row, "name")
        self.names.setdefault(logs.text(row, "eid") or "", exercise or "")
        draft = self._draft(row, logs)
        if draft is None:
            message = f"expected a date, got “{logs.text(row, 'day') or ''}”"
            logs.ledger.leave_out(TableCode.UNREADABLE_DATE, message, row.number, "mydate")
        elif exercise is None:
            logs.ledger.leave_out(TableCode.NAMELESS_ROW, "no exercise is named", row.number)
        else:
            found = self._packed(row, logs, exercise) or self._tabled(row, logs, exercise)
            draft.sets += found
            if not found:
                logs.ledger.pass_over("an exercise without any set", row.number)

    def _draft(self, row: Row, logs: _Part) -> Draft | None:
        own, day = logs.text(row, "session"), logs.text(row, "day")
        known = self._gathering.get(own, day)
        if known is not None:
            return known
        session = self._sessions.get(own or "", _Session(None, None))
        began = epoch_moment(session.start_s) if session.start_s else None
        when = moment(day, DayOrder.MONTH_FIRST) if day else None
        if began is None and when is None:
            return None
        if began is not None:
            start = began.astimezone(self._context.zone)
            draft = Draft(f"{own}\n{start.isoformat()}", start, external_id=own, duration_s=session.total_s)
        else:
            assert when is not None
            draft = Draft(
                f"{own or ''}\n{when.day}", when.at(self._context.zone), start_known=False, local_day=when.day
            )
        return self._gathering.begin(draft, own, day)

    def _packed(self, row: Row, logs: _Part, exercise: str) -> list[StrengthSet]:
        found = []
        for text in (logs.text(row, "sets") or "").split(","):
            match = _PACKED.match(text.strip())
            if match is not None:
                load = number(match.group(1))
                self.needs_unit = self.needs_unit or bool(load)
                amount = None if self._unit is None or not load or load < 0 else _load(load, self._unit)
                found.append(StrengthSet(exercise, reps=int(match.group(2)) or None, load=amount))
            elif text.strip():
                logs.complain(row, "sets", text.strip(), "a load and repetitions such as 60x8")
        return found

    def _tabled(self, row: Row, logs: _Part, exercise: str) -> list[StrengthSet]:
        return [replace(one, exercise=exercise) for one in self._sets.get(logs.text(row, "id") or "", ())]


def _load(value: Decimal, unit: Unit) -> Amount:
    """A load as it was entered: one that JEFIT's way through pounds moved from its step is put back on it."""
    return _on_step(value, unit) or LoadUnits(unit).amount(value)


def _pounds(value: Decimal, unit: Unit | None) -> Amount:
    """A load of the table in pounds: in the unit of the settings where it was entered in that."""
    entered = _on_step(value * Unit.POUND.factor, Unit.KILOGRAM) if unit is Unit.KILOGRAM else None
    return entered or _load(value, Unit.POUND)


def _on_step(value: Decimal, unit: Unit) -> Amount | None:
    step = (value / _STEP).to_integral_value() * _STEP
    if step <= 0 or step == value or abs(value - step) > value * _MOVED:
        return None
    return Amount(step.normalize() if step % 1 else step.quantize(Decimal(1)), unit)


def _take_cardio(
    row: Row, cardio: _Part, names: Mapping[str, str], far: Unit | None, context: ReadContext, gathering: Gathering
) -> bool:
    """Adds a row of cardio as a session of its day; whether its distance waits for a unit."""
    written, eid = cardio.text(row, "day"), cardio.text(row, "eid") or ""
    when = moment(written, DayOrder.MONTH_FIRST) if written else None
    if when is None:
        message = f"expected a date, got “{written or ''}”"
        cardio.ledger.leave_out(TableCode.UNREADABLE_DATE, message, row.number, "mydate")
        return False
    name = names.get(eid) or f"cardio {eid}".strip()
    key = f"cardio\n{cardio.text(row, 'id') or f'{when.day} {eid}'}"
    draft = Draft(key, when.at(context.zone), name, start_known=False, local_day=when.day)
    draft.sport = sport_of(name) or Sport.OTHER
    draft.duration_s = plausible_duration(
        cardio, row, "seconds", float(cardio.positive(row, "seconds") or 0), cardio.text(row, "seconds") or ""
    )
    energy, distance = cardio.positive(row, "energy"), cardio.positive(row, "distance")
    draft.energy_kj = None if energy is None else float(energy) * KJ_PER_KCAL
    known = far is not None and far.dimension is Dimension.LENGTH
    draft.distance_m = row_distance_m(cardio, row, "distance", far)
    for meaning in ("speed", "lap", *(() if known else ("distance",))):
        if cardio.positive(row, meaning) is not None:
            draft.tell(meaning, cardio.text(row, meaning))
    gathering.begin(draft, key)
    return distance is not None and not known


def _sessions(file: _File) -> Iterator[tuple[str, _Session]]:
    part = file.table("WORKOUT SESSIONS", _SESSIONS)
    for row in part.rows if part is not None else ():
        assert part is not None
        own = part.text(row, "id")
        figures = [number(row.cells[c.index]) for c in part.columns.every("start") if c.index < len(row.cells)]
        start = next((float(value) for value in figures if value), None)
        ended = part.positive(row, "end")
        total = part.positive(row, "total") or (None if ended is None or start is None else ended - Decimal(start))
        length = None if total is None or not 0 < total <= LONGEST_SESSION_S else float(total)
        if own is not None:
            yield own, _Session(start, length)


def _sets_by_log(file: _File, unit: Unit | None) -> dict[str, list[StrengthSet]]:
    """The sets of the table by the log they belong to, their exercise still to be named."""
    part = file.table("EXERCISE SET LOGS", _SETS)
    found: dict[str, list[StrengthSet]] = {}
    for row in part.rows if part is not None else ():
        assert part is not None
        log = part.text(row, "log")
        weight = part.positive(row, "weight")
        if log is not None:
            done = StrengthSet(
                "",
                reps=part.count(row, "reps") or None,
                load=None if weight is None else _pounds(weight, unit),
                duration_s=as_float(part.positive(row, "seconds")),
                distance_m=row_distance_m(part, row, "distance", Unit.MILE),
            )
            found.setdefault(log, []).append(done)
    return found


def _masses(file: _File, unit: Unit | None) -> tuple[Fact, ...]:
    """The body's mass by day; 0 means not measured."""
    part = file.table("PROFILE", _PROFILE)
    found: dict[date, Fact] = {}
    for row in part.rows if part is not None and unit is not None else ():
        assert part is not None
        assert unit is not None
        when = moment(part.text(row, "day") or "", DayOrder.MONTH_FIRST)
        weight = part.positive(row, "weight")
        if when is not None and weight is not None:
            found[when.day] = Fact(FactKind.BODY_MASS, round(Amount(weight, unit).base, 3), when.day)
    return tuple(found[day] for day in sorted(found))


def _with_unread_sections(reading: Reading, file: _File) -> Reading:
    """Sections that longgame has no place for are listed, with the number of their rows."""
    left = []
    for name in file.sections:
        if name not in _USED:
            part = file.table(name, Vocabulary({}))
            if part is not None and part.rows:
                left.append(Skipped(None, f"the section {name} has no place in a journal", len(part.rows)))
    return replace(reading, skipped=(*reading.skipped, *left))
