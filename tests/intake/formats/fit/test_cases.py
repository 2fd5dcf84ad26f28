"""Each file of tests/corpus/intake/fit gives exactly the diagnostics that are written inside it.

The files hold bytes as hexadecimal text below a line of what is wrong with them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from longgame.intake.formats.fit import READER
from longgame.intake.formats.fit.codes import FitCode
from longgame.intake.model import Extent, Reading
from tests.intake.formats.fit.recordings import ROOT
from tests.intake.formats.samples import CONTEXT, original_of

CASES = sorted((ROOT / "tests/corpus/intake/fit").glob("*.hex"))


def octets(path: Path) -> bytes:
    """The bytes that a case writes down."""
    return bytes.fromhex("".join(line for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"))


def read(path: Path) -> Reading:
    return READER.read(original_of(octets(path), path.stem), CONTEXT)


def test_every_code_has_a_case() -> None:
    assert [path.name[:4] for path in CASES] == [code.value for code in FitCode]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gives_the_codes_written_in_it(path: Path) -> None:
    expected = re.findall(r"^# expect: (\w+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert [found.code.value for found in read(path).diagnostics] == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_how_much_of_a_case_is_read(path: Path) -> None:
    partial = {"I101", "I105", "I106", "I114"}
    nothing = {"I100", "I113"}
    code = path.name[:4]
    extent = Extent.NONE if code in nothing else Extent.PARTIAL if code in partial else Extent.FULL
    reading = read(path)
    assert reading.extent is extent
    assert len(reading.sessions) == (0 if code in {*nothing, "I112"} else 1)
