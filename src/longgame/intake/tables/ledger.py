"""The account of a table: what was wrong and what could not be used, row by row, so that nothing goes silently."""

from __future__ import annotations

from longgame.intake.model import Skipped
from longgame.kernel.diagnostics import Diagnostic, DiagnosticCode, Severity
from longgame.kernel.spans import CellSpan


class Ledger:
    """Collects a reader's diagnostics and skipped rows while it goes through a file.

    It begins with what was already wrong with the text of the table: errors there are rows lost.
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        self._diagnostics = list(diagnostics)
        lost = [each for each in diagnostics if each.severity is Severity.ERROR]
        self._skipped = [Skipped(each.where, each.message) for each in lost]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was wrong, in the order it was met."""
        return tuple(self._diagnostics)

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The rows that became nothing, one entry each, in the order of the file."""
        return tuple(self._skipped)

    def warn(self, code: DiagnosticCode, message: str, row: int, column: str | None = None) -> None:
        """Something in this row was set aside or doubted; the row itself is used."""
        self._diagnostics.append(Diagnostic(code, Severity.WARNING, message, CellSpan(row, column)))

    def note(self, code: DiagnosticCode, message: str, row: int, column: str | None = None) -> None:
        """Something worth knowing about this row; nothing is left out."""
        self._diagnostics.append(Diagnostic(code, Severity.NOTE, message, CellSpan(row, column)))

    def leave_out(self, code: DiagnosticCode, message: str, row: int, column: str | None = None) -> None:
        """This row could not be used: an error and a skipped row."""
        where = CellSpan(row, column)
        self._diagnostics.append(Diagnostic(code, Severity.ERROR, message, where))
        self._skipped.append(Skipped(where, message))

    def pass_over(self, why: str, row: int) -> None:
        """This row is fine but holds nothing to keep."""
        self._skipped.append(Skipped(CellSpan(row), why))
