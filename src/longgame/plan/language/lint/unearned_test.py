"""A test or limit day with nothing that it has to be earned by."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen


def _find(seen: Seen) -> Iterator[Found]:
    for session in seen.training:
        if session.intent.must_be_earned and not session.earned_by:
            hint = "add: earned by consistency >= 80% over 4 weeks, no amber 7 days, no failure 48 h"
            yield Found(session.span, f"{session.title} goes to the limit without having to be earned", hint)


RULE = Rule(
    LintCode.UNEARNED_TEST,
    Severity.WARNING,
    "a test or limit day has no conditions",
    "A limit forced on a tired body tells little and costs much.",
    Grade.CONVENTION,
    "expert default; overreaching as such: Meeusen 2013, joint consensus of ECSS and ACSM",
    _find,
)
