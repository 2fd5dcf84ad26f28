"""Older plan text comes to the newest version with its difference shown, and nothing is changed twice."""

from __future__ import annotations

from longgame.plan.language import format_text
from longgame.plan.upgrade import upgrade
from tests.plan.corpus import CORPUS

NEWEST = format_text((CORPUS / "days" / "sketch.plan").read_text())


def test_the_newest_version_needs_no_upgrade() -> None:
    assert (upgrade(NEWEST).text, upgrade(NEWEST).changes) == (NEWEST, False)


def test_a_missing_first_line_is_added_and_shown() -> None:
    found = upgrade('season "S"  2026-11-23 .. 2027-01-31\n', "my.plan")
    assert found.text == 'longgame plan 1\n\nseason "S"  2026-11-23 .. 2027-01-31\n'
    assert found.difference.splitlines() == [
        "--- my.plan",
        "+++ my.plan, version 1",
        "@@ -1 +1,3 @@",
        "+longgame plan 1",
        "+",
        ' season "S"  2026-11-23 .. 2027-01-31',
    ]


def test_a_version_from_the_future_is_left_alone() -> None:
    found = upgrade("longgame plan 9\nsomething   new\n")
    assert (found.text, found.changes) == ("longgame plan 9\nsomething   new\n", False)
    assert found.diagnostics[0].code.value == "P102"
