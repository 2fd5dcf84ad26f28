"""A session that says neither what it is for nor why."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.purpose.goals import WhyLevel


def _find(seen: Seen) -> Iterator[Found]:
    for session in seen.training:
        if WhyLevel.GOAL not in {link.level for link in session.why}:
            hint = f"write {session.intent.value} for and a goal's key, or let the block say serves"
            yield Found(session.span, f"no goal is served by {session.title}", hint)


RULE = Rule(
    LintCode.NO_PURPOSE,
    Severity.WARNING,
    "a session serves no goal",
    "A session without a purpose cannot be told from one that only tires.",
    Grade.MODERATE,
    "McEwan 2016, meta-analysis of 52 goal-setting interventions: d .55; that naming it per session helps is inferred",
    _find,
)
