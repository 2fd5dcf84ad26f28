"""Read, check, format and use plan text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from longgame.app.promises import first_day_changed
from longgame.app.setting import Setting
from longgame.kernel.diagnostics import Diagnostic, Severity, render
from longgame.kernel.spans import TextSpan
from longgame.plan.language import format_text, lint, parse
from longgame.store.entries import PlanVersion


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """A plan text under its name, with everything that is wrong or worth a second look, in the order of the text."""

    name: str
    text: str
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether some of the text could not be understood."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)


def check_plan(name: str, text: str, words: Mapping[str, str] | None = None) -> CheckedPlan:
    """Parse and lint; never raises on any text. `words` are the athlete's own values for its {names}."""
    parsed = parse(text, words)
    found = (*parsed.diagnostics, *lint(parsed.plan))
    return CheckedPlan(name, text, tuple(sorted(found, key=_place)))


def formatted(text: str) -> str:
    """The text in its canonical form; lines that cannot be understood stay as they are."""
    return format_text(text)


def use_plan(setting: Setting, name: str, text: str, used_from: datetime | None = None) -> PlanVersion:
    """Make this the plan in force from now on, or from `used_from`; what was planned for earlier days stays."""
    moment = used_from or setting.clock.now()
    return setting.journal.plans.use(name, text, moment, first_day_changed(setting, text, moment))


def checked_to_json(checked: CheckedPlan) -> list[dict[str, Any]]:
    """Each diagnostic as documented JSON."""
    return [
        {
            "file": checked.name,
            "code": one.code.value,
            "severity": one.severity.value,
            "message": one.message,
            "line": one.where.line if isinstance(one.where, TextSpan) else None,
            "column": one.where.column if isinstance(one.where, TextSpan) else None,
            "hint": one.hint,
        }
        for one in checked.diagnostics
    ]


def checked_words(checked: CheckedPlan) -> list[str]:
    """Each diagnostic as a person reads it, with the place underlined."""
    return [render(one, checked.name, checked.text) for one in checked.diagnostics]


def _place(one: Diagnostic) -> tuple[int, int, str]:
    where = one.where
    return (where.line, where.column, one.code.value) if isinstance(where, TextSpan) else (0, 0, one.code.value)
