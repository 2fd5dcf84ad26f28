"""Confirming and correcting what an unknown table holds: `yes`, or `yes, effort: How hard, loads in lb`."""

from __future__ import annotations

import re
from dataclasses import replace

from longgame.intake.tables.dates import DayOrder
from longgame.intake.tables.headers import plain
from longgame.intake.tables.mapping import Mapping, Meaning, TableKind
from longgame.intake.tables.unit_names import unit_named
from longgame.kernel.units import Dimension, Unit

YES = "yes"
_UNITS = re.compile(r"(loads?|distances?|durations?) in (.+)")
_DIMENSIONS = {"load": Dimension.MASS, "distance": Dimension.LENGTH, "duration": Dimension.TIME}
_WITHOUT = "without "


class NotUnderstood(ValueError):
    """A part of an answer that says nothing about the table; the text says which, and what is known."""


def agreed(proposal: Mapping) -> str:
    """The answer that takes a proposal as it is; it holds what later files with these columns may leave open."""
    return YES if proposal.day_order is DayOrder.DAY_FIRST else f"{YES},{proposal.day_order.value.replace(' ', '-')}"


def answered(said: str, proposal: Mapping, header: tuple[str, ...]) -> Mapping:
    """The proposal with what an answer corrects, its parts apart by commas. `NotUnderstood` tells what is wrong.

    A part is `yes`, `meaning: header`, `without meaning`, `loads in lb`, `distances in mi`, `durations in min`, `month
    first`, `day first`, `rows are sets` or `rows are activities`. Case does not matter, nor punctuation in headers.
    """
    mapping = proposal
    for part in filter(None, map(str.strip, re.split("[;,]", said))):
        mapping = _corrected(mapping, part, header)
    return mapping


def _corrected(mapping: Mapping, part: str, header: tuple[str, ...]) -> Mapping:
    words = part.casefold()
    if words == YES:
        return mapping
    if (order := words.replace("-", " ")) in {one.value for one in DayOrder}:
        return replace(mapping, day_order=DayOrder(order))
    if words.removeprefix("rows are ") in {kind.value for kind in TableKind}:
        return replace(mapping, kind=TableKind(words.removeprefix("rows are ")))
    if (told := _UNITS.fullmatch(words)) is not None:
        return _in_unit(mapping, told[1].rstrip("s"), told[2])
    if words.startswith(_WITHOUT):
        left_out = _meaning(part[len(_WITHOUT) :])
        return replace(mapping, columns=tuple(one for one in mapping.columns if one[0] is not left_out))
    name, colon, column = part.partition(":")
    if not colon:
        raise NotUnderstood(f"“{part}” says nothing about the table")
    meaning, column = _meaning(name), _column(column, header)
    others = tuple(one for one in mapping.columns if one[0] is not meaning and one[1] != column)
    return replace(mapping, columns=(*others, (meaning, column)))


def _in_unit(mapping: Mapping, what: str, written: str) -> Mapping:
    unit = unit_named(written)
    if unit is None or unit.dimension is not _DIMENSIONS[what]:
        raise NotUnderstood(f"“{written}” is no unit of a {what}")
    match what:
        case "load":
            return replace(mapping, load_unit=unit)
        case "distance":
            return replace(mapping, distance_unit=unit)
        case _:
            return replace(mapping, duration_unit=unit)


def _meaning(written: str) -> Meaning:
    name = written.strip().casefold()
    name = Meaning.RPE.value if name == "effort" else name
    found = next((meaning for meaning in Meaning if meaning.value == name), None)
    if found is None:
        known = ", ".join(meaning.value for meaning in Meaning)
        raise NotUnderstood(f"“{written.strip()}” is nothing that a column can mean; there are {known}")
    return found


def _column(written: str, header: tuple[str, ...]) -> str:
    found = [name for name in header if name and plain(name) == plain(written.strip(" “”\"'"))]
    if len(found) != 1:
        raise NotUnderstood(f"“{written.strip()}” is no column of the table")
    return found[0]


def question_text(proposal: Mapping, header: tuple[str, ...], *, clocks: bool) -> str:
    """What is asked of the athlete: the proposal in words, what stays as it is, and how to correct it.

    `clocks` tells that all durations are written as clocks, so that their unit needs no word.
    """
    told = proposal if not clocks else replace(proposal, duration_unit=proposal.duration_unit or Unit.SECOND)
    described = told.describe()
    if clocks and proposal.duration_unit is None:
        described = described.replace(f"durations in {Unit.SECOND.symbol}", "durations as clocks")
    meant = {name for _, name in proposal.columns}
    left = ", ".join(f"“{name}”" for name in header if name and name not in meant)
    rest = f"; kept as they are: {left}" if left else ""
    return (
        f"Is this what the table holds? {described}{rest}. Answer “yes”, or correct it: “yes, effort: a header, without"
        " note, loads in kg, month first”."
    )
