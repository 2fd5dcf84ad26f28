"""The mistakes that tables make, in every app's export alike."""

from longgame.kernel.diagnostics import DiagnosticCode


class TableCode(DiagnosticCode):
    """Codes of diagnostics about tables; each has a line in docs/reference/diagnostics.md."""

    NOT_UTF8 = "I301"
    RAGGED_ROW = "I302"
    UNREADABLE_CELL = "I303"
    UNREADABLE_DATE = "I304"
    IMPLAUSIBLE_DURATION = "I305"
    UNIT_NOT_SAID = "I306"
    UNKNOWN_COLUMN = "I307"
    NAMELESS_ROW = "I308"
    UNKNOWN_SET_KIND = "I309"
    STRAY_REST = "I310"
    MISSING_COLUMN = "I311"
    DAY_MONTH_ORDER = "I312"
    BROKEN_QUOTES = "I313"
    NO_REPS_SAID = "I314"
    UNKNOWN_SPORT = "I315"
