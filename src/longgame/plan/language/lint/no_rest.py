"""Two weeks and more without a day off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen

LONGEST = 14


def _find(seen: Seen) -> Iterator[Found]:
    run = 0
    last = None
    for session in (one for one in seen.training if not one.optional):
        if session.day == last:
            continue
        run = run + 1 if last is not None and session.day - last == timedelta(days=1) else 1
        last = session.day
        if run == LONGEST:
            message = f"fourteen days of training in a row up to {session.day}"
            yield Found(session.span, message, "make one day a week rest: Sun rest")


RULE = Rule(
    LintCode.NO_REST,
    Severity.WARNING,
    "two weeks pass without a day off",
    "Days off are when training turns into fitness, and a kept rest day is a kept promise.",
    Grade.CONVENTION,
    "coaching convention; high monotony of load went with illness in Foster 1998 (25 athletes)",
    _find,
)
