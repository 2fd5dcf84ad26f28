"""What the decoder makes of files that say one thing each."""

from __future__ import annotations

import numpy as np
import pytest

from longgame.intake.formats.fit import FitFile, decode
from longgame.intake.model import Extent
from tests.intake.formats.fit.writing import T0, F, Writer, ride


def codes(file: FitFile) -> list[str]:
    return [each.code.value for each in file.diagnostics]


def column(file: FitFile, table: str, name: str, part: int = 0) -> list[float | None]:
    found = file.parts[part].table(table)
    assert found is not None
    numbers = found.numbers(name)
    assert numbers is not None
    return [None if np.isnan(each) else each for each in numbers.tolist()]


@pytest.mark.parametrize("big", [False, True])
def test_records_become_columns(big: bool) -> None:
    file = decode(ride(300, big=big).bytes())
    assert (file.extent, codes(file)) == (Extent.FULL, [])
    assert column(file, "record", "timestamp") == [T0 + second for second in range(300)]
    assert column(file, "record", "heart_rate") == [120 + second % 10 for second in range(300)]
    assert column(file, "record", "distance") == [10.0 * second for second in range(300)]


def test_compressed_timestamps_count_on_from_the_last_full_one() -> None:
    writer = Writer().define(0, 20, (F(253, "uint32"), F(3, "uint8"))).define(1, 20, (F(3, "uint8"),))
    writer.data(0, T0, 100)
    for second in (1, 2, 5, 31, 40):
        writer.data(1, 100 + second, offset=(T0 + second) % 32)
    writer.data(0, T0 + 500, 90).data(1, 91, offset=(T0 + 501) % 32)
    file = decode(writer.bytes())
    assert column(file, "record", "timestamp") == [T0 + s for s in (0, 1, 2, 5, 31, 40, 500, 501)]
    assert column(file, "record", "heart_rate") == [100, 101, 102, 105, 131, 140, 90, 91]


def test_nothing_is_nothing() -> None:
    writer = Writer().define(0, 20, (F(3, "uint8"), F(7, "uint16"), F(6, "uint16")))
    writer.data(0, 0xFF, 0xFFFF, 2500).data(0, 150, 0, 0xFFFF)
    file = decode(writer.bytes())
    assert column(file, "record", "heart_rate") == [None, 150]
    assert column(file, "record", "power") == [None, 0]
    assert column(file, "record", "enhanced_speed") == [2.5, None]
