"""Two hard days with no day between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen


def _find(seen: Seen) -> Iterator[Found]:
    hard = [session for session in seen.training if session.intent.is_hard and not session.optional]
    for before, after in pairwise(hard):
        if after.day - before.day == timedelta(days=1):
            message = f"two hard days in a row: {before.title} on {before.day}, then {after.title}"
            yield Found(after.span, message, "put an easy day or a day of rest between them")


RULE = Rule(
    LintCode.HARD_DAYS,
    Severity.WARNING,
    "hard days stand back to back",
    "The second of two hard days is rarely done as well as it could be.",
    Grade.WEAK,
    "expert default; sets to failure slowed recovery for 24-48 h in ten men (Morán-Navarro 2017), that is all",
    _find,
)
