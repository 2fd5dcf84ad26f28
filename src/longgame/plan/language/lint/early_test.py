"""The same test again before anything can have changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.planned import PlannedSession
from longgame.purpose.intent import Intent

SOONEST = timedelta(days=28)


def _find(seen: Seen) -> Iterator[Found]:
    last: dict[tuple[str, object], PlannedSession] = {}
    for session in seen.training:
        if session.intent is not Intent.TEST:
            continue
        key = (session.title, session.sport)
        before = last.get(key)
        if before is not None and session.day - before.day < SOONEST:
            days = (session.day - before.day).days
            message = f"{session.title} comes {days} days after the last time"
            yield Found(session.span, message, f"leave four weeks: {before.day + SOONEST} or later")
        last[key] = session


RULE = Rule(
    LintCode.EARLY_TEST,
    Severity.WARNING,
    "a test comes too soon after the last",
    "What a month of training changes is about as large as the noise of one test.",
    Grade.MODERATE,
    "Grgic 2020: 1RM retest CV 4.2 % (median); four to six weeks between tests is convention",
    _find,
)
