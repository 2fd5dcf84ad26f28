"""Why a change to a plan's text is not made: P4xx."""

from __future__ import annotations

from longgame.kernel.diagnostics import DiagnosticCode


class EditCode(DiagnosticCode):
    """Reasons to leave a text as it is; docs/reference/diagnostics.md says each in a line."""

    NOTHING_THERE = "P401"
    FROM_TEMPLATE = "P402"
    DAY_NOT_APART = "P403"
