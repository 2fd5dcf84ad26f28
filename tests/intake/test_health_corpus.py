"""Each file under tests/corpus/intake named I4xx gives exactly the diagnostics written inside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from longgame.intake.health.codes import HealthCode
from longgame.intake.readers import reader_named
from tests.intake.formats.samples import CONTEXT, original_of

FILES = sorted((Path(__file__).parents[1] / "corpus" / "intake").glob("I4*"))


def test_every_code_has_a_case() -> None:
    assert {path.name[:4] for path in FILES} == {code.value for code in HealthCode}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_case_gives_the_code_written_in_it(path: Path) -> None:
    data = path.read_bytes()
    expected = re.findall(rb'expect"?: "?(I\d+)', data)
    reader = reader_named(path.name.split(".")[1])
    assert reader is not None
    reading = reader.read(original_of(data, path.name), CONTEXT)
    assert [d.code.value.encode() for d in reading.diagnostics] == expected
