"""Set messages as strength sets: exercise, reps, load in the unit shown on the watch, duration and rest."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from longgame.intake.formats.fit.cells import number, text, whole, word
from longgame.intake.formats.fit.devices import spoken
from longgame.intake.formats.fit.profile import words
from longgame.intake.formats.fit.table import Table
from longgame.kernel.units import Amount, Unit
from longgame.record.sets import StrengthSet

UNNAMED = "Unknown Exercise"
REST = "rest"
NO_SUBTYPE = 0xFFFF
HALF = Decimal("0.5")
TENTH = Decimal("0.1")
QUARTER = Decimal("0.25")


def sets(table: Table | None, titles: Table | None, holds: Callable[[float], bool]) -> tuple[StrengthSet, ...]:
    """The sets whose start `holds` (a FIT time) in order; a rest is told with the set before it.

    `titles` are the workout's own exercise names.
    """
    named = _titles(titles)
    found: list[StrengthSet] = []
    resting: list[float] = []
    for row in range(len(table) if table is not None else 0):
        start = number(table, "start_time", row)
        if start is not None and not holds(start):
            continue
        duration = number(table, "duration", row)
        if word(table, "set_type", row) == REST:
            resting[-1:] = [resting[-1] + (duration or 0.0)] if resting else []
            continue
        load = _load(number(table, "weight", row), word(table, "weight_display_unit", row))
        found.append(
            StrengthSet(_exercise(table, row, named), whole(table, "repetitions", row), load, duration_s=duration)
        )
        resting.append(0.0)
    return tuple(_rested(each, rest) for each, rest in zip(found, resting, strict=True))


def _rested(performed: StrengthSet, rest_s: float) -> StrengthSet:
    if not rest_s:
        return performed
    return StrengthSet(
        performed.exercise, performed.reps, performed.load, duration_s=performed.duration_s, rest_s=rest_s
    )


def _exercise(table: Table | None, row: int, named: dict[tuple[int, int], str]) -> str:
    category, subtype = whole(table, "category", row), whole(table, "category_subtype", row)
    if category is None:
        return UNNAMED
    return exercise_name(category, subtype, named)


def exercise_name(category: int, subtype: int | None, named: dict[tuple[int, int], str]) -> str:
    """An exercise as the workout calls it, else by FIT's name, else by its category."""
    if (category, subtype or 0) in named:
        return named[category, subtype or 0]
    told = words("exercise_category").get(category)
    if told is None or told == "unknown":
        return UNNAMED
    precise = words(f"{told}_exercise_name").get(NO_SUBTYPE if subtype is None else subtype)
    return spoken(precise or told)


def _titles(table: Table | None) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for row in range(len(table) if table is not None else 0):
        category, name = whole(table, "exercise_category", row), text(table, "wkt_step_name", row)
        if category is not None and name:
            found[category, whole(table, "exercise_name", row) or 0] = name
    return found


def _load(kilograms: float | None, unit: str | None) -> Amount | None:
    """The load as it was entered. FIT keeps sixteenths of a kilogram, which blur the number the athlete saw: pounds
    are taken to the half, kilograms to the tenth unless they are whole quarters. 0 is what watches write for none."""
    if not kilograms:
        return None
    exact = Decimal(kilograms)
    if unit == "pound":
        pounds = Amount(exact, Unit.KILOGRAM).in_unit(Unit.POUND)
        return Amount((pounds / HALF).quantize(Decimal(1)) * HALF, Unit.POUND)
    return Amount(exact if exact % QUARTER == 0 else exact.quantize(TENTH), Unit.KILOGRAM)
