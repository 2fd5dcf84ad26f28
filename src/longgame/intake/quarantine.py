"""Which files wait instead of coming in, and why."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.intake.codes import IntakeCode
from longgame.intake.model import Extent, Reading
from longgame.kernel.diagnostics import DiagnosticCode, Severity


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file did not come in. With a code it waits in quarantine; without, it is merely listed as skipped."""

    code: DiagnosticCode | None
    message: str

    @classmethod
    def of(cls, reading: Reading) -> Refusal | None:
        """The refusal that a reading amounts to, or None when something came out of it.

        What is sure comes in even while a question is open; a file of which nothing is sure waits for the answer.
        One that was read without an error and holds nothing for a journal (a device's settings, say) is skipped.
        """
        if _holds_something(reading):
            return None
        if reading.question is not None:
            return cls(IntakeCode.ASKED, str(reading.question))
        errors = [one for one in reading.diagnostics if one.severity is Severity.ERROR]
        if errors:
            return cls(errors[0].code, errors[0].message)
        if reading.extent is Extent.NONE and reading.diagnostics:
            return cls(None, reading.diagnostics[0].message)
        why = reading.skipped[0].why if reading.skipped else f"this {reading.reader} file holds nothing for a journal"
        return cls(None, why)


def _holds_something(reading: Reading) -> bool:
    return any((reading.sessions, reading.wellness, reading.facts, reading.notes, reading.plan_texts))
