"""A block in which every session has the same intensity."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen

ENOUGH = 6
"""Fewer sessions than these say nothing about how a block is made up."""


def _find(seen: Seen) -> Iterator[Found]:
    for stretch in seen.stretches:
        sessions = seen.training_of(stretch)
        if len(sessions) < ENOUGH:
            continue
        if all(session.intent.is_hard for session in sessions):
            message = f"every session of {stretch.block.title} is a hard one"
            yield Found(stretch.entry.span, message, "make some days base, recovery or technique")


RULE = Rule(
    LintCode.ONE_INTENSITY,
    Severity.NOTE,
    "everything is at one intensity",
    "When no day is easy, none can be hard: the difference between them is a skill worth keeping.",
    Grade.WEAK,
    "Rosenblat 2025, 13 studies: polarised and pyramidal spreads alike on average (SMD -.06); none was all hard",
    _find,
)
