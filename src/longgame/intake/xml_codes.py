"""The diagnostics that readers of XML formats give."""

from __future__ import annotations

from longgame.kernel.diagnostics import DiagnosticCode


class XmlCode(DiagnosticCode):
    """What can be wrong with an XML file of training data; docs/reference/diagnostics.md has one line for each."""

    UNREADABLE = "I201"
    CUT_OFF = "I202"
    UNDATED = "I203"
    NOTHING_RECORDED = "I204"
    TIMES_OUT_OF_ORDER = "I205"
    BAD_VALUES = "I206"
    WRONG_ENCODING = "I207"
    DAMAGED_MARKUP = "I208"
    CLOCK_NOT_SET = "I209"
    TIME_WITHOUT_ZONE = "I210"
    UNKNOWN_SPORT = "I211"
