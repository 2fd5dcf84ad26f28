"""What can be wrong with a file before, around and after its reader."""

from __future__ import annotations

from longgame.kernel.diagnostics import DiagnosticCode


class IntakeCode(DiagnosticCode):
    """Diagnostics of the way from a path to a reading."""

    EMPTY = "I001"
    UNKNOWN_KIND = "I002"
    OTHER_NAME = "I003"
    ARCHIVE_DAMAGED = "I004"
    TOO_MUCH_INSIDE = "I005"
    LOCKED = "I006"
    IN_THE_FUTURE = "I007"
    BEFORE_DEVICES = "I008"
    GZIP_DAMAGED = "I009"
    NOT_OPENED = "I010"
    READER_BROKE = "I011"
    DAY_FAR_FROM_START = "I012"
    NOT_KEPT = "I013"
    ASKED = "I014"
    NO_SUCH_YEAR = "I015"
    BEYOND_BELIEF = "I016"
    ANSWERED = "I017"
