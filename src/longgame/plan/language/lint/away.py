"""A session on a day on which the athlete is away."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.timeline import closed_days


def _find(seen: Seen) -> Iterator[Found]:
    closed = closed_days(seen.plan)
    for session in seen.training:
        if any(first <= session.day <= last for first, last in closed) and not session.alternatives:
            message = f"{session.title} falls on {session.day}, a day away"
            yield Found(session.span, message, "add: or, when away: 30 min walk")


RULE = Rule(
    LintCode.AWAY,
    Severity.NOTE,
    "a session falls on a day away",
    "Deciding beforehand what to do instead keeps the promise an honest one.",
    Grade.MODERATE,
    "Bélanger-Gravel 2013, meta-analysis of 26 studies of implementation intentions and physical activity: d .31",
    _find,
)
