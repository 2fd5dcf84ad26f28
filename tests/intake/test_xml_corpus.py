"""Each file under tests/corpus/intake named I2xx gives exactly the diagnostic that is written inside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from longgame.intake.model import Extent
from longgame.intake.readers import reader_named
from longgame.intake.xml_codes import XmlCode
from tests.intake.formats.samples import CONTEXT, original_of

FILES = sorted((Path(__file__).parents[1] / "corpus" / "intake").glob("I2*"))


def test_every_code_has_a_case() -> None:
    assert {path.name[:4] for path in FILES} == {code.value for code in XmlCode}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_case_gives_the_code_written_in_it(path: Path) -> None:
    data = path.read_bytes()
    expected = re.findall(rb"expect: (I\d+)", data)
    reader = reader_named(path.suffix.removeprefix("."))
    assert reader is not None
    reading = reader.read(original_of(data, path.name), CONTEXT)
    assert [d.code.value.encode() for d in reading.diagnostics] == expected


@pytest.mark.parametrize(
    ("name", "extent", "sessions"),
    [
        ("I201-not-xml.gpx", Extent.NONE, 0),
        ("I202-cut-off.gpx", Extent.PARTIAL, 1),
        ("I203-no-times.gpx", Extent.NONE, 0),
        ("I204-route-only.gpx", Extent.FULL, 0),
        ("I205-backward.gpx", Extent.FULL, 1),
        ("I208-damaged.gpx", Extent.PARTIAL, 1),
        ("I209-clock-not-set.gpx", Extent.NONE, 0),
    ],
)
def test_how_much_of_a_case_is_read(name: str, extent: Extent, sessions: int) -> None:
    reader = reader_named("gpx")
    assert reader is not None
    path = next(path for path in FILES if path.name == name)
    reading = reader.read(original_of(path.read_bytes(), name), CONTEXT)
    assert (reading.extent, len(reading.sessions)) == (extent, sessions)
