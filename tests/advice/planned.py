"""Planned sessions for tests, made from plan text."""

from __future__ import annotations

from longgame.kernel.ids import ContentHash
from longgame.plan.anchors import NOTHING_KNOWN
from longgame.plan.calendar import resolve
from longgame.plan.language import parse
from longgame.plan.planned import PlannedSession

WEEK = """longgame plan 1

season "Autumn"  2026-11-16 .. 2026-11-29
  goal far "Run far"

block "Base"  2 weeks  serves far
  Mon "Easy"   base for far
    40..50 min run  rpe 2..3
  Wed "Short"  recovery for far
    20 min run  rpe 1..2
  Thu rest
  Sat "Long"   long for far
    90..100 min run  rpe 2..4
  Sun week 2 "5 km test"  test for far
    earned by consistency >= 80% over 4 weeks, no failure 48 h, last test >= 5 weeks ago
    5 km run all out
"""


def week() -> dict[str, PlannedSession]:
    """The first week's sessions (and the test of the second) by title."""
    parsed = parse(WEEK)
    assert parsed.diagnostics == ()
    sessions = resolve(parsed.plan, ContentHash("w"), NOTHING_KNOWN)
    return {one.title: one for one in reversed(sessions)}
