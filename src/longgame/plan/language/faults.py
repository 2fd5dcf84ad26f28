"""A fault: a mistake inside one line, before it is known which line that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.spans import TextSpan
from longgame.plan.language.codes import PlanCode


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with characters `start` up to `stop` of a piece of text, and what to write instead."""

    code: PlanCode
    start: int
    stop: int
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def at(self, line: int, column: int) -> Diagnostic:
        """The fault as a diagnostic, for a piece that begins at `line` and `column`."""
        stop = max(self.stop, self.start + 1)
        span = TextSpan(line, column + self.start, line, column + stop)
        return Diagnostic(self.code, self.severity, self.message, span, self.hint)


def shifted(faults: Iterable[Fault], by: int) -> list[Fault]:
    """The same faults for a piece that begins `by` characters later in a larger one."""
    return [replace(fault, start=fault.start + by, stop=fault.stop + by) for fault in faults]
