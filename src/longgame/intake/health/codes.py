"""The diagnostics that readers of JSON and of health and recovery exports give."""

from __future__ import annotations

from longgame.kernel.diagnostics import DiagnosticCode


class HealthCode(DiagnosticCode):
    """What can be wrong with such an export; docs/reference/diagnostics.md has one line for each."""

    NOT_JSON = "I401"
    CUT_OFF = "I402"
    NOTHING_KNOWN = "I403"
    UNDATED_RECORD = "I404"
    UNKNOWN_MOOD = "I405"
    UNKNOWN_SPORT = "I406"
