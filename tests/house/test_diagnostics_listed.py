"""Code, documentation and corpus agree on which diagnostics there are."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import longgame
from longgame.kernel.diagnostics import DiagnosticCode
from tests.house.source import REPOSITORY

TABLE = REPOSITORY / "docs" / "reference" / "diagnostics.md"
CORPUS = REPOSITORY / "tests" / "corpus"
ROOMS = {"P": ("plan",), "I": ("intake",), "J": ("store",), "A": ("app", "doors")}
"""The first letter of a code, and the rooms that may define it."""


def every_module() -> list[str]:
    """Names of all modules of the package; database migrations are scripts and define no codes."""
    found = pkgutil.walk_packages(longgame.__path__, "longgame.")
    return [module.name for module in found if "__main__" not in module.name and ".migrations." not in module.name]


def defined_codes() -> list[DiagnosticCode]:
    for name in every_module():
        importlib.import_module(name)
    lists, codes = [DiagnosticCode], list[DiagnosticCode]()
    while lists:
        subclasses = lists.pop().__subclasses__()
        lists += subclasses
        codes += [code for subclass in subclasses if subclass.__module__.startswith("longgame.") for code in subclass]
    return codes


def values(codes: list[DiagnosticCode]) -> list[str]:
    return sorted(str(code.value) for code in codes)


def documented(table: str) -> list[str]:
    """The first cell of each row that holds a code."""
    return sorted(re.findall(r"^\| *`?([A-Z]\d{3})`? *\|", table, re.MULTILINE))


def exercised(corpus: Path) -> set[str]:
    """Every word of the corpus that looks like a code."""
    texts = (path.read_bytes().decode("utf-8", "replace") for path in corpus.rglob("*") if path.is_file())
    names = (path.name for path in corpus.rglob("*"))
    return {code for text in (*texts, *names) for code in re.findall(r"(?<![A-Za-z0-9])[A-Z]\d{3}(?!\d)", text)}


def test_every_code_is_documented_once_and_nothing_else_is() -> None:
    assert documented(TABLE.read_text(encoding="utf-8")) == values(defined_codes())


def test_no_two_diagnostics_share_a_code() -> None:
    codes = values(defined_codes())
    assert codes == sorted(set(codes))


def test_every_code_has_a_case_in_the_corpus() -> None:
    assert sorted(set(values(defined_codes())) - exercised(CORPUS)) == []


def test_a_code_tells_its_room_by_its_letter() -> None:
    strangers = [
        f"{code.value} in {type(code).__module__}"
        for code in defined_codes()
        if type(code).__module__.split(".")[1] not in ROOMS[str(code.value)[0]]
    ]
    assert strangers == []


def test_the_reading_of_the_table_finds_codes_only() -> None:
    table = "| Code | Means |\n|---|---|\n| P104 | upside down |\n| `I101` | cut short |\nP105 is mentioned here\n"
    assert documented(table) == ["I101", "P104"]


def test_the_reading_of_the_corpus_finds_whole_codes_only(tmp_path: Path) -> None:
    (tmp_path / "a.plan").write_text("# expect P104 here\nXP105 P1066 p107\n", encoding="utf-8")
    (tmp_path / "I101-cut.fit").write_bytes(b"\xff\x00P201\x00")
    assert exercised(tmp_path) == {"P104", "P201", "I101"}
