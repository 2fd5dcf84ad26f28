"""Blocks that reach past their season's end, and goals due after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.model import GoalLine, Season


def _find(seen: Seen) -> Iterator[Found]:
    for entry in seen.plan.entries:
        season = entry.content
        if not isinstance(season, Season) or season.last is None:
            continue
        for child in entry.children:
            goal = child.content
            if isinstance(goal, GoalLine) and goal.by is not None and goal.by > season.last:
                message = f"the goal {goal.key} is due on {goal.by}, after the season's end"
                yield Found(child.span, message, f"end the season on {goal.by}")
    for stretch in seen.stretches:
        full = stretch.block.count
        if full is not None and stretch.end < stretch.first + timedelta(days=full * stretch.block.cycle_days):
            message = f"{stretch.block.title} goes on past the season's end and is cut short on {stretch.end}"
            yield Found(stretch.entry.span, message, "make the block shorter, or the season longer")


RULE = Rule(
    LintCode.BEYOND_SEASON,
    Severity.WARNING,
    "something reaches past the season's end",
    "Weeks after the end are never planned, so what stands in them is never done.",
    Grade.LOGIC,
    "the plan's own dates",
    _find,
)
