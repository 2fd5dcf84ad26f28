"""What can go wrong, or be lost, between plan text and other people's formats: P3xx."""

from __future__ import annotations

from longgame.kernel.diagnostics import DiagnosticCode


class InteropCode(DiagnosticCode):
    """Notes on workouts that come in or go out; docs/reference/diagnostics.md says each in a line."""

    UNREADABLE = "P301"
    NOT_CARRIED_IN = "P302"
    IMPOSSIBLE = "P303"
    INTENT_GUESSED = "P304"
    NOT_CARRIED_OUT = "P305"
    NUMBER_UNKNOWN = "P306"
    APPROXIMATED = "P307"
