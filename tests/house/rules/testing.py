"""Tests assert something, depend on no clock, and say why they are skipped."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.rules import Rule
from tests.house.source import Function, Source

TIMERS = frozenset(
    {"time.perf_counter", "time.time", "time.monotonic", "time.process_time", "timeit.timeit", "time.sleep"}
)
ASSERTING = ("assert", "raises", "check", "expect", "verify", "prove", "warns")


def _asserts(function: Function) -> bool:
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name.lstrip("_").startswith(ASSERTING):
                return True
    return False


def _tests(source: Source) -> Iterator[Function]:
    return (function for function in source.functions() if function.name.startswith("test_"))


def asserts_nothing(source: Source) -> Iterator[str]:
    for function in _tests(source):
        if not _asserts(function):
            yield source.at(function, f"{function.name} asserts nothing")


def timed(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.Name | ast.Attribute) and source.full_name(node) in TIMERS:
            yield source.at(node, f"{source.full_name(node)} in a test; speed is measured in benchmarks/")


def skipped_in_silence(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.Call) and (name := source.full_name(node.func)) is not None:
            said = [k for k in node.keywords if k.arg == "reason"] or (name == "pytest.skip" and node.args)
            if name in {"pytest.skip", "pytest.mark.skip", "pytest.mark.skipif", "pytest.mark.xfail"} and not said:
                yield source.at(node, f"{name} without a reason")
        elif isinstance(node, Function | ast.ClassDef):
            for decorator in node.decorator_list:
                if source.full_name(decorator) in {"pytest.mark.skip", "pytest.mark.xfail"}:
                    yield source.at(node, "skipped without a reason")


TEST = "tests/kernel/test_some.py"

RULES = {
    "every test asserts": Rule(
        asserts_nothing,
        breaks={"a call": "def test_a():\n    f()", "a method": "class TestA:\n    def test_a(self): f()"},
        keeps={
            "assert": "def test_a():\n    assert f()",
            "raises": "import pytest\ndef test_a():\n    with pytest.raises(ValueError): f()",
        },
        folders=("tests",),
        path=TEST,
    ),
    "no test looks at a clock": Rule(
        timed,
        breaks={"perf_counter": "import time\ndef test_a():\n    assert time.perf_counter() < 1"},
        folders=("tests",),
        path=TEST,
    ),
    "a skipped test says why": Rule(
        skipped_in_silence,
        breaks={
            "call": "import pytest\npytest.skip()",
            "mark": "import pytest\n@pytest.mark.skip\ndef test_a(): assert 1",
            "condition": "import pytest\n@pytest.mark.skipif(True)\ndef test_a(): assert 1",
        },
        keeps={"reason": "import pytest\n@pytest.mark.skipif(True, reason='no data here')\ndef test_a(): assert 1"},
        folders=("tests",),
        path=TEST,
    ),
}
