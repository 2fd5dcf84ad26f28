"""The mistakes the plan language can point at: P1xx, found while reading."""

from __future__ import annotations

from longgame.kernel.diagnostics import DiagnosticCode


class PlanCode(DiagnosticCode):
    """What can be wrong with plan text; docs/reference/diagnostics.md says each in a line."""

    VERSION_MISSING = "P101"
    VERSION_UNKNOWN = "P102"
    NOT_UNDERSTOOD = "P103"
    UPSIDE_DOWN = "P104"
    UNIT_MISSING = "P105"
    UNIT_MISFIT = "P106"
    INTENT_UNKNOWN = "P107"
    GOAL_UNKNOWN = "P108"
    MISPLACED = "P109"
    INDENTATION = "P110"
    TEXT_OPEN = "P111"
    DATE_IMPOSSIBLE = "P112"
    PART_MISSING = "P113"
    BRACKET_OPEN = "P114"
    TWICE = "P115"
    OUT_OF_RANGE = "P116"
    DASH_INTERVAL = "P117"
    DECIMAL_COMMA = "P118"
    NAME_UNKNOWN = "P119"
    ARGUMENT_COUNT = "P120"
    NESTED_TOO_DEEP = "P121"
    CONDITION_UNKNOWN = "P122"
    WEEK_OUTSIDE = "P123"
