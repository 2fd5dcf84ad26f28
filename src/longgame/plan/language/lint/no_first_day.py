"""A plan whose blocks begin on no day."""

from __future__ import annotations

from collections.abc import Iterator

from longgame.kernel.diagnostics import Severity
from longgame.plan.language.lint.codes import LintCode
from longgame.plan.language.lint.rule import Found, Grade, Rule, Seen
from longgame.plan.model import Block


def _find(seen: Seen) -> Iterator[Found]:
    resolved = {stretch.entry.line for stretch in seen.stretches}
    for entry in seen.plan.walk():
        if isinstance(entry.content, Block) and entry.line not in resolved:
            hint = f"write from 2026-11-23 behind {entry.content.title}, or give the season its dates"
            yield Found(entry.span, f"{entry.content.title} begins on no day", hint)


RULE = Rule(
    LintCode.NO_FIRST_DAY,
    Severity.NOTE,
    "a block begins on no day",
    "Without a first day a block is on no calendar until it is put to use with one.",
    Grade.LOGIC,
    "the plan's own words",
    _find,
)
