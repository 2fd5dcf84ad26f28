"""What comes out of carrying a workout from one format into another: the result, and all that was left behind."""

from __future__ import annotations

from dataclasses import dataclass

from longgame.kernel.diagnostics import Diagnostic, Severity
from longgame.kernel.spans import Where
from longgame.plan.interop.codes import InteropCode


@dataclass(frozen=True, slots=True)
class Imported:
    """Plan text made of a foreign workout, None where nothing could be read, and what was lost or guessed."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """A workout in a foreign format: a name for its file, its bytes, and what could not be carried."""

    name: str
    data: bytes
    diagnostics: tuple[Diagnostic, ...]


class Losses:
    """Collects what was lost; the same loss is told once, with how often it happened."""

    def __init__(self) -> None:
        self._found: dict[tuple[InteropCode, str], tuple[int, Severity, Where | None, str | None]] = {}

    def add(
        self,
        code: InteropCode,
        message: str,
        severity: Severity = Severity.WARNING,
        where: Where | None = None,
        hint: str | None = None,
    ) -> None:
        """Something was lost, or is worth knowing."""
        count, _, first, _ = self._found.get((code, message), (0, severity, where, hint))
        self._found[code, message] = (count + 1, severity, first, hint)

    def told(self) -> tuple[Diagnostic, ...]:
        """All losses in the order they were met."""
        return tuple(
            Diagnostic(code, severity, message if count == 1 else f"{message} ({count} times)", where, hint)
            for (code, message), (count, severity, where, hint) in self._found.items()
        )


def unreadable(message: str, hint: str) -> Imported:
    """The answer to bytes that are not of the format."""
    return Imported(None, (Diagnostic(InteropCode.UNREADABLE, Severity.ERROR, message, None, hint),))


def file_name(title: str) -> str:
    """A session's title as a name for a file, without an ending."""
    return "".join(letter if letter.isalnum() or letter in "-_ " else "_" for letter in title).strip() or "workout"
