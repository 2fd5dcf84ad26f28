"""A week with far more training than the weeks before it."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.planned import PlannedSession
from longgame.plan.volume import duration_s

STEEP = 1.3
LEAST_S = 3600.0
"""Less than an hour more is no ramp worth a word."""


def _find(seen: Seen) -> Iterator[Found]:
    past: list[float] = []
    for monday, sessions in seen.weeks():
        total = sum(_middle(session) for session in sessions)
        usual = max(past[-4:], default=0.0)
        if len(past) >= 2 and usual > 0 and total > STEEP * usual and total - usual >= LEAST_S:
            message = f"the week of {monday} asks for {_hours(total)}, the four before it at most for {_hours(usual)}"
            yield Found(sessions[0].span, message, f"stay near {_hours(STEEP * usual)}, and build over more weeks")
        past.append(total)


def _middle(session: PlannedSession) -> float:
    span = duration_s(session)
    return ((span.floor or 0.0) + (span.ceiling or 0.0)) / 2


def _hours(seconds: float) -> str:
    return f"{seconds / 3600:.1f} h"


RULE = Rule(
    LintCode.STEEP_RAMP,
    Severity.NOTE,
    "a week asks for far more than the weeks before",
    "A big step in weekly time leaves little room for a bad night or a busy week.",
    Grade.CONVENTION,
    "coaching convention; week-to-week change did not predict injury in Frandsen 2025",
    _find,
)
