"""Boostcamp's history JSON: days, each with its workouts, their exercises ("records") and sets.

A set's `value` is its load and `amount` its repetitions, or its seconds where the target is time. Only the moment at
which a workout was finished is told, so its start is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from longgame.intake.json_text import told_json
from longgame.intake.model import Original, ReadContext, Reading
from longgame.intake.tables.codes import TableCode
from longgame.intake.tables.dates import Moment, moment
from longgame.intake.tables.gather import Draft, Gathering
from longgame.intake.tables.ledger import Ledger
from longgame.intake.tables.loads import LoadUnits
from longgame.intake.tables.numbers import number
from longgame.intake.tables.one_table import nothing_read, reading_of
from longgame.intake.tables.text import decode, decode_head
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.units import Amount, Dimension
from longgame.record.sets import StrengthSet

Told = Mapping[str, object]
"""An object of the file."""


class BoostcampReader:
    """Reads the history that boostcamp.app shows in its history page."""

    name = "boostcamp"

    def recognises(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the content decides alone
        """Whether the file has workouts with records whose sets have an amount and a unit of load."""
        text = decode_head(head).lstrip()
        return text.startswith("{") and all(f'"{key}"' in text for key in ("records", "sets", "amount", "weight_unit"))

    def read(self, original: Original, context: ReadContext) -> Reading:
        """All sets of the file, in sessions."""
        ledger = Ledger()
        days = _days(decode(original.data()).text)
        if days is None:
            message = "not a history by days, as Boostcamp writes it"
            ledger = Ledger((Diagnostic(TableCode.MISSING_COLUMN, Severity.ERROR, message),))
            return nothing_read(self.name, ledger)
        gathering = Gathering()
        for place, (day, workout) in enumerate(days, start=1):
            when = moment(day)
            if when is None:
                ledger.leave_out(TableCode.UNREADABLE_DATE, f"expected a date, got “{day[:40]}”", place)
                continue
            _gather(workout, _session(workout, when, gathering, context), ledger, place)
        return reading_of(self.name, gathering, ledger, original, context)


READER = BoostcampReader()


def _days(text: str) -> list[tuple[str, Told]] | None:
    """Every workout with its day, or None where the text is no such history."""
    told = told_json(text)
    if isinstance(told, dict) and isinstance(told.get("data"), dict):
        told = told["data"]
    if not isinstance(told, dict):
        return None
    found = [(str(day), each) for day, list_ in told.items() if isinstance(list_, list) for each in _objects(list_)]
    return found or None


def _objects(told: object) -> Iterator[Told]:
    for each in told if isinstance(told, list) else ():
        if isinstance(each, dict):
            yield each


def _session(workout: Told, when: Moment, gathering: Gathering, context: ReadContext) -> Draft:
    title = _text(workout, "title") or _text(workout, "name")
    finished = _text(workout, "finished_at")
    key = "\n".join([when.day.isoformat(), title or "", finished or ""])
    day = Moment(when.day)
    draft = gathering.begin(Draft(key, day.at(context.zone), title, start_known=False, local_day=when.day), key)
    for name in ("name", "finished_at", "program_id", "week", "day"):
        draft.tell(name, _text(workout, name))
    return draft


def _gather(workout: Told, draft: Draft, ledger: Ledger, place: int) -> None:
    for record in _objects(workout.get("records")):
        exercise = _text(record, "name")
        for each in _objects(record.get("sets")):
            if exercise is None:
                ledger.leave_out(TableCode.NAMELESS_ROW, "no exercise is named", place)
            elif each.get("skipped") is True:
                ledger.pass_over(f"a set of {exercise} that was skipped", place)
            else:
                draft.sets.append(_set(exercise, each))


def _set(exercise: str, told: Told) -> StrengthSet:
    amount = None if told.get("amountEmpty") is True else _figure(told, "amount")
    timed = _text(told, "target_type") in ("time", "duration", "seconds")
    return StrengthSet(
        exercise,
        reps=None if timed or amount is None or amount != int(amount) else int(amount),
        load=_load(told),
        rpe=_rpe(told),
        duration_s=float(amount) if timed and amount else None,
    )


def _load(told: Told) -> Amount | None:
    value = None if told.get("valueEmpty") is True else _figure(told, "value")
    unit = unit_named(_text(told, "weight_unit"))
    if not value or unit is None or unit.dimension is not Dimension.MASS:
        return None
    return LoadUnits(unit).amount(value)


def _rpe(told: Told) -> float | None:
    value = _figure(told, "rpe")
    return float(value) if value is not None and 0 < value <= 10 else None


def _figure(told: Told, name: str) -> Decimal | None:
    value = told.get(name)
    found = number(str(value)) if isinstance(value, int | float | str) and not isinstance(value, bool) else None
    return found if found is not None and found >= 0 else None


def _text(told: Told, name: str) -> str | None:
    value = told.get(name)
    return str(value).strip() or None if isinstance(value, int | float | str) and not isinstance(value, bool) else None
