"""Each case in the corpus is read to exactly the diagnostics, sets and skipped rows that it states itself."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from longgame.intake.model import Answer, Original, ReadContext, Reading
from longgame.intake.tables.codes import TableCode
from longgame.kernel.ids import THE_ATHLETE, content_hash

CORPUS = Path(__file__).parents[2] / "corpus" / "intake" / "tables"


@dataclass
class Case:
    """A table with its directives."""

    body: bytes
    directives: dict[str, list[str]] = field(default_factory=dict)

    def one(self, name: str, otherwise: str) -> str:
        return self.directives.get(name, [otherwise])[0]


def parsed(path: Path) -> Case:
    head, _, body = path.read_text(encoding="utf-8").partition("---\n")
    directives: dict[str, list[str]] = {}
    for line in head.splitlines():
        name, _, value = line.partition(":")
        directives.setdefault(name, []).append(value.strip())
    encoding = directives.get("encoding", ["utf-8"])[0]
    return Case(body.encode(encoding), directives)


def read(case: Case, name: str) -> Reading:
    reader = importlib.import_module(f"longgame.intake.formats.{case.one('reader', '')}").READER
    answers = tuple(
        Answer(*(part.strip() for part in line.split("=", 1))) for line in case.directives.get("answer", [])
    )
    context = ReadContext(THE_ATHLETE, ZoneInfo("Europe/Berlin"), answers)
    reading: Reading = reader.read(Original(name, content_hash(case.body), case.body), context)
    return reading


def told(reading: Reading) -> Iterator[str]:
    for each in reading.diagnostics:
        place = "" if each.where is None else f" {each.where}"
        yield f"{each.code.value} {each.severity.value}{place}"


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.case")), ids=lambda path: path.stem)
def test_a_case_says_what_it_expects(path: Path) -> None:
    case = parsed(path)
    reading = read(case, path.name)
    assert list(told(reading)) == case.directives.get("expect", [])
    assert "; ".join(str(each.where) for each in reading.skipped) == case.one("skipped", "")
    assert len(reading.sessions) == int(case.one("sessions", "0"))
    assert sum(len(session.sets) for session in reading.sessions) == int(case.one("sets", "0"))
    assert ("" if reading.question is None else reading.question.key) == case.one("asks", "")


def test_every_code_has_a_case() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in CORPUS.glob("*.case"))
    assert [code.value for code in TableCode if f"expect: {code.value} " not in text] == []
