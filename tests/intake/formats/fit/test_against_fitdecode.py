"""fitdecode reads every message and field of the recordings as we do, but for what is explained here one by one."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fitdecode

from longgame.intake.formats.fit import decode
from longgame.intake.formats.fit.base_types import Kind
from tests.intake.formats.fit.comparing import Difference, Rows, agree, undamaged
from tests.intake.formats.fit.recordings import by_name, for_second_opinions


@dataclass(frozen=True)
class Explained:
    """Why a field may differ, and what a difference that is explained so looks like."""

    why: str
    fits: Callable[[Difference], bool]


EXPLAINED = {
    ("hr", "event_timestamp"): Explained(
        "fitdecode counts the belt's clock on from 0 and adds the watch's time; we keep the belt's clock, as the "
        "vendor's decoder does, which test_against_vendor holds",
        lambda found: isinstance(found.theirs, float),
    ),
    ("event", "front_gear"): Explained(
        "0 is the stored type's own sign for nothing, which fitdecode does not look at in components",
        lambda found: (found.ours, found.theirs) == (None, 0),
    ),
    ("event", "front_gear_num"): Explained(
        "the same as front_gear", lambda found: (found.ours, found.theirs) == (None, 0)
    ),
}


@dataclass(frozen=True)
class Theirs:
    """One field of one message as fitdecode gives it."""

    part: int
    message: int
    row: int
    name: str
    value: object
    developer: tuple[int, int] | None
    made_of_components: bool


def read(data: bytes) -> tuple[list[Theirs], bool]:
    """All fields of all messages, and whether fitdecode got to the end."""
    found: list[Theirs] = []
    counts: dict[tuple[int, int], int] = {}
    part = -1
    options = {"processor": None, "check_crc": fitdecode.CrcCheck.DISABLED}
    with warnings.catch_warnings(), fitdecode.FitReader(data, **options) as reader:
        warnings.simplefilter("ignore")
        try:
            for frame in reader:
                part += isinstance(frame, fitdecode.FitHeader)
                if isinstance(frame, fitdecode.FitDataMessage):
                    key = part, frame.def_mesg.global_mesg_num
                    row = counts[key] = counts.get(key, -1) + 1
                    found += fields(frame, part, row)
        except fitdecode.FitError:
            return found, False
    return found, True


def fields(frame: Any, part: int, row: int) -> Iterator[Theirs]:
    for field in frame.fields:
        definition = field.field_def
        developer = (definition.dev_data_index, definition.def_num) if definition and definition.is_dev else None
        number = frame.def_mesg.global_mesg_num
        yield Theirs(part, number, row, field.name, field.value, developer, definition is None)


def differences(data: bytes) -> Iterator[Difference]:
    file = decode(data)
    rows = [{table.number: Rows(table, undamaged(file)) for table in part.tables} for part in file.parts]
    theirs, _ = read(data)
    for field in theirs:
        table = rows[field.part][field.message]
        if field.row >= table.comparable:
            continue
        ours = value(table, field)
        # Components of a field without a value fill nothing: the target's own value stands.
        if not (field.made_of_components and field.value is None) and not agree(ours, field.value):
            yield Difference(table.table.name, field.name, ours, field.value)


def value(table: Rows, field: Theirs) -> Any:
    if field.developer is not None:
        return table.developer(*field.developer, field.row)
    column = table.table.column(field.name)
    if isinstance(field.value, str) and column is not None and column.kind is not Kind.TEXT:
        return table.word(field.name, field.row)
    if isinstance(field.value, tuple) and any(isinstance(each, str) for each in field.value):
        return field.value if column is not None and column.present[field.row] else None
    return table.native(field.name, field.row)


@by_name(for_second_opinions())
def test_every_field_is_read_alike(path: Path) -> None:
    found = differences(path.read_bytes())
    unexplained = [
        each
        for each in found
        if (each.message, each.field) not in EXPLAINED or not EXPLAINED[each.message, each.field].fits(each)
    ]
    assert unexplained == []


@by_name(for_second_opinions())
def test_no_message_is_missing(path: Path) -> None:
    data = path.read_bytes()
    theirs, complete = read(data)
    last = {(each.part, each.message): each.row + 1 for each in theirs}
    ours = {
        (place, table.number): len(table)
        for place, part in enumerate(decode(data).parts)
        for table in part.tables
        if table.numbers_stored
    }
    if complete:
        assert ours == last
    else:
        assert {key: ours.get(key, 0) >= count for key, count in last.items()} == dict.fromkeys(last, True)
