"""Every file of the corpus comes out as it says itself: diagnostics, days, and a stable canonical form."""

from __future__ import annotations

from pathlib import Path

import pytest

from longgame.kernel.diagnostics import Severity
from longgame.kernel.ids import content_hash
from longgame.plan.calendar import resolve
from longgame.plan.language import format_text, lint, parse, render
from longgame.plan.progression import Outcome
from tests.plan.corpus import CORPUS, KNOWN, Expectation, corpus, read, said

FILES = corpus()
NAMES = [path.relative_to(CORPUS).as_posix() for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_all_diagnostics_and_no_others(path: Path) -> None:
    case = read(path)
    found = parse(case.text).diagnostics
    assert [f"{one.code.value} at {one.where}: {one.message}" for one in found] == case.lines("expect")


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_error_tells_what_to_write_instead(path: Path) -> None:
    found = parse(read(path).text).diagnostics
    assert [one for one in found if one.severity is Severity.ERROR and not one.hint] == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_formatting_twice_is_formatting_once(path: Path) -> None:
    once = format_text(read(path).text)
    assert format_text(once) == once
    assert render(parse(once).plan) == once


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_formatting_keeps_meaning_and_comments(path: Path) -> None:
    case = read(path)
    formatted = format_text(case.text)
    assert sorted(comments(formatted)) == sorted(comments(case.text))
    codes = [one.code for one in parse(case.text).diagnostics if one.code.value != "P110"]
    assert [one.code for one in parse(formatted).diagnostics] == codes


@pytest.mark.parametrize("path", [path for path in FILES if "# resolved on" in path.read_text()], ids=lambda p: p.stem)
def test_days_resolve_as_the_file_says(path: Path) -> None:
    case = read(path)
    sessions = resolved(case)
    for day, expected in case.days():
        assert [line for one in sessions if one.day == day for line in said(one)] == expected


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name != "mistakes"], ids=lambda p: p.stem)
def test_all_lints_and_no_others(path: Path) -> None:
    case = read(path)
    found = lint(parse(case.text).plan, KNOWN, start=next(iter(case.dates("starting")), None))
    expected = [line for line in case.lines("lint") if line != "nothing"]
    assert [f"{one.code.value} at {one.where}: {one.message}" for one in found] == expected


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


def resolved(case: Expectation) -> list:
    plan = parse(case.text).plan
    start = next(iter(case.dates("starting")), None)
    version = content_hash(case.text.encode())
    first = resolve(plan, version, KNOWN, start=start)
    served = {True: case.dates("served"), False: case.dates("not served")}
    outcomes = [Outcome(one.id, fact) for one in first for fact, days in served.items() if one.day in days]
    return list(resolve(plan, version, KNOWN, start=start, outcomes=outcomes))
