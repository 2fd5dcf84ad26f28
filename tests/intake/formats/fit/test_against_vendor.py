"""The vendor's decoder reads every message and field of the recordings as we do, but for what is explained here.

It gives up at compressed timestamps, wrong checksums and damage; what it read until then is compared all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from garmin_fit_sdk import Decoder, Stream
from garmin_fit_sdk.profile import Profile

from longgame.intake.formats.fit import decode
from longgame.intake.formats.fit.base_types import Kind
from longgame.intake.formats.fit.belts import beats
from longgame.intake.formats.fit.profile import message_profile
from tests.intake.formats.fit.comparing import Difference, Rows, Value, agree, undamaged
from tests.intake.formats.fit.recordings import by_name, for_second_opinions, shipped

NUMBERS = {message["messages_key"]: int(number) for number, message in Profile["messages"].items()}


def read(data: bytes, *, merge: bool = False) -> dict[str, list[dict[Any, Any]]]:
    """The vendor's messages by kind; names of kinds that it does not know are numbers."""
    decoder = Decoder(Stream.from_byte_array(bytearray(data)))
    messages, _ = decoder.read(convert_datetimes_to_dates=False, merge_heart_rates=merge)
    return dict(messages)


def differences(data: bytes) -> Iterator[Difference]:
    file = decode(data)
    for key, theirs in read(data).items():
        number = NUMBERS[key] if key in NUMBERS else int(key)
        kinds = [table for part in file.parts for table in part.tables if table.number == number]
        tables = [Rows(table, undamaged(file)) for table in kinds]
        places = ((table, row) for table in tables for row in range(table.comparable))
        for message, (table, row) in zip(theirs, places, strict=False):
            yield from _differences(message, number, table, row)


def _differences(message: dict[Any, Any], number: int, table: Rows, row: int) -> Iterator[Difference]:
    for field, theirs in message.items():
        if field != "developer_fields" and (number, field) != (206, "key") and known(number, field):
            name = f"unknown_{field}" if isinstance(field, int) else field
            ours = value(table, name, row, theirs)
            # The vendor gives all texts that stand in one field, we the first: devices leave old bytes after it.
            first = theirs[0] if isinstance(theirs, list) and isinstance(theirs[0], str) else theirs
            if not agree(ours, first) and not (first == "" and ours is None):
                yield Difference(table.table.name, name, ours, first)


def known(number: int, field: int | str) -> bool:
    """Whether our profile has the field, or the vendor has no name for it either. A field newer than the profile that
    ours is made from is kept by number and unscaled, which is the one difference that is left out here."""
    profile = message_profile(number)
    return isinstance(field, int) or field in profile.numbers or field in profile.subfields


def value(table: Rows, name: str, row: int, theirs: object) -> Value:
    column = table.table.column(name)
    if isinstance(theirs, str) and column is not None and column.kind is not Kind.TEXT:
        return table.word(name, row)
    if isinstance(theirs, list) and isinstance(theirs[0], str) and column is not None and column.kind is not Kind.TEXT:
        return table.word(name, row)
    return table.native(name, row)


@by_name(for_second_opinions())
def test_every_field_is_read_alike(path: Path) -> None:
    assert [*differences(path.read_bytes())] == []


@pytest.mark.parametrize("name", ["fitdecode-fr735xt-swim", "fitparse-fr920xt-triathlon"])
def test_heart_rate_of_a_belt_is_merged_alike(name: str) -> None:
    """The vendor averages over a record's second what we take at its end: close, but not the same."""
    data = shipped(name)
    file = decode(data)
    records = file.parts[0].table("record")
    assert records is not None
    seconds = records.numbers("timestamp")
    assert seconds is not None
    ours = beats(table for part in file.parts if (table := part.table("hr")) is not None).at(seconds)
    theirs = np.array([each.get("heart_rate", np.nan) for each in read(data, merge=True)["record_mesgs"]], float)
    own = records.numbers("heart_rate")
    merged = ~np.isnan(theirs) & (True if own is None else np.isnan(own))
    both = merged & ~np.isnan(ours)
    assert both.sum() > 0.95 * merged.sum()
    assert np.median(np.abs(ours - theirs)[both]) <= 1
    assert np.quantile(np.abs(ours - theirs)[both], 0.99) <= 4
