"""Mistakes are values: one shape for everything that can be wrong with what a person gives us.

Readers and parsers go on to the end and return their result with a tuple of these; only doors print them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from longgame.kernel.spans import TextSpan, Where


class Severity(Enum):
    """How much a diagnostic matters: errors leave something out, warnings and notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class DiagnosticCode(Enum):
    """Base of the rooms' own code lists; a member's value is the code a person sees, such as "P104".

    Every member has a line in docs/reference/diagnostics.md and a case in tests/corpus; a house test checks it.
    """


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong or worth knowing: what, how bad, where, and what to do about it."""

    code: DiagnosticCode
    severity: Severity
    message: str
    where: Where | None = None
    hint: str | None = None


def render(diagnostic: Diagnostic, source: str, text: str | None = None) -> str:
    """The diagnostic as a person reads it, with the line of `text` underlined where there is one.

    `source` is the name shown before the place, usually a file's name.
    """
    place = f"{source}:{diagnostic.where}" if diagnostic.where is not None else source
    lines = [f"{place}: {diagnostic.code.value} {diagnostic.message}"]
    if text is not None and isinstance(diagnostic.where, TextSpan):
        lines += _underlined(text, diagnostic.where)
    if diagnostic.hint is not None:
        lines.append(f"  hint: {diagnostic.hint}")
    return "\n".join(lines)


def _underlined(text: str, span: TextSpan) -> list[str]:
    lines = text.splitlines()
    if not 1 <= span.line <= len(lines):
        return []
    shown = lines[span.line - 1].expandtabs(1)
    end = span.end_column if span.end_line == span.line else len(shown) + 1
    width = max(1, min(end, len(shown) + 1) - span.column)
    lead = len(shown) - len(shown.lstrip(" "))
    lead = min(lead, max(0, span.column - 1))
    return ["    " + shown[lead:].rstrip(), "    " + " " * (span.column - 1 - lead) + "^" * width]
