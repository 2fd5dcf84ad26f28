"""A goal that no session serves."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.model import GoalLine
from longgame.purpose.goals import GoalKind


def _find(seen: Seen) -> Iterator[Found]:
    served = {key for session in seen.training for key in session.goals}
    if not seen.training:
        return
    for entry in seen.plan.walk():
        goal = entry.content
        if isinstance(goal, GoalLine) and goal.kind is not GoalKind.PROCESS and goal.key not in served:
            hint = f"write for {goal.key} behind a session's intent, or let the goal go"
            yield Found(entry.span, f"no session serves the goal {goal.key}", hint)


RULE = Rule(
    LintCode.GOAL_UNSERVED,
    Severity.WARNING,
    "a goal is served by no session",
    "A goal that nothing works towards is a wish.",
    Grade.LOGIC,
    "the plan's own words",
    _find,
)
