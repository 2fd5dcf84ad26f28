"""What can be wrong with a FIT file."""

from __future__ import annotations

from longgame.kernel.diagnostics import Diagnostic, DiagnosticCode, Severity
from longgame.kernel.spans import ByteSpan


class FitCode(DiagnosticCode):
    """Diagnostics of the FIT reader."""

    NOT_FIT = "I100"
    CUT_SHORT = "I101"
    FILE_CHECKSUM = "I102"
    HEADER_CHECKSUM = "I103"
    FOREIGN_BYTES = "I104"
    UNDEFINED_MESSAGE = "I105"
    BROKEN_DEFINITION = "I106"
    ODD_FIELD_SIZE = "I107"
    UNDESCRIBED_FIELD = "I108"
    NO_DATA_SIZE = "I109"
    NO_SESSION_MESSAGE = "I110"
    CLOCK_WENT_BACK = "I111"
    NO_TIME = "I112"
    NO_MESSAGE = "I113"
    DAMAGED = "I114"


SEVERITIES = {
    FitCode.NOT_FIT: Severity.ERROR,
    FitCode.CUT_SHORT: Severity.WARNING,
    FitCode.FILE_CHECKSUM: Severity.WARNING,
    FitCode.HEADER_CHECKSUM: Severity.NOTE,
    FitCode.FOREIGN_BYTES: Severity.WARNING,
    FitCode.UNDEFINED_MESSAGE: Severity.WARNING,
    FitCode.BROKEN_DEFINITION: Severity.WARNING,
    FitCode.ODD_FIELD_SIZE: Severity.NOTE,
    FitCode.UNDESCRIBED_FIELD: Severity.NOTE,
    FitCode.NO_DATA_SIZE: Severity.NOTE,
    FitCode.NO_SESSION_MESSAGE: Severity.NOTE,
    FitCode.CLOCK_WENT_BACK: Severity.NOTE,
    FitCode.NO_TIME: Severity.WARNING,
    FitCode.NO_MESSAGE: Severity.ERROR,
    FitCode.DAMAGED: Severity.WARNING,
}


def diagnose(code: FitCode, message: str, start: int, stop: int, hint: str | None = None) -> Diagnostic:
    """A diagnostic about bytes `start` up to `stop`, as grave as its code is."""
    return Diagnostic(code, SEVERITIES[code], message, ByteSpan(start, stop), hint)
